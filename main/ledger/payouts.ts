/**
 * Which payments were recorded as they arrived, from somebody who may have taken something off first?
 *
 * A record made from a bank row began with the bank's words, and the index of words still knows them, however it was
 * corrected since: so the rows are found without reading all of them. A row that was split is whole again and is left out.
 */
import type { PlainDate } from '../../shared/values/dates.ts';
import type { Pence } from '../../shared/values/money.ts';
import type { Connection } from './connection.ts';

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

/** Money in that one record alone stands for, from rows whose text holds any of these words, newest first. */
export function readPayouts(connection: Connection, words: readonly string[]): readonly StoredPayout[] {
  const rowsWith = connection.sql<{ row: number }>(
    `SELECT DISTINCT r.bank_row AS row FROM record_words JOIN record r ON r.id = record_words.rowid
    WHERE record_words.description LIKE ? AND r.bank_row IS NOT NULL`,
  );
  const rows = new Set(
    words.filter((word) => /^[^%_]{3,}$/u.test(word)).flatMap((word) => rowsWith.all(`%${word}%`).map((r) => r.row)),
  );
  const find = connection.sql<StoredPayout>(
    `SELECT r.id AS record, b.id AS row, r.day AS date, b.text, r.description, s.code AS source, l.code AS letting,
      r.category, r.pence
    FROM standing_bank_row b JOIN standing_record r ON r.bank_row = b.id JOIN source s ON s.id = r.source
    LEFT JOIN letting l ON l.id = r.letting
    WHERE b.id = ? AND b.pence > 0 AND r.pence = b.pence
      AND (SELECT count(*) FROM standing_record o WHERE o.bank_row = b.id) = 1`,
  );
  return [...rows]
    .flatMap((row) => find.get(row) ?? [])
    .toSorted((a, b) => (a.date < b.date ? 1 : a.date > b.date ? -1 : b.record - a.record));
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
