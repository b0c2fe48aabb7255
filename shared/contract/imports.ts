/**
 * What may a window ask about a bank's file, and what does it hear of it?
 *
 * The inputs and answers of `import.read`, `import.commit`, `rows.held` and `rows.answer`.
 */
import { z } from 'zod';
import type { PlainDate } from '../values/dates.ts';
import type { Pounds } from '../values/money.ts';
import { sourceId } from './facts.ts';
import type { Moment } from './keeping.ts';

/** Columns of a file no profile knows, counted from 0. Either `amount`, or `moneyIn` and `moneyOut`, or `gross`, `fee` and `net`. */
export const columnMapping = z.strictObject({
  date: z.int().nonnegative(),
  dateOrder: z.enum(['day-first', 'month-first', 'year-first']),
  description: z.int().nonnegative(),
  amount: z.int().nonnegative().nullable(),
  moneyIn: z.int().nonnegative().nullable(),
  moneyOut: z.int().nonnegative().nullable(),
  balance: z.int().nonnegative().nullable(),
  /** What was spent has no minus, as on many cards. */
  inverted: z.boolean().optional(),
  /** A column that says CR or DR; the amount itself has no sign. */
  direction: z.int().nonnegative().nullable().optional(),
  /** What was charged, what was taken off it, and what arrived. */
  gross: z.int().nonnegative().nullable().optional(),
  fee: z.int().nonnegative().nullable().optional(),
  net: z.int().nonnegative().nullable().optional(),
});
export type ColumnMapping = z.infer<typeof columnMapping>;

/** A bank file that stands in the books. */
export interface ImportShown {
  /** Its number in the history: what `import.remove` and `history.forGood` take. */
  readonly import: number;
  readonly at: Moment;
  readonly file: string;
  readonly account: string;
  /** What it brought: "120 new rows". */
  readonly brought: string;
  /** The days of its rows; null in books from before they were kept. */
  readonly first: PlainDate | null;
  readonly last: PlainDate | null;
}

export interface ImportRefusal {
  readonly line: number;
  readonly field: string;
  readonly message: string;
}
export interface ImportHeld {
  readonly line: number;
  readonly date: PlainDate;
  readonly text: string;
  readonly amount: Pounds;
  /** Which row it may be the same as, in words. */
  readonly message: string;
}
export interface ImportLeftOut {
  readonly line: number;
  readonly message: string;
}
export interface ImportReport {
  readonly file: string;
  readonly account: string;
  /** The bank's layout as recognised, or null when the columns were named by hand. */
  readonly profile: string | null;
  /** How the file was read, in sentences: "Commas, header on line 5 …". */
  readonly how: readonly string[];
  readonly rows: number;
  readonly fresh: number;
  readonly already: number;
  /** Rows that may be ones the books have already: neither dropped nor added until the person says which. */
  readonly held: number;
  readonly heldRows: readonly ImportHeld[];
  /** All that were refused; `refused` lists the first of them. */
  readonly refusedCount: number;
  readonly refused: readonly ImportRefusal[];
  /** Rows that moved no money (yet), such as a pending payment; the first of them are listed. */
  readonly leftOutCount: number;
  readonly leftOut: readonly ImportLeftOut[];
  /** Of the fresh ones: became records, set aside as moves between own accounts, not sorted yet. */
  readonly recorded: number;
  readonly setAside: number;
  readonly unsorted: number;
  readonly from: PlainDate | null;
  readonly to: PlainDate | null;
  readonly moneyIn: Pounds;
  readonly moneyOut: Pounds;
  /** What the balances say: rows that do not follow from the one before. */
  readonly gaps: readonly string[];
  /** The first rows as they will be. */
  readonly sample: readonly {
    line: number;
    date: PlainDate;
    text: string;
    amount: Pounds;
    state: 'new' | 'already' | 'held';
    becomes: string;
    /** The sorting rule that says so, or null if none does. */
    rule: number | null;
  }[];
  /** Null until it is in the books. */
  readonly imported: boolean;
}

export interface MappingColumn {
  readonly index: number;
  readonly header: string;
  readonly examples: readonly string[];
}
export interface ImportReading {
  readonly report: ImportReport | null;
  /** Given when the columns must be named by hand, or may be corrected. */
  readonly columns: readonly MappingColumn[];
  readonly mapping: ColumnMapping | null;
  /** Why there is no report yet, in words. */
  readonly question: string | null;
  /** The accounts of a file that holds several, by their last digits; `name` is '' for one that has not been named. */
  readonly accounts: readonly AccountFound[];
}
export interface AccountFound {
  readonly found: string;
  readonly name: string;
}

export const importRequest = z.strictObject({
  file: z.string().max(100),
  account: z.string().min(1).max(80),
  source: sourceId.nullable().default(null),
  /** Of the source: the property whose rent this account receives. */
  letting: sourceId.nullable().default(null),
  profile: z.string().max(40).nullable().default(null),
  mapping: columnMapping.nullable().default(null),
  /** For a file that holds several accounts: what each is called, by its last digits. */
  names: z
    .array(z.strictObject({ found: z.string().max(40), name: z.string().min(1).max(80) }))
    .max(50)
    .default([]),
});

/** Bank rows by number, and whether each is the row the books have already or another. */
export const heldAnswer = z.strictObject({
  rows: z.array(z.int().positive()).min(1).max(10_000),
  answer: z.enum(['same', 'another']),
});
export interface HeldRowShown {
  readonly id: number;
  readonly account: string;
  readonly date: PlainDate;
  readonly text: string;
  readonly amount: Pounds;
  /** The row it may be the same as, in words. */
  readonly message: string;
  /** False where that row is no longer in the books: it can only be kept as another. */
  readonly maybeSame: boolean;
}
