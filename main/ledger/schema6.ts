/**
 * What does version 6 of the tables add?
 *
 * That a source or a letting was entered by mistake: a removal names the row that goes, and all that was said of it goes along.
 */
import type Database from 'better-sqlite3';
import { neverChanged } from './guards.ts';

/** From version 5 to version 6. */
export function removedSources(db: Database.Database): void {
  db.exec(`
CREATE TABLE source_removal (
  id INTEGER PRIMARY KEY,
  source INTEGER NOT NULL REFERENCES source
) STRICT;
CREATE TABLE letting_removal (
  id INTEGER PRIMARY KEY,
  letting INTEGER NOT NULL REFERENCES letting
) STRICT;
`);
  db.exec(neverChanged(['source_removal', 'letting_removal']));
}
