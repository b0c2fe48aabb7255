/**
 * Which automatic backups are kept, and which may go?
 *
 * All of today, the last of each day for 30 days, the last of each month for seven years. The latest is always kept,
 * whatever its day, and so is one from the future (a clock set back).
 */
import { addDays, type PlainDate } from '../../shared/values/dates.ts';

/** A backup by its name, and the moment it was made: ISO 8601, which compares as text. */
export interface Dated {
  readonly name: string;
  readonly at: string;
}

const days = 30;
const years = 7;

/** Names of those that may go, oldest first. */
export function thinned(backups: readonly Dated[], today: PlainDate): readonly string[] {
  const newestFirst = backups.toSorted((a, b) => (a.at > b.at ? -1 : 1));
  const recent = addDays(today, -days);
  const oldest = `${Number(today.slice(0, 4)) - years}${today.slice(4)}`;
  const taken = new Set<string>();
  const kept = newestFirst.filter(({ at }, place) => {
    const on = at.slice(0, 10);
    const span = on >= recent ? on : on.slice(0, 7);
    const first = !taken.has(span);
    taken.add(span);
    return place === 0 || on >= today || (first && on >= oldest);
  });
  const names = new Set(kept.map((b) => b.name));
  return newestFirst
    .map((b) => b.name)
    .filter((name) => !names.has(name))
    .toReversed();
}
