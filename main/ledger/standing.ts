/**
 * Which rows still hold, and what changes when one no longer does?
 *
 * A row is gone while `gone` has it, for whatever reason: `by` is the action that took it away, or minus the number of
 * the action that added it and is undone. Kept totals, days of bank rows, waiting rows and identities follow in the same
 * transaction, and only where a row's standing really changes.
 */
import type { PlainDate } from '../../shared/values/dates.ts';
import type { Pence } from '../../shared/values/money.ts';
import type { Connection } from './connection.ts';
import { addRow, type Draft } from './history.ts';
import type { Cell, HistoryTable } from './tables.ts';
import { countRecord, countRow, keepIfMany, type CountedRecord } from './totals.ts';

/** A row by its table and id. */
export interface RowRef {
  readonly table: HistoryTable;
  readonly id: number;
}
/** Tables whose rows can go. */
const canGo: ReadonlySet<HistoryTable> = new Set([
  'source',
  'letting',
  'letting_share',
  'source_change',
  'letting_change',
  'imported_file',
  'bank_row',
  'record',
  'sorting',
  'held_answer',
  'told',
  'attachment',
  'sorting_rule',
  'sorting_rule_order',
  'answered',
] as const);
export const mayGo = (table: HistoryTable): boolean => canGo.has(table);

interface RowState {
  readonly day: PlainDate;
  readonly pence: Pence;
  readonly account: number;
  readonly identity: string;
  readonly waits: boolean;
}

const rowState = (connection: Connection, id: number): RowState | undefined => {
  const found = connection
    .sql<Omit<RowState, 'waits'> & { state: string }>(
      'SELECT day, pence, account, identity, state FROM standing_bank_row WHERE id = ?',
    )
    .get(id);
  return found === undefined ? undefined : { ...found, waits: found.state === 'unsorted' };
};

/** Does something that changes how a bank row stands, and lets everything kept about it follow. */
export function changeBankRow(draft: Draft, id: number, change: () => void): void {
  const { connection, totals } = draft;
  const before = rowState(connection, id);
  change();
  const after = rowState(connection, id);
  if (before !== undefined) {
    countRow(totals, before.day, before.pence, before.waits, -1);
    if (before.waits) connection.sql('DELETE FROM unsorted WHERE day = ? AND id = ?').run(before.day, id);
  }
  if (after !== undefined) {
    countRow(totals, after.day, after.pence, after.waits);
    if (after.waits) connection.sql('INSERT INTO unsorted VALUES (?, ?)').run(after.day, id);
  }
  const [left, back] = [before ?? after, after ?? before];
  if (left === undefined || back === undefined || (before !== undefined && after !== undefined)) return;
  if (after === undefined) {
    connection.sql('DELETE FROM bank_identity WHERE account = ? AND identity = ?').run(left.account, left.identity);
  } else connection.sql('INSERT INTO bank_identity VALUES (?, ?, ?)').run(back.account, back.identity, id);
}

function changeRecord(draft: Draft, id: number, change: () => void): void {
  const find = draft.connection.sql<CountedRecord>(
    'SELECT source, letting, day, category, pence, own FROM standing_record WHERE id = ?',
  );
  const before = find.get(id);
  change();
  const after = find.get(id);
  if (before !== undefined) countRecord(draft.totals, before, -1);
  if (after !== undefined) countRecord(draft.totals, after);
}

function changing(draft: Draft, { table, id }: RowRef, change: () => void): void {
  if (table === 'record') changeRecord(draft, id, change);
  else if (table === 'bank_row') changeBankRow(draft, id, change);
  else if (table === 'sorting' || table === 'held_answer') {
    const of = draft.connection.sql<{ row: number }>(`SELECT bank_row AS row FROM ${table} WHERE id = ?`).get(id);
    if (of !== undefined) changeBankRow(draft, of.row, change);
  } else change();
  keepIfMany(draft.connection, draft.totals);
}

/** The row holds no longer, because of `by`. */
export function takeAway(draft: Draft, ref: RowRef, by: number): void {
  changing(draft, ref, () => {
    draft.connection.sql('INSERT INTO gone VALUES (?, ?, ?) ON CONFLICT DO NOTHING').run(ref.table, ref.id, by);
  });
}

/** Everything that `by` took away holds again, unless something else took it away too. */
export function giveBack(draft: Draft, by: number): void {
  const { connection } = draft;
  const next = connection.sql<RowRef>('SELECT kind AS "table", id FROM gone WHERE by = ? LIMIT 1');
  for (let ref = next.get(by); ref !== undefined; ref = next.get(by)) {
    const { table, id } = ref;
    changing(draft, ref, () => {
      connection.sql('DELETE FROM gone WHERE kind = ? AND id = ? AND by = ?').run(table, id, by);
    });
  }
}

/** The rows that a row of this table takes away by standing there: a correction its original, a removal what it names. */
export function takenBy(connection: Connection, table: HistoryTable, of: number | null): readonly RowRef[] {
  if (of === null) return [];
  if (table === 'record' || table === 'removal') return [{ table: 'record', id: of }];
  if (table === 'sorting_rule' || table === 'sorting_rule_removal') return [{ table: 'sorting_rule', id: of }];
  if (table === 'told_removal') return [{ table: 'told', id: of }];
  if (table === 'source_removal') return wholeSource(connection, of);
  if (table === 'letting_removal') return wholeLetting(connection, of);
  if (table === 'detachment') return [{ table: 'attachment', id: of }];
  if (table === 'held_answer') return [{ table: 'bank_row', id: of }];
  if (table === 'erased') {
    return connection.sql<RowRef>('SELECT kind AS "table", target AS id FROM erased WHERE id = ?').all(of);
  }
  if (table !== 'import_removal') return [];
  const rows = connection.sql<number>('SELECT id FROM bank_row WHERE file = ?').pluck().all(of);
  const records = connection.sql<number>('SELECT id FROM record WHERE bank_row = ?').pluck();
  return [
    { table: 'imported_file', id: of },
    ...rows.flatMap((row) => [
      { table: 'bank_row' as const, id: row },
      ...records.all(row).map((id) => ({ table: 'record' as const, id })),
    ]),
  ];
}

/** A letting, its shares and what was changed of it. */
function wholeLetting(connection: Connection, id: number): readonly RowRef[] {
  const said = (['letting_share', 'letting_change'] as const).flatMap((table) =>
    idsWhere(connection, table, 'letting', id),
  );
  return [{ table: 'letting', id }, ...said];
}

/** A source, what was changed of it, and its lettings. */
function wholeSource(connection: Connection, id: number): readonly RowRef[] {
  const lettings = idsWhere(connection, 'letting', 'source', id);
  return [
    { table: 'source', id },
    ...idsWhere(connection, 'source_change', 'source', id),
    ...lettings.flatMap((letting) => wholeLetting(connection, letting.id)),
  ];
}

function idsWhere(connection: Connection, table: HistoryTable, column: string, value: number): readonly RowRef[] {
  const ids = connection.sql<number>(`SELECT id FROM ${table} WHERE ${column} = ?`).pluck().all(value);
  return ids.map((id) => ({ table, id }));
}

/** Adds a row that takes others away; `of` is the row it names. */
export function addTaking(draft: Draft, table: HistoryTable, values: readonly Cell[], of: number): number {
  const taken = takenBy(draft.connection, table, of);
  const id = addRow(draft, table, values);
  for (const ref of taken) takeAway(draft, ref, draft.action);
  return id;
}

/** Which cell of a row says what it takes away: `replaces` of a record, `record` of a removal, `file` of an import's, … */
export const takingCell: Partial<Readonly<Record<HistoryTable, string>>> = {
  record: 'replaces',
  removal: 'record',
  import_removal: 'file',
  told_removal: 'told',
  source_removal: 'source',
  letting_removal: 'letting',
  detachment: 'attachment',
  held_answer: 'takes',
  sorting_rule: 'replaces',
  sorting_rule_removal: 'rule',
  erased: 'id',
};
