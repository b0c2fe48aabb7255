/**
 * How is a copy made that can be trusted when the books are lost?
 *
 * SQLite copies the open file page by page while work goes on; the copy is checked page by page and by its whole history
 * before it is brought to the disk and takes its name, which never replaces a file that has it. Nobody else may read it.
 */
import { randomUUID } from 'node:crypto';
import { closeSync, existsSync, openSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import Database from 'better-sqlite3';
import type { PlainDate } from '../../shared/values/dates.ts';
import { done, refuse, type Outcome } from '../../shared/values/outcome.ts';
import type { BackupMade, StoredBackup } from './api.ts';
import { momentIn } from './backupName.ts';
import { connectionTo, refusedBySqlite, type Connection } from './connection.ts';
import { reasonOf, sweep, toDisk } from './disk.ts';
import { isSealed, seal } from './sealed.ts';
import { verifyLedger } from './verify.ts';

/** Copies the books to `to`, hidden behind the passphrase if there is one. Refused: a file of that name, a full disk, books that do not verify. */
export async function backupTo(
  connection: Connection,
  to: string,
  passphrase: string | null,
): Promise<Outcome<BackupMade>> {
  const file = basename(to);
  if (existsSync(to)) return refuse('file-exists', 'out', { file });
  if (!existsSync(dirname(to))) return refuse('file-unwritable', 'out', { file, detail: 'there is no such folder' });
  const building = join(dirname(to), `.${file}.${randomUUID()}`);
  const sealed = `${building}.sealed`;
  try {
    sweep(dirname(to), `${file}.`);
    closeSync(openSync(building, 'wx', 0o600));
    await connection.db.backup(building, { progress: () => 10_000 });
    const checked = checkedCopy(building);
    if (!checked.ok) return checked;
    if (passphrase !== null) seal(building, sealed, passphrase);
    const made = passphrase === null ? building : sealed;
    toDisk(made, 'r+');
    if (existsSync(to)) return refuse('file-exists', 'out', { file });
    renameSync(made, to);
    if (process.platform !== 'win32') toDisk(dirname(to), 'r');
    return done({ ...checked.value, size: statSync(to).size });
  } catch (error) {
    return refusedByDisk(error, file);
  } finally {
    for (const part of ['', '-wal', '-shm', '-journal', '.sealed']) rmSync(building + part, { force: true });
  }
}

/** What SQLite or the system says about a file, by name; a fault of ours is thrown on. */
export function refusedByDisk(error: unknown, file: string): Outcome<never> {
  if (error instanceof Database.SqliteError) return refusedBySqlite(error);
  if (error instanceof Error && 'syscall' in error)
    return refuse('file-unwritable', 'out', { file, detail: reasonOf(error) });
  throw error;
}

type Counted = Omit<BackupMade, 'size'>;

/** One file without companions, and everything in it true. */
function checkedCopy(path: string): Outcome<Counted> {
  const db = new Database(path);
  try {
    db.pragma('journal_mode = DELETE');
    const { ok } = verifyLedger(connectionTo(db));
    return ok ? done(counted(db)) : refuse('backup-unsound');
  } finally {
    db.close();
  }
}

function counted(db: Database.Database): Counted {
  const found = db
    .prepare<[], Counted>(
      `SELECT (SELECT coalesce(sum(count), 0) FROM total) AS records, (SELECT max(day) FROM total) AS lastRecord,
      (SELECT hash FROM action ORDER BY id DESC LIMIT 1) AS chain`,
    )
    .get();
  return found ?? { records: 0, lastRecord: null, chain: '' };
}

/** The automatic backups in a folder, newest first. One that cannot be read is listed without its figures. */
export function backupsIn(folder: string): readonly StoredBackup[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .flatMap((name) => {
      const at = momentIn(name);
      if (at === undefined) return [];
      const path = join(folder, name);
      return [{ name, at, size: statSync(path).size, ...contents(path) }];
    })
    .toSorted((a, b) => (a.at > b.at ? -1 : 1));
}

/** What a file says of itself; null where it cannot be read. */
export interface Contents {
  readonly records: number | null;
  readonly lastRecord: PlainDate | null;
  readonly chain: string | null;
}

/** A sealed file says nothing. */
export function contents(path: string): Contents {
  const unknown = { records: null, lastRecord: null, chain: null };
  if (isSealed(path)) return unknown;
  let db: Database.Database | undefined;
  try {
    db = new Database(path, { readonly: true, fileMustExist: true });
    return counted(db);
  } catch {
    return unknown;
  } finally {
    db?.close();
  }
}
