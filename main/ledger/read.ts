/**
 * What stands in the books beside the records (`search.ts`) and the bank rows (`waiting.ts`): what they are, kept totals?
 */
import { addDays, taxYearOf, wholeYear, type Period, type PlainDate, type TaxYear } from '../../shared/values/dates.ts';
import { asPence } from '../../shared/values/money.ts';
import type { DayTotal } from '../../shared/rules/yearSummary.ts';
import type { About, FileState } from './api.ts';
import type { Connection } from './connection.ts';
import { headOf } from './history.ts';
import { versionOf } from './migrations.ts';
import { taxMonth } from './spanTotals.ts';

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

export const readState = (connection: Connection): FileState => ({
  chain: headOf(connection),
  version: Number(connection.db.pragma('data_version', { simple: true })),
});

/**
 * Kept totals added up over the period, one for each source, letting and category; `day` is a day of the period with any,
 * or the first of its tax month or year. A tax year, and whole months, are read as such: the same work however many records.
 */
export function readSums(connection: Connection, period: Period): readonly DayTotal[] {
  return readParts(connection, [period], null).map(withoutPart);
}

const withoutPart = ({ source, letting, category, day, whole, own, count }: PartTotal): DayTotal => ({
  source,
  letting,
  category,
  day,
  whole,
  own,
  count,
});

interface PartTotal extends DayTotal {
  /** Which of the periods, counted from 0. */
  readonly part: number;
}

/** The same for several periods in one reading, of one source if its code is given. */
function readParts(connection: Connection, periods: readonly Period[], source: string | null): readonly PartTotal[] {
  const spans = periods.flatMap((period, part) => spansOf(period).map((span) => ({ ...span, part })));
  if (spans.length === 0) return [];
  const [ofSource, only] =
    source === null ? ['', []] : ['WHERE source = (SELECT id FROM standing_source WHERE code = ?)', [source]];
  const kept = spans.map((span) => `SELECT ${span.part} AS part, * FROM (${span.kept}) ${ofSource}`);
  return connection
    .sql<PartTotal>(
      `SELECT t.part, s.code AS source, l.code AS letting, t.category, t.day, t.whole, t.own, t.count
      FROM (SELECT part, category, source, letting, min(day) AS day, sum(whole) AS whole, sum(own) AS own, sum(count) AS count
        FROM (${kept.join(' UNION ALL ')}) GROUP BY part, category, source, letting) t
      JOIN source s ON s.id = t.source LEFT JOIN letting l ON l.id = t.letting`,
    )
    .all(...spans.flatMap(({ from, to }) => [from, to, ...only]));
}

/**
 * What every period from that day to one of these days sums to, in one reading: each goes on where the one before it ended.
 * With a source, by its code, that one alone. Throws where a day is before the one it follows.
 */
export function readSumsUpTo(
  connection: Connection,
  from: PlainDate,
  ends: readonly PlainDate[],
  source: string | null = null,
): readonly (readonly DayTotal[])[] {
  const periods = ends.map((to, i): Period => {
    const before = ends[i - 1];
    if (to < (before ?? from)) throw new RangeError(`${to} is before the day it follows`);
    return { from: before === undefined ? from : addDays(before, 1), to };
  });
  const parts = Map.groupBy(readParts(connection, periods, source), ({ part }) => part);
  const sums = new Map<string, DayTotal>();
  return periods.map((_, i) => {
    for (const total of (parts.get(i) ?? []).map(withoutPart)) {
      const place = `${total.category} ${total.source} ${total.letting}`;
      sums.set(place, added(sums.get(place), total));
    }
    return [...sums.values()];
  });
}

function added(sum: DayTotal | undefined, { whole, own, count, ...of }: DayTotal): DayTotal {
  if (sum === undefined) return { ...of, whole, own, count };
  return { ...sum, whole: asPence(sum.whole + whole), own: asPence(sum.own + own), count: sum.count + count };
}

interface Span extends Period {
  /** How its kept totals are read. */
  readonly kept: string;
}

/** The period as a tax year, or as the whole tax months in it and the days before and after them. */
function spansOf({ from, to }: Period): readonly Span[] {
  if (from > to) return [];
  const year = wholeYear(taxYearOf(from));
  if (year.from === from && year.to === to) return [{ kept: keptSpans('year_total'), from, to }];
  const begun = taxMonth(from);
  const first = begun === from ? from : taxMonth(addDays(begun, 31));
  const after = taxMonth(addDays(to, 1));
  if (first >= after) return [{ kept: keptDays, from, to }];
  const spans = [
    { kept: keptDays, from, to: addDays(first, -1) },
    { kept: keptSpans('month_total'), from: first, to: addDays(after, -1) },
    { kept: keptDays, from: after, to },
  ];
  return spans.filter((span) => span.from <= span.to);
}

/** The categories of the kept totals, each found by skipping those before it. */
const usedCategories = `WITH RECURSIVE used(category) AS (
    SELECT min(category) FROM total
    UNION ALL SELECT (SELECT min(category) FROM total WHERE category > used.category) FROM used
    WHERE used.category IS NOT NULL)
  SELECT category FROM used WHERE category IS NOT NULL`;

const keptSpans = (table: string): string =>
  `SELECT category, source, letting, first_day AS day, whole, own, count FROM ${table} WHERE first_day BETWEEN ? AND ?`;
const keptDays = `SELECT total.category, source, letting, day, whole, own, count
  FROM (${usedCategories}) c CROSS JOIN total ON total.category = c.category AND day BETWEEN ? AND ?`;

/** Tax years with records in them, the newest first. */
export const readYears = ({ sql }: Connection): readonly TaxYear[] =>
  sql<PlainDate>('SELECT DISTINCT first_day FROM year_total WHERE count > 0 ORDER BY first_day DESC')
    .pluck()
    .all()
    .map(taxYearOf);

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
