import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { annualise } from '../../shared/rules/annualisation.ts';
import { addMonths, civil, lastDay, parseTaxYear, type TaxYear } from '../../shared/values/dates.ts';
import { asPence, toPounds } from '../../shared/values/money.ts';
import { ask, flat, trade, yearOf } from './facts.ts';

describe('properties', () => {
  const amount = fc.integer({ min: 0, max: 20_000_000 }).map((n) => toPounds(asPence(n)));

  test('by whole months, income never falls as the period shortens', () => {
    for (const text of ['2024-25', '2027-28']) {
      const year = parseTaxYear(text) as TaxYear;
      const starts = Array.from({ length: 11 }, (_, m) => addMonths(civil(Number(text.slice(0, 4)), 5, 6), m));
      const values = starts.map((from) => annualise(asPence(100_000), { from, to: lastDay(year) }, year));
      expect(values.map((v) => v.months)).toEqual([11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1]);
      const size = values.map((v) => Number((v.value.pence * 1000n) / v.value.per));
      expect(size).toEqual(size.toSorted((a, b) => a - b));
    }
  });

  test('adding a source with income never takes anybody out at entry', () => {
    fc.assert(
      fc.property(
        amount,
        amount,
        fc.option(fc.integer({ min: 0, max: 300 }), { nil: null }),
        (first, second, started) => {
          const one = { source: 'trade', form: 'SA103F', box: '15', amount: first };
          const two = { source: 'flat', form: 'SA105', box: '20', amount: second };
          const began = started === null ? null : new Date(Date.UTC(2024, 3, 6 + started)).toISOString().slice(0, 10);
          const sources = [trade, { ...flat, startedOn: began }];
          const said = (lines: object[], have: object[]) =>
            yearOf(
              ask({
                asAt: '2026-05-01',
                sources: have,
                returns: [{ taxYear: '2024-25', submittedOn: '2026-01-31', lines }],
              }),
              '2026-27',
            ).answer;
          return said([one], [trade]) !== 'must-use' || said([one, two], sources) === 'must-use';
        },
      ),
      { seed: 3, numRuns: process.env.QUARTERDAY_EFFORT === 'mutants' ? 20 : 500 },
    );
  });
});
