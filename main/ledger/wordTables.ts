/**
 * How is a word found among bank rows that wait, and how is an index of words checked?
 *
 * Bank rows that did not become records when they came in, or were sorted anew since, have an index like that of the
 * records: those alone can ever wait. The `…_letters` tables store nothing: they show an index's entries, for `verify`.
 */
import type Database from 'better-sqlite3';
import { indexRows } from './words.ts';

const added = `
CREATE VIRTUAL TABLE row_words USING fts5(text, content='bank_row', content_rowid='id', tokenize='trigram',
  detail='none', columnsize=0);
INSERT INTO row_words (row_words, rank) VALUES ('secure-delete', 1);
CREATE TABLE rows_searchable (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  last_row INTEGER NOT NULL,
  last_sorting INTEGER NOT NULL
) STRICT;
INSERT INTO rows_searchable VALUES (1, 0, 0);
CREATE VIRTUAL TABLE record_letters USING fts5vocab(record_words, instance);
CREATE VIRTUAL TABLE row_letters USING fts5vocab(row_words, instance);
CREATE INDEX record_typed ON record (day) WHERE bank_row IS NULL;
`;

/** A part of version 5. */
export function rowWords(db: Database.Database): void {
  db.exec(added);
  indexRows({ sql: (text) => db.prepare(text) });
}
