/**
 * How does a bank's file get from the importer into a ledger, as one action or not at all?
 *
 * The file is read in batches and each goes to the ledger within one transaction, which is kept or undone at the end: a
 * preview is an import that is undone, so both say the same.
 */
import type { ImportRefusal, ImportReport, Parsed } from '../../shared/contract/contract.ts';
import type { ImportLeftOut } from '../../shared/contract/imports.ts';
import { categoryOf } from '../../shared/policy/categories.ts';
import { nothing, toPounds } from '../../shared/values/money.ts';
import { done, refuse, type Outcome, type Problem } from '../../shared/values/outcome.ts';
import { equalTo, leftOutBecause, onlyFirstListed, rowBecomes } from '../../shared/wording/importReport.ts';
import { problemText } from '../../shared/wording/problems.ts';
import type { NewBankRow } from '../bankRow.ts';
import {
  ownerOf,
  sentences,
  type BankAccounts,
  type BankQuestion,
  type ReadingAsk,
  type Tally,
} from '../imports/read.ts';
import type { ImportEnded, Instant, LedgerClient, LedgerSource } from '../ledger/api.ts';
import type { HandedIn } from './files.ts';
import { takeBatch } from './importBatch.ts';
import type { Watch } from './importWatch.ts';
import { openRows } from './readApart.ts';
import { learnt, otherName, readBefore } from './remembered.ts';
import type { KnownRows, ReadyRows } from './sortedRows.ts';
import { reasonOf } from '../ledger/disk.ts';

export type ImportAsk = Omit<Parsed<'import.read'>, 'file'> & Pick<ReadingAsk, 'only' | 'allAccounts'>;
export interface ImportedFile {
  readonly reading: KnownRows;
  readonly report: ImportReport;
  /** The first refused row's problem, its path the line and column. */
  readonly refusal: { readonly problem: Problem; readonly line: number; readonly field: string } | null;
  /** Rows of another account stand further down, and so nothing was kept. */
  readonly otherAccounts: boolean;
}
/** Whether to keep the import, once it is known how many rows were refused. */
export type Keep = (refused: number) => boolean;

const goOn: Watch = () => true;
const mostListed = 1000;
const sampleRows = 50;

/** Reads the file into the ledger, and keeps it if `keep` says so; `watch` may stop it after any batch. A question is answered when the file does not say which column is which. */
export async function runImport(
  ledger: LedgerClient,
  at: Instant,
  file: HandedIn,
  ask: ImportAsk,
  keep: Keep,
  watch: Watch = goOn,
): Promise<Outcome<ImportedFile | BankQuestion | BankAccounts>> {
  const sources = await ledger.sources();
  const source = incomeSource(sources, ask);
  if (!source.ok) return source;
  try {
    const before = await readBefore(ledger, ask.account);
    const reading = await openRows(file.path, { ...ask, before, source: source.value });
    if (!reading.ok) return reading;
    if (reading.value.kind !== 'rows') return done(reading.value);
    const { close, ...rows } = reading.value;
    try {
      return await intoLedger({ ledger, at, file, ask, keep, watch, sources, reading: rows });
    } finally {
      await close();
    }
  } catch (error) {
    return unreadable(error, file.name);
  }
}

/** The source the money coming in is income of; where the person named a letting, with that one alone. */
function incomeSource(
  sources: readonly LedgerSource[],
  { source: id, letting }: Pick<ImportAsk, 'source' | 'letting'>,
): Outcome<LedgerSource | null> {
  const source = sources.find((s) => s.id === id);
  if (id !== null && source === undefined) return refuse('source-unknown', 'source', { source: id });
  if (letting === null) return done(source ?? null);
  const lettings = source?.lettings.filter((l) => l.id === letting) ?? [];
  if (source === undefined || lettings.length === 0) {
    return refuse('letting-unknown', 'letting', { letting, source: id ?? '' });
  }
  return done({ ...source, lettings });
}

interface Run {
  readonly ledger: LedgerClient;
  readonly at: Instant;
  readonly file: HandedIn;
  readonly ask: ImportAsk;
  readonly keep: Keep;
  readonly watch: Watch;
  readonly sources: readonly LedgerSource[];
  readonly reading: ReadyRows;
}
interface Seen {
  tally: Tally | null;
  refusedCount: number;
  readonly refused: ImportRefusal[];
  leftOutCount: number;
  readonly leftOut: ImportLeftOut[];
  refusal: ImportedFile['refusal'];
  otherAccounts: boolean;
  stopped: boolean;
  readonly sample: ImportReport['sample'][number][];
}

async function intoLedger(run: Run): Promise<Outcome<ImportedFile>> {
  const { ledger, at, file, ask, keep, reading } = run;
  const { sha256, profile } = reading;
  const owner = ownerOf(ask.account);
  const begun = await ledger.importBegin({ at, account: ask.account, file: file.name, sha256, profile, owner });
  if (!begun.ok) return begun;
  const seen: Seen = {
    tally: null,
    refusedCount: 0,
    refused: [],
    leftOutCount: 0,
    leftOut: [],
    refusal: null,
    otherAccounts: false,
    stopped: false,
    sample: [],
  };
  try {
    const taken = await takeBatches(run, seen);
    if (!taken.ok) return taken;
  } catch (error) {
    await ledger.importEnd(false);
    throw error;
  }
  const kept = !seen.stopped && !seen.otherAccounts && keep(seen.refusedCount);
  const ended = await ledger.importEnd(kept, learnt(ask, reading));
  if (!ended.ok) return ended;
  if (seen.stopped) return refuse('import-stopped');
  const { refusal, otherAccounts } = seen;
  const report = reportOf(run, seen, ended.value, kept);
  const named = await otherName(ledger, ask, reading);
  return done({ reading, report: { ...report, how: [...named, ...report.how] }, refusal, otherAccounts });
}

/** Refused here only when the ledger itself cannot go on; it has undone everything by then. */
async function takeBatches({ ledger, reading, sources, ask, watch }: Run, seen: Seen): Promise<Outcome<null>> {
  const sorting = { rules: await ledger.rules(), sources, account: ask.account };
  const batches = reading.batches(sorting, () => sampleRows - seen.sample.length);
  for await (const [batch, taking] of ahead(batches, (b) => takeBatch(ledger, b))) {
    const taken = await taking;
    if (!taken.ok) return taken;
    for (const refused of [...batch.refused, ...taken.value.refused].toSorted((a, b) => a.line - b.line)) {
      seen.refusedCount += 1;
      seen.refusal ??= refused;
      seen.otherAccounts ||= refused.problem.code === 'row-other-account';
      const { line, field, problem } = refused;
      if (seen.refused.length < mostListed) seen.refused.push({ line, field, message: problemText(problem) });
    }
    seen.leftOutCount += batch.leftOut.length;
    for (const { line, said } of batch.leftOut.slice(0, mostListed - seen.leftOut.length)) {
      seen.leftOut.push({ line, message: leftOutBecause(said) });
    }
    for (const { row, state } of taken.value.shown.slice(0, sampleRows - seen.sample.length)) {
      const { line, date, text, rule = null } = row;
      const amount = toPounds(row.pence);
      seen.sample.push({ line, date, text, amount, state, becomes: becomes(row, sources), rule });
    }
    seen.tally = batch.tally;
    seen.stopped = !watch(batch.tally.rows);
    if (seen.stopped) break;
  }
  return done(null);
}

/** Each item with the work on it begun; the next item is read meanwhile, and its work waits for that before it. */
async function* ahead<T, R>(
  items: AsyncGenerator<T>,
  work: (item: T) => Promise<R>,
): AsyncGenerator<readonly [T, Promise<R>]> {
  for (let next = await items.next(); !next.done;) {
    const item = next.value;
    const working = work(item);
    // Whoever takes the item hears of its failure; here it is only waited for.
    const [read] = await Promise.allSettled([items.next(), working]);
    yield [item, working];
    if (read.status === 'rejected') throw read.reason;
    next = read.value;
  }
}

function becomes({ sorted }: NewBankRow, sources: readonly LedgerSource[]): string {
  if (sorted === null) return rowBecomes.unsorted;
  if (typeof sorted === 'string') return rowBecomes[sorted];
  const names = sorted.map((record) => {
    const kind = sources.find((s) => s.id === record.source)?.kind;
    return kind === undefined ? record.category : (categoryOf(kind, record.category)?.name ?? record.category);
  });
  return names.join(', ');
}

function reportOf({ file, ask, reading }: Run, seen: Seen, ledger: ImportEnded, imported: boolean): ImportReport {
  const { tally } = seen;
  const counted = tally === null ? { how: [], gaps: [] } : sentences(tally);
  const held = new Set(ledger.heldRows.map(({ line }) => line));
  const cut = seen.refusedCount > seen.refused.length ? [onlyFirstListed(seen.refused.length)] : [];
  return {
    file: file.name,
    account: ask.account,
    profile: reading.profile,
    how: [...reading.how, ...counted.how, ...cut],
    rows: (tally?.rows ?? 0) + (tally?.refused ?? 0),
    fresh: ledger.fresh,
    already: ledger.already,
    held: ledger.held,
    heldRows: ledger.heldRows.slice(0, mostListed).map(({ line, date, text, pence, alike }) => {
      return { line, date, text, amount: toPounds(pence), message: equalTo(alike.file, alike.line) };
    }),
    refusedCount: seen.refusedCount,
    refused: seen.refused,
    leftOutCount: seen.leftOutCount,
    leftOut: seen.leftOut,
    recorded: ledger.recorded,
    setAside: ledger.setAside,
    unsorted: ledger.unsorted,
    from: tally?.from ?? null,
    to: tally?.to ?? null,
    moneyIn: toPounds(tally?.moneyIn ?? nothing),
    moneyOut: toPounds(tally?.moneyOut ?? nothing),
    gaps: counted.gaps,
    sample: seen.sample.map((row) => (held.has(row.line) ? { ...row, state: 'held' as const } : row)),
    imported,
  };
}

/** What the disk says about the file, by name; a fault of ours is thrown on. */
function unreadable(error: unknown, name: string): { ok: false; problem: Problem } {
  if (!(error instanceof Error) || !('syscall' in error) || !('code' in error)) throw error;
  if (error.code === 'ENOENT') return refuse('file-missing', 'file', { file: name });
  return refuse('file-unreadable', 'file', { file: name, detail: reasonOf(error) });
}
