/**
 * How does a whole file come in, also where it holds several accounts?
 *
 * Each account is an import, and an action, of its own: it can be undone by itself. None is kept before all of them were
 * read to their end, so that a fault in the last leaves nothing of the first.
 */
import type { AccountFound } from '../../shared/contract/imports.ts';
import { done, refuse, type Outcome } from '../../shared/values/outcome.ts';
import { ownerOf, type BankAccounts, type BankQuestion } from '../imports/read.ts';
import type { Instant, LedgerClient } from '../ledger/api.ts';
import type { HandedIn } from './files.ts';
import { mergedReport } from './importMerge.ts';
import { runImport, type ImportAsk, type ImportedFile, type Keep } from './importRun.ts';
import type { Watch } from './importWatch.ts';
import { accountNames } from './remembered.ts';

/** The accounts have to be named first; those that were named before are. */
export interface UnnamedAccounts {
  readonly unnamed: readonly AccountFound[];
}

/** As `runImport`, an account after the other where there are several: once these are being kept, nothing stops them half way. */
export async function importBankFile(
  ledger: LedgerClient,
  at: Instant,
  file: HandedIn,
  ask: ImportAsk,
  keep: Keep,
  watch?: Watch,
): Promise<Outcome<ImportedFile | BankQuestion | UnnamedAccounts>> {
  const first = await runImport(ledger, at, file, ask, keep, watch);
  if (!first.ok) return first;
  const several = hasOthers(first.value)
    ? await runImport(ledger, at, file, { ...ask, allAccounts: true }, keep, watch)
    : first;
  if (!several.ok) return several;
  if (!('accounts' in several.value)) return done(several.value);
  const named = await namesOf(ledger, several.value, ask);
  if (named.some(({ name }) => name === '')) {
    return done({ unnamed: named.map(({ shown: found, name }) => ({ found, name })) });
  }
  if (new Set(named.map(({ name }) => ownerOf(name))).size < named.length) return refuse('account-names-same', 'names');
  const run = (kept: Keep): Promise<Outcome<ImportedFile>> => eachAccount(ledger, at, file, { ask, named }, kept);
  const tried = await run(() => false);
  if (!tried.ok) return tried;
  return keep(tried.value.report.refusedCount) ? run(() => true) : tried;
}

const hasOthers = (found: object): boolean => 'otherAccounts' in found && found.otherAccounts === true;

interface Named {
  readonly key: string;
  readonly shown: string;
  readonly name: string;
}

/** What each account is called: as said now, or as it was called before. */
async function namesOf(
  ledger: LedgerClient,
  { accounts }: BankAccounts,
  { names }: ImportAsk,
): Promise<readonly Named[]> {
  const known = await accountNames(ledger);
  return accounts.map(({ key, shown }) => {
    const said = names.find(({ found }) => found === shown || `…${found}` === shown)?.name;
    return { key, shown, name: said ?? known(key) ?? '' };
  });
}

async function eachAccount(
  ledger: LedgerClient,
  at: Instant,
  file: HandedIn,
  { ask, named }: { readonly ask: ImportAsk; readonly named: readonly Named[] },
  keep: Keep,
): Promise<Outcome<ImportedFile>> {
  const imported: ImportedFile[] = [];
  for (const [i, { key, name }] of named.entries()) {
    const only = { key, first: i === 0 };
    const one = await runImport(ledger, at, file, { ...ask, account: name, only }, keep);
    if (!one.ok) return one;
    if (!('report' in one.value)) throw new Error('an account by itself was not read');
    imported.push(one.value);
  }
  const [first, ...others] = imported;
  if (first === undefined) throw new Error('a file of several accounts holds none');
  const refusal = imported.find((one) => one.refusal !== null)?.refusal ?? null;
  return done({ ...first, refusal, report: others.reduce((sum, one) => mergedReport(sum, one.report), first.report) });
}
