/**
 * What may a window ask about what was done: correct it, remove it, take it back?
 *
 * The inputs and answers of `records.correct`, `records.remove`, `records.split`, `history.*` and `import.remove`.
 * Nothing is ever changed or deleted: each of them is one more action, and each can itself be undone.
 */
import { z } from 'zod';
import type { PlainDate } from '../values/dates.ts';
import type { Pounds } from '../values/money.ts';
import { sourceId } from './facts.ts';

const typed = z.string().max(200);
const words = z.string().max(10_000);
const id = z.int().positive();

const part = z.strictObject({
  source: sourceId,
  letting: sourceId.nullable().default(null),
  category: z.string().max(60),
  amount: typed,
  description: words,
});

/** The record as it should read. `amount: null` keeps the money that moved, whatever the category's direction. */
export const correction = z.strictObject({
  id,
  source: sourceId,
  letting: sourceId.nullable().default(null),
  date: typed,
  category: z.string().max(60),
  amount: typed.nullable().default(null),
  description: words,
});
/** Parts that add up to the record exactly: income less expenses. */
export const splitting = z.strictObject({ id, parts: z.array(part).min(2).max(50) });
/** `as` says what its bank row is then; a typed record has none. */
export const removal = z.strictObject({
  id,
  as: z.enum(['unsorted', 'not-business', 'between-my-accounts']).default('unsorted'),
});
export const historyPage = z.strictObject({
  after: z.int().positive().nullable().default(null),
  limit: z.int().min(1).max(500).default(100),
});
/** `import` is the action's number in the history. Without `anyway` an import whose records were changed since is refused. */
export const importRemoval = z.strictObject({ import: id, anyway: z.boolean().default(false) });

export interface Corrected {
  /** The record that stands in its place. */
  readonly id: number;
}
export interface Split {
  readonly ids: readonly number[];
}
export interface Removed {
  /** Records taken out: all of those made from the same bank row go together. */
  readonly removed: number;
}
export interface Stepped {
  /** The action undone or done again: its number in the history, and what it was. */
  readonly action: number;
  readonly what: string;
}
export interface ImportRemoved {
  readonly rows: number;
  readonly records: number;
  /** Records of it that had been corrected, split or sorted since, by number. */
  readonly changed: readonly number[];
}

export interface HistoryEntry {
  readonly action: number;
  /** ISO 8601, UTC, ending in Z. */
  readonly at: string;
  readonly what: string;
  /** `undo` and `redo` are steps themselves: `of` is the action they took back or did again. */
  readonly state: 'holds' | 'undone' | 'undo' | 'redo';
  readonly of: number | null;
  /** A bank file, and so something `import.remove` takes. */
  readonly isImport: boolean;
  /** The one record it added or took away; null where it is none, several, or removed for good. */
  readonly record: {
    readonly id: number;
    readonly date: PlainDate;
    readonly amount: Pounds;
    readonly description: string;
  } | null;
}
export interface HistoryShown {
  /** Newest first. */
  readonly actions: readonly HistoryEntry[];
  /** Give it back as `after` for the next page; null at the end. */
  readonly next: number | null;
  readonly count: number;
  /** What undo would take back and redo would do again; null where there is nothing. */
  readonly undo: Stepped | null;
  readonly redo: Stepped | null;
}
