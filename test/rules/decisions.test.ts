import { describe, expect, test } from 'vitest';
import { ask, flat, trade, tradeReturn, yearOf } from './facts.ts';

describe('amendments', () => {
  const amended = (madeOn: string, amount: string) =>
    yearOf(
      ask({
        asAt: '2026-12-01',
        sources: [trade],
        returns: [
          tradeReturn('2024-25', '50000.00', {
            amendments: [{ madeOn, lines: [{ source: 'trade', form: 'SA103F', box: '15', amount }] }],
          }),
        ],
      }),
      '2026-27',
    ).answer;
  test.each([
    ['2026-04-05', '50000.01', 'must-use', 'raised on the last day before the start counts'],
    ['2026-04-06', '50000.01', 'need-not-use', 'raised after the start is ignored'],
    ['2026-04-05', '49999.00', 'need-not-use', 'lowered'],
    ['2026-12-02', '90000.00', 'need-not-use', 'made after the day asked about is not known yet'],
  ])('made on %s to £%s: %s (%s)', (madeOn, amount, answer) => expect(amended(madeOn, amount)).toBe(answer));

  test('lowered on a day after the one asked about is not known yet', () => {
    const lines = [{ source: 'trade', form: 'SA103F', box: '15', amount: '1.00' }];
    const returns = [tradeReturn('2024-25', '60000.00', { amendments: [{ madeOn: '2026-12-02', lines }] })];
    const on = (asAt: string) => yearOf(ask({ asAt, sources: [trade], returns }), '2026-27').answer;
    expect([on('2026-12-01'), on('2026-12-02')]).toEqual(['must-use', 'need-not-use']);
  });

  test('lowered after the start counts, and takes a person out again', () => {
    const said = ask({
      asAt: '2026-12-01',
      sources: [trade],
      returns: [
        tradeReturn('2024-25', '60000.00', {
          amendments: [
            { madeOn: '2026-06-01', lines: [{ source: 'trade', form: 'SA103F', box: '15', amount: '40000.00' }] },
          ],
        }),
      ],
    });
    expect(yearOf(said, '2026-27').answer).toBe('need-not-use');
  });
});

describe('leaving, with a year amended or two years open', () => {
  const years = ['2024-25', '2025-26', '2026-27', '2027-28', '2028-29'] as const;
  const returnsOf = (amounts: readonly string[], more: Readonly<Record<string, object>> = {}) =>
    amounts.map((amount, i) => tradeReturn(years[i] ?? '', amount, more[years[i] ?? ''] ?? {}));

  test.each([
    ['2029-04-05', '2032-04-06'],
    ['2029-04-06', '2032-04-06'],
    ['2030-01-15', '2032-04-06'],
  ])(
    '2028-29 amended on %s to more than the amount counts for every year out that begins later: %s',
    (madeOn, from) => {
      const lines = [{ source: 'trade', form: 'SA103F', box: '15', amount: '20000.01' }];
      const returns = returnsOf(['50000.01', '1.00', '20000.01', '20000.01', '1.00'], {
        '2028-29': { submittedOn: '2029-04-05', amendments: [{ madeOn, lines }] },
      });
      const said = ask({ asAt: '2030-02-01', sources: [trade], returns });
      expect([said.exit.earliestFrom, yearOf(said, '2031-32').answer]).toEqual([from, 'must-use']);
      expect(said.exit.counting.at(-2)).toMatchObject({
        taxYear: '2028-29',
        qualifyingIncome: '20000.01',
        counts: false,
      });
    },
  );

  test('a year raised on the day of leaving is too late to keep a person in, and counts as it stood', () => {
    const lines = [{ source: 'trade', form: 'SA103F', box: '15', amount: '20000.01' }];
    const returns = returnsOf(['50000.01', '1.00', '1.00', '1.00', '1.00'], {
      '2027-28': { submittedOn: '2029-01-31', amendments: [{ madeOn: '2029-04-06', lines }] },
      '2028-29': { submittedOn: '2029-04-05' },
    });
    const said = ask({ asAt: '2029-06-01', sources: [trade], returns });
    expect([said.exit.earliestFrom, yearOf(said, '2029-30').answer]).toEqual(['2029-04-06', 'need-not-use']);
    expect(said.exit.counting[1]).toMatchObject({ taxYear: '2027-28', qualifyingIncome: '1.00', counts: true });
  });

  test('2026-27 raised too late for the last year out that looks at it stays within, though a later one is asked about', () => {
    const lines = [{ source: 'trade', form: 'SA103F', box: '15', amount: '20000.01' }];
    const returns = returnsOf(['50000.01', '1.00', '1.00', '20000.01'], {
      '2026-27': { submittedOn: '2028-01-31', amendments: [{ madeOn: '2029-05-01', lines }] },
    });
    const said = ask({ asAt: '2029-06-01', sources: [trade], returns });
    expect(said.exit.earliestFrom).toBe('2031-04-06');
    expect(said.exit.counting.slice(0, 2)).toMatchObject([
      { taxYear: '2026-27', qualifyingIncome: '1.00', counts: true },
      { taxYear: '2027-28', qualifyingIncome: '20000.01', counts: false },
    ]);
  });

  test.each([
    ['2026-27', '2028-29'],
    ['2028-29', '2026-27'],
  ])('%s can be read two ways and the return for %s is overdue: the return comes first', (twoWays, overdue) => {
    const period = { from: `${twoWays.slice(0, 4)}-10-06`, to: `20${twoWays.slice(5)}-04-05` };
    const line = { source: 'trade', form: 'SA103F', box: '15', amount: '10000.00', period };
    const returns = [
      ...returnsOf(['50000.01', '1.00']),
      tradeReturn('2027-28', '1.00'),
      tradeReturn(twoWays, '1.00', { lines: [line] }),
    ];
    const said = yearOf(ask({ asAt: '2030-02-01', sources: [trade], returns }), '2029-30');
    expect([said.answer, said.missing.map((m) => m.taxYear)]).toEqual(['needs-information', [overdue]]);
  });
});

describe('what is carried on, and from when', () => {
  test.each([
    ['2026-05-10', '2028-04-06'],
    ['2027-05-10', '2029-04-06'],
    ['2026-07-01', '2028-04-06'],
  ])('a trade begun on %s can be in from %s (HMRC’s examples C)', (startedOn, from) => {
    const said = ask({ asAt: '2028-12-01', sources: [{ ...trade, startedOn }] });
    const first = said.years.find(
      (y) => y.because[0]?.code !== 'starts-later' && y.because[0]?.code !== 'nothing-carried-on',
    );
    expect(first?.taxYear.slice(0, 4)).toBe(from.slice(0, 4));
  });

  test('a late notice moves the start: 7 June 2026 for 2024-25 gives 6 April 2027', () => {
    const returns = [tradeReturn('2024-25', '90000.00', { noticeGivenOn: '2026-06-07', submittedOn: '2026-09-01' })];
    const said = ask({ asAt: '2026-10-01', sources: [trade], returns });
    expect(yearOf(said, '2026-27').because[0]?.code).toBe('starts-later');
    expect(said.obligations.find((o) => o.taxYear === '2025-26' && o.kind === 'tax-return')?.dueOn).toBe('2027-01-31');
  });

  test('of two that start later the one that starts first is named', () => {
    const stall = { id: 'stall', kind: 'self-employment', startedOn: '2028-04-05' };
    const said = ask({ asAt: '2028-06-01', sources: [{ ...flat, startedOn: '2028-04-06' }, stall] });
    expect(yearOf(said, '2028-29').because[0]).toMatchObject({
      code: 'starts-later',
      values: { source: 'stall', from: '2029-04-06' },
    });
  });

  test('stopped before the year starts: nothing to use it for', () => {
    const said = ask({
      asAt: '2026-05-01',
      sources: [{ ...trade, ceasedOn: '2026-03-01' }],
      returns: [tradeReturn('2024-25', '90000.00')],
    });
    expect(yearOf(said, '2026-27').because[0]?.code).toBe('nothing-carried-on');
  });

  test('a source that stopped counts where another goes on, and is not scaled up unless asked', () => {
    const sources = [{ ...trade, ceasedOn: '2024-10-05' }, flat];
    const lines = (grossUpCeased: boolean) => [
      { source: 'trade', form: 'SA103F', box: '15', amount: '30000.00', grossUpCeased } as const,
      { source: 'flat', form: 'SA105', box: '20', amount: '15000.00' } as const,
    ];
    const asked = (up: boolean) =>
      ask({
        asAt: '2026-05-01',
        sources,
        returns: [{ taxYear: '2024-25', submittedOn: '2026-01-31', lines: lines(up) }],
      });
    expect(asked(false).incomes[0]?.qualifyingIncome).toBe('45000.00');
    expect(asked(false).incomes[0]?.workings.find((w) => w.source === 'trade')).toMatchObject({
      used: 'not-scaled',
      byMonths: '60000.00',
      annualised: '30000.00',
    });
    expect(yearOf(asked(false), '2026-27').answer).toBe('need-not-use');
    expect(yearOf(asked(true), '2026-27').answer).toBe('must-use');
  });

  test('foreign rent does not count for a year of not being resident', () => {
    const villa = { id: 'villa', kind: 'foreign-property' } as const;
    const line = { source: 'villa', form: 'SA106', box: '14', amount: '80000.00' } as const;
    const facts = {
      asAt: '2027-05-01',
      sources: [trade, villa],
      returns: [tradeReturn('2024-25', '1.00'), { taxYear: '2025-26', submittedOn: '2027-01-31', lines: [line] }],
    };
    expect(yearOf(ask(facts), '2027-28').answer).toBe('must-use');
    expect(yearOf(ask({ ...facts, residence: [{ taxYear: '2025-26', ukResident: false }] }), '2027-28').answer).toBe(
      'need-not-use',
    );
  });
});

describe('staying and leaving', () => {
  const years = ['2024-25', '2025-26', '2026-27', '2027-28', '2028-29', '2029-30'];
  const answers = (amounts: readonly string[], asAt: string, more: object = {}) =>
    ask({ asAt, sources: [trade], returns: amounts.map((a, i) => tradeReturn(years[i] ?? '', a)), ...more });

  test('in from 2026-27, then little: out from 2029-30 by two returns and the fourth update (HMRC’s example D)', () => {
    const said = answers(['50000.01', '1.00', '20000.00', '20000.00'], '2029-06-01', {
      updates: [
        { taxYear: '2028-29', quarter: 4, sentOn: '2029-05-07', lines: [{ source: 'trade', gross: '20000.00' }] },
      ],
    });
    const got = said.years.filter((y) => y.taxYear <= '2029-30').map((y) => y.answer);
    expect(got).toEqual(['must-use', 'must-use', 'must-use', 'need-not-use']);
    expect(said.exit.earliestFrom).toBe('2029-04-06');
    expect(said.guidance.steps.map((s) => s.code)).toContain('opt-out-to-leave');
  });

  test.each([
    ['20000.00', 'need-not-use'],
    ['20000.01', 'must-use'],
  ])('a third year of £%s: %s', (amount, answer) => {
    const said = answers(['50000.01', '1.00', '100.00', '100.00', amount], '2030-02-01');
    expect(yearOf(said, '2029-30').answer).toBe(answer);
  });

  test('a year above the amount starts the count afresh', () => {
    const said = answers(['50000.01', '1.00', '100.00', '20000.01', '100.00'], '2030-02-01');
    expect(said.exit.earliestFrom).toBe('2031-04-06');
    expect(said.exit.counting.map((c) => [c.taxYear, c.counts])).toEqual([
      ['2026-27', true],
      ['2027-28', false],
      ['2028-29', true],
      ['2029-30', null],
    ]);
  });

  test('one small year changes nothing for somebody who is in', () => {
    const said = answers(['60000.00', '10.00'], '2027-05-01');
    expect(yearOf(said, '2027-28')).toMatchObject({ answer: 'must-use', tested: null });
  });
});

describe('circumstances', () => {
  const asked = (circumstance: object, more: object = {}) =>
    ask({
      asAt: '2027-05-01',
      sources: [trade],
      returns: [tradeReturn('2024-25', '90000.00')],
      circumstances: [circumstance],
      ...more,
    });
  test.each([
    ['digitally-excluded', '2027-04-05', true],
    ['digitally-excluded', '2027-04-06', false],
    ['no-national-insurance-number', '2026-04-05', true],
    ['no-national-insurance-number', '2026-04-06', false],
    ['blind-persons-allowance', '2025-04-05', true],
    ['blind-persons-allowance', '2025-04-06', false],
    ['averaging', '2024-06-01', true],
  ])('%s from %s: 2026-27 need not: %s', (kind, from, need) => {
    expect(yearOf(asked({ kind, from }), '2026-27').answer).toBe(need ? 'need-not-use' : 'must-use');
  });

  test('averaging exempts 2026-27 and no later year', () => {
    expect(yearOf(asked({ kind: 'averaging', from: '2020-01-01' }), '2027-28').answer).not.toBe('need-not-use');
  });

  test('all that apply are listed, not the first alone', () => {
    const said = ask({
      asAt: '2026-11-22',
      sources: [trade],
      circumstances: [
        { kind: 'averaging', from: '2024-06-01' },
        { kind: 'digitally-excluded', from: '2026-04-06' },
      ],
      residence: [{ taxYear: '2024-25', ukResident: false }],
    });
    expect(yearOf(said, '2026-27').exemptions.map((e) => e.kind)).toEqual([
      'digitally-excluded',
      'not-resident',
      'averaging',
    ]);
  });
});

describe('as published in 2021', () => {
  const asked = (amounts: readonly string[], asAt: string) =>
    ask({
      asAt,
      rules: '2021-published',
      sources: [trade],
      returns: amounts.map((a, i) => tradeReturn(['2022-23', '2023-24', '2024-25', '2025-26', '2026-27'][i] ?? '', a)),
    });
  test.each([
    ['9999.99', 'need-not-use'],
    ['10000.00', 'need-not-use'],
    ['10000.01', 'must-use'],
  ])('£%s in 2022-23: 2024-25 %s', (amount, answer) =>
    expect(yearOf(asked([amount], '2024-05-01'), '2024-25').answer).toBe(answer),
  );

  test('12,000 / 9,000 / 5,000 / 5,000 / 3,000: in from 2024-25, out in 2026-27 as the article has it', () => {
    const said = asked(['12000.00', '9000.00', '5000.00', '5000.00', '3000.00'], '2028-02-01');
    expect(said.years.slice(0, 3).map((y) => y.answer)).toEqual(['must-use', 'must-use', 'need-not-use']);
    expect(yearOf(said, '2026-27').because.map((r) => r.code)).toContain('regulation-reads-later');
    expect(said.exit.earliestFrom).toBe('2026-04-06');
  });

  test('until the third year’s return or fourth update is in, it answers must use', () => {
    expect(yearOf(asked(['12000.00', '9000.00', '5000.00', '5000.00'], '2026-12-01'), '2026-27').answer).toBe(
      'must-use',
    );
  });

  test('a quarter’s £3,000 from 1 January is £12,000', () => {
    const said = ask({
      asAt: '2025-05-01',
      rules: '2021-published',
      sources: [{ ...trade, startedOn: '2024-01-01' }],
      returns: [tradeReturn('2023-24', '3000.00')],
    });
    expect(said.incomes[0]?.qualifyingIncome).toBe('12000.00');
    expect(yearOf(said, '2025-26').answer).toBe('must-use');
  });
});
