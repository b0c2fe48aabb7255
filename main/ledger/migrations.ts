/**
 * How does a ledger file come to have the tables this version needs?
 *
 * A list: the entry at index n brings a file from version n to n + 1. Each runs in one transaction that also sets the
 * version, so a file is at one version or at the next and never between. Entries are added at the end, never changed.
 *
 * Money is integer pence, days are civil dates that exist (`date(d)` alone would take 30 February for 2 March), and
 * whatever is history refuses UPDATE and DELETE. Only `total`, `month_total`, `year_total`, `bank_day`, `unsorted`, `gone` and `bank_identity` are
 * kept, that is derived from the rest and re-derived by `verify`.
 */
import type Database from 'better-sqlite3';
import { civilDay, neverChanged } from './guards.ts';
import { changesWithoutLoss, historyTablesOf1 } from './schema2.ts';
import { searchableWords } from './schema3.ts';
import { attachedFiles } from './schema4.ts';
import { versionFive } from './schema5.ts';
import { removedSources } from './schema6.ts';

/** The four bytes that say whose file it is: "QDay". */
export const applicationId = 0x51446179;

const wholeSchema = `
CREATE TABLE action (
  id INTEGER PRIMARY KEY,
  text TEXT NOT NULL,
  hash TEXT NOT NULL CHECK (length(hash) = 64)
) STRICT;
CREATE TABLE payload (
  id INTEGER PRIMARY KEY,
  hash TEXT NOT NULL UNIQUE CHECK (length(hash) = 64),
  text TEXT NOT NULL
) STRICT;

CREATE TABLE meta (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  created_at TEXT NOT NULL,
  example_name TEXT,
  example_as_at TEXT ${civilDay('example_as_at')}
) STRICT;
CREATE TABLE source (
  id INTEGER PRIMARY KEY,
  code TEXT NOT NULL UNIQUE,
  kind TEXT NOT NULL CHECK (kind IN ('self-employment', 'uk-property', 'foreign-property')),
  name TEXT NOT NULL,
  started_on TEXT ${civilDay('started_on')},
  ceased_on TEXT ${civilDay('ceased_on')}
) STRICT;
CREATE TABLE letting (
  id INTEGER PRIMARY KEY,
  source INTEGER NOT NULL REFERENCES source,
  code TEXT NOT NULL,
  name TEXT NOT NULL,
  country TEXT,
  UNIQUE (source, code)
) STRICT;
CREATE TABLE letting_share (
  id INTEGER PRIMARY KEY,
  letting INTEGER NOT NULL REFERENCES letting,
  from_day TEXT ${civilDay('from_day')},
  share_of INTEGER NOT NULL CHECK (share_of > 0 AND share_of <= share_in),
  share_in INTEGER NOT NULL,
  UNIQUE (letting, from_day)
) STRICT;
CREATE TABLE bank_account (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE
) STRICT;
CREATE TABLE imported_file (
  id INTEGER PRIMARY KEY,
  account INTEGER NOT NULL REFERENCES bank_account,
  name TEXT NOT NULL,
  sha256 TEXT NOT NULL,
  profile TEXT
) STRICT;
CREATE TABLE bank_row (
  id INTEGER PRIMARY KEY,
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
  became TEXT CHECK (became IN ('records', 'not-business', 'between-my-accounts')),
  UNIQUE (account, identity)
) STRICT;
CREATE TABLE record (
  id INTEGER PRIMARY KEY,
  source INTEGER NOT NULL REFERENCES source,
  letting INTEGER REFERENCES letting,
  day TEXT NOT NULL ${civilDay('day')},
  category TEXT NOT NULL,
  pence INTEGER NOT NULL,
  own INTEGER NOT NULL,
  description TEXT NOT NULL,
  bank_row INTEGER REFERENCES bank_row,
  replaces INTEGER REFERENCES record
) STRICT;
CREATE INDEX record_by_day ON record (day);
CREATE TABLE sorting (
  id INTEGER PRIMARY KEY REFERENCES bank_row,
  became TEXT NOT NULL CHECK (became IN ('records', 'not-business', 'between-my-accounts'))
) STRICT;
CREATE TABLE told (
  id INTEGER PRIMARY KEY,
  topic TEXT NOT NULL,
  tax_year TEXT,
  entry TEXT NOT NULL
) STRICT;

CREATE TABLE total (
  category TEXT NOT NULL,
  day TEXT NOT NULL,
  source INTEGER NOT NULL,
  letting INTEGER NOT NULL,
  whole INTEGER NOT NULL,
  own INTEGER NOT NULL,
  count INTEGER NOT NULL,
  PRIMARY KEY (category, day, source, letting)
) STRICT, WITHOUT ROWID;
CREATE TABLE bank_day (
  day TEXT NOT NULL PRIMARY KEY,
  row_count INTEGER NOT NULL,
  unsorted_count INTEGER NOT NULL,
  unsorted_in INTEGER NOT NULL,
  unsorted_out INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE unsorted (
  day TEXT NOT NULL,
  id INTEGER NOT NULL,
  PRIMARY KEY (day, id)
) STRICT, WITHOUT ROWID;
`;

type Migration = (db: Database.Database) => void;

const migrations: readonly Migration[] = [
  (db) => {
    db.pragma(`application_id = ${applicationId}`);
    db.exec(wholeSchema);
    db.exec(neverChanged(['action', 'payload', ...historyTablesOf1]));
  },
  changesWithoutLoss,
  searchableWords,
  attachedFiles,
  versionFive,
  removedSources,
];

/** The version this program writes; a file of a later one is refused by name. */
export const schemaVersion = migrations.length;

export const versionOf = (db: Database.Database): number => Number(db.pragma('user_version', { simple: true }));

/** Brings the file to `schemaVersion`, one version a transaction; a failure leaves it at the version before. */
export function migrate(db: Database.Database): void {
  db.pragma('foreign_keys = OFF');
  for (let version = versionOf(db); version < schemaVersion; version += 1) {
    const step = migrations[version];
    if (step === undefined) throw new RangeError(`no migration from version ${version}`);
    db.transaction(() => {
      step(db);
      const loose = db.pragma('foreign_key_check') as readonly unknown[];
      if (loose.length > 0) throw new Error(`migration ${version + 1} leaves rows that refer to nothing`);
      db.pragma(`user_version = ${version + 1}`);
    }).immediate();
  }
  db.pragma('foreign_keys = ON');
}
