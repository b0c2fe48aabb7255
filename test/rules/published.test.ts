import { describe, expect, test } from 'vitest';
import { annualise } from '../../shared/rules/annualisation.ts';
import { civil, parseTaxYear, type TaxYear } from '../../shared/values/dates.ts';
import { asPence } from '../../shared/values/money.ts';
import { ask, flat, trade, tradeReturn, yearOf } from './facts.ts';

const years = ['2024-25', '2025-26', '2026-27', '2027-28', '2028-29', '2029-30', '2030-31', '2031-32'];
const returned = (amounts: readonly string[], from = '2024-25') =>
  amounts.map((amount, i) => tradeReturn(years[years.indexOf(from) + i] ?? '', amount));
const answers = (said: ReturnType<typeof ask>) =>
  Object.fromEntries(
    said.years.map((y) => [y.taxYear, y.answer === 'must-use' ? 'in' : y.answer === 'need-not-use' ? 'out' : y.answer]),
  );

describe('the start (SALF1010, GOV.UK “Before you use this guide”)', () => {
  test.each([
    ['2025-04-06', '2026-27'],
    ['2026-06-07', '2027-28'],
  ])('notice for 2024-25 given on %s: the first year it can be is %s', (noticeGivenOn, first) => {
    const returns = [
      tradeReturn('2024-25', '90000.00', { noticeGivenOn, submittedOn: '2026-09-01' }),
      tradeReturn('2025-26', '90000.00'),
    ];
    const said = ask({ asAt: '2027-05-01', sources: [trade], returns });
    expect(said.years.find((y) => y.answer === 'must-use')?.taxYear).toBe(first);
  });

  test('the April 2026 cohort’s dates: 7 August, 7 November, 7 February, 7 May, the return and the rest by 31 January 2028', () => {
    const said = ask({ asAt: '2026-05-01', sources: [trade], returns: returned(['60000.00']) });
    const of = (kind: string, taxYear: string) =>
      said.obligations.filter((o) => o.kind === kind && o.taxYear === taxYear).map((o) => o.dueOn);
    expect(of('quarterly-update', '2026-27')).toEqual(['2026-08-07', '2026-11-07', '2027-02-07', '2027-05-07']);
    expect(of('final-declaration', '2026-27')).toEqual(['2028-01-31']);
    expect(of('balancing-payment', '2026-27')).toEqual(['2028-01-31']);
    expect(of('payment-on-account', '2026-27')).toEqual(['2027-01-31', '2027-07-31']);
    expect(of('tax-return', '2025-26')).toEqual(['2027-01-31']);
  });

  test.each([
    ['2024-25', '50000.01', '2026-27'],
    ['2025-26', '30000.01', '2027-28'],
    ['2026-27', '20000.01', '2028-29'],
  ])('more than the amount in %s (£%s) is in from %s', (tested, amount, first) => {
    const before = years.slice(0, years.indexOf(tested)).map((y) => tradeReturn(y, '1.00'));
    const asAt = `${Number(tested.slice(0, 4)) + 2}-02-01`;
    const said = ask({ asAt, sources: [trade], returns: [...before, tradeReturn(tested, amount)] });
    expect(said.years.find((y) => y.answer === 'must-use')?.taxYear).toBe(first);
  });
});

describe('leaving (SALF1440, GOV.UK “If your circumstances change”)', () => {
  test.each([
    ['2026', ['50000.01', '1.00', '1.00', '1.00', '1.00'], '2029-04-06'],
    ['2027', ['1.00', '30000.01', '1.00', '1.00', '1.00', '1.00'], '2030-04-06'],
    ['2028', ['1.00', '1.00', '20000.01', '1.00', '1.00', '1.00', '1.00'], '2031-04-06'],
  ])('the %s cohort: at the earliest after three years of its own', (cohort, amounts, from) => {
    const asAt = `${Number(cohort) + 4}-02-01`;
    expect(ask({ asAt, sources: [trade], returns: returned(amounts) }).exit.earliestFrom).toBe(from);
  });

  test('back in: out in 2029-30, 2030-31 tested on 2028-29, 2031-32 on 2029-30, and three fresh years from there', () => {
    const said = ask({
      asAt: '2032-05-01',
      sources: [trade],
      returns: returned(['50000.01', '1.00', '1.00', '1.00', '1.00', '20000.01', '1.00']),
    });
    expect(answers(said)).toMatchObject({
      '2028-29': 'in',
      '2029-30': 'out',
      '2030-31': 'out',
      '2031-32': 'in',
      '2032-33': 'in',
    });
    expect(yearOf(said, '2030-31').tested?.taxYear).toBe('2028-29');
    expect(yearOf(said, '2031-32').tested?.taxYear).toBe('2029-30');
    expect(said.exit.earliestFrom).toBe('2034-04-06');
  });

  test('exempt for 2026-27 alone: 2027-28 is a fresh test of 2025-26 against £30,000', () => {
    const asked = (amount: string) =>
      ask({
        asAt: '2027-05-01',
        sources: [trade],
        returns: returned(['90000.00', amount]),
        circumstances: [{ kind: 'trust-income', from: '2024-06-01', to: '2024-07-01' }],
      });
    expect(answers(asked('30000.00'))).toMatchObject({ '2026-27': 'out', '2027-28': 'out' });
    expect(answers(asked('30000.01'))).toMatchObject({ '2026-27': 'out', '2027-28': 'in' });
  });

  test.each([
    ['20000.00', true],
    ['20000.01', false],
  ])('a year of £%s counts towards leaving: %s', (amount, counts) => {
    const said = ask({ asAt: '2028-06-01', sources: [trade], returns: returned(['50000.01', '1.00', amount]) });
    expect(said.exit.counting.find((c) => c.taxYear === '2026-27')?.counts).toBe(counts);
  });

  test.each([
    ['19999.99', null, '2029-04-06', 'a forecast above the amount is not known yet'],
    ['20000.00', null, '2029-04-06', 'nor is a total that has reached it'],
    ['20000.01', false, '2030-04-06', 'a total above it counts against leaving'],
  ])('£%s by November 2026: counts %s, earliest %s (%s)', (gross, counts, from, _why) => {
    const records = [{ taxYear: '2026-27', source: 'trade', upTo: '2026-11-22', gross }];
    const said = ask({ asAt: '2026-11-22', sources: [trade], returns: returned(['50000.01']), records });
    expect([said.exit.counting[0]?.counts, said.exit.earliestFrom]).toEqual([counts, from]);
  });

  test('nobody leaves before 2029-30, whatever the years bring', () => {
    const said = ask({ asAt: '2029-02-01', sources: [trade], returns: returned(['50000.01', '1.00', '1.00', '1.00']) });
    expect(answers(said)).toMatchObject({ '2027-28': 'in', '2028-29': 'in' });
    expect(yearOf(said, '2028-29').because.map((r) => r.code)).toEqual(['minimum-stay']);
  });

  test('a third year still running is a forecast, and one not begun is not known', () => {
    const records = [{ taxYear: '2028-29', source: 'trade', upTo: '2028-10-05', gross: '5000.00' }];
    const returns = returned(['50000.01', '1.00', '1.00'], '2024-25').concat(
      tradeReturn('2027-28', '1.00', { submittedOn: '2028-06-01' }),
    );
    const asked = (more: object) => yearOf(ask({ asAt: '2028-10-05', sources: [trade], returns, ...more }), '2029-30');
    expect([asked({ records }).answer, asked({ records }).certainty]).toEqual(['need-not-use', 'forecast']);
    expect(asked({}).answer).toBe('needs-information');
    const known = ['year-within-amount', 'year-within-amount'];
    expect(asked({}).because.map((r) => r.code)).toEqual(['three-years-needed', ...known, 'year-not-known']);
  });

  test('money not sorted yet in a year that would count makes leaving too close to call', () => {
    const records = [{ taxYear: '2028-29', source: 'trade', upTo: '2029-04-05', gross: '19000.00' }];
    const unsorted = [{ taxYear: '2028-29', credits: '1000.01', rows: 1 }];
    const said = ask({
      asAt: '2029-06-01',
      sources: [trade],
      returns: returned(['50000.01', '1.00', '1.00', '1.00']),
      records,
      unsorted,
    });
    expect(yearOf(said, '2029-30').answer).toBe('borderline');
    expect(yearOf(said, '2029-30').because.map((r) => r.code)).toEqual([
      'three-years-needed',
      'year-within-amount',
      'year-within-amount',
      'year-doubtful',
      'unsorted-could-change',
    ]);
  });
});

describe('what is in the records once in (GOV.UK “Create digital records”)', () => {
  test.each([
    ['60000.00', '1900.00'],
    ['1800.00', '64000.00'],
  ])('rent of £%s and a trade of £%s: updates for both', (rent, takings) => {
    const lines = [
      { source: 'flat', form: 'SA105', box: '20', amount: rent },
      { source: 'trade', form: 'SA103F', box: '15', amount: takings },
    ];
    const said = ask({
      asAt: '2026-05-01',
      sources: [trade, flat],
      returns: [{ taxYear: '2024-25', submittedOn: '2026-01-31', lines }],
    });
    const first = said.obligations.filter((o) => o.taxYear === '2026-27' && o.quarter === 1);
    expect(first.map((o) => o.source)).toEqual(['flat', 'trade']);
  });

  test('an activity that stops in May 2026: its last update is due 7 August 2026', () => {
    const said = ask({
      asAt: '2026-06-01',
      sources: [{ ...trade, ceasedOn: '2026-05-20' }, flat],
      returns: returned(['60000.00']),
    });
    const updates = said.obligations.filter(
      (o) => o.taxYear === '2026-27' && o.source === 'trade' && o.quarter !== null,
    );
    expect(updates.map((o) => [o.to, o.dueOn])).toEqual([['2026-05-20', '2026-08-07']]);
  });

  test('a new trade while already in waits for its own start, two years on', () => {
    const sources = [trade, { id: 'stall', kind: 'self-employment', startedOn: '2026-07-01' }];
    const said = (asAt: string) => ask({ asAt, sources, returns: returned(['60000.00', '60000.00', '60000.00']) });
    const senders = (asAt: string, year: string) => [
      ...new Set(
        said(asAt)
          .obligations.filter((o) => o.taxYear === year && o.quarter !== null)
          .map((o) => o.source),
      ),
    ];
    expect(senders('2026-11-22', '2026-27')).toEqual(['trade']);
    expect(senders('2027-11-22', '2027-28')).toEqual(['trade']);
    expect(senders('2028-11-22', '2028-29')).toEqual(['stall', 'trade']);
  });

  test('an accounting year of 3 April to 2 April is 365 days, and is not scaled', () => {
    const year = parseTaxYear('2026-27') as TaxYear;
    const a = annualise(asPence(5_000_000), { from: civil(2026, 4, 3), to: civil(2027, 4, 2) }, year);
    expect([a.months, a.value.pence / a.value.per, a.value.pence % a.value.per]).toEqual([null, 5_000_000n, 0n]);
  });
});

describe('as published in 2021', () => {
  const asked = (more: object) => ask({ asAt: '2024-05-01', rules: '2021-published', sources: [trade], ...more });

  test('a late notice makes the tested year a year older', () => {
    const returns = [
      tradeReturn('2021-22', '1.00'),
      tradeReturn('2022-23', '12000.00', { noticeGivenOn: '2024-02-01', submittedOn: '2024-04-30' }),
      tradeReturn('2023-24', '1.00', { submittedOn: '2024-04-30' }),
    ];
    expect(yearOf(asked({ returns }), '2024-25')).toMatchObject({
      answer: 'need-not-use',
      tested: { taxYear: '2021-22', qualifyingIncome: '1.00', threshold: '10000.00' },
    });
    const evenLater = [{ taxYear: '2021-22', noticeGivenOn: '2024-02-01' }, ...returns.slice(1)];
    expect(yearOf(asked({ returns: evenLater }), '2024-25')).toMatchObject({
      answer: 'needs-information',
      missing: [{ code: 'year-outside-rules', taxYear: '2020-21' }],
    });
    expect(yearOf(asked({ returns }), '2025-26').tested?.taxYear).toBe('2023-24');
  });

  test.each([
    ['2023-04-05', '2024-25'],
    ['2023-04-06', '2025-26'],
  ])('a trade begun on %s starts with %s at the earliest', (startedOn, first) => {
    const returns = [tradeReturn('2022-23', '90000.00'), tradeReturn('2023-24', '90000.00')];
    const said = ask({ asAt: '2025-05-01', rules: '2021-published', sources: [{ ...trade, startedOn }], returns });
    expect(said.years.find((y) => y.answer === 'must-use')?.taxYear).toBe(first);
  });

  test('no rule on amendments: an increase after the start counts', () => {
    const amendments = [
      { madeOn: '2024-04-20', lines: [{ source: 'trade', form: 'SA103F', box: '15', amount: '10000.01' }] },
    ];
    expect(yearOf(asked({ returns: [tradeReturn('2022-23', '1.00', { amendments })] }), '2024-25').answer).toBe(
      'must-use',
    );
  });

  test.each([
    ['9999.99', 'need-not-use'],
    ['10000.00', 'must-use'],
    ['10000.01', 'must-use'],
  ])('leaving is for those under £10,000 in the article’s words: a third year of £%s answers %s', (amount, answer) => {
    const amounts = ['12000.00', '1.00', '1.00', '1.00', amount];
    const returns = amounts.map((a, i) =>
      tradeReturn(['2022-23', '2023-24', '2024-25', '2025-26', '2026-27'][i] ?? '', a),
    );
    expect(
      yearOf(ask({ asAt: '2028-02-01', rules: '2021-published', sources: [trade], returns }), '2026-27').answer,
    ).toBe(answer);
  });

  test('of the exemptions, digital exclusion alone', () => {
    const returns = [tradeReturn('2022-23', '12000.00')];
    const by = (kind: string) =>
      yearOf(asked({ returns, circumstances: [{ kind, from: '2020-01-01' }] }), '2024-25').answer;
    expect([by('digitally-excluded'), by('minister-of-religion'), by('averaging')]).toEqual([
      'need-not-use',
      'must-use',
      'must-use',
    ]);
  });

  test('duties: updates and a statement for whoever must or chose to, the return alone otherwise, nothing for the rest', () => {
    const kinds = (status: string) => {
      const due = asked({
        returns: [tradeReturn('2022-23', '1.00')],
        statuses: [{ taxYear: '2024-25', status }],
      }).obligations;
      const ofYear = due.filter((o) => o.taxYear === '2024-25' && !o.kind.includes('payment'));
      return [...new Set(ofYear.map((o) => `${o.kind}${o.penaltyBearing ? ' !' : ''}`))].toSorted();
    };
    expect(kinds('MTD Mandated')).toEqual(['end-of-period-statement !', 'final-declaration !', 'quarterly-update !']);
    expect(kinds('MTD Voluntary')).toEqual(['end-of-period-statement', 'final-declaration !', 'quarterly-update']);
    expect([kinds('Annual'), kinds('MTD Exempt'), kinds('Non Digital')]).toEqual([
      ['tax-return !'],
      ['tax-return !'],
      ['tax-return !'],
    ]);
    expect(kinds('Dormant')).toEqual([]);
  });
});
