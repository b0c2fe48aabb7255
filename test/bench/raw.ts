/**
 * How fast could it be, with nothing promised?
 *
 * The control: one table, integers, a covering index, SQLite through better-sqlite3 with WAL and FULL, written by hand. No
 * history, no identity, no evidence; `searchable` adds kept totals by quarter and a trigram index over the text. `fillKept`
 * writes what the books keep of a bank's rows, and so says what keeping it costs at least.
 */
import { closeSync, openSync, readSync } from 'node:fs';
import { createHash, hash } from 'node:crypto';
import Database from 'better-sqlite3';

export interface RawRow {
  readonly day: number;
  readonly source: number;
  readonly category: number;
  readonly letting: number;
  readonly pence: number;
  readonly text: string;
}
type Db = Database.Database;

const table = `CREATE TABLE entry (id INTEGER PRIMARY KEY, day INTEGER NOT NULL, source INTEGER NOT NULL,
  category INTEGER NOT NULL, letting INTEGER NOT NULL, pence INTEGER NOT NULL, text TEXT NOT NULL) STRICT`;
const indexes = `CREATE INDEX entry_sum ON entry (source, category, day, pence); CREATE INDEX entry_day ON entry (day)`;
const extras = `CREATE TABLE quarter_sum (source INTEGER, quarter INTEGER, category INTEGER, pence INTEGER NOT NULL,
    PRIMARY KEY (source, quarter, category)) STRICT, WITHOUT ROWID;
  CREATE VIRTUAL TABLE words USING fts5 (text, content='entry', content_rowid='id', tokenize='trigram', detail='none', columnsize=0)`;

export function openRaw(path: string): Db {
  const db = new Database(path);
  for (const pragma of ['journal_mode = WAL', 'synchronous = FULL', 'temp_store = MEMORY', 'cache_size = -65536']) {
    db.pragma(pragma);
  }
  return db;
}

/** Quarters of tax years since year nought: those from 6 April 2024 are 8096 to 8099. */
export function quarterOf(day: number): number {
  const [year, inYear] = [Math.floor(day / 10_000), day % 10_000];
  if (inYear < 106) return year * 4 - 2;
  if (inYear < 406) return year * 4 - 1;
  return year * 4 + (inYear < 706 ? 0 : inYear < 1006 ? 1 : 2);
}

/** All rows in one transaction, indexes after them; the answer is how many and what they come to. */
export function fillRaw(path: string, rows: Iterable<RawRow>, searchable: boolean): { count: number; pence: number } {
  const db = openRaw(path);
  db.exec(table);
  if (searchable) db.exec(extras);
  const insert = db.prepare('INSERT INTO entry VALUES (?, ?, ?, ?, ?, ?, ?)');
  const sums = new Map<number, number>();
  let [count, pence] = [0, 0];
  db.exec('BEGIN IMMEDIATE');
  for (const row of rows) {
    count += 1;
    pence += row.pence;
    insert.run(count, row.day, row.source, row.category, row.letting, row.pence, row.text);
    const key = (row.source * 100_000 + quarterOf(row.day)) * 100 + row.category;
    if (searchable) sums.set(key, (sums.get(key) ?? 0) + row.pence);
  }
  db.exec(indexes);
  if (searchable) keepSums(db, sums);
  db.exec('COMMIT');
  db.pragma('wal_checkpoint(TRUNCATE)');
  db.close();
  return { count, pence };
}

function keepSums(db: Db, sums: ReadonlyMap<number, number>): void {
  const insert = db.prepare('INSERT INTO quarter_sum VALUES (?, ?, ?, ?)');
  for (const [key, pence] of sums) {
    const quarter = Math.floor(key / 100) % 100_000;
    insert.run(Math.floor(key / 10_000_000), quarter, key % 100, pence);
  }
  db.exec(`INSERT INTO words (words) VALUES ('rebuild')`);
}

const evidence = `CREATE TABLE kept (id INTEGER PRIMARY KEY, account INTEGER NOT NULL, file INTEGER NOT NULL,
    line INTEGER NOT NULL, day INTEGER NOT NULL, text TEXT NOT NULL, pence INTEGER NOT NULL, identity TEXT NOT NULL,
    raw TEXT NOT NULL) STRICT;
  CREATE TABLE told (id INTEGER PRIMARY KEY, hash TEXT NOT NULL UNIQUE, text TEXT NOT NULL) STRICT`;
const evidenceIndexes = `CREATE TABLE known (account INTEGER, identity TEXT, row INTEGER NOT NULL,
    PRIMARY KEY (account, identity)) STRICT, WITHOUT ROWID;
  INSERT INTO known SELECT account, identity, id FROM kept ORDER BY account, identity;
  CREATE TABLE waiting (day INTEGER, row INTEGER, PRIMARY KEY (day, row)) STRICT, WITHOUT ROWID;
  INSERT INTO waiting SELECT day, id FROM kept ORDER BY day, id;
  CREATE VIRTUAL TABLE words USING fts5 (text, content='kept', content_rowid='id', tokenize='trigram', detail='none', columnsize=0);
  INSERT INTO words (words) VALUES ('rebuild')`;

/**
 * What the books keep of a bank's rows, by hand: the line itself, an identity, the rows' text under its SHA-256, what waits,
 * its words. Nothing is checked, nothing is sorted into records, and one layout alone can be read.
 */
export function fillKept(path: string, rows: Iterable<CutRow>): { count: number; pence: number } {
  const db = openRaw(path);
  db.exec(evidence);
  const insert = db.prepare('INSERT INTO kept VALUES (?, 1, 1, ?, ?, ?, ?, ?, ?)');
  const tell = db.prepare('INSERT INTO told (hash, text) VALUES (?, ?)');
  let batch: unknown[] = [];
  const told = (): void => {
    const text = JSON.stringify(batch);
    tell.run(hash('sha256', text), text);
    batch = [];
  };
  let [count, pence] = [0, 0];
  db.exec('BEGIN IMMEDIATE');
  for (const row of rows) {
    count += 1;
    pence += row.pence;
    const identity = hash('sha256', `${row.day} ${row.pence} ${row.text} ${row.line}`, 'base64url').slice(0, 22);
    const cells = [count, count + 1, row.day, row.text, row.pence, identity, row.line];
    insert.run(cells);
    batch.push(cells);
    if (batch.length === 500) told();
  }
  told();
  db.exec(evidenceIndexes);
  db.exec('COMMIT');
  db.pragma('wal_checkpoint(TRUNCATE)');
  db.close();
  return { count, pence };
}

/** A row with the line it was cut from. */
export interface CutRow extends RawRow {
  readonly line: string;
}

/** Rows of a bank's CSV, cut by hand. */
export function* csvRows(path: string): Generator<CutRow> {
  for (const line of linesOf(path)) {
    if (line === '' || line.startsWith('Date')) continue;
    const quoted = line[11] === '"';
    const end = quoted ? line.indexOf('"', 12) + 1 : line.indexOf(',', 11);
    const text = quoted ? line.slice(12, end - 1) : line.slice(11, end);
    const amount = line.slice(end + 1, line.indexOf(',', end + 1));
    const day = Number(line.slice(6, 10) + line.slice(3, 5) + line.slice(0, 2));
    yield { day, source: 0, category: 0, letting: 0, pence: Number(amount.replace('.', '')), text, line };
  }
}

function* linesOf(path: string): Generator<string> {
  const file = openSync(path, 'r');
  const block = Buffer.allocUnsafe(1024 ** 2);
  let rest = '';
  for (let length = readSync(file, block); length > 0; length = readSync(file, block)) {
    const lines = (rest + block.toString('latin1', 0, length)).split('\r\n');
    rest = lines.pop() ?? '';
    yield* lines;
  }
  closeSync(file);
  yield rest;
}

/** The control of each question, over a searchable file. */
export const rawJobs = {
  year: (db: Db, year: number) =>
    db
      .prepare(
        `SELECT source, category, sum(pence) AS pence FROM quarter_sum
        WHERE source BETWEEN 0 AND 3 AND quarter BETWEEN ? AND ? GROUP BY source, category`,
      )
      .all(year * 4, year * 4 + 3) as { source: number; category: number; pence: number }[],
  quarters: (db: Db, of: number, year: number) => {
    const found = db
      .prepare('SELECT source, category, quarter, pence FROM quarter_sum WHERE source = ? AND quarter BETWEEN ? AND ?')
      .all(of, year * 4, year * 4 + 3) as { source: number; category: number; quarter: number; pence: number }[];
    const sums = new Map<number, number[]>();
    for (const { source, category, quarter, pence } of found) {
      const key = source * 100 + category;
      const so = sums.get(key) ?? [0, 0, 0, 0];
      sums.set(
        key,
        so.map((sum, q) => (year * 4 + q >= quarter ? sum + pence : sum)),
      );
    }
    return sums;
  },
  add: (db: Db) => {
    db.exec('BEGIN IMMEDIATE');
    const { lastInsertRowid } = db
      .prepare('INSERT INTO entry (day, source, category, letting, pence, text) VALUES (20260401, 0, 1, 0, 1234, ?)')
      .run('ADDED BY HAND 0001');
    db.prepare(
      `INSERT INTO quarter_sum VALUES (0, ?, 1, 1234) ON CONFLICT DO UPDATE SET pence = pence + excluded.pence`,
    ).run(quarterOf(20_260_401));
    db.prepare('INSERT INTO words (rowid, text) VALUES (?, ?)').run(lastInsertRowid, 'ADDED BY HAND 0001');
    db.exec('COMMIT');
  },
  /** The newest 100, by the day index or by the trigram index: neither is best for both a common and a rare word. */
  searchByDay: (db: Db, word: string) =>
    db
      .prepare('SELECT * FROM entry INDEXED BY entry_day WHERE text LIKE ? ORDER BY day DESC, id DESC LIMIT 100')
      .all(`%${word}%`),
  searchByWords: (db: Db, word: string) =>
    db
      .prepare(
        `SELECT e.* FROM words JOIN entry e ON e.id = words.rowid WHERE words.text LIKE ?
        ORDER BY e.day DESC, e.id DESC LIMIT 100`,
      )
      .all(`%${word}%`),
  /** One pass over every row with SHA-256. */
  hashAll: (db: Db) => {
    const all = createHash('sha256');
    for (const row of db.prepare('SELECT * FROM entry').raw().iterate()) all.update(JSON.stringify(row));
    return all.digest('hex');
  },
};
