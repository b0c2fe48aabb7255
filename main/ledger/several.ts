/**
 * How are many records changed, or taken out, in one action that one undo takes back?
 *
 * What a record by itself would be refused for refuses the whole, and names it; nothing is then changed.
 */
import { done, refuse, type Outcome } from '../../shared/values/outcome.ts';
import type { ChangeOfSeveral, Instant, RemovedAs } from './api.ts';
import type { Connection } from './connection.ts';
import { byId, correct, standingRecord, takeOut, type Standing } from './corrections.ts';
import { act } from './history.ts';

/** The record as it should read: what is not said stays, but a property belongs to its source. */
function changed(old: Standing, { source, letting, category }: ChangeOfSeveral) {
  const moves = source !== null && source !== old.source;
  return {
    source: source ?? old.source,
    letting: letting ?? (moves ? null : old.letting),
    category: category ?? old.category,
    date: old.date as never,
    description: old.description,
    pence: null,
  };
}

/** Gives records another source, property or category; how many are different now. None different is no action. */
export function changeRecords(
  connection: Connection,
  at: Instant,
  ids: readonly number[],
  change: ChangeOfSeveral,
): Outcome<{ readonly changed: number }> {
  return act(connection, at, (draft) => {
    const sources = byId(connection);
    let n = 0;
    for (const id of new Set(ids)) {
      const old = standingRecord(connection, id);
      if (old === undefined) return refuse('record-unknown', 'records', { record: id });
      const stands = correct(draft, sources, old, changed(old, change));
      if (!stands.ok) return stands;
      if (stands.value !== id) n += 1;
    }
    const what = n === 0 ? null : `Changed ${n} record${n === 1 ? '' : 's'}`;
    return done({ what, value: { changed: n } });
  });
}

/** Takes records out, each with all records of its bank row, which is then what `as` says. */
export function removeRecords(
  connection: Connection,
  at: Instant,
  ids: readonly number[],
  as: RemovedAs,
): Outcome<{ readonly removed: number }> {
  return act(connection, at, (draft) => {
    const out = new Set<number>();
    for (const id of ids) {
      if (out.has(id)) continue;
      const old = standingRecord(connection, id);
      if (old === undefined) return refuse('record-unknown', 'records', { record: id });
      for (const gone of takeOut(draft, old, as)) out.add(gone);
    }
    const what = out.size === 0 ? null : `Removed ${out.size} record${out.size === 1 ? '' : 's'}`;
    return done({ what, value: { removed: out.size } });
  });
}
