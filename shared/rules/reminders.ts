/**
 * On which days should a person be reminded, and of what?
 *
 * 30, 7 and 1 days before an update; 60, 30 and 7 before a return. Sources that share a due date share the reminder; what has
 * been sent is left alone, and days that have passed are not listed.
 */
import { addDays, type PlainDate } from '../values/dates.ts';
import type { Reminder } from './answers.ts';
import { sortedBy, type Facts, type ObligationKind } from './facts.ts';
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
export function reminders(facts: Facts, due: readonly DueThing[]): readonly RawReminder[] {
  const made = [...sharedDates(due).values()].flatMap(([thing, ...others]) => {
    const { kind, taxYear, quarter, dueOn, penaltyBearing } = thing;
    const sources = [thing, ...others].flatMap((t) => t.source ?? []);
    return (daysBefore[kind] ?? []).map((days) => ({
      on: addDays(dueOn, -days),
      about: { kind, taxYear, quarter, dueOn, sources },
      penaltyBearing,
    }));
  });
  const coming = made.filter((reminder) => reminder.on >= facts.asAt);
  return sortedBy(coming, (reminder) => reminder.on);
}

/** What is still to be sent, by kind and due date: sources that share one are together. */
function sharedDates(due: readonly DueThing[]): Map<string, [DueThing, ...DueThing[]]> {
  const groups = new Map<string, [DueThing, ...DueThing[]]>();
  for (const thing of due) {
    if (thing.sentOn !== null) continue;
    const key = `${thing.dueOn} ${thing.kind}`;
    groups.set(key, [...(groups.get(key) ?? []), thing] as [DueThing, ...DueThing[]]);
  }
  return groups;
}
