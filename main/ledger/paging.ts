/**
 * Which rows come next, when a list is read newest first, a page at a time?
 *
 * The cursor of the next page is the day and the number of the last item: rows added meanwhile neither repeat nor hide one.
 */
import { parsePlainDate, type PlainDate } from '../../shared/values/dates.ts';
import type { Cell } from './tables.ts';

/** A condition on rows, and what it compares with. */
export interface Condition {
  readonly sql: string;
  readonly values: readonly Cell[];
}

/** Rows after the cursor, newest first. A cursor that no page gave is our mistake and throws. */
export function afterCursor(after: string | null, day: string, id: string): readonly Condition[] {
  if (after === null) return [];
  const [at = '', number = ''] = after.split(' ');
  if (parsePlainDate(at) === undefined || !/^\d+$/.test(number)) throw new RangeError('no page ends there');
  return [{ sql: `(${day}, ${id}) < (?, ?)`, values: [at, Number(number)] }];
}

/** The text as it stands, anywhere in the column, whatever the case of its letters. */
export const holding = (column: string, text: string): Condition => ({
  sql: String.raw`${column} LIKE ? ESCAPE '\'`,
  values: [`%${text.replaceAll(/[\\%_]/g, String.raw`\$&`)}%`],
});

/** Whether an index of three letters in a row can find the text; it knows `%` and `_` only as any letters. */
export const isIndexed = (text: string): boolean => /[^%_]{3}/u.test(text);

export const where = (conditions: readonly Condition[]): string =>
  conditions.length === 0 ? '' : `WHERE ${conditions.map((c) => c.sql).join(' AND ')}`;
export const valuesOf = (conditions: readonly Condition[]): readonly Cell[] => conditions.flatMap((c) => c.values);

/** One more than asked for is read, which tells whether there is a next page. */
export function pageOf<T extends { readonly id: number }>(
  rows: readonly T[],
  limit: number,
  dayOf: (row: T) => PlainDate,
): { readonly items: readonly T[]; readonly next: string | null } {
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  return { items, next: rows.length > limit && last !== undefined ? `${dayOf(last)} ${last.id}` : null };
}
