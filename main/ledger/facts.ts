/**
 * What do the books say about a person on a day, as the rules ask it?
 *
 * Running totals and expected receipts come from the kept totals, only in categories that count towards the test, and
 * are the person's own part. What was told comes as it was told.
 */
import { categoryOf } from '../../shared/policy/categories.ts';
import type { ExpectedReceipt, Facts, Unsorted } from '../../shared/rules/facts.ts';
import { laterYear, taxYearOf, type PlainDate } from '../../shared/values/dates.ts';
import { asPence, sum, type Pence } from '../../shared/values/money.ts';
import type { Connection } from './connection.ts';
import { countingCategories, daysOf, runningTotals } from './running.ts';
import { knownSources, periodsByYear, type KnownSource } from './sources.ts';
import { toldBy } from './told.ts';

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
