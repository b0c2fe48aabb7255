/**
 * What is remembered of how an account's files were read?
 *
 * Columns that a person named are kept with the import, as an answer of theirs: undoing the import forgets them. They are
 * found again by the account and by how the file is laid out.
 */
import { z } from 'zod';
import { columnMapping } from '../../shared/contract/contract.ts';
import { ownerOf, type BankRows, type ReadBefore } from '../imports/read.ts';
import type { LedgerClient } from '../ledger/api.ts';
import type { Answered } from '../ledger/rulesApi.ts';
import type { ImportAsk } from './importRun.ts';

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

/** What this import teaches: the columns, if the person named them. */
export function learnt({ account, mapping }: ImportAsk, { layout }: BankRows): readonly Answered[] {
  if (mapping === null || layout === null) return [];
  const of = JSON.stringify({ account: ownerOf(account), layout });
  return [{ question: 'columns', about: of, answer: JSON.stringify(mapping) }];
}
