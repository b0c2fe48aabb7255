/**
 * What stands in the books beside the records (`search.ts`) and the bank rows (`waiting.ts`): what they are, kept totals?
 */
import type { Period, PlainDate } from '../../shared/values/dates.ts';
import type { DayTotal } from '../../shared/rules/yearSummary.ts';
import type { About } from './api.ts';
import type { Connection } from './connection.ts';
import { versionOf } from './migrations.ts';

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
