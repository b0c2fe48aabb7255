/**
 * Are the books still what was recorded?
 *
 * Follows the chain of actions from the first, checks each payload against its hash, each stored row against its payload
 * and each kept total against the records. The first thing found of each kind is named by its number, never by what
 * stands in it. SQLite's pages have no checksums, so a flipped digit is found here or nowhere.
 */
import Database from 'better-sqlite3';
import type { Verified } from './api.ts';
import { attachmentsChanged } from './attachments.ts';
import type { Connection } from './connection.ts';
import { descriptionChanged } from './description.ts';
import { headOf, linkHash, rowsInPayload, sha256 } from './history.ts';
import { historyTableNames, historyTables, type Cell, type HistoryTable } from './tables.ts';
import { countErased, storedPayload, type Payload } from './payloads.ts';
import { wordsChanged } from './verifyWords.ts';
import { keptChanged } from './verifyKept.ts';
import { followAction, goneAdded, goneMissing, nothingGone, type GoneSoFar } from './verifyGone.ts';

type Check = Verified['checks'][number];
interface Action {
  readonly id: number;
  readonly text: string;
  readonly hash: string;
}

/** Everything checked; `checks` holds what was found wrong, and is empty when all is well. */
export function verifyLedger(connection: Connection): Verified {
  try {
    return connection.db.transaction(() => verified(connection))();
  } catch (error) {
    if (!isDamage(error)) throw error;
    const checks = [{ code: 'pages-damaged', detail: 'the file' }];
    return { ok: false, records: 0, actions: 0, removedForGood: 0, chain: '', checks };
  }
}

/** Pages that SQLite cannot make sense of, found while reading. */
const isDamage = (error: unknown): boolean =>
  error instanceof Database.SqliteError && /^SQLITE_(CORRUPT|NOTADB|IOERR|ERROR)/.test(error.code);

function verified(connection: Connection): Verified {
  const told = new Map<HistoryTable, number>();
  const gone = nothingGone();
  const chain = chainChanged(connection, told, gone);
  const added = chain.length === 0 ? [...rowsAdded(connection, told), goneAdded(connection, gone)] : [];
  const checks = [
    pagesChanged(connection),
    ...chain,
    ...added,
    ...attachmentsChanged(connection),
    ...keptChanged(connection),
    ...wordsChanged(connection),
    descriptionChanged(connection),
  ].filter((c) => c !== undefined);
  const first = checks.filter((c, i) => checks.findIndex((d) => d.code === c.code) === i);
  return {
    ok: first.length === 0,
    records: countOf(connection, 'standing_record'),
    actions: countOf(connection, 'action'),
    removedForGood: countErased(connection),
    chain: headOf(connection),
    checks: first,
  };
}

const countOf = (connection: Connection, table: string): number =>
  connection.sql<{ count: number }>(`SELECT count(*) AS count FROM ${table}`).get()?.count ?? 0;

/** The whole check: the quick one does not compare an index with its table, and lists read days from an index. */
function pagesChanged(connection: Connection): Check | undefined {
  const said = String(connection.db.pragma('integrity_check(1)', { simple: true }));
  return said === 'ok' ? undefined : { code: 'pages-damaged', detail: 'the file' };
}

/** Follows the chain; counts in `told` how many rows its payloads say each table has. */
function chainChanged(connection: Connection, told: Map<HistoryTable, number>, gone: GoneSoFar): Check[] {
  const found: Check[] = [];
  let previous = '';
  let number = 0;
  let payloads = 0;
  const following = connection.sql<Action>('SELECT id, text, hash FROM action WHERE id > ? ORDER BY id LIMIT 1');
  for (let action = following.get(0); action !== undefined; action = following.get(action.id)) {
    number += 1;
    if (action.id !== number) found.push({ code: 'chain-broken', detail: `action ${number}` });
    if (linkHash(previous, action.text) !== action.hash)
      found.push({ code: 'chain-broken', detail: `action ${action.id}` });
    if (found.length > 0) return found;
    followAction(connection, gone, action.id);
    const names = payloadNames(action.text);
    payloads += names.length;
    for (const name of names) {
      const changed = payloadChanged(connection, name, told, gone);
      if (changed !== undefined) found.push({ code: changed.code, detail: `action ${action.id}${changed.detail}` });
      if (found.length > 0) return found;
    }
    if (found.length > 0) return found;
    previous = action.hash;
  }
  if (countOf(connection, 'payload') !== payloads + countOf(connection, 'erasure'))
    found.push({ code: 'payload-added', detail: 'a payload of no action' });
  return found;
}

function payloadNames(text: string): readonly string[] {
  try {
    return (JSON.parse(text) as { payloads: readonly string[] }).payloads;
  } catch {
    return [];
  }
}

function payloadChanged(
  connection: Connection,
  name: string,
  told: Map<HistoryTable, number>,
  gone: GoneSoFar,
): Check | undefined {
  const stored = storedPayload(connection, name);
  if (stored === undefined) return { code: 'payload-missing', detail: '' };
  if (sha256(stored.text) !== stored.hash) return { code: 'payload-changed', detail: '' };
  const again = madeAgain(connection, stored.text);
  const payload = again ?? whole(JSON.parse(stored.text) as Payload);
  told.set(payload.table, (told.get(payload.table) ?? 0) + payload.rows.length);
  const changed = again === undefined ? rowChanged(connection, payload) : undefined;
  if (changed !== undefined) return changed;
  const stays = goneMissing(connection, gone, payload);
  return stays === undefined ? undefined : { ...stays, detail: `, ${stays.detail}` };
}

/**
 * The payload written once more from the rows as they stand in their table, where that gives its very text: nothing of it
 * then differs, and it need not be read. Undefined where it does not, and whatever differs is left to be found row by row.
 */
function madeAgain(connection: Connection, text: string): Payload | undefined {
  const table = /^"table":"([a-z_]+)"\}$/.exec(text.slice(text.lastIndexOf('"table":')))?.[1];
  const [, list, begin] = /^\{"columns":(\["id"(?:,"[a-z_0-9]+")*\]),"rows":\[\[(\d+)/.exec(text) ?? [];
  if (table === undefined || list === undefined || !isHistoryTable(table)) return undefined;
  if (table === 'sorting' && !list.includes('bank_row')) return undefined;
  const [first, lastRow] = [Number(begin), text.lastIndexOf('],[')];
  const last = lastRow === -1 ? first : Number.parseInt(text.slice(lastRow + 3, lastRow + 20), 10);
  if (!(last >= first && last < first + rowsInPayload)) return undefined;
  const columns = JSON.parse(list) as readonly string[];
  const stored = connection.sql<Payload['rows'][number]>(
    `SELECT ${columns.join(', ')} FROM ${table} WHERE id BETWEEN ? AND ? ORDER BY id`,
  );
  const rows = stored.raw().all(first, last);
  return JSON.stringify({ columns, rows, table }) === text ? { table, columns, rows } : undefined;
}

const isHistoryTable = (name: string): name is HistoryTable => Object.hasOwn(historyTables, name);

/** In version 1 a sorting's id was its bank row's, so its payloads do not name the row. */
function whole(payload: Payload): Payload {
  if (payload.table !== 'sorting' || payload.columns.includes('bank_row')) return payload;
  return {
    ...payload,
    columns: [...payload.columns, 'bank_row'],
    rows: payload.rows.map((row) => [...row, row[0]] as const),
  };
}

/** The first row that is not what its payload says, with the first column that differs. */
function rowChanged(connection: Connection, { table, columns, rows }: Payload): Check | undefined {
  const find = connection.sql<Cell[]>(`SELECT ${columns.join(', ')} FROM ${table} WHERE id = ?`).raw();
  for (const row of rows) {
    const stored = find.get(row[0]);
    if (stored === undefined) return { code: 'row-missing', detail: `, ${words(table)} ${row[0]}` };
    const differs = row.findIndex((cell, i) => cell !== stored[i]);
    if (differs !== -1) {
      const column = words(columns[differs] ?? '');
      return { code: 'row-changed', detail: `, ${words(table)} ${row[0]}: ${column}` };
    }
  }
  return undefined;
}

const words = (name: string): string => name.replaceAll('_', ' ');

/** Rows that no action added. Not asked where the chain is broken: it was not followed to its end. */
function rowsAdded(connection: Connection, told: ReadonlyMap<HistoryTable, number>): (Check | undefined)[] {
  return historyTableNames.map((table) =>
    countOf(connection, table) === (told.get(table) ?? 0) ? undefined : { code: 'row-added', detail: words(table) },
  );
}
