/**
 * What goes with an import, a record or a picture that is removed for good?
 *
 * Everything that was ever made of it, whether it still holds or not: the versions of a corrected record, the parts of a
 * split one, the files kept with any of them, and the same picture wherever it is kept.
 */
import { done, refuse, type Outcome } from '../../shared/values/outcome.ts';
import type { Erasing } from './erasureApi.ts';
import type { BlankTable } from './blanks.ts';
import type { Connection } from './connection.ts';
import { payloadsOf } from './undo.ts';

/** The ids of the rows that go, by table. */
export type Going = Readonly<Record<BlankTable, readonly number[]>>;

const nothing: Going = {
  imported_file: [],
  answered: [],
  file_days: [],
  bank_account: [],
  bank_row: [],
  record: [],
  attachment: [],
};
/** Tables whose rows are named as erased, in the order they go. */
export const namedTables = ['imported_file', 'answered', 'bank_row', 'record', 'attachment'] as const;

/** Refused: there is no such import, record or file, or it was removed for good before. */
export function goingWith(connection: Connection, of: Erasing): Outcome<Going> {
  const found = belonging(connection, of);
  if (!found.ok) return found;
  const isErased = connection.sql('SELECT 1 FROM erased WHERE kind = ? AND target = ?');
  const left = (table: BlankTable): readonly number[] =>
    found.value[table].filter((id) => isErased.get(table, id) === undefined);
  const going: Going = {
    imported_file: left('imported_file'),
    answered: left('answered'),
    file_days: found.value.file_days,
    bank_account: found.value.bank_account,
    bank_row: left('bank_row'),
    record: left('record'),
    attachment: left('attachment'),
  };
  return namedTables.some((table) => going[table].length > 0) ? done(going) : refuse('erased-before');
}

function belonging(connection: Connection, of: Erasing): Outcome<Going> {
  if ('import' in of) return ofImport(connection, of.import);
  if ('record' in of) return ofRecord(connection, of.record);
  const attachment = idsBy(
    connection,
    'SELECT b.id FROM attachment a JOIN attachment b ON b.sha256 = a.sha256 WHERE a.id = ?',
    [of.attachment],
  );
  return attachment.length === 0
    ? refuse('attachment-unknown', 'attachment', { id: of.attachment })
    : done({ ...nothing, attachment });
}

/** What a query finds for each of these ids, each once. */
function idsBy(connection: Connection, sql: string, ids: readonly number[]): readonly number[] {
  const find = connection.sql<number>(sql).pluck();
  return [...new Set(ids.flatMap((id) => find.all(id)))];
}

const filesOf = (connection: Connection, records: readonly number[]): readonly number[] =>
  idsBy(connection, 'SELECT id FROM attachment WHERE record = ?', records);

function ofImport(connection: Connection, action: number): Outcome<Going> {
  const unknown = refuse('import-unknown', 'import', { import: action });
  if (connection.sql('SELECT 1 FROM action WHERE id = ?').get(action) === undefined) return unknown;
  const added = (table: BlankTable): readonly number[] =>
    [...payloadsOf(connection, action)].flatMap((of) => (of.table === table ? of.rows.map(([id]) => id) : []));
  const [file] = added('imported_file');
  if (file === undefined) return unknown;
  const file_days = idsBy(connection, 'SELECT id FROM file_days WHERE file = ?', [file]);
  const bank_row = idsBy(connection, 'SELECT id FROM bank_row WHERE file = ?', [file]);
  const record = idsBy(connection, 'SELECT id FROM record WHERE bank_row = ?', bank_row);
  const bank_account = idsBy(
    connection,
    `SELECT f.account FROM imported_file f WHERE f.id = ? AND NOT EXISTS (
      SELECT 1 FROM imported_file o WHERE o.account = f.account AND o.id <> f.id
        AND NOT EXISTS (SELECT 1 FROM erased e WHERE e.kind = 'imported_file' AND e.target = o.id))`,
    [file],
  );
  return done({
    imported_file: [file],
    answered: added('answered'),
    file_days,
    bank_account,
    bank_row,
    record,
    attachment: filesOf(connection, record),
  });
}

/** A bank row with all its records; a typed record with all it replaced and all that replaced it. */
function ofRecord(connection: Connection, id: number): Outcome<Going> {
  const found = connection.sql<{ row: number | null }>('SELECT bank_row AS row FROM record WHERE id = ?').get(id);
  if (found === undefined) return refuse('record-unknown', 'record', { record: id });
  const bank_row = found.row === null ? [] : [found.row];
  const record =
    found.row === null
      ? idsBy(connection, sameLine, [id])
      : idsBy(connection, 'SELECT id FROM record WHERE bank_row = ?', bank_row);
  return done({ ...nothing, bank_row, record, attachment: filesOf(connection, record) });
}

const sameLine = `WITH RECURSIVE line(id) AS (
    SELECT ? UNION SELECT r.replaces FROM record r JOIN line ON r.id = line.id WHERE r.replaces IS NOT NULL
    UNION SELECT r.id FROM record r JOIN line ON r.replaces = line.id)
  SELECT id FROM line`;
