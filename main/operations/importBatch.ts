/**
 * What does the ledger make of a batch of bank rows, when one of them cannot be taken?
 *
 * It refuses the batch and names the row. A row that cannot become what it was sorted as waits to be sorted by the person
 * instead; one that cannot be kept at all is refused, and the others go on.
 */
import { done, type Outcome, type Problem } from '../../shared/values/outcome.ts';
import type { NewBankRow } from '../bankRow.ts';
import { unpackRows } from '../packedRows.ts';
import type { LedgerClient } from '../ledger/api.ts';
import type { ReadyBatch } from './sortedRows.ts';

export interface TakenBatch {
  /** Of the rows taken, those first ones that are to be shown. */
  readonly shown: readonly { readonly row: NewBankRow; readonly state: 'new' | 'already' }[];
  readonly refused: readonly { readonly line: number; readonly field: string; readonly problem: Problem }[];
}

const rowAt = /^rows\[(\d+)\](\.sorted)?/;

/** Refuses only what the ledger cannot get past: a full disk, another program writing. */
export async function takeBatch(ledger: LedgerClient, { packed, first }: ReadyBatch): Promise<Outcome<TakenBatch>> {
  const states = await ledger.importPacked(packed);
  if (!states.ok) return takeOthers(ledger, unpackRows(packed), first.length, states);
  return done({ shown: first.map((row, i) => ({ row, state: states.value[i] ?? 'already' })), refused: [] });
}

async function takeOthers(
  ledger: LedgerClient,
  rows: NewBankRow[],
  shown: number,
  refusal: { readonly ok: false; readonly problem: Problem },
): Promise<Outcome<TakenBatch>> {
  const refused: TakenBatch['refused'][number][] = [];
  let states: Awaited<ReturnType<LedgerClient['importRows']>> = refusal;
  while (!states.ok) {
    const found = rowAt.exec(states.problem.path);
    const index = Number(found?.[1]);
    const row = rows[index];
    if (found === null || row === undefined) return states;
    const waits = found[2] !== undefined && row.sorted !== null;
    rows.splice(index, 1, ...(waits ? [{ ...row, sorted: null, rule: null }] : []));
    if (!waits) refused.push({ line: row.line, field: '', problem: { ...states.problem, path: '' } });
    states = await ledger.importRows(rows);
  }
  const { value } = states;
  return done({ shown: rows.slice(0, shown).map((row, i) => ({ row, state: value[i] ?? 'already' })), refused });
}
