/**
 * Which records does a person mean by a few letters and some filters?
 *
 * Records come newest first. A text is found anywhere in the description, whatever its case, and is only ever compared:
 * quotation marks, stars and emoji mean themselves. No single way is best at a million records, so the newest some thousand
 * are walked first, where what is common fills its page; only what does not is looked up: a word in its index, a category
 * on the days that the kept totals name, the typed ones and those with files by themselves. An amount alone has no index.
 */
import type { Period } from '../../shared/values/dates.ts';
import type { RecordPage, RecordQuery, StoredRecord } from './api.ts';
import type { Connection } from './connection.ts';
import { cursorBefore } from './position.ts';
import { rowsOnce } from './unchanged.ts';
import { afterCursor, holding, isIndexed, pageOf, valuesOf, where, type Condition } from './paging.ts';

/** So many records are walked before the index is asked: some milliseconds. */
export const mostWalked = 5000;
/** With so few that match, a word is looked up in its index at once. */
const fewMatches = 300;
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
  const isRare = isIndexed(query.text) && !all.atLeast && all.count <= fewMatches;
  const found = matching(connection, query, afterCursor(after, 'r.day', 'r.id'), skip + query.limit + 1, isRare);
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
const totalled = (query: RecordQuery): readonly Condition[] => [...given(query.period, period), ...ofTotals(query)];
const ofTotals = (query: RecordQuery): readonly Condition[] => [
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

const contains = (text: string): Condition => holding('r.description', text);

/** The index is by three letters in a row, and knows `%` and `_` only as any letters: what it finds is compared again. */
const inWords = (text: string): Condition => ({ sql: 'record_words.description LIKE ?', values: [`%${text}%`] });

const walk = (conditions: readonly Condition[]): string =>
  `SELECT ${columns} FROM standing_record r ${names} ${where(conditions)} ${newestFirst}`;

/** Only the newest are looked at, whether they are meant or not. */
const walkSome = (among: readonly Condition[], meant: readonly Condition[]): string =>
  `SELECT ${columns} FROM (SELECT * FROM standing_record r ${where(among)} ${newestFirst}) r ${names}
  ${where(meant)} ${newestFirst}`;

function matching(
  connection: Connection,
  query: RecordQuery,
  after: readonly Condition[],
  limit: number,
  isRare: boolean,
): readonly StoredRecord[] {
  const all = (sql: string, ...values: readonly unknown[]): StoredRecord[] =>
    connection.sql<StoredRecord>(sql).all(...values, limit);
  const among = [...given(query.period, period), ...after];
  const meant = [...ofTotals(query), ...ofRecord(query), ...(query.text === '' ? [] : [contains(query.text)])];
  if (meant.length === 0) return all(walk(among), ...valuesOf(among));
  const near = isRare ? [] : all(walkSome(among, meant), ...valuesOf(among), mostWalked, ...valuesOf(meant));
  if (near.length >= limit || (!isRare && areFewerThan(connection, 'SELECT 1 FROM record', mostWalked))) return near;
  const rest = [...among, ...meant];
  const few = fewest(connection, query) ?? onDays(connection, query, after, limit);
  if (few === undefined) return all(walk(rest), ...valuesOf(rest));
  const wanted = [...few.conditions, ...rest];
  return all(`SELECT ${columns} FROM ${few.from} ${names} ${where(wanted)} ${newestFirst}`, ...valuesOf(wanted));
}

/** A way to the records that are meant, and some others, without reading them all. */
interface Way {
  readonly from: string;
  readonly conditions: readonly Condition[];
}
/** Up to this many records are looked up and sorted sooner than the days are walked. */
const mostLookedUp = 20_000;

const through = (ids: string): Way => ({
  from: `(${ids}) found CROSS JOIN standing_record r ON r.id = found.id`,
  conditions: [],
});
const typedRecords = 'SELECT id FROM record INDEXED BY record_typed WHERE bank_row IS NULL';
const bankRecords = 'SELECT id FROM record INDEXED BY record_of_row WHERE bank_row IS NOT NULL';

/** By a word, by the files kept with records, or by where they came from, if few came from there. */
function fewest(connection: Connection, query: RecordQuery): Way | undefined {
  if (isIndexed(query.text)) {
    const from = 'record_words CROSS JOIN standing_record r ON r.id = record_words.rowid';
    return { from, conditions: [inWords(query.text)] };
  }
  if (query.attached === true) return through(withFiles);
  if (query.from === null || query.from === undefined) return undefined;
  const ids = query.from === 'typed' ? typedRecords : bankRecords;
  return areFewerThan(connection, ids, mostLookedUp) ? through(ids) : undefined;
}

const areFewerThan = (connection: Connection, rows: string, most: number): boolean =>
  countOnce(connection, `SELECT count(*) AS count FROM (${rows} LIMIT ?)`, [most]) < most;

/** By the days on which the kept totals know such records; as many of the newest as fill the page, where they can tell. */
function onDays(
  connection: Connection,
  query: RecordQuery,
  after: readonly Condition[],
  limit: number,
): Way | undefined {
  if (ofTotals(query).length === 0) return undefined;
  const last = after[0]?.values[0] ?? '9999-12-31';
  const conditions = [...totalled(query), { sql: 'r.day <= ?', values: [last] }];
  const known = connection.sql<{ day: string; count: number }>(
    `SELECT r.day, sum(r.count) AS count FROM total r ${where(conditions)} GROUP BY r.day ORDER BY r.day DESC`,
  );
  const days: string[] = [];
  let found = 0;
  for (const { day, count } of known.iterate(...valuesOf(conditions))) {
    if (isTotalled(query) && found >= limit) break;
    days.push(day);
    if (day !== last) found += count;
  }
  const condition = { sql: 'r.day IN (SELECT value FROM json_each(?))', values: [JSON.stringify(days)] };
  return { from: 'standing_record r', conditions: [condition] };
}

/** How many match: from the kept totals where they know, else counted, and then only up to `mostCounted`. */
function counted(connection: Connection, query: RecordQuery): { readonly count: number; readonly atLeast: boolean } {
  const own = ofRecord(query);
  if (isTotalled(query)) {
    const conditions = totalled(query);
    const sql = `SELECT coalesce(sum(r.count), 0) AS count FROM total r ${where(conditions)}`;
    return { count: countOnce(connection, sql, valuesOf(conditions)), atLeast: false };
  }
  const way = fewest(connection, query) ?? { from: 'standing_record r', conditions: [] };
  const words = query.text === '' ? [] : [contains(query.text)];
  const wanted = [...way.conditions, ...totalled(query), ...own, ...words];
  const sql = `SELECT count(*) AS count FROM (SELECT 1 FROM ${way.from} ${where(wanted)} LIMIT ?)`;
  const count = countOnce(connection, sql, [...valuesOf(wanted), mostCounted + 1]);
  return { count: Math.min(count, mostCounted), atLeast: count > mostCounted };
}

/** A count that holds for as long as nothing is written. */
const countOnce = (connection: Connection, sql: string, values: readonly unknown[]): number =>
  rowsOnce<{ count: number }>(connection, sql, values)[0]?.count ?? 0;
