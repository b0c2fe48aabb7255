/**
 * What does a bank row become in the books, as far as that is certain?
 *
 * Money in is the main income of the source the person named; into a property it goes to its letting where there is only
 * one. Everything else waits to be sorted by the person: nothing is guessed.
 */
import type { NewBankRow } from '../bankRow.ts';
import { mainIncome, type SourceKind } from '../../shared/policy/categories.ts';

/** The source whose income the person said this account receives. */
export interface IncomeSource {
  readonly id: string;
  readonly kind: SourceKind;
  readonly lettings: readonly { readonly id: string }[];
}
type Row = Pick<NewBankRow, 'date' | 'text' | 'pence'>;

/**
 * `sorted` of £80 in, for a trade, is one record of £80 in `turnover`. A move between own pots is set aside; a row of
 * nil moves no money and is no business of the books. Null is "not sorted yet".
 */
export function sorted(row: Row, ownMove: boolean, source: IncomeSource | null): NewBankRow['sorted'] {
  if (ownMove) return 'between-my-accounts';
  if (row.pence === 0) return 'not-business';
  if (source === null || row.pence < 0 || source.lettings.length > 1) return null;
  return [
    {
      source: source.id,
      letting: source.lettings[0]?.id ?? null,
      date: row.date,
      category: mainIncome(source.kind),
      pence: row.pence,
      description: row.text,
    },
  ];
}
