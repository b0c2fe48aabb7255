/**
 * Which rows of this file are taken in, and which are refused, and why?
 *
 * Takes the file's rows in order and holds what the next one needs to know: the account they belong to, equal rows of the
 * day, the balance before. Memory does not grow with the file.
 */
import type { NewBankRow } from '../bankRow.ts';
import { asPence } from '../../shared/values/money.ts';
import { refuse, type Problem } from '../../shared/values/outcome.ts';
import { cellsOf, recut, type RawRow } from './csv.ts';
import { readText } from './fields.ts';
import { identities } from './identity.ts';
import { isDate, type Layout } from './layout.ts';
import { accountNamed, passedOver, readRow, shownCell, type RefusedRow, type RowReading } from './row.ts';
import { sorted, type IncomeSource } from './sort.ts';
import { counting, type CountedRow, type Tally } from './tally.ts';

/** A row with its cells, or null where they cannot be told. */
export interface CutRow {
  readonly row: RawRow;
  readonly cells: readonly string[] | null;
}
export interface Batch {
  readonly rows: readonly NewBankRow[];
  readonly refused: readonly RefusedRow[];
  /** Rows that say of themselves that they moved no money, by the bank's own word. */
  readonly leftOut: readonly LeftOut[];
  /** Of the whole file up to here. */
  readonly tally: Tally;
}
export interface LeftOut {
  readonly line: number;
  readonly said: string;
}
export interface Sift {
  take(row: RawRow, cells: readonly string[] | null): void;
  /** Rows and refusals that wait to be given out. */
  waiting(): number;
  batch(): Batch;
  end(): void;
}
type Cells = readonly string[];

const mostAfter = 20;

/** The one account of several whose rows are taken; `first` also takes the lines that name no account. */
export interface OnlyAccount {
  readonly key: string;
  readonly first: boolean;
}

export function sift(
  layout: Layout,
  account: string,
  source: IncomeSource | null,
  only: OnlyAccount | null = null,
): Sift {
  const identity = identities(account);
  const counts = counting();
  let [rows, refused, leftOut]: [NewBankRow[], RefusedRow[], LeftOut[]] = [[], [], []];
  /** Rows that may stand after the last: refused if a row follows after all. */
  let after: { row: RawRow; problem: Problem }[] = [];
  let owner: string | null = null;

  function refuseRow(row: RawRow, { path, ...problem }: Problem): void {
    counts.add('refused');
    refused.push({ line: row.line, field: path, problem: { path, ...problem } });
  }
  function followed(): void {
    for (const { row, problem } of after) refuseRow(row, problem);
    after = [];
  }
  function take(row: RawRow, cells: Cells | null): void {
    if (row.line === layout.headerLine) return;
    if (isBlank(row, cells)) return counts.add('blank');
    if (row.line < layout.firstLine) return counts.add('before');
    if (row.lines > 1 && (cells === null || holdsRows(row, layout))) return takeAgain(recut(row));
    if (cells === null) return refuseRow(row, fault(row));
    if (isOthers(cells)) return counts.add('others');
    if (passedOver(layout, cells)) {
      leftOut.push({ line: row.line, said: shownCell(cells[layout.columns.passOver ?? 0] ?? '') });
      return counts.add('passed');
    }
    const reading = readRow(layout, row, cells);
    if (reading.ok) return keep(row, reading.value);
    if (!mayStandAfter(layout, cells)) return refuseRow(row, reading.problem);
    after.push({ row, problem: reading.problem });
    if (after.length > mostAfter) followed();
  }
  function isOthers(cells: Cells): boolean {
    if (only === null) return false;
    const of = accountNamed(layout, cells);
    return of === null ? !only.first : of !== only.key;
  }
  function takeAgain(again: readonly RawRow[]): void {
    const cut = cellsOf(again, layout.delimiter);
    for (const [i, row] of again.entries()) take(row, cut[i] ?? null);
  }
  function keep(row: RawRow, reading: RowReading): void {
    followed();
    owner ??= reading.account;
    if (reading.account !== owner) return refuseRow(row, otherAccount(owner, reading.account));
    const { line } = row;
    const { date, pence, balance, fee } = reading;
    if (fee === null) return put(row, reading, { line, date, pence, balance });
    // The balance follows from both; the two rows are one step of it.
    put(row, { ...reading, balance: null }, null);
    const { text, bankId } = reading;
    const taken = { text: `${text} · fee`, pence: asPence(0 - fee), bankId: bankId === null ? null : `${bankId} fee` };
    put(row, { ...reading, ...taken }, { line, date, pence: asPence(pence - fee), balance });
  }
  function put(row: RawRow, reading: RowReading, step: CountedRow | null): void {
    const which = identity.of(reading);
    if (!which.ok) return refuseRow(row, which.problem);
    const { date, text, pence, balance, bankId } = reading;
    const { line, raw } = row;
    if (!counts.row({ line, date, pence, balance }, step)) {
      return refuseRow(row, refuse('row-total-too-large').problem);
    }
    const becomes = sorted(reading, reading.ownMove, source);
    const { identity: own, nth } = which.value;
    rows.push({ line, date, text, pence, balance, bankId, identity: own, nth, raw, sorted: becomes });
  }

  return {
    take,
    waiting: () => rows.length + refused.length + leftOut.length,
    batch: () => {
      const byLine = refused.toSorted((a, b) => a.line - b.line);
      const given = { rows, refused: byLine, leftOut, tally: counts.soFar() };
      [rows, refused, leftOut] = [[], [], []];
      return given;
    },
    end: () => {
      for (const _ of after) counts.add('after');
      after = [];
    },
  };
}

const isBlank = (row: RawRow, cells: Cells | null): boolean =>
  row.fault === null && (row.raw.trim() === '' || (cells !== null && cells.every((cell) => cell.trim() === '')));

const fault = (row: RawRow): Problem =>
  refuse(row.fault === 'too-long' ? 'row-too-long' : 'row-quotation-marks').problem;

/** Does a later line of this row look like a row itself? Then a quotation mark was left open, and rows would be lost in it. */
function holdsRows(row: RawRow, { delimiter, width, columns }: Layout): boolean {
  return row.raw
    .split('\n')
    .slice(1)
    .map((line) => line.split(delimiter))
    .some((cells) => cells.length >= width && isDate(cells[columns.date] ?? ''));
}

/** A line such as "Arranged Overdraft Limit,£250.00" in a file of no known bank, or as the bank's begin: words first, no date, and too narrow for a row. */
function mayStandAfter({ profile, columns, width }: Layout, cells: Cells): boolean {
  const filled = cells.findLastIndex((cell) => cell.trim() !== '') + 1;
  const words = readText(cells[0] ?? '');
  const said = profile === null ? /^\p{L}/u.test(words) : profile.footer?.some((begin) => words.startsWith(begin));
  return said === true && filled < width && !isDate(cells[columns.date] ?? '');
}

const lastDigits = (account: string | null): string => (account === null ? '' : `…${account.slice(-4)}`);
const otherAccount = (owner: string | null, found: string | null): Problem =>
  refuse('row-other-account', '', { found: lastDigits(found), owner: lastDigits(owner) }).problem;

/** The accounts that rows belong to, in the order they come. */
export function accountsIn(layout: Layout, rows: readonly CutRow[]): string[] {
  const found = rows.flatMap(({ row, cells }) => {
    if (cells === null || row.line < layout.firstLine) return [];
    const reading = readRow(layout, row, cells);
    return reading.ok && reading.value.account !== null ? [reading.value.account] : [];
  });
  return [...new Set(found)];
}

/** Each account by its last digits: four of them, or as many as tell it from the others. */
export function shownAccounts(accounts: readonly string[]): ReadonlyMap<string, string> {
  const apart = (length: number): boolean =>
    new Set(accounts.map((account) => account.slice(-length))).size === accounts.length;
  const length = [4, 6, 8].find(apart) ?? 14;
  return new Map(accounts.map((account) => [account, `…${account.slice(-length)}`]));
}
