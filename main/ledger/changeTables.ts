/**
 * Where is it kept that a source or a letting is no longer as it was first entered, and that something told does not hold?
 *
 * A change is a row of its own with everything that then holds; the latest that stands counts, so that undoing it gives
 * back what was before. A removal names the row of `told` that goes.
 */
import type Database from 'better-sqlite3';
import { civilDay, neverChanged } from './guards.ts';

const added = `
CREATE TABLE source_change (
  id INTEGER PRIMARY KEY,
  source INTEGER NOT NULL REFERENCES source,
  name TEXT NOT NULL,
  started_on TEXT ${civilDay('started_on')},
  ceased_on TEXT ${civilDay('ceased_on')},
  basis TEXT NOT NULL CHECK (basis IN ('cash', 'traditional')),
  vat_registered INTEGER NOT NULL CHECK (vat_registered IN (0, 1)),
  update_periods TEXT NOT NULL
) STRICT;
CREATE TABLE letting_change (
  id INTEGER PRIMARY KEY,
  letting INTEGER NOT NULL REFERENCES letting,
  name TEXT NOT NULL,
  country TEXT,
  rent_a_room INTEGER NOT NULL CHECK (rent_a_room IN (0, 1))
) STRICT;
CREATE TABLE told_removal (
  id INTEGER PRIMARY KEY,
  told INTEGER NOT NULL REFERENCES told
) STRICT;
`;

const standing = (table: string): string => `CREATE VIEW standing_${table} AS
  SELECT t.* FROM ${table} t WHERE NOT EXISTS (SELECT 1 FROM gone g WHERE g.kind = '${table}' AND g.id = t.id);`;

/** A part of version 5. */
export function changedSources(db: Database.Database): void {
  db.exec(added);
  for (const table of ['source_change', 'letting_change']) db.exec(standing(table));
  db.exec(neverChanged(['source_change', 'letting_change', 'told_removal']));
}
