import { describe, expect, test } from 'vitest';
import { ask, flat, trade, tradeReturn, yearOf } from './facts.ts';

describe('entry: the amount is a limit, not a target', () => {
  test.each([
    ['2024-25', '49999.99', '2026-05-01', '2026-27', 'need-not-use'],
    ['2024-25', '50000.00', '2026-05-01', '2026-27', 'need-not-use'],
    ['2024-25', '50000.01', '2026-05-01', '2026-27', 'must-use'],
    ['2025-26', '29999.99', '2027-05-01', '2027-28', 'need-not-use'],
    ['2025-26', '30000.00', '2027-05-01', '2027-28', 'need-not-use'],
    ['2025-26', '30000.01', '2027-05-01', '2027-28', 'must-use'],
    ['2026-27', '19999.99', '2028-05-01', '2028-29', 'need-not-use'],
    ['2026-27', '20000.00', '2028-05-01', '2028-29', 'need-not-use'],
    ['2026-27', '20000.01', '2028-05-01', '2028-29', 'must-use'],
  ])('£%2$s in %1$s', (tested, amount, asAt, decides, answer) => {
    const before = ['2024-25', '2025-26'].filter((y) => y < tested).map((y) => tradeReturn(y, '100.00'));
    const said = yearOf(ask({ asAt, sources: [trade], returns: [...before, tradeReturn(tested, amount)] }), decides);
    expect(said.answer).toBe(answer);
    expect(said.certainty).toBe('decided');
    expect(said.from).toBe(answer === 'must-use' ? `${decides.slice(0, 4)}-04-06` : null);
    expect(said.tested?.taxYear).toBe(tested);
    expect(said.because[0]?.cite.title).toContain('SI 2026/336 reg 27');
  });

  test('rent and trade are added up: £25,000 and £27,000 are in (HMRC’s example A)', () => {
    const lines = [
      { source: 'flat', form: 'SA105', box: '20', amount: '25000.00' },
      { source: 'trade', form: 'SA103F', box: '15', amount: '27000.00' },
    ] as const;
    const said = ask({
      asAt: '2026-05-01',
      sources: [trade, flat],
      returns: [{ taxYear: '2024-25', submittedOn: '2026-01-31', lines: [...lines] }],
    });
    expect(yearOf(said, '2026-27').answer).toBe('must-use');
    expect(said.incomes[0]?.qualifyingIncome).toBe('52000.00');
  });

  test('a box that stopped counting is left out by name: furnished holiday lets in 2025-26', () => {
    const line = { source: 'flat', form: 'SA105', box: '5', amount: '40000.00' } as const;
    const at = (taxYear: string) =>
      ask({ asAt: '2027-05-01', sources: [flat], returns: [{ taxYear, submittedOn: '2026-01-31', lines: [line] }] });
    expect(at('2024-25').incomes[0]?.qualifyingIncome).toBe('40000.00');
    expect(at('2025-26').incomes[0]?.qualifyingIncome).toBe('0.00');
    expect(at('2025-26').incomes[0]?.leftOut[0]?.what).toContain('SA105 box 5');
  });

  test('a part year that is not whole months is scaled by days, and says nothing of months', () => {
    const began = { ...trade, startedOn: '2024-10-07' };
    const said = ask({ asAt: '2026-05-01', sources: [began], returns: [tradeReturn('2024-25', '18100.00')] });
    expect(said.incomes[0]?.workings[0]).toMatchObject({
      months: null,
      byMonths: null,
      days: '181',
      ofDays: '365',
      used: 'days',
      annualised: '36500.00',
    });
  });

  test('six months of trading are doubled (HMRC’s example B), and too close to call where days say otherwise', () => {
    const began = { ...trade, startedOn: '2024-10-06' };
    const asked = (amount: string) =>
      yearOf(ask({ asAt: '2026-05-01', sources: [began], returns: [tradeReturn('2024-25', amount)] }), '2026-27');
    expect(asked('24000.00').answer).toBe('need-not-use');
    expect(asked('25000.00').answer).toBe('borderline');
    expect(asked('25000.00').because.map((r) => r.code)).toContain('methods-disagree');
    expect(asked('25000.01').answer).toBe('must-use');
  });

  test('a later year that rests on a borderline one keeps the doubt only where it would differ', () => {
    const began = { ...trade, startedOn: '2024-10-06' };
    const returns = [
      tradeReturn('2024-25', '25000.00'),
      tradeReturn('2025-26', '31000.00'),
      tradeReturn('2026-27', '1000.00'),
    ];
    const said = ask({ asAt: '2028-05-01', sources: [began], returns });
    expect(said.years.map((y) => [y.taxYear, y.answer])).toEqual([
      ['2026-27', 'borderline'],
      ['2027-28', 'must-use'],
      ['2028-29', 'must-use'],
      ['2029-30', 'needs-information'],
      ['2030-31', 'needs-information'],
    ]);
  });

  test('just and reasonable never changes the figure used; on the other side it makes the answer borderline', () => {
    const line = {
      source: 'trade',
      form: 'SA103F',
      box: '15',
      amount: '30000.00',
      period: { from: '2024-10-06', to: '2025-04-05' },
    } as const;
    const fair = (amount: string) =>
      yearOf(
        ask({
          asAt: '2026-05-01',
          sources: [trade],
          returns: [
            {
              taxYear: '2024-25',
              submittedOn: '2026-01-31',
              lines: [{ ...line, justAndReasonable: { amount, reason: 'winter trade' } }],
            },
          ],
        }),
        '2026-27',
      );
    expect(fair('55000.00').answer).toBe('must-use');
    expect(fair('31000.00').answer).toBe('borderline');
    expect(fair('31000.00').tested?.qualifyingIncome).toBe('60000.00');
  });

  test('where rounding hides that it is more, the exact excess is given', () => {
    const line = {
      source: 'trade',
      form: 'SA103F',
      box: '15',
      amount: '0.01',
      period: { from: '2024-04-06', to: '2025-04-05' },
    } as const;
    const other = {
      source: 'flat',
      form: 'SA105',
      box: '20',
      amount: '24931.51',
      period: { from: '2024-10-06', to: '2025-04-04' },
    } as const;
    const said = yearOf(
      ask({
        asAt: '2026-05-01',
        sources: [trade, flat],
        returns: [{ taxYear: '2024-25', submittedOn: '2026-01-31', lines: [line, other] }],
      }),
      '2026-27',
    );
    const exact = 1 + (2493151 * 365) / 181;
    expect(said.answer).toBe(exact > 5_000_000 ? 'must-use' : 'need-not-use');
  });
});

describe('what is not known is not taken for nil', () => {
  test('a return past its date is missing information, by name', () => {
    const said = yearOf(ask({ asAt: '2026-05-01', sources: [trade] }), '2026-27');
    expect(said.answer).toBe('needs-information');
    expect(said.missing.map((m) => [m.code, m.taxYear])).toEqual([['tax-return-overdue', '2024-25']]);
    expect(said.because[0]?.cite.url).toMatch(/^https:/);
  });

  test('books that already exceed the amount answer for an overdue return', () => {
    const records = (gross: string) => [{ taxYear: '2024-25', source: 'trade', upTo: '2025-04-05', gross }];
    const asked = (gross: string) =>
      yearOf(ask({ asAt: '2026-05-01', sources: [trade], records: records(gross) }), '2026-27').answer;
    expect([asked('49999.99'), asked('50000.00'), asked('50000.01')]).toEqual([
      'needs-information',
      'needs-information',
      'must-use',
    ]);
  });

  test('so does any update that already exceeds it', () => {
    const updates = [
      { taxYear: '2024-25', quarter: 2, sentOn: '2024-11-01', lines: [{ source: 'trade', gross: '50000.01' }] },
    ];
    expect(yearOf(ask({ asAt: '2026-05-01', sources: [trade], updates }), '2026-27').answer).toBe('must-use');
  });

  test('an exempt year still shows what was looked at', () => {
    const circumstances = [{ kind: 'digitally-excluded', from: '2026-04-06' }];
    const said = ask({
      asAt: '2026-05-01',
      sources: [trade],
      returns: [tradeReturn('2024-25', '60000.00')],
      circumstances,
    });
    expect(yearOf(said, '2026-27').tested).toMatchObject({ taxYear: '2024-25', qualifyingIncome: '60000.00' });
  });

  test('before it is due: the fourth update, else complete records, else a forecast', () => {
    const base = { asAt: '2026-06-01', sources: [trade], returns: [tradeReturn('2024-25', '10000.00')] };
    const records = (upTo: string, gross: string) => [{ taxYear: '2025-26', source: 'trade', upTo, gross }];
    const year = (more: object) => yearOf(ask({ ...base, ...more }), '2027-28');
    const whole = year({ records: records('2026-04-05', '30000.01') });
    expect([whole.answer, whole.certainty]).toEqual(['must-use', 'recorded']);
    const part = year({ records: records('2025-10-05', '16000.00') });
    expect([part.answer, part.certainty]).toEqual(['must-use', 'forecast']);
    const update = year({
      records: records('2026-04-05', '99999.00'),
      updates: [
        { taxYear: '2025-26', quarter: 4, sentOn: '2026-05-01', lines: [{ source: 'trade', gross: '30000.00' }] },
      ],
    });
    expect([update.answer, update.certainty]).toEqual(['need-not-use', 'recorded']);
    expect(year({}).answer).toBe('needs-information');
  });

  test('money in that is not sorted yet and could carry it over makes it borderline', () => {
    const records = [{ taxYear: '2026-27', source: 'trade', upTo: '2027-04-05', gross: '19000.00' }];
    const asked = (credits: string) =>
      yearOf(
        ask({
          asAt: '2027-05-01',
          sources: [trade],
          returns: [tradeReturn('2024-25', '1.00'), tradeReturn('2025-26', '1.00')],
          records,
          unsorted: [{ taxYear: '2026-27', credits, rows: 3 }],
        }),
        '2028-29',
      ).answer;
    expect([asked('1000.00'), asked('1000.01')]).toEqual(['need-not-use', 'borderline']);
  });

  test('nothing declared is a question back, not an answer', () => {
    expect(ask({ asAt: '2026-05-01' }).years.map((y) => y.answer)).toEqual([
      'needs-information',
      'needs-information',
      'needs-information',
    ]);
  });

  test('no notice to file at all counts as nil and brings nobody in', () => {
    const said = yearOf(
      ask({ asAt: '2026-05-01', sources: [trade], returns: [{ taxYear: '2024-25', noticeGivenOn: null }] }),
      '2026-27',
    );
    expect(said.answer).toBe('need-not-use');
  });
});
