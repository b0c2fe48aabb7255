/**
 * How does a bank lay out its file?
 *
 * A bank is one short file of these values, and a line in `all.ts`. Columns are named as the bank heads them, never by
 * place: a column that moves is found again, and a column that is not there is noticed.
 */
import type { Delimiter } from '../csv.ts';
import type { DateOrder } from '../fields.ts';

export interface BankProfile {
  /** Kept with every import: never changed once it was used. */
  readonly id: string;
  /** The bank as a person names it. */
  readonly name: string;
  /** Columns without which the file is not this bank's. Letter case and runs of spaces do not matter. */
  readonly header: readonly string[];
  /**
   * What the layout rests on: `high`, a real file or several independent programs; `medium`, one program; `low`, one
   * description, which `how` then says.
   */
  readonly confidence: 'high' | 'medium' | 'low';
  /** The header has these columns, in this order, and no others: for names that many banks use. */
  readonly whole?: true;
  /** The file may have no header: then these are its columns by place, and their number is the rows' width. */
  readonly places?: readonly string[];
  /** What the rows themselves must show before a header of common words, or none, counts as this bank's. */
  readonly proof?: Proof;
  /** What stands between its columns, where that alone tells it from another bank's file. */
  readonly delimiter?: Delimiter;
  readonly dateOrder: DateOrder;
  readonly columns: ProfileColumns;
  /** A credit card's way: what was spent has no minus, what was paid off has one. */
  readonly chargeIsPositive?: true;
  /** A column that says which way the money went; the amount itself has no sign. */
  readonly direction?: { readonly column: string; readonly in: readonly string[]; readonly out: readonly string[] };
  /** Rows that are no money moved (yet), by how a cell begins; where `without` is named, only if that cell is empty. */
  readonly passOver?: { readonly column: string; readonly begins: readonly string[]; readonly without?: string };
  /** How a line may begin that stands after the rows. */
  readonly footer?: readonly string[];
  /** Money out is written with a minus even in its own column. */
  readonly outIsNegative?: true;
  /** A cell that says money only moved between the person's own pots or accounts. */
  readonly ownMoves?: { readonly column: string; readonly says: readonly string[] };
}

/** `balances`: each follows from the one before. Otherwise nine rows in ten have a cell that fits. */
export type Proof = 'balances' | { readonly column: string; readonly fits: RegExp };

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
  /** Sort code and account number, or a card's number, in one cell. */
  readonly account?: string;
  /** What the bank took besides the amount, as a size: it becomes a row of its own. */
  readonly fee?: string;
  /** Anything but GBP in it refuses the row. */
  readonly currency?: string;
}
