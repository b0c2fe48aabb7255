/**
 * Are the tables, indexes, views and triggers of the file those that this program makes?
 *
 * SQLite keeps their description as text in the file, and a letter gone bad in a view or a trigger passes every check of
 * its own. Every file of this version has the same text, whichever version it was made by; only the tables that SQLite
 * makes for its own word indexes may differ from one SQLite to the next.
 */
import Database from 'better-sqlite3';
import type { Verified } from './api.ts';
import type { Connection } from './connection.ts';
import { migrate } from './migrations.ts';

type Description = ReadonlyMap<string, string>;

const described = `SELECT type || ' ' || name AS what, tbl_name || ' ' || sql AS text FROM sqlite_schema
  WHERE sql IS NOT NULL AND name NOT GLOB 'sqlite_*' AND name NOT GLOB 'record_words_*' AND name NOT GLOB 'row_words_*'`;

const asMade = new WeakMap<Connection, Description>();

/** What a new file would say, made once for a connection. */
function madeNew(connection: Connection): Description {
  const known = asMade.get(connection) ?? inMemory();
  asMade.set(connection, known);
  return known;
}

function inMemory(): Description {
  const db = new Database(':memory:');
  try {
    migrate(db);
    return new Map(db.prepare<[], [string, string]>(described).raw().all());
  } finally {
    db.close();
  }
}

/** The first thing that is missing, is not as it was made, or was never made. */
export function descriptionChanged(connection: Connection): Verified['checks'][number] | undefined {
  const found = new Map(connection.sql<[string, string]>(described).raw().all());
  const wanted = madeNew(connection);
  const differs = [...wanted.keys(), ...found.keys()].find((what) => wanted.get(what) !== found.get(what));
  return differs === undefined ? undefined : { code: 'description-changed', detail: differs.replaceAll('_', ' ') };
}
