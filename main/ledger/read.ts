/**
 * What stands in the books beside the records (`search.ts`) and the bank rows (`waiting.ts`): what they are, kept totals?
 */
import { addDays, type Period, type PlainDate } from '../../shared/values/dates.ts';
import type { DayTotal } from '../../shared/rules/yearSummary.ts';
import type { About } from './api.ts';
import type { Connection } from './connection.ts';
import { versionOf } from './migrations.ts';
import { taxMonth } from './monthTotals.ts';

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
 * Kept totals added up over the period, one for each source, letting and category; `day` is a day of the period with any,
 * or the first of its tax month. Whole tax months are read as such, so a year is the same work however many records it has.
 */
export function readSums(connection: Connection, period: Period): readonly DayTotal[] {
  const { months, edges } = inMonths(period);
  const parts = [wholeMonths, ...edges.map(() => daysAlone)].join(' UNION ALL ');
  return connection
    .sql<DayTotal>(
      `SELECT s.code AS source, l.code AS letting, t.category, t.day, t.whole, t.own, t.count
      FROM (SELECT category, source, letting, min(day) AS day, sum(whole) AS whole, sum(own) AS own, sum(count) AS count
        FROM (${parts}) GROUP BY category, source, letting) t
      JOIN source s ON s.id = t.source LEFT JOIN letting l ON l.id = t.letting`,
    )
    .all(months.from, months.to, ...edges.flatMap(({ from, to }) => [from, to]));
}

/** The period as the whole tax months in it and what is left of it before and after them. */
function inMonths({ from, to }: Period): { readonly months: Period; readonly edges: readonly Period[] } {
  const begun = taxMonth(from);
  const first = begun === from ? from : taxMonth(addDays(begun, 31));
  const after = taxMonth(addDays(to, 1));
  const months = { from: first, to: addDays(after, -1) };
  if (first >= after) return { months, edges: [{ from, to }] };
  const edges = [
    { from, to: addDays(first, -1) },
    { from: after, to },
  ];
  return { months, edges: edges.filter((edge) => edge.from <= edge.to) };
}

/** The categories of the kept totals, each found by skipping those before it. */
const usedCategories = `WITH RECURSIVE used(category) AS (
    SELECT min(category) FROM total
    UNION ALL SELECT (SELECT min(category) FROM total WHERE category > used.category) FROM used
    WHERE used.category IS NOT NULL)
  SELECT category FROM used WHERE category IS NOT NULL`;

const wholeMonths = `SELECT category, source, letting, month AS day, whole, own, count FROM month_total
  WHERE month BETWEEN ? AND ?`;
const daysAlone = `SELECT total.category, source, letting, day, whole, own, count
  FROM (${usedCategories}) c CROSS JOIN total ON total.category = c.category AND day BETWEEN ? AND ?`;

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
