/**
 * Which day is it, and in which tax year?
 *
 * Days are civil dates kept as their ISO text (`2026-04-06`), so that they compare, sort, store and print as they are.
 * A tax year is `2026-27`: 6 April 2026 to 5 April 2027. Periods include both their days.
 */

declare const plainDate: unique symbol;
declare const taxYear: unique symbol;

/** A real day, `YYYY-MM-DD`. People and files name days of 1900 to 2099; what follows from one may lie fifty years further out. */
export type PlainDate = string & { readonly [plainDate]: true };
/** `2026-27`: 6 April 2026 to 5 April 2027. */
export type TaxYear = string & { readonly [taxYear]: true };
/** Both days belong to it. */
export interface Period {
  readonly from: PlainDate;
  readonly to: PlainDate;
}

const isoDay = /^(19|20)\d\d-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;
/** Days there are at all, so that what follows from a day a person may name never falls off the end. */
const [firstYear, lastYear] = [1850, 2149];
const isoTaxYear = /^(\d{4})-(\d{2})$/;
const monthLengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

const two = (n: number): string => (n < 10 ? `0${n}` : `${n}`);
/** The number a run of digits spells, without making a text of it: dates are taken apart more often than anything else. */
function digits(text: string, from: number, to: number): number {
  let value = 0;
  for (let i = from; i < to; i += 1) value = value * 10 + text.charCodeAt(i) - 48;
  return value;
}
export const yearOf = (day: PlainDate): number => digits(day, 0, 4);
export const monthOf = (day: PlainDate): number => digits(day, 5, 7);
export const dayOf = (day: PlainDate): number => digits(day, 8, 10);

/** How many days the month has: `daysInMonth(2028, 2)` is 29. Months count from 1. */
export function daysInMonth(year: number, month: number): number {
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return month === 2 && leap ? 29 : (monthLengths[month - 1] ?? 0);
}

/** The day the text names, or undefined if there is none: `2026-02-30` is no day, `2028-02-29` is one. */
export function parsePlainDate(text: string): PlainDate | undefined {
  if (!isoDay.test(text)) return undefined;
  const day = text as PlainDate;
  return dayOf(day) <= daysInMonth(yearOf(day), monthOf(day)) ? day : undefined;
}

/** A day from its parts, for dates the law fixes: `civil(2026, 4, 6)`. Throws on a day that does not exist: that is our mistake. */
export function civil(year: number, month: number, day: number): PlainDate {
  if (year < firstYear || year > lastYear || month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month))
    throw new RangeError(`no such day: ${year}-${month}-${day}`);
  return `${year}-${two(month)}-${two(day)}` as PlainDate;
}

/** Days in 400 years, and years counted from 1 March so that a leap day comes last (Hinnant, "chrono-Compatible Low-Level Date Algorithms"). */
const daysInEra = 146_097;

/** The day's number, counted from 1 March 0000. The calendar library is the test's oracle: every day of three centuries. */
function numberOf(day: PlainDate): number {
  const month = monthOf(day);
  const year = yearOf(day) - (month < 3 ? 1 : 0);
  const era = Math.floor(year / 400);
  const ofEra = year - era * 400;
  const ofYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + dayOf(day) - 1;
  return era * daysInEra + ofEra * 365 + Math.floor(ofEra / 4) - Math.floor(ofEra / 100) + ofYear;
}

/** Days by their number, each put together once. */
const named = new Map<number, PlainDate>();

function numbered(number: number): PlainDate {
  const found = named.get(number);
  if (found !== undefined) return found;
  const made = nameOf(number);
  named.set(number, made);
  return made;
}

function nameOf(number: number): PlainDate {
  const era = Math.floor(number / daysInEra);
  const dayOfEra = number - era * daysInEra;
  const leaps = Math.floor(dayOfEra / 1460) - Math.floor(dayOfEra / 36_524) + Math.floor(dayOfEra / 146_096);
  const ofEra = Math.floor((dayOfEra - leaps) / 365);
  const ofYear = dayOfEra - (365 * ofEra + Math.floor(ofEra / 4) - Math.floor(ofEra / 100));
  const fromMarch = Math.floor((5 * ofYear + 2) / 153);
  const month = fromMarch < 10 ? fromMarch + 3 : fromMarch - 9;
  const day = ofYear - Math.floor((153 * fromMarch + 2) / 5) + 1;
  return civil(ofEra + era * 400 + (month < 3 ? 1 : 0), month, day);
}

/** `addDays('2026-04-05', 1)` is 6 April 2026; a negative count goes back. */
export function addDays(day: PlainDate, days: number): PlainDate {
  return numbered(numberOf(day) + days);
}

/** Months on, the day held within the month: 31 January and one month is 28 or 29 February. */
export function addMonths(day: PlainDate, months: number): PlainDate {
  const count = yearOf(day) * 12 + monthOf(day) - 1 + months;
  const [year, month] = [Math.floor(count / 12), (count % 12) + 1];
  return civil(year, month, Math.min(dayOf(day), daysInMonth(year, month)));
}

/** Days from one day to another, 0 if they are the same, negative if `to` is earlier. */
export function daysBetween(from: PlainDate, to: PlainDate): number {
  return numberOf(to) - numberOf(from);
}

/** Days in a period, both ends counted: 6 April to 5 April is 365, or 366 when it holds 29 February. */
export function daysIn(period: Period): number {
  return daysBetween(period.from, period.to) + 1;
}

export const earlier = <T extends PlainDate>(a: T, b: T): T => (a <= b ? a : b);
export const later = <T extends PlainDate>(a: T, b: T): T => (a >= b ? a : b);

/** The days two periods share, or undefined if none. */
export function overlap(a: Period, b: Period): Period | undefined {
  const from = later(a.from, b.from);
  const to = earlier(a.to, b.to);
  return from <= to ? { from, to } : undefined;
}

/** Every tax year within the days there are, worked out once. */
const everyTaxYear = Array.from({ length: lastYear - firstYear }, (_, i) => {
  const start = firstYear + i;
  const name = `${start}-${two((start + 1) % 100)}` as TaxYear;
  return { name, first: civil(start, 4, 6), last: civil(start + 1, 4, 5) };
});

function known(startYear: number): (typeof everyTaxYear)[number] {
  const year = everyTaxYear[startYear - firstYear];
  if (year === undefined) throw new RangeError(`no tax year starts in ${startYear}`);
  return year;
}

/** The tax year that starts on 6 April of this calendar year: `taxYearFrom(2026)` is `2026-27`. Throws outside 1850 to 2148. */
export const taxYearFrom = (startYear: number): TaxYear => known(startYear).name;

/** `2026-27`, or undefined: `2026-28` and `26-27` are not tax years. */
export function parseTaxYear(text: string): TaxYear | undefined {
  const found = isoTaxYear.exec(text);
  if (found === null) return undefined;
  const start = Number(found[1]);
  if (start < 1900 || start > 2099) return undefined;
  return everyTaxYear[start - firstYear]?.name === text ? (text as TaxYear) : undefined;
}

export const startYearOf = (year: TaxYear): number => digits(year, 0, 4);
/** `laterYear('2026-27', 2)` is `2028-29`. */
export const laterYear = (year: TaxYear, by = 1): TaxYear => taxYearFrom(startYearOf(year) + by);
export const firstDay = (year: TaxYear): PlainDate => known(startYearOf(year)).first;
export const lastDay = (year: TaxYear): PlainDate => known(startYearOf(year)).last;
export const wholeYear = (year: TaxYear): Period => ({ from: firstDay(year), to: lastDay(year) });

/** The tax year a day falls in: 5 April 2027 is in 2026-27, 6 April 2027 in 2027-28. */
export function taxYearOf(day: PlainDate): TaxYear {
  const year = yearOf(day);
  return taxYearFrom(day >= known(year).first ? year : year - 1);
}

/** Every tax year from one to another, both included. */
export function taxYears(from: TaxYear, to: TaxYear): TaxYear[] {
  const years: TaxYear[] = [];
  for (let y = startYearOf(from); y <= startYearOf(to); y += 1) years.push(taxYearFrom(y));
  return years;
}
