/**
 * What is said of what was done, undone and removed?
 *
 * The words of an action stand in the history itself; here is what stands around them.
 */
import { count } from './format.ts';

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
}

/** The history for a terminal: `12  2026-11-22T10:00:00Z  Added a record (undone)`. */
export const historyLines = (actions: readonly Past[]): string[] =>
  actions.map(
    ({ action, at, what, state }) =>
      `${action}  ${at}  ${what}${state === 'undone' ? ` (${changeWords.isUndone})` : ''}`,
  );
