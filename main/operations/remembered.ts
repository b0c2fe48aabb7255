/**
 * What is remembered of how an account's files were read?
 *
 * Columns that a person named are kept with the import, as an answer of theirs: undoing the import forgets them. They are
 * found again by the account and by how the file is laid out.
 */
import { hash } from 'node:crypto';
import { z } from 'zod';
import { columnMapping } from '../../shared/contract/contract.ts';
import { importedAs } from '../../shared/wording/importReport.ts';
import { ownerOf, type ReadBefore } from '../imports/read.ts';
import type { LedgerClient } from '../ledger/api.ts';
import type { Answered } from '../ledger/rulesApi.ts';
import type { ImportAsk } from './importRun.ts';
import type { KnownRows } from './sortedRows.ts';

const about = z.strictObject({
  account: z.string(),
  layout: z.strictObject({
    delimiter: z.enum([',', ';', '|', '\t']),
    width: z.int(),
    names: z.array(z.string()).readonly(),
  }),
});

/** How files of this account were read by columns a person named, the latest first. */
export async function readBefore(ledger: LedgerClient, account: string): Promise<readonly ReadBefore[]> {
  const answers = await ledger.answers('columns');
  const owner = ownerOf(account);
  return answers.toReversed().flatMap(({ about: of, answer }) => {
    const [file, mapping] = [about.safeParse(parsed(of)), columnMapping.safeParse(parsed(answer))];
    if (!file.success || !mapping.success || file.data.account !== owner) return [];
    return [{ layout: file.data.layout, mapping: mapping.data }];
  });
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

/** An account's number is kept as its hash alone, so that none is left when a statement is removed for good. */
const hashed = (number: string): string => hash('sha256', number);

/** What the account with a number is called, for each number that a file named; undefined for any other. */
export async function accountNames(ledger: LedgerClient): Promise<(number: string) => string | undefined> {
  const names = new Map((await ledger.answers('account')).map(({ about: number, answer }) => [number, answer]));
  return (number) => names.get(hashed(number));
}

/** A sentence where rows of this account came in under another name before; the same rows would come in twice. */
export async function otherName(
  ledger: LedgerClient,
  { account }: ImportAsk,
  { account: number }: KnownRows,
): Promise<readonly string[]> {
  if (number === null) return [];
  const name = (await accountNames(ledger))(number);
  return name === undefined || ownerOf(name) === ownerOf(account) ? [] : [importedAs(number.slice(-4), name)];
}

/** What this import teaches: what the account with that number is called, and the columns, if the person named them. */
export function learnt({ account, mapping }: ImportAsk, { layout, account: number }: KnownRows): readonly Answered[] {
  const called = number === null ? [] : [{ question: 'account', about: hashed(number), answer: account }];
  if (mapping === null || layout === null) return called;
  const of = JSON.stringify({ account: ownerOf(account), layout });
  return [...called, { question: 'columns', about: of, answer: JSON.stringify(mapping) }];
}
