/**
 * How do money, days and tax years read on a page?
 *
 * Pure text from the values of an Outlook: pounds with commas and a real minus sign, days in full, tax years in HMRC's
 * way of writing them. No locale of the machine is asked, so a page reads the same everywhere.
 */
import { dayOf, monthOf, startYearOf, yearOf, type Period, type PlainDate, type TaxYear } from '../values/dates.ts';
import type { Pounds } from '../values/money.ts';

const months = 'January February March April May June July August September October November December'.split(' ');
const minus = '\u2212';
/** A whole number with its commas: `1,500`. */
export function thousands(n: number | string): string {
  const digits = String(n);
  const front = digits.slice(0, -3);
  return front === '' || front === '-' ? digits : `${thousands(front)},${digits.slice(-3)}`;
}

/** `money('52000.00')` is `£52,000.00`; a negative one has a minus sign before the pound: `−£1,000.00`. */
export function money(pounds: Pounds): string {
  const negative = pounds.startsWith('-');
  const [whole = '0', part = ''] = (negative ? pounds.slice(1) : pounds).split('.');
  return `${negative ? minus : ''}£${thousands(whole)}.${part.padEnd(2, '0')}`;
}

/** Without its pence where there are none, for marks on a chart and round amounts in sentences: `£20,000`. */
export function roundMoney(pounds: Pounds): string {
  return money(pounds).replace(/\.00$/, '');
}

/** `day('2026-04-06')` is `6 April 2026`. */
export function day(date: PlainDate): string {
  return `${dayOf(date)} ${months[monthOf(date) - 1]} ${yearOf(date)}`;
}

/** For a narrow column: `6 Apr 2026`. */
export function shortDay(date: PlainDate): string {
  return `${dayOf(date)} ${monthName(date).slice(0, 3)} ${yearOf(date)}`;
}

export function monthName(date: PlainDate): string {
  return months[monthOf(date) - 1] ?? '';
}

/** `taxYear('2026-27')` is `2026 to 2027`. */
export function taxYear(year: TaxYear): string {
  return `${startYearOf(year)} to ${startYearOf(year) + 1}`;
}

/** `6 April 2026 to 5 July 2026`. */
export function period(of: Period): string {
  return `${day(of.from)} to ${day(of.to)}`;
}

/** `Flat 1`, `Flat 1 and the stall`, `Flat 1, the stall and Plumbing`. */
export const listed = (names: readonly string[]): string =>
  [names.slice(0, -1).join(', '), ...names.slice(-1)].filter((x) => x !== '').join(' and ');

/** `count(1, 'record')` is `1 record`, `count(1200, 'record')` is `1,200 records`; an odd plural is given. */
export function count(n: number, one: string, many = `${one}s`): string {
  return `${thousands(n)} ${n === 1 ? one : many}`;
}

/** `fileSize(1_250_000)` is `1.2 MB`; what is smaller than a tenth of one is in kB. Thousands, as file managers count. */
export function fileSize(bytes: number): string {
  if (bytes < 100_000) return `${thousands(Math.max(1, Math.round(bytes / 1000)))} kB`;
  const tenths = Math.round(bytes / 100_000);
  return `${thousands(Math.floor(tenths / 10))}${tenths % 10 === 0 ? '' : `.${tenths % 10}`} MB`;
}

/** A chance between 0 and 1 in whole per cent; never "0%" or "100%" for what is merely very likely. */
export function chance(probability: number): string {
  if (probability <= 0) return '0%';
  if (probability >= 1) return '100%';
  return `${Math.min(99, Math.max(1, Math.round(probability * 100)))}%`;
}

/** `1/2` is `half`, `1` is `all of it`; other shares as they were given. */
export function share(text: string): string {
  const named: Readonly<Record<string, string>> = {
    '1': 'all of it',
    '1/1': 'all of it',
    '1/2': 'half',
    '0.5': 'half',
  };
  return named[text] ?? text;
}
