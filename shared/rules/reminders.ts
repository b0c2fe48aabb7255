/**
 * On which days should a person be reminded, and of what?
 *
 * 30, 7 and 1 days before an update; 60, 30 and 7 before a return. Sources that share a due date share the reminder; what has
 * been sent is left alone, and days that have passed are not listed.
 */
import { addDays, type PlainDate } from '../values/dates.ts';
import type { Pounds } from '../values/money.ts';
import type { Reminder } from './answers.ts';
import { sortedBy, type Facts, type ObligationKind } from './facts.ts';
import type { DueThing } from './calendar.ts';

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
  /** What lateness costs at once, in pounds; null where it does not, or counts towards a penalty. */
  readonly atOnce: Pounds | null;
}

/** Reminders from `asAt` on, soonest first. */
export function reminders(facts: Facts, due: readonly DueThing[]): readonly RawReminder[] {
  const made: RawReminder[] = [];
  for (const things of dueTogether(due.filter((d) => !d.done))) {
    const [{ kind, taxYear, quarter, dueOn, penaltyBearing, because }] = things;
    const cost = because.find((r) => r.code === 'late-costs-at-once')?.values['amount'];
    const atOnce = cost === undefined ? null : String(cost);
    const about = { kind, taxYear, quarter, dueOn, sources: things.flatMap((t) => t.source ?? []) };
    for (const days of daysBefore[kind] ?? []) {
      const on = addDays(dueOn, -days);
      if (on >= facts.asAt) made.push({ on, about, penaltyBearing, atOnce });
    }
  }
  return sortedBy(made, (reminder) => reminder.on);
}

/** Sources that share a kind and due date together: they stand side by side, in the order of `obligations`. */
function dueTogether(due: readonly DueThing[]): [DueThing, ...DueThing[]][] {
  const groups: [DueThing, ...DueThing[]][] = [];
  for (const thing of due) {
    const group = groups.at(-1);
    if (group?.[0].kind === thing.kind && group[0].dueOn === thing.dueOn) group.push(thing);
    else groups.push([thing]);
  }
  return groups;
}
