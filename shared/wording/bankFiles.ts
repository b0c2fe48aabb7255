/**
 * How was this bank file read, and what do its balances say?
 *
 * Sentences for what the importer found: the delimiter, the header, how dates and amounts are written, what was counted
 * and what was passed over.
 */
import type { PlainDate } from '../values/dates.ts';
import { toPounds, type Pence } from '../values/money.ts';
import { count, money, shortDay } from './format.ts';

export interface FileShape {
  readonly bank: string | null;
  /** False where no real file has confirmed the layout. */
  readonly surely: boolean;
  readonly sign: 'out-negative' | 'charge-positive';
  /** The columns that say which way money went, and what the bank took. */
  readonly direction: string | null;
  readonly fee: string | null;
  /** What was charged, and what was taken off it before `amount` arrived. */
  readonly gross: string | null;
  readonly deducted: string | null;
  readonly delimiter: string;
  readonly encoding: string;
  readonly headerLine: number | null;
  readonly dateOrder: 'day-first' | 'month-first' | 'year-first';
  /** The columns' names; null where the file has none. */
  readonly amount: string | null;
  readonly moneyIn: string | null;
  readonly moneyOut: string | null;
  readonly balance: string | null;
}

const delimiterNames: Readonly<Record<string, string>> = {
  ',': 'Commas',
  ';': 'Semicolons',
  '|': 'Bars',
  '\t': 'Tabs',
};
const orderNames = {
  'day-first': 'dates day first',
  'month-first': 'dates month first',
  'year-first': 'dates year first',
};
const encodingNames: Readonly<Record<string, string>> = {
  'windows-1252': 'Letters as Windows writes them (Windows-1252).',
  'utf-16le': 'Letters of two bytes each (UTF-16).',
  'utf-16be': 'Letters of two bytes each (UTF-16).',
};

/** `["A file from Monzo.", "Commas, header on line 1, dates day first, …"]`. */
export function howRead(shape: FileShape): string[] {
  const { bank, delimiter, headerLine, dateOrder, encoding } = shape;
  const layout = [
    delimiterNames[delimiter] ?? 'Columns',
    headerLine === null ? 'no header' : `header on line ${headerLine}`,
    orderNames[dateOrder],
    amounts(shape),
    shape.balance === null ? 'no balance' : `balance in "${shape.balance}"`,
  ];
  const told = [bank === null ? 'Read by its columns.' : `A file from ${bank}.`, `${layout.join(', ')}.`];
  if (!shape.surely) told.push('This layout has not been confirmed by a real file: check the amounts.');
  if (shape.fee !== null) told.push(`What the bank took in "${shape.fee}" becomes a row of its own.`);
  const letters = encodingNames[encoding];
  return letters === undefined ? told : [...told, letters];
}

/** The file is laid out as one whose columns the person named before. */
export const likeLastTime = 'Read as last time: the columns are the same.';

interface Seen {
  readonly width: number;
  readonly names: readonly string[];
}
const columnsAs = ({ width, names }: Seen): string =>
  names.length === 0
    ? `${count(width, 'column')} without names`
    : names.map((name) => (name === '' ? '–' : name)).join(', ');

/** `The columns are not those of last time (date, details, sum): now they are date, details, paid in, paid out.` */
export const changedSince = (before: Seen, now: Seen): string =>
  `The columns are not those of last time (${columnsAs(before)}): now they are ${columnsAs(now)}. Check how they are read.`;

function amounts({ amount, moneyIn, moneyOut, sign, direction, gross, deducted }: FileShape): string {
  if (gross !== null)
    return `what was charged in "${gross}", what was taken off in "${deducted}", what arrived in "${amount}"`;
  if (amount === null) return `money in and out in two columns ("${moneyIn}" and "${moneyOut}")`;
  if (direction !== null) return `amounts in "${amount}", in or out as "${direction}" says`;
  if (sign === 'charge-positive') return `amounts in "${amount}" with a minus for what was paid off`;
  const checked = moneyIn === null ? '' : `, checked against "${moneyIn}" and "${moneyOut}"`;
  return `amounts in "${amount}" with a minus for money out${checked}`;
}

export interface FileCounts {
  readonly rows: number;
  readonly refused: number;
  readonly blank: number;
  readonly before: number;
  readonly after: number;
  readonly passed: number;
  readonly others: number;
  readonly nil: number;
  readonly order: 'oldest-first' | 'newest-first' | 'unknown';
}

/** `["214 rows, 3 refused.", "Passed over: 2 blank lines, 1 line before the header."]`. */
export function howCounted(counts: FileCounts): string[] {
  const { rows, refused, blank, before, after, passed: stated, others, nil, order } = counts;
  const orders = { 'oldest-first': ', oldest first', 'newest-first': ', newest first', unknown: '' };
  const told = [`${count(rows, 'row')}${orders[order]}${refused === 0 ? '' : `, ${refused} refused`}.`];
  const passed = [
    blank === 0 ? [] : [count(blank, 'blank line')],
    before === 0 ? [] : [`${count(before, 'line')} before the rows`],
    stated === 0 ? [] : [`${count(stated, 'row')} that moved no money (pending, reverted, or a closing balance)`],
    others === 0 ? [] : [`${count(others, 'row')} of other accounts`],
    after === 0 ? [] : [`${count(after, 'line')} after the rows`],
  ].flat();
  if (passed.length > 0) told.push(`Passed over: ${passed.join(', ')}.`);
  if (nil > 0)
    told.push(`${count(nil, 'row')} of £0.00 ${nil === 1 ? 'is kept and becomes' : 'are kept and become'} no record.`);
  return told;
}

interface Point {
  readonly line: number;
  readonly date: PlainDate;
  readonly balance: Pence;
}
export interface BalanceGaps {
  readonly gapCount: number;
  readonly gaps: readonly { readonly from: Point; readonly to: Point; readonly missing: Pence }[];
}

/** One sentence a gap, the first of them where there are many; none when every balance follows. */
export function gapSentences({ gapCount, gaps }: BalanceGaps): string[] {
  const told = gaps.map(({ from, to, missing }) => {
    const [before, after] = [money(toPounds(from.balance)), money(toPounds(to.balance))];
    const rest = money(toPounds(missing));
    return `The balance was ${before} on ${shortDay(from.date)} (line ${from.line}) and ${after} on ${shortDay(to.date)} (line ${to.line}): rows that make ${rest} are missing between them.`;
  });
  return gapCount > gaps.length ? [...told, `And ${count(gapCount - gaps.length, 'more place')} like these.`] : told;
}

/** How a file that is no table was read: `blockFiles('qif', 'day-first')` is `["A QIF file, dates day first, …"]`. */
export function blockFiles(kind: 'ofx' | 'qif' | 'santander-text', order: FileShape['dateOrder']): string[] {
  const told = {
    ofx: 'An OFX file: each row names its own date, amount and words. Amounts have a minus for money out.',
    qif: `A QIF file, ${orderNames[order]}, amounts with a minus for money out, no balance.`,
    'santander-text':
      'A text file from Santander: dates day first, amounts with a minus for money out, each with its balance.',
  };
  return [told[kind]];
}

/** Why a file is not read without asking. */
export const doubts = {
  columns: 'The layout of this file is not one that is known here. Say which column is which.',
  'date-order': 'Every date in this file could be read two ways. Say how its dates are written.',
  direction:
    'Nothing in this file shows which amounts came in and which went out. Check that money out has a minus, and read it this way.',
} as const;

/** What a file is that is no bank's rows, and what to do instead. */
export const otherFiles: Readonly<Record<string, string>> = {
  picture: 'This is a picture. Download the statement from your bank as a CSV file.',
  pdf: 'This is a PDF. Download the statement from your bank as a CSV file.',
  workbook: 'This is an Excel workbook. Open it, save the sheet as CSV, and import that.',
  'old-workbook': 'This is an old Excel or Word file. Open it, save it as CSV, and import that.',
  archive: 'This is a compressed folder. Unpack it and choose the CSV file inside.',
  'web-page': 'This is a web page, perhaps the bank’s sign-in page. Download the statement as a CSV file.',
  xml: 'This is an XML file. Download the statement as a CSV file.',
  'word-document': 'This is a written document. Download the statement as a CSV file.',
  books: 'This is a database, perhaps books of Quarterday itself. Copies of books are restored in Settings.',
  json: 'This is a JSON file, perhaps facts made by Quarterday. Download the statement from your bank as a CSV file.',
  'utf-16':
    'This file’s letters are of two bytes each and it does not say so. Save it as CSV in UTF-8 and import that.',
  binary: 'This is not a file of text. Download the statement from your bank as a CSV file.',
};
