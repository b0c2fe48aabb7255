/**
 * How does a new ledger come into being, whole or not at all?
 *
 * It is built under another name in the same folder, brought safely to the disk, and only then given its name, which
 * never replaces a file that has it.
 */
import { randomUUID } from 'node:crypto';
import { closeSync, existsSync, linkSync, openSync, renameSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import Database from 'better-sqlite3';
import { done, refuse, type Outcome } from '../../shared/values/outcome.ts';
import type { NewLedger } from './api.ts';
import { connectionTo, refusedBySqlite } from './connection.ts';
import { reasonOf, toDisk } from './disk.ts';
import { act, addRow } from './history.ts';
import { migrate } from './migrations.ts';

const codeOf = (error: unknown): string => (error instanceof Error && 'code' in error ? String(error.code) : '');

/** Makes the file, with the books' first action in it. Refused by name: a file of that name, a folder that cannot be written. */
export function createLedgerFile(path: string, made: NewLedger): Outcome<null> {
  for (const taken of [path, `${path}-wal`, `${path}-journal`]) {
    if (existsSync(taken)) return refuse('file-exists', '', { file: basename(taken) });
  }
  const building = join(dirname(path), `.${basename(path)}.${randomUUID()}`);
  try {
    closeSync(openSync(building, 'wx', 0o600));
    const built = build(building, made);
    if (built.ok) giveName(building, path);
    return built;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return refuse('file-exists', '', { file: basename(path) });
    if (error instanceof Database.SqliteError) return refusedBySqlite(error);
    if (error instanceof Error && 'syscall' in error) {
      return refuse('file-unwritable', '', { file: basename(path), detail: reasonOf(error) });
    }
    throw error;
  } finally {
    for (const part of ['', '-wal', '-shm', '-journal']) rmSync(building + part, { force: true });
  }
}

function build(building: string, { at, example }: NewLedger): Outcome<null> {
  const db = new Database(building);
  try {
    db.pragma('synchronous = FULL');
    migrate(db);
    const begun = act(connectionTo(db), at, (draft) => {
      addRow(draft, 'meta', [at, example?.name ?? null, example?.asAt ?? null]);
      return done({ what: 'Began these books', value: null });
    });
    db.pragma('journal_mode = WAL');
    return begun;
  } finally {
    db.close();
  }
}

/** Gives the file its name only if nothing has it, and brings file and folder to the disk. */
function giveName(building: string, path: string): void {
  toDisk(building, 'r+');
  try {
    linkSync(building, path);
  } catch (error) {
    if (!['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EMLINK'].includes(codeOf(error))) throw error;
    closeSync(openSync(path, 'wx', 0o600));
    renameSync(building, path);
  }
  if (process.platform !== 'win32') toDisk(dirname(path), 'r');
}
