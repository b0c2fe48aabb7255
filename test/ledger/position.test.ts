/** Does a page at any place of the list hold what the whole list has there? */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { RecordQuery } from '../../main/ledger/api.ts';
import { asPence } from '../../shared/values/money.ts';
import { at, day, everything, granted, record, runs, seed, shopAndLets, type Books } from './books.ts';

/** Forty records on nine days, some days with none, and two of them taken out again. */
function fortyRecords(): Books {
  const books = shopAndLets();
  for (let n = 0; n < 40; n += 1) {
    const category = n % 3 === 0 ? 'adminCosts' : 'turnover';
    const on = `2026-05-${String(((n * n) % 17) + 1).padStart(2, '0')}`;
    granted(books.ledger.addRecord(at, record(on, 100 + n, { category, description: n % 4 === 0 ? 'Oak' : 'Elm' })));
  }
  for (const id of [5, 33]) granted(books.ledger.removeRecord(at, id, 'unsorted'));
  return books;
}

const queries: readonly Partial<RecordQuery>[] = [
  {},
  { category: 'turnover' },
  { source: 'shop', period: { from: day('2026-05-02'), to: day('2026-05-09') } },
  { text: 'Oak' },
  { text: 'k' },
  { least: asPence(120), from: 'typed' },
];

test('a page at a place is that part of the whole list, whatever is asked for', () => {
  const { ledger } = fortyRecords();
  const place = fc.record({
    query: fc.constantFrom(...queries),
    position: fc.nat(45),
    limit: fc.integer({ min: 1, max: 12 }),
  });
  fc.assert(
    fc.property(place, ({ query, position, limit }) => {
      const whole = ledger.records({ ...everything, ...query });
      const page = ledger.records({ ...everything, ...query, position, limit });
      expect(page.items).toEqual(whole.items.slice(position, position + limit));
      expect(page.count).toBe(whole.count);
      expect(page.next !== null).toBe(position + limit < whole.items.length);
    }),
    { seed, numRuns: runs },
  );
});

test('from a place one goes on by the cursor, as from the beginning', () => {
  const { ledger } = fortyRecords();
  const whole = ledger.records(everything).items.map((r) => r.id);
  const page = ledger.records({ ...everything, position: 7, limit: 5 });
  const next = ledger.records({ ...everything, after: page.next, limit: 5 });
  expect([...page.items, ...next.items].map((r) => r.id)).toEqual(whole.slice(7, 17));
});
