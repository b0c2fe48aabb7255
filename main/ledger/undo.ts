/**
 * What was done, and how does one step back and forth over it?
 *
 * Undo and redo are a stack of whole actions, without limit and across restarts. A step is itself an action: its row says
 * which action it takes back or does again. Whatever is done after an undo ends the redo.
 */
import { done, refuse, type Outcome } from '../../shared/values/outcome.ts';
import type { HistoryPage, Instant, PastAction, PastRecord, Step } from './api.ts';
import type { Connection } from './connection.ts';
import { act, addRowAs, type Draft, type Said } from './history.ts';
import { imported } from './importList.ts';
import { storedPayload, type Payload } from './payloads.ts';
import { giveBack, mayGo, takeAway, takenBy, takingCell } from './standing.ts';
import type { HistoryTable } from './tables.ts';

function saidBy(connection: Connection, action: number): Said {
  const found = connection.sql<{ text: string }>('SELECT text FROM action WHERE id = ?').get(action);
  if (found === undefined) throw new RangeError(`no action ${action}`);
  return JSON.parse(found.text) as Said;
}

/** What the action added, one payload after the other. */
export function* payloadsOf(connection: Connection, action: number): Generator<Payload> {
  for (const name of saidBy(connection, action).payloads) {
    const stored = storedPayload(connection, name);
    if (stored === undefined) throw new Error(`action ${action} has lost a payload`);
    yield JSON.parse(stored.text) as Payload;
  }
}

const isUndone = `'undo' = (SELECT r.kind FROM reversal r WHERE r.action = a.id ORDER BY r.id DESC LIMIT 1)`;
const isStep = 'EXISTS (SELECT 1 FROM reversal s WHERE s.id = a.id)';
const isErasure = 'EXISTS (SELECT 1 FROM erasure e WHERE e.action = a.id)';

/** The action that undo would take back: the latest that holds and is no step. The beginning of the books stays, and so does what was removed for good. */
function toUndo(connection: Connection): number | undefined {
  return connection
    .sql<number>(
      `SELECT a.id FROM action a WHERE a.id > 1 AND NOT ${isStep} AND NOT ${isErasure} AND ${isUndone} IS NOT TRUE ORDER BY a.id DESC LIMIT 1`,
    )
    .pluck()
    .get();
}

/** The action undone last, if nothing but steps came after. */
function toRedo(connection: Connection): number | undefined {
  return connection
    .sql<number>(
      `SELECT r.action FROM reversal r WHERE r.kind = 'undo'
        AND r.id > (SELECT a.id FROM action a WHERE NOT ${isStep} ORDER BY a.id DESC LIMIT 1)
        AND NOT EXISTS (SELECT 1 FROM reversal l WHERE l.action = r.action AND l.id > r.id)
      ORDER BY r.id DESC LIMIT 1`,
    )
    .pluck()
    .get();
}

const stepOver = (connection: Connection, action: number | undefined): Step | null =>
  action === undefined ? null : { action, what: saidBy(connection, action).what };

/** Takes the latest action back. Refused: there is none. */
export function undo(connection: Connection, at: Instant): Outcome<Step> {
  return act(connection, at, (draft) => {
    const step = stepOver(connection, toUndo(connection));
    if (step === null) return refuse('nothing-to-undo');
    giveBack(draft, step.action);
    for (const { table, rows } of payloadsOf(connection, step.action)) {
      if (mayGo(table)) for (const [id] of rows) takeAway(draft, { table, id }, -step.action);
    }
    addRowAs(draft, 'reversal', draft.action, ['undo', step.action]);
    return done({ what: `Undid: ${step.what}`, value: step });
  });
}

/** Does again what was undone last. Refused: nothing was, or something else has been done since. */
export function redo(connection: Connection, at: Instant): Outcome<Step> {
  return act(connection, at, (draft) => {
    const step = stepOver(connection, toRedo(connection));
    if (step === null) return refuse('nothing-to-redo');
    giveBack(draft, -step.action);
    for (const payload of payloadsOf(connection, step.action)) takeAgain(draft, step.action, payload);
    addRowAs(draft, 'reversal', draft.action, ['redo', step.action]);
    return done({ what: `Did again: ${step.what}`, value: step });
  });
}

function takeAgain(draft: Draft, action: number, { table, columns, rows }: Payload): void {
  for (const of of takenCells(table, columns, rows)) {
    for (const ref of takenBy(draft.connection, table, of)) takeAway(draft, ref, action);
  }
}

/** What the rows of a payload name as taken away, row by row where they do. */
export function takenCells(
  table: HistoryTable,
  columns: readonly string[],
  rows: Payload['rows'],
): readonly (number | null)[] {
  const cell = takingCell[table];
  const place = cell === undefined ? -1 : columns.indexOf(cell);
  return place === -1 ? [] : rows.map((row) => (typeof row[place] === 'number' ? row[place] : null));
}

interface PastRow {
  readonly id: number;
  readonly text: string;
  readonly kind: 'undo' | 'redo' | null;
  readonly of: number | null;
  readonly undone: number;
}

/** What was done, newest first; `after` is the number of the last action of the page before. */
export function readHistory(
  connection: Connection,
  { after, limit }: { readonly after: number | null; readonly limit: number },
): HistoryPage {
  const rows = connection
    .sql<PastRow>(
      `SELECT a.id, a.text, s.kind, s.action AS "of", ${isUndone} IS TRUE AS undone FROM action a
      LEFT JOIN reversal s ON s.id = a.id WHERE a.id < ? ORDER BY a.id DESC LIMIT ?`,
    )
    .all(after ?? Number.MAX_SAFE_INTEGER, limit + 1);
  const actions = rows.slice(0, limit).map((row) => pastAction(connection, row));
  return {
    actions,
    next: rows.length > limit ? (actions.at(-1)?.action ?? null) : null,
    count: connection.sql<number>('SELECT count(*) FROM action').pluck().get() as number,
    undo: stepOver(connection, toUndo(connection)),
    redo: stepOver(connection, toRedo(connection)),
  };
}

function pastAction(connection: Connection, { id, text, kind, of, undone }: PastRow): PastAction {
  const { at, what, payloads } = JSON.parse(text) as Said;
  const isImport = kind === null && what.startsWith(imported);
  const record = payloads.length > mostPayloads || isImport ? null : onlyRecord(connection, id);
  return { action: id, at, what, state: kind ?? (undone === 1 ? 'undone' : 'holds'), of, isImport, record };
}

/** What is about one record stores this many payloads at most: the record, and how a bank row was sorted. */
const mostPayloads = 2;

function onlyRecord(connection: Connection, action: number): PastRecord | null {
  const ids = [...payloadsOf(connection, action)].flatMap(({ table, columns, rows }) =>
    table === 'record' ? rows.map(([id]) => id) : table === 'removal' ? takenCells(table, columns, rows) : [],
  );
  const [id] = ids;
  if (id == null || ids.length > 1) return null;
  const found = connection
    .sql<PastRecord>('SELECT id, day AS date, pence, description FROM record WHERE id = ?')
    .get(id);
  return found ?? null;
}
