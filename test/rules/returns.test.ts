import { describe, expect, test } from 'vitest';
import { wholeMonths } from '../../shared/rules/annualisation.ts';
import { parsePlainDate, type PlainDate } from '../../shared/values/dates.ts';
import { ask, box, flat, incomeOf, sent, trade, tradeReturn, yearOf } from './facts.ts';

const civilDay = (text: string): PlainDate => {
  const day = parsePlainDate(text);
  if (day === undefined) throw new Error(`no such day: ${text}`);
  return day;
};
describe('whole months', () => {
  test.each([
    ['2026-01-01', '2026-04-05', 3],
    ['2026-01-01', '2026-03-05', null],
    ['2026-01-01', '2026-04-20', null],
    ['2026-04-01', '2026-04-05', null],
    ['2026-04-06', '2027-03-31', 12],
    ['2026-04-10', '2027-03-31', null],
    ['2026-04-06', '2027-03-20', null],
    ['2026-04-06', '2028-03-31', null],
    ['2026-05-10', '2027-04-08', null],
    ['2026-04-06', '2026-04-30', null],
  ])('%s to %s: %s', (from, to, months) =>
    expect(wholeMonths({ from: civilDay(from), to: civilDay(to) })).toBe(months),
  );
});

describe('returns, line by line', () => {
  const asked = (lines: readonly object[], more: object = {}, sources: readonly object[] = [trade, flat]) =>
    ask({ asAt: '2026-05-01', sources, returns: [sent('2024-25', lines, more)] });

  test('box 15 counts on SA103F and not on SA105', () => {
    const said = asked([box('trade', 'SA103F', '15', '100.00'), box('flat', 'SA105', '15', '900.00')]);
    expect(incomeOf(said, '2024-25')).toMatchObject({ qualifyingIncome: '100.00', leftOut: [{ amount: '900.00' }] });
    expect(incomeOf(said, '2024-25')?.leftOut[0]?.what).toContain('SA105 box 15');
  });

  test('lines of one source are one part where they are for one period or for periods that follow on each other', () => {
    const during = (from: string, to: string) => ({ period: { from, to } });
    const said = asked([
      box('trade', 'SA103F', '15', '1.00', during('2024-04-06', '2024-10-05')),
      box('trade', 'SA103F', '15', '2.00', during('2024-04-06', '2025-04-05')),
      box('trade', 'SA103F', '15', '3.00', during('2024-10-06', '2025-04-05')),
      box('trade', 'SA103F', '16', '4.00', during('2024-10-06', '2025-04-05')),
    ]);
    expect(incomeOf(said, '2024-25')?.workings.map((w) => [w.gross, w.annualised])).toEqual([['10.00', '10.00']]);
  });

  test.each([
    ['2024-10-05', null, 'not-scaled', '15000.00'],
    ['2025-04-04', null, 'not-scaled', '15000.00'],
    ['2025-04-05', null, 'whole-year', '15000.00'],
    ['2024-10-05', { from: '2024-04-06', to: '2025-04-05' }, 'whole-year', '15000.00'],
  ])('stopped on %s, the line for %o: %s, %s', (ceasedOn, period, used, annualised) => {
    const said = asked([box('trade', 'SA103F', '15', '15000.00', { period })], {}, [{ ...trade, ceasedOn }, flat]);
    expect(incomeOf(said, '2024-25')?.workings[0]).toMatchObject({ used, annualised });
  });

  test.each([
    ['2025-04-04', 'not-scaled', '20000.00'],
    ['2025-04-05', 'not-scaled', '20000.00'],
    ['2025-04-06', 'months', '40000.00'],
  ])(
    'begun on 6 October and stopped on %s: %s, because a source begun and stopped in one year is not scaled up',
    (ceasedOn, used, annualised) => {
      const sources = [{ ...trade, startedOn: '2024-10-06', ceasedOn }, flat];
      const said = asked([box('trade', 'SA103F', '15', '20000.00')], {}, sources);
      expect(incomeOf(said, '2024-25')?.workings[0]).toMatchObject({ used, annualised });
    },
  );

  test('begun in October and stopped only after the year: scaled up', () => {
    const sources = [{ ...trade, startedOn: '2024-10-06', ceasedOn: '2026-06-01' }];
    const said = asked([box('trade', 'SA103F', '15', '20000.00')], {}, sources);
    expect(incomeOf(said, '2024-25')?.workings[0]).toMatchObject({ used: 'months', annualised: '40000.00' });
  });

  test('a just and reasonable figure on any line of a part is the part’s', () => {
    const justAndReasonable = { amount: '9000.00', reason: 'seasonal' };
    const lines = [
      box('trade', 'SA103F', '15', '5000.00'),
      box('trade', 'SA103F', '16', '100.00', { justAndReasonable }),
    ];
    const said = asked(lines, {}, [{ ...trade, startedOn: '2024-10-06' }]);
    expect(incomeOf(said, '2024-25')?.workings[0]?.justAndReasonable).toBe('9000.00');
  });

  test('one line of a stopped trade that asks to be scaled up is enough', () => {
    const lines = [
      box('trade', 'SA103F', '15', '10000.00', { grossUpCeased: true }),
      box('trade', 'SA103F', '16', '5000.00'),
    ];
    const said = asked(lines, {}, [{ ...trade, ceasedOn: '2024-10-05' }, flat]);
    expect(incomeOf(said, '2024-25')?.workings[0]).toMatchObject({ used: 'months', annualised: '30000.00' });
  });

  test.each([
    ['26000.00', 'need-not-use', 'raised after the start: ignored'],
    ['20000.00', 'need-not-use', 'the same'],
  ])('half a year’s £20,000 amended to £%s in May 2026: %s (%s)', (amount, answer) => {
    const amendments = [{ madeOn: '2026-05-01', lines: [box('trade', 'SA103F', '15', amount)] }];
    const lines = [box('trade', 'SA103F', '15', '20000.00')];
    const said = asked(lines, { amendments }, [{ ...trade, startedOn: '2024-10-06' }]);
    expect(yearOf(said, '2026-27').answer).toBe(answer);
  });

  test('half a year’s £26,000 amended down to £20,000 in May 2026 takes a person out again', () => {
    const amendments = [{ madeOn: '2026-05-01', lines: [box('trade', 'SA103F', '15', '20000.00')] }];
    const lines = [box('trade', 'SA103F', '15', '26000.00')];
    const said = asked(lines, { amendments }, [{ ...trade, startedOn: '2024-10-06' }]);
    expect(yearOf(said, '2026-27').answer).toBe('need-not-use');
  });

  test('of several amendments the latest stands, in whatever order they are told; one made on the day itself counts', () => {
    const amendment = (madeOn: string, amount: string) => ({ madeOn, lines: [box('trade', 'SA103F', '15', amount)] });
    const amendments = [
      amendment('2026-05-01', '300.00'),
      amendment('2026-02-01', '100.00'),
      amendment('2026-03-01', '200.00'),
    ];
    expect(incomeOf(asked([box('trade', 'SA103F', '15', '1.00')], { amendments }), '2024-25')?.qualifyingIncome).toBe(
      '300.00',
    );
  });

  test('a year before the rules have figures is not listed', () => {
    const returns = [sent('2022-23', [box('trade', 'SA103F', '15', '90000.00')]), tradeReturn('2024-25', '1.00')];
    const said = ask({ asAt: '2026-05-01', sources: [trade], returns });
    expect(said.incomes.map((i) => i.taxYear)).toEqual(['2024-25']);
  });
});
