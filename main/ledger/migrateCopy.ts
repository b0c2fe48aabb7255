/**
 * How are books of an older version brought to this one, with no moment at which they could be lost?
 *
 * The migration runs on a copy, which is checked page by page and by its whole history, and only then takes the name. The
 * file as it was stays beside it under a name that says so. Killed at any moment, the name stands for one whole file or
 * the other.
 */
import { randomUUID } from 'node:crypto';
import { copyFileSync, existsSync, linkSync, renameSync, rmSync } from 'node:fs';
import { basename, dirname, extname, join } from 'node:path';
import Database from 'better-sqlite3';
import { done, refuse, type Outcome } from '../../shared/values/outcome.ts';
import { connectionTo } from './connection.ts';
import { sweep, toDisk } from './disk.ts';
import { migrate } from './migrations.ts';
import { verifyLedger } from './verify.ts';

/** A name beside the file that nothing has: `books (version 1).quarterday`, then `books (version 1, 2).quarterday`. */
export function nameBeside(path: string, words: string): string {
  const extension = extname(path);
  const stem = join(dirname(path), basename(path, extension));
  for (let n = 1; ; n += 1) {
    const name = `${stem} (${words}${n === 1 ? '' : `, ${n}`})${extension}`;
    if (!existsSync(name)) return name;
  }
}

/** Told each statement before it is run; if it throws, that statement is not run and the work ends there. */
export type Watch = (statement: string) => void;

/**
 * Brings the file at this path to the present version; the caller has its lock. Refused: another program has it open, the copy does not verify.
 * SQLite's errors are thrown as they come, and so are those of `watch`.
 */
export function migrateFile(path: string, version: number, patience: number, watch?: Watch): Outcome<null> {
  sweep(dirname(path), `${basename(path)}.`);
  const building = join(dirname(path), `.${basename(path)}.${randomUUID()}`);
  try {
    const old = new Database(path, { fileMustExist: true, timeout: patience, ...watched(watch) });
    try {
      old.prepare('VACUUM INTO ?').run(building);
      old.pragma('wal_checkpoint(TRUNCATE)');
    } finally {
      old.close();
    }
    if (existsSync(`${path}-wal`)) return refuse('ledger-in-use');
    if (!broughtUp(building, watch)) return refuse('ledger-damaged', '', { detail: basename(path) });
    toDisk(building, 'r+');
    keepBeside(path, nameBeside(path, `version ${version}`));
    renameSync(building, path);
    if (process.platform !== 'win32') toDisk(dirname(path), 'r');
    return done(null);
  } finally {
    for (const part of ['', '-wal', '-shm', '-journal']) rmSync(building + part, { force: true });
  }
}

const watched = (watch: Watch | undefined): Database.Options =>
  watch === undefined ? {} : { verbose: (statement) => watch(String(statement)) };

/** Brings a file nobody else has open to the present version, in place; false if it does not verify then. */
export function broughtUp(building: string, watch?: Watch): boolean {
  const db = new Database(building, watched(watch));
  try {
    db.pragma('synchronous = FULL');
    db.pragma('journal_mode = DELETE');
    migrate(db);
    return verifyLedger(connectionTo(db)).ok;
  } finally {
    db.close();
  }
}

/** The same file under a second name; a copy of it where a file can have only one. */
function keepBeside(path: string, kept: string): void {
  try {
    linkSync(path, kept);
  } catch {
    copyFileSync(path, kept);
    toDisk(kept, 'r+');
  }
}
