/**
 * Which days of a file may not be whole in it, and what do other files know of them?
 *
 * A file holds a stretch of the account. Every day between its first and its last is whole. Of its first day it may lack
 * rows at the beginning, of its last at the end, and of an only day at both. Two files that both begin with a day hold the
 * same end of it, and two that end with it the same beginning: the one with fewer rows is within the other. Where one
 * ends with a day and the other begins with it, an equal row in both may be one row or two.
 */
import type { PlainDate } from '../../shared/values/dates.ts';
import type { NewBankRow } from '../bankRow.ts';
import type { Connection } from './connection.ts';

/** What a file has of a day for certain: `end` where it begins with it, `beginning` where it ends with it. */
export type Part = 'whole' | 'beginning' | 'end' | 'middle' | 'none';
export interface Days {
  readonly first: PlainDate;
  readonly last: PlainDate;
}

/** `partOf({ first: 1 May, last: 31 May }, 31 May)` is `beginning`. */
export function partOf({ first, last }: Days, day: PlainDate): Part {
  if (day < first || day > last) return 'none';
  if (first === last) return 'middle';
  if (day === first) return 'end';
  return day === last ? 'beginning' : 'whole';
}

/** The days of the rows so far, and the rows of the first and last of them that the books have already. */
export interface Edges {
  days: Days | null;
  readonly doubtful: Map<PlainDate, NewBankRow[]>;
}
export const noEdges = (): Edges => ({ days: null, doubtful: new Map() });

/** Another row of the file. A day with rows on both sides of it is whole, and its rows are no longer in doubt. */
export function seeDay(edges: Edges, day: PlainDate): void {
  const { days, doubtful } = edges;
  if (days !== null && day >= days.first && day <= days.last) return;
  const first = days === null || day < days.first ? day : days.first;
  const last = days === null || day > days.last ? day : days.last;
  edges.days = { first, last };
  for (const seen of doubtful.keys()) if (seen !== first && seen !== last) doubtful.delete(seen);
}

/** A row that the books have already, though this file may mean another: kept while its day is the first or the last. */
export function doubt({ days, doubtful }: Edges, row: NewBankRow): void {
  if (row.date !== days?.first && row.date !== days?.last) return;
  const rows = doubtful.get(row.date) ?? [];
  doubtful.set(row.date, rows);
  rows.push(row);
}

interface KnownFile {
  readonly id: number;
  readonly first: PlainDate | null;
  readonly last: PlainDate | null;
}

/** The days of each other file of the account that stands. Files of older books go by the rows they brought. */
export function daysOfFiles(connection: Connection, account: number, but: number): ReadonlyMap<number, Days> {
  const files = connection
    .sql<KnownFile>(
      `SELECT f.id, d.first_day AS first, d.last_day AS last FROM standing_imported_file f
      LEFT JOIN file_days d ON d.file = f.id WHERE f.account = ? AND f.id <> ?`,
    )
    .all(account, but);
  const unknown = files.filter(({ first }) => first === null).map(({ id }) => id);
  const brought = unknown.length === 0 ? [] : daysOfRows(connection, unknown);
  return new Map(
    [...files, ...brought].flatMap(({ id, first, last }) =>
      first === null || last === null ? [] : [[id, { first, last }] as const],
    ),
  );
}

const daysOfRows = (connection: Connection, files: readonly number[]): readonly KnownFile[] =>
  connection
    .sql<KnownFile>(
      `SELECT file AS id, min(day) AS first, max(day) AS last FROM bank_row
      WHERE file IN (SELECT value FROM json_each(?)) GROUP BY file`,
    )
    .all(JSON.stringify(files));
