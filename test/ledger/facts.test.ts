/** What do the books say, as facts? */
import { describe, expect, test } from 'vitest';
import type { RecordsTotal } from '../../shared/rules/facts.ts';
import {
  at,
  bankRow,
  day,
  emptyBooks,
  granted,
  importFile,
  letting,
  property,
  record,
  shopAndLets,
  trade,
} from './books.ts';

const asAt = day('2026-11-22');
const brief = (records: readonly RecordsTotal[]) => records.map((r) => [r.taxYear, r.source, r.upTo, r.gross]);

describe('running totals', () => {
  test('of empty books are none', () => {
    expect(shopAndLets().ledger.facts(asAt)).toMatchObject({
      asAt,
      rules: '2026-regulations',
      records: [],
      expected: [],
    });
  });

  test('give every source carried on in a year with records an entry, nil if it has none', () => {
    const { ledger } = emptyBooks();
    granted(ledger.addSource(at, trade('shop')));
    granted(ledger.addSource(at, trade('stall', { startedOn: day('2026-04-06') })));
    granted(ledger.addSource(at, trade('van', { ceasedOn: day('2026-04-05') })));
    granted(ledger.addSource(at, property('lets', { ceasedOn: day('2025-04-05') })));
    granted(ledger.addRecord(at, record('2026-04-05', 100)));
    granted(ledger.addRecord(at, record('2026-04-06', 200)));
    expect(brief(ledger.facts(asAt).records)).toEqual([
      ['2025-26', 'shop', '2026-04-05', 100],
      ['2025-26', 'van', '2026-04-05', 0],
      ['2026-27', 'shop', '2026-04-06', 200],
      ['2026-27', 'stall', '2026-04-06', 0],
    ]);
  });

  test.each([
    ['the books end before the year does', '2026-08-01', '2026-09-30', ['2026-27', 'shop', '2026-09-30', 100]],
    ['the books end on its last day', '2026-04-05', '2026-04-05', ['2025-26', 'shop', '2026-04-05', 100]],
    ['the books go on past it', '2026-04-05', '2026-04-06', ['2025-26', 'shop', '2026-04-05', 100]],
    ['the last row is after the day asked about', '2026-08-01', '2026-11-23', ['2026-27', 'shop', '2026-08-01', 100]],
  ])('are complete up to the latest day known, within the year: %s', (_what, recorded, banked, first) => {
    const books = emptyBooks();
    granted(books.ledger.addSource(at, trade('shop')));
    granted(books.ledger.addRecord(at, record(recorded, 100)));
    importFile(books, [bankRow(2, banked, -5, { sorted: 'not-business' })]);
    expect(brief(books.ledger.facts(asAt).records)[0]).toEqual(first);
  });

  test('count income by day and category, leave out expenses, tax withheld and Rent-a-Room, and take refunds off', () => {
    const { ledger } = shopAndLets();
    const entries = [
      record('2026-05-02', 1_000),
      record('2026-05-01', 300),
      record('2026-05-01', 200),
      record('2026-05-01', -50),
      record('2026-05-01', 70, { category: 'other' }),
      record('2026-05-01', 999, { category: 'costOfGoods' }),
      record('2026-05-01', 999, { category: 'taxTakenOffTradingIncome' }),
      record('2026-05-01', 500, { source: 'lets', category: 'periodAmount' }),
      record('2026-05-01', 999, { source: 'lets', category: 'other' }),
      record('2026-05-01', 999, { source: 'lets', category: 'rentARoom.rentsReceived' }),
    ];
    for (const entry of entries) granted(ledger.addRecord(at, entry));
    expect(ledger.facts(asAt).records).toEqual([
      {
        taxYear: '2026-27',
        source: 'shop',
        upTo: '2026-05-02',
        gross: 1_520,
        days: [
          ['2026-05-01', 'other', 70],
          ['2026-05-01', 'turnover', 450],
          ['2026-05-02', 'turnover', 1_000],
        ],
      },
      {
        taxYear: '2026-27',
        source: 'lets',
        upTo: '2026-05-02',
        gross: 500,
        days: [['2026-05-01', 'periodAmount', 500]],
      },
    ]);
  });

  test('a year with expenses alone is a year with records', () => {
    const { ledger } = shopAndLets();
    granted(ledger.addRecord(at, record('2026-05-01', 999, { category: 'costOfGoods' })));
    expect(ledger.facts(asAt).records.map((r) => [r.source, r.gross, r.days])).toEqual([
      ['shop', 0, []],
      ['lets', 0, []],
    ]);
  });

  test.each([
    ['2028-02-28', '2027-28'],
    ['2028-02-29', '2027-28'],
    ['2028-04-05', '2027-28'],
    ['2028-04-06', '2028-29'],
  ])('a record of %s is in %s', (on, taxYear) => {
    const { ledger } = shopAndLets();
    granted(ledger.addRecord(at, record(on, 100)));
    expect(brief(ledger.facts(day('2028-04-06')).records)[0]).toEqual([taxYear, 'shop', on, 100]);
  });

  test('are the own part of a letting whose share changes in the middle of a year', () => {
    const books = shopAndLets();
    granted(letting(books, 'elm', 1, 2));
    granted(letting(books, 'elm', 1, 1, '2026-10-01'));
    for (const on of ['2026-09-01', '2026-09-30', '2026-10-01', '2026-11-01']) {
      granted(books.ledger.addRecord(at, record(on, 80_001, { source: 'lets', category: 'periodAmount' })));
    }
    const lets = books.ledger.facts(asAt).records.find((r) => r.source === 'lets');
    expect([lets?.gross, lets?.days.map(([, , amount]) => amount)]).toEqual([
      240_004,
      [40_001, 40_001, 80_001, 80_001],
    ]);
  });
});

describe('expected receipts', () => {
  test('are those dated after the day asked about: own part, one for each source and day, income that counts alone', () => {
    const books = shopAndLets();
    granted(letting(books, 'elm', 1, 2));
    const rent = { source: 'lets', category: 'periodAmount' };
    for (const entry of [
      record('2026-11-22', 1),
      record('2026-11-23', 10),
      record('2026-11-23', 20, { category: 'other' }),
      record('2027-04-06', 40),
      record('2026-11-23', 80, { category: 'costOfGoods' }),
      record('2026-12-01', 101, rent),
    ]) {
      granted(books.ledger.addRecord(at, entry));
    }
    expect(books.ledger.facts(asAt).expected).toEqual([
      { source: 'shop', on: '2026-11-23', amount: 30 },
      { source: 'lets', on: '2026-12-01', amount: 51 },
      { source: 'shop', on: '2027-04-06', amount: 40 },
    ]);
    expect(brief(books.ledger.facts(asAt).records)).toEqual([
      ['2026-27', 'shop', '2026-11-22', 1],
      ['2026-27', 'lets', '2026-11-22', 0],
    ]);
  });
});

describe('rows not sorted yet', () => {
  test('are counted by tax year, up to the day asked about; only money in is a credit', () => {
    const books = shopAndLets();
    importFile(books, [
      bankRow(2, '2026-04-05', 100),
      bankRow(3, '2026-04-06', 200),
      bankRow(4, '2026-04-06', -900),
      bankRow(5, '2026-11-22', 300),
      bankRow(6, '2026-11-23', 400),
      bankRow(7, '2026-05-01', 500, { sorted: 'not-business' }),
    ]);
    expect(books.ledger.facts(asAt).unsorted).toEqual([
      { taxYear: '2025-26', credits: 100, rows: 1 },
      { taxYear: '2026-27', credits: 500, rows: 3 },
    ]);
    granted(books.ledger.sortRows(at, [1, 2], 'between-my-accounts'));
    expect(books.ledger.facts(asAt).unsorted).toEqual([{ taxYear: '2026-27', credits: 300, rows: 2 }]);
  });
});
