/**
 * How does a spouse's statement or a wrong picture leave the books for good?
 *
 * Their rows stay as stubs that say nothing (`blanks.ts`), so no number is used twice; each payload that told of them is
 * emptied, and one without their words stands in its place. The hash of what went stays, and the chain of actions with it.
 * Nothing else may change history: here the triggers that refuse it are taken off and put back inside the one transaction,
 * and nobody ever sees them off. What goes with what is in `going.ts`.
 */
import { done, type Outcome } from '../../shared/values/outcome.ts';
import type { Instant } from './api.ts';
import { blanked, blanks, blankTables, type BlankTable } from './blanks.ts';
import type { Connection } from './connection.ts';
import type { Erased, Erasing } from './erasureApi.ts';
import { goingWith, namedTables, type Going } from './going.ts';
import { act, addRow, sha256, type Draft } from './history.ts';
import { payloadsOfRows } from './payloads.ts';
import { takeAway } from './standing.ts';
import { sweepFile } from './sweeping.ts';
import { forgetWords } from './words.ts';

/** Removes it for good; there is no way back. Refused: it is not there, or it went before. */
export function erase(connection: Connection, at: Instant, of: Erasing): Outcome<Erased> {
  connection.db.pragma('secure_delete = ON');
  const erased = erasing(connection, at, of);
  const swept = erased.ok && sweepFile(connection);
  connection.db.pragma('secure_delete = OFF');
  return erased.ok ? done({ ...erased.value, swept }) : erased;
}

const erasing = (connection: Connection, at: Instant, of: Erasing): Outcome<Omit<Erased, 'swept'>> =>
  act(connection, at, (draft) => {
    const going = goingWith(connection, of);
    if (!going.ok) return going;
    takeOut(draft, going.value);
    return done({ what: inWords(going.value), value: countsOf(going.value) });
  });

function takeOut(draft: Draft, going: Going): void {
  const { connection } = draft;
  for (const table of namedTables) {
    for (const id of going[table]) {
      addRow(draft, 'erased', [table, id]);
      takeAway(draft, { table, id }, draft.action);
    }
  }
  forgetWords(connection, going.record, going.bank_row);
  withoutGuards(connection, () => {
    removeBytes(connection, going);
    for (const table of blankTables) {
      replacePayloads(draft, table, new Set(going[table]));
      blankRows(connection, table, going[table]);
    }
  });
  connection.sql('INSERT INTO unswept VALUES (1) ON CONFLICT DO NOTHING').run();
}

/** How much of each kind goes. */
export const countsOf = (going: Going): Omit<Erased, 'swept'> => ({
  rows: going.bank_row.length,
  records: going.record.length,
  files: going.attachment.length,
});

function inWords(going: Going): string {
  const { rows, records, files } = countsOf(going);
  const counted = Object.entries({ 'bank row': rows, record: records, file: files });
  const named = counted.filter(([, n]) => n > 0).map(([thing, n]) => `${n} ${thing}${n === 1 ? '' : 's'}`);
  return `Removed for good: ${named.length === 0 ? 'an imported file' : named.join(', ')}`;
}

interface Guard {
  readonly name: string;
  readonly sql: string;
}

/** Does what nobody else may, with the triggers that refuse it taken off and put back as they were. */
function withoutGuards(connection: Connection, work: () => void): void {
  const guarded = ['payload', 'attached_part', ...blankTables];
  const places = guarded.map(() => '?').join(', ');
  const guards = connection
    .sql<Guard>(`SELECT name, sql FROM sqlite_schema WHERE type = 'trigger' AND tbl_name IN (${places})`)
    .all(...guarded);
  for (const { name } of guards) connection.db.exec(`DROP TRIGGER ${name}`);
  work();
  for (const { sql } of guards) connection.db.exec(sql);
}

/** The bytes of files that no record keeps any more. */
function removeBytes(connection: Connection, { attachment }: Going): void {
  const remove = connection.sql(
    `DELETE FROM attached_part WHERE sha256 = (SELECT sha256 FROM attachment WHERE id = ?)
      AND NOT EXISTS (SELECT 1 FROM attachment a WHERE a.sha256 = attached_part.sha256
        AND NOT EXISTS (SELECT 1 FROM erased e WHERE e.kind = 'attachment' AND e.target = a.id))`,
  );
  for (const id of attachment) remove.run(id);
}

function replacePayloads(draft: Draft, table: BlankTable, ids: ReadonlySet<number>): void {
  if (ids.size === 0) return;
  const { connection } = draft;
  const insert = connection.sql('INSERT INTO payload (hash, text) VALUES (?, ?)');
  const empty = connection.sql(`UPDATE payload SET text = '' WHERE hash = ?`);
  for (const [hash, { columns, rows }] of payloadsOfRows(connection, table, ids)) {
    const left = rows.map((row) => (ids.has(row[0]) ? blanked(table, columns, row) : row));
    const text = JSON.stringify({ columns, rows: left, table });
    const instead = sha256(text);
    if (instead === hash) continue;
    insert.run(instead, text);
    empty.run(hash);
    addRow(draft, 'erasure', [draft.action, hash, instead]);
  }
}

function blankRows(connection: Connection, table: BlankTable, ids: readonly number[]): void {
  for (const id of ids) {
    const says = blanks[table](id);
    const set = Object.keys(says).map((column) => `${column} = ?`);
    connection.sql(`UPDATE ${table} SET ${set.join(', ')} WHERE id = ?`).run(...Object.values(says), id);
  }
}
