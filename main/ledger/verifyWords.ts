/**
 * Are the words in the indexes those of the records and bank rows?
 *
 * SQLite compares an index with the texts it is of, faster than anything built beside it, but only for one that it may
 * write to, and the check must not keep a person from writing. So it is given a copy of the index, which lies in memory and
 * is about as large as the texts; only where they differ is everything indexed once more, to name what does.
 */
import Database from 'better-sqlite3';
import type { Verified } from './api.ts';
import type { Connection } from './connection.ts';
import { canWait } from './words.ts';

interface Index {
  readonly index: string;
  readonly letters: string;
  /** What it is of, as `id` and `text`. */
  readonly texts: string;
  readonly kind: string;
}
const indexes: readonly Index[] = [
  {
    index: 'record_words',
    letters: 'record_letters',
    texts: 'SELECT id, description AS text FROM main.record',
    kind: 'record',
  },
  {
    index: 'row_words',
    letters: 'row_letters',
    texts: `SELECT b.id, b.text FROM main.bank_row b WHERE ${canWait}`,
    kind: 'bank row',
  },
];

/** The first record or bank row whose words are not in its index as they stand, or that has others there. */
export function wordsChanged(connection: Connection): Verified['checks'] {
  const changed = indexes.find((index) => !agrees(connection, index));
  if (changed === undefined) return [];
  const { kind, letters, texts } = changed;
  const first = firstDifferent(connection, letters, `${texts} ORDER BY id`);
  return [{ code: 'words-differ', detail: first === undefined ? `the words of a ${kind}` : `${kind} ${first}` }];
}

/** The tables that a word index consists of. */
const parts = ['data', 'idx', 'config'] as const;

/** Whether SQLite finds the index to be that of the texts: every three letters of every one, and no others. */
function agrees({ db }: Connection, { index, texts }: Index): boolean {
  const mayWrite = db.pragma('query_only', { simple: true }) === 0;
  db.pragma('query_only = OFF');
  db.unsafeMode(true); // the parts of an index, and so of its copy, are closed to statements otherwise
  try {
    db.exec(`CREATE TEMP VIEW compared_texts AS ${texts};
      CREATE VIRTUAL TABLE temp.compared USING fts5(text, content='compared_texts', content_rowid='id',
        tokenize='trigram', detail='none', columnsize=0)`);
    for (const part of parts) {
      db.exec(
        `DELETE FROM temp.compared_${part}; INSERT INTO temp.compared_${part} SELECT * FROM main.${index}_${part}`,
      );
    }
    db.exec(`INSERT INTO temp.compared (compared, rank) VALUES ('integrity-check', 1)`);
    return true;
  } catch (error) {
    if (error instanceof Database.SqliteError && error.code.startsWith('SQLITE_CORRUPT')) return false;
    throw error;
  } finally {
    db.exec('DROP TABLE IF EXISTS temp.compared; DROP VIEW IF EXISTS temp.compared_texts');
    db.unsafeMode(false);
    if (!mayWrite) db.pragma('query_only = ON');
  }
}

interface Letters {
  readonly term: string;
  readonly rows: number;
  readonly sum: number;
}

/** The number of the first that differs: everything is indexed once more in memory, and compared letters by letters. */
function firstDifferent({ sql }: Connection, letters: string, texts: string): number | undefined {
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
