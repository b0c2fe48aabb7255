/** What can be asked of a ledger about removing something for good? */
import type { Outcome } from '../../shared/values/outcome.ts';
import type { Instant } from './api.ts';

/** What to remove for good: an import by its number in the history, a record or a file by its id. */
export type Erasing = { readonly import: number } | { readonly record: number } | { readonly attachment: number };
export interface Erased {
  /** Bank rows, records of every version, and files kept with them. */
  readonly rows: number;
  readonly records: number;
  readonly files: number;
  /** Nothing of it is left in the file. False: another program was reading; it is done when the books next open. */
  readonly swept: boolean;
}
/** What would go. */
export interface ErasurePreview extends Omit<Erased, 'swept'> {
  /** Names of copies that have it too, as far as they can be read: in the backups folder and beside the books. */
  readonly copies: readonly string[];
}

export interface ErasureReads {
  /** What `erase` would take, and which copies in that folder and beside the books still have it. */
  erasure(of: Erasing, folder: string | null): Outcome<ErasurePreview>;
}
export interface ErasureWrites {
  /** Removes for good: the one thing that cannot be undone. */
  erase(at: Instant, of: Erasing): Outcome<Erased>;
}
