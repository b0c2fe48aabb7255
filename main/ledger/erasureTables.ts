/**
 * How do the books say that something was removed for good?
 *
 * An erasure names a payload whose text went and the one that stands in its place; `erased` names each row whose words
 * went with it. Both are history, so the chain answers for what is left. `unswept` is there while the file itself may
 * still hold bytes of it: see `sweeping.ts`.
 */
import type Database from 'better-sqlite3';
import { neverChanged } from './guards.ts';

const added = `
CREATE TABLE erasure (
  id INTEGER PRIMARY KEY,
  action INTEGER NOT NULL,
  payload TEXT NOT NULL CHECK (length(payload) = 64),
  instead TEXT NOT NULL CHECK (length(instead) = 64)
) STRICT;
CREATE INDEX erasure_of ON erasure (payload);
CREATE INDEX erasure_by ON erasure (action);
CREATE TABLE erased (
  id INTEGER PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('imported_file', 'answered', 'bank_row', 'record', 'attachment')),
  target INTEGER NOT NULL
) STRICT;
CREATE INDEX erased_row ON erased (kind, target);
CREATE TABLE unswept (
  id INTEGER PRIMARY KEY CHECK (id = 1)
) STRICT;
INSERT INTO record_words (record_words, rank) VALUES ('secure-delete', 1);
`;

/** A part of version 5. */
export function erasures(db: Database.Database): void {
  db.exec(added);
  db.exec(neverChanged(['erasure', 'erased']));
}
