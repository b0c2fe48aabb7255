/**
 * Does each balance follow from the one before?
 *
 * Banks write newest first or oldest first, so both are tried as the rows come; the order with fewer gaps is the file's.
 * A gap says that rows are missing, or that a refused row stood there.
 */
import type { PlainDate } from '../../shared/values/dates.ts';
import { asPence, type Pence } from '../../shared/values/money.ts';

export interface BalancedRow {
  readonly line: number;
  readonly date: PlainDate;
  readonly pence: Pence;
  readonly balance: Pence | null;
}
/** Two rows next to each other, earlier first, whose balances do not follow. */
export interface Gap {
  readonly from: { readonly line: number; readonly date: PlainDate; readonly balance: Pence };
  readonly to: { readonly line: number; readonly date: PlainDate; readonly balance: Pence };
  /** What the later balance has beyond the earlier one and its own amount: the sum of what is missing between them. */
  readonly missing: Pence;
}
export interface ChainSeen {
  readonly order: 'oldest-first' | 'newest-first' | 'unknown';
  /** Steps from one balance to the next that were looked at. */
  readonly steps: number;
  readonly gapCount: number;
  /** The first of them. */
  readonly gaps: readonly Gap[];
}
export interface Chain {
  add(row: BalancedRow): void;
  seen(): ChainSeen;
}

const gapsKept = 20;

/** Takes rows in the file's order. A row without a balance ends the chain; the next with one begins it anew. */
export function chain(): Chain {
  const [oldest, newest] = [direction(oldestStep), direction(newestStep)];
  let steps = 0;
  let last: Held | undefined;
  return {
    add: (row) => {
      if (row.balance === null) {
        last = undefined;
        return;
      }
      const held = { line: row.line, date: row.date, pence: row.pence, balance: row.balance };
      if (last !== undefined) {
        steps += 1;
        oldest.add(last, held);
        newest.add(last, held);
      }
      last = held;
    },
    seen: () => {
      const [a, b] = [oldest.found(), newest.found()];
      if (steps === 0 || a.count === b.count) return { order: 'unknown', steps, gapCount: a.count, gaps: a.gaps };
      const better = a.count < b.count ? a : b;
      return {
        order: better === a ? 'oldest-first' : 'newest-first',
        steps,
        gapCount: better.count,
        gaps: better.gaps,
      };
    },
  };
}

interface Held {
  readonly line: number;
  readonly date: PlainDate;
  readonly pence: Pence;
  readonly balance: Pence;
}
const oldestStep = (above: Held, below: Held): readonly [Held, Held] => [above, below];
const newestStep = (above: Held, below: Held): readonly [Held, Held] => [below, above];

function direction(step: (above: Held, below: Held) => readonly [Held, Held]): {
  add(above: Held, below: Held): void;
  found(): { readonly count: number; readonly gaps: readonly Gap[] };
} {
  const gaps: Gap[] = [];
  let count = 0;
  return {
    add: (above, below) => {
      const [from, to] = step(above, below);
      const missing = to.balance - to.pence - from.balance;
      if (missing === 0) return;
      count += 1;
      if (gaps.length < gapsKept) gaps.push({ from, to, missing: asPence(missing) });
    },
    found: () => ({ count, gaps: [...gaps] }),
  };
}
