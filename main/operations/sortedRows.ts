/**
 * How do a bank file's rows come, sorted by the person's rules, as the ledger's thread takes them?
 *
 * As one text, a batch at a time, so that no other thread ever takes the rows apart. The few that a preview shows come with them
 * as they are.
 */
import { createReadStream } from 'node:fs';
import { done, type Outcome } from '../../shared/values/outcome.ts';
import type { NewBankRow } from '../bankRow.ts';
import {
  readBankFile,
  type BankAccounts,
  type BankQuestion,
  type BankRows,
  type Batch,
  type ReadingAsk,
} from '../imports/read.ts';
import type { LedgerSource } from '../ledger/api.ts';
import type { NumberedRule } from '../ledger/rulesApi.ts';
import { packRows } from '../packedRows.ts';
import { byRules } from './importRules.ts';

/** What a row's sorting depends on, besides the row. */
export interface Sorting {
  readonly rules: readonly NumberedRule[];
  readonly sources: readonly LedgerSource[];
  readonly account: string;
}
export interface ReadyBatch extends Omit<Batch, 'rows'> {
  /** The batch's rows, as `importPacked` takes them. */
  readonly packed: string;
  /** The first of them, as many as were wanted. */
  readonly first: readonly NewBankRow[];
}
/** What is known of a file of rows before they are read. */
export type KnownRows = Omit<BankRows, 'batches'>;
export interface ReadyRows extends KnownRows {
  /** Reads the file from its start; `wanted` says before each batch how many of its rows are to be shown. */
  batches(sorting: Sorting, wanted: () => number): AsyncGenerator<ReadyBatch>;
}

/** Reads a bank's file in this thread. Throws what the disk says of the file. */
export async function sortedRows(
  path: string,
  ask: ReadingAsk,
): Promise<Outcome<BankQuestion | BankAccounts | ReadyRows>> {
  const reading = await readBankFile(() => createReadStream(path), ask);
  if (!reading.ok) return reading;
  if (reading.value.kind !== 'rows') return done(reading.value);
  const { batches, ...known } = reading.value;
  return done({ ...known, batches: (sorting, wanted) => ready(batches(), sorting, wanted) });
}

async function* ready(
  batches: AsyncGenerator<Batch>,
  { rules, sources, account }: Sorting,
  wanted: () => number,
): AsyncGenerator<ReadyBatch> {
  const sort = byRules(rules, sources, account);
  for await (const { rows, ...counted } of batches) {
    const sorted = rows.map(sort);
    yield { ...counted, packed: packRows(sorted), first: sorted.slice(0, wanted()) };
  }
}
