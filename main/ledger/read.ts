/**
 * What stands in the books beside the records (`search.ts`): bank rows not sorted yet, kept totals?
 */
import type { Period, PlainDate } from '../../shared/values/dates.ts';
import { asPence, nothing, type Pence } from '../../shared/values/money.ts';
import type { DayTotal } from '../../shared/rules/yearSummary.ts';
import type { About, StoredBankRow, UnsortedPage } from './api.ts';
import type { Connection } from './connection.ts';
import { versionOf } from './migrations.ts';
import { afterCursor, pageOf, valuesOf, where } from './paging.ts';

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

/**
 * Kept totals added up over the period, one for each source, letting and category; `day` is the last day with any. A year
 * of a million records is some hundred rows this way, and tens of thousands day by day.
 */
export function readSums(connection: Connection, { from, to }: Period): readonly DayTotal[] {
  return connection
    .sql<DayTotal>(
      `SELECT s.code AS source, l.code AS letting, t.category, t.day, t.whole, t.own, t.count
      FROM (SELECT c.category, total.source, total.letting, max(day) AS day, sum(whole) AS whole, sum(own) AS own,
          sum(count) AS count
        FROM (${usedCategories}) c CROSS JOIN total ON total.category = c.category AND day BETWEEN ? AND ?
        GROUP BY c.category, total.source, total.letting) t
      JOIN source s ON s.id = t.source LEFT JOIN letting l ON l.id = t.letting`,
    )
    .all(from, to);
}

/** The categories of the kept totals, each found by skipping those before it. */
const usedCategories = `WITH RECURSIVE used(category) AS (
    SELECT min(category) FROM total
    UNION ALL SELECT (SELECT min(category) FROM total WHERE category > used.category) FROM used
    WHERE used.category IS NOT NULL)
  SELECT category FROM used WHERE category IS NOT NULL`;

/** Kept totals of the period's days, both ends included, by category, then day; all of them for null. */
export function readTotals(connection: Connection, period: Period | null): readonly DayTotal[] {
  const { from, to } = period ?? always;
  return connection
    .sql<DayTotal>(
      `SELECT s.code AS source, l.code AS letting, t.category, t.day, t.whole, t.own, t.count
      FROM (${usedCategories}) c
      CROSS JOIN total t ON t.category = c.category AND t.day BETWEEN ? AND ?
      JOIN source s ON s.id = t.source LEFT JOIN letting l ON l.id = t.letting`,
    )
    .all(from, to);
}
