/**
 * Where are a person's sorting rules kept, and which rule made a record?
 *
 * A rule is a row of its own under its number, as canonical JSON; a changed one replaces it, a removal names it, and the
 * latest order that stands says which is asked first. A record, a bank row and a sorting name the rule that made them, and
 * nothing where a person did. `answered` keeps what was said once to a question of the books, so that it is not asked again.
 */
import type Database from 'better-sqlite3';
import { neverChanged } from './guards.ts';

const added = `
CREATE TABLE sorting_rule (
  id INTEGER PRIMARY KEY,
  number INTEGER NOT NULL CHECK (number > 0),
  entry TEXT NOT NULL,
  replaces INTEGER REFERENCES sorting_rule
) STRICT;
CREATE TABLE sorting_rule_removal (
  id INTEGER PRIMARY KEY,
  rule INTEGER NOT NULL REFERENCES sorting_rule
) STRICT;
CREATE TABLE sorting_rule_order (
  id INTEGER PRIMARY KEY,
  numbers TEXT NOT NULL
) STRICT;
CREATE TABLE answered (
  id INTEGER PRIMARY KEY,
  question TEXT NOT NULL,
  about TEXT NOT NULL,
  answer TEXT NOT NULL
) STRICT;

ALTER TABLE record ADD COLUMN rule INTEGER;
ALTER TABLE bank_row ADD COLUMN rule INTEGER;
ALTER TABLE sorting ADD COLUMN rule INTEGER;
CREATE INDEX bank_row_by_rule ON bank_row (rule) WHERE rule IS NOT NULL;
CREATE INDEX sorting_by_rule ON sorting (rule) WHERE rule IS NOT NULL;
`;

const standing = (table: string): string => `CREATE VIEW standing_${table} AS
  SELECT t.* FROM ${table} t WHERE NOT EXISTS (SELECT 1 FROM gone g WHERE g.kind = '${table}' AND g.id = t.id);`;

/** A part of version 5. */
export function sortingRules(db: Database.Database): void {
  db.exec(added);
  for (const table of ['sorting_rule', 'sorting_rule_order', 'answered', 'sorting']) db.exec(standing(table));
  db.exec(neverChanged(['sorting_rule', 'sorting_rule_removal', 'sorting_rule_order', 'answered']));
}
