/**
 * What can be asked of a ledger?
 *
 * The ledger lives in a worker thread (`worker.ts`), which alone touches SQLite; `client.ts` gives the rest of main the
 * same functions as promises. Every write is one action in one transaction, durable when its answer arrives; refusals
 * (`Outcome`) leave nothing behind. `at` is the moment from `main/clock.ts`, ISO 8601 with a Z.
 */
import type { Told } from '../../shared/contract/facts.ts';
import type { SourceKind } from '../../shared/policy/categories.ts';
import type { Facts } from '../../shared/rules/facts.ts';
import type { DayTotal } from '../../shared/rules/yearSummary.ts';
import type { SetAside } from '../../shared/sorting/rule.ts';
import type { Period, PlainDate, TaxYear } from '../../shared/values/dates.ts';
import type { Pence, Share } from '../../shared/values/money.ts';
import type { Outcome } from '../../shared/values/outcome.ts';
import type { NewBankRow, NewRecord } from '../bankRow.ts';
import type { AttachedKind } from './attachedKind.ts';
import type { HeldRow, ImportWrites, StoredImport } from './importApi.ts';
import type { ChangeWrites, SourceDetails } from './changeApi.ts';
import type { ErasureReads, ErasureWrites } from './erasureApi.ts';
import type { RulesReads, RulesWrites } from './rulesApi.ts';

export type { NewBankRow, NewRecord };
export type { HeldAnswer, HeldLine, HeldRow, ImportEnded, ImportStart, ImportTally } from './importApi.ts';

export type Instant = string;

export interface About {
  /** The example's name, and the day it is seen from; null for a person's own books. */
  readonly example: { readonly name: string; readonly asAt: PlainDate } | null;
  readonly createdAt: Instant;
  readonly schema: number;
}

export interface NewSource {
  readonly id: string;
  readonly kind: SourceKind;
  readonly name: string;
  readonly startedOn: PlainDate | null;
  readonly ceasedOn: PlainDate | null;
}
export interface NewLetting {
  readonly source: string;
  readonly id: string;
  readonly name: string;
  readonly country: string | null;
  readonly share: Share;
  /** Null: the share has been so from the start. */
  readonly shareFrom: PlainDate | null;
}
export interface Letting {
  readonly source: string;
  readonly id: string;
  readonly name: string;
  readonly country: string | null;
  /** A room of the person's own home, under the Rent a Room Scheme. */
  readonly rentARoom: boolean;
  readonly shares: readonly { readonly from: PlainDate | null; readonly share: Share }[];
}
export interface LedgerSource extends NewSource, SourceDetails {
  readonly lettings: readonly Letting[];
}

export interface StoredRecord extends NewRecord {
  readonly id: number;
  readonly own: Pence;
  /** The bank row it came from, or null if it was typed. */
  readonly bankRow: number | null;
  /** The number of the sorting rule that made it, or null if a person did. */
  readonly rule: number | null;
}
export interface RecordQuery {
  readonly period: Period | null;
  readonly source: string | null;
  readonly category: string | null;
  readonly text: string;
  readonly letting?: string | null;
  /** Both included; a refund counts by what it comes to. */
  readonly least?: Pence | null;
  readonly most?: Pence | null;
  readonly from?: 'bank' | 'typed' | null;
  /** With a file kept with it, or without one. */
  readonly attached?: boolean | null;
  /** The page begins with the record at this place, counted from 0, and not after a cursor. */
  readonly position?: number | null;
  readonly after: string | null;
  readonly limit: number;
}
export interface StoredPage<T> {
  readonly items: readonly T[];
  readonly next: string | null;
  /** All that match, not this page alone. */
  readonly count: number;
}

export interface RecordPage extends StoredPage<StoredRecord> {
  /** There are more than `count`: what a text or an amount finds is counted to 1,000. */
  readonly atLeast: boolean;
}

export interface StoredBankRow {
  readonly id: number;
  readonly account: string;
  readonly date: PlainDate;
  readonly text: string;
  readonly pence: Pence;
}
export interface RowQuery {
  /** Anywhere in the row's text; '' is every row. */
  readonly text?: string;
  readonly after: string | null;
  readonly limit: number;
}
export interface UnsortedPage extends StoredPage<StoredBankRow> {
  readonly moneyIn: Pence;
  readonly moneyOut: Pence;
}
export interface SetAsidePage extends Omit<StoredPage<StoredBankRow & { readonly as: SetAside }>, 'count'> {}
export type SortAs =
  | { readonly source: string; readonly letting: string | null; readonly category: string }
  | 'not-business'
  | 'between-my-accounts';

/** A record as it should read; `pence: null` keeps the money that moved. */
export interface Correction extends Omit<NewRecord, 'pence'> {
  readonly id: number;
  readonly pence: Pence | null;
}
export type SplitPart = Omit<NewRecord, 'date'>;
/** What is to be different about several records; null stays as it is. */
export interface ChangeOfSeveral {
  readonly source: string | null;
  readonly letting: string | null;
  readonly category: string | null;
}
/** What the bank row of a removed record is then. */
export type RemovedAs = 'unsorted' | 'not-business' | 'between-my-accounts';

/** An action by its number in the history, and what it was. */
export interface Step {
  readonly action: number;
  readonly what: string;
}
export interface PastAction extends Step {
  readonly at: Instant;
  /** `undo` and `redo` are steps themselves: `of` is the action they took back or did again. */
  readonly state: 'holds' | 'undone' | 'undo' | 'redo';
  readonly of: number | null;
  readonly isImport: boolean;
  /** The one record it added or took away, as the books have it; null where it is none, several, or removed for good. */
  readonly record: PastRecord | null;
}
export interface PastRecord {
  readonly id: number;
  readonly date: PlainDate;
  readonly pence: Pence;
  readonly description: string;
}
export interface HistoryPage {
  readonly actions: readonly PastAction[];
  readonly next: number | null;
  readonly count: number;
  readonly undo: Step | null;
  readonly redo: Step | null;
}
export interface RemovedImport {
  readonly rows: number;
  readonly records: number;
  /** Records of it made or changed after it came in. */
  readonly changed: readonly number[];
}

export interface NewAttachment {
  readonly record: number;
  readonly name: string;
  readonly bytes: Uint8Array;
}
export interface Attachment {
  readonly id: number;
  readonly name: string;
  readonly kind: AttachedKind;
  /** In bytes. */
  readonly size: number;
  /** Of the bytes, lower-case hex. */
  readonly sha256: string;
}
export interface OpenAttachment extends Attachment {
  readonly bytes: Uint8Array;
}

/** Both change with every write: `chain` with our own, `version` with that of any other program. */
export interface FileState {
  readonly chain: string;
  readonly version: number;
}

export interface Verified {
  readonly ok: boolean;
  readonly records: number;
  readonly actions: number;
  /** Payloads that were removed for good: their hashes are in the chain, their words are not in the file. */
  readonly removedForGood: number;
  /** The chain's head: the last action's hash, lower-case hex. */
  readonly chain: string;
  readonly checks: readonly { readonly code: string; readonly detail: string }[];
  /** Where something was found: the newest automatic backup that is sound, by name, if there is one. */
  readonly copy?: string;
}

export interface BackupMade {
  /** In bytes. */
  readonly size: number;
  readonly records: number;
  readonly lastRecord: PlainDate | null;
  readonly chain: string;
}
/** An automatic backup; verified when it was made, at `at`. Figures are null where it can no longer be read. */
export interface StoredBackup {
  readonly name: string;
  readonly at: Instant;
  readonly size: number;
  readonly records: number | null;
  readonly lastRecord: PlainDate | null;
  readonly chain: string | null;
}

export interface LedgerReads extends RulesReads, ErasureReads {
  about(): About;
  sources(): readonly LedgerSource[];
  records(query: RecordQuery): RecordPage;
  /** Bank rows that wait to be sorted and have the text, newest first, and what all of them come to. */
  unsorted(query: RowQuery): UnsortedPage;
  /** Bank rows said to be not business or between own accounts, newest first. */
  setAside(query: Omit<RowQuery, 'text'>): SetAsidePage;
  /** Bank rows held as a question, oldest first. */
  held(): readonly HeldRow[];
  /** Kept totals of the days in the period, both ends included; all of them for null. */
  totals(period: Period | null): readonly DayTotal[];
  /** The same added up over the period: one for each source, letting and category, under a day of it. */
  sums(period: Period): readonly DayTotal[];
  /** What each period from that day to one of these days, in their order, sums to: a year by the end of each quarter, of one source if it is named. */
  sumsUpTo(from: PlainDate, ends: readonly PlainDate[], source?: string): readonly (readonly DayTotal[])[];
  /** Tax years with records in them, the newest first. */
  years(): readonly TaxYear[];
  /** The ledger as facts: running totals, expected receipts, unsorted rows, and what was told. Null where nothing is recorded in that year. */
  facts(asAt: PlainDate): Facts;
  told(): Told;
  /** What was done, newest first. */
  history(page: { readonly after: number | null; readonly limit: number }): HistoryPage;
  /** Bank files that stand, the last to come in first. */
  imports(): readonly StoredImport[];
  verify(): Verified;
  /** What the file holds now, to be compared: a check of the same state need not be made again. */
  state(): FileState;
  /** Files kept with a record, or with one it stands in the place of. */
  attachments(record: number): readonly Attachment[];
  openAttachment(id: number): Outcome<OpenAttachment>;
  /** How many files each of these records has, of those that have any. */
  filesOf(records: readonly number[]): readonly { readonly record: number; readonly files: number }[];
  /** A verified copy at that path; see `backup.ts`. */
  backup(to: string, passphrase: string | null): Promise<Outcome<BackupMade>>;
  /** The automatic backups in a folder, newest first. */
  backups(folder: string): readonly StoredBackup[];
}

export interface LedgerWrites extends RulesWrites, ImportWrites, ErasureWrites, ChangeWrites {
  addSource(at: Instant, source: NewSource): Outcome<{ readonly id: string }>;
  addLetting(at: Instant, letting: NewLetting): Outcome<{ readonly id: string }>;
  addRecord(at: Instant, record: NewRecord): Outcome<{ readonly id: number }>;
  sortRows(at: Instant, rows: readonly number[], as: SortAs): Outcome<{ readonly sorted: number }>;
  /** Lets rows set aside wait to be sorted again; see `setAside.ts`. */
  putBack(at: Instant, rows: readonly number[]): Outcome<{ readonly putBack: number }>;
  correctRecord(at: Instant, correction: Correction): Outcome<{ readonly id: number }>;
  splitRecord(at: Instant, id: number, parts: readonly SplitPart[]): Outcome<{ readonly ids: readonly number[] }>;
  removeRecord(at: Instant, id: number, as: RemovedAs): Outcome<{ readonly removed: number }>;
  /** The same for several records, in one action; see `several.ts`. */
  changeRecords(at: Instant, ids: readonly number[], change: ChangeOfSeveral): Outcome<{ readonly changed: number }>;
  removeRecords(at: Instant, ids: readonly number[], as: RemovedAs): Outcome<{ readonly removed: number }>;
  /** A PDF, PNG, JPEG, WebP or HEIC, of 20 MB at most. */
  attach(at: Instant, file: NewAttachment): Outcome<{ readonly id: number }>;
  detach(at: Instant, id: number): Outcome<{ readonly id: number }>;
  undo(at: Instant): Outcome<Step>;
  redo(at: Instant): Outcome<Step>;
  /** `action` is the import's number in the history. */
  removeImport(at: Instant, action: number, anyway: boolean): Outcome<RemovedImport>;
  /** Takes in what was told; a return or a status replaces the one of the same tax year, the rest is added once. */
  tell(at: Instant, told: Told): Outcome<{ readonly taken: number }>;
}

export type Ledger = LedgerReads & LedgerWrites;

/** The ledger from another thread: the same functions, each a promise. */
export type LedgerClient = {
  [K in keyof Ledger]: (...args: Parameters<Ledger[K]>) => Promise<Awaited<ReturnType<Ledger[K]>>>;
} & {
  /** `importRows` of rows that are packed already (`packedRows.ts`). */
  importPacked(rows: string): Promise<ReturnType<Ledger['importRows']>>;
  close(): Promise<void>;
};

export interface NewLedger {
  readonly at: Instant;
  readonly example: About['example'];
}
export type { TaxYear };
