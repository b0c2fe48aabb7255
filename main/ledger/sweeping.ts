/**
 * Is what was removed for good really gone from the file?
 *
 * SQLite leaves old bytes in free pages and in its log. After a removal for good the file is written anew and the log is
 * emptied; `unswept` stands in the books until that is done, so that a program killed in between does it when it next
 * opens them.
 */
import Database from 'better-sqlite3';
import type { Connection } from './connection.ts';

/** Clears the file, if something waits for it. False: not now, as another program is reading, the disk is full or damaged. */
export function sweepFile({ db, sql }: Connection): boolean {
  try {
    if (sql('SELECT 1 FROM unswept').get() === undefined) return true;
    db.exec('VACUUM');
    if (!emptiedLog(db)) return false;
    db.exec('DELETE FROM unswept');
    return emptiedLog(db);
  } catch (error) {
    if (error instanceof Database.SqliteError) return false;
    throw error;
  }
}

function emptiedLog(db: Database.Database): boolean {
  const [said] = db.pragma('wal_checkpoint(TRUNCATE)') as readonly { readonly busy: number }[];
  return said?.busy === 0;
}
