/** Is a row that may be one the books have already neither dropped nor added until the person says which? */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  at,
  bankRow,
  codeOf,
  day,
  everything,
  granted,
  importFile,
  record,
  runs,
  seed,
  shopAndLets,
  type Books,
} from './books.ts';
import { importEqual } from './equalRows.ts';

const page = { after: null, limit: 500 };
const standing = (books: Books): number =>
  books.connection.sql<number>("SELECT count(*) FROM standing_bank_row WHERE state <> 'held'").pluck().get() ?? 0;
const counts = (books: Books): readonly [number, number] => [standing(books), books.ledger.held().length];

describe('two teas on a day that two files share', () => {
  const may2 = (n: number): string[] => Array.from({ length: n }, () => '2 TEA');
  // What the first file has, what the second has, and then: rows in the books, rows held.
  test.each([
    ['ends with that day, begins with it', ['1 TEA', ...may2(1)], [...may2(1), '3 TEA'], 3, 1],
    ['begins with it, ends with it', [...may2(1), '3 TEA'], ['1 TEA', ...may2(1)], 3, 1],
    ['one there, two here', ['1 TEA', ...may2(1)], [...may2(2), '3 TEA'], 4, 1],
    ['two there, one here', ['1 TEA', ...may2(2)], [...may2(1), '3 TEA'], 4, 1],
    ['both begin with it', [...may2(1), '3 TEA'], [...may2(2), '3 TEA', '4 TEA'], 4, 0],
    ['both end with it, downloaded at noon and at night', ['1 TEA', ...may2(1)], ['1 TEA', ...may2(2)], 3, 0],
    ['the first goes on beyond it on both sides', ['1 TEA', ...may2(1), '3 TEA'], [...may2(1), '3 TEA', '4 TEA'], 4, 0],
    ['the second goes on beyond it on both sides', ['1 TEA', ...may2(1)], ['1 TEA', ...may2(2), '3 TEA'], 4, 0],
    ['the second has no other day', ['1 TEA', ...may2(1)], may2(1), 2, 1],
    ['nothing of that day is equal', ['1 TEA', '2 CAKE'], [...may2(1), '3 TEA'], 4, 0],
  ])('%s', (_, first, second, rows, held) => {
    const books = shopAndLets();
    importEqual(books, first);
    const preview = importEqual(books, second, undefined, false);
    expect(importEqual(books, second)).toEqual(preview);
    expect(counts(books)).toEqual([rows, held]);
    expect([preview.held, preview.fresh + preview.already + preview.held]).toEqual([held, second.length]);
    expect(books.ledger.verify().checks).toEqual([]);
  });

  test('the same file twice, or one with the same rows, asks nothing', () => {
    const books = shopAndLets();
    importEqual(books, ['2 TEA']);
    expect(importEqual(books, ['2 TEA'])).toMatchObject({ fresh: 0, already: 1, held: 0 });
    importEqual(books, ['1 TEA', '2 TEA']);
    expect(importEqual(books, ['1 TEA', '2 TEA'], 'ab'.repeat(32))).toMatchObject({ fresh: 0, held: 0 });
  });

  test('an id or a balance leaves no doubt', () => {
    const books = shopAndLets();
    const row = bankRow(2, '2026-05-02', -320, { bankId: 'tx_1', nth: null });
    importFile(books, [bankRow(1, '2026-05-01', 1), row]);
    expect(importFile(books, [row, bankRow(3, '2026-05-03', 1)]).tally).toMatchObject({ already: 1, held: 0 });
  });
});

describe('a held row', () => {
  function doubtfulBooks(): { books: Books; id: number } {
    const books = shopAndLets();
    importEqual(books, ['1 TEA', '2 TEA']);
    importEqual(books, ['2 TEA', '3 TEA']);
    return { books, id: books.ledger.held()[0]?.id ?? 0 };
  }

  test('names the row it is equal to, and is in no list of rows to sort', () => {
    const { books, id } = doubtfulBooks();
    const alike = { file: '2 rows.csv', line: 3 };
    const row = { account: 'Current', date: '2026-05-02', text: 'TEA', pence: -320, file: '2 rows.csv', line: 2 };
    expect(books.ledger.held()).toEqual([{ id, ...row, alike }]);
    expect(books.ledger.unsorted(page).count).toBe(3);
    expect(codeOf(books.ledger.sortRows(at, [id], 'not-business'))).toBe('row-held');
  });

  test('counts among what could change an answer, whichever way it turns out', () => {
    const { books } = doubtfulBooks();
    expect(books.ledger.facts(day('2026-11-22')).unsorted).toEqual([{ taxYear: '2026-27', credits: 0, rows: 4 }]);
  });

  test('that is the same one goes, and does not come back with another file', () => {
    const { books, id } = doubtfulBooks();
    granted(books.ledger.answerHeld(at, [id], 'same'));
    expect(counts(books)).toEqual([3, 0]);
    importEqual(books, ['2 TEA', '3 TEA', '4 TEA']);
    expect(counts(books)).toEqual([4, 0]);
    expect(importEqual(books, ['1 TEA', '2 TEA', '2 TEA', '3 TEA'])).toMatchObject({ fresh: 1, held: 0 });
    expect(books.ledger.verify().checks).toEqual([]);
  });

  test('that is another waits to be sorted, and a file with both has nothing new', () => {
    const { books, id } = doubtfulBooks();
    granted(books.ledger.answerHeld(at, [id], 'another'));
    expect([counts(books), books.ledger.unsorted(page).count]).toEqual([[4, 0], 4]);
    expect(importEqual(books, ['1 TEA', '2 TEA', '2 TEA', '3 TEA'])).toMatchObject({ fresh: 0, held: 0 });
  });

  test('that is another becomes what the row it is equal to became', () => {
    const { books, id } = doubtfulBooks();
    granted(books.ledger.sortRows(at, [2], { source: 'shop', letting: null, category: 'costOfGoods' }));
    granted(books.ledger.answerHeld(at, [id], 'another'));
    const teas = books.ledger.records(everything).items;
    expect(teas.map((r) => [r.bankRow, r.date, r.category, r.pence])).toEqual([
      [id, '2026-05-02', 'costOfGoods', 320],
      [2, '2026-05-02', 'costOfGoods', 320],
    ]);
    expect(books.ledger.verify().checks).toEqual([]);
  });

  test.each(['same', 'another'] as const)('answered "%s" is asked again when that is undone', (answer) => {
    const { books, id } = doubtfulBooks();
    granted(books.ledger.sortRows(at, [2], 'not-business'));
    const before = [books.ledger.held(), books.ledger.unsorted(page), books.ledger.facts(day('2026-11-22'))];
    granted(books.ledger.answerHeld(at, [id], answer));
    const after = [books.ledger.held(), books.ledger.unsorted(page), books.ledger.facts(day('2026-11-22'))];
    granted(books.ledger.undo(at));
    expect([books.ledger.held(), books.ledger.unsorted(page), books.ledger.facts(day('2026-11-22'))]).toEqual(before);
    granted(books.ledger.redo(at));
    expect([books.ledger.held(), books.ledger.unsorted(page), books.ledger.facts(day('2026-11-22'))]).toEqual(after);
    expect(books.ledger.verify().checks).toEqual([]);
  });

  test('goes and comes with its import', () => {
    const { books } = doubtfulBooks();
    granted(books.ledger.undo(at));
    expect(counts(books)).toEqual([2, 0]);
    granted(books.ledger.redo(at));
    expect(counts(books)).toEqual([3, 1]);
    granted(books.ledger.removeImport(at, 5, false));
    expect([counts(books), books.ledger.verify().checks]).toEqual([[2, 0], []]);
  });

  test.each([
    ['the row it is equal to', 4, [1, 1]],
    ['the row itself', 5, [2, 0]],
  ])('stands, or goes, where %s is removed for good', (_, imported, left) => {
    const { books } = doubtfulBooks();
    expect(codeOf(books.ledger.erase(at, { import: imported }))).toBe('done');
    expect([counts(books), books.ledger.verify().checks]).toEqual([left, []]);
    expect(books.ledger.held().map((row) => row.alike)).toEqual(left[1] === 0 ? [] : [null]);
  });

  test('cannot be the same as a row that is gone, nor be answered twice', () => {
    const { books, id } = doubtfulBooks();
    granted(books.ledger.removeImport(at, 4, false));
    expect(books.ledger.held()[0]?.alike).toBeNull();
    expect(codeOf(books.ledger.answerHeld(at, [id], 'same'))).toBe('row-alike-gone');
    granted(books.ledger.answerHeld(at, [id], 'another'));
    expect(codeOf(books.ledger.answerHeld(at, [id], 'another'))).toBe('row-not-held');
    expect(books.ledger.verify().checks).toEqual([]);
  });
});

// Two parts that are equal letter for letter are the same file twice, which has nothing new: no file can say otherwise.
test('an account cut anywhere in two, read in either order, lacks at most what is held, and never has too much', () => {
  const days = fc.array(fc.constantFrom('TEA', 'CAKE'), { minLength: 1, maxLength: 4 });
  const shape = fc.record({
    days: fc.array(days, { minLength: 1, maxLength: 4 }),
    a: fc.nat(),
    b: fc.nat(),
    turned: fc.boolean(),
  });
  fc.assert(
    fc.property(shape, ({ days: list, a, b, turned }) => {
      const whole = list.flatMap((texts, i) => texts.map((text) => `${i + 1} ${text}`));
      const [from, to] = [a % (whole.length + 1), b % (whole.length + 1)].toSorted((x, y) => x - y);
      const parts = [whole.slice(0, to), whole.slice(from)];
      const books = shopAndLets();
      granted(books.ledger.addRecord(at, record('2026-04-30', 100)));
      for (const part of turned ? parts.toReversed() : parts) if (part.length > 0) importEqual(books, part);
      const [rows, held] = counts(books);
      expect(rows).toBeLessThanOrEqual(whole.length);
      const [begun = [], ended = []] = parts;
      const same = begun.join() === ended.join();
      expect(rows + held).toBeGreaterThanOrEqual(same ? begun.length : whole.length);
      expect(rows + held).toBeLessThanOrEqual(same ? begun.length : begun.length + ended.length);
      books.connection.db.close();
    }),
    { numRuns: Math.ceil(runs / 2), seed },
  );
});
