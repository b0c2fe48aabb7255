/**
 * How does a bank lay out its file?
 *
 * A bank is one short file of these values, and a line in `all.ts`. Columns are named as the bank heads them, never by
 * place: a column that moves is found again, and a column that is not there is noticed.
 */
import type { DateOrder } from '../fields.ts';

export interface BankProfile {
  /** Kept with every import: never changed once it was used. */
  readonly id: string;
  /** The bank as a person names it. */
  readonly name: string;
  /** Columns without which the file is not this bank's. Letter case and runs of spaces do not matter. */
  readonly header: readonly string[];
  readonly dateOrder: DateOrder;
  readonly columns: ProfileColumns;
  /** Money out is written with a minus even in its own column. */
  readonly outIsNegative?: true;
  /** A cell that says money only moved between the person's own pots or accounts. */
  readonly ownMoves?: { readonly column: string; readonly says: readonly string[] };
}

/** The bank's names for what a row holds. `amount` is signed; `moneyIn` and `moneyOut` are not. Given both, they must agree. */
export interface ProfileColumns {
  readonly date: string;
  /** The first is the row's words; later ones follow where they say something else. */
  readonly text: readonly string[];
  readonly amount?: string;
  readonly moneyIn?: string;
  readonly moneyOut?: string;
  readonly balance?: string;
  /** The bank's own id of the row, unique for ever. */
  readonly bankId?: string;
  readonly sortCode?: string;
  readonly accountNumber?: string;
  /** Anything but GBP in it refuses the row. */
  readonly currency?: string;
}
