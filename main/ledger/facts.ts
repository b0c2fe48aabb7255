/**
 * What do the books say about a person on a day, as the rules ask it?
 *
 * Running totals and expected receipts come from the kept totals, only in categories that count towards the test, and
 * are the person's own part. What was told comes as it was told.
 */
import { categories, categoryOf } from '../../shared/policy/categories.ts';
import type { ExpectedReceipt, Facts, RecordsTotal, Unsorted } from '../../shared/rules/facts.ts';
import {
  earlier,
  firstDay,
  lastDay,
  laterYear,
  taxYearOf,
  taxYears,
  type PlainDate,
  type TaxYear,
} from '../../shared/values/dates.ts';
import { asPence, sum, type Pence } from '../../shared/values/money.ts';
import type { Connection } from './connection.ts';
import { knownSources, periodsByYear, type KnownSource } from './sources.ts';
import { toldBy } from './told.ts';

const countingCategories = [
  ...new Set(Object.values(categories).flatMap((list) => list.filter((c) => c.counts).map((c) => c.id))),
].toSorted();

/**
 * The facts as at a day. A tax year with any record up to it has an entry for every source carried on at any time in
 * that year, nil where it has none; records after it are expected receipts, one for each source and day.
 */
export function readFacts(connection: Connection, asAt: PlainDate): Facts {
  return connection.db.transaction(() => factsAt(connection, asAt))();
}

function factsAt(connection: Connection, asAt: PlainDate): Facts {
  const sources = knownSources(connection);
  return {
    asAt,
    rules: '2026-regulations',
    sources: sources.map(({ id, name, kind, startedOn, ceasedOn, updatePeriods }) => ({
      id,
      name,
      kind,
      startedOn,
      ceasedOn,
      updatePeriods: periodsByYear(updatePeriods, laterYear(taxYearOf(asAt), 3)),
    })),
    records: runningTotals(connection, sources, asAt),
    expected: expectedReceipts(connection, sources, asAt),
    unsorted: unsortedByYear(connection, asAt),
    ...toldBy(connection),
  };
}

type Day = readonly [day: PlainDate, source: number, own: number];

/** Own pence by day and source, of one category, both days included. */
function daysOf(connection: Connection, category: string, from: PlainDate, to: PlainDate): readonly Day[] {
  return connection
    .sql<Day>(
      'SELECT day, source, sum(own) FROM total WHERE category = ? AND day BETWEEN ? AND ? GROUP BY day, source ORDER BY day',
    )
    .raw()
    .all(category, from, to);
}

interface KeptYear {
  /** What the totals were worked out for, besides what is in the books. */
  readonly asked: string;
  readonly totals: readonly RecordsTotal[];
}
interface KeptYears {
  /** SQLite's own number, which another program's write changes. */
  version: number;
  readonly years: Map<TaxYear, KeptYear>;
}

/** Years worked out before and not written to since: adding a record works out one year and not all of them. */
const keptYears = new WeakMap<Connection, KeptYears>();

function yearsStillGood(connection: Connection): Map<TaxYear, KeptYear> {
  const version = Number(connection.db.pragma('data_version', { simple: true }));
  const kept = keptYears.get(connection) ?? { version, years: new Map<TaxYear, KeptYear>() };
  if (kept.version !== version) kept.years.clear();
  for (const year of connection.touched) kept.years.delete(year);
  connection.touched.clear();
  kept.version = version;
  keptYears.set(connection, kept);
  return kept.years;
}

function runningTotals(
  connection: Connection,
  sources: readonly KnownSource[],
  asAt: PlainDate,
): readonly RecordsTotal[] {
  const latest = latestDay(connection, asAt);
  if (latest === undefined) return [];
  const kept = yearsStillGood(connection);
  const known = JSON.stringify(sources);
  return yearsWithRecords(connection, asAt).flatMap((year) => {
    const asked = `${earlier(lastDay(year), asAt)} ${earlier(lastDay(year), latest)} ${known}`;
    const before = kept.get(year);
    if (before?.asked === asked) return before.totals;
    const totals = totalsOfYear(connection, sources, year, asAt, latest);
    kept.set(year, { asked, totals });
    return totals;
  });
}

function totalsOfYear(
  connection: Connection,
  sources: readonly KnownSource[],
  taxYear: TaxYear,
  asAt: PlainDate,
  latest: PlainDate,
): RecordsTotal[] {
  const bySource = new Map(sources.map((s) => [s.key, [] as (readonly [PlainDate, string, Pence])[]]));
  const kinds = new Map(sources.map((s) => [s.key, s.kind]));
  const to = earlier(lastDay(taxYear), asAt);
  for (const category of countingCategories) {
    for (const [day, source, own] of daysOf(connection, category, firstDay(taxYear), to)) {
      const kind = kinds.get(source);
      if (kind !== undefined && categoryOf(kind, category)?.counts)
        bySource.get(source)?.push([day, category, asPence(own)]);
    }
  }
  const upTo = earlier(lastDay(taxYear), latest);
  return sources
    .filter((s) => carriedOn(s, taxYear) || (bySource.get(s.key)?.length ?? 0) > 0)
    .map((s) => {
      const days = (bySource.get(s.key) ?? []).toSorted(([a], [b]) => (a === b ? 0 : a < b ? -1 : 1));
      return { taxYear, source: s.id, upTo, gross: sum(days.map(([, , own]) => own)), days };
    });
}

const carriedOn = (s: KnownSource, year: TaxYear): boolean =>
  (s.startedOn === null || s.startedOn <= lastDay(year)) && (s.ceasedOn === null || s.ceasedOn >= firstDay(year));

/** The latest day of a record or a bank row, not after `asAt`. */
function latestDay(connection: Connection, asAt: PlainDate): PlainDate | undefined {
  return (
    connection
      .sql<{ day: PlainDate | null }>(
        `SELECT max(day) AS day FROM (SELECT max(day) AS day FROM standing_record WHERE day <= ?
        UNION ALL SELECT max(day) FROM bank_day WHERE day <= ?)`,
      )
      .get(asAt, asAt)?.day ?? undefined
  );
}

function yearsWithRecords(connection: Connection, asAt: PlainDate): readonly TaxYear[] {
  const ends = connection
    .sql<{ first: PlainDate | null; last: PlainDate | null }>(
      'SELECT (SELECT min(day) FROM standing_record) AS first, (SELECT max(day) FROM standing_record WHERE day <= ?) AS last',
    )
    .get(asAt);
  if (!ends?.first || !ends.last) return [];
  const any = connection.sql('SELECT 1 FROM standing_record WHERE day BETWEEN ? AND ? LIMIT 1');
  return taxYears(taxYearOf(ends.first), taxYearOf(ends.last)).filter(
    (year) => any.get(firstDay(year), earlier(lastDay(year), asAt)) !== undefined,
  );
}

function expectedReceipts(
  connection: Connection,
  sources: readonly KnownSource[],
  asAt: PlainDate,
): readonly ExpectedReceipt[] {
  const known = new Map(sources.map((s) => [s.key, s]));
  const receipts = new Map<string, { source: string; on: PlainDate; amount: Pence }>();
  for (const category of countingCategories) {
    for (const [on, key, own] of daysOf(connection, category, asAt, '9999-12-31' as PlainDate)) {
      const source = known.get(key);
      if (on === asAt || source === undefined || !categoryOf(source.kind, category)?.counts) continue;
      const place = `${on} ${key}`;
      const amount = asPence(own + (receipts.get(place)?.amount ?? 0));
      receipts.set(place, { source: source.id, on, amount });
    }
  }
  return [...receipts.values()].toSorted((a, b) => (a.on === b.on ? 0 : a.on < b.on ? -1 : 1));
}

/** Rows that wait to be sorted, and those held as a question: either could change an answer. */
function unsortedByYear(connection: Connection, asAt: PlainDate): readonly Unsorted[] {
  const waiting = connection
    .sql<{ day: PlainDate; rows: number; credits: number }>(
      'SELECT day, unsorted_count AS rows, unsorted_in AS credits FROM bank_day WHERE unsorted_count > 0 AND day <= ?',
    )
    .all(asAt);
  const held = connection
    .sql<{ day: PlainDate; rows: number; credits: number }>(
      `SELECT b.day, 1 AS rows, max(b.pence, 0) AS credits FROM held h JOIN standing_bank_row b ON b.id = h.bank_row
      WHERE b.state = 'held' AND b.day <= ?`,
    )
    .all(asAt);
  const days = [...waiting, ...held].toSorted((a, b) => (a.day < b.day ? -1 : Number(a.day > b.day)));
  return [...Map.groupBy(days, (d) => taxYearOf(d.day))].map(([taxYear, of]) => ({
    taxYear,
    credits: sum(of.map((d) => asPence(d.credits))),
    rows: of.reduce((n, d) => n + d.rows, 0),
  }));
}
