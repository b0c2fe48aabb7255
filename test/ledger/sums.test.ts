/** Do the sums of a period come to what its days come to? */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { yearSummary } from '../../shared/rules/yearSummary.ts';
import { parseTaxYear, wholeYear } from '../../shared/values/dates.ts';
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
      books.connection.db.close();
      expect(yearSummary(year, sources, summed)).toEqual(yearSummary(year, sources, daily));
      expect(summed.every((t) => t.day >= day('2026-04-06') && t.day <= day('2027-04-05'))).toBe(true);
    }),
    { seed, numRuns: runs / 5 },
  );
});
