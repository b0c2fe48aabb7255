/**
 * How does an action enter the books, so that nobody can change it unnoticed?
 *
 * One action, one transaction. Rows are added through a draft, which writes them and keeps the same values as canonical
 * JSON: payloads, at most 500 rows each, stored once by their SHA-256. The action's own text is canonical JSON too
 * (`at`, `payloads`, `what`), and its hash is SHA-256 of the previous action's hash followed by that text: a chain of
 * texts, never of columns, so that a migration leaves it whole. The hash before the first is the empty text.
 *
 * The words of an action are ours alone: nothing a person typed and none of HMRC's words for a person stand in them.
 */
import { hash } from 'node:crypto';
import { done, type Outcome } from '../../shared/values/outcome.ts';
import type { Instant } from './api.ts';
import { refusedBySqlite, rollBack, type Connection } from './connection.ts';
import { historyTableNames, historyTables, type Cell, type HistoryTable } from './tables.ts';
import { gatherTotals, keepTotals, type Gathered } from './totals.ts';
import { indexWords } from './words.ts';

/** The most rows that one payload holds. */
export const rowsInPayload = 500;
const instant = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/;

export const sha256 = (text: string): string => hash('sha256', text);
/** The hash of an action that follows the one with the hash `previous`. */
export const linkHash = (previous: string, text: string): string => sha256(previous + text);

/** What the text of an action says: when, its payloads by their hashes in the order they were stored, and what was done. */
export interface Said {
  readonly at: Instant;
  readonly payloads: readonly string[];
  readonly what: string;
}

/** An action in the making. */
export interface Draft {
  readonly connection: Connection;
  /** The number it will have. */
  readonly action: number;
  readonly totals: Gathered;
  readonly nextIds: Map<HistoryTable, number>;
  /** Rows of each table that are in no payload yet. */
  readonly waiting: Map<HistoryTable, (readonly Cell[])[]>;
  readonly payloads: string[];
}

/** The statement that inserts so many rows, for each table. */
const insertingRows = (count: number): Readonly<Record<HistoryTable, string>> =>
  Object.fromEntries(
    historyTableNames.map((table) => {
      const columns = historyTables[table];
      const places = `(${columns.map(() => '?').join(', ')})`;
      const rows = Array.from({ length: count }, () => places).join(', ');
      return [table, `INSERT INTO ${table} (${columns.join(', ')}) VALUES ${rows}`];
    }),
  ) as Record<HistoryTable, string>;
/** So many rows are written by one statement, where many come. */
const rowsAtOnce = 16;
const insertions = insertingRows(1);
const severalInsertions = insertingRows(rowsAtOnce);

/** Begins the transaction; throws SQLite's error if another program holds the books beyond the busy timeout. */
export function beginDraft(connection: Connection): Draft {
  connection.db.exec('BEGIN IMMEDIATE');
  const last = connection.sql<{ last: number | null }>('SELECT max(id) AS last FROM action').get()?.last ?? 0;
  return {
    connection,
    action: last + 1,
    totals: gatherTotals(),
    nextIds: new Map(),
    waiting: new Map(),
    payloads: [],
  };
}

/** The id the next row of that table will have. */
export function nextId(draft: Draft, table: HistoryTable): number {
  const known = draft.nextIds.get(table);
  if (known !== undefined) return known;
  const last = draft.connection.sql<{ last: number | null }>(`SELECT max(id) AS last FROM ${table}`).get();
  return (last?.last ?? 0) + 1;
}

/** Adds a row under the table's next id, which is the answer. */
export function addRow(draft: Draft, table: HistoryTable, values: readonly Cell[]): number {
  const id = nextId(draft, table);
  addRowAs(draft, table, id, values);
  draft.nextIds.set(table, id + 1);
  return id;
}

/** Adds rows under the table's next ids, one after the other; the answer is the first. The same as row by row, and faster. */
export function addRows(draft: Draft, table: HistoryTable, rows: readonly (readonly Cell[])[]): number {
  const first = nextId(draft, table);
  const many = draft.connection.sql(severalInsertions[table]);
  const whole = rows.length - (rows.length % rowsAtOnce);
  for (let at = 0; at < whole; at += rowsAtOnce) {
    const several = rows.slice(at, at + rowsAtOnce).map((values, i) => [first + at + i, ...values]);
    many.run(several.flat());
    for (const row of several) waitForPayload(draft, table, row);
  }
  for (let i = whole; i < rows.length; i += 1) addRowAs(draft, table, first + i, rows[i] ?? []);
  draft.nextIds.set(table, first + rows.length);
  return first;
}

/** Adds a row under a given id. */
export function addRowAs(draft: Draft, table: HistoryTable, id: number, values: readonly Cell[]): void {
  const row = [id, ...values];
  draft.connection.sql(insertions[table]).run(row);
  waitForPayload(draft, table, row);
}

function waitForPayload(draft: Draft, table: HistoryTable, row: readonly Cell[]): void {
  const waiting = draft.waiting.get(table) ?? [];
  if (waiting.length === 0) draft.waiting.set(table, waiting);
  waiting.push(row);
  if (waiting.length >= rowsInPayload) storePayload(draft, table, waiting);
}

function storePayload(draft: Draft, table: HistoryTable, waiting: (readonly Cell[])[]): void {
  const text = JSON.stringify({ columns: historyTables[table], rows: waiting, table });
  const name = sha256(text);
  draft.connection.sql('INSERT INTO payload (hash, text) VALUES (?, ?) ON CONFLICT (hash) DO NOTHING').run(name, text);
  draft.payloads.push(name);
  waiting.length = 0;
}

/** The chain's head: the last action's hash. */
export function headOf(connection: Connection): string {
  return connection.sql<{ hash: string }>('SELECT hash FROM action ORDER BY id DESC LIMIT 1').get()?.hash ?? '';
}

/** Writes totals, payloads and the action itself, and commits: durable when this returns. `what` says it in plain words. */
export function commitDraft(draft: Draft, at: Instant, what: string): void {
  if (!instant.test(at)) throw new RangeError(`not a moment: ${at}`);
  const { connection } = draft;
  keepTotals(connection, draft.totals);
  for (const table of historyTableNames) {
    const waiting = draft.waiting.get(table);
    if (waiting !== undefined && waiting.length > 0) storePayload(draft, table, waiting);
  }
  indexWords(connection);
  const text = JSON.stringify({ at, payloads: draft.payloads, what });
  const link = linkHash(headOf(connection), text);
  connection.sql('INSERT INTO action (id, text, hash) VALUES (?, ?, ?)').run(draft.action, text, link);
  connection.db.exec('COMMIT');
}

/** What an action comes to; `what` is null where there was nothing to do, and then nothing is written. */
export interface Done<T> {
  readonly what: string | null;
  readonly value: T;
}

/** Runs one action: all of it, or a refusal and nothing. */
export function act<T>(connection: Connection, at: Instant, work: (draft: Draft) => Outcome<Done<T>>): Outcome<T> {
  try {
    const draft = beginDraft(connection);
    const worked = work(draft);
    if (worked.ok && worked.value.what !== null) commitDraft(draft, at, worked.value.what);
    return worked.ok ? done(worked.value.value) : worked;
  } catch (error) {
    return refusedBySqlite(error);
  } finally {
    rollBack(connection);
  }
}
