/**
 * What did an action add, read from its own stored text?
 *
 * A payload is stored once by its hash. One that was removed for good is empty, and an erasure names what stands in its
 * place: the same rows with their words gone.
 */
import type { Connection } from './connection.ts';
import type { Cell, HistoryTable } from './tables.ts';

/** The rows an action added to one table, 500 at most. */
export interface Payload {
  readonly table: HistoryTable;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly [id: number, ...rest: Cell[]])[];
}
export interface StoredPayload {
  readonly hash: string;
  readonly text: string;
}

/** What is stored for a payload now, under its own hash or that of what stands in its place; undefined: nothing. */
export function storedPayload(connection: Connection, hash: string): StoredPayload | undefined {
  const own = connection.sql<StoredPayload>('SELECT hash, text FROM payload WHERE hash = ?').get(hash);
  if (own === undefined || own.text !== '') return own;
  return connection
    .sql<StoredPayload>(
      `WITH RECURSIVE line(hash) AS (SELECT ? UNION SELECT e.instead FROM line JOIN erasure e ON e.payload = line.hash)
      SELECT p.hash, p.text FROM line JOIN payload p ON p.hash = line.hash WHERE p.text <> '' LIMIT 1`,
    )
    .get(hash);
}

/** Payloads removed for good. */
export const countErased = (connection: Connection): number =>
  connection.sql<number>('SELECT count(DISTINCT payload) FROM erasure').pluck().get() ?? 0;

/**
 * The payloads that hold these rows of a table, as they are stored now. Ids rise from payload to payload, so only the
 * first id of each is read to find them.
 */
export function payloadsOfRows(
  connection: Connection,
  table: HistoryTable,
  ids: ReadonlySet<number>,
): ReadonlyMap<string, Payload> {
  const heads = connection
    .sql<{ hash: string; head: string }>('SELECT hash, substr(text, 1, 500) AS head FROM payload WHERE text LIKE ?')
    .all(`%"table":"${table}"}`)
    .map(({ hash, head }) => ({ hash, first: Number(/"rows":\[\[(\d+)/.exec(head)?.[1]) }))
    .toSorted((a, b) => a.first - b.first);
  const wanted = new Set([...ids].map((id) => heads.findLast(({ first }) => first <= id)?.hash));
  const found = new Map<string, Payload>();
  for (const { hash } of heads) {
    const text = wanted.has(hash) ? storedPayload(connection, hash)?.text : undefined;
    if (text !== undefined) found.set(hash, JSON.parse(text) as Payload);
  }
  return found;
}
