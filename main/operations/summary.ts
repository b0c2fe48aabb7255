/** What did a tax year come to, on the screen and as a file for the accountant? */
import type { FileMade, Parsed } from '../../shared/contract/contract.ts';
import { yearSummary, type YearSummary } from '../../shared/rules/yearSummary.ts';
import { wholeYear, type TaxYear } from '../../shared/values/dates.ts';
import { done, type Outcome } from '../../shared/values/outcome.ts';
import { summaryCsv, summaryName } from '../exports/summaryCsv.ts';
import type { LedgerClient } from '../ledger/api.ts';
import type { Context } from './context.ts';
import { soundBooks } from './soundBooks.ts';

export async function summaryOf(ledger: LedgerClient, taxYear: TaxYear): Promise<YearSummary> {
  return yearSummary(taxYear, await ledger.sources(), await ledger.sums(wholeYear(taxYear)));
}

export async function readSummary(
  { taxYear }: Parsed<'summary.read'>,
  context: Context,
): Promise<Outcome<YearSummary>> {
  const books = await context.books.opened();
  return books.ok ? done(await summaryOf(books.value.ledger, taxYear)) : books;
}

export async function makeExport({ taxYear }: Parsed<'export.make'>, context: Context): Promise<Outcome<FileMade>> {
  const books = await context.books.opened();
  if (!books.ok) return books;
  const sound = await soundBooks(books.value.ledger);
  if (!sound.ok) return sound;
  const bytes = summaryCsv(await summaryOf(books.value.ledger, taxYear));
  return done(context.files.offer(summaryName(taxYear), bytes));
}
