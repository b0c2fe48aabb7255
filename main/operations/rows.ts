/** Which bank rows are not sorted yet, held or set aside, and what are they? */
import type { BankRowPage, Parsed, SetAsidePage, Written } from '../../shared/contract/contract.ts';
import type { HeldRowShown } from '../../shared/contract/imports.ts';
import { toPounds } from '../../shared/values/money.ts';
import { done, type Outcome } from '../../shared/values/outcome.ts';
import { equalIsGone, equalTo } from '../../shared/wording/importReport.ts';
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

export async function listSetAside(page: Parsed<'rows.setAside'>, context: Context): Promise<Outcome<SetAsidePage>> {
  const books = await context.books.opened();
  if (!books.ok) return books;
  const { items, next } = await books.value.ledger.setAside(page);
  return done({ rows: items.map(({ pence, ...row }) => ({ ...row, amount: toPounds(pence) })), next });
}

export function putBack(
  { rows }: Parsed<'rows.putBack'>,
  context: Context,
): Promise<Outcome<Written<{ putBack: number }>>> {
  return write(context, ({ ledger }) => ledger.putBack(context.clock.now(), rows));
}

/** Bank rows that may be ones the books have already, oldest first. */
export async function listHeld(context: Context): Promise<Outcome<readonly HeldRowShown[]>> {
  const books = await context.books.opened();
  if (!books.ok) return books;
  const held = await books.value.ledger.held();
  return done(
    held.map(({ id, account, date, text, pence, alike }) => {
      const message = alike === null ? equalIsGone : equalTo(alike.file, alike.line);
      return { id, account, date, text, amount: toPounds(pence), message, maybeSame: alike !== null };
    }),
  );
}

export function answerHeld(
  { rows, answer }: Parsed<'rows.answer'>,
  context: Context,
): Promise<Outcome<Written<{ answered: number }>>> {
  return write(context, ({ ledger }) => ledger.answerHeld(context.clock.now(), rows, answer));
}
