/**
 * Which words stand in the indexes, and are they those of the records and bank rows?
 *
 * What an action added is indexed at its end, all at once and inside its transaction. A row that was indexed stays so,
 * whether it holds or not, until it is removed for good. `verify` indexes everything once more in memory and compares.
 */
import Database from 'better-sqlite3';
import type { Verified } from './api.ts';
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

/** Bank rows that can wait: they did not become records when they came in, or were sorted anew since. */
const canWait = `(b.became IS NOT 'records' OR EXISTS (SELECT 1 FROM sorting s WHERE s.bank_row = b.id))`;

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

/** Up to this many of a kind are indexed once more to be compared: some seconds. */
const mostCompared = 200_000;

/** The first record or bank row whose words are not in its index as they stand, and the first index that has others. */
export function wordsChanged(connection: Connection): Verified['checks'] {
  const record = firstDifferent(connection, 'record_letters', 'SELECT id, description FROM record ORDER BY id');
  if (record !== undefined) return [{ code: 'words-differ', detail: `record ${record}` }];
  const rows = `SELECT b.id, b.text FROM bank_row b WHERE ${canWait} ORDER BY b.id`;
  const row = firstDifferent(connection, 'row_letters', rows);
  return row === undefined ? [] : [{ code: 'words-differ', detail: `bank row ${row}` }];
}

interface Letters {
  readonly term: string;
  readonly rows: number;
  readonly sum: number;
}

function firstDifferent({ sql }: Connection, letters: string, texts: string): number | undefined {
  const count = sql<number>(`SELECT count(*) FROM (${texts})`).pluck().get() ?? 0;
  if (count > mostCompared) return undefined;
  const again = new Database(':memory:');
  try {
    again.exec(`CREATE VIRTUAL TABLE words USING fts5(text, content='', tokenize='trigram', detail='none', columnsize=0);
      CREATE VIRTUAL TABLE letters USING fts5vocab(words, instance); BEGIN`);
    const insert = again.prepare('INSERT INTO words (rowid, text) VALUES (?, ?)');
    for (const row of sql<[number, string]>(texts).raw().iterate()) insert.run(...row);
    const counted = (from: string): string =>
      `SELECT term, count(*) AS rows, sum(doc) AS sum FROM ${from} GROUP BY term ORDER BY term`;
    const theirs = sql<Letters>(counted(letters)).all();
    const ours = again.prepare<unknown[], Letters>(counted('letters')).all();
    const term = differentTerm(ours, theirs);
    if (term === undefined) return undefined;
    const rowsOf = (from: string): string => `SELECT doc FROM ${from} WHERE term = ? ORDER BY doc`;
    const [here, there] = [
      again.prepare<unknown[], number>(rowsOf('letters')).pluck().all(term),
      sql<number>(rowsOf(letters)).pluck().all(term),
    ];
    const place = Array.from({ length: Math.max(here.length, there.length) }).findIndex((_, i) => here[i] !== there[i]);
    return Math.min(here[place] ?? Infinity, there[place] ?? Infinity);
  } finally {
    again.close();
  }
}

function differentTerm(ours: readonly Letters[], theirs: readonly Letters[]): string | undefined {
  const there = new Map(theirs.map((letters) => [letters.term, letters]));
  const isSame = ({ term, rows, sum }: Letters): boolean =>
    there.get(term)?.rows === rows && there.get(term)?.sum === sum;
  const here = new Set(ours.map(({ term }) => term));
  return (ours.find((letters) => !isSame(letters)) ?? theirs.find(({ term }) => !here.has(term)))?.term;
}
