/**
 * Which bank rows wait to be sorted, and what do they come to?
 */
import { asPence, nothing, type Pence } from '../../shared/values/money.ts';
import type { RowQuery, StoredBankRow, UnsortedPage } from './api.ts';
import type { Connection } from './connection.ts';
import { afterCursor, holding, isIndexed, pageOf, valuesOf, where, type Condition } from './paging.ts';

/** Bank rows that wait and have the text, newest first, and what all of them come to; money out is given without a minus. */
export function readUnsorted(connection: Connection, { text = '', after, limit }: RowQuery): UnsortedPage {
  // No row's text holds a NUL, and SQLite would look for what stands before it alone.
  if (text.includes('\0')) return { items: [], next: null, count: 0, moneyIn: nothing, moneyOut: nothing };
  const wanted = text === '' ? [] : [...inWords(text), holding('b.text', text)];
  const page = [...wanted, ...afterCursor(after, 'u.day', 'u.id')];
  const rows = connection
    .sql<StoredBankRow>(
      `SELECT b.id, a.name AS account, b.day AS date, b.text, b.pence
      FROM ${waitingRows(text)} JOIN bank_account a ON a.id = b.account
      ${where(page)} ORDER BY u.day DESC, u.id DESC LIMIT ?`,
    )
    .all(...valuesOf(page), limit + 1);
  return { ...pageOf(rows, limit, (r) => r.date), ...comeTo(connection, text, wanted) };
}

/** A text of three letters is looked up; what waits is walked for a shorter one. */
const waitingRows = (text: string): string =>
  isIndexed(text)
    ? 'row_words CROSS JOIN bank_row b ON b.id = row_words.rowid CROSS JOIN unsorted u ON u.day = b.day AND u.id = b.id'
    : 'unsorted u CROSS JOIN bank_row b ON b.id = u.id';
const inWords = (text: string): readonly Condition[] =>
  isIndexed(text) ? [{ sql: 'row_words.text LIKE ?', values: [`%${text}%`] }] : [];

type Sums = Pick<UnsortedPage, 'count' | 'moneyIn' | 'moneyOut'>;

function comeTo(connection: Connection, text: string, wanted: readonly Condition[]): Sums {
  const kept =
    'SELECT sum(unsorted_count) AS count, sum(unsorted_in) AS moneyIn, sum(unsorted_out) AS moneyOut FROM bank_day';
  const added = `SELECT count(*) AS count, sum(max(b.pence, 0)) AS moneyIn, sum(max(-b.pence, 0)) AS moneyOut
    FROM ${waitingRows(text)} ${where(wanted)}`;
  const all = connection
    .sql<{ count: number | null; moneyIn: number | null; moneyOut: number | null }>(wanted.length === 0 ? kept : added)
    .get(...valuesOf(wanted));
  return { count: all?.count ?? 0, moneyIn: pence(all?.moneyIn), moneyOut: pence(all?.moneyOut) };
}

const pence = (value: number | null | undefined): Pence =>
  value === null || value === undefined ? nothing : asPence(value);
