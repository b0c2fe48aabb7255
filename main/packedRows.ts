/**
 * How do a file's bank rows cross from the thread that reads them to the one that keeps them?
 *
 * As one text a batch: a text is copied between threads far faster than the thousands of values in it. A record's day and
 * words are nearly always those of its row, and are then not said again.
 */
import { identityKey, type NewBankRow, type NewRecord } from './bankRow.ts';

type PackedRecord = readonly [
  source: string,
  letting: string | null,
  date: NewRecord['date'] | 0,
  category: string,
  pence: NewRecord['pence'],
  description: string | 0,
];
type PackedRow = readonly [
  line: number,
  date: NewBankRow['date'],
  text: string,
  pence: NewBankRow['pence'],
  balance: NewBankRow['balance'],
  bankId: string | null,
  identity: string,
  nth: number | null,
  raw: string,
  sorted: readonly PackedRecord[] | 'not-business' | 'between-my-accounts' | null,
  rule: number | null,
];

/** The rows as text. `unpackRows(packRows(rows))` is the rows, each identity as the books keep it. */
export const packRows = (rows: readonly NewBankRow[]): string => JSON.stringify(rows.map(packed));

/** The rows of a text that `packRows` made. */
export const unpackRows = (text: string): NewBankRow[] => (JSON.parse(text) as readonly PackedRow[]).map(unpacked);

function packed(row: NewBankRow): PackedRow {
  const { line, date, text, pence, balance, bankId, identity, nth = null, raw, sorted, rule = null } = row;
  const became = sorted === null || typeof sorted === 'string' ? sorted : sorted.map((r) => packedRecord(r, row));
  return [line, date, text, pence, balance, bankId, identityKey(identity), nth, raw, became, rule];
}

const packedRecord = (r: NewRecord, { date, text }: NewBankRow): PackedRecord => [
  r.source,
  r.letting,
  r.date === date ? 0 : r.date,
  r.category,
  r.pence,
  r.description === text ? 0 : r.description,
];

function unpacked(row: PackedRow): NewBankRow {
  const [line, date, text, pence, balance, bankId, identity, nth, raw, became, rule] = row;
  const sorted =
    became === null || typeof became === 'string' ? became : became.map((r) => unpackedRecord(r, date, text));
  return { line, date, text, pence, balance, bankId, identity, nth, raw, sorted, rule };
}

function unpackedRecord(
  [source, letting, day, category, pence, words]: PackedRecord,
  date: NewRecord['date'],
  text: string,
): NewRecord {
  return {
    source,
    letting,
    date: day === 0 ? date : day,
    category,
    pence,
    description: words === 0 ? text : words,
  };
}
