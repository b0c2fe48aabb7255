/** What was read from the books holds for as long as nothing is written: the pages of one list ask for it again and again. */
import type { Connection } from './connection.ts';

interface Known {
  /** What a write changes: SQLite's own count of the changes made here, and its number for those of other programs. */
  readonly version: string;
  readonly answers: Map<string, unknown>;
}
const lastKnown = new WeakMap<Connection, Known>();

/** The rows of a query, read once until something is written. */
export function rowsOnce<T>(connection: Connection, sql: string, values: readonly unknown[]): readonly T[] {
  const changes = connection.sql<number>('SELECT total_changes()').pluck().get();
  const version = `${changes} ${String(connection.db.pragma('data_version', { simple: true }))}`;
  const last = lastKnown.get(connection);
  const known = last?.version === version ? last : { version, answers: new Map<string, unknown>() };
  lastKnown.set(connection, known);
  const key = `${sql} ${JSON.stringify(values)}`;
  const rows = (known.answers.get(key) as readonly T[] | undefined) ?? connection.sql<T>(sql).all(...values);
  known.answers.set(key, rows);
  return rows;
}
