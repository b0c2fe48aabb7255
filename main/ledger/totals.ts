/**
 * What is kept beside the records, so that no question has to add them up?
 *
 * Whole and own pence and a count for each source, letting, category and day, and by tax month and tax year; for each day the bank rows and those not
 * sorted yet. They are gathered while an action runs and written in its own transaction; `verify` derives them again.
 */
import type { PlainDate } from '../../shared/values/dates.ts';
import type { Pence } from '../../shared/values/money.ts';
import type { Connection } from './connection.ts';
import { keepSpans } from './spanTotals.ts';

export interface RecordTotal {
  readonly category: string;
  readonly day: PlainDate;
  readonly source: number;
  readonly letting: number;
  whole: number;
  own: number;
  count: number;
}
interface DayOfRows {
  readonly day: PlainDate;
  rows: number;
  unsorted: number;
  moneyIn: number;
  moneyOut: number;
}

/** Changes to the kept totals, not yet written. */
export interface Gathered {
  readonly records: Map<string, RecordTotal>;
  readonly days: Map<PlainDate, DayOfRows>;
}

/** Beyond this many, gathered totals are written early, so that an import of any size needs the same memory. */
const mostGathered = 20_000;

export const gatherTotals = (): Gathered => ({ records: new Map(), days: new Map() });

export interface CountedRecord {
  readonly source: number;
  readonly letting: number | null;
  readonly day: PlainDate;
  readonly category: string;
  readonly pence: Pence;
  readonly own: Pence;
}

/** Counts one record more, or one that holds no longer (`by` -1). */
export function countRecord(gathered: Gathered, record: CountedRecord, by: 1 | -1 = 1): void {
  const letting = record.letting ?? 0;
  const key = `${record.category} ${record.day} ${record.source} ${letting}`;
  const total = gathered.records.get(key);
  if (total !== undefined) {
    total.whole += by * record.pence;
    total.own += by * record.own;
    total.count += by;
    return;
  }
  const { category, day, source, pence, own } = record;
  gathered.records.set(key, { category, day, source, letting, whole: by * pence, own: by * own, count: by });
}

/** Counts a bank row more, or one less (`by` -1); `unsorted` says whether it waits to be sorted. */
export function countRow(gathered: Gathered, day: PlainDate, pence: Pence, unsorted: boolean, by: 1 | -1 = 1): void {
  const of = dayOfRows(gathered, day);
  of.rows += by;
  if (!unsorted) return;
  of.unsorted += by;
  if (pence > 0) of.moneyIn += by * pence;
  else of.moneyOut -= by * pence;
}

function dayOfRows(gathered: Gathered, day: PlainDate): DayOfRows {
  const known = gathered.days.get(day) ?? { day, rows: 0, unsorted: 0, moneyIn: 0, moneyOut: 0 };
  gathered.days.set(day, known);
  return known;
}

/** Writes what was gathered, if it has become much. */
export function keepIfMany(connection: Connection, gathered: Gathered): void {
  if (gathered.records.size + gathered.days.size > mostGathered) keepTotals(connection, gathered);
}

/** Writes what was gathered into the kept totals, inside the action's transaction. */
export function keepTotals(connection: Connection, gathered: Gathered): void {
  const total = connection.sql(`INSERT INTO total VALUES (?, ?, ?, ?, ?, ?, ?)
    ON CONFLICT DO UPDATE SET whole = whole + excluded.whole, own = own + excluded.own, count = count + excluded.count`);
  const emptied = connection.sql(
    'DELETE FROM total WHERE category = ? AND day = ? AND source = ? AND letting = ? AND count = 0',
  );
  for (const t of gathered.records.values()) {
    total.run(t.category, t.day, t.source, t.letting, t.whole, t.own, t.count);
    if (t.count <= 0) emptied.run(t.category, t.day, t.source, t.letting);
    connection.touched.add(t.day);
  }
  keepSpans(connection, gathered.records.values());
  const day = connection.sql(`INSERT INTO bank_day VALUES (?, ?, ?, ?, ?)
    ON CONFLICT DO UPDATE SET row_count = row_count + excluded.row_count,
      unsorted_count = unsorted_count + excluded.unsorted_count,
      unsorted_in = unsorted_in + excluded.unsorted_in, unsorted_out = unsorted_out + excluded.unsorted_out`);
  const emptiedDay = connection.sql('DELETE FROM bank_day WHERE day = ? AND row_count = 0');
  for (const d of gathered.days.values()) {
    day.run(d.day, d.rows, d.unsorted, d.moneyIn, d.moneyOut);
    if (d.rows <= 0) emptiedDay.run(d.day);
  }
  gathered.records.clear();
  gathered.days.clear();
}
