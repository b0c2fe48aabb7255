/**
 * Which column is which, in a file of no known bank?
 *
 * Guessed from the header's words and checked against what the cells hold. The guess is only a proposal, unless the file
 * itself proves it: then it is read without asking. Proof of the dates is one that can be read in one order only; proof
 * of what is in and what is out is two columns named so, or balances that follow from the amounts.
 */
import type { ColumnMapping, MappingColumn } from '../../shared/contract/contract.ts';
import { dateOrderOf } from './dateOrder.ts';
import { readMoney, readText, type DateOrder } from './fields.ts';
import { isDate, isMoney, plainName, type Head, type Table } from './layout.ts';

const roles = ['date', 'description', 'amount', 'moneyIn', 'moneyOut', 'balance', 'gross', 'fee', 'net'] as const;
type Role = (typeof roles)[number];

/** The names banks give a column, the most telling first. */
const vocabulary: Readonly<Record<Role, readonly string[]>> = {
  date: ['date', 'transaction date', 'posting date', 'date posted', 'booking date', 'value date', 'completed date'],
  description: [
    'description',
    'transaction description',
    'merchant/description',
    'transaction details',
    'details',
    'narrative',
    'counter party',
    'payee',
    'name',
    'memo',
    'particulars',
    'reference',
    'desc',
    'text',
  ],
  amount: ['amount', 'amount (gbp)', 'amount gbp', 'amount (£)', 'transaction amount', 'value', 'debit/credit'],
  moneyIn: [
    'money in',
    'paid in',
    'credit amount',
    'credit',
    'credits',
    'received',
    'in',
    'money in (£)',
    'paid in (£)',
  ],
  moneyOut: [
    'money out',
    'paid out',
    'debit amount',
    'debit',
    'debits',
    'spent',
    'out',
    'money out (£)',
    'paid out (£)',
  ],
  balance: ['balance', 'running balance', 'balance (gbp)', 'balance (£)', 'account balance'],
  gross: ['gross', 'gross amount', 'gross (gbp)', 'gross (£)'],
  fee: ['fee', 'fees', 'fee amount', 'fee (gbp)', 'fees (£)'],
  net: ['net', 'net amount', 'net (gbp)', 'net (£)'],
};

/** A header names a date and at least one amount. */
export function isHeader(cells: readonly string[]): boolean {
  const names = new Set(cells.map(plainName));
  const has = (role: Role): boolean => vocabulary[role].some((name) => names.has(name));
  return has('date') && (has('amount') || has('moneyIn') || has('moneyOut') || (has('gross') && has('net')));
}

export interface Guess {
  /** Null where not even a proposal can be made. */
  readonly mapping: ColumnMapping | null;
  /** What is not proven, the first that matters; null when the file proves the mapping. */
  readonly doubt: 'columns' | 'date-order' | 'direction' | null;
}

/** The mapping that header and cells suggest, and whether the file proves it. `proven` is an order of dates found further down. */
export function guessMapping(head: Head, table: Table, proven: DateOrder | null = null): Guess {
  const cells = head.rows.filter(({ row }) => row.line >= table.firstLine).map((r) => r.cells);
  const named = namedColumns(table.names);
  const columns = { ...shapedColumns(cells, table.width), ...named };
  const { date, description } = columns;
  if (date === undefined || description === undefined) return { mapping: null, doubt: 'columns' };
  const order = dateOrderOf(cells.map((row) => row[date] ?? ''));
  const money = moneyColumns(columns);
  if (order === undefined || money === undefined) return { mapping: null, doubt: 'columns' };
  const balance = columns.balance ?? null;
  const says = money.amount == null ? undefined : directionColumn(cells, money.amount, table.width);
  const said = says === undefined || says === description ? {} : { direction: says };
  const mapping = { date, dateOrder: proven ?? order.order, description, ...money, balance, ...said };
  const grossAddsUp = money.net !== undefined && addsUp(cells, money);
  if (named.date === undefined || named.description === undefined) return { mapping, doubt: 'columns' };
  if (!order.proven && proven === null) return { mapping, doubt: 'date-order' };
  if (money.net !== undefined) return { mapping, doubt: grossAddsUp ? null : 'columns' };
  const shown = money.amount === null || 'direction' in said || balancesFollow(cells, mapping);
  return { mapping, doubt: shown ? null : 'direction' };
}

type Found = Partial<Record<Role, number>>;

/** A column a role's word names; the more telling word wins, and a word that stands twice names none. */
function namedColumns(names: readonly string[]): Found {
  const plain = names.map(plainName);
  const found: Found = {};
  for (const role of roles) {
    const word = vocabulary[role].find((name) => plain.includes(name));
    const index = word === undefined ? -1 : plain.indexOf(word);
    if (index !== -1 && plain.lastIndexOf(word ?? '') === index) found[role] = index;
  }
  return found;
}

/** By what the cells hold: the first column of dates, the only column of amounts, the longest words among the others. */
function shapedColumns(rows: readonly (readonly string[])[], width: number): Found {
  const places = Array.from({ length: width }, (_, i) => i);
  const mostly = (i: number, is: (cell: string) => boolean): boolean => {
    const filled = rows.map((row) => row[i] ?? '').filter((cell) => cell.trim() !== '');
    return filled.length > 0 && filled.filter(is).length * 10 >= filled.length * 9;
  };
  const date = places.find((i) => mostly(i, isDate));
  const amounts = places.filter((i) => i !== date && mostly(i, isMoney));
  const others = places.filter((i) => i !== date && !amounts.includes(i));
  const letters = (i: number): number => rows.reduce((sum, row) => sum + readText(row[i] ?? '').length, 0);
  const description = others.toSorted((a, b) => letters(b) - letters(a))[0];
  const found: Found = {};
  if (date !== undefined) found.date = date;
  if (description !== undefined) found.description = description;
  if (amounts.length === 1 && amounts[0] !== undefined) found.amount = amounts[0];
  return found;
}

type MoneyColumns = Pick<ColumnMapping, 'amount' | 'moneyIn' | 'moneyOut' | 'gross' | 'fee' | 'net'>;

/** Gross, fee and net go before in and out, and these before one of both: they say more. */
function moneyColumns({ amount, moneyIn, moneyOut, gross, fee, net }: Found): MoneyColumns | undefined {
  if (gross !== undefined && fee !== undefined && net !== undefined) {
    return { amount: null, moneyIn: null, moneyOut: null, gross, fee, net };
  }
  if (moneyIn !== undefined && moneyOut !== undefined) return { amount: null, moneyIn, moneyOut };
  return amount === undefined ? undefined : { amount, moneyIn: null, moneyOut: null };
}

const directionWords = /^(?:CR|DR|C|D|CREDIT|DEBIT)$/;

/** A column that says CR or DR beside every amount, and both somewhere, where no amount has a sign of its own. */
function directionColumn(rows: readonly (readonly string[])[], amount: number, width: number): number | undefined {
  const moved = rows.filter((row) => isMoney(row[amount] ?? ''));
  const unsigned = moved.every((row) => Number(readMoney(row[amount] ?? '')) >= 0);
  if (!unsigned || moved.length === 0) return undefined;
  const places = Array.from({ length: width }, (_, i) => i);
  return places.find((i) => {
    const said = moved.map((row) => readText(row[i] ?? '').toUpperCase());
    const all = said.every((word) => directionWords.test(word));
    return all && said.some((word) => word.startsWith('C')) && said.some((word) => word.startsWith('D'));
  });
}

/** Is what was charged, less what was taken off, what arrived, in every row that has all three? */
function addsUp(rows: readonly (readonly string[])[], { gross, fee, net }: MoneyColumns): boolean {
  const pence = (row: readonly string[], column: number | null | undefined): number | undefined => {
    const found = readMoney(row[column ?? 0] ?? '');
    return typeof found === 'number' ? found : undefined;
  };
  const sums = rows.flatMap((row) => {
    const [whole, taken, rest] = [pence(row, gross), pence(row, fee), pence(row, net)];
    return whole === undefined || taken === undefined || rest === undefined
      ? []
      : [Math.abs(whole - rest) - Math.abs(taken)];
  });
  return sums.length > 0 && sums.every((sum) => sum === 0);
}

/** Does each balance follow from the one before, in one order of the rows or the other? At least two steps must be there. */
export function balancesFollow(rows: readonly (readonly string[])[], { amount, balance }: ColumnMapping): boolean {
  if (amount === null || balance === null) return false;
  const steps = rows.flatMap((row) => {
    const [pence, after] = [readMoney(row[amount] ?? ''), readMoney(row[balance] ?? '')];
    return typeof pence === 'number' && typeof after === 'number' ? [{ pence, after }] : [];
  });
  const follow = (list: typeof steps): boolean =>
    list.length > 2 && list.every((step, i) => i === 0 || step.after === (list[i - 1]?.after ?? 0) + step.pence);
  return steps.length * 10 >= rows.length * 9 && (follow(steps) || follow(steps.toReversed()));
}

/** Each column's header and first cells, for the person who names them. */
export function columnsShown(head: Head, table: Table): MappingColumn[] {
  const rows = head.rows.filter(({ row }) => row.line >= table.firstLine).map((r) => r.cells);
  return Array.from({ length: table.width }, (_, index) => {
    const filled = rows.map((cells) => readText(cells[index] ?? '')).filter((cell) => cell !== '');
    return { index, header: table.names[index] ?? '', examples: [...new Set(filled)].slice(0, 3) };
  });
}

/** What is wrong with a mapping for this file, if anything: a column that is not there, two uses of one, no amount or two ways to it. */
export function mappingFault(mapping: ColumnMapping, table: Table): string | undefined {
  const { date, description, amount, moneyIn, moneyOut, balance } = mapping;
  const { direction = null, gross = null, fee = null, net = null } = mapping;
  const parts = [gross, fee, net].filter((c) => c !== null);
  const used = [date, description, amount, moneyIn, moneyOut, balance, direction, ...parts].filter((c) => c !== null);
  if (used.some((c) => c >= table.width)) return 'column-missing';
  if (new Set(used).size !== used.length) return 'column-twice';
  const ways = [amount !== null, moneyIn !== null && moneyOut !== null, parts.length === 3].filter((way) => way);
  const halves = (moneyIn === null) !== (moneyOut === null) || (parts.length > 0 && parts.length < 3);
  return ways.length === 1 && !halves && (direction === null || amount !== null) ? undefined : 'amount-unclear';
}
