/** Are the kept totals always those of the records, whatever is written and however? */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { categories } from '../../shared/policy/categories.ts';
import { addDays, taxYearOf } from '../../shared/values/dates.ts';
import { asPence, most, ownShare } from '../../shared/values/money.ts';
import type { DayTotal } from '../../shared/rules/yearSummary.ts';
import {
  at,
  bankRow,
  day,
  granted,
  importFile,
  letting,
  record,
  runs,
  seed,
  shopAndLets,
  type Books,
} from './books.ts';

const shares = { none: { of: 1, in: 1 }, elm: { of: 1, in: 2 }, oak: { of: 2, in: 3 } } as const;

interface Entry {
  readonly source: 'shop' | 'lets';
  readonly letting: 'elm' | 'oak' | null;
  readonly date: string;
  readonly category: string;
  readonly pence: number;
  /** Typed, imported with its record, or imported and sorted afterwards. */
  readonly how: 'typed' | 'imported' | 'sorted';
}

const common = {
  date: fc.integer({ min: -3, max: 3 }).map((n) => String(addDays(day('2026-04-05'), n))),
  pence: fc.integer({ min: -most, max: most }),
  how: fc.constantFrom('typed' as const, 'imported' as const, 'sorted' as const),
};
const ids = (kind: keyof typeof categories): string[] => categories[kind].map((c) => c.id).slice(0, 5);
const entry: fc.Arbitrary<Entry> = fc.oneof(
  fc.record({
    ...common,
    source: fc.constant('shop' as const),
    letting: fc.constant(null),
    category: fc.constantFrom(...ids('self-employment')),
  }),
  fc.record({
    ...common,
    source: fc.constant('lets' as const),
    letting: fc.constantFrom('elm' as const, 'oak' as const),
    category: fc.constantFrom(...ids('uk-property')),
  }),
);

const income = new Set(['turnover', 'periodAmount', 'otherIncome', 'premiumsOfLeaseGrant', 'reversePremiums']);
const comesIn = (e: Entry): boolean =>
  income.has(e.category) || e.category === 'rentARoom.rentsReceived' || (e.source === 'shop' && e.category === 'other');

function write(books: Books, e: Entry, n: number): void {
  const { source, letting: of, category } = e;
  const kept = record(e.date, e.pence, { source, letting: of, category });
  if (e.how === 'typed') {
    granted(books.ledger.addRecord(at, kept));
    return;
  }
  const moved = comesIn(e) ? e.pence : 0 - e.pence;
  importFile(books, [bankRow(n, e.date, moved, { sorted: e.how === 'imported' ? [kept] : null })]);
  const waiting = books.ledger.unsorted({ after: null, limit: 10 }).items.map((r) => r.id);
  if (e.how === 'sorted') granted(books.ledger.sortRows(at, waiting, { source, letting: of, category }));
}

/** The totals as anybody would add them up. */
function addedUp(entries: readonly Entry[]): DayTotal[] {
  const groups = Map.groupBy(entries, (e) => [e.category, e.date, e.source, e.letting].join(' '));
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    if (first === undefined) return [];
    const { source, letting: of, category, date } = first;
    const own = group.map((e) => ownShare(asPence(e.pence), shares[of ?? 'none']) as number);
    const whole = asPence(group.reduce((n, e) => n + e.pence, 0));
    return [
      {
        source,
        letting: of,
        category,
        day: day(date),
        whole,
        own: asPence(own.reduce((a, b) => a + b, 0)),
        count: group.length,
      },
    ];
  });
}

const inOrder = (totals: readonly DayTotal[]): DayTotal[] =>
  totals.toSorted((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
const plain = (t: DayTotal): DayTotal => ({
  source: t.source,
  letting: t.letting,
  category: t.category,
  day: t.day,
  whole: t.whole,
  own: t.own,
  count: t.count,
});

test('typed, imported or sorted, kept totals and facts are what adding up the records gives, and the books verify', () => {
  const property = fc.property(fc.array(entry, { maxLength: 12 }), (entries) => {
    const books = shopAndLets();
    granted(letting(books, 'elm', 1, 2));
    granted(letting(books, 'oak', 2, 3));
    for (const [n, e] of entries.entries()) write(books, e, n);
    const expected = addedUp(entries);
    expect(inOrder(books.ledger.totals(null).map(plain))).toEqual(inOrder(expected.map(plain)));
    const year = { from: day('2026-04-06'), to: day('2027-04-05') };
    const inYear = expected.filter((t) => t.day >= year.from && t.day <= year.to);
    expect(inOrder(books.ledger.totals(year).map(plain))).toEqual(inOrder(inYear.map(plain)));
    const counting = expected.filter(
      (t) =>
        comesIn({ ...t, date: t.day, pence: 0, how: 'typed' } as Entry) && t.category !== 'rentARoom.rentsReceived',
    );
    for (const { taxYear, source, gross } of books.ledger.facts(day('2026-11-22')).records) {
      const own = counting
        .filter((t) => t.source === source && taxYearOf(t.day) === taxYear)
        .map((t) => t.own as number);
      expect(gross).toBe(own.reduce((a, b) => a + b, 0));
    }
    expect(books.ledger.verify()).toMatchObject({ ok: true, records: entries.length, checks: [] });
    books.ledger.close();
  });
  fc.assert(property, { numRuns: runs / 4, seed });
}, 120_000);

test('an import of more rows than a payload holds is kept whole and verifies', () => {
  const books = shopAndLets();
  const rows = Array.from({ length: 1_201 }, (_, i) =>
    bankRow(i, '2026-05-01', i, { sorted: [record('2026-05-01', i)] }),
  );
  expect(importFile(books, rows).tally.recorded).toBe(1_201);
  expect(books.ledger.totals(null)).toEqual([
    {
      source: 'shop',
      letting: null,
      category: 'turnover',
      day: '2026-05-01',
      whole: 720_600,
      own: 720_600,
      count: 1_201,
    },
  ]);
  expect(books.ledger.verify()).toMatchObject({ ok: true, records: 1_201, actions: 4 });
});
