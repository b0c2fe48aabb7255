/**
 * When is a tax return due, and from when can a source be within the obligation?
 *
 * Both follow from the notice to file: Taxes Management Act 1970 s8(1D) to (1G), SI 2026/336 regs 2 and 5 (SALF1010).
 */
import type { RuleSet } from '../policy/policy.ts';
import {
  addDays,
  addMonths,
  civil,
  dayOf,
  earlier,
  firstDay,
  lastDay,
  laterYear,
  later,
  startYearOf,
  taxYearOf,
  type PlainDate,
  type TaxYear,
} from '../values/dates.ts';
import type { Facts, Source, TaxReturn } from './facts.ts';

export function returnFor(facts: Facts, taxYear: TaxYear): TaxReturn | undefined {
  return facts.returns.find((r) => r.taxYear === taxYear);
}

/** Submitted by the day asked about: what happens later is not known yet. */
export function isSubmitted(facts: Facts, taxReturn: TaxReturn | undefined): taxReturn is TaxReturn {
  return taxReturn?.submittedOn != null;
}

/** Is that year's return in, on a day that was told or on one that was not? */
export const isReturnSent = (facts: Facts, taxYear: TaxYear): boolean =>
  facts.taxReturnsSent.includes(taxYear) || isSubmitted(facts, returnFor(facts, taxYear));

/**
 * The filing date of a tax year's return: 31 January after it, or three months beginning with the notice if that was given
 * after 31 October. A notice of 6 January 2027 for 2025-26 gives 5 April 2027. Null: no notice was given.
 *
 * A return submitted without a notice is treated as noticed on the day it came in.
 */
export function filingDate(taxReturn: TaxReturn | undefined, taxYear: TaxYear): PlainDate | null {
  const usual = civil(startYearOf(taxYear) + 2, 1, 31);
  const notice = taxReturn?.noticeGivenOn === null ? taxReturn.submittedOn : taxReturn?.noticeGivenOn;
  if (notice === null) return null;
  if (notice === undefined) return usual;
  return later(usual, threeMonthsFrom(notice));
}

/** The last of three months beginning with a day; a day the third month lacks means its last: 30 November gives 28 February. */
function threeMonthsFrom(day: PlainDate): PlainDate {
  const end = addMonths(day, 3);
  return dayOf(end) === dayOf(day) ? addDays(end, -1) : end;
}

/** The latest tax year whose return had to be delivered before the year starts; null if none within ten years. */
export function previousFilingYear(facts: Facts, year: TaxYear): TaxYear | null {
  for (let back = 2; back <= 10; back += 1) {
    const tested = laterYear(year, -back);
    const due = filingDate(returnFor(facts, tested), tested);
    if (due !== null && due < firstDay(year)) return tested;
  }
  return null;
}

/**
 * The 6 April from which a source can be within the obligation: the one after the tax year in which the first return that
 * must include it falls due, and never before the first year of all. A trade begun in May 2026 is on the 2026-27 return, due
 * 31 January 2028, so 6 April 2028. Null: no return need ever include it.
 */
export function digitalStart(facts: Facts, source: Source, rules: RuleSet): PlainDate | null {
  const first = firstDay(rules.firstYear);
  const began = source.startedOn;
  if (rules.startedBefore !== null && (began === null || began < rules.startedBefore)) return first;
  const asked = firstReturn(facts, source, rules);
  return asked === null ? null : later(first, firstDay(laterYear(taxYearOf(asked.due))));
}

/** The first return that must include a source, of those that can matter, and when it is due; null: no notice asks for one. */
export function firstReturn(
  facts: Facts,
  { startedOn: began, ceasedOn }: Source,
  rules: RuleSet,
): { readonly taxYear: TaxYear; readonly due: PlainDate } | null {
  const floor = laterYear(rules.firstYear, -2);
  const from = began === null || taxYearOf(began) < floor ? floor : taxYearOf(began);
  const to = ceasedOn === null ? laterYear(from, 10) : taxYearOf(ceasedOn);
  for (let taxYear = from; taxYear <= to; taxYear = laterYear(taxYear)) {
    const due = filingDate(returnFor(facts, taxYear), taxYear);
    if (due !== null) return { taxYear, due };
  }
  return null;
}

/** The days of a tax year on which a source was carried on, or undefined if it was not. */
export function lifeWithin(source: Source, taxYear: TaxYear): { from: PlainDate; to: PlainDate } | undefined {
  const from = source.startedOn === null ? firstDay(taxYear) : later(source.startedOn, firstDay(taxYear));
  const to = source.ceasedOn === null ? lastDay(taxYear) : earlier(source.ceasedOn, lastDay(taxYear));
  return from <= to ? { from, to } : undefined;
}

/** Is it carried on on that day? */
export function isCarriedOn(source: Source, day: PlainDate): boolean {
  return (source.startedOn === null || source.startedOn <= day) && (source.ceasedOn === null || source.ceasedOn >= day);
}
