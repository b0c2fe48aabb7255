/**
 * Which records does a person mean by a few letters and some filters?
 *
 * Records come newest first. A text is found anywhere in the description, whatever its case, and is only ever compared:
 * quotation marks, stars and emoji mean themselves. No single way is best at a million records, so the newest some thousand
 * are walked first, where a common word fills its page; only a word that does not is looked up in the index.
 */
import type { Period } from '../../shared/values/dates.ts';
import type { RecordPage, RecordQuery, StoredRecord } from './api.ts';
import type { Connection } from './connection.ts';
import { cursorBefore } from './position.ts';
import { afterCursor, holding, pageOf, valuesOf, where, type Condition } from './paging.ts';

/** So many records are walked before the index is asked: some milliseconds. */
export const mostWalked = 5000;
/** Where the kept totals cannot say how many there are, it is counted so far. */
export const mostCounted = 1000;

const columns = `r.id, s.code AS source, l.code AS letting, r.day AS date, r.category, r.pence, r.own, r.description,
  r.bank_row AS bankRow, r.rule`;
const names = 'JOIN source s ON s.id = r.source LEFT JOIN letting l ON l.id = r.letting';
const newestFirst = 'ORDER BY r.day DESC, r.id DESC LIMIT ?';

/** Records of the query, a page of them, and how many there are: all, or at least `mostCounted`. */
export function readRecords(connection: Connection, query: RecordQuery): RecordPage {
  // No description holds a NUL, and SQLite would look for what stands before it alone.
  if (query.text.includes('\0')) return { items: [], next: null, count: 0, atLeast: false };
  const begins = beginning(connection, query);
  const all = counted(connection, query);
  if (begins === undefined) return { items: [], next: null, ...all };
  const { after, skip } = begins;
  const page = [...filters(query), ...afterCursor(after, 'r.day', 'r.id')];
  const found = matching(connection, query.text, page, skip + query.limit + 1);
  return { ...pageOf(found.slice(skip), query.limit, (r) => r.date), ...all };
}

/** The cursor to read after, and how many records to read over; undefined past the end. A place no total knows is walked to. */
function beginning(
  connection: Connection,
  query: RecordQuery,
): { readonly after: string | null; readonly skip: number } | undefined {
  const position = query.position ?? 0;
  if (position === 0) return { after: query.after, skip: 0 };
  if (!isTotalled(query)) return { after: null, skip: position };
  const after = cursorBefore(connection, totalled(query), position);
  return after === null ? undefined : { after, skip: 0 };
}

/** Whether the kept totals know how many there are. */
const isTotalled = (query: RecordQuery): boolean => query.text === '' && ofRecord(query).length === 0;

const period = (wanted: Period): Condition => ({ sql: 'r.day BETWEEN ? AND ?', values: [wanted.from, wanted.to] });
const given = <T>(value: T | null | undefined, condition: (value: T) => Condition): readonly Condition[] =>
  value === null || value === undefined ? [] : [condition(value)];

/** Conditions that the kept totals can answer too: they have the same columns. */
const totalled = (query: RecordQuery): readonly Condition[] => [
  ...given(query.period, period),
  ...given(query.source, (code) => ({
    sql: 'r.source = (SELECT id FROM standing_source WHERE code = ?)',
    values: [code],
  })),
  ...given(query.letting, (code) => ({
    sql: 'r.letting IN (SELECT id FROM standing_letting WHERE code = ?)',
    values: [code],
  })),
  ...given(query.category, (id) => ({ sql: 'r.category = ?', values: [id] })),
];

/** Conditions that only the records themselves can answer. A refund of £45 is found among amounts of £45. */
const ofRecord = (query: RecordQuery): readonly Condition[] => [
  ...given(query.least, (pence) => ({ sql: 'abs(r.pence) >= ?', values: [pence] })),
  ...given(query.most, (pence) => ({ sql: 'abs(r.pence) <= ?', values: [pence] })),
  ...given(query.from, (from) => ({ sql: `r.bank_row IS ${from === 'bank' ? 'NOT ' : ''}NULL`, values: [] })),
  ...given(query.attached, (attached) => ({ sql: `r.id ${attached ? '' : 'NOT '}IN (${withFiles})`, values: [] })),
];

/** Records that have a file, and those that stand in the place of one that has. */
const withFiles = `WITH RECURSIVE holder(id) AS (
    SELECT record FROM standing_attachment
    UNION SELECT n.id FROM record n JOIN holder ON n.replaces = holder.id)
  SELECT id FROM holder`;

const filters = (query: RecordQuery): readonly Condition[] => [...totalled(query), ...ofRecord(query)];

const contains = (text: string): Condition => holding('r.description', text);

/** The index is by three letters in a row, and knows `%` and `_` only as any letters: what it finds is compared again. */
const inWords = (text: string): Condition => ({ sql: 'record_words.description LIKE ?', values: [`%${text}%`] });
const isIndexed = (text: string): boolean => /[^%_]{3}/u.test(text);

const walk = (conditions: readonly Condition[]): string =>
  `SELECT ${columns} FROM standing_record r ${names} ${where(conditions)} ${newestFirst}`;

const walkSome = (conditions: readonly Condition[], text: Condition): string =>
  `SELECT ${columns} FROM (SELECT * FROM standing_record r ${where(conditions)} ${newestFirst}) r ${names}
  WHERE ${text.sql} ${newestFirst}`;

const lookUp = (conditions: readonly Condition[]): string =>
  `SELECT ${columns} FROM record_words CROSS JOIN standing_record r ON r.id = record_words.rowid ${names}
  ${where(conditions)} ${newestFirst}`;

function matching(
  connection: Connection,
  text: string,
  conditions: readonly Condition[],
  limit: number,
): readonly StoredRecord[] {
  const all = (sql: string, ...values: readonly unknown[]): StoredRecord[] =>
    connection.sql<StoredRecord>(sql).all(...values, limit);
  if (text === '') return all(walk(conditions), ...valuesOf(conditions));
  const holds = contains(text);
  if (!isIndexed(text)) return all(walk([...conditions, holds]), ...valuesOf([...conditions, holds]));
  const near = all(walkSome(conditions, holds), ...valuesOf(conditions), mostWalked, ...holds.values);
  if (near.length >= limit) return near;
  const wanted = [inWords(text), ...conditions, holds];
  return all(lookUp(wanted), ...valuesOf(wanted));
}

/** How many match: from the kept totals where they know, else counted, and then only up to `mostCounted`. */
function counted(connection: Connection, query: RecordQuery): { readonly count: number; readonly atLeast: boolean } {
  const own = ofRecord(query);
  const conditions = [...totalled(query), ...own];
  if (isTotalled(query)) {
    const sql = `SELECT coalesce(sum(r.count), 0) AS count FROM total r ${where(conditions)}`;
    return { count: countOnce(connection, sql, valuesOf(conditions)), atLeast: false };
  }
  const words = query.text === '' ? [] : [contains(query.text)];
  const indexed = isIndexed(query.text) ? [inWords(query.text)] : [];
  const wanted = [...indexed, ...conditions, ...words];
  const from =
    indexed.length === 0
      ? 'standing_record r'
      : 'record_words CROSS JOIN standing_record r ON r.id = record_words.rowid';
  const sql = `SELECT count(*) AS count FROM (SELECT 1 FROM ${from} ${where(wanted)} LIMIT ?)`;
  const count = countBy(connection, sql, [...valuesOf(wanted), mostCounted + 1]);
  return { count: Math.min(count, mostCounted), atLeast: count > mostCounted };
}

const countBy = (connection: Connection, sql: string, values: readonly unknown[]): number =>
  connection.sql<{ count: number }>(sql).get(...values)?.count ?? 0;

interface Counts {
  /** What a write changes: SQLite's own count of the changes made here, and its number for those of other programs. */
  readonly version: string;
  readonly known: Map<string, number>;
}
const lastCounts = new WeakMap<Connection, Counts>();

/** A count that holds for as long as nothing is written: the pages of one list ask for it again and again. */
function countOnce(connection: Connection, sql: string, values: readonly unknown[]): number {
  const changes = connection.sql<number>('SELECT total_changes()').pluck().get();
  const version = `${changes} ${String(connection.db.pragma('data_version', { simple: true }))}`;
  const last = lastCounts.get(connection);
  const counts = last?.version === version ? last : { version, known: new Map<string, number>() };
  lastCounts.set(connection, counts);
  const key = `${sql} ${JSON.stringify(values)}`;
  const count = counts.known.get(key) ?? countBy(connection, sql, values);
  counts.known.set(key, count);
  return count;
}

/** Indexes the descriptions of the records added since it was last done, inside their action's transaction. */
export function indexWords(connection: Connection): void {
  const added = connection
    .sql<{ last: number; newest: number | null }>(
      'SELECT last_record AS last, (SELECT max(id) FROM record) AS newest FROM searchable',
    )
    .get();
  if (added === undefined || added.newest === null || added.newest <= added.last) return;
  connection
    .sql('INSERT INTO record_words (rowid, description) SELECT id, description FROM record WHERE id > ? ORDER BY id')
    .run(added.last);
  connection.sql('UPDATE searchable SET last_record = ?').run(added.newest);
}
