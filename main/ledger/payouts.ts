/**
 * Which payments were recorded as they arrived, from somebody who may have taken something off first?
 *
 * A record made from a bank row began with the bank's words, and the index of words still knows them, however it was
 * corrected since: so the rows are found without reading all of them. A row that was split is whole again and is left out.
 */
import type { PlainDate } from '../../shared/values/dates.ts';
import type { Pence } from '../../shared/values/money.ts';
import type { Connection } from './connection.ts';
import { knownSources } from './sources.ts';

export interface StoredPayout {
  readonly record: number;
  readonly row: number;
  readonly date: PlainDate;
  readonly text: string;
  readonly description: string;
  readonly source: string;
  readonly letting: string | null;
  readonly category: string;
  /** What arrived. */
  readonly pence: Pence;
}

interface RecordOfRow {
  readonly record: number;
  readonly source: number;
  readonly letting: number | null;
  readonly date: PlainDate;
  readonly category: string;
  readonly pence: Pence;
  readonly description: string;
}

/** Money in that one record alone stands for, from rows whose text holds any of these words, newest first. */
export function readPayouts(connection: Connection, words: readonly string[]): readonly StoredPayout[] {
  const rowsWith = connection.sql<{ row: number }>(
    `SELECT DISTINCT r.bank_row AS row FROM record_words JOIN record r ON r.id = record_words.rowid
    WHERE record_words.description LIKE ? AND r.bank_row IS NOT NULL`,
  );
  const rows = new Set(
    words.filter((word) => /^[^%_]{3,}$/u.test(word)).flatMap((word) => rowsWith.all(`%${word}%`).map((r) => r.row)),
  );
  const codes = codesOf(connection);
  // Some small questions a row are many times faster than one that joins everything.
  const recordsOf = connection.sql<RecordOfRow>(
    `SELECT id AS record, source, letting, day AS date, category, pence, description FROM standing_record
    WHERE bank_row = ? LIMIT 2`,
  );
  const arrived = connection.sql<{ text: string; pence: Pence }>('SELECT text, pence FROM bank_row WHERE id = ?');
  const found = [...rows].flatMap((row): StoredPayout[] => {
    const [record, another] = recordsOf.all(row);
    const bank = record === undefined || another !== undefined ? undefined : arrived.get(row);
    if (record === undefined || bank === undefined || bank.pence <= 0 || bank.pence !== record.pence) return [];
    const letting = record.letting === null ? null : (codes.lettings.get(record.letting) ?? null);
    return [{ ...record, row, text: bank.text, letting, source: codes.sources.get(record.source) ?? '' }];
  });
  return found.toSorted((a, b) => (a.date < b.date ? 1 : a.date > b.date ? -1 : b.record - a.record));
}

function codesOf(connection: Connection): {
  readonly sources: ReadonlyMap<number, string>;
  readonly lettings: ReadonlyMap<number, string>;
} {
  const sources = knownSources(connection);
  return {
    sources: new Map(sources.map(({ key, id }) => [key, id])),
    lettings: new Map(sources.flatMap(({ lettings }) => lettings.map(({ key, id }) => [key, id] as const))),
  };
}

/**
 * The bank's words of payments in of which a part was recorded in this category, such as tax taken off: whoever paid them
 * takes something off. The kept totals know the days, so that no other record is read.
 */
export function readRestored(connection: Connection, category: string): readonly string[] {
  return connection
    .sql<{ text: string }>(
      `SELECT DISTINCT b.text FROM (SELECT DISTINCT day FROM total WHERE category = ?) t
      JOIN standing_record r ON r.day = t.day AND r.category = ? JOIN bank_row b ON b.id = r.bank_row WHERE b.pence > 0`,
    )
    .all(category, category)
    .map(({ text }) => text);
}
