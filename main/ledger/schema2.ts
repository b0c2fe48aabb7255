/**
 * What does version 2 of the tables add: how is something taken back without being lost?
 *
 * A correction is a record that replaces another; a removal, the removal of an import and a step back or forth are rows of
 * their own. Which rows hold no longer is kept in `gone`, by the action that took them away (or minus the action that is
 * undone), so that taking a step back gives back exactly what that action took. What is gone leaves its place: an id, a
 * share's day and a bank row's identity are free again, which is why the constraints of version 1 on them end here.
 */
import type Database from 'better-sqlite3';
import { civilDay, neverChanged } from './guards.ts';

export const historyTablesOf1 = [
  'meta',
  'source',
  'letting',
  'letting_share',
  'bank_account',
  'imported_file',
  'bank_row',
  'record',
  'sorting',
  'told',
] as const;

const sorts = "'records', 'not-business', 'between-my-accounts'";

const rebuilt: Readonly<Record<string, { columns: string; copied: string }>> = {
  source: {
    columns: `id INTEGER PRIMARY KEY,
  code TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('self-employment', 'uk-property', 'foreign-property')),
  name TEXT NOT NULL,
  started_on TEXT ${civilDay('started_on')},
  ceased_on TEXT ${civilDay('ceased_on')}`,
    copied: '*',
  },
  letting: {
    columns: `id INTEGER PRIMARY KEY,
  source INTEGER NOT NULL REFERENCES source,
  code TEXT NOT NULL,
  name TEXT NOT NULL,
  country TEXT`,
    copied: '*',
  },
  letting_share: {
    columns: `id INTEGER PRIMARY KEY,
  letting INTEGER NOT NULL REFERENCES letting,
  from_day TEXT ${civilDay('from_day')},
  share_of INTEGER NOT NULL CHECK (share_of > 0 AND share_of <= share_in),
  share_in INTEGER NOT NULL`,
    copied: '*',
  },
  bank_row: {
    columns: `id INTEGER PRIMARY KEY,
  account INTEGER NOT NULL REFERENCES bank_account,
  file INTEGER NOT NULL REFERENCES imported_file,
  line INTEGER NOT NULL,
  day TEXT NOT NULL ${civilDay('day')},
  text TEXT NOT NULL,
  pence INTEGER NOT NULL,
  balance INTEGER,
  bank_id TEXT,
  identity TEXT NOT NULL,
  raw TEXT NOT NULL,
  became TEXT CHECK (became IN (${sorts}))`,
    copied: '*',
  },
  sorting: {
    columns: `id INTEGER PRIMARY KEY,
  became TEXT NOT NULL CHECK (became IN (${sorts}, 'unsorted')),
  bank_row INTEGER NOT NULL REFERENCES bank_row`,
    copied: 'id, became, id',
  },
};

const added = `
CREATE TABLE removal (
  id INTEGER PRIMARY KEY,
  record INTEGER NOT NULL REFERENCES record
) STRICT;
CREATE TABLE import_removal (
  id INTEGER PRIMARY KEY,
  file INTEGER NOT NULL REFERENCES imported_file
) STRICT;
CREATE TABLE reversal (
  id INTEGER PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('undo', 'redo')),
  action INTEGER NOT NULL REFERENCES action
) STRICT;
CREATE INDEX reversal_of ON reversal (action);
CREATE INDEX sorting_of ON sorting (bank_row);
CREATE INDEX record_of_row ON record (bank_row) WHERE bank_row IS NOT NULL;
CREATE INDEX record_replacing ON record (replaces) WHERE replaces IS NOT NULL;

CREATE TABLE gone (
  kind TEXT NOT NULL,
  id INTEGER NOT NULL,
  by INTEGER NOT NULL,
  PRIMARY KEY (kind, id, by)
) STRICT, WITHOUT ROWID;
CREATE INDEX gone_by ON gone (by);
CREATE TABLE bank_identity (
  account INTEGER NOT NULL,
  identity TEXT NOT NULL,
  bank_row INTEGER NOT NULL,
  PRIMARY KEY (account, identity)
) STRICT, WITHOUT ROWID;
INSERT INTO bank_identity SELECT account, identity, id FROM bank_row ORDER BY account, identity;

CREATE VIEW standing_bank_row AS SELECT b.*, coalesce(
    (SELECT s.became FROM sorting s WHERE s.bank_row = b.id
      AND NOT EXISTS (SELECT 1 FROM gone g WHERE g.kind = 'sorting' AND g.id = s.id) ORDER BY s.id DESC LIMIT 1),
    b.became, 'unsorted') AS state
  FROM bank_row b WHERE NOT EXISTS (SELECT 1 FROM gone g WHERE g.kind = 'bank_row' AND g.id = b.id);
`;

const viewed = ['source', 'letting', 'letting_share', 'imported_file', 'record', 'told'] as const;
const standing = (table: string): string => `CREATE VIEW standing_${table} AS
  SELECT t.* FROM ${table} t WHERE NOT EXISTS (SELECT 1 FROM gone g WHERE g.kind = '${table}' AND g.id = t.id);`;

const rebuild = (table: string, { columns, copied }: { columns: string; copied: string }): string => `
CREATE TABLE ${table}_rebuilt (${columns}) STRICT;
INSERT INTO ${table}_rebuilt SELECT ${copied} FROM ${table};
DROP TABLE ${table};
ALTER TABLE ${table}_rebuilt RENAME TO ${table};`;

/** From version 1 to version 2. Needs foreign keys off, as `migrate` has them. */
export function changesWithoutLoss(db: Database.Database): void {
  for (const [table, how] of Object.entries(rebuilt)) db.exec(rebuild(table, how));
  db.exec(added);
  for (const table of viewed) db.exec(standing(table));
  db.exec(neverChanged([...Object.keys(rebuilt), 'removal', 'import_removal', 'reversal']));
}
