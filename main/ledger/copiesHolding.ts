/**
 * What would go for good, and which copies of these books still have it?
 *
 * Copies are read as they are and never changed: the automatic backups, and the files beside the books that a migration, a
 * restore or a person left there. One that cannot be read is named too.
 */
import { existsSync, readdirSync } from 'node:fs';
import { basename, dirname, extname, join } from 'node:path';
import Database from 'better-sqlite3';
import { done, type Outcome } from '../../shared/values/outcome.ts';
import type { Erasing, ErasurePreview } from './erasureApi.ts';
import { momentIn } from './backupName.ts';
import { blankTables } from './blanks.ts';
import type { Connection } from './connection.ts';
import { countsOf } from './erasing.ts';
import { goingWith, type Going } from './going.ts';
import { payloadsOfRows } from './payloads.ts';

/** What `erase` would take of the books, and the names of copies that would still have it. Refused as `erase` refuses. */
export function previewErasure(connection: Connection, of: Erasing, folder: string | null): Outcome<ErasurePreview> {
  const going = goingWith(connection, of);
  if (!going.ok) return going;
  const hashes = hashesOf(connection, going.value);
  const copies = copiesOf(connection.db.name, folder).filter((path) => holdsAny(path, hashes));
  return done({ ...countsOf(going.value), copies: copies.map((path) => basename(path)) });
}

/** The payloads that tell of it. */
function hashesOf(connection: Connection, going: Going): readonly string[] {
  return blankTables.flatMap((table) => {
    const ids = new Set(going[table]);
    return ids.size === 0 ? [] : [...payloadsOfRows(connection, table, ids).keys()];
  });
}

/** Whatever has the books' ending beside them, a copy that a person made as well, and the backups in that folder. */
function copiesOf(path: string, folder: string | null): readonly string[] {
  const isCopy = (name: string): boolean =>
    extname(name) === extname(path) && name !== basename(path) && !name.startsWith('.');
  const beside = readdirSync(dirname(path))
    .filter(isCopy)
    .toSorted()
    .map((name) => join(dirname(path), name));
  if (folder === null || !existsSync(folder)) return beside;
  const backups = readdirSync(folder).filter((name) => momentIn(name) !== undefined);
  return [...beside, ...backups.toSorted().map((name) => join(folder, name))];
}

function holdsAny(path: string, hashes: readonly string[]): boolean {
  let db: Database.Database | undefined;
  try {
    db = new Database(path, { fileMustExist: true });
    db.pragma('query_only = ON');
    const holds = db.prepare(`SELECT 1 FROM payload WHERE hash = ? AND text <> ''`);
    return hashes.some((hash) => holds.get(hash) !== undefined);
  } catch {
    return true;
  } finally {
    db?.close();
  }
}
