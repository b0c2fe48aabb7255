/**
 * Is exactly that gone which an action took away or undid?
 *
 * `gone` is kept, so it is derived again from the history while `verify` follows the chain: every row of an undone action,
 * and whatever an action that holds replaced or removed.
 */
import type { Verified } from './api.ts';
import type { Connection } from './connection.ts';
import { mayGo, takenBy, type RowRef } from './standing.ts';
import type { Payload } from './payloads.ts';
import type { HistoryTable } from './tables.ts';
import { takenCells } from './undo.ts';

/** How many rows of `gone` the history bears out so far. */
export interface GoneSoFar {
  count: number;
  /** The action being followed, whether it is undone, and what it was already found to have taken. */
  action: number;
  undone: boolean;
  readonly taken: Map<HistoryTable, Set<number>>;
}

export const nothingGone = (): GoneSoFar => ({ count: 0, action: 0, undone: false, taken: new Map() });

/** Goes on to the next action. */
export function followAction(connection: Connection, so: GoneSoFar, action: number): void {
  const last = connection
    .sql<{ kind: string }>('SELECT kind FROM reversal WHERE action = ? ORDER BY id DESC LIMIT 1')
    .get(action);
  so.action = action;
  so.undone = last?.kind === 'undo';
  so.taken.clear();
}

/** Counts what this payload of the action says is gone; answers the first that is not. */
export function goneMissing(
  connection: Connection,
  so: GoneSoFar,
  { table, columns, rows }: Payload,
): Verified['checks'][number] | undefined {
  const find = connection.sql('SELECT 1 FROM gone WHERE kind = ? AND id = ? AND by = ?');
  const missing = ({ table: kind, id }: RowRef, by: number): boolean => {
    so.count += 1;
    return find.get(kind, id, by) === undefined;
  };
  if (so.undone) {
    if (!mayGo(table)) return undefined;
    const stays = rows.find(([id]) => missing({ table, id }, -so.action));
    return stays === undefined ? undefined : differs({ table, id: stays[0] });
  }
  const known = takenAlready(so, table);
  for (const of of takenCells(table, columns, rows)) {
    if (of === null || known.has(of)) continue;
    known.add(of);
    const stays = takenBy(connection, table, of).find((ref) => missing(ref, so.action));
    if (stays !== undefined) return differs(stays);
  }
  return undefined;
}

/** Two tables may take rows of the same one away: a record that replaces another, and a removal. */
const takesAs: Partial<Readonly<Record<HistoryTable, HistoryTable>>> = {
  removal: 'record',
  sorting_rule_removal: 'sorting_rule',
};

function takenAlready({ taken }: GoneSoFar, table: HistoryTable): Set<number> {
  const kind = takesAs[table] ?? table;
  const known = taken.get(kind) ?? new Set<number>();
  taken.set(kind, known);
  return known;
}

const differs = ({ table, id }: RowRef): Verified['checks'][number] => ({
  code: 'totals-differ',
  detail: `${table.replaceAll('_', ' ')} ${id}`,
});

/** Rows of `gone` that no action bears out. */
export function goneAdded(connection: Connection, so: GoneSoFar): Verified['checks'][number] | undefined {
  const kept = connection.sql<{ count: number }>('SELECT count(*) AS count FROM gone').get()?.count ?? 0;
  return kept === so.count ? undefined : { code: 'totals-differ', detail: 'what is gone' };
}
