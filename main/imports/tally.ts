/**
 * What has been read so far?
 *
 * Every line of the file is in one of these counts: taken in, refused, blank, before the rows or after them.
 */
import type { PlainDate } from '../../shared/values/dates.ts';
import { asPence, type Pence } from '../../shared/values/money.ts';
import { chain, type ChainSeen } from './balances.ts';

export interface Tally {
  readonly rows: number;
  readonly refused: number;
  readonly blank: number;
  /** Rows that stand before the header, and after the last row: titles, an overdraft limit. */
  readonly before: number;
  readonly after: number;
  /** Rows that say of themselves that they moved no money. */
  readonly passed: number;
  /** Rows of other accounts in the same file. */
  readonly others: number;
  /** Of the rows, those of £0.00. */
  readonly nil: number;
  /** The earliest and the latest day of a row; null until there is one. */
  readonly from: PlainDate | null;
  readonly to: PlainDate | null;
  readonly moneyIn: Pence;
  readonly moneyOut: Pence;
  readonly balances: ChainSeen;
  /** As the balances say, or else the days. */
  readonly order: ChainSeen['order'];
}
export interface CountedRow {
  readonly line: number;
  readonly date: PlainDate;
  readonly pence: Pence;
  readonly balance: Pence | null;
}
export interface Counting {
  /** `step` is the row as the balances see it, or null where the next row is counted with it. False, and nothing is counted, when the sums would grow past what can be held exactly. */
  row(row: CountedRow, step: CountedRow | null): boolean;
  add(what: 'refused' | 'blank' | 'before' | 'after' | 'passed' | 'others'): void;
  soFar(): Tally;
}

export function counting(): Counting {
  const balances = chain();
  const counts = { rows: 0, refused: 0, blank: 0, before: 0, after: 0, passed: 0, others: 0, nil: 0 };
  let [moneyIn, moneyOut] = [0, 0];
  let [from, to, last]: (PlainDate | undefined)[] = [];
  let [rises, falls] = [false, false];
  return {
    row: (row, step) => {
      const [into, out] = [moneyIn + Math.max(0, row.pence), moneyOut + Math.max(0, 0 - row.pence)];
      if (!Number.isSafeInteger(into) || !Number.isSafeInteger(out)) return false;
      [moneyIn, moneyOut] = [into, out];
      counts.rows += 1;
      if (row.pence === 0) counts.nil += 1;
      if (from === undefined || row.date < from) from = row.date;
      if (to === undefined || row.date > to) to = row.date;
      rises ||= last !== undefined && row.date > last;
      falls ||= last !== undefined && row.date < last;
      last = row.date;
      if (step !== null) balances.add(step);
      return true;
    },
    add: (what) => {
      counts[what] += 1;
    },
    soFar: () => {
      const seen = balances.seen();
      const order = seen.order === 'unknown' ? orderOf(rises, falls) : seen.order;
      const sums = { moneyIn: asPence(moneyIn), moneyOut: asPence(moneyOut) };
      return { ...counts, ...sums, from: from ?? null, to: to ?? null, balances: seen, order };
    },
  };
}

function orderOf(rises: boolean, falls: boolean): ChainSeen['order'] {
  if (rises === falls) return 'unknown';
  return rises ? 'oldest-first' : 'newest-first';
}
