/**
 * What does a ledger take of a bank's file, and what does it say of it?
 *
 * Part of `api.ts`: an import from begin to end, and the rows it holds as a question.
 */
import type { PlainDate } from '../../shared/values/dates.ts';
import type { Pence } from '../../shared/values/money.ts';
import type { Outcome } from '../../shared/values/outcome.ts';
import type { NewBankRow } from '../bankRow.ts';
import type { Instant, StoredBankRow } from './api.ts';
import type { Answered } from './rulesApi.ts';

export interface ImportStart {
  readonly at: Instant;
  readonly account: string;
  readonly file: string;
  /** SHA-256 of the file's bytes, lower-case hex. */
  readonly sha256: string;
  readonly profile: string | null;
  /** The account as it stands in identities (`ownerOf`); without it no row is held as a question. */
  readonly owner?: string;
}
export interface ImportTally {
  readonly fresh: number;
  readonly already: number;
  readonly recorded: number;
  readonly setAside: number;
  readonly unsorted: number;
  /** Rows that may be ones the books have already: held as a question. */
  readonly held: number;
}
/** A row of the file just read that is held, and the row of an earlier file that it is equal to. */
export interface HeldLine {
  readonly line: number;
  readonly date: PlainDate;
  readonly text: string;
  readonly pence: Pence;
  readonly alike: { readonly file: string; readonly line: number };
}
export interface ImportEnded extends ImportTally {
  readonly heldRows: readonly HeldLine[];
}
/** A held row by the number of its bank row; `alike` is null where the row it is equal to is no longer in the books. */
export interface HeldRow extends StoredBankRow {
  readonly file: string;
  readonly line: number;
  readonly alike: { readonly file: string; readonly line: number } | null;
}
/** A bank file that stands in the books. */
export interface StoredImport {
  /** Its number in the history: what `removeImport` and `erase` take. */
  readonly action: number;
  readonly at: Instant;
  /** What it brought, in the history's words: "120 new rows". */
  readonly brought: string;
  readonly file: string;
  readonly account: string;
  /** The days of its rows; null in books from before they were kept. */
  readonly first: PlainDate | null;
  readonly last: PlainDate | null;
}
export type HeldAnswer = 'same' | 'another';

export interface ImportWrites {
  /** One import is one action: begin, rows in batches, end. `commit: false` undoes the whole and gives the same tally. */
  importBegin(start: ImportStart): Outcome<null>;
  /** For each row, whether it is new or was there already. */
  importRows(rows: readonly NewBankRow[]): Outcome<readonly ('new' | 'already')[]>;
  /** `learnt` are answers kept with the import, unless they hold already. */
  importEnd(commit: boolean, learnt?: readonly Answered[]): Outcome<ImportEnded>;
  /** Held rows, by the numbers of their bank rows: the one the books have already, or another that becomes what that one became. */
  answerHeld(at: Instant, rows: readonly number[], answer: HeldAnswer): Outcome<{ readonly answered: number }>;
}
