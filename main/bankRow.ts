/**
 * What does a row of a bank's file become in the books?
 *
 * Stands between the importer, which makes these rows, and the ledger, which takes them in: neither imports the other.
 */
import { hash } from 'node:crypto';
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
  /** Which of the equal rows of its day this is, 1 for the first. Nothing where an id or a balance tells it from every other. */
  readonly nth?: number | null;
  /** The row's own bytes as text, kept as evidence. */
  readonly raw: string;
  /** What it becomes: records adding up to it exactly, nothing to do with the business, a move between own accounts, or not sorted yet. */
  readonly sorted: readonly NewRecord[] | 'not-business' | 'between-my-accounts' | null;
  /** The number of the person's rule that says so, or nothing if none does. */
  readonly rule?: number | null;
}

/** Parts of an identity stand apart by a mark that no text holds: words are read without control characters. */
export const identityFrom = (parts: readonly (string | number)[]): string =>
  hash('sha256', parts.join('\u001F'), 'hex');

/** The identity of the nth row of its day with this amount and these words. `owner` is the account as identities have it. */
export function identityOf(
  owner: string,
  { date, pence, balance, text }: Pick<NewBankRow, 'date' | 'pence' | 'balance' | 'text'>,
  nth: number,
): string {
  const words = text.normalize('NFKC').toUpperCase();
  return identityFrom(['row', owner, date, pence, balance ?? '', words, nth]);
}

const sha256Text = /^[0-9a-f]{64}$/;
/** An identity as the books keep it: half of a SHA-256 tells rows apart as surely, and the index of a million of them then fits in memory. 22 characters. */
export const identityKey = (identity: string): string =>
  sha256Text.test(identity) ? Buffer.from(identity.slice(0, 32), 'hex').toString('base64url') : identity;
