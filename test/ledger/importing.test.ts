/** Does a bank's file enter once, whole or not at all, and are its rows sorted once? */
import { describe, expect, test } from 'vitest';
import type { NewBankRow, NewRecord } from '../../main/ledger/api.ts';
import { most } from '../../shared/values/money.ts';
import {
  at,
  bankRow,
  codeOf,
  day,
  everything,
  granted,
  importFile,
  importStart,
  letting,
  opened,
  record,
  shopAndLets,
} from './books.ts';

const rows = [bankRow(2, '2026-05-01', 120_000), bankRow(3, '2026-05-01', -4_550), bankRow(4, '2026-05-02', 9_900)];
const page = { after: null, limit: 100 };
const noneHeld = { held: 0, heldRows: [] };

describe('a file', () => {
  test('gives every row once: the same file again has nothing new', () => {
    const books = shopAndLets();
    expect(importFile(books, rows)).toEqual({
      states: ['new', 'new', 'new'],
      tally: { fresh: 3, already: 0, recorded: 0, setAside: 0, unsorted: 3, ...noneHeld },
    });
    const { chain } = books.ledger.verify();
    expect(importFile(books, rows)).toEqual({
      states: ['already', 'already', 'already'],
      tally: { fresh: 0, already: 3, recorded: 0, setAside: 0, unsorted: 0, ...noneHeld },
    });
    expect(books.ledger.verify()).toMatchObject({ ok: true, chain });
  });

  test('that overlaps another gives only its new rows', () => {
    const books = shopAndLets();
    importFile(books, rows.slice(0, 2));
    expect(importFile(books, rows).states).toEqual(['already', 'already', 'new']);
    expect(books.ledger.unsorted(page).count).toBe(3);
  });

  test('keeps two equal rows that are two: their identities differ', () => {
    const books = shopAndLets();
    const coffee = bankRow(2, '2026-05-01', -350, { text: 'COFFEE', raw: 'COFFEE' });
    const { states } = importFile(books, [coffee, { ...coffee, line: 3, identity: 'the second that day' }, coffee]);
    expect(states).toEqual(['new', 'new', 'already']);
  });

  test('of another account has rows of its own, though they look the same', () => {
    const books = shopAndLets();
    importFile(books, rows);
    granted(books.ledger.importBegin({ ...importStart, account: 'Savings' }));
    expect(granted(books.ledger.importRows(rows))).toEqual(['new', 'new', 'new']);
    granted(books.ledger.importEnd(true));
    expect(new Set(books.ledger.unsorted(page).items.map((r) => r.account))).toEqual(new Set(['Current', 'Savings']));
  });

  test.each([
    ['ab'.repeat(32), 'ab'.repeat(32), 'already'],
    ['ab'.repeat(32), 'cd'.repeat(32), 'new'],
    ['FITID 1', 'FITID 2', 'new'],
  ])('tells rows apart by identity: %s and then %s is %s', (first, second, state) => {
    const books = shopAndLets();
    importFile(books, [bankRow(2, '2026-05-01', 1, { identity: first })]);
    expect(importFile(books, [bankRow(3, '2026-05-01', 1, { identity: second })]).states).toEqual([state]);
  });

  test('undone at the end leaves no trace, and its tally is that of keeping it', () => {
    const books = shopAndLets();
    const before = [books.ledger.verify(), books.ledger.unsorted(page), books.ledger.facts(day('2026-11-22'))];
    const undone = importFile(books, rows, false);
    expect([books.ledger.verify(), books.ledger.unsorted(page), books.ledger.facts(day('2026-11-22'))]).toEqual(before);
    expect(importFile(books, rows)).toEqual(undone);
  });

  test('under way keeps every other write out by name, and questions see the books as before', () => {
    const books = shopAndLets();
    granted(books.ledger.importBegin(importStart));
    granted(books.ledger.importRows(rows));
    expect(codeOf(books.ledger.addRecord(at, record('2026-05-01', 1)))).toBe('ledger-busy');
    expect(codeOf(books.ledger.importBegin(importStart))).toBe('ledger-busy');
    expect([books.ledger.unsorted(page).count, books.ledger.verify().ok]).toEqual([0, true]);
    granted(books.ledger.importEnd(true));
    expect(books.ledger.unsorted(page).count).toBe(3);
    expect(codeOf(books.ledger.addRecord(at, record('2026-05-01', 1)))).toBe('done');
  });

  test('abandoned by closing is undone', () => {
    const books = shopAndLets();
    granted(books.ledger.importBegin(importStart));
    granted(books.ledger.importRows(rows));
    books.ledger.close();
    expect(opened(books.path).ledger.unsorted(page).count).toBe(0);
  });

  test('on a full disk is undone as a whole, and the books take the next write', () => {
    const books = shopAndLets();
    const before = books.ledger.verify();
    books.connection.db.pragma('max_page_count = 60');
    granted(books.ledger.importBegin(importStart));
    const many = Array.from({ length: 2000 }, (_, i) => bankRow(i, '2026-05-01', i));
    expect(codeOf(books.ledger.importRows(many))).toBe('ledger-disk-full');
    expect(books.ledger.verify()).toEqual(before);
    books.connection.db.pragma('max_page_count = 100000');
    expect(importFile(books, many).tally.fresh).toBe(2000);
    expect(books.ledger.verify().checks).toEqual([]);
  });

  const refused: readonly (readonly [string, Partial<NewBankRow>, string])[] = [
    ['a day that is none', { date: '2026-02-30' as NewBankRow['date'] }, 'date-impossible'],
    ['a penny too much', { pence: (most + 1) as NewBankRow['pence'] }, 'money-too-large'],
    ['a NUL', { text: 'a\0b' }, 'text-unusable'],
    ['a split that does not add up', { sorted: [record('2026-05-01', 99)] }, 'split-unequal'],
    ['a split into nothing', { sorted: [] }, 'split-unequal'],
    ['a record of an unknown source', { sorted: [record('2026-05-01', 100, { source: 'boat' })] }, 'source-unknown'],
  ];
  test.each(refused)('with %s has that batch refused before any of it is taken', (_what, more, code) => {
    const books = shopAndLets();
    granted(books.ledger.importBegin(importStart));
    expect(codeOf(books.ledger.importRows([...rows, bankRow(9, '2026-05-01', 100, more)]))).toBe(code);
    expect(granted(books.ledger.importEnd(true)).fresh).toBe(0);
  });
});

describe('a row that arrives sorted', () => {
  const rent = (pence: number, category = 'periodAmount'): NewRecord =>
    record('2026-05-01', pence, { source: 'lets', category });

  test("splits into records that add up to it: an agent's rent less fee and repair", () => {
    const books = shopAndLets();
    const split = [rent(100_000), rent(12_000, 'professionalFees'), rent(8_000, 'repairsAndMaintenance')];
    const sorted = [bankRow(2, '2026-05-01', 80_000, { sorted: split })];
    expect(importFile(books, sorted).tally).toEqual({
      fresh: 1,
      already: 0,
      recorded: 1,
      setAside: 0,
      unsorted: 0,
      ...noneHeld,
    });
    const kept = books.ledger.records(everything).items;
    expect(kept.map((r) => [r.category, r.pence, r.bankRow])).toEqual([
      ['repairsAndMaintenance', 8_000, 1],
      ['professionalFees', 12_000, 1],
      ['periodAmount', 100_000, 1],
    ]);
  });

  test('adds back the tax a contractor withheld: £1,000 of labour arrives as £800', () => {
    const books = shopAndLets();
    const withheld = record('2026-05-01', 20_000, { category: 'taxTakenOffTradingIncome' });
    const row = bankRow(2, '2026-05-01', 80_000, { sorted: [record('2026-05-01', 100_000), withheld] });
    expect(importFile(books, [row]).tally.recorded).toBe(1);
  });

  test('is in one of four states, and each is counted', () => {
    const books = shopAndLets();
    const { tally } = importFile(books, [
      bankRow(2, '2026-05-01', 100, { sorted: [record('2026-05-01', 100)] }),
      bankRow(3, '2026-05-01', 200, { sorted: 'not-business' }),
      bankRow(4, '2026-05-01', 300, { sorted: 'between-my-accounts' }),
      bankRow(5, '2026-05-01', -400),
    ]);
    expect(tally).toEqual({ fresh: 4, already: 0, recorded: 1, setAside: 2, unsorted: 1, ...noneHeld });
    const { items, ...all } = books.ledger.unsorted(page);
    expect([items.map((r) => r.pence), all]).toEqual([[-400], { next: null, count: 1, moneyIn: 0, moneyOut: 400 }]);
    expect(codeOf(books.ledger.sortRows(at, [1], 'not-business'))).toBe('row-sorted');
    expect(books.ledger.verify().checks).toEqual([]);
  });
});

describe('sorting', () => {
  test.each([
    ['money in to an income', 500, 'turnover', 500],
    ['money out of an income is a refund given', -500, 'turnover', -500],
    ['money out to an expense', -500, 'costOfGoods', 500],
    ['money in to an expense is a refund had', 500, 'costOfGoods', -500],
  ])('%s', (_what, pence, category, kept) => {
    const books = shopAndLets();
    importFile(books, [bankRow(2, '2026-05-01', pence)]);
    expect(granted(books.ledger.sortRows(at, [1], { source: 'shop', letting: null, category }))).toEqual({ sorted: 1 });
    expect(books.ledger.records(everything).items).toEqual([
      {
        ...record('2026-05-01', kept, { category, description: 'CARD PAYMENT 2' }),
        id: 1,
        own: kept,
        bankRow: 1,
        rule: null,
      },
    ]);
    expect(books.ledger.unsorted(page)).toEqual({ items: [], next: null, count: 0, moneyIn: 0, moneyOut: 0 });
    expect(books.ledger.verify().checks).toEqual([]);
  });

  test('set aside is listed newest first, put back all or none, and undone like anything else', () => {
    const books = shopAndLets();
    importFile(books, [
      bankRow(2, '2026-05-01', 100, { sorted: 'not-business' }),
      bankRow(3, '2026-05-02', 200),
      bankRow(4, '2026-05-03', -300),
      bankRow(5, '2026-05-03', 400, { sorted: [record('2026-05-03', 400)] }),
    ]);
    granted(books.ledger.sortRows(at, [3], 'between-my-accounts'));
    const aside = () => books.ledger.setAside(page).items.map(({ id, as }) => [id, as]);
    const both = [
      [3, 'between-my-accounts'],
      [1, 'not-business'],
    ];
    expect(aside()).toEqual(both);
    const first = books.ledger.setAside({ after: null, limit: 1 });
    expect([first.items.length, first.next]).toEqual([1, '2026-05-03 3']);
    expect(books.ledger.setAside({ after: first.next, limit: 1 })).toMatchObject({ items: [{ id: 1 }], next: null });
    expect(books.ledger.putBack(at, [1, 2])).toEqual({
      ok: false,
      problem: { code: 'row-sorted', path: 'rows', values: { row: 2 } },
    });
    expect(codeOf(books.ledger.putBack(at, [4]))).toBe('row-sorted');
    expect(codeOf(books.ledger.putBack(at, [1, 99]))).toBe('row-unknown');
    expect(aside()).toEqual(both);
    expect(granted(books.ledger.putBack(at, [1, 3, 3]))).toEqual({ putBack: 2 });
    expect([aside(), books.ledger.unsorted(page).count]).toEqual([[], 3]);
    granted(books.ledger.sortRows(at, [1], { source: 'shop', letting: null, category: 'turnover' }));
    expect(books.ledger.records(everything).items.length).toBe(2);
    granted(books.ledger.undo(at));
    granted(books.ledger.undo(at));
    expect([aside(), books.ledger.unsorted(page).count]).toEqual([both, 1]);
    expect(books.ledger.verify().checks).toEqual([]);
  });

  test('takes all the rows or none: one that is sorted already is refused by its number', () => {
    const books = shopAndLets();
    importFile(books, rows);
    granted(books.ledger.sortRows(at, [2], 'not-business'));
    const before = [books.ledger.verify(), books.ledger.unsorted(page)];
    expect(books.ledger.sortRows(at, [1, 2, 3], 'between-my-accounts')).toEqual({
      ok: false,
      problem: { code: 'row-sorted', path: 'rows', values: { row: 2 } },
    });
    expect(codeOf(books.ledger.sortRows(at, [1, 99], 'not-business'))).toBe('row-unknown');
    const boat = { source: 'boat', letting: null, category: 'turnover' };
    expect(codeOf(books.ledger.sortRows(at, [1, 3], boat))).toBe('source-unknown');
    expect([books.ledger.verify(), books.ledger.unsorted(page)]).toEqual(before);
    expect(granted(books.ledger.sortRows(at, [1, 3], 'between-my-accounts'))).toEqual({ sorted: 2 });
    expect(books.ledger.verify()).toMatchObject({ ok: true, actions: 6 });
  });

  test("works out the person's own part of a joint letting", () => {
    const books = shopAndLets();
    granted(letting(books, 'elm', 1, 3));
    importFile(books, [bankRow(2, '2026-05-01', 100_000)]);
    granted(books.ledger.sortRows(at, [1], { source: 'lets', letting: 'elm', category: 'periodAmount' }));
    expect(books.ledger.records(everything).items[0]).toMatchObject({ pence: 100_000, own: 33_333 });
  });

  test('leaves rows newest first, a page at a time, with what all of them come to', () => {
    const books = shopAndLets();
    importFile(books, rows);
    const first = books.ledger.unsorted({ after: null, limit: 2 });
    expect([first.items.map((r) => r.id), first.count, first.moneyIn, first.moneyOut]).toEqual([
      [3, 2],
      3,
      129_900,
      4_550,
    ]);
    expect(books.ledger.unsorted({ after: first.next, limit: 2 }).items).toEqual([
      { id: 1, account: 'Current', date: '2026-05-01', text: 'CARD PAYMENT 2', pence: 120_000 },
    ]);
  });
});
