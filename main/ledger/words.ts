/**
 * Which words stand in the indexes, so that records and bank rows are found by them?
 *
 * What an action added is indexed at its end, all at once and inside its transaction. A row that was indexed stays so,
 * whether it holds or not, until it is removed for good. `verifyWords.ts` compares.
 */
import type { Connection } from './connection.ts';

type Speaks = Pick<Connection, 'sql'>;

/** Indexes what the action added. */
export function indexWords(connection: Speaks): void {
  indexRecords(connection);
  indexRows(connection);
}

function indexRecords({ sql }: Speaks): void {
  const added = sql<{ last: number; newest: number | null }>(
    'SELECT last_record AS last, (SELECT max(id) FROM record) AS newest FROM searchable',
  ).get();
  if (added === undefined || added.newest === null || added.newest <= added.last) return;
  sql('INSERT INTO record_words (rowid, description) SELECT id, description FROM record WHERE id > ? ORDER BY id').run(
    added.last,
  );
  sql('UPDATE searchable SET last_record = ?').run(added.newest);
}

interface RowsAdded {
  readonly row: number;
  readonly sorting: number;
  readonly newestRow: number;
  readonly newestSorting: number;
}

/** Bank rows `b` that can wait: they did not become records when they came in, or were sorted anew since. */
export const canWait = `(b.became IS NOT 'records' OR EXISTS (SELECT 1 FROM sorting s WHERE s.bank_row = b.id))`;

/** The same for bank rows; of the old ones, those sorted anew for the first time. */
export function indexRows({ sql }: Speaks): void {
  const added = sql<RowsAdded>(
    `SELECT last_row AS row, last_sorting AS sorting, (SELECT coalesce(max(id), 0) FROM bank_row) AS newestRow,
      (SELECT coalesce(max(id), 0) FROM sorting) AS newestSorting FROM rows_searchable`,
  ).get();
  if (added === undefined) return;
  const { row, sorting, newestRow, newestSorting } = added;
  if (newestRow === row && newestSorting === sorting) return;
  sql(
    `INSERT INTO row_words (rowid, text) SELECT b.id, b.text FROM bank_row b WHERE b.id > ? AND ${canWait} ORDER BY b.id`,
  ).run(row);
  sql(
    `INSERT INTO row_words (rowid, text) SELECT b.id, b.text FROM bank_row b
    WHERE b.id IN (SELECT s.bank_row FROM sorting s WHERE s.id > ?) AND b.id <= ? AND b.became = 'records'
      AND NOT EXISTS (SELECT 1 FROM sorting o WHERE o.bank_row = b.id AND o.id <= ?) ORDER BY b.id`,
  ).run(sorting, row, sorting);
  sql('UPDATE rows_searchable SET last_row = ?, last_sorting = ?').run(newestRow, newestSorting);
}

/** Takes the words of these records and bank rows out of the indexes; their texts must still stand. */
export function forgetWords({ sql }: Speaks, records: readonly number[], rows: readonly number[]): void {
  const record = sql(
    `INSERT INTO record_words (record_words, rowid, description) SELECT 'delete', id, description FROM record WHERE id = ?`,
  );
  const row = sql(
    `INSERT INTO row_words (row_words, rowid, text) SELECT 'delete', b.id, b.text FROM bank_row b
    WHERE b.id = ? AND ${canWait}`,
  );
  for (const id of records) record.run(id);
  for (const id of rows) row.run(id);
}
