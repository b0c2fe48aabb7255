import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { annualise, wholeMonths } from '../../shared/rules/annualisation.ts';
import {
  addDays,
  daysIn,
  firstDay,
  lastDay,
  parseTaxYear,
  type Period,
  type PlainDate,
  type TaxYear,
} from '../../shared/values/dates.ts';
import { asPence, parsePounds, rounded, toPounds, type Fraction } from '../../shared/values/money.ts';

const period = (from: string, to: string): Period => ({ from: from as PlainDate, to: to as PlainDate });
const pence = (pounds: string) => parsePounds(pounds) ?? asPence(-1);
const shown = (f: Fraction | null) => (f === null ? null : toPounds(rounded(f, 'half-up')));
const taxYear = (text: string): TaxYear => {
  const year = parseTaxYear(text);
  if (year === undefined) throw new Error(text);
  return year;
};

describe('whole months', () => {
  test.each([
    ['2024-10-06', '2025-04-05', 6, 'from a 6th to a 5th'],
    ['2024-10-06', '2025-04-04', null, 'a day short'],
    ['2024-10-07', '2025-04-05', null, 'a day late'],
    ['2025-01-01', '2025-04-05', 3, 'from a 1st to 5 April: the 2021 article’s quarter'],
    ['2025-01-01', '2025-03-31', 3, 'from a 1st to a month’s end'],
    ['2028-02-01', '2028-02-29', 1, 'February of a leap year'],
    ['2028-02-01', '2028-02-28', null, 'one day short of it'],
    ['2025-04-01', '2025-04-05', null, 'the first five days of April go by days'],
    ['2024-04-06', '2025-04-05', 12, 'a tax year'],
    ['2024-04-01', '2025-03-31', 12, 'a year to 31 March'],
    ['2024-04-06', '2025-03-31', 12, '6 April to 31 March is a whole year'],
    ['2024-04-01', '2025-04-05', 12, 'so is 1 April to 5 April'],
    ['2024-10-06', '2025-03-31', null, 'from a 6th to a month’s end is not'],
    ['2023-10-06', '2025-04-05', 18, 'a longer account'],
    ['2025-03-06', '2025-04-05', 1, 'one month'],
  ])('%s to %s: %s (%s)', (from, to, months, _why) => expect(wholeMonths(period(from, to))).toBe(months));
});

describe('a part year scaled up', () => {
  test.each([
    ['16000.00', '2025-10-06', '2026-04-05', '2025-26', 'months', '32000.00', '32087.91'],
    ['25000.00', '2024-10-06', '2025-04-05', '2024-25', 'months', '50000.00', '50137.36'],
    ['3000.00', '2025-01-01', '2025-04-05', '2024-25', 'months', '12000.00', '11526.32'],
    ['60000.00', '2023-10-06', '2025-04-05', '2024-25', 'months', '40000.00', '39963.50'],
    ['26000.00', '2024-10-05', '2025-04-05', '2024-25', 'days', '51857.92', '51857.92'],
    ['100.00', '2025-04-05', '2025-04-05', '2024-25', 'days', '36500.00', '36500.00'],
    ['52000.00', '2024-04-06', '2025-04-05', '2024-25', 'whole-year', '52000.00', null],
  ])('£%s from %s to %s in %s, by %s: £%s', (gross, from, to, year, used, value, byDays) => {
    const a = annualise(pence(gross), period(from, to), taxYear(year));
    expect(a.used).toBe(used);
    expect(shown(a.value)).toBe(value);
    expect(shown(a.byDays)).toBe(byDays);
  });

  test('by days, every start day of a common and of a leap tax year: income never falls as the period shortens', () => {
    for (const year of ['2024-25', '2027-28'].map(taxYear)) {
      const to = lastDay(year);
      const length = daysIn({ from: firstDay(year), to });
      expect(length).toBe(year === '2027-28' ? 366 : 365);
      let before = 0n;
      for (let start = 1; start < length; start += 1) {
        const a = annualise(asPence(1_000_000), { from: addDays(firstDay(year), start), to }, year);
        const scaled = a.byDays === null ? 0n : (a.byDays.pence * 1_000_000n) / a.byDays.per;
        expect(scaled > before || a.used === 'whole-year').toBe(true);
        before = scaled;
      }
    }
  });

  test('a whole year is never touched, whatever the amount', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 9_999_999_999_999 }), (n) => {
        const a = annualise(asPence(n), period('2026-04-06', '2027-04-05'), taxYear('2026-27'));
        return a.value.pence === BigInt(n) && a.value.per === 1n;
      }),
    );
  });
});
