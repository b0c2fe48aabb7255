/**
 * What is left of a row that was removed for good?
 *
 * Its number and what it is joined to, so that the history around it still reads; never what a person or a bank wrote, a
 * day or an amount.
 */
import type { Cell } from './tables.ts';

export const blankTables = [
  'imported_file',
  'answered',
  'file_days',
  'bank_account',
  'bank_row',
  'record',
  'attachment',
] as const;
export type BlankTable = (typeof blankTables)[number];
type Columns = Readonly<Record<string, Cell>>;

const noDay = '1970-01-01';

/** The columns that lose what they said, and what they say then; every other column of these tables stays. */
export const blanks: Readonly<Record<BlankTable, (id: number) => Columns>> = {
  imported_file: () => ({ name: '' }),
  answered: () => ({ about: '', answer: '' }),
  file_days: () => ({ first_day: noDay, last_day: noDay }),
  bank_account: (id) => ({ name: `removed for good ${id}` }),
  bank_row: () => ({ line: 0, day: noDay, text: '', pence: 0, balance: null, bank_id: null, identity: '', raw: '' }),
  record: () => ({ day: noDay, category: '', pence: 0, own: 0, description: '' }),
  attachment: () => ({ name: '', size: 0 }),
};

/** A row of a payload as it is left: `[7, 1, '2026-05-01', 'Rent', …]` becomes `[7, 1, '1970-01-01', '', …]`. */
export function blanked(
  table: BlankTable,
  columns: readonly string[],
  row: readonly [id: number, ...rest: Cell[]],
): readonly [id: number, ...rest: Cell[]] {
  const [id, ...rest] = row;
  const says = blanks[table](id);
  const left = (cell: Cell, column = ''): Cell => {
    const blank = says[column];
    return blank === undefined ? cell : blank;
  };
  return [id, ...rest.map((cell, i) => left(cell, columns[i + 1]))];
}
