/**
 * What may a window, or a command, ask of the app?
 *
 * Every operation, with the schema of its input and the type of its answer; there is no other door. Input is parsed in
 * main; replies are `Reply`s; only plain data crosses, and no path, SQL, URL or method name ever comes from a window.
 * Files cross as opaque handles (`FileHandle`), their bytes streamed by the host.
 */
import { z } from 'zod';
import type { SourceKind } from '../policy/categories.ts';
import type { Outlook } from '../rules/answers.ts';
import type { YearSummary } from '../rules/yearSummary.ts';
import type { PlainDate, TaxYear } from '../values/dates.ts';
import type { Pounds } from '../values/money.ts';
import type { AppState } from './appState.ts';
import * as bankRows from './bankRows.ts';
import type { BankRowPage, SetAsidePage } from './bankRows.ts';
import * as attachments from './attachments.ts';
import * as changes from './changes.ts';
import * as imports from './imports.ts';
import type { ImportReading, ImportReport } from './imports.ts';
import * as forGood from './forGood.ts';
import * as keeping from './keeping.ts';
import { oneExample } from './examples.ts';
import { day, sourceId, sourceKind, taxYear } from './facts.ts';
import * as payouts from './payouts.ts';
import * as rules from './rules.ts';
import { recordFilters } from './finding.ts';
import { settings, type Settings } from './settings.ts';
import * as several from './several.ts';
import * as sources from './sources.ts';
import { toldEntry, type ToldShown } from './told.ts';

export type * from './bankRows.ts';
export * from './imports.ts';
export type { AppState } from './appState.ts';

/** A refusal in words, as it leaves the app. */
export interface WordedProblem {
  readonly code: string;
  readonly path: string;
  readonly message: string;
}
export type Reply<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problem: WordedProblem };

/** A file on its way in or out, known to the window by this alone. */
export type FileHandle = string;

export interface SourceShown extends sources.SourceDetailsShown {
  readonly id: string;
  readonly kind: SourceKind;
  readonly name: string;
  readonly startedOn: PlainDate | null;
  readonly ceasedOn: PlainDate | null;
  readonly lettings: readonly LettingShown[];
  readonly categories: readonly { id: string; name: string; direction: 'income' | 'expense' | 'tax' }[];
}
export interface LettingShown {
  readonly id: string;
  readonly name: string;
  readonly country: string | null;
  readonly rentARoom: boolean;
  /** Newest last: `{ from: null, share: "1/2" }` holds from the start. */
  readonly shares: readonly { from: PlainDate | null; share: string }[];
}

export interface RecordShown {
  readonly id: number;
  readonly date: PlainDate;
  readonly source: string;
  readonly letting: string | null;
  readonly category: string;
  readonly categoryName: string;
  readonly direction: 'income' | 'expense' | 'tax';
  readonly amount: Pounds;
  /** The person's own share of it. */
  readonly own: Pounds;
  readonly description: string;
  /** From a bank file, or typed. */
  readonly from: 'bank' | 'typed';
  /** How many receipts and invoices are kept with it. */
  readonly files: number;
  /** The number of the sorting rule that made it, or null if a person did. */
  readonly rule: number | null;
}
export interface RecordPage {
  readonly records: readonly RecordShown[];
  /** Give it back as `after` for the next page; null at the end. */
  readonly next: string | null;
  readonly count: number;
  /** There are more than `count`: what a text or an amount finds is counted to 1,000. */
  readonly atLeast: boolean;
}

/** The state after a write: what was asked for, and the outlook that now holds. */
export interface Written<T> {
  readonly done: T;
  readonly outlook: Outlook;
}

export interface FileMade {
  readonly file: FileHandle;
  readonly name: string;
}

/** As typed: read by `shared/values/typed.ts` in main, so that "£1,234.5 " and "6 apr" both do. */
const typed = z.string().max(200);
const words = z.string().max(10_000);
const shareText = z.string().max(20);
const none = z.strictObject({});

const newLetting = z.strictObject({
  source: sourceId,
  id: sourceId,
  name: words,
  country: z.string().max(2).nullable().default(null),
  share: shareText.default('1'),
  shareFrom: day.nullable().default(null),
});
const newSource = z.strictObject({
  id: sourceId,
  kind: sourceKind,
  name: words,
  startedOn: day.nullable().default(null),
  ceasedOn: day.nullable().default(null),
});
interface Operation<I extends z.ZodType, R> {
  readonly input: I;
  /** Never set: carries the type of the answer. */
  readonly reply?: R;
}
const asks =
  <R>() =>
  <I extends z.ZodType>(input: I): Operation<I, R> => ({ input });

export const contract = {
  'app.state': asks<AppState>()(none),
  /** The three questions of the first run, in one action each; answers with the outlook on the new books. */
  'books.start': asks<AppState>()(
    z.strictObject({
      sources: z.array(
        z.strictObject({
          kind: sourceKind,
          name: words,
          started: typed,
          share: shareText.default('1'),
        }),
      ),
      /** Income before expenses on the last two returns, by source (index into `sources`), as typed; '' is not known. */
      returns: z.array(
        z.strictObject({
          taxYear,
          state: z.enum(['sent', 'none-yet', 'no-notice']),
          submitted: typed.default(''),
          amounts: z.array(typed),
        }),
      ),
      reporting: z.enum(['must', 'early', 'yearly', 'not-sure']),
    }),
  ),
  'books.example': asks<AppState>()(oneExample),
  'books.own': asks<AppState>()(none),
  /** Begins to check the open books; what it finds stands in `app.state`. */
  'books.check': asks<AppState>()(none),
  'backups.list': asks<keeping.BackupsShown>()(none),
  'backups.make': asks<FileMade & keeping.CopyContents>()(keeping.newBackup),
  'backups.look': asks<keeping.RestoreLooked>()(keeping.oneCopy),
  /** Puts a copy in the place of the person's own books and opens it; `kept` is the name of what was there. */
  'backups.restore': asks<{ readonly app: AppState; readonly kept: string | null }>()(keeping.oneCopy),
  'outlook.read': asks<Outlook>()(none),
  'sources.list': asks<readonly SourceShown[]>()(none),
  'sources.add': asks<Written<{ id: string }>>()(newSource),
  'lettings.add': asks<Written<{ id: string }>>()(newLetting),
  'sources.change': asks<Written<{ id: string }>>()(sources.sourceChange),
  'lettings.change': asks<Written<{ id: string }>>()(sources.lettingChange),
  /** One entered by mistake, while nothing hangs on it. */
  'sources.remove': asks<Written<{ id: string }>>()(z.strictObject({ id: sourceId })),
  'lettings.remove': asks<Written<{ id: string }>>()(z.strictObject({ source: sourceId, id: sourceId })),
  'records.list': asks<RecordPage>()(
    z.strictObject({
      ...recordFilters,
      /** The page begins with the record at this place of the list, counted from 0, and not after a cursor. */
      position: z.int().nonnegative().max(10_000_000).nullable().default(null),
      after: z.string().max(60).nullable().default(null),
      limit: z.int().min(1).max(500).default(100),
    }),
  ),
  /** Tax years with records in them, the newest first. */
  'records.years': asks<readonly TaxYear[]>()(none),
  'records.pick': asks<several.PickedRecords>()(several.picking),
  'records.change': asks<Written<{ changed: number }>>()(several.changingSeveral),
  'records.removeSeveral': asks<Written<changes.Removed>>()(several.removingSeveral),
  'records.add': asks<Written<{ id: number }>>()(
    z.strictObject({
      source: sourceId,
      letting: sourceId.nullable().default(null),
      date: typed,
      category: z.string().max(60),
      amount: typed,
      description: words,
    }),
  ),
  'records.correct': asks<Written<changes.Corrected>>()(changes.correction),
  'records.split': asks<Written<changes.Split>>()(changes.splitting),
  'records.remove': asks<Written<changes.Removed>>()(changes.removal),
  'history.list': asks<changes.HistoryShown>()(changes.historyPage),
  'history.undo': asks<Written<changes.Stepped>>()(none),
  'history.redo': asks<Written<changes.Stepped>>()(none),
  'import.list': asks<readonly imports.ImportShown[]>()(none),
  'import.remove': asks<Written<changes.ImportRemoved>>()(changes.importRemoval),
  /** What would go for good and which copies have it too; then the removal, which nothing takes back. */
  'history.forGood': asks<forGood.ForGoodShown>()(forGood.forGood),
  'history.removeForGood': asks<Written<forGood.RemovedForGood>>()(forGood.confirmedForGood),
  'attachments.list': asks<readonly attachments.AttachmentShown[]>()(attachments.ofRecord),
  'attachments.add': asks<Written<{ id: number }>>()(attachments.newAttachment),
  'attachments.open': asks<FileMade>()(attachments.oneAttachment),
  'attachments.remove': asks<Written<{ id: number }>>()(attachments.oneAttachment),
  'rules.list': asks<rules.RulesShown>()(none),
  'rules.preview': asks<rules.RuleEffectShown>()(rules.rulePreview),
  'rules.change': asks<Written<rules.RulesDone>>()(rules.ruleChange),
  'rules.words': asks<{ words: string }>()(rules.ruleWords),
  'rules.decline': asks<Written<null>>()(rules.suggestionDeclined),
  /** Payments that usually arrive after deductions, left as they arrived; and what one was before. */
  'payouts.list': asks<payouts.PayoutsShown>()(payouts.payoutsAsked),
  'payouts.workOut': asks<payouts.GrossShown>()(payouts.grossAsk),
  'payouts.whole': asks<Written<null>>()(payouts.aboutThat),
  'rows.pairs': asks<readonly payouts.PairShown[]>()(none),
  'rows.notPair': asks<Written<null>>()(payouts.aboutThat),
  /** Not sorted yet; with a `text`, those that have it anywhere, and what they come to. */
  'rows.list': asks<BankRowPage>()(bankRows.waitingPage),
  /** Set aside, newest first; and back among those not sorted yet. */
  'rows.setAside': asks<SetAsidePage>()(bankRows.setAsidePage),
  'rows.putBack': asks<Written<{ putBack: number }>>()(bankRows.someRows),
  /** Says what bank rows are: a record in a category, or nothing to do with the business. */
  'rows.sort': asks<Written<{ sorted: number }>>()(bankRows.rowSorting),
  /** About you: what HMRC already knows, and one answer about it. */
  'told.read': asks<ToldShown>()(none),
  'told.save': asks<Written<{ taken: number }>>()(toldEntry),
  'told.remove': asks<Written<{ removed: number }>>()(sources.toldRemoval),
  'told.end': asks<Written<{ removed: number }>>()(sources.circumstanceEnd),
  'settings.read': asks<Settings>()(none),
  'settings.save': asks<Settings>()(settings),
  /** Bank rows that may be ones the books have already, and what the person says of them. */
  'rows.held': asks<readonly imports.HeldRowShown[]>()(none),
  'rows.answer': asks<Written<{ answered: number }>>()(imports.heldAnswer),
  /** Rows read so far of the import under way, null without one; and its end, with nothing kept. */
  'import.progress': asks<{ readonly rows: number | null }>()(none),
  'import.stop': asks<{ readonly rows: number | null }>()(none),
  'import.read': asks<ImportReading>()(imports.importRequest),
  'import.commit': asks<Written<ImportReport>>()(imports.importRequest),
  'summary.read': asks<YearSummary>()(z.strictObject({ taxYear })),
  'export.make': asks<FileMade>()(z.strictObject({ taxYear, as: z.enum(['csv']) })),
} as const;

export type Contract = typeof contract;
export type OperationName = keyof Contract;
export type Input<N extends OperationName> = z.input<Contract[N]['input']>;
export type Parsed<N extends OperationName> = z.output<Contract[N]['input']>;
export type Answered<N extends OperationName> = NonNullable<Contract[N]['reply']>;

/** What a host gives a window: one call, and files in and out by handle. `Chosen` is the window's own type of a file. */
export interface Bridge<Chosen> {
  call<N extends OperationName>(name: N, input: Input<N>): Promise<Reply<Answered<N>>>;
  /** Bytes of a chosen or dropped file go to main; the window keeps the handle. */
  sendFile(file: Chosen): Promise<Reply<{ file: FileHandle; name: string }>>;
  /** Hands a made file to the person: a save dialog, or a download. */
  saveFile(made: FileMade): Promise<Reply<null>>;
  /** The bytes of a made file, for the window to show; like saving it, once. */
  readFile(made: FileMade): Promise<Reply<Uint8Array<ArrayBuffer>>>;
}
