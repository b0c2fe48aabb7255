/**
 * What is said of what was done, undone and removed?
 *
 * The words of an action stand in the history itself; here is what stands around them.
 */
import type { PlainDate } from '../values/dates.ts';
import type { Pounds } from '../values/money.ts';
import { sayable } from '../values/sayable.ts';
import { count, money, shortDay } from './format.ts';

export const changeWords = {
  undone: (what: string): string => `Undone: ${what}.`,
  redone: (what: string): string => `Done again: ${what}.`,
  importRemoved: (rows: number, records: number): string =>
    `Removed: ${count(rows, 'bank row')} and ${count(records, 'record')}. The file can be imported again.`,
  recordsRemoved: (n: number): string => `Removed: ${count(n, 'record')}.`,
  fileTakenOff: 'The file is no longer with its record.',
  isUndone: 'undone',
} as const;

interface Past {
  readonly action: number;
  readonly at: string;
  readonly what: string;
  readonly state: string;
  readonly record: {
    readonly date: PlainDate;
    readonly amount: Pounds;
    readonly description: string;
  } | null;
}

/** The history for a terminal: `12  2026-11-22T10:00:00Z  Added a record: 3 Nov 2026, £450.00, Boiler repair (undone)`. */
export const historyLines = (actions: readonly Past[]): string[] =>
  actions.map(({ action, at, what, state, record }) => {
    const which = record === null ? '' : `: ${recordWords(record)}`;
    return `${action}  ${at}  ${what}${which}${state === 'undone' ? ` (${changeWords.isUndone})` : ''}`;
  });

const recordWords = ({ date, amount, description }: NonNullable<Past['record']>): string =>
  [shortDay(date), money(amount), sayable(description)].filter((word) => word !== '').join(', ');
