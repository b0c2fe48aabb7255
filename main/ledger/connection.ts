/**
 * How does the ledger speak to SQLite, and what does it say when SQLite cannot?
 *
 * A connection prepares each statement once. What the machine can do to a person (a full disk, a read-only folder, a
 * second program writing) becomes a refusal by name; every other error of SQLite is our mistake and is thrown on.
 */
import Database from 'better-sqlite3';
import type { PlainDate } from '../../shared/values/dates.ts';
import { refuse, type Problem } from '../../shared/values/outcome.ts';

export interface Connection {
  readonly db: Database.Database;
  /** The prepared statement of this text, prepared on first use. */
  sql<R>(text: string): Database.Statement<unknown[], R>;
  /** Days whose kept totals this connection has written since `facts` last looked. */
  readonly touched: Set<PlainDate>;
}

/** How many kibibytes of the file are kept in memory. An import writes far more pages than it reads twice: it needs few. */
export const cached = { usual: 65_536, importing: 4_096 };
export const setCache = (db: Database.Database, kibibytes: number): void =>
  void db.pragma(`cache_size = -${kibibytes}`);

/** Wraps an open database. */
export function connectionTo(db: Database.Database): Connection {
  const prepared = new Map<string, Database.Statement>();
  return {
    db,
    touched: new Set(),
    sql<R>(text: string) {
      const known = prepared.get(text) ?? db.prepare(text);
      prepared.set(text, known);
      return known as Database.Statement<unknown[], R>;
    },
  };
}

const refusals: readonly (readonly [start: string, code: string])[] = [
  ['SQLITE_BUSY', 'ledger-in-use'],
  ['SQLITE_LOCKED', 'ledger-in-use'],
  ['SQLITE_FULL', 'ledger-disk-full'],
  ['SQLITE_READONLY', 'ledger-read-only'],
  ['SQLITE_PERM', 'ledger-read-only'],
  ['SQLITE_CANTOPEN', 'ledger-io'],
  ['SQLITE_IOERR', 'ledger-io'],
  ['SQLITE_CORRUPT', 'ledger-damaged'],
  ['SQLITE_NOTADB', 'ledger-damaged'],
];

/** The refusal that an error of SQLite stands for; anything else is thrown again. */
export function refusedBySqlite(error: unknown): { ok: false; problem: Problem } {
  if (!(error instanceof Database.SqliteError)) throw error;
  const found = refusals.find(([start]) => error.code.startsWith(start));
  if (found === undefined) throw error;
  return refuse(found[1], '', { detail: error.code });
}

/** Ends a transaction without a trace, if one is open: SQLite itself may have ended it. */
export function rollBack(connection: Connection): void {
  if (connection.db.inTransaction) connection.db.exec('ROLLBACK');
}
