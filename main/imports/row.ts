/**
 * What does this row of the file say, or why can it not be taken?
 *
 * Every row becomes a reading or a refusal that names its line and its column. A cell that does not fit its column
 * refuses the row: nothing is moved to where it would fit.
 */
import type { PlainDate } from '../../shared/values/dates.ts';
import { asPence, type Pence } from '../../shared/values/money.ts';
import { done, refuse, type Outcome, type Problem } from '../../shared/values/outcome.ts';
import type { RawRow } from './csv.ts';
import { readDate, readMoney, readText } from './fields.ts';
import { columnName, type Layout } from './layout.ts';

/** A row as read, before it is known which row of the account it is. */
export interface RowReading {
  readonly date: PlainDate;
  readonly text: string;
  /** Signed: money in is positive. */
  readonly pence: Pence;
  readonly balance: Pence | null;
  readonly bankId: string | null;
  /** Sort code and account number as digits, or null where the file has none. */
  readonly account: string | null;
  readonly ownMove: boolean;
  /** What the bank took besides, as a size; null where it took nothing. */
  readonly fee: Pence | null;
  /** What was charged and what was taken off it before the row's amount arrived; null where the file does not say. */
  readonly gross: { readonly pence: Pence; readonly taken: Pence } | null;
}

/** A row of the file that is not taken in. */
export interface RefusedRow {
  readonly line: number;
  /** The column at fault, by its header; '' for the whole row. */
  readonly field: string;
  readonly problem: Problem;
}

/** A cell as it may be shown: not long, and of a run of eight digits or more, an account's perhaps, the last four only. */
export const shownCell = (cell: string): string =>
  readText(cell)
    .replaceAll(/\d{4,}(?=\d{4})/g, '…')
    .slice(0, 40);

/** Reads one row by the layout. The problem's path is the column's name. */
export function readRow(layout: Layout, row: RawRow, cells: readonly string[]): Outcome<RowReading> {
  if (row.raw.includes('\0')) return refuse('row-unreadable');
  const extra = cells.findLastIndex((cell) => cell.trim() !== '') + 1;
  if (cells.length < layout.width || extra > layout.width) {
    return refuse('row-width', '', {
      found: Math.max(extra, Math.min(cells.length, layout.width)),
      expected: layout.width,
    });
  }
  const cell = (index: number | null): string => (index === null ? '' : (cells[index] ?? ''));
  const { columns, names } = layout;
  const date = readDate(cell(columns.date), layout.dateOrder);
  if (typeof date !== 'object') {
    return refuse(`row-date-${date}`, columnName(names, columns.date), { found: shownCell(cell(columns.date)) });
  }
  const pence = amountOf(layout, cell);
  if (!pence.ok) return pence;
  const balance = columns.balance === null ? 'empty' : readMoney(cell(columns.balance));
  if (balance === 'unreadable') return unreadable(layout, columns.balance, cell);
  const account = accountOf(layout, cell);
  if (!account.ok) return account;
  const currency = readText(cell(columns.currency));
  if (columns.currency !== null && currency !== 'GBP') {
    return refuse('row-currency', columnName(names, columns.currency), { found: shownCell(currency) });
  }
  const fee = feeOf(layout, cell);
  if (!fee.ok) return fee;
  const gross = grossOf(layout, cell, pence.value);
  if (!gross.ok) return gross;
  const says = layout.profile?.ownMoves?.says ?? [];
  return done({
    date: date.day,
    text: wordsOf(columns.text.map(cell)),
    pence: pence.value,
    balance: balance === 'empty' ? null : balance,
    bankId: readText(cell(columns.bankId)) || null,
    account: account.value,
    ownMove: columns.ownMoves !== null && says.includes(readText(cell(columns.ownMoves))),
    fee: fee.value,
    gross: gross.value,
  });
}

type Cell = (index: number | null) => string;

const unreadable = (layout: Layout, index: number | null, cell: Cell): { ok: false; problem: Problem } =>
  refuse('row-amount-unreadable', columnName(layout.names, index ?? 0), { found: shownCell(cell(index)) });

/** The row's amount. Where the file has it signed and in two columns, both must say the same. */
function amountOf(layout: Layout, cell: Cell): Outcome<Pence> {
  const { amount: one, moneyIn, moneyOut, net } = layout.columns;
  const amount = one ?? net;
  if (amount === null) return apart(layout, cell);
  const signed = readMoney(cell(amount));
  const name = columnName(layout.names, amount);
  if (signed === 'unreadable') return unreadable(layout, amount, cell);
  if (signed === 'empty') return refuse('row-amount-empty', name);
  if (layout.columns.direction !== null) return directed(layout, cell, signed);
  if (layout.inverted) return done(asPence(0 - signed));
  const silent = readMoney(cell(moneyIn)) === 'empty' && readMoney(cell(moneyOut)) === 'empty';
  if (moneyIn === null || moneyOut === null || (silent && signed === 0)) return done(signed);
  const two = apart(layout, cell);
  if (!two.ok || two.value === signed) return two;
  return refuse('row-amounts-disagree', name, { found: shownCell(cell(amount)) });
}

/** An amount without a sign, in or out as another column says. */
function directed({ directions, columns, names }: Layout, cell: Cell, size: Pence): Outcome<Pence> {
  const said = readText(cell(columns.direction));
  const is = (words: readonly string[]): boolean => words.includes(said.toUpperCase());
  if (size < 0)
    return refuse('row-amount-negative', columnName(names, columns.amount ?? 0), {
      found: shownCell(cell(columns.amount)),
    });
  if (is(directions.in)) return done(size);
  if (is(directions.out)) return done(asPence(0 - size));
  return refuse('row-direction', columnName(names, columns.direction ?? 0), { found: shownCell(said) });
}

function feeOf(layout: Layout, cell: Cell): Outcome<Pence | null> {
  const { fee } = layout.columns;
  if (fee === null) return done(null);
  const size = readMoney(cell(fee));
  if (size === 'unreadable') return unreadable(layout, fee, cell);
  if (size === 'empty' || size === 0) return done(null);
  return size > 0
    ? done(size)
    : refuse('row-amount-negative', columnName(layout.names, fee), { found: shownCell(cell(fee)) });
}

/**
 * What was charged and what was taken off. A fee is written as a size (gross − fee = net) or with its minus (gross + fee =
 * net); of money given back, the fee comes back too. Where none of that is so, the row is refused.
 */
function grossOf(layout: Layout, cell: Cell, net: Pence): Outcome<RowReading['gross']> {
  const { gross, deducted } = layout.columns;
  if (gross === null || deducted === null) return done(null);
  const [whole, fee] = [readMoney(cell(gross)), readMoney(cell(deducted))];
  if (whole === 'unreadable') return unreadable(layout, gross, cell);
  if (fee === 'unreadable') return unreadable(layout, deducted, cell);
  if (whole === 'empty') return refuse('row-amount-empty', columnName(layout.names, gross));
  const size = fee === 'empty' ? 0 : fee;
  const taken = whole - net;
  const fits = size < 0 || whole < 0 ? Math.abs(taken) === Math.abs(size) && whole + size === net : taken === size;
  if (fits) return done({ pence: whole, taken: asPence(taken) });
  return refuse('row-gross-net', columnName(layout.names, gross), {
    gross: shownCell(cell(gross)),
    fee: shownCell(cell(deducted)),
  });
}

/** Does this row say of itself that it moved no money? A closing balance, a payment that is pending or was reverted. */
export function passedOver({ profile, columns }: Layout, cells: readonly string[]): boolean {
  if (columns.passOver === null) return false;
  if (columns.without !== null && (cells[columns.without] ?? '').trim() !== '') return false;
  const said = readText(cells[columns.passOver] ?? '').toLowerCase();
  return profile?.passOver?.begins.some((word) => said.startsWith(word.toLowerCase())) === true;
}

/** The amount from two columns, one of which is filled. */
function apart(layout: Layout, cell: Cell): Outcome<Pence> {
  const { moneyIn, moneyOut } = layout.columns;
  const [into, out] = [readMoney(cell(moneyIn)), readMoney(cell(moneyOut))];
  if (into === 'unreadable') return unreadable(layout, moneyIn, cell);
  if (out === 'unreadable') return unreadable(layout, moneyOut, cell);
  const [inName, outName] = [columnName(layout.names, moneyIn ?? 0), columnName(layout.names, moneyOut ?? 0)];
  // Some banks write 0.00 in the column they do not use: beside an amount, that is an empty cell.
  const inEmpty = into === 'empty' || (into === 0 && out !== 'empty' && out !== 0);
  const outEmpty = out === 'empty' || (out === 0 && into !== 'empty' && into !== 0);
  if (inEmpty && outEmpty) return refuse('row-amount-neither', inName, { other: outName });
  if (!inEmpty && !outEmpty) return refuse('row-amount-both', inName, { other: outName });
  if (!inEmpty) {
    return into < 0 ? refuse('row-amount-negative', inName, { found: shownCell(cell(moneyIn)) }) : done(into);
  }
  const negative = layout.profile?.outIsNegative === true;
  if (out === 'empty') return refuse('row-amount-neither', inName, { other: outName });
  if (negative)
    return out > 0 ? refuse('row-amount-positive', outName, { found: shownCell(cell(moneyOut)) }) : done(out);
  return out < 0
    ? refuse('row-amount-negative', outName, { found: shownCell(cell(moneyOut)) })
    : done((0 - out) as Pence);
}

/** Sort code and account number as digits. A spreadsheet may have taken leading noughts from the number: they are put back. */
function accountOf(layout: Layout, cell: Cell): Outcome<string | null> {
  const { sortCode, accountNumber, account } = layout.columns;
  if (account !== null) return done(readText(cell(account)).replaceAll(/[- ]/g, '').toUpperCase() || null);
  if (sortCode === null || accountNumber === null) return done(null);
  const code = readText(cell(sortCode)).replaceAll(/[- ]/g, '');
  const number = readText(cell(accountNumber));
  if (!/^\d{6}$/.test(code)) return refuse('row-sort-code', columnName(layout.names, sortCode));
  if (!/^\d{4,8}$/.test(number)) return refuse('row-account-number', columnName(layout.names, accountNumber));
  return done(`${code} ${number.padStart(8, '0')}`);
}

/** The account that a row names, or null where it names none that can be read. */
export function accountNamed(layout: Layout, cells: readonly string[]): string | null {
  const found = accountOf(layout, (index) => (index === null ? '' : (cells[index] ?? '')));
  return found.ok ? found.value : null;
}

/** The first words, and others where they say more: `Elm Cafe · Elm Cafe Leeds` is `Elm Cafe Leeds`. */
function wordsOf(cells: readonly string[]): string {
  if (cells.length === 1) return readText(cells[0] ?? '');
  const words = cells.map(readText).filter((text) => text !== '');
  const inAnother = (text: string, i: number): boolean =>
    words.some((other, j) => j !== i && other.toLowerCase().includes(text.toLowerCase()) && (other !== text || j < i));
  return words.filter((text, i) => !inAnother(text, i)).join(' · ');
}
