/**
 * Is this file a ledger, and can it be opened?
 *
 * What it is is read from its first bytes before SQLite touches it, so that a picture or another program's database is
 * refused with nothing written beside it. A clock, a network and a repair are not needed and not tried.
 */
import { closeSync, openSync, readFileSync, readSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import Database from 'better-sqlite3';
import { done, refuse, type Outcome } from '../../shared/values/outcome.ts';
import { cached, connectionTo, refusedBySqlite, setCache, type Connection } from './connection.ts';
import { reasonOf } from './disk.ts';
import { migrateFile } from './migrateCopy.ts';
import { applicationId, schemaVersion, versionOf } from './migrations.ts';
import { isSealed } from './sealed.ts';
import { sweepFile } from './sweeping.ts';

export interface OpenAs {
  readonly readOnly: boolean;
  /** How long to wait for another program that is writing, in milliseconds. */
  readonly patience: number;
}

const headerLength = 100;
const versionAt = 60;
const applicationAt = 68;
/** Two bytes of the header say how the file is written: with a log beside it (2) or without (1). */
const logAt = 18;
const keepsNoLog = 1;
/** Books larger than this are not read into memory. */
const readInMemory = 1024 * 1024 * 1024;
/** A file up to this size is checked whole on opening (0.2 s at most); a larger one by `verify`, which the app runs after opening. */
const checkedWhole = 32 * 1024 * 1024;
const checkedAlways = ['meta', 'source', 'letting', 'letting_share', 'action', 'told', 'total', 'bank_day'];

const noSuchFile = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR');

/** Reads the header only: is it ours, and of a version we know? The answer is its version. */
export function recognise(path: string, file = basename(path)): Outcome<number> {
  try {
    if (!statSync(path).isFile()) return refuse('ledger-unknown', '', { file });
    const header = Buffer.alloc(headerLength);
    const descriptor = openSync(path, 'r');
    const length = readSync(descriptor, header, 0, headerLength, 0);
    closeSync(descriptor);
    if (isSealed(path)) return refuse('ledger-sealed', '', { file });
    if (length < headerLength || header.toString('latin1', 0, 16) !== 'SQLite format 3\0') {
      return refuse('ledger-unknown', '', { file });
    }
    if (header.readUInt32BE(applicationAt) !== applicationId) return refuse('ledger-unknown', '', { file });
    const version = header.readUInt32BE(versionAt);
    return version > schemaVersion
      ? refuse('ledger-newer', '', { file, version, known: schemaVersion })
      : done(version);
  } catch (error) {
    if (noSuchFile(error)) return refuse('file-missing', '', { file });
    return refuse('file-unreadable', '', { file, detail: reasonOf(error) });
  }
}

/**
 * Opens a ledger. Refused by name: no such file, not a ledger, a newer version, a damaged file, another program holding
 * it. Opened to read only, a write is refused as `ledger-read-only`; books of an older version are brought to this one
 * first even then. Where nothing may be written beside them, books are read all the same.
 */
export function openLedgerFile(path: string, as: OpenAs): Outcome<Connection> {
  const recognised = recognise(path);
  if (!recognised.ok) return recognised;
  const opened = openInPlace(path, recognised.value, as);
  const mayRead = as.readOnly && !opened.ok && ['ledger-read-only', 'ledger-io'].includes(opened.problem.code);
  return mayRead && recognised.value === schemaVersion && isAtRest(path) ? openInMemory(path, as) : opened;
}

function openInPlace(path: string, version: number, as: OpenAs): Outcome<Connection> {
  let db: Database.Database | undefined;
  try {
    if (version < schemaVersion) {
      const brought = migrateFile(path, version, as.patience);
      if (!brought.ok) return brought;
    }
    db = new Database(path, { fileMustExist: true, timeout: as.patience });
    const opened = prepare(db, path, as);
    if (!opened.ok) db.close();
    return opened;
  } catch (error) {
    db?.close();
    return refusedBySqlite(error);
  }
}

/** Is all there is in the file itself, and small enough for memory? A log beside it would hold more. */
function isAtRest(path: string): boolean {
  const log = statSync(`${path}-wal`, { throwIfNoEntry: false });
  return (log?.size ?? 0) === 0 && statSync(path).size <= readInMemory;
}

/** SQLite writes a log and its index beside books it only reads; a copy in memory that says it keeps no log needs neither. */
function openInMemory(path: string, as: OpenAs): Outcome<Connection> {
  const bytes = readFileSync(path);
  bytes.fill(keepsNoLog, logAt, logAt + 2);
  const db = new Database(bytes);
  try {
    const opened = prepare(db, path, as);
    if (!opened.ok) db.close();
    return opened;
  } catch (error) {
    db.close();
    return refusedBySqlite(error);
  }
}

function prepare(db: Database.Database, path: string, as: OpenAs): Outcome<Connection> {
  const file = basename(path);
  db.pragma('foreign_keys = ON');
  db.pragma('recursive_triggers = ON');
  db.pragma('synchronous = FULL');
  db.pragma('temp_store = MEMORY');
  setCache(db, cached.usual);
  db.pragma('journal_size_limit = 67108864');
  const version = versionOf(db);
  if (version > schemaVersion) return refuse('ledger-newer', '', { file, version, known: schemaVersion });
  if (!isSound(db, statSync(path).size)) return refuse('ledger-damaged', '', { detail: file });
  if (as.readOnly) db.pragma('query_only = ON');
  else db.pragma('journal_mode = WAL');
  const connection = connectionTo(db);
  if (!as.readOnly) sweepFile(connection);
  return done(connection);
}

/** A damaged description of the tables is an error of SQLite's language, and still damage. */
function isSound(db: Database.Database, size: number): boolean {
  const checks = size <= checkedWhole ? ['quick_check(1)'] : checkedAlways.map((table) => `quick_check(${table})`);
  try {
    return checks.every((check) => db.pragma(check, { simple: true }) === 'ok');
  } catch (error) {
    if (error instanceof Database.SqliteError && error.code === 'SQLITE_ERROR') return false;
    throw error;
  }
}
