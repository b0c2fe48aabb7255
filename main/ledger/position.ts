/**
 * Where in the list, newest first, does the page at a place begin?
 *
 * The kept totals say how many records each day has, so that the day of the place is known without walking to it: the last
 * of a million records is as near as the first.
 */
import type { Connection } from './connection.ts';
import { valuesOf, where, type Condition } from './paging.ts';
import { rowsOnce } from './unchanged.ts';

/** More than any record's number. */
const beforeAll = Number.MAX_SAFE_INTEGER;

interface DayCount {
  readonly day: string;
  readonly count: number;
}

/**
 * The cursor after which the record at this place comes, counted from 0; null for a place past the end. `conditions` are
 * those that the kept totals answer too.
 */
export function cursorBefore(
  connection: Connection,
  conditions: readonly Condition[],
  position: number,
): string | null {
  const days = rowsOnce<DayCount>(
    connection,
    `SELECT r.day, sum(r.count) AS count FROM total r ${where(conditions)} GROUP BY r.day ORDER BY r.day DESC`,
    valuesOf(conditions),
  );
  let left = position;
  for (const { day, count } of days) {
    if (left === 0) return `${day} ${beforeAll}`;
    if (left < count) return `${day} ${lastOf(connection, conditions, day, left)}`;
    left -= count;
  }
  return null;
}

/** The number of the record that is `place` from the top of its day, counted from 1. */
function lastOf(connection: Connection, conditions: readonly Condition[], day: string, place: number): number {
  const all = [...conditions, { sql: 'r.day = ?', values: [day] }];
  const found = connection
    .sql<number>(`SELECT r.id FROM standing_record r ${where(all)} ORDER BY r.id DESC LIMIT 1 OFFSET ?`)
    .pluck()
    .get(...valuesOf(all), place - 1);
  if (found === undefined) throw new Error(`the kept totals of ${day} do not agree with its records`);
  return found;
}
