/**
 * How are receipts and invoices kept with a record?
 *
 * Attaching and taking off are actions like any other, and can be undone. The bytes are kept once by their SHA-256, which
 * stands in the action, so that `verify` finds a changed one. What belongs to a record belongs to the one that corrects it.
 */
import { createHash, hash } from 'node:crypto';
import { done, refuse, type Outcome } from '../../shared/values/outcome.ts';
import type { Attachment, Instant, NewAttachment, OpenAttachment, Verified } from './api.ts';
import { attachedKind, largestAttachment } from './attachedKind.ts';
import type { Connection } from './connection.ts';
import { act, addRow } from './history.ts';
import { textProblem } from './records.ts';
import { addTaking } from './standing.ts';

const partBytes = 1024 ** 2;

const columns = 'a.id, a.name, a.kind, a.size, a.sha256';
/** The record, and those it stands in the place of. */
const line = `WITH RECURSIVE line(id) AS (
  SELECT ? UNION SELECT r.replaces FROM record r JOIN line ON line.id = r.id WHERE r.replaces IS NOT NULL)`;

/** What is kept with a record, in the order it came. */
export function listAttachments(connection: Connection, record: number): readonly Attachment[] {
  return connection
    .sql<Attachment>(
      `${line} SELECT ${columns} FROM standing_attachment a JOIN line ON line.id = a.record ORDER BY a.id`,
    )
    .all(record);
}

/** How many files records have, by their numbers; those without any are left out. */
export function filesOf(
  connection: Connection,
  records: readonly number[],
): readonly { readonly record: number; readonly files: number }[] {
  return connection
    .sql<{ record: number; files: number }>(
      `WITH RECURSIVE line(record, id) AS (
        SELECT value, value FROM json_each(?)
        UNION SELECT line.record, r.replaces FROM line JOIN record r ON r.id = line.id WHERE r.replaces IS NOT NULL)
      SELECT line.record, count(*) AS files FROM line CROSS JOIN standing_attachment a ON a.record = line.id
      GROUP BY line.record`,
    )
    .all(JSON.stringify(records));
}

/**
 * Keeps a file with a record. Refused: no such record; a file that is none of those kept, or is too large; the same file
 * is there already.
 */
export function attach(connection: Connection, at: Instant, file: NewAttachment): Outcome<{ readonly id: number }> {
  const { record, name, bytes } = file;
  const wrong = textProblem(name, 'name');
  if (wrong !== undefined) return wrong;
  if (bytes.byteLength > largestAttachment) {
    return refuse('attachment-too-large', 'file', { file: name, megabytes: largestAttachment / 1024 ** 2 });
  }
  const kind = attachedKind(bytes);
  if (kind === null) return refuse('attachment-kind', 'file', { file: name });
  const sha256 = hash('sha256', bytes);
  return act(connection, at, (draft) => {
    const stands = connection.sql('SELECT 1 FROM standing_record WHERE id = ?').get(record) !== undefined;
    if (!stands) return refuse('record-unknown', 'record', { record });
    if (listAttachments(connection, record).some((a) => a.sha256 === sha256)) {
      return refuse('attachment-there', 'file', { file: name });
    }
    keepBytes(connection, sha256, bytes);
    const id = addRow(draft, 'attachment', [record, name, kind, bytes.byteLength, sha256]);
    return done({ what: 'Attached a file to a record', value: { id } });
  });
}

function keepBytes(connection: Connection, sha256: string, bytes: Uint8Array): void {
  if (connection.sql('SELECT 1 FROM attached_part WHERE sha256 = ?').get(sha256) !== undefined) return;
  const insert = connection.sql('INSERT INTO attached_part VALUES (?, ?, ?)');
  for (let part = 0; part * partBytes < bytes.byteLength; part += 1) {
    insert.run(sha256, part, bytes.subarray(part * partBytes, (part + 1) * partBytes));
  }
}

/** Takes a file off its record. The bytes stay, for what was done can be undone. */
export function detach(connection: Connection, at: Instant, id: number): Outcome<{ readonly id: number }> {
  return act(connection, at, (draft) => {
    const found = standing(connection, id);
    if (found === undefined) return refuse('attachment-unknown', 'id', { id });
    addTaking(draft, 'detachment', [id], id);
    return done({ what: 'Took a file off a record', value: { id } });
  });
}

const standing = (connection: Connection, id: number): Attachment | undefined =>
  connection.sql<Attachment>(`SELECT ${columns} FROM standing_attachment a WHERE a.id = ?`).get(id);

/** The file whole, as it was given. Refused: it is not there, or is no longer what it was. */
export function openAttachment(connection: Connection, id: number): Outcome<OpenAttachment> {
  const found = standing(connection, id);
  if (found === undefined) return refuse('attachment-unknown', 'id', { id });
  const bytes = Buffer.concat([...parts(connection, found.sha256)]);
  if (hash('sha256', bytes) !== found.sha256) return refuse('attachment-damaged', 'id', { file: found.name });
  return done({ ...found, bytes: new Uint8Array(bytes) });
}

function* parts(connection: Connection, sha256: string): Generator<Buffer> {
  const next = connection.sql<Buffer>('SELECT bytes FROM attached_part WHERE sha256 = ? AND part = ?').pluck();
  for (let part = 0; ; part += 1) {
    const bytes = next.get(sha256, part);
    if (bytes === undefined) return;
    yield bytes;
  }
}

const notErased = `NOT EXISTS (SELECT 1 FROM erased e WHERE e.kind = 'attachment' AND e.target = a.id)`;

/** The first attachment whose bytes are missing or are not what its action says, and bytes that belong to none. */
export function attachmentsChanged(connection: Connection): Verified['checks'] {
  const kept = connection.sql<{ id: number; sha256: string }>(
    `SELECT min(a.id) AS id, a.sha256 FROM attachment a WHERE ${notErased} GROUP BY a.sha256`,
  );
  for (const { id, sha256 } of kept.all()) {
    const whole = createHash('sha256');
    for (const bytes of parts(connection, sha256)) whole.update(bytes);
    if (whole.digest('hex') !== sha256) return [{ code: 'attachment-changed', detail: `attachment ${id}` }];
  }
  const stray = connection.sql(`SELECT 1 FROM attached_part p
    WHERE NOT EXISTS (SELECT 1 FROM attachment a WHERE a.sha256 = p.sha256 AND ${notErased}) LIMIT 1`);
  return stray.get() === undefined ? [] : [{ code: 'attachment-added', detail: 'bytes of no attachment' }];
}
