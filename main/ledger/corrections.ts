/**
 * How is a record put right, split or taken out, when nothing in the books is ever changed?
 *
 * A new record replaces the old one; a removal names the record that goes. What came from a bank row goes on adding up to
 * it exactly: its money can be split, moved to another category or taken out with the row, but not made more or less.
 */
import { categoryOf } from '../../shared/policy/categories.ts';
import { asPence, type Pence } from '../../shared/values/money.ts';
import { done, refuse, type Outcome } from '../../shared/values/outcome.ts';
import type { Correction, Instant, RemovedAs, SplitPart } from './api.ts';
import type { Connection } from './connection.ts';
import { act, addRow, type Done, type Draft } from './history.ts';
import { planRecord, signed, writeRecord, type PlannedRecord } from './records.ts';
import { knownSources, type KnownSource } from './sources.ts';
import { addTaking, changeBankRow, takeAway } from './standing.ts';

/** A record that holds, by the names of what it belongs to. */
export interface Standing {
  readonly id: number;
  readonly date: string;
  readonly category: string;
  readonly pence: Pence;
  readonly own: Pence;
  readonly description: string;
  readonly bankRow: number | null;
  readonly source: string;
  readonly letting: string | null;
}

export function standingRecord(connection: Connection, id: number): Standing | undefined {
  return connection
    .sql<Standing>(
      `SELECT r.id, r.day AS date, r.category, r.pence, r.own, r.description, r.bank_row AS bankRow, s.code AS source, l.code AS letting
      FROM standing_record r JOIN source s ON s.id = r.source LEFT JOIN letting l ON l.id = r.letting WHERE r.id = ?`,
    )
    .get(id);
}

export type Sources = ReadonlyMap<string, KnownSource>;
export const byId = (connection: Connection): Sources => new Map(knownSources(connection).map((s) => [s.id, s]));

/** Money in (positive) or out that the record stands for. */
function moved(sources: Sources, { source, category, pence }: Standing): number {
  const kind = sources.get(source)?.kind;
  const income = kind !== undefined && categoryOf(kind, category)?.direction === 'income';
  return income ? pence : 0 - pence;
}

/** Does something to a record that holds; refuses one that does not. */
function change<T>(
  connection: Connection,
  at: Instant,
  id: number,
  work: (draft: Draft, old: Standing, sources: Sources) => Outcome<Done<T>>,
): Outcome<T> {
  return act(connection, at, (draft) => {
    const old = standingRecord(connection, id);
    return old === undefined ? refuse('record-unknown', 'id', { record: id }) : work(draft, old, byId(connection));
  });
}

/**
 * Puts a record right; the answer is the id of the one that stands in its place. `pence: null` keeps the money that moved.
 * Nothing different is no action. Refused: what `addRecord` refuses, and other money than the bank row's.
 */
export function correctRecord(
  connection: Connection,
  at: Instant,
  { id, pence, ...rest }: Correction,
): Outcome<{ readonly id: number }> {
  return change(connection, at, id, (draft, old, sources) => {
    const stands = correct(draft, sources, old, { ...rest, pence });
    if (!stands.ok) return stands;
    return done({ what: stands.value === id ? null : 'Corrected a record', value: { id: stands.value } });
  });
}

/** Puts one record right within an action; the answer is the id of the one that stands, its own where nothing differs. */
export function correct(
  draft: Draft,
  sources: Sources,
  old: Standing,
  { pence, ...rest }: Omit<Correction, 'id'>,
): Outcome<number> {
  const kind = sources.get(rest.source)?.kind;
  const income = kind !== undefined && categoryOf(kind, rest.category)?.direction === 'income';
  const kept = moved(sources, old);
  const planned = planRecord(sources, { ...rest, pence: pence ?? asPence(income ? kept : 0 - kept) });
  if (!planned.ok) return planned;
  if (old.bankRow !== null && signed(planned.value) !== kept) return refuse('bank-row-amount', 'pence');
  return done(isSame(sources, old, planned.value) ? old.id : replace(draft, old, planned.value));
}

const isSame = (sources: Sources, old: Standing, planned: PlannedRecord): boolean => {
  const source = sources.get(old.source);
  const letting = source?.lettings.find((l) => l.id === old.letting)?.key ?? null;
  return (
    source?.key === planned.source &&
    letting === planned.letting &&
    old.date === planned.day &&
    old.category === planned.category &&
    old.pence === planned.pence &&
    old.own === planned.own &&
    old.description === planned.description
  );
};

function replace(
  draft: Draft,
  old: { readonly id: number; readonly bankRow: number | null },
  by: PlannedRecord,
): number {
  takeAway(draft, { table: 'record', id: old.id }, draft.action);
  return writeRecord(draft, by, old.bankRow, old.id);
}

/** Puts several records in the place of one; as money in and out they add up to it exactly. */
export function splitRecord(
  connection: Connection,
  at: Instant,
  id: number,
  parts: readonly SplitPart[],
): Outcome<{ readonly ids: readonly number[] }> {
  return change(connection, at, id, (draft, old, sources) => {
    const planned: PlannedRecord[] = [];
    for (const [i, part] of parts.entries()) {
      const one = planRecord(sources, { ...part, date: old.date as never }, `parts[${i}]`);
      if (!one.ok) return one;
      planned.push(one.value);
    }
    const total = planned.reduce((n, r) => n + signed(r), 0);
    if (planned.length < 2 || total !== moved(sources, old)) return refuse('parts-unequal', 'parts');
    const ids = planned.map((r) => replace(draft, old, r));
    return done({ what: `Split a record into ${ids.length}`, value: { ids } });
  });
}

/**
 * Takes a record out. From a bank row, all records of that row go together, and `as` says what the row is then; a typed
 * record goes alone.
 */
export function removeRecord(
  connection: Connection,
  at: Instant,
  id: number,
  as: RemovedAs,
): Outcome<{ readonly removed: number }> {
  return change(connection, at, id, (draft, old) => {
    const { length } = takeOut(draft, old, as);
    const what = length === 1 ? 'Removed a record' : `Removed ${length} records of a bank row`;
    return done({ what, value: { removed: length } });
  });
}

/** Takes a record out within an action, with all records of its bank row; the answer is their ids. */
export function takeOut(draft: Draft, { id, bankRow }: Standing, as: RemovedAs): readonly number[] {
  const siblings = 'SELECT id FROM standing_record WHERE bank_row = ?';
  const of = bankRow === null ? [id] : draft.connection.sql<number>(siblings).pluck().all(bankRow);
  for (const record of of) addTaking(draft, 'removal', [record], record);
  if (bankRow !== null) changeBankRow(draft, bankRow, () => void addRow(draft, 'sorting', [as, bankRow, null]));
  return of;
}
