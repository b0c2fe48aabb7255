/**
 * What stands in the books: records, bank rows not sorted yet, kept totals?
 *
 * Lists come newest first, a page at a time; the cursor of the next page is the day and number of the last item.
 */
import { parsePlainDate, type Period, type PlainDate } from '../../shared/values/dates.ts';
import { asPence, nothing, type Pence } from '../../shared/values/money.ts';
import type { DayTotal } from '../../shared/rules/yearSummary.ts';
import type { About, RecordQuery, StoredBankRow, StoredPage, StoredRecord, UnsortedPage } from './api.ts';
import type { Connection } from './connection.ts';
import { versionOf } from './migrations.ts';
import type { Cell } from './tables.ts';

/** A condition on rows, and what it compares with. */
interface Condition {
  readonly sql: string;
  readonly values: readonly Cell[];
}

const always: Period = { from: '1900-01-01' as PlainDate, to: '2199-12-31' as PlainDate };

export function readAbout(connection: Connection): About {
  const meta = connection
    .sql<{ createdAt: string; name: string | null; asAt: PlainDate | null }>(
      'SELECT created_at AS createdAt, example_name AS name, example_as_at AS asAt FROM meta',
    )
    .get();
  if (meta === undefined) throw new Error('the ledger does not say when it was made');
  const { createdAt, name, asAt } = meta;
  const example = name === null || asAt === null ? null : { name, asAt };
  return { example, createdAt, schema: versionOf(connection.db) };
}

/** Rows after the cursor, newest first. A cursor that no page gave is our mistake and throws. */
function afterCursor(after: string | null, day: string, id: string): readonly Condition[] {
  if (after === null) return [];
  const [at = '', number = ''] = after.split(' ');
  if (parsePlainDate(at) === undefined || !/^\d+$/.test(number)) throw new RangeError('no page ends there');
  return [{ sql: `(${day}, ${id}) < (?, ?)`, values: [at, Number(number)] }];
}

const where = (conditions: readonly Condition[]): string =>
  conditions.length === 0 ? '' : `WHERE ${conditions.map((c) => c.sql).join(' AND ')}`;
const valuesOf = (conditions: readonly Condition[]): readonly Cell[] => conditions.flatMap((c) => c.values);

/** One more than asked for is read, which tells whether there is a next page. */
function pageOf<T extends { readonly id: number }>(
  rows: readonly T[],
  limit: number,
  dayOf: (row: T) => PlainDate,
): { readonly items: readonly T[]; readonly next: string | null } {
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  return { items, next: rows.length > limit && last !== undefined ? `${dayOf(last)} ${last.id}` : null };
}

/** Records of the query, newest first; text is found anywhere in the description, whatever its case. */
export function readRecords(connection: Connection, query: RecordQuery): StoredPage<StoredRecord> {
  const conditions = recordConditions(query);
  const page = [...conditions, ...afterCursor(query.after, 'r.day', 'r.id')];
  const rows = connection
    .sql<StoredRecord>(
      `SELECT r.id, s.code AS source, l.code AS letting, r.day AS date, r.category, r.pence, r.own, r.description,
        r.bank_row AS bankRow
      FROM standing_record r JOIN source s ON s.id = r.source LEFT JOIN letting l ON l.id = r.letting
      ${where(page)} ORDER BY r.day DESC, r.id DESC LIMIT ?`,
    )
    .all(...valuesOf(page), query.limit + 1);
  return { ...pageOf(rows, query.limit, (r) => r.date), count: countRecords(connection, query) };
}

function recordConditions({ period, source, category, text }: RecordQuery): readonly Condition[] {
  const found = text.replaceAll(/[\\%_]/g, String.raw`\$&`);
  return [
    ...(period === null ? [] : [{ sql: 'r.day BETWEEN ? AND ?', values: [period.from, period.to] }]),
    ...(source === null
      ? []
      : [{ sql: 'r.source = (SELECT id FROM standing_source WHERE code = ?)', values: [source] }]),
    ...(category === null ? [] : [{ sql: 'r.category = ?', values: [category] }]),
    ...(text === '' ? [] : [{ sql: String.raw`r.description LIKE ? ESCAPE '\'`, values: [`%${found}%`] }]),
  ];
}

/** Without a text to look for, the kept totals know. */
function countRecords(connection: Connection, query: RecordQuery): number {
  const conditions = recordConditions(query);
  const [what, table] = query.text === '' ? ['coalesce(sum(r.count), 0)', 'total'] : ['count(*)', 'standing_record'];
  return (
    connection
      .sql<{ count: number }>(`SELECT ${what} AS count FROM ${table} r ${where(conditions)}`)
      .get(...valuesOf(conditions))?.count ?? 0
  );
}

/** Bank rows that wait to be sorted, newest first, and what all of them come to; money out is given without a minus. */
export function readUnsorted(
  connection: Connection,
  { after, limit }: { readonly after: string | null; readonly limit: number },
): UnsortedPage {
  const page = afterCursor(after, 'u.day', 'u.id');
  const rows = connection
    .sql<StoredBankRow>(
      `SELECT b.id, a.name AS account, b.day AS date, b.text, b.pence
      FROM unsorted u JOIN bank_row b ON b.id = u.id JOIN bank_account a ON a.id = b.account
      ${where(page)} ORDER BY u.day DESC, u.id DESC LIMIT ?`,
    )
    .all(...valuesOf(page), limit + 1);
  const all = connection
    .sql<{ count: number | null; moneyIn: number | null; moneyOut: number | null }>(
      'SELECT sum(unsorted_count) AS count, sum(unsorted_in) AS moneyIn, sum(unsorted_out) AS moneyOut FROM bank_day',
    )
    .get();
  return {
    ...pageOf(rows, limit, (r) => r.date),
    count: all?.count ?? 0,
    moneyIn: pence(all?.moneyIn),
    moneyOut: pence(all?.moneyOut),
  };
}

const pence = (value: number | null | undefined): Pence =>
  value === null || value === undefined ? nothing : asPence(value);

/** Kept totals of the period's days, both ends included, by category, then day; all of them for null. */
export function readTotals(connection: Connection, period: Period | null): readonly DayTotal[] {
  const { from, to } = period ?? always;
  return connection
    .sql<DayTotal>(
      `SELECT s.code AS source, l.code AS letting, t.category, t.day, t.whole, t.own, t.count
      FROM (WITH RECURSIVE used(category) AS (
          SELECT min(category) FROM total
          UNION ALL SELECT (SELECT min(category) FROM total WHERE category > used.category) FROM used
          WHERE used.category IS NOT NULL)
        SELECT category FROM used WHERE category IS NOT NULL) c
      CROSS JOIN total t ON t.category = c.category AND t.day BETWEEN ? AND ?
      JOIN source s ON s.id = t.source LEFT JOIN letting l ON l.id = t.letting`,
    )
    .all(from, to);
}
