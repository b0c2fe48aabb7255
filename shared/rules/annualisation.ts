/**
 * What would a part year's income be over a whole tax year?
 *
 * The law fixes neither days nor months, so both are worked out, exactly, and the caller is told when they disagree.
 * SI 2026/336 reg 26 (SALF1450); HMRC's published example doubles six months.
 */
import {
  dayOf,
  daysIn,
  daysInMonth,
  monthOf,
  wholeYear,
  yearOf,
  type Period,
  type PlainDate,
  type TaxYear,
} from '../values/dates.ts';
import { scaled, whole, type Fraction, type Pence } from '../values/money.ts';

export interface Annualised {
  /** Whole months in the period, or null when it is not whole months. */
  readonly months: number | null;
  readonly byMonths: Fraction | null;
  /** Null for a whole year, which is never touched. */
  readonly byDays: Fraction | null;
  readonly used: 'whole-year' | 'months' | 'days';
  readonly value: Fraction;
}

/**
 * Gross income of one source scaled to a full tax year; a whole year comes back untouched, so that rounding can never move
 * anyone across a threshold.
 *
 * £16,000 from 6 October 2025 to 5 April 2026 is six months or 182 of 365 days: £32,000.00 by months (used), £32,087.91 by days.
 * £60,000 over an eighteen-month account is £40,000.
 */
export function annualise(gross: Pence, period: Period, taxYear: TaxYear): Annualised {
  const months = wholeMonths(period);
  if (months === 12) return { months, byMonths: whole(gross), byDays: null, used: 'whole-year', value: whole(gross) };
  const byDays = scaled(gross, daysIn(wholeYear(taxYear)), daysIn(period));
  if (months === null) return { months, byMonths: null, byDays, used: 'days', value: byDays };
  const byMonths = scaled(gross, 12, months);
  return { months, byMonths, byDays, used: 'months', value: byMonths };
}

/**
 * How many whole months a period is, or null: from a 6th to a 5th, from a 1st to a month's end and, because the law treats
 * 31 March to 5 April as one year end, from a 1st to 5 April; 6 April to 31 March is a whole year.
 *
 * 6 October to 5 April is 6; 1 January to 5 April is 3; 1 to 5 April and 7 October to 5 April are null.
 */
export function wholeMonths({ from, to }: Period): number | null {
  const apart = (yearOf(to) - yearOf(from)) * 12 + monthOf(to) - monthOf(from);
  if (dayOf(from) === 6 && dayOf(to) === 5) return apart > 0 ? apart : null;
  if (dayOf(from) === 1 && isMonthEnd(to)) return apart + 1;
  if (dayOf(from) === 1 && monthOf(to) === 4 && dayOf(to) === 5) return apart > 0 ? apart : null;
  if (from.endsWith('-04-06') && to.endsWith('-03-31') && apart === 11) return 12;
  return null;
}

const isMonthEnd = (day: PlainDate): boolean => dayOf(day) === daysInMonth(yearOf(day), monthOf(day));
