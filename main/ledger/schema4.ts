/**
 * What does version 4 of the tables add: where is the picture of a receipt?
 *
 * An attachment is a row of history that names its bytes by their SHA-256; so the chain of actions answers for them. The
 * bytes themselves are kept once, however many records they belong to, in parts.
 */
import type Database from 'better-sqlite3';
import { neverChanged } from './guards.ts';

const added = `
CREATE TABLE attachment (
  id INTEGER PRIMARY KEY,
  record INTEGER NOT NULL REFERENCES record,
  name TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('pdf', 'png', 'jpeg', 'webp', 'heic')),
  size INTEGER NOT NULL,
  sha256 TEXT NOT NULL CHECK (length(sha256) = 64)
) STRICT;
CREATE INDEX attachment_of ON attachment (record);
CREATE TABLE detachment (
  id INTEGER PRIMARY KEY,
  attachment INTEGER NOT NULL REFERENCES attachment
) STRICT;
CREATE TABLE attached_part (
  sha256 TEXT NOT NULL,
  part INTEGER NOT NULL,
  bytes BLOB NOT NULL,
  PRIMARY KEY (sha256, part)
) STRICT;
CREATE VIEW standing_attachment AS
  SELECT t.* FROM attachment t WHERE NOT EXISTS (SELECT 1 FROM gone g WHERE g.kind = 'attachment' AND g.id = t.id);
`;

/** From version 3 to version 4. */
export function attachedFiles(db: Database.Database): void {
  db.exec(added);
  db.exec(neverChanged(['attachment', 'detachment', 'attached_part']));
}
