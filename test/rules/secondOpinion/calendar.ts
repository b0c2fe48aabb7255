/**
 * Which day is it, counted on fingers: how long is a period, when does a tax year begin, when is a return due?
 *
 * A tax year is named by the year it begins in: 2026 is 2026-27. Nothing here is shared with the product, so that a mistake
 * in one is not a mistake in the other. Sections named are those of the project's paper on the rules.
 */
import type { Fraction, Person, Return } from './person.ts';

const leap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
export const monthLength = (year: number, month: number): number =>
  month === 2 ? (leap(year) ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31;
const two = (n: number): string => String(n).padStart(2, '0');
export const day = (year: number, month: number, date: number): string => `${year}-${two(month)}-${two(date)}`;
export const parts = (text: string): [number, number, number] => [
  Number(text.slice(0, 4)),
  Number(text.slice(5, 7)),
  Number(text.slice(8, 10)),
];

/** Days since 1 January 2000, by adding up years and months one by one. */
export function dayNumber(text: string): number {
  const [year, month, date] = parts(text);
  let count = date - 1;
  for (let y = 2000; y < year; y += 1) count += leap(y) ? 366 : 365;
  for (let m = 1; m < month; m += 1) count += monthLength(year, m);
  return count;
}

/** The day so many days later (or earlier), one step at a time. */
export function daysLater(text: string, count: number): string {
  let [year, month, date] = parts(text);
  for (let left = Math.abs(count); left > 0; left -= 1) {
    date += Math.sign(count);
    if (date < 1) {
      month -= 1;
      if (month < 1) [year, month] = [year - 1, 12];
      date = monthLength(year, month);
    } else if (date > monthLength(year, month)) {
      [month, date] = [month + 1, 1];
      if (month > 12) [year, month] = [year + 1, 1];
    }
  }
  return day(year, month, date);
}

export const begins = (year: number): string => day(year, 4, 6);
export const ends = (year: number): string => day(year + 1, 4, 5);
export const called = (year: number): string => `${year}-${two((year + 1) % 100)}`;
export const yearCalled = (name: string): number => Number(name.slice(0, 4));
export const yearHolding = (text: string): number =>
  text >= begins(Number(text.slice(0, 4))) ? Number(text.slice(0, 4)) : Number(text.slice(0, 4)) - 1;

/** Section 1.11: the years counted as 366 days are those with a 29 February in them. */
const daysOf = (year: number): number => (leap(year + 1) ? 366 : 365);

/** Section 1.11: whole months run from a 6th to a 5th, from a 1st to a month's end, or from a 1st to 5 April; null is none. */
export function wholeMonths(from: string, to: string): number | null {
  const [fromYear, fromMonth, fromDate] = parts(from);
  const [toYear, toMonth, toDate] = parts(to);
  const apart = (toYear - fromYear) * 12 + toMonth - fromMonth;
  if (fromDate === 6 && fromMonth === 4 && toDate === 31 && toMonth === 3 && apart === 11) return 12;
  if (fromDate === 6 && toDate === 5) return apart > 0 ? apart : null;
  if (fromDate === 1 && toDate === monthLength(toYear, toMonth)) return apart + 1;
  if (fromDate === 1 && toDate === 5 && toMonth === 4) return apart > 0 ? apart : null;
  return null;
}

/** An amount of a period as a year's amount, by months (where whole) and by days. Twelve months stay as they are. */
export function asAYear(
  amount: bigint,
  from: string,
  to: string,
  year: number,
): { used: Fraction; byDays: Fraction; months: number | null } {
  const months = wholeMonths(from, to);
  const same: Fraction = [amount, 1n];
  if (months === 12) return { used: same, byDays: same, months };
  const length = dayNumber(to) - dayNumber(from) + 1;
  const byDays: Fraction = [amount * BigInt(daysOf(year)), BigInt(length)];
  return { used: months === null ? byDays : [amount * 12n, BigInt(months)], byDays, months };
}

export const returnOf = (person: Person, year: number): Return | undefined =>
  person.returns.find((r) => r.taxYear === called(year));

/** The day of the notice to file: the usual April when nothing is told; receipt of the return when there was none; null for none at all. */
export function noticeOf(person: Person, year: number): string | null {
  const told = returnOf(person, year);
  if (told === undefined || told.noticeGivenOn === undefined) return begins(year + 1);
  if (told.noticeGivenOn !== null) return told.noticeGivenOn;
  return submittedOf(person, year);
}

export function submittedOf(person: Person, year: number): string | null {
  const on = returnOf(person, year)?.submittedOn ?? null;
  return on !== null && on <= person.asAt ? on : null;
}

/** Section 1.6: 31 January, or three months beginning with a notice given after 31 October (6 January gives 5 April). */
export function filingDate(person: Person, year: number): string | null {
  const notice = noticeOf(person, year);
  if (notice === null) return null;
  if (notice <= day(year + 1, 10, 31)) return day(year + 2, 1, 31);
  const [y, m, d] = parts(notice);
  const [later, month] = m > 9 ? [y + 1, m - 9] : [y, m + 3];
  const length = monthLength(later, month);
  return d > length ? day(later, month, length) : daysLater(day(later, month, d), -1);
}
