/**
 * Which column of this file holds what, and on which line do its rows begin?
 *
 * The file says so itself: the header is looked for in its first lines, not on line 1, and whichever delimiter makes a
 * known header of a line is the delimiter. What the person says about the columns goes before what the file says.
 */
import type { ColumnMapping } from '../../shared/contract/contract.ts';
import { cellsOf, delimiters, type Delimiter, type RawRow } from './csv.ts';
import { readDate, readMoney, readText, type DateOrder } from './fields.ts';
import type { BankProfile } from './profiles/profile.ts';

/** Columns counted from 0; null where the file has none. */
export interface Columns {
  readonly date: number;
  readonly text: readonly number[];
  readonly amount: number | null;
  readonly moneyIn: number | null;
  readonly moneyOut: number | null;
  readonly balance: number | null;
  readonly bankId: number | null;
  readonly sortCode: number | null;
  readonly accountNumber: number | null;
  readonly currency: number | null;
  readonly ownMoves: number | null;
  readonly account: number | null;
  readonly fee: number | null;
  /** Says which way the money went, where the amount has no sign. */
  readonly direction: number | null;
  /** Says that a row moved no money; `without`, if there is one, must be empty then. */
  readonly passOver: number | null;
  readonly without: number | null;
  /** What was charged, what was taken off it, and what arrived: the row's amount is `net`. */
  readonly gross: number | null;
  readonly deducted: number | null;
  readonly net: number | null;
}
export interface Layout {
  readonly profile: BankProfile | null;
  readonly delimiter: Delimiter;
  /** Line of the header, or null for a file without one. */
  readonly headerLine: number | null;
  /** Rows begin on this line; what stands before it is the header and what came before that. */
  readonly firstLine: number;
  readonly names: readonly string[];
  readonly width: number;
  readonly columns: Columns;
  readonly dateOrder: DateOrder;
  /** What was spent has no minus, what was paid off has one. */
  readonly inverted: boolean;
  /** The words of the direction column, in capitals. */
  readonly directions: { readonly in: readonly string[]; readonly out: readonly string[] };
}

/** As banks write them, where nobody said otherwise. */
export const usualDirections = {
  in: ['CR', 'C', 'CREDIT', 'IN', 'PAID IN', 'MONEY IN', '+'],
  out: ['DR', 'D', 'DEBIT', 'OUT', 'PAID OUT', 'MONEY OUT', '-'],
};

/** The first rows of a file, cut at one delimiter. */
export interface Head {
  readonly delimiter: Delimiter;
  readonly rows: readonly { readonly row: RawRow; readonly cells: readonly string[] }[];
}
/** Where the rows of a file of no known bank begin, and under which names. */
export interface Table {
  readonly headerLine: number | null;
  readonly firstLine: number;
  readonly names: readonly string[];
  readonly width: number;
}

/** How many of the first rows may stand before the header. */
export const headerWithin = 30;
export const plainName = (cell: string): string => readText(cell).toLowerCase();

/** A name for a column in words: its header, or its place. */
export const columnName = (names: readonly string[], index: number): string => {
  const name = names[index] ?? '';
  return name === '' ? `Column ${index + 1}` : name;
};

/** The file's first rows as each delimiter would cut them; blank ones and those at fault are left out. */
export function heads(rows: readonly RawRow[]): Head[] {
  return delimiters.map((delimiter) => {
    const cut = cellsOf(rows, delimiter);
    const whole = rows.flatMap((row, i) => {
      const cells = cut[i] ?? null;
      return cells === null || row.raw.trim() === '' ? [] : [{ row, cells }];
    });
    return { delimiter, rows: whole };
  });
}

export function withoutEmptyEnd(names: readonly string[]): string[] {
  const last = names.findLastIndex((name) => name !== '');
  return names.slice(0, last + 1);
}

/** The delimiter under which the most rows have a date and an amount; undefined if no row has them under any. */
export function tableHead(all: readonly Head[]): Head | undefined {
  const scored = all.map((head) => ({ head, score: head.rows.filter(({ cells }) => looksLikeRow(cells)).length }));
  const best = scored.toSorted((a, b) => b.score - a.score)[0];
  return best === undefined || best.score === 0 ? undefined : best.head;
}

const orders: readonly DateOrder[] = ['day-first', 'month-first', 'year-first'];
export const isDate = (cell: string): boolean => orders.some((order) => typeof readDate(cell, order) === 'object');
export const isMoney = (cell: string): boolean => typeof readMoney(cell) === 'number';

/** A row has a date in one cell and an amount in another. */
export function looksLikeRow(cells: readonly string[]): boolean {
  if (cells.length < 3) return false;
  const date = cells.findIndex(isDate);
  return date !== -1 && cells.some((cell, i) => i !== date && isMoney(cell));
}

/** Where the rows begin: after the header if a line of the first thirty is one, else with the first row of a date and an amount. */
export function tableOf(head: Head, isHeader: (cells: readonly string[]) => boolean): Table {
  const within = head.rows.slice(0, headerWithin);
  const first = head.rows.findIndex(({ cells }) => looksLikeRow(cells));
  const heading = within.find(({ cells }, i) => i <= first && !looksLikeRow(cells) && isHeader(cells));
  const width = commonWidth(head.rows.slice(Math.max(0, first)).map(({ cells }) => cells.length));
  if (heading === undefined) {
    return { headerLine: null, firstLine: head.rows[first]?.row.line ?? 1, names: [], width };
  }
  const names = withoutEmptyEnd(heading.cells.map(readText));
  const { line, lines } = heading.row;
  return { headerLine: line, firstLine: line + lines, names, width: Math.max(names.length, 1) };
}

function commonWidth(widths: readonly number[]): number {
  const counts = new Map<number, number>();
  for (const width of widths) counts.set(width, (counts.get(width) ?? 0) + 1);
  return [...counts].toSorted((a, b) => b[1] - a[1] || b[0] - a[0])[0]?.[0] ?? 1;
}

const noColumns = {
  bankId: null,
  sortCode: null,
  accountNumber: null,
  currency: null,
  ownMoves: null,
  account: null,
  fee: null,
  direction: null,
  passOver: null,
  without: null,
  gross: null,
  deducted: null,
  net: null,
};

/** The layout of a table whose columns a person, or a sure guess, has named. */
export function mappedLayout(head: Head, table: Table, mapping: ColumnMapping): Layout {
  const { date, description, amount, moneyIn, moneyOut, balance, dateOrder, inverted = false } = mapping;
  const { direction = null, gross = null, fee: deducted = null, net = null } = mapping;
  const money = { amount, moneyIn, moneyOut, balance, direction, gross, deducted, net };
  return {
    profile: null,
    delimiter: head.delimiter,
    ...table,
    columns: { ...noColumns, date, text: [description], ...money },
    dateOrder,
    inverted,
    directions: usualDirections,
  };
}

/** A layout's columns as a mapping that a person may correct. */
export function mappingOf({ columns, dateOrder, inverted }: Layout): ColumnMapping {
  const { date, text, amount, balance, direction, gross, deducted: fee, net } = columns;
  const apart = amount === null ? columns : { moneyIn: null, moneyOut: null };
  return {
    date,
    dateOrder,
    description: text[0] ?? 0,
    amount,
    moneyIn: apart.moneyIn,
    moneyOut: apart.moneyOut,
    balance,
    ...(inverted ? { inverted } : {}),
    ...(direction === null ? {} : { direction }),
    ...(net === null ? {} : { gross, fee, net }),
  };
}

/** What a layout is known again by: the delimiter, how many columns, and what they are called. */
export interface LayoutSeen {
  readonly delimiter: Delimiter;
  readonly width: number;
  readonly names: readonly string[];
}
export function layoutSeen(head: Head, { width, names, firstLine }: Table): LayoutSeen {
  const above = head.rows.findLast(({ row, cells }) => row.line < firstLine && cells.length === width);
  const called = names.length > 0 ? names : (above?.cells ?? []);
  return { delimiter: head.delimiter, width, names: called.map(plainName) };
}
