import { describe, expect, test } from 'vitest';
import { yearSummary, type DayTotal } from '../../shared/rules/yearSummary.ts';
import { parsePlainDate, taxYearFrom, type PlainDate } from '../../shared/values/dates.ts';
import { asPence } from '../../shared/values/money.ts';
import { ask, flat, trade, tradeReturn, yearOf } from './facts.ts';

const quiet = [tradeReturn('2024-25', '1.00'), tradeReturn('2025-26', '1.00', { submittedOn: '2026-10-01' })];
const villa = { id: 'villa', kind: 'foreign-property' };
const total = (source: string, gross: string, upTo: string, taxYear = '2026-27') => ({ taxYear, source, upTo, gross });
const incomeOf = (json: object, taxYear: string) => ask(json).incomes.find((i) => i.taxYear === taxYear);

describe('income from the books', () => {
  test('sources are added up, and each figure links to the records behind it', () => {
    const records = [total('trade', '12000.00', '2027-04-05'), total('flat', '6000.50', '2027-04-05')];
    const income = incomeOf({ asAt: '2027-05-01', sources: [trade, flat], returns: quiet, records }, '2026-27');
    expect([income?.basis, income?.qualifyingIncome]).toEqual(['records', '18000.50']);
    expect(income?.workings.map((w) => w.rows)).toEqual([
      {
        source: 'flat',
        from: '2026-04-06',
        to: '2027-04-05',
        categories: ['periodAmount', 'otherIncome', 'premiumsOfLeaseGrant', 'reversePremiums'],
      },
      { source: 'trade', from: '2026-04-06', to: '2027-04-05', categories: ['turnover', 'other'] },
    ]);
  });

  test.each([
    ['2027-04-04', 'projection', 'a day short of the year’s end'],
    ['2027-04-05', 'records', 'to its last day'],
  ])('books that reach %s are %s (%s)', (upTo, basis, _why) => {
    const records = [total('trade', '12000.00', upTo)];
    expect(incomeOf({ asAt: '2027-05-01', sources: [trade], returns: quiet, records }, '2026-27')?.basis).toBe(basis);
  });

  test('a source without records is not in the books, and not taken for nil, unless it had stopped before the year', () => {
    const records = [total('trade', '12000.00', '2027-04-05')];
    const lacking = (ceasedOn: string | null) =>
      incomeOf({ asAt: '2027-05-01', sources: [trade, { ...flat, ceasedOn }], returns: quiet, records }, '2026-27')
        ?.without;
    expect([lacking(null), lacking('2026-04-06'), lacking('2026-04-05')]).toEqual([['flat'], ['flat'], []]);
  });

  test('a source that stopped within the year is whole to the day it stopped, and is not scaled up', () => {
    const sources = [{ ...trade, ceasedOn: '2026-10-05' }, flat];
    const records = [total('trade', '12000.00', '2026-10-05'), total('flat', '1000.00', '2027-04-05')];
    const income = incomeOf({ asAt: '2027-05-01', sources, returns: quiet, records }, '2026-27');
    expect([income?.basis, income?.qualifyingIncome]).toEqual(['records', '13000.00']);
    expect(income?.workings.find((w) => w.source === 'trade')?.used).toBe('not-scaled');
  });

  test('stopped on the year’s last day, or a longer account: a whole year, and scaled down all the same', () => {
    const line = { source: 'trade', form: 'SA103F', box: '15', amount: '60000.00' };
    const asked = (more: object, ceasedOn: string) =>
      incomeOf(
        {
          asAt: '2026-05-01',
          sources: [{ ...trade, ceasedOn }, flat],
          returns: [{ taxYear: '2024-25', submittedOn: '2026-01-31', lines: [{ ...line, ...more }] }],
        },
        '2024-25',
      )?.qualifyingIncome;
    expect(asked({}, '2025-04-05')).toBe('60000.00');
    expect(asked({ period: { from: '2023-10-06', to: '2025-04-05' } }, '2025-04-05')).toBe('40000.00');
    expect(asked({ period: { from: '2023-09-06', to: '2025-03-05' } }, '2025-03-05')).toBe('40000.00');
  });

  test('foreign rent while not resident is left out of the books’ total too', () => {
    const json = {
      asAt: '2027-05-01',
      sources: [trade, villa],
      returns: quiet,
      records: [total('trade', '12000.00', '2027-04-05'), total('villa', '30000.00', '2027-04-05')],
    };
    const away = { ...json, residence: [{ taxYear: '2026-27', ukResident: false }] };
    expect([incomeOf(json, '2026-27')?.qualifyingIncome, incomeOf(away, '2026-27')?.qualifyingIncome]).toEqual([
      '42000.00',
      '12000.00',
    ]);
    expect(incomeOf(away, '2026-27')?.leftOut.map((l) => [l.what, l.amount])).toEqual([
      ['Foreign property while not resident', '30000.00'],
    ]);
  });
});

describe('income from updates', () => {
  const update = (quarter: number, sentOn: string, gross: string) => ({
    taxYear: '2025-26',
    quarter,
    sentOn,
    lines: [{ source: 'trade', gross }],
  });
  const asked = (updates: object[], more: object = {}) =>
    yearOf(
      ask({ asAt: '2026-06-01', sources: [trade], returns: [tradeReturn('2024-25', '1.00')], updates, ...more }),
      '2027-28',
    );

  test('the fourth one speaks for the year, the latest sent of it, and none sent after the day asked about', () => {
    expect(asked([update(3, '2026-02-01', '100.00')]).answer).toBe('needs-information');
    expect(asked([update(3, '2026-02-01', '90000.00')]).answer).toBe('must-use');
    expect(asked([update(4, '2026-05-01', '90000.00'), update(4, '2026-05-20', '100.00')]).answer).toBe('need-not-use');
    expect(asked([update(4, '2026-05-20', '100.00'), update(4, '2026-05-01', '90000.00')]).answer).toBe('need-not-use');
    expect(asked([update(4, '2026-05-01', '90000.00'), update(4, '2026-06-02', '100.00')]).answer).toBe('must-use');
  });

  test('without any notice to file, the latest of whatever quarter', () => {
    const none = {
      returns: [tradeReturn('2024-25', '1.00'), { taxYear: '2025-26', noticeGivenOn: null }, { taxYear: '2026-27' }],
    };
    const latest = asked([update(1, '2025-08-01', '90000.00'), update(2, '2025-11-01', '100.00')], none);
    expect([latest.answer, latest.tested?.qualifyingIncome]).toEqual(['need-not-use', '100.00']);
    expect(asked([], none).because.map((r) => r.code)).toEqual(['income-not-more-than-threshold', 'no-notice']);
  });
});

describe('activities that are left out', () => {
  const sources = [trade, { id: 'tour', kind: 'self-employment' }];
  const lines = [
    { source: 'trade', form: 'SA103F', box: '15', amount: '10000.00' },
    { source: 'tour', form: 'SA103F', box: '15', amount: '60000.00' },
  ];
  const returns = [{ taxYear: '2025-26', submittedOn: '2026-12-01', lines }, tradeReturn('2024-25', '1.00')];
  const answer = (circumstances: object[]) =>
    yearOf(ask({ asAt: '2027-05-01', sources, returns, circumstances }), '2027-28').answer;

  test.each([
    [[{ kind: 'visiting-performer', from: '2025-04-06', source: 'tour' }], 'need-not-use'],
    [[{ kind: 'visiting-performer', from: '2026-04-05', source: 'tour' }], 'need-not-use'],
    [[{ kind: 'visiting-performer', from: '2026-04-06', source: 'tour' }], 'must-use'],
    [[{ kind: 'visiting-performer', from: '2024-01-01', to: '2025-04-05', source: 'tour' }], 'must-use'],
    [[{ kind: 'visiting-performer', from: '2024-01-01', to: '2025-04-06', source: 'tour' }], 'need-not-use'],
    [[{ kind: 'visiting-performer', from: '2025-04-06', source: 'trade' }], 'must-use'],
    [[{ kind: 'visiting-performer', from: '2025-04-06' }], 'must-use'],
    [[{ kind: 'qualifying-care', from: '2025-04-06', source: 'tour' }], 'need-not-use'],
    [[{ kind: 'averaging', from: '2025-04-06', source: 'tour' }], 'must-use'],
  ])('%j: %s', (circumstances, expected) => expect(answer(circumstances)).toBe(expected));

  test('a performer’s own work alone: nothing left to use it for', () => {
    const alone = { kind: 'visiting-performer', from: '2025-04-06', source: 'trade' };
    const said = ask({ asAt: '2027-05-01', sources: [trade], returns: quiet, circumstances: [alone] });
    expect(yearOf(said, '2027-28').because[0]?.code).toBe('all-left-out');
  });

  test.each([
    [villa, { kind: 'new-non-resident-notice', from: '2027-06-01' }, 'all-left-out'],
    [villa, { kind: 'new-non-resident-notice', from: '2028-04-06' }, 'income-more-than-threshold'],
    [flat, { kind: 'new-non-resident-notice', from: '2027-06-01' }, 'income-more-than-threshold'],
  ])('%j with %j: %s', (source, circumstance, code) => {
    const line = {
      source: source.id,
      form: source === villa ? 'SA106' : 'SA105',
      box: source === villa ? '14' : '20',
      amount: '60000.00',
    };
    const said = ask({
      asAt: '2028-05-01',
      sources: [source],
      returns: [
        { taxYear: '2025-26', submittedOn: '2026-12-01', lines: [line] },
        { taxYear: '2024-25', submittedOn: '2026-01-01' },
      ],
      circumstances: [circumstance],
    });
    expect(yearOf(said, '2027-28').because[0]?.code).toBe(code);
  });

  test.each([
    ['power-of-attorney', '2024-04-06', '2024-04-06', true, 'within the last year a return was due for'],
    ['power-of-attorney', '2027-04-05', null, true, 'or since, to the year’s end'],
    ['power-of-attorney', '2027-04-06', null, false, 'not after it'],
    ['power-of-attorney', '2020-01-01', '2024-04-05', false, 'nor before'],
    ['minister-of-religion', '2020-01-01', '2024-04-06', true, 'on a day of that year'],
    ['minister-of-religion', '2020-01-01', '2024-04-05', false, 'not before it'],
    ['religious-objection', '2020-01-01', '2026-04-06', true, 'on any day of the year itself'],
    ['religious-objection', '2020-01-01', '2026-04-05', false, 'not before it'],
    ['vat-exempt', '2026-05-01', null, true, 'as agreed for VAT'],
    ['married-couples-allowance', '2024-06-01', null, true, 'in that year'],
    ['lloyds-underwriter', '2024-06-01', null, true, 'in that year'],
  ])('%s from %s to %s: 2026-27 need not: %s (%s)', (kind, from, to, need, _why) => {
    const circumstances = [{ kind, from, to }];
    const said = ask({
      asAt: '2027-05-01',
      sources: [trade],
      returns: [tradeReturn('2024-25', '90000.00')],
      circumstances,
    });
    expect(yearOf(said, '2026-27').answer).toBe(need ? 'need-not-use' : 'must-use');
  });

  test('settled once it has held on a day of its window, a forecast while it could still end before', () => {
    const certainty = (kind: string, asAt: string) =>
      yearOf(ask({ asAt, sources: [trade], circumstances: [{ kind, from: '2024-05-01' }] }), '2026-27').certainty;
    expect(certainty('blind-persons-allowance', '2026-05-01')).toBe('decided');
    expect(certainty('digitally-excluded', '2026-04-05')).toBe('forecast');
    expect(certainty('digitally-excluded', '2026-04-06')).toBe('decided');
    expect(certainty('blind-persons-allowance', '2024-05-01')).toBe('decided');
    const away = (asAt: string) =>
      yearOf(ask({ asAt, sources: [trade], residence: [{ taxYear: '2024-25', ukResident: false }] }), '2026-27')
        .certainty;
    expect([away('2025-04-04'), away('2025-04-05')]).toEqual(['forecast', 'decided']);
    const told = [
      { kind: 'digitally-excluded', from: '2026-05-01' },
      { kind: 'digitally-excluded', from: '2027-01-01' },
    ];
    expect(yearOf(ask({ asAt: '2026-11-22', sources: [trade], circumstances: told }), '2026-27').certainty).toBe(
      'decided',
    );
  });
});

describe('a year’s summary', () => {
  const on = (day: string): PlainDate => parsePlainDate(day) ?? (day as PlainDate);
  const kept = (source: string, category: string, day: string, own: number, count = 1): DayTotal => ({
    source,
    letting: null,
    category,
    day: on(day),
    whole: asPence(own * 2),
    own: asPence(own),
    count,
  });
  const sources = [
    { id: 'trade', name: 'Plumbing', kind: 'self-employment' as const },
    { id: 'flat', name: 'The flat', kind: 'uk-property' as const },
  ];
  const totals = [
    kept('trade', 'adminCosts', '2026-06-01', 2_500),
    kept('trade', 'turnover', '2026-05-01', 10_000, 2),
    kept('trade', 'turnover', '2027-04-05', 5_050),
    kept('trade', 'turnover', '2027-04-06', 99_900),
    kept('trade', 'turnover', '2026-04-05', 88_800),
    kept('trade', 'taxTakenOffTradingIncome', '2026-05-01', 3_000),
    kept('flat', 'other', '2026-05-01', 700),
    kept('flat', 'periodAmount', '2026-05-01', 42_500),
    kept('trade', 'costOfGoods', '2026-05-01', -100),
  ];

  test('own shares of that year alone, boxes in HMRC’s order, tax withheld in neither total', () => {
    const said = yearSummary(taxYearFrom(2026), sources, totals);
    expect([said.taxYear, said.records]).toEqual(['2026-27', 8]);
    expect(said.sources.map((s) => [s.source, s.name, s.kind, s.income, s.expenses])).toEqual([
      ['trade', 'Plumbing', 'self-employment', '150.50', '24.00'],
      ['flat', 'The flat', 'uk-property', '425.00', '7.00'],
    ]);
    expect(said.sources[0]?.boxes.map((b) => [b.form, b.box, b.category, b.amount])).toEqual([
      ['SA103F', '15', 'turnover', '150.50'],
      ['SA103F', null, 'taxTakenOffTradingIncome', '30.00'],
      ['SA103F', '17', 'costOfGoods', '-1.00'],
      ['SA103F', '23', 'adminCosts', '25.00'],
    ]);
    expect(said.sources[1]?.boxes.map((b) => b.name)).toEqual(['Rent', 'Other property expenses']);
  });

  test('what borrowing for homes costs is no expense, and stands apart (ITTOIA 2005 s272A)', () => {
    const lets = [
      { id: 'flat', name: 'The flat', kind: 'uk-property' as const },
      { id: 'villa', name: 'The villa', kind: 'foreign-property' as const },
    ];
    const of = yearSummary(taxYearFrom(2026), lets, [
      kept('flat', 'repairsAndMaintenance', '2026-05-01', 7_300),
      kept('flat', 'residentialFinancialCost', '2026-05-01', 124_960),
      kept('flat', 'residentialFinancialCostsCarriedForward', '2026-05-01', 40),
      kept('villa', 'financialCosts', '2026-05-01', 200),
      kept('villa', 'broughtFwdResidentialFinancialCost', '2026-05-01', 100),
    ]);
    expect(of.sources.map((s) => [s.expenses, s.residentialFinance])).toEqual([
      ['73.00', '1250.00'],
      ['2.00', '1.00'],
    ]);
    expect(yearSummary(taxYearFrom(2026), sources, totals).sources.map((s) => s.residentialFinance)).toEqual([
      null,
      null,
    ]);
  });

  test('a year with nothing in it is nil, not missing', () => {
    expect(yearSummary(taxYearFrom(2020), sources, totals).sources.map((s) => [s.income, s.boxes.length])).toEqual([
      ['0.00', 0],
      ['0.00', 0],
    ]);
  });
});
