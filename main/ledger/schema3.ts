/**
 * What does version 3 of the tables add: how is a word found among a million records?
 *
 * An index of every three letters in a row of every description, over the records themselves and so without their words.
 * Records are never changed, so nothing ever leaves it; those that no longer hold are left out when they are read.
 * `searchable` says up to which record it reaches: what an action added is indexed at its end, all at once.
 */
import type Database from 'better-sqlite3';

const index = `
CREATE VIRTUAL TABLE record_words USING fts5(description, content='record', content_rowid='id', tokenize='trigram',
  detail='none', columnsize=0);
CREATE TABLE searchable (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  last_record INTEGER NOT NULL
) STRICT;
INSERT INTO searchable VALUES (1, (SELECT coalesce(max(id), 0) FROM record));
INSERT INTO record_words (record_words) VALUES ('rebuild');
`;

/** From version 2 to version 3. */
export function searchableWords(db: Database.Database): void {
  db.exec(index);
}
