/**
 * What has each source taken in each tax year, day by day, up to the day asked about?
 *
 * Years that were worked out before are kept, and of those written to since only the days that changed are read again:
 * adding a record costs the same with a million records as with ten thousand.
 */
import { countingIds, categoryOf } from '../../shared/policy/categories.ts';
import type { RecordsTotal } from '../../shared/rules/facts.ts';
import {
  earlier,
  firstDay,
  lastDay,
  taxYearOf,
  taxYears,
  type PlainDate,
  type TaxYear,
} from '../../shared/values/dates.ts';
import { asPence, sum, type Pence } from '../../shared/values/money.ts';
import type { Connection } from './connection.ts';
import type { KnownSource } from './sources.ts';

export const countingCategories = [...new Set(Object.values(countingIds).flat())].toSorted();

type Day = readonly [day: PlainDate, source: number, own: number];

/** Own pence by day and source, of one category, both days included. */
export function daysOf(connection: Connection, category: string, from: PlainDate, to: PlainDate): readonly Day[] {
  return connection
    .sql<Day>(
      'SELECT day, source, sum(own) FROM total WHERE category = ? AND day BETWEEN ? AND ? GROUP BY day, source ORDER BY day',
    )
    .raw()
    .all(category, from, to);
}

type Taken = readonly [day: PlainDate, category: string, own: Pence];
/** What each source took, by its key, in the order of days. */
type BySource = ReadonlyMap<number, readonly Taken[]>;

interface KeptYear {
  /** What the days were read for, besides what is in the books. */
  readonly asked: string;
  readonly taken: BySource;
  readonly totals: readonly RecordsTotal[];
}
interface KeptYears {
  /** SQLite's own number, which another program's write changes. */
  version: number;
  readonly years: Map<TaxYear, KeptYear>;
}

const keptYears = new WeakMap<Connection, KeptYears>();

/** What was kept, unless another program wrote, and the days written here since. */
function yearsKept(connection: Connection): { years: KeptYears['years']; touched: Map<TaxYear, PlainDate[]> } {
  const version = Number(connection.db.pragma('data_version', { simple: true }));
  const kept = keptYears.get(connection) ?? { version, years: new Map<TaxYear, KeptYear>() };
  if (kept.version !== version) kept.years.clear();
  const touched = Map.groupBy(connection.touched, taxYearOf);
  connection.touched.clear();
  kept.version = version;
  keptYears.set(connection, kept);
  return { years: kept.years, touched };
}

/** Beyond so many days, a year is read whole. */
const fewDays = 31;

/** A total for each year with any record, and each source carried on in it or with any. */
export function runningTotals(
  connection: Connection,
  sources: readonly KnownSource[],
  asAt: PlainDate,
): readonly RecordsTotal[] {
  const { years, touched } = yearsKept(connection);
  for (const [year, days] of touched) if (days.length > fewDays) years.delete(year);
  const latest = latestDay(connection, asAt);
  if (latest === undefined) {
    for (const year of touched.keys()) years.delete(year);
    return [];
  }
  const known = JSON.stringify(sources);
  const wanted = yearsWithRecords(connection, asAt);
  for (const year of touched.keys()) if (!wanted.includes(year)) years.delete(year);
  return wanted.flatMap((year) => {
    const to = earlier(lastDay(year), asAt);
    const asked = `${to} ${known}`;
    const before = years.get(year);
    const good = before?.asked === asked ? before : undefined;
    const taken = takenInYear(connection, sources, year, to, good?.taken, touched.get(year) ?? []);
    const totals = totalsOf(sources, year, taken, earlier(lastDay(year), latest), good?.totals ?? []);
    years.set(year, { asked, taken, totals });
    return totals;
  });
}

/** What each source took in the year up to `to`: as it was `before`, but for the days written since. */
function takenInYear(
  connection: Connection,
  sources: readonly KnownSource[],
  year: TaxYear,
  to: PlainDate,
  before: BySource | undefined,
  written: readonly PlainDate[],
): BySource {
  if (before === undefined) return takenBetween(connection, sources, firstDay(year), to);
  const taken = new Map(before);
  for (const day of written.filter((d) => d <= to)) {
    for (const [source, ofDay] of takenBetween(connection, sources, day, day)) {
      const all = taken.get(source) ?? [];
      const first = all.findIndex(([d]) => d >= day);
      const at = first === -1 ? all.length : first;
      const old = all.slice(at).filter(([d]) => d === day).length;
      if (old + ofDay.length > 0) taken.set(source, all.toSpliced(at, old, ...ofDay));
    }
  }
  return taken;
}

function takenBetween(
  connection: Connection,
  sources: readonly KnownSource[],
  from: PlainDate,
  to: PlainDate,
): BySource {
  const taken = new Map(sources.map((s) => [s.key, [] as Taken[]]));
  const counts = new Set(
    sources.flatMap((s) => countingCategories.filter((c) => categoryOf(s.kind, c)?.counts).map((c) => `${s.key} ${c}`)),
  );
  for (const category of countingCategories) {
    for (const [day, source, own] of daysOf(connection, category, from, to)) {
      if (counts.has(`${source} ${category}`)) taken.get(source)?.push([day, category, asPence(own)]);
    }
  }
  if (from === to) return taken;
  return new Map([...taken].map(([key, days]) => [key, days.toSorted(([a], [b]) => (a === b ? 0 : a < b ? -1 : 1))]));
}

/** Totals of a year; one that is as it was `before` is the same object. */
function totalsOf(
  sources: readonly KnownSource[],
  taxYear: TaxYear,
  taken: BySource,
  upTo: PlainDate,
  before: readonly RecordsTotal[],
): readonly RecordsTotal[] {
  return sources
    .filter((s) => carriedOn(s, taxYear) || (taken.get(s.key)?.length ?? 0) > 0)
    .map((s) => {
      const days = taken.get(s.key) ?? [];
      const same = before.find((t) => t.days === days && t.source === s.id && t.upTo === upTo);
      return same ?? { taxYear, source: s.id, upTo, gross: sum(days.map(([, , own]) => own)), days };
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
