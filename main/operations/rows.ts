/** Which bank rows are not sorted yet, and what are they? */
import type { BankRowPage, Parsed, Written } from '../../shared/contract/contract.ts';
import { toPounds } from '../../shared/values/money.ts';
import { done, type Outcome } from '../../shared/values/outcome.ts';
import type { Context } from './context.ts';
import { write } from './outlook.ts';

export async function listRows(page: Parsed<'rows.list'>, context: Context): Promise<Outcome<BankRowPage>> {
  const books = await context.books.opened();
  if (!books.ok) return books;
  const found = await books.value.ledger.unsorted(page);
  return done({
    rows: found.items.map(({ pence, ...row }) => ({ ...row, amount: toPounds(pence) })),
    next: found.next,
    count: found.count,
    moneyIn: toPounds(found.moneyIn),
    moneyOut: toPounds(found.moneyOut),
  });
}

export function sortRows(
  { rows, as }: Parsed<'rows.sort'>,
  context: Context,
): Promise<Outcome<Written<{ sorted: number }>>> {
  return write(context, ({ ledger }) => ledger.sortRows(context.clock.now(), rows, as));
}
