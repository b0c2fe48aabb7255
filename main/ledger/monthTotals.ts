/**
 * What does a tax year come to, without adding up its days?
 *
 * The totals of each day (`totals.ts`) are kept by tax month too, from the 6th to the 5th: a year is twelve of them, and as
 * quick with a million records as with ten thousand. They are kept in the same transaction and derived again by `verify`.
 */
import type Database from 'better-sqlite3';
import type { PlainDate } from '../../shared/values/dates.ts';
import type { Connection } from './connection.ts';
import type { RecordTotal } from './totals.ts';

/** The day a tax month begins, worked out by SQLite: 5 April 2026 is in that of 6 March. */
const monthOf = "date(day, '-5 days', 'start of month', '+5 days')";

/** The kept table as it must be, by the totals of the days. */
export const derivedMonths = `SELECT ${monthOf}, category, source, letting, sum(whole), sum(own), sum(count) FROM total GROUP BY 1, 2, 3, 4`;

/** A part of version 5. */
export function monthTotals(db: Database.Database): void {
  db.exec(`CREATE TABLE month_total (
    month TEXT NOT NULL,
    category TEXT NOT NULL,
    source INTEGER NOT NULL,
    letting INTEGER NOT NULL,
    whole INTEGER NOT NULL,
    own INTEGER NOT NULL,
    count INTEGER NOT NULL,
    PRIMARY KEY (month, category, source, letting)
  ) STRICT, WITHOUT ROWID`);
  db.exec(`INSERT INTO month_total ${derivedMonths}`);
}

/** The first day of the tax month that holds this day: 2026-04-05 gives 2026-03-06. */
export function taxMonth(day: PlainDate): PlainDate {
  if (day.slice(8) >= '06') return `${day.slice(0, 8)}06` as PlainDate;
  const [year, month] = [Number(day.slice(0, 4)), Number(day.slice(5, 7))];
  const [ofYear, before] = month === 1 ? [year - 1, 12] : [year, month - 1];
  return `${String(ofYear).padStart(4, '0')}-${String(before).padStart(2, '0')}-06` as PlainDate;
}

/** Adds changes of days to their months, inside the action's transaction. */
export function keepMonths(connection: Connection, days: Iterable<RecordTotal>): void {
  const months = new Map<string, RecordTotal>();
  for (const total of days) {
    const day = taxMonth(total.day);
    const key = `${day} ${total.category} ${total.source} ${total.letting}`;
    const sum = months.get(key) ?? { ...total, day, whole: 0, own: 0, count: 0 };
    sum.whole += total.whole;
    sum.own += total.own;
    sum.count += total.count;
    months.set(key, sum);
  }
  const add = connection.sql(`INSERT INTO month_total VALUES (?, ?, ?, ?, ?, ?, ?)
    ON CONFLICT DO UPDATE SET whole = whole + excluded.whole, own = own + excluded.own, count = count + excluded.count`);
  const emptied = connection.sql(
    'DELETE FROM month_total WHERE month = ? AND category = ? AND source = ? AND letting = ? AND count = 0',
  );
  for (const m of months.values()) {
    add.run(m.day, m.category, m.source, m.letting, m.whole, m.own, m.count);
    if (m.count <= 0) emptied.run(m.day, m.category, m.source, m.letting);
  }
}
