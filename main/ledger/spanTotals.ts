/**
 * What does a tax year come to, without adding up its days?
 *
 * The totals of each day (`totals.ts`) are kept by tax month too, from the 6th to the 5th, and by tax year: either is as
 * quick with a million records as with ten thousand. They are kept in the same transaction and derived again by `verify`.
 */
import type Database from 'better-sqlite3';
import { firstDay, taxYearOf, type PlainDate } from '../../shared/values/dates.ts';
import type { Connection } from './connection.ts';
import type { RecordTotal } from './totals.ts';

/** The day a tax month or a tax year begins, worked out by SQLite: 5 April 2026 is in those of 6 March 2026 and 6 April 2025. */
const spans = {
  month_total: { of: 'total', firstDay: "date(day, '-5 days', 'start of month', '+5 days')" },
  year_total: {
    of: 'month_total',
    firstDay: "date(first_day, '-5 days', '-3 months', 'start of year', '+3 months', '+5 days')",
  },
} as const;
type Table = keyof typeof spans;
const tables = Object.keys(spans) as Table[];

/** The kept table as it must be: months by the totals of their days, years by those of their months. */
export const derivedSpans = (table: Table): string =>
  `SELECT ${spans[table].firstDay}, category, source, letting, sum(whole), sum(own), sum(count)
  FROM ${spans[table].of} GROUP BY 1, 2, 3, 4`;

/** A part of version 5. */
export function spanTotals(db: Database.Database): void {
  for (const table of tables) {
    db.exec(`CREATE TABLE ${table} (
      first_day TEXT NOT NULL,
      category TEXT NOT NULL,
      source INTEGER NOT NULL,
      letting INTEGER NOT NULL,
      whole INTEGER NOT NULL,
      own INTEGER NOT NULL,
      count INTEGER NOT NULL,
      PRIMARY KEY (first_day, category, source, letting)
    ) STRICT, WITHOUT ROWID`);
    db.exec(`INSERT INTO ${table} ${derivedSpans(table)}`);
  }
}

/** The first day of the tax month that holds this day: 2026-04-05 gives 2026-03-06. */
export function taxMonth(day: PlainDate): PlainDate {
  if (day.slice(8) >= '06') return `${day.slice(0, 8)}06` as PlainDate;
  const [year, month] = [Number(day.slice(0, 4)), Number(day.slice(5, 7))];
  const [ofYear, before] = month === 1 ? [year - 1, 12] : [year, month - 1];
  return `${String(ofYear).padStart(4, '0')}-${String(before).padStart(2, '0')}-06` as PlainDate;
}

/** Adds changes of days to their months and years, inside the action's transaction. */
export function keepSpans(connection: Connection, days: Iterable<RecordTotal>): void {
  const months = addedUp(days, taxMonth);
  keepTable(connection, 'month_total', months);
  keepTable(
    connection,
    'year_total',
    addedUp(months, (day) => firstDay(taxYearOf(day))),
  );
}

function addedUp(totals: Iterable<RecordTotal>, begins: (day: PlainDate) => PlainDate): readonly RecordTotal[] {
  const sums = new Map<string, RecordTotal>();
  for (const total of totals) {
    const day = begins(total.day);
    const key = `${day} ${total.category} ${total.source} ${total.letting}`;
    const sum = sums.get(key) ?? { ...total, day, whole: 0, own: 0, count: 0 };
    sum.whole += total.whole;
    sum.own += total.own;
    sum.count += total.count;
    sums.set(key, sum);
  }
  return [...sums.values()];
}

function keepTable(connection: Connection, table: Table, totals: readonly RecordTotal[]): void {
  const add = connection.sql(`INSERT INTO ${table} VALUES (?, ?, ?, ?, ?, ?, ?)
    ON CONFLICT DO UPDATE SET whole = whole + excluded.whole, own = own + excluded.own, count = count + excluded.count`);
  const emptied = connection.sql(
    `DELETE FROM ${table} WHERE first_day = ? AND category = ? AND source = ? AND letting = ? AND count = 0`,
  );
  for (const s of totals) {
    add.run(s.day, s.category, s.source, s.letting, s.whole, s.own, s.count);
    if (s.count <= 0) emptied.run(s.day, s.category, s.source, s.letting);
  }
}
