import { CalendarDate } from '@internationalized/date';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  addDays,
  addMonths,
  civil,
  daysBetween,
  daysIn,
  firstDay,
  lastDay,
  parsePlainDate,
  parseTaxYear,
  taxYearOf,
  type PlainDate,
} from '../../shared/values/dates.ts';
import {
  asPence,
  isMore,
  ownShare,
  parsePounds,
  parseShare,
  plus,
  rounded,
  scaled,
  toPounds,
  whole,
  most,
} from '../../shared/values/money.ts';
import { asOneLine } from '../../shared/values/names.ts';
import { parseTypedDate, parseTypedMoney } from '../../shared/values/typed.ts';

const today = '2026-11-22' as PlainDate;

describe('days', () => {
  test.each([
    ['2026-04-06', true],
    ['2026-02-29', false],
    ['2028-02-29', true],
    ['2100-02-29', false],
    ['2026-02-30', false],
    ['2026-4-6', false],
    ['2026-13-01', false],
    ['1899-12-31', false],
    [' 2026-04-06', false],
  ])('%s is a day: %s', (text, real) => expect(parsePlainDate(text) !== undefined).toBe(real));

  test.each([
    ['2026-04-05', '2025-26'],
    ['2026-04-06', '2026-27'],
    ['2027-04-05', '2026-27'],
    ['2100-01-01', '2099-00'],
  ])('%s falls in %s', (day, year) => expect(taxYearOf(day as PlainDate)).toBe(year));

  test.each(['2026-28', '26-27', '2026/27', '2026-26'])('%s is no tax year', (text) =>
    expect(parseTaxYear(text)).toBeUndefined(),
  );

  test('a tax year has 366 days exactly when it holds 29 February', () => {
    const lengths = ['2023-24', '2024-25', '2026-27', '2027-28'].map((y) => {
      const year = parseTaxYear(y);
      if (year === undefined) throw new Error(y);
      return daysIn({ from: firstDay(year), to: lastDay(year) });
    });
    expect(lengths).toEqual([366, 365, 365, 366]);
  });

  test('every day of 249 years, as the calendar library has them', () => {
    let [day, number] = [new CalendarDate(1900, 1, 1), 0];
    const start = civil(1900, 1, 1);
    const wrong: string[] = [];
    for (; day.year < 2149; day = day.add({ days: 1 }), number += 1) {
      const ours = addDays(start, number);
      if (ours !== day.toString() || daysBetween(start, ours) !== number) wrong.push(ours);
      if (day.year < 2148 && addMonths(ours, 7) !== day.add({ months: 7 }).toString())
        wrong.push(`${ours} and 7 months`);
    }
    expect([number, wrong]).toEqual([90_946, []]);
  });

  test('three months from 30 November end within February', () => {
    expect(addMonths(civil(2026, 11, 30), 3)).toBe('2027-02-28');
    expect(addMonths(civil(2027, 11, 30), 3)).toBe('2028-02-29');
  });
});

describe('money', () => {
  test.each([
    ['52000', 5_200_000],
    ['52000.5', 5_200_050],
    ['0.01', 1],
    ['-0.01', -1],
    ['99999999999.99', most],
  ])('%s pounds are %i pence', (text, pence) => expect(parsePounds(text)).toBe(pence));

  test.each(['', '.5', '1.', '1.005', '1,000', '£1', '1e3', '+1', 'NaN', '100000000000', ' 1', '--1'])(
    '"%s" is not an amount',
    (text) => expect(parsePounds(text)).toBeUndefined(),
  );

  test('pounds written and read again are the same pence', () => {
    fc.assert(fc.property(fc.integer({ min: -most, max: most }), (n) => parsePounds(toPounds(asPence(n))) === n));
  });

  test.each([
    ['1/2', 1, 1],
    ['1/2', -1, -1],
    ['1/3', 100, 33],
    ['2/3', 100, 67],
    ['0.5', 3, 2],
    ['1', 7, 7],
    ['1/3', 100_000_000, 33_333_333],
  ])('a %s share of %i pence is %i', (share, of, own) => {
    const s = parseShare(share);
    expect(s && ownShare(asPence(of), s)).toBe(own);
  });

  test.each(['0', '1.5', '3/2', '', '-0.5', '50%', '0/0', '.'])('"%s" is not a share', (text) =>
    expect(parseShare(text)).toBeUndefined(),
  );

  test('three nine-month thirds that add up to the amount exactly are not more than it', () => {
    const one = scaled(asPence(1_250_000), 12, 9);
    const total = plus(plus(one, one), one);
    expect(isMore(total, asPence(5_000_000))).toBe(false);
    expect(isMore(plus(total, whole(asPence(1))), asPence(5_000_000))).toBe(true);
  });

  test('182 of 365 days: £25,000 is £50,137.36 for the year', () => {
    expect(rounded(scaled(asPence(2_500_000), 365, 182), 'half-up')).toBe(5_013_736);
  });
});

describe('what people type', () => {
  test.each([
    ['6/4/26', '2026-04-06'],
    ['06.04.2026', '2026-04-06'],
    ['6 apr', '2026-04-06'],
    ['6th April 2027', '2027-04-06'],
    ['20 dec', '2025-12-20'],
    ['22 nov', '2026-11-22'],
    ['yesterday', '2026-11-21'],
    ['29/2/28', '2028-02-29'],
    ['1 sept', '2026-09-01'],
    ['2026-04-06', '2026-04-06'],
  ])('%s means %s', (text, day) => expect(parseTypedDate(text, today)).toBe(day));

  test.each(['31/2/26', '29/2/27', '4/13/26', 'apr', '6 smarch', '', '6/4/126', '0/1/26'])('"%s" is no date', (text) =>
    expect(parseTypedDate(text, today)).toBeUndefined(),
  );

  test.each([
    ['£1,234.5 ', 123_450],
    ['1234', 123_400],
    ['-£12.00', -1_200],
    ['−12', -1_200],
    ['1 234.50', 123_450],
    ['.54', 54],
    ['1,000,000.00', 100_000_000],
  ])('%s means %i pence', (text, pence) => expect(parseTypedMoney(text)).toBe(pence));

  test.each(['', '£', '12.345', '1,23', 'ten', '1.2.3', '1,2345'])('"%s" is no amount', (text) =>
    expect(parseTypedMoney(text)).toBeUndefined(),
  );
});

describe('what may be shown', () => {
  test.each([
    ['Rent, Flat 2', 'Rent, Flat 2'],
    ['שלום 🙂 ☕', 'שלום 🙂 ☕'],
    ['\u001B[31mred\u001B[0m', '␛[31mred␛[0m'],
    ['two\r\nlines\tand a bell\u0007', 'two␍␊lines␉and a bell␇'],
    ['\u007F and \u009B2J', '␡ and �2J'],
  ])('%j is shown in one line as %j', (text, shown) => expect(asOneLine(text)).toBe(shown));
});
