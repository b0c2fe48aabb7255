/** Are many records changed or taken out as one, and is the whole taken back by one undo? */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  at,
  bankRow,
  codeOf,
  everything,
  granted,
  importFile,
  letting,
  record,
  runs,
  seed,
  shopAndLets,
} from './books.ts';
import type { Books } from './books.ts';

const lines = ({ ledger }: Books): string[] =>
  ledger
    .records(everything)
    .items.map((r) => `${r.date} ${r.source} ${r.letting} ${r.category} ${r.pence} ${r.own}`)
    .toSorted();
const totals = ({ ledger }: Books): string[] =>
  ledger.totals(null).map((t) => `${t.day} ${t.source} ${t.letting} ${t.category} ${t.own} (${t.count})`);
const stay = { source: null, letting: null, category: null };
const ids = ({ ledger }: Books): number[] => ledger.records(everything).items.map((r) => r.id);

/** Three sales of the shop: £10, £20, £30; the last from a bank row. */
function threeSales(): Books {
  const books = shopAndLets();
  granted(letting(books, 'elm', 1, 2));
  for (const pence of [1000, 2000]) granted(books.ledger.addRecord(at, record('2026-05-01', pence)));
  importFile(books, [bankRow(1, '2026-05-02', 3000, { sorted: [record('2026-05-02', 3000)] })]);
  return books;
}

test('another category, of a cost: the money moved stays, so income becomes a negative expense', () => {
  const books = threeSales();
  const before = lines(books);
  const actions = books.ledger.history({ after: null, limit: 1 }).count;
  expect(granted(books.ledger.changeRecords(at, ids(books), { ...stay, category: 'adminCosts' }))).toEqual({
    changed: 3,
  });
  expect(lines(books)).toEqual([
    '2026-05-01 shop null adminCosts -1000 -1000',
    '2026-05-01 shop null adminCosts -2000 -2000',
    '2026-05-02 shop null adminCosts -3000 -3000',
  ]);
  expect(books.ledger.history({ after: null, limit: 1 })).toMatchObject({
    count: actions + 1,
    undo: { what: 'Changed 3 records' },
  });
  expect(books.ledger.verify().checks).toEqual([]);
  granted(books.ledger.undo(at));
  expect(lines(books)).toEqual(before);
  expect(books.ledger.verify().checks).toEqual([]);
});

test('to another source and its property: the share there holds', () => {
  const books = threeSales();
  granted(
    books.ledger.changeRecords(at, ids(books).slice(1), { source: 'lets', letting: 'elm', category: 'periodAmount' }),
  );
  expect(lines(books)).toEqual([
    '2026-05-01 lets elm periodAmount 1000 500',
    '2026-05-01 lets elm periodAmount 2000 1000',
    '2026-05-02 shop null turnover 3000 3000',
  ]);
});

test.each([
  ['a category the source has not', { ...stay, category: 'periodAmount' }, 'category-unknown'],
  ['a source there is not', { ...stay, source: 'nowhere' }, 'source-unknown'],
])('%s refuses the whole', (_, change, code) => {
  const books = threeSales();
  const before = lines(books);
  expect(codeOf(books.ledger.changeRecords(at, ids(books), change))).toBe(code);
  expect(lines(books)).toEqual(before);
});

test('one record that is there no longer refuses the whole; what is the same already is no action', () => {
  const books = threeSales();
  const { count } = books.ledger.history({ after: null, limit: 1 });
  expect(codeOf(books.ledger.changeRecords(at, [...ids(books), 99], { ...stay, category: 'adminCosts' }))).toBe(
    'record-unknown',
  );
  expect(codeOf(books.ledger.removeRecords(at, [...ids(books), 99], 'unsorted'))).toBe('record-unknown');
  expect(granted(books.ledger.changeRecords(at, ids(books), { ...stay, category: 'turnover' }))).toEqual({
    changed: 0,
  });
  expect(books.ledger.history({ after: null, limit: 1 }).count).toBe(count);
});

test('removed as not business: no bank row waits, and one undo brings all back', () => {
  const books = threeSales();
  const before = [lines(books), totals(books)];
  expect(granted(books.ledger.removeRecords(at, ids(books), 'not-business'))).toEqual({ removed: 3 });
  expect([lines(books), totals(books)]).toEqual([[], []]);
  expect(books.ledger.unsorted({ after: null, limit: 10 }).count).toBe(0);
  expect(books.ledger.verify().checks).toEqual([]);
  granted(books.ledger.undo(at));
  expect([lines(books), totals(books)]).toEqual(before);
  granted(books.ledger.redo(at));
  expect(lines(books)).toEqual([]);
  expect(books.ledger.verify().checks).toEqual([]);
});

test('many at once come to the same as one by one', () => {
  const some = fc.subarray([1, 2, 3], { minLength: 1 });
  const doing = fc.oneof(fc.constant('change' as const), fc.constant('remove' as const));
  fc.assert(
    fc.property(fc.array(fc.tuple(some, doing), { minLength: 1, maxLength: 3 }), (steps) => {
      const [together, apart] = [threeSales(), threeSales()];
      for (const [places, how] of steps) {
        const [one, other] = [ids(together), ids(apart)].map((all) => places.flatMap((n) => all[n - 1] ?? []));
        if (one === undefined || other === undefined || one.length === 0) continue;
        if (how === 'remove') {
          granted(together.ledger.removeRecords(at, one, 'unsorted'));
          for (const id of other) granted(apart.ledger.removeRecord(at, id, 'unsorted'));
        } else {
          granted(together.ledger.changeRecords(at, one, { ...stay, category: 'adminCosts' }));
          for (const id of other) granted(apart.ledger.changeRecords(at, [id], { ...stay, category: 'adminCosts' }));
        }
      }
      expect([lines(together), totals(together)]).toEqual([lines(apart), totals(apart)]);
      expect(together.ledger.verify().checks).toEqual([]);
    }),
    { seed, numRuns: Math.ceil(runs / 10) },
  );
});
