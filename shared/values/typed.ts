/**
 * What did a person mean by what they typed?
 *
 * Reads dates and amounts the way people write them in Britain: day first, with or without a year, pound signs and
 * commas as they come. What cannot be read for certain is undefined, never guessed.
 */
import { addDays, monthOf, parsePlainDate, yearOf, dayOf, daysInMonth, civil, type PlainDate } from './dates.ts';
import { parsePounds, type Pence } from './money.ts';

const numbers = /^(\d{1,2})[/.\-\s](\d{1,2})(?:[/.\-\s](\d{4}|\d{2}))?$/;
const named = /^(\d{1,2})(?:st|nd|rd|th)?\s*([a-z]{3,9})\.?(?:[\s,]+(\d{4}|\d{2}))?$/;

/**
 * The day meant: `6/4/26`, `06.04.2026`, `6 apr`, `6th April 2026`, `2026-04-06`, `today`, `yesterday`. Without a year it
 * is the latest such day up to today: on 22 November 2026, `6 apr` is 6 April 2026 and `20 dec` is 20 December 2025.
 */
export function parseTypedDate(text: string, today: PlainDate): PlainDate | undefined {
  const said = text.trim().toLowerCase().replaceAll(/\s+/g, ' ');
  if (said === 'today') return today;
  if (said === 'yesterday') return addDays(today, -1);
  const iso = parsePlainDate(said);
  if (iso !== undefined) return iso;
  const found = numbers.exec(said) ?? named.exec(said);
  if (found === null) return undefined;
  const [, day = '', month = '', year] = found;
  return meant(Number(day), monthNumber(month), year, today);
}

function monthNumber(text: string): number {
  if (/^\d+$/.test(text)) return Number(text);
  const full = ['january', 'february', 'march', 'april', 'may', 'june', 'july', 'august', 'september', 'october'];
  const all = [...full, 'november', 'december'];
  return (
    all.findIndex((name) => name === text || name.slice(0, 3) === text || (text === 'sept' && name === 'september')) + 1
  );
}

function meant(day: number, month: number, year: string | undefined, today: PlainDate): PlainDate | undefined {
  if (month < 1 || month > 12 || day < 1) return undefined;
  if (year !== undefined) return real(year.length === 2 ? 2000 + Number(year) : Number(year), month, day);
  const passed = month < monthOf(today) || (month === monthOf(today) && day <= dayOf(today));
  return real(passed ? yearOf(today) : yearOf(today) - 1, month, day);
}

function real(year: number, month: number, day: number): PlainDate | undefined {
  return year >= 1900 && year <= 2099 && day <= daysInMonth(year, month) ? civil(year, month, day) : undefined;
}

/** The amount meant, in pence: `£1,234.5 `, `1 234.50`, `-12`, `−12.00`. Three digits after a point are not an amount. */
export function parseTypedMoney(text: string): Pence | undefined {
  const plain = text
    .replaceAll(/[\s\u00A0\u202F]/g, '')
    .replace(/^[-−–]/, '-')
    .replace('£', '');
  if (/,/.test(plain) && !/^-?\d{1,3}(,\d{3})+(\.\d{1,2})?$/.test(plain)) return undefined;
  return parsePounds(plain.replaceAll(',', '').replace(/^(-?)\./, '$10.'));
}
