/** What becomes of a bank row, and what is said of an import as a whole? */
import type { ImportReport } from '../contract/contract.ts';
import type { PlainDate } from '../values/dates.ts';
import type { Pounds } from '../values/money.ts';
import { count, money, period, shortDay } from './format.ts';

/** What a row becomes that is not a record: a record is named by its category. */
export const rowBecomes = {
  'not-business': 'Not business',
  'between-my-accounts': 'A move between your own accounts',
  unsorted: 'Not sorted yet',
} as const;

export const onlyFirstListed = (listed: number): string =>
  `Only the first ${count(listed, 'refused row')} are listed here.`;

/** Why a row is held as a question: the equal row, and where it stands. */
export const equalTo = (file: string, line: number): string =>
  `Line ${line} of ${file} is equal, and nothing in the two files shows whether it is the same payment.`;
export const equalIsGone = 'The row it is equal to is no longer in your books.';
export const leftOutBecause = (said: string): string => `The bank says "${said}": no money moved.`;

export const importedAs = (digits: string, name: string): string =>
  `Rows of the account ending ${digits} are in your books as "${name}". Use that name, or they come in twice.`;
export const nameAccounts = (accounts: readonly string[]): string =>
  `This file holds several accounts (${accounts.join(', ')}). Name each; it is remembered.`;

export const refusedPlace = (line: number, field: string): string =>
  field === '' ? `line ${line}` : `line ${line}, ${field}`;

/** An import for a terminal: how it was read, the counts, what was refused and why. */
export function importLines(report: ImportReport): string[] {
  const { fresh, already, recorded, setAside, unsorted, refused, refusedCount, from, to } = report;
  return [
    `${report.file}: ${count(report.rows, 'row')}`,
    ...report.how.map((sentence) => `  ${sentence}`),
    ...(from === null || to === null ? [] : [`  ${period({ from, to })}`]),
    `  ${money(report.moneyIn)} came in, ${money(report.moneyOut)} went out.`,
    `New: ${count(fresh, 'row')} (${count(recorded, 'record')}, ${setAside} set aside, ${unsorted} not sorted yet). Already here: ${already}.`,
    ...report.gaps,
    ...(report.held === 0 ? [] : [`Held as a question: ${count(report.held, 'row')}`]),
    ...report.heldRows.map((r) => `  line ${r.line}, ${r.text}, ${money(r.amount)}: ${r.message}`),
    ...(report.leftOutCount === 0 ? [] : [`Left out: ${count(report.leftOutCount, 'row')}`]),
    ...report.leftOut.map((r) => `  line ${r.line}: ${r.message}`),
    ...(refusedCount === 0 ? [] : [`Refused: ${count(refusedCount, 'row')}`]),
    ...refused.map((r) => `  ${refusedPlace(r.line, r.field)}: ${r.message}`),
    report.imported ? 'Imported.' : 'Nothing was imported.',
  ];
}

interface HeldListed {
  readonly id: number;
  readonly date: PlainDate;
  readonly text: string;
  readonly amount: Pounds;
  readonly alike: { readonly file: string; readonly line: number } | null;
}

/** Rows held as a question, for a terminal, each with its number. */
export function heldLines(rows: readonly HeldListed[]): string[] {
  if (rows.length === 0) return ['No row is held as a question.'];
  return rows.map(({ id, date, text, amount, alike }) => {
    const why = alike === null ? equalIsGone : equalTo(alike.file, alike.line);
    return `${id}: ${shortDay(date)}, ${text}, ${money(amount)}. ${why}`;
  });
}
export const heldAnswered = (rows: number): string => `Answered: ${count(rows, 'row')}.`;

/** Rows held as a question, on the screen. */
export const heldWords = {
  title: 'The same payment, or another?',
  lead: (rows: string): string =>
    `${rows} may be in your books already: two files share their day, and neither shows the whole of it. Nothing is added or lost until you say.`,
  table: 'Rows that may be in your books already',
  selectAll: 'Select all of these',
  same: 'Already in my books',
  another: 'Another payment: keep it',
  noneSelected: 'Select the rows you mean',
  saved: (rows: string): string => `Saved: ${rows} answered`,
  answerLater: 'After the import, answer them in Records, under Not sorted yet.',
} as const;
