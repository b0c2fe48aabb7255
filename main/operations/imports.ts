/** What is in this bank file, and how does it get into the books? */
import type { ImportReading, ImportReport, Parsed, Written } from '../../shared/contract/contract.ts';
import { done, refuse, type Outcome } from '../../shared/values/outcome.ts';
import { nameAccounts } from '../../shared/wording/importReport.ts';
import type { Context } from './context.ts';
import { importBankFile } from './importFile.ts';
import { write } from './outlook.ts';

/** Everything as it will be, and nothing kept. */
export async function readImport(
  { file, ...ask }: Parsed<'import.read'>,
  context: Context,
): Promise<Outcome<ImportReading>> {
  const books = await context.books.opened();
  if (!books.ok) return books;
  const handed = context.files.handedIn(file);
  if (!handed.ok) return handed;
  const read = await context.importing.watched((watch) =>
    importBankFile(books.value.ledger, context.clock.now(), handed.value, ask, () => false, watch),
  );
  if (!read.ok) return read;
  if ('question' in read.value) {
    const { columns, mapping, question } = read.value;
    return done({ report: null, columns, mapping, question, accounts: [] });
  }
  if ('unnamed' in read.value) {
    const { unnamed: accounts } = read.value;
    const question = nameAccounts(accounts.map(({ found }) => found));
    return done({ report: null, columns: [], mapping: null, question, accounts });
  }
  const { reading, report } = read.value;
  return done({ report, columns: reading.columns, mapping: reading.mapping, question: null, accounts: [] });
}

/** The rows that can be read go into the books as one action; those that cannot are in the report, as in the preview. */
export function commitImport(
  { file, ...ask }: Parsed<'import.commit'>,
  context: Context,
): Promise<Outcome<Written<ImportReport>>> {
  return write(context, async ({ ledger, which }) => {
    if (which === 'example') return refuse('example-closed-to-imports');
    const handed = context.files.handedIn(file);
    if (!handed.ok) return handed;
    await context.books.beforeImport();
    const read = await context.importing.watched((watch) =>
      importBankFile(ledger, context.clock.now(), handed.value, ask, () => true, watch),
    );
    if (!read.ok) return read;
    if ('question' in read.value) return refuse('columns-unnamed', 'mapping', { question: read.value.question });
    if ('unnamed' in read.value) {
      const accounts = read.value.unnamed.map(({ found }) => found).join(', ');
      return refuse('accounts-unnamed', 'names', { accounts });
    }
    return done(read.value.report);
  });
}

/** Rows read so far of the import under way; null where none is. It waits for nothing. */
export const readProgress = ({ importing }: Context): Promise<Outcome<{ readonly rows: number | null }>> =>
  Promise.resolve(done({ rows: importing.rows() }));

/** The import under way is undone whole, and its answer is a refusal that says so. */
export function stopImport(context: Context): ReturnType<typeof readProgress> {
  context.importing.stop();
  return readProgress(context);
}
