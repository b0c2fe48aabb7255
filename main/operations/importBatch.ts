/**
 * What does the ledger make of a batch of bank rows, when one of them cannot be taken?
 *
 * It refuses the batch and names the row. A row that cannot become what it was sorted as waits to be sorted by the person
 * instead; one that cannot be kept at all is refused, and the others go on.
 */
import { done, type Outcome, type Problem } from '../../shared/values/outcome.ts';
import type { NewBankRow } from '../bankRow.ts';
import type { LedgerClient } from '../ledger/api.ts';

export interface TakenBatch {
  readonly taken: readonly { readonly row: NewBankRow; readonly state: 'new' | 'already' }[];
  readonly refused: readonly { readonly line: number; readonly field: string; readonly problem: Problem }[];
}

const rowAt = /^rows\[(\d+)\](\.sorted)?/;

/** Refuses only what the ledger cannot get past: a full disk, another program writing. */
export async function takeBatch(ledger: LedgerClient, batch: readonly NewBankRow[]): Promise<Outcome<TakenBatch>> {
  const rows = [...batch];
  const refused: TakenBatch['refused'][number][] = [];
  for (;;) {
    const states = await ledger.importRows(rows);
    if (states.ok) {
      const taken = rows.map((row, i) => ({ row, state: states.value[i] ?? ('already' as const) }));
      return done({ taken, refused });
    }
    const found = rowAt.exec(states.problem.path);
    const index = Number(found?.[1]);
    const row = rows[index];
    if (found === null || row === undefined) return states;
    const waits = found[2] !== undefined && row.sorted !== null;
    rows.splice(index, 1, ...(waits ? [{ ...row, sorted: null, rule: null }] : []));
    if (!waits) refused.push({ line: row.line, field: '', problem: { ...states.problem, path: '' } });
  }
}
