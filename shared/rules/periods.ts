/**
 * Which quarter of a tax year is a day in, for a source's updates?
 *
 * Standard periods end on the 5th, calendar ones with the month (SI 2026/336 regs 12 and 13, SALF1150; rules.md 3.1).
 */
import { civil, startYearOf, type PlainDate, type TaxYear } from '../values/dates.ts';
import type { Quarter } from './facts.ts';

export type Periods = 'standard' | 'calendar';

type MonthAndDay = readonly [month: number, day: number];
const ends: Readonly<Record<Periods, Readonly<Record<Quarter, MonthAndDay>>>> = {
  standard: { 1: [7, 5], 2: [10, 5], 3: [1, 5], 4: [4, 5] },
  calendar: { 1: [6, 30], 2: [9, 30], 3: [12, 31], 4: [3, 31] },
};

/** The last day of an update period: the third standard one of 2026-27 ends on 5 January 2027, the calendar one on 31 December 2026. */
export function periodEnd(taxYear: TaxYear, quarter: Quarter, kind: Periods): PlainDate {
  const [month, day] = ends[kind][quarter];
  return civil(startYearOf(taxYear) + (month < 6 ? 1 : 0), month, day);
}

/** The quarter whose update covers the year up to that day; 1 to 5 April goes with the fourth, whichever periods are used. */
export function quarterOf(taxYear: TaxYear, on: PlainDate, kind: Periods): Quarter {
  return ([1, 2, 3] as const).find((quarter) => on <= periodEnd(taxYear, quarter, kind)) ?? 4;
}
