/**
 * What does a bank row become in the books, as far as that is certain?
 *
 * Money in is the main income of the source the person named; into a property it goes to its letting where there is only
 * one. Everything else waits to be sorted by the person: nothing is guessed.
 */
import type { NewBankRow, NewRecord } from '../bankRow.ts';
import { mainIncome, type SourceKind } from '../../shared/policy/categories.ts';
import type { Pence } from '../../shared/values/money.ts';
import type { RowReading } from './row.ts';

/** The source whose income the person said this account receives. */
export interface IncomeSource {
  readonly id: string;
  readonly kind: SourceKind;
  readonly lettings: readonly { readonly id: string }[];
}
type Row = Pick<NewBankRow, 'date' | 'text' | 'pence'> & Partial<Pick<RowReading, 'gross'>>;

/** Where a fee goes that was taken off before the money arrived. */
const feeCategory: Readonly<Record<SourceKind, string>> = {
  'self-employment': 'financeCharges',
  'uk-property': 'professionalFees',
  'foreign-property': 'professionalFees',
};

/**
 * `sorted` of £80 in, for a trade, is one record of £80 in `turnover`; of £100 charged and £20 taken off it, £100 in
 * `turnover` and £20 in `financeCharges`. A move between own pots is set aside; a row of nil moves no money and is no
 * business of the books. Null is "not sorted yet".
 */
export function sorted(row: Row, ownMove: boolean, source: IncomeSource | null): NewBankRow['sorted'] {
  if (ownMove) return 'between-my-accounts';
  const { gross = null } = row;
  if (row.pence === 0 && (gross === null || gross.pence === 0)) return 'not-business';
  if (source === null || source.lettings.length > 1) return null;
  if (gross === null) return row.pence < 0 ? null : [recordOf(row, source, mainIncome(source.kind), row.pence)];
  if (gross.pence <= 0 || gross.taken < 0) return null;
  const income = recordOf(row, source, mainIncome(source.kind), gross.pence);
  return gross.taken === 0 ? [income] : [income, recordOf(row, source, feeCategory[source.kind], gross.taken)];
}

const recordOf = ({ date, text }: Row, source: IncomeSource, category: string, pence: Pence): NewRecord => ({
  source: source.id,
  letting: source.lettings[0]?.id ?? null,
  date,
  category,
  pence,
  description: text,
});
