/**
 * On which days should a person be reminded, and of what?
 *
 * 30, 7 and 1 days before an update; 60, 30 and 7 before a return. Sources that share a due date share the reminder; what has
 * been sent is left alone, and days that have passed are not listed.
 */
import { addDays, type PlainDate } from '../values/dates.ts';
import type { Reminder } from './answers.ts';
import type { Facts, ObligationKind } from './facts.ts';
import type { DueThing } from './obligations.ts';

const daysBefore: Readonly<Partial<Record<ObligationKind, readonly number[]>>> = {
  'quarterly-update': [30, 7, 1],
  'end-of-period-statement': [60, 30, 7],
  'final-declaration': [60, 30, 7],
  'tax-return': [60, 30, 7],
};

export interface RawReminder {
  readonly on: PlainDate;
  readonly about: Reminder['about'];
  readonly penaltyBearing: boolean;
}

/** Reminders from `asAt` on, soonest first. */
export function reminders(facts: Facts, due: readonly DueThing[]): RawReminder[] {
  const made = new Map<string, RawReminder>();
  for (const thing of due) {
    if (thing.sentOn !== null) continue;
    for (const days of daysBefore[thing.kind] ?? []) {
      const on = addDays(thing.dueOn, -days);
      if (on < facts.asAt) continue;
      const key = `${on} ${thing.dueOn} ${thing.kind} ${thing.quarter ?? 0}`;
      const sources = [...(made.get(key)?.about.sources ?? []), ...(thing.source === null ? [] : [thing.source])];
      const { kind, taxYear, quarter, dueOn } = thing;
      made.set(key, { on, about: { kind, taxYear, quarter, dueOn, sources }, penaltyBearing: thing.penaltyBearing });
    }
  }
  return [...made.entries()].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, reminder]) => reminder);
}
