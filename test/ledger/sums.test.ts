/** Do the sums of a period come to what its days come to? */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { yearSummary, type DayTotal } from '../../shared/rules/yearSummary.ts';
import { addDays, parseTaxYear, wholeYear } from '../../shared/values/dates.ts';
import { at, day, granted, letting, record, runs, seed, shopAndLets } from './books.ts';

const days = ['2026-04-05', '2026-04-06', '2026-07-05', '2027-04-05', '2027-04-06'];
const kinds = [
  { source: 'shop', category: 'turnover' },
  { source: 'shop', category: 'otherExpenses' },
  { source: 'lets', category: 'periodAmount', letting: 'elm' },
] as const;

test("a year's summary is the same from sums as from days, to the penny and for every share", () => {
  const one = fc.tuple(fc.constantFrom(...days), fc.integer({ min: -99_999, max: 99_999 }), fc.constantFrom(...kinds));
  fc.assert(
    fc.property(fc.array(one, { maxLength: 12 }), (records) => {
      const books = shopAndLets();
      granted(letting(books, 'elm', 1, 3));
      for (const [on, pence, kind] of records) granted(books.ledger.addRecord(at, record(on, pence, kind)));
      const year = parseTaxYear('2026-27');
      if (year === undefined) throw new RangeError('there is such a year');
      const sources = books.ledger.sources();
      const [summed, daily] = [books.ledger.sums(wholeYear(year)), books.ledger.totals(wholeYear(year))];
      const { checks } = books.ledger.verify();
      books.connection.db.close();
      expect(checks).toEqual([]);
      expect(yearSummary(year, sources, summed)).toEqual(yearSummary(year, sources, daily));
      expect(summed.every((t) => t.day >= day('2026-04-06') && t.day <= day('2027-04-05'))).toBe(true);
    }),
    { seed, numRuns: runs / 5 },
  );
});

test('a period that begins and ends on any day sums to its days, and what is taken back leaves its months', () => {
  const within = fc.integer({ min: 0, max: 800 }).map((n) => addDays(day('2026-01-01'), n));
  const one = fc.tuple(within, fc.integer({ min: 1, max: 99_999 }), fc.constantFrom(...kinds));
  fc.assert(
    fc.property(fc.array(one, { maxLength: 12 }), within, fc.nat(400), fc.nat(3), (records, from, length, steps) => {
      const books = shopAndLets();
      granted(letting(books, 'elm', 1, 3));
      for (const [on, pence, kind] of records) granted(books.ledger.addRecord(at, record(on, pence, kind)));
      for (let i = 0; i < Math.min(steps, records.length); i += 1) granted(books.ledger.undo(at));
      const period = { from, to: addDays(from, length) };
      const places = (of: 'sums' | 'totals'): object =>
        Object.fromEntries(
          [...Map.groupBy(books.ledger[of](period), (t) => `${t.source} ${t.letting} ${t.category}`)]
            .map(
              ([place, list]) => [place, list.reduce((n, t) => n + t.own * 1_000_003 + t.whole + t.count, 0)] as const,
            )
            .toSorted(([a], [b]) => (a < b ? -1 : 1)),
        );
      const [summed, daily, { checks }] = [places('sums'), places('totals'), books.ledger.verify()];
      books.connection.db.close();
      expect(summed).toEqual(daily);
      expect(checks).toEqual([]);
    }),
    { seed, numRuns: runs / 5 },
  );
});

test('the years with records are those anything stands in, the newest first', () => {
  const books = shopAndLets();
  expect(books.ledger.years()).toEqual([]);
  for (const on of ['2019-04-05', '2026-04-06', '2026-04-05', '2027-01-01']) {
    granted(books.ledger.addRecord(at, record(day(on), 100)));
  }
  expect(books.ledger.years()).toEqual(['2026-27', '2025-26', '2018-19']);
  granted(books.ledger.removeRecord(at, 1, 'unsorted'));
  expect(books.ledger.years()).toEqual(['2026-27', '2025-26']);
  granted(books.ledger.undo(at));
  expect(books.ledger.years()).toEqual(['2026-27', '2025-26', '2018-19']);
  books.connection.db.close();
});

test('a year by the end of each quarter, and any other days in a row, is what each period from its first day sums to', () => {
  const within = fc.integer({ min: 0, max: 800 }).map((n) => addDays(day('2026-01-01'), n));
  const one = fc.tuple(within, fc.integer({ min: 1, max: 99_999 }), fc.constantFrom(...kinds));
  const quarters = ['2026-07-05', '2026-10-05', '2027-01-05', '2027-04-05'].map(day);
  const lengths = fc.array(fc.nat(200), { maxLength: 5 });
  const plain = (totals: readonly DayTotal[]): readonly string[] =>
    totals.map((t) => `${t.source} ${t.letting} ${t.category} ${t.whole} ${t.own} ${t.count}`).toSorted();
  fc.assert(
    fc.property(fc.array(one, { maxLength: 12 }), within, lengths, (records, from, after) => {
      const books = shopAndLets();
      granted(letting(books, 'elm', 1, 3));
      for (const [on, pence, kind] of records) granted(books.ledger.addRecord(at, record(on, pence, kind)));
      const ends = after.toSorted((a, b) => a - b).map((length) => addDays(from, length));
      for (const [first, upTo] of [[day('2026-04-06'), quarters] as const, [from, ends] as const]) {
        const each = upTo.map((to) => plain(books.ledger.sums({ from: first, to })));
        expect(books.ledger.sumsUpTo(first, upTo).map(plain)).toEqual(each);
        const ofShop = each.map((totals) => totals.filter((total) => total.startsWith('shop ')));
        expect(books.ledger.sumsUpTo(first, upTo, 'shop').map(plain)).toEqual(ofShop);
      }
      books.connection.db.close();
    }),
    { seed, numRuns: runs / 5 },
  );
});
