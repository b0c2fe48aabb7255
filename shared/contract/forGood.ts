/**
 * What may a window ask about removing something for good?
 *
 * First what would go and which copies still have it, then the removal itself, confirmed: the one thing without a way back.
 */
import { z } from 'zod';
import type { Moment } from './keeping.ts';

const id = z.int().positive();

/** An import by its number in the history, a record or a file by its id. */
const of = z.union([
  z.strictObject({ import: id }),
  z.strictObject({ record: id }),
  z.strictObject({ attachment: id }),
]);
export const forGood = z.strictObject({ of });
/** `confirm` says that the person has seen what goes. */
export const confirmedForGood = z.strictObject({ of, confirm: z.literal(true) });

/** Bank rows, records of every version, and files kept with them. */
export interface ForGood {
  readonly rows: number;
  readonly records: number;
  readonly files: number;
}
export interface CopyWithIt {
  readonly name: string;
  /** When an automatic backup was made; null for a file that was replaced. */
  readonly at: Moment | null;
}
export interface ForGoodShown extends ForGood {
  /** Copies that have it too: automatic backups, and replaced files beside the books. */
  readonly copies: readonly CopyWithIt[];
}
export interface RemovedForGood extends ForGood {
  /** Nothing of it is left in the file. False: another program was reading; it is done when the books next open. */
  readonly swept: boolean;
}
