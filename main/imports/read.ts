/**
 * What is in this bank file?
 *
 * The importer's one door. Bytes → text → rows → cells → readings → bank rows with their identities, sorted into records
 * as far as that is certain. The file is opened anew for each pass and never held: a million rows take the memory of
 * some hundred. Nothing is written here; giving the rows to the ledger is another's work.
 */
import type { ColumnMapping, MappingColumn } from '../../shared/contract/contract.ts';
import { done, refuse, type Outcome } from '../../shared/values/outcome.ts';
import { blockFiles, doubts, gapSentences, howCounted, howRead } from '../../shared/wording/bankFiles.ts';
import { blockKind, blockLayout, blocksOf, type Block, type BlockKind } from './blocks.ts';
import { cellsOf, rawRows, type RawRow } from './csv.ts';
import { tellingOrder } from './dateOrder.ts';
import { decoded, survey, type Encoding, type Open } from './decode.ts';
import { mappingOf, type Layout, type LayoutSeen } from './layout.ts';
import type { DateOrder } from './fields.ts';
import { layoutFor, type LayoutAsk, type ReadBefore } from './layoutFor.ts';
import { columnsShown } from './mapping.ts';
import { profileOf } from './profiles/all.ts';
import { accountsIn, shownAccounts, sift, type Batch, type CutRow, type OnlyAccount } from './sift.ts';
import type { IncomeSource } from './sort.ts';
import type { Tally } from './tally.ts';

export type { Batch, IncomeSource, LayoutSeen, OnlyAccount, Open, ReadBefore, Tally };
export type { RefusedRow } from './row.ts';
export { ownerOf } from './identity.ts';

export interface ReadingAsk extends LayoutAsk {
  /** The account's name; part of every row's identity. */
  readonly account: string;
  /** Of a file with several accounts: the one to read, as `BankAccounts` names it. */
  readonly only?: OnlyAccount | null;
  /** Look through the whole file for accounts, and not its first rows alone. */
  readonly allAccounts?: boolean;
  /** The source whose income this account receives, or null: then nothing is sorted but moves between own pots. */
  readonly source: IncomeSource | null;
}
interface AnyReading {
  /** SHA-256 of the file's bytes, lower-case hex. */
  readonly sha256: string;
  readonly columns: readonly MappingColumn[];
  /** As used, or as proposed. */
  readonly mapping: ColumnMapping | null;
  /** What a table is known again by; null for a file of blocks. */
  readonly layout: LayoutSeen | null;
}
/** The columns must be named, or what was guessed be agreed to: ask again with a mapping. */
export interface BankQuestion extends AnyReading {
  readonly kind: 'question';
  /** What is not certain, in words. */
  readonly question: string;
}
export interface BankRows extends AnyReading {
  readonly kind: 'rows';
  /** The bank's layout, or null where the columns were named or guessed. */
  readonly profile: string | null;
  /** The account's own number, where the rows name it. */
  readonly account: string | null;
  /** How the file is read, in sentences; `sentences(tally)` has what was counted. */
  readonly how: readonly string[];
  /** Reads the file from its start, each time it is called. The last batch's tally is the whole file's; there is at least one. */
  batches(): AsyncGenerator<Batch>;
}
/** The file holds several accounts: ask again for each by itself. */
export interface BankAccounts {
  readonly kind: 'accounts';
  /** The account's own number, and how it is shown. */
  readonly accounts: readonly { readonly key: string; readonly shown: string }[];
}
export type BankReading = BankQuestion | BankAccounts | BankRows;

const headRows = 300;
const batchRows = 500;

/**
 * Reads a bank's file. Refuses what is no bank file, by name: `bank-file-empty`, `bank-file-is`, `bank-file-no-rows`,
 * `bank-unknown`, `bank-layout-missing`, `mapping-unusable`. Refused rows are in the batches.
 */
export async function readBankFile(open: Open, ask: ReadingAsk): Promise<Outcome<BankReading>> {
  const surveyed = await survey(open);
  if (!surveyed.ok) return surveyed;
  const { encoding, sha256 } = surveyed.value;
  const kind = blockKind(await startOf(open, encoding));
  if (kind !== null) return readBlocks(kind, open, { encoding, sha256 }, ask);
  const first = await firstRows(open, encoding);
  const found = await layoutFor(first, ask, () => rawRows(decoded(open, encoding)));
  if (!found.ok) return found;
  const { layout, guess, columns, seen, since } = found.value;
  if (layout === null) {
    const question = [...since, doubts[guess.doubt ?? 'columns']].join(' ');
    return done({ kind: 'question', sha256, columns, mapping: guess.mapping, layout: seen, question });
  }
  const pieces = (): AsyncGenerator<readonly CutRow[]> => tableRows(open, encoding, layout);
  const accounts = await accountsOf(layout, pieces, ask);
  if (accounts.length > 1 && (ask.only ?? null) === null) return done(severalAccounts(accounts));
  return done({
    kind: 'rows',
    sha256,
    columns: saysItAll(layout) ? columns : [],
    mapping: mappingOf(layout),
    profile: layout.profile?.id ?? null,
    layout: seen,
    how: [...since, ...howRead(shape(layout, encoding))],
    account: ask.only?.key ?? accounts[0] ?? null,
    batches: () => batches(pieces(), layout, ask),
  });
}

/** Would columns named by hand say all that the bank's own layout does? Not where a fee stands beside the amount. */
const saysItAll = ({ columns }: Layout): boolean => columns.fee === null;

/** What a tally says, for the person: what was counted and passed over, and where balances do not follow. */
export function sentences(tally: Tally): { readonly how: readonly string[]; readonly gaps: readonly string[] } {
  return { how: howCounted(tally), gaps: gapSentences(tally.balances) };
}

/** Bytes already in memory, in pieces as a file would give them. */
export function fromBytes(bytes: Uint8Array, pieceBytes = 65_536): Open {
  return async function* pieces() {
    for (let at = 0; at < bytes.byteLength; at += pieceBytes) yield bytes.subarray(at, at + pieceBytes);
  };
}

async function firstRows(open: Open, encoding: Encoding): Promise<RawRow[]> {
  const first: RawRow[] = [];
  for await (const rows of rawRows(decoded(open, encoding))) {
    first.push(...rows.slice(0, headRows - first.length));
    if (first.length >= headRows) break;
  }
  return first;
}

/** The accounts of the first rows; where these are several, or it is asked for, of the whole file. */
async function accountsOf(
  { columns, ...layout }: Layout,
  pieces: () => AsyncIterable<readonly CutRow[]>,
  { only = null, allAccounts = false }: ReadingAsk,
): Promise<readonly string[]> {
  if (only !== null || (columns.account === null && columns.accountNumber === null)) return [];
  const all = { columns, ...layout };
  const found = new Set<string>();
  let seen = 0;
  for await (const piece of pieces()) {
    for (const account of accountsIn(all, piece.slice(0, headRows - seen))) found.add(account);
    seen += piece.length;
    if (seen >= headRows) break;
  }
  if (found.size < 2 && !allAccounts) return [...found];
  for await (const piece of pieces()) for (const account of accountsIn(all, piece)) found.add(account);
  return [...found];
}

const severalAccounts = (accounts: readonly string[]): BankAccounts => ({
  kind: 'accounts',
  accounts: [...shownAccounts(accounts)].map(([key, shown]) => ({ key, shown })),
});

async function* tableRows(open: Open, encoding: Encoding, layout: Layout): AsyncGenerator<readonly CutRow[]> {
  for await (const raws of rawRows(decoded(open, encoding))) {
    const cut = cellsOf(raws, layout.delimiter);
    yield raws.map((row, i) => ({ row, cells: cut[i] ?? null }));
  }
}

async function* batches(
  pieces: AsyncIterable<readonly CutRow[]>,
  layout: Layout,
  ask: ReadingAsk,
): AsyncGenerator<Batch> {
  const rows = sift(layout, ask.account, ask.source, ask.only);
  for await (const piece of pieces) {
    for (const { row, cells } of piece) {
      rows.take(row, cells);
      if (rows.waiting() >= batchRows) yield rows.batch();
    }
  }
  rows.end();
  yield rows.batch();
}

async function startOf(open: Open, encoding: Encoding): Promise<string> {
  let start = '';
  for await (const piece of decoded(open, encoding)) {
    start += piece;
    if (start.length > 1000) break;
  }
  return start;
}

/** A file of blocks says itself which part is which; only QIF's dates may have to be asked for. */
async function readBlocks(
  kind: BlockKind,
  open: Open,
  { encoding, sha256 }: { encoding: Encoding; sha256: string },
  ask: ReadingAsk,
): Promise<Outcome<BankReading>> {
  if (ask.profile !== null && ask.profile !== kind) {
    return refuse('bank-layout-missing', 'profile', { bank: profileOf(ask.profile)?.name ?? ask.profile });
  }
  const pieces = (): AsyncGenerator<Block[]> => blocksOf(kind, decoded(open, encoding));
  const first: Block[] = [];
  for await (const piece of pieces()) {
    first.push(...piece.slice(0, headRows - first.length));
    if (first.length >= headRows) break;
  }
  if (first.length === 0) return refuse('bank-file-no-rows', 'file');
  const order = await blockOrder(kind, pieces(), ask.mapping);
  const layout = blockLayout(kind, order ?? 'day-first');
  const mapping = mappingOf(layout);
  const rows = first.map(({ row, cells }) => ({ row, cells }));
  const columns = columnsShown({ delimiter: ',', rows }, layout);
  const question = doubts['date-order'];
  if (order === null) return done({ kind: 'question', sha256, columns, mapping, layout: null, question });
  const accounts = await accountsOf(layout, pieces, ask);
  if (accounts.length > 1 && (ask.only ?? null) === null) return done(severalAccounts(accounts));
  const how = blockFiles(kind, order);
  return done({
    kind: 'rows',
    sha256,
    columns,
    mapping,
    layout: null,
    profile: kind,
    how,
    account: ask.only?.key ?? accounts[0] ?? null,
    batches: () => batches(pieces(), layout, ask),
  });
}

async function blockOrder(
  kind: BlockKind,
  pieces: AsyncIterable<readonly Block[]>,
  said: ColumnMapping | null,
): Promise<DateOrder | null> {
  if (kind === 'ofx') return 'year-first';
  if (kind === 'santander-text') return 'day-first';
  if (said !== null) return said.dateOrder;
  for await (const piece of pieces) {
    for (const { cells } of piece) {
      const order = tellingOrder(cells[0] ?? '');
      if (order !== null) return order;
    }
  }
  return null;
}

function shape(layout: Layout, encoding: Encoding): Parameters<typeof howRead>[0] {
  const { profile, delimiter, headerLine, dateOrder, columns, names, inverted } = layout;
  const name = (index: number | null): string | null =>
    index === null ? null : (names[index] ?? `column ${index + 1}`);
  return {
    bank: profile?.name ?? null,
    surely: profile?.confidence !== 'low',
    sign: inverted ? 'charge-positive' : 'out-negative',
    gross: name(columns.gross),
    deducted: name(columns.deducted),
    direction: name(columns.direction),
    fee: name(columns.fee),
    delimiter,
    encoding,
    headerLine,
    dateOrder,
    amount: name(columns.amount ?? columns.net),
    moneyIn: name(columns.moneyIn),
    moneyOut: name(columns.moneyOut),
    balance: name(columns.balance),
  };
}
