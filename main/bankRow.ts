/**
 * What does a row of a bank's file become in the books?
 *
 * Stands between the importer, which makes these rows, and the ledger, which takes them in: neither imports the other.
 */
import type { PlainDate } from '../shared/values/dates.ts';
import type { Pence } from '../shared/values/money.ts';

export interface NewRecord {
  readonly source: string;
  readonly letting: string | null;
  readonly date: PlainDate;
  readonly category: string;
  /** Positive in the category's own direction; a refund is negative. */
  readonly pence: Pence;
  readonly description: string;
}

/** A row of a bank's file, as the importer read it. */
export interface NewBankRow {
  readonly line: number;
  readonly date: PlainDate;
  readonly text: string;
  /** Signed: money in is positive. */
  readonly pence: Pence;
  readonly balance: Pence | null;
  readonly bankId: string | null;
  /** Says which row of the account this is: the same in every file that holds it. */
  readonly identity: string;
  /** The row's own bytes as text, kept as evidence. */
  readonly raw: string;
  /** What it becomes: records adding up to it exactly, nothing to do with the business, a move between own accounts, or not sorted yet. */
  readonly sorted: readonly NewRecord[] | 'not-business' | 'between-my-accounts' | null;
  /** The number of the person's rule that says so, or nothing if none does. */
  readonly rule?: number | null;
}
