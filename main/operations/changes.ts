/** How is what was done corrected, removed or taken back? */
import type { Corrected, HistoryShown, ImportRemoved, Removed, Split, Stepped } from '../../shared/contract/changes.ts';
import type { Parsed, Written } from '../../shared/contract/contract.ts';
import type { ImportShown } from '../../shared/contract/imports.ts';
import { toPounds } from '../../shared/values/money.ts';
import { done, refuse, type Outcome } from '../../shared/values/outcome.ts';
import { parseTypedDate, parseTypedMoney } from '../../shared/values/typed.ts';
import { inLondon } from '../clock.ts';
import type { HistoryPage, SplitPart } from '../ledger/api.ts';
import type { Context } from './context.ts';
import { write } from './outlook.ts';

/** The record as it should read; what cannot be read is refused by its field. */
export function correctRecord(
  typed: Parsed<'records.correct'>,
  context: Context,
): Promise<Outcome<Written<Corrected>>> {
  return write(context, async ({ ledger, asAt }) => {
    const { amount, date: dateText, ...rest } = typed;
    const date = parseTypedDate(dateText, asAt());
    if (date === undefined) return refuse('date-unreadable', 'date', { found: dateText });
    const pence = amount === null ? null : parseTypedMoney(amount);
    if (pence === undefined) return refuse('amount-unreadable', 'amount', { found: amount ?? '' });
    const corrected = await ledger.correctRecord(context.clock.now(), { ...rest, date, pence });
    return corrected.ok || corrected.problem.path !== 'pence'
      ? corrected
      : refuse(corrected.problem.code, 'amount', corrected.problem.values);
  });
}

/** The parts put in one record's place. */
export function splitRecord(
  { id, parts }: Parsed<'records.split'>,
  context: Context,
): Promise<Outcome<Written<Split>>> {
  return write(context, async ({ ledger }) => {
    const read: SplitPart[] = [];
    for (const [i, { amount, ...part }] of parts.entries()) {
      const pence = parseTypedMoney(amount);
      if (pence === undefined) return refuse('amount-unreadable', `parts[${i}].amount`, { found: amount });
      read.push({ ...part, pence });
    }
    return ledger.splitRecord(context.clock.now(), id, read);
  });
}

export function removeRecord(
  { id, as }: Parsed<'records.remove'>,
  context: Context,
): Promise<Outcome<Written<Removed>>> {
  return write(context, ({ ledger }) => ledger.removeRecord(context.clock.now(), id, as));
}

export async function listHistory(page: Parsed<'history.list'>, context: Context): Promise<Outcome<HistoryShown>> {
  const books = await context.books.opened();
  return books.ok ? done(historyShown(await books.value.ledger.history(page))) : books;
}

/** A page of the history as it leaves the books, amounts in pounds. */
export function historyShown({ actions, ...page }: HistoryPage): HistoryShown {
  const shown = actions.map(({ record, ...action }) => {
    if (record === null) return { ...action, record };
    const { pence, ...rest } = record;
    return { ...action, record: { ...rest, amount: toPounds(pence) } };
  });
  return { ...page, actions: shown };
}

export function undo(_: unknown, context: Context): Promise<Outcome<Written<Stepped>>> {
  return write(context, ({ ledger }) => ledger.undo(context.clock.now()));
}

export function redo(_: unknown, context: Context): Promise<Outcome<Written<Stepped>>> {
  return write(context, ({ ledger }) => ledger.redo(context.clock.now()));
}

/** Bank files that stand, the last to come in first. */
export async function listImports(context: Context): Promise<Outcome<readonly ImportShown[]>> {
  const books = await context.books.opened();
  if (!books.ok) return books;
  const found = await books.value.ledger.imports();
  return done(found.map(({ action, at, ...file }) => ({ import: action, at: inLondon(at), ...file })));
}

export function removeImport(
  { import: action, anyway }: Parsed<'import.remove'>,
  context: Context,
): Promise<Outcome<Written<ImportRemoved>>> {
  return write(context, ({ ledger }) => ledger.removeImport(context.clock.now(), action, anyway));
}
