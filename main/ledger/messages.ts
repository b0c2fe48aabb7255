/**
 * What do the ledger's thread and the rest of main say to each other?
 */
import type { Outcome } from '../../shared/values/outcome.ts';
import type { Ledger, NewLedger } from './api.ts';

/** What the thread is started with. */
export interface Start {
  readonly path: string;
  /** Set: make the file first. */
  readonly create: NewLedger | null;
  readonly readOnly: boolean;
  readonly patience: number;
}

export const operationNames = [
  'about',
  'sources',
  'records',
  'unsorted',
  'setAside',
  'held',
  'totals',
  'sums',
  'sumsUpTo',
  'years',
  'facts',
  'told',
  'verify',
  'state',
  'attachments',
  'openAttachment',
  'filesOf',
  'attach',
  'detach',
  'addSource',
  'addLetting',
  'changeSource',
  'changeLetting',
  'removeSource',
  'removeLetting',
  'addRecord',
  'sortRows',
  'putBack',
  'correctRecord',
  'splitRecord',
  'removeRecord',
  'changeRecords',
  'removeRecords',
  'undo',
  'redo',
  'removeImport',
  'erasure',
  'erase',
  'history',
  'imports',
  'backup',
  'backups',
  'tell',
  'takeBack',
  'rules',
  'ruleEffect',
  'answers',
  'sortedByHand',
  'accounts',
  'payouts',
  'restored',
  'changeRules',
  'answer',
  'importBegin',
  'importRows',
  'importEnd',
  'answerHeld',
] as const satisfies readonly (keyof Ledger)[];

export interface Call {
  readonly id: number;
  readonly name: keyof Ledger | 'close';
  readonly args: readonly unknown[];
}

/** The first message says whether the file could be opened; every later one answers a call. */
export type Answer =
  | { readonly opened: Outcome<null> }
  | { readonly id: number; readonly value: unknown }
  /** Facts (`CrossingFacts`), a batch of rows and its answer cross as JSON: one text is copied far faster than the thousands of values in it. */
  | { readonly id: number; readonly facts: string }
  | { readonly id: number; readonly json: string }
  | { readonly id: number; readonly error: string };
