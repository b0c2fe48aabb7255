/**
 * Which bank files stand in the books, and what did each bring?
 *
 * An import is an action, and its number in the history is what takes it out again.
 */
import type { Connection } from './connection.ts';
import type { Said } from './history.ts';
import type { StoredImport } from './importApi.ts';
import { storedPayload, type Payload } from './payloads.ts';

/** The words every import's action begins with; what it brought follows them. */
export const imported = 'Imported a bank file: ';

interface Past {
  readonly id: number;
  readonly text: string;
}
type Standing = Pick<StoredImport, 'file' | 'account' | 'first' | 'last'>;

/** Files that stand, the last to come in first. */
export function readImports(connection: Connection): readonly StoredImport[] {
  const standing = connection.sql<Standing>(
    `SELECT f.name AS file, a.name AS account, d.first_day AS first, d.last_day AS last
    FROM standing_imported_file f JOIN bank_account a ON a.id = f.account LEFT JOIN file_days d ON d.file = f.id
    WHERE f.id = ?`,
  );
  return connection
    .sql<Past>(`SELECT id, text FROM action WHERE text LIKE ? ORDER BY id DESC`)
    .all(`%"what":"${imported}%`)
    .flatMap(({ id, text }) => {
      const { at, payloads, what } = JSON.parse(text) as Said;
      const file = fileOf(connection, payloads);
      const found = file === undefined ? undefined : standing.get(file);
      return found === undefined ? [] : [{ action: id, at, brought: what.slice(imported.length), ...found }];
    });
}

/** The number of the file: its payload is one row, and stands after those of the rows that filled theirs. */
function fileOf(connection: Connection, payloads: readonly string[]): number | undefined {
  const short = connection.sql<number>('SELECT octet_length(text) < 10000 FROM payload WHERE hash = ?').pluck();
  for (const name of payloads.toReversed()) {
    const stored = short.get(name) === 1 ? storedPayload(connection, name) : undefined;
    const payload = stored === undefined ? undefined : (JSON.parse(stored.text) as Payload);
    if (payload?.table === 'imported_file') return payload.rows[0]?.[0];
  }
  return undefined;
}
