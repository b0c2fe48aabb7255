/**
 * How do the books come back from a copy, without losing the ones they replace?
 *
 * The copy is opened aside, brought to this version and checked whole; only then does it take the ledger's name. What had
 * that name stays beside it under a name that says so.
 */
import { randomUUID } from 'node:crypto';
import { chmodSync, copyFileSync, existsSync, linkSync, renameSync, rmSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import Database from 'better-sqlite3';
import { done, refuse, type Outcome } from '../../shared/values/outcome.ts';
import { refusedByDisk } from './backup.ts';
import { sweep, toDisk } from './disk.ts';
import { lockLedger } from './lock.ts';
import { broughtUp, nameBeside } from './migrateCopy.ts';
import { recognise } from './open.ts';
import { isSealed, unseal } from './sealed.ts';

export interface Restored {
  /** The name, in the same folder, of the file that was replaced; null if there was none. */
  readonly kept: string | null;
}

/**
 * Puts the books of `from` in the place `to`. Refused: no such file, not books, a newer version, a wrong or missing
 * passphrase, a copy that does not verify, books that somebody has open.
 */
export function restoreLedgerFile(from: string, to: string, passphrase: string | null): Outcome<Restored> {
  if (!existsSync(from)) return refuse('file-missing', '', { file: basename(from) });
  const locked = lockLedger(to);
  if (!locked.ok) return locked;
  const building = join(dirname(to), `.${basename(to)}.${randomUUID()}`);
  try {
    sweep(dirname(to), `${basename(to)}.`);
    const copied = copiedTo(building, from, passphrase);
    if (!copied.ok) return copied;
    const known = recognise(building, basename(from));
    if (!known.ok) return known;
    if (!broughtUp(building)) return refuse('backup-unsound');
    toDisk(building, 'r+');
    return place(building, to);
  } catch (error) {
    return refusedByDisk(error, basename(to));
  } finally {
    for (const part of ['', '-wal', '-shm', '-journal']) rmSync(building + part, { force: true });
    locked.value();
  }
}

function copiedTo(building: string, from: string, passphrase: string | null): Outcome<null> {
  if (isSealed(from)) {
    if (passphrase === null) return refuse('passphrase-needed', 'passphrase-file');
    return unseal(from, building, passphrase) ? done(null) : refuse('passphrase-wrong', 'passphrase-file');
  }
  if (hasMore(from)) return refuse('ledger-in-use');
  copyFileSync(from, building);
  chmodSync(building, 0o600);
  return done(null);
}

/** Does a part of these books lie beside them, not in the file itself? A reader that was killed leaves an empty one. */
function hasMore(path: string): boolean {
  const log = statSync(`${path}-wal`, { throwIfNoEntry: false });
  return log !== undefined && log.size > 0;
}

function place(building: string, to: string): Outcome<Restored> {
  const kept = existsSync(to) ? keepReplaced(to) : null;
  renameSync(building, to);
  if (process.platform !== 'win32') toDisk(dirname(to), 'r');
  return done({ kept });
}

/** Gives the old file a second name. What it still has beside it goes with it, so that it never meets the new one. */
function keepReplaced(to: string): string {
  settle(to);
  const kept = nameBeside(to, 'replaced');
  try {
    linkSync(to, kept);
  } catch {
    copyFileSync(to, kept);
  }
  if (existsSync(`${to}-wal`)) renameSync(`${to}-wal`, `${kept}-wal`);
  rmSync(`${to}-shm`, { force: true });
  return basename(kept);
}

/** Brings everything into the one file, if it is whole enough for that. */
function settle(path: string): void {
  let db: Database.Database | undefined;
  try {
    db = new Database(path, { fileMustExist: true, timeout: 1000 });
    db.pragma('wal_checkpoint(TRUNCATE)');
  } catch (error) {
    if (!(error instanceof Database.SqliteError)) throw error;
  } finally {
    db?.close();
  }
}
