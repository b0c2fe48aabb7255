/**
 * Where does a bank row wait that may be one the books have already?
 *
 * A held row is a bank row like any other, with a question: `alike` is the row it may be the same as. Its answer is a row
 * of its own; "the same one" takes the bank row away, "another" lets it wait to be sorted. Each file's first and last day
 * are kept, because only rows of these days can be in doubt.
 */
import type Database from 'better-sqlite3';
import { civilDay, neverChanged } from './guards.ts';

const added = `
CREATE TABLE file_days (
  id INTEGER PRIMARY KEY,
  file INTEGER NOT NULL REFERENCES imported_file,
  first_day TEXT NOT NULL ${civilDay('first_day')},
  last_day TEXT NOT NULL ${civilDay('last_day')}
) STRICT;
CREATE INDEX file_days_of ON file_days (file);
CREATE TABLE held (
  id INTEGER PRIMARY KEY,
  bank_row INTEGER NOT NULL REFERENCES bank_row,
  alike INTEGER NOT NULL REFERENCES bank_row
) STRICT;
CREATE INDEX held_row ON held (bank_row);
CREATE TABLE held_answer (
  id INTEGER PRIMARY KEY,
  answer TEXT NOT NULL CHECK (answer IN ('same', 'another')),
  bank_row INTEGER NOT NULL REFERENCES bank_row,
  takes INTEGER REFERENCES bank_row
) STRICT;
CREATE INDEX held_answer_of ON held_answer (bank_row);
CREATE VIEW standing_held_answer AS
  SELECT t.* FROM held_answer t WHERE NOT EXISTS (SELECT 1 FROM gone g WHERE g.kind = 'held_answer' AND g.id = t.id);

DROP VIEW standing_bank_row;
CREATE VIEW standing_bank_row AS SELECT b.*, coalesce(
    (SELECT s.became FROM sorting s WHERE s.bank_row = b.id
      AND NOT EXISTS (SELECT 1 FROM gone g WHERE g.kind = 'sorting' AND g.id = s.id) ORDER BY s.id DESC LIMIT 1),
    b.became,
    (SELECT 'held' FROM held h WHERE h.bank_row = b.id
      AND NOT EXISTS (SELECT 1 FROM standing_held_answer a WHERE a.bank_row = b.id AND a.answer = 'another')),
    'unsorted') AS state
  FROM bank_row b WHERE NOT EXISTS (SELECT 1 FROM gone g WHERE g.kind = 'bank_row' AND g.id = b.id);
`;

/** A part of version 5. */
export function heldRows(db: Database.Database): void {
  db.exec(added);
  db.exec(neverChanged(['file_days', 'held', 'held_answer']));
}
