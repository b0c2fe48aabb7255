/**
 * What moment is it, and which civil day is that in the United Kingdom?
 *
 * The only module that asks the machine. Everything else is told the day or the moment as an argument.
 */
import { parsePlainDate, type PlainDate } from '../shared/values/dates.ts';
import type { Instant } from './ledger/api.ts';

/** What the rest of main is given: the moment (ISO 8601, UTC, ending in Z) and the London day. */
export interface Clock {
  now(): Instant;
  today(): PlainDate;
}

const london = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'Europe/London',
  calendar: 'iso8601',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
});

/** The London day of a moment: `dayInLondon('2026-06-30T23:30:00.000Z')` is 1 July 2026, because of summer time. */
export function dayInLondon(instant: Instant): PlainDate {
  const parts = new Map(london.formatToParts(new Date(instant)).map((p) => [p.type, p.value]));
  const day = parsePlainDate(`${parts.get('year')}-${parts.get('month')}-${parts.get('day')}`);
  if (day === undefined) throw new RangeError(`not a moment with a day: ${instant}`);
  return day;
}

const minute = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/London',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});

/** The London day and time of a moment, as people keep them: `2026-06-30T23:30:00.000Z` is 1 July 2026 at 00:30. */
export const inLondon = (instant: Instant): { readonly day: PlainDate; readonly time: string } => ({
  day: dayInLondon(instant),
  time: minute.format(new Date(instant)),
});

const now = (): Instant => new Date().toISOString();

/** The machine's own clock. */
export const clock: Clock = { now, today: () => dayInLondon(now()) };
