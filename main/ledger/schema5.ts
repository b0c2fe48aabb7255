/**
 * What does version 5 of the tables add?
 *
 * Each part is one function in its own module, run in this order inside one transaction.
 */
import type Database from 'better-sqlite3';
import { changedSources } from './changeTables.ts';
import { erasures } from './erasureTables.ts';
import { heldRows } from './heldTables.ts';
import { sortingRules } from './ruleTables.ts';
import { spanTotals } from './spanTotals.ts';
import { rowWords } from './wordTables.ts';

const parts: readonly ((db: Database.Database) => void)[] = [
  sortingRules,
  heldRows,
  erasures,
  changedSources,
  spanTotals,
  rowWords,
];

/** From version 4 to version 5. */
export function versionFive(db: Database.Database): void {
  for (const part of parts) part(db);
}
