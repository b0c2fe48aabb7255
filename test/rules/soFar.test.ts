import { describe, expect, test } from 'vitest';
import { ask, flat, incomeOf, trade, tradeReturn, villa, yearOf } from './facts.ts';

describe('updates', () => {
  const update = (taxYear: string, quarter: number, sentOn: string, gross: string) => ({
    taxYear,
    quarter,
    sentOn,
    lines: [{ source: 'trade', gross }],
  });
  const books = [{ taxYear: '2026-27', source: 'trade', upTo: '2027-04-05', gross: '7.00' }];
  const asked = (updates: readonly object[], asAt = '2027-06-01') =>
    incomeOf(ask({ asAt, sources: [trade], updates, records: books }), '2026-27');

  test('the fourth update, once sent, is what the year’s income is read from, before the books; it opens no records', () => {
    const said = asked([update('2026-27', 4, '2027-06-01', '9.00'), update('2026-27', 3, '2027-02-01', '8.00')]);
    expect(said).toMatchObject({ basis: 'update', qualifyingIncome: '9.00', workings: [{ rows: null }] });
  });

  test('sent twice, the later one stands; another year’s or a later quarter’s says nothing', () => {
    const updates = [
      update('2026-27', 4, '2027-05-20', '9.50'),
      update('2026-27', 4, '2027-05-01', '9.00'),
      update('2025-26', 4, '2027-05-30', '5.00'),
      update('2027-28', 1, '2027-06-01', '6.00'),
    ];
    expect(asked(updates)?.qualifyingIncome).toBe('9.50');
  });

  test('a fourth update sent before the year is over waits for its end', () => {
    const early = [update('2026-27', 4, '2027-04-02', '9.00')];
    expect([asked(early, '2027-04-05')?.basis, asked(early, '2027-04-06')?.basis]).toEqual(['projection', 'update']);
  });

  test('one sent the day after is not known yet', () =>
    expect(asked([update('2026-27', 4, '2027-06-02', '9.00')])).toMatchObject({ basis: 'records' }));
});

describe('books', () => {
  const record = (taxYear: string, source: string, upTo: string, gross: string, days: readonly unknown[] = []) => ({
    taxYear,
    source,
    upTo,
    gross,
    days,
  });

  test('a total that goes on past the day is cut back to it, the day itself included', () => {
    const days = [
      ['2026-04-06', 'turnover', '100.00'],
      ['2026-11-22', 'turnover', '20.00'],
      ['2026-11-23', 'turnover', '3.00'],
    ];
    const records = [record('2026-27', 'trade', '2027-01-31', '123.00', days)];
    const soFar = (asAt: string) => ask({ asAt, sources: [trade], records }).next?.soFar;
    expect(['2026-04-06', '2026-11-21', '2026-11-22', '2026-11-23'].map(soFar)).toEqual([
      '100.00',
      '100.00',
      '120.00',
      '123.00',
    ]);
  });

  test('a year that has not begun is not in the books yet', () => {
    const records = [record('2027-28', 'trade', '2027-05-31', '50.00', [['2027-05-01', 'turnover', '50.00']])];
    const said = (asAt: string) => ask({ asAt, sources: [trade], records }).incomes.map((i) => i.taxYear);
    expect([said('2027-04-05'), said('2027-04-06')]).toEqual([[], ['2027-28']]);
  });

  test('a source not carried on in the year has no part in its projection', () => {
    const later = { ...flat, startedOn: '2027-05-01' };
    const records = [
      record('2026-27', 'trade', '2026-11-22', '5000.00'),
      record('2025-26', 'barrow', '2026-04-05', '9.00'),
    ];
    const said = ask({ asAt: '2026-11-22', sources: [trade, later], records });
    expect(incomeOf(said, '2026-27')?.workings.map((w) => w.source)).toEqual(['trade']);
  });

  test('what the books hold under a name that is not declared is run on over the whole year like any other', () => {
    const records = [
      record('2026-27', 'trade', '2027-04-05', '100.00'),
      record('2026-27', 'barrow', '2026-05-05', '40.00'),
    ];
    const said = ask({ asAt: '2027-04-05', sources: [trade], records });
    expect(incomeOf(said, '2026-27')?.workings.map((w) => [w.source, w.gross])).toEqual([
      ['trade', '100.00'],
      // £40.00 in 30 of 365 days.
      ['barrow', '486.67'],
    ]);
  });

  test('books are whole when every source carried on in the year is recorded to its end there', () => {
    const sources = [{ ...trade, ceasedOn: '2026-12-31' }, flat, { ...villa, startedOn: '2027-05-01' }];
    const basis = (tradeTo: string, flatTo: string) => {
      const records = [record('2026-27', 'trade', tradeTo, '5.00'), record('2026-27', 'flat', flatTo, '6.00')];
      return incomeOf(ask({ asAt: '2027-06-01', sources, records }), '2026-27')?.basis;
    };
    expect(basis('2026-12-31', '2027-04-05')).toBe('records');
    expect(basis('2026-12-30', '2027-04-05')).toBe('projection');
    expect(basis('2026-12-31', '2027-04-04')).toBe('projection');
  });

  test.each([
    ['2027-04-05', 'records'],
    ['2027-04-06', 'tax-return'],
    ['2028-01-31', 'tax-return'],
    ['2028-02-01', 'tax-return-overdue'],
  ])('on %s what is missing for 2026-27 is its %s', (asAt, code) => {
    const returns = [tradeReturn('2024-25', '1.00'), tradeReturn('2025-26', '1.00', { submittedOn: '2026-06-01' })];
    const said = ask({ asAt, sources: [trade], returns });
    expect(yearOf(said, '2028-29').missing.map((m) => [m.code, m.taxYear])).toEqual([[code, '2026-27']]);
  });

  test.each([
    ['flat', '2026-12-01', '50.00'],
    ['flat', '2026-11-30', undefined],
    ['flat', '2027-04-05', '50.00'],
    ['flat', '2027-04-06', undefined],
    ['trade', '2027-01-01', undefined],
  ])('a flat let from 1 December on, £50 to come to the %s on %s: its year is %s', (source, day, gross) => {
    const said = ask({
      asAt: '2026-11-22',
      sources: [trade, { ...flat, startedOn: '2026-12-01' }],
      records: [record('2026-27', 'trade', '2026-11-22', '100.00')],
      expected: [{ source, on: day, amount: '50.00' }],
    });
    expect(incomeOf(said, '2026-27')?.workings.find((w) => w.source === 'flat')?.gross).toBe(gross);
  });

  test('what is to come counts only after what the books already hold', () => {
    const asked = (on: string) =>
      incomeOf(
        ask({
          asAt: '2027-04-05',
          sources: [trade],
          records: [record('2026-27', 'trade', '2027-04-01', '36100.00')],
          expected: [{ source: 'trade', on, amount: '5000.00' }],
        }),
        '2026-27',
      )?.qualifyingIncome;
    expect([asked('2027-04-01'), asked('2027-04-02')]).toEqual(['36500.00', '41100.00']);
  });

  test('records that end before a source began say nothing of how it will go on', () => {
    const said = ask({
      asAt: '2026-11-22',
      sources: [{ ...trade, startedOn: '2026-11-01' }],
      records: [record('2026-27', 'trade', '2026-10-31', '70.00')],
    });
    expect(incomeOf(said, '2026-27')?.workings[0]?.gross).toBe('70.00');
  });
});
