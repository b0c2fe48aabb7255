/**
 * Which row of the account is this, in whichever file it stands?
 *
 * The bank's own id says so, together with date and amount, because ids have been given out twice. Without one it is the
 * SHA-256 of account, date, amount, words and balance, and of which of the equal rows of that day it is: two coffees are
 * two rows, the same file again is none. Equal rows can change places, so newest first and oldest first agree; and files
 * that overlap by whole days give the same rows the same identities.
 */
import { done, refuse, type Outcome } from '../../shared/values/outcome.ts';
import { identityFrom, identityOf } from '../bankRow.ts';
import { readText } from './fields.ts';
import type { RowReading } from './row.ts';

/** How many different rows are remembered to count equal ones: whole days are forgotten beyond it, the longest remembered first. */
export const rowsRemembered = 20_000;

export interface Identity {
  /** Lower-case hex. */
  readonly identity: string;
  /** Which of the equal rows of its day; null where an id or a balance tells it from every other. */
  readonly nth: number | null;
}
export interface Identities {
  /** Refuses `row-out-of-order` when a day comes back that is no longer remembered: only in a long file out of order. */
  of(row: RowReading): Outcome<Identity>;
}

/** The account's name as it stands in identities. */
export const ownerOf = (account: string): string => readText(account).toLowerCase();

/** Identities for one file of this account, row by row. The account's name counts without letter case and runs of spaces. */
export function identities(account: string, remembered = rowsRemembered): Identities {
  const owner = ownerOf(account);
  const days = new Map<string, Map<string, number>>();
  const forgotten = new Set<string>();
  let kept = 0;

  /** Which of the equal rows of its day: 1, 2, … */
  function ordinal(date: string, key: string): number | undefined {
    if (forgotten.has(date)) return undefined;
    const day = days.get(date) ?? new Map<string, number>();
    days.set(date, day);
    const nth = (day.get(key) ?? 0) + 1;
    if (nth === 1) kept += 1;
    day.set(key, nth);
    forget(date);
    return nth;
  }
  function forget(today: string): void {
    if (kept <= remembered) return;
    for (const [date, rows] of days) {
      if (kept <= remembered || date === today) return;
      days.delete(date);
      forgotten.add(date);
      kept -= rows.size;
    }
  }

  return {
    of: (row) => {
      if (row.bankId !== null) {
        // Given out twice for one day and amount, it is still two rows of the file.
        const nth = ordinal(row.date, `id ${row.pence} ${row.bankId}`) ?? 1;
        const parts = ['id', owner, row.bankId, row.date, row.pence];
        return done({ identity: identityFrom(nth === 1 ? parts : [...parts, nth]), nth: null });
      }
      const words = row.text.normalize('NFKC').toUpperCase();
      const key = `${row.pence} ${row.balance ?? ''} ${words}`;
      const nth = ordinal(row.date, key);
      if (nth === undefined) return refuse('row-out-of-order');
      return done({ identity: identityOf(owner, row, nth), nth: row.balance === null ? nth : null });
    },
  };
}
