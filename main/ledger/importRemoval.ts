/**
 * How does a whole import leave the books, long after it came in?
 *
 * As an action of its own: its bank rows, and every record made from them, hold no longer, and the same file can be
 * imported again. What was corrected, split or sorted since goes with it, so it is named first.
 */
import { done, refuse, type Outcome } from '../../shared/values/outcome.ts';
import type { Instant, RemovedImport } from './api.ts';
import type { Connection } from './connection.ts';
import { act } from './history.ts';
import { addTaking } from './standing.ts';
import { payloadsOf } from './undo.ts';

const mostNamed = 20;

interface Imported {
  readonly file: number;
  /** The last record the import itself made; later ones of its rows were made by the person. */
  readonly lastRecord: number;
}

function importOf(connection: Connection, action: number): Imported | undefined {
  if (connection.sql('SELECT 1 FROM action WHERE id = ?').get(action) === undefined) return undefined;
  let file: number | undefined;
  let lastRecord = 0;
  for (const { table, rows } of payloadsOf(connection, action)) {
    if (table === 'imported_file') file = rows[0]?.[0];
    if (table === 'record') lastRecord = Math.max(lastRecord, ...rows.map(([id]) => id));
  }
  const standing = connection.sql('SELECT 1 FROM standing_imported_file WHERE id = ?');
  return file === undefined || standing.get(file) === undefined ? undefined : { file, lastRecord };
}

/**
 * Takes the import with that number in the history out. Refused: no import of that number holds; records of it were
 * changed since, and the person has not said to go on `anyway`.
 */
export function removeImport(
  connection: Connection,
  at: Instant,
  action: number,
  anyway: boolean,
): Outcome<RemovedImport> {
  return act(connection, at, (draft) => {
    const found = importOf(connection, action);
    if (found === undefined) return refuse('import-unknown', 'import', { import: action });
    const rows = connection.sql<number>('SELECT id FROM bank_row WHERE file = ?').pluck().all(found.file);
    const recordsOf = connection.sql<number>('SELECT id FROM standing_record WHERE bank_row = ?').pluck();
    const records = rows.flatMap((row) => recordsOf.all(row));
    const changed = records.filter((id) => id > found.lastRecord);
    if (changed.length > 0 && !anyway) {
      const named = changed.slice(0, mostNamed).join(', ');
      const numbers = changed.length > mostNamed ? `${named} …` : named;
      return refuse('import-changed', 'import', { import: action, count: changed.length, records: numbers });
    }
    addTaking(draft, 'import_removal', [found.file], found.file);
    const what = `Removed an imported bank file: ${rows.length} row${rows.length === 1 ? '' : 's'}`;
    return done({ what, value: { rows: rows.length, records: records.length, changed } });
  });
}
