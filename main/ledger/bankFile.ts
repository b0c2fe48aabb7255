/**
 * How does a bank's file enter the books whole, once, or not at all?
 *
 * One transaction is held open from begin to end, while batches of rows come. The row's identity within its account says
 * whether it is new. Undoing it at the end (`commit: false`) gives the same tally as keeping it, which is the preview.
 */
import { done, refuse, type Outcome } from '../../shared/values/outcome.ts';
import { identityKey } from '../bankRow.ts';
import type { ImportEnded, ImportStart, ImportTally, Instant, NewBankRow } from './api.ts';
import { cached, refusedBySqlite, rollBack, setCache, type Connection } from './connection.ts';
import { doubt, noEdges, seeDay, type Edges } from './edges.ts';
import { holdRows } from './held.ts';
import { addRow, addRows, beginDraft, commitDraft, nextId, type Draft } from './history.ts';
import { imported } from './importList.ts';
import { identitiesOf, keepIdentities, keepIfLong, takenAmong, type Identities } from './identities.ts';
import {
  amountProblem,
  dateProblem,
  planRecord,
  recordCells,
  signed,
  nameProblem,
  textProblem,
  type PlannedRecord,
} from './records.ts';
import { readAnswers } from './rules.ts';
import type { Answered } from './rulesApi.ts';
import { knownSources, type KnownSource } from './sources.ts';
import type { Cell } from './tables.ts';
import { countRecord, countRow, keepIfMany } from './totals.ts';

/** An import under way. */
export interface OpenImport {
  readonly at: Instant;
  readonly draft: Draft;
  readonly sources: ReadonlyMap<string, KnownSource>;
  readonly account: number;
  readonly file: number;
  /** The account as identities have it, or null: then no row is ever in doubt. */
  readonly owner: string | null;
  /** The very same bytes stand imported into this account. */
  readonly again: boolean;
  readonly identities: Identities;
  readonly edges: Edges;
  readonly tally: { -readonly [K in keyof ImportTally]: number };
}

type Became = readonly PlannedRecord[] | 'not-business' | 'between-my-accounts' | null;

/** Begins: the account by its name, added if it is new, and the file. */
export function beginImport(connection: Connection, start: ImportStart): Outcome<OpenImport> {
  const wrong = nameProblem(start.account, 'account') ?? textProblem(start.file, 'file');
  if (wrong !== undefined) return wrong;
  try {
    const draft = beginDraft(connection);
    setCache(connection.db, cached.importing);
    const known = connection.sql<{ id: number }>('SELECT id FROM bank_account WHERE name = ?').get(start.account);
    const account = known?.id ?? addRow(draft, 'bank_account', [start.account]);
    const again = sameFile(connection, account, start.sha256);
    const file = addRow(draft, 'imported_file', [account, start.file, start.sha256, start.profile]);
    const sources = new Map(knownSources(connection).map((s) => [s.id, s]));
    const tally = { fresh: 0, already: 0, recorded: 0, setAside: 0, unsorted: 0, held: 0 };
    const { at, owner = null } = start;
    const identities = identitiesOf(draft, account);
    return done({ at, draft, sources, account, file, owner, again, identities, edges: noEdges(), tally });
  } catch (error) {
    rollBack(connection);
    return refusedBySqlite(error);
  }
}

const sameFile = (connection: Connection, account: number, sha256: string): boolean =>
  connection.sql('SELECT 1 FROM standing_imported_file WHERE account = ? AND sha256 = ?').get(account, sha256) !==
  undefined;

/**
 * Takes a batch in. A row that cannot be taken refuses its whole batch before any of it is written, and the import goes
 * on; where SQLite itself refuses, everything is rolled back and the import is over.
 */
export function takeRows(open: OpenImport, rows: readonly NewBankRow[]): Outcome<readonly ('new' | 'already')[]> {
  const planned: Became[] = [];
  for (const [index, row] of rows.entries()) {
    const became = planRow(open.sources, row, `rows[${index}]`);
    if (!became.ok) return became;
    planned.push(became.value);
  }
  try {
    const states = takeBatch(open, rows, planned);
    keepIfLong(open.draft, open.identities);
    keepIfMany(open.draft.connection, open.draft.totals);
    return done(states);
  } catch (error) {
    rollBack(open.draft.connection);
    return refusedBySqlite(error);
  }
}

function planRow(sources: ReadonlyMap<string, KnownSource>, row: NewBankRow, path: string): Outcome<Became> {
  const wrong =
    dateProblem(row.date, `${path}.date`) ??
    amountProblem(row.pence, `${path}.pence`) ??
    (row.balance === null ? undefined : amountProblem(row.balance, `${path}.balance`)) ??
    textProblem(row.text, `${path}.text`) ??
    textProblem(row.identity, `${path}.identity`) ??
    textProblem(row.bankId ?? '', `${path}.bankId`) ??
    textProblem(row.raw, `${path}.raw`);
  if (wrong !== undefined) return wrong;
  if (row.sorted === null || typeof row.sorted === 'string') return done(row.sorted);
  const records: PlannedRecord[] = [];
  for (const [index, record] of row.sorted.entries()) {
    const planned = planRecord(sources, record, `${path}.sorted[${index}]`);
    if (!planned.ok) return planned;
    records.push(planned.value);
  }
  const adds = records.reduce((total, r) => total + signed(r), 0) === row.pence;
  return adds && records.length > 0 ? done(records) : refuse('split-unequal', `${path}.sorted`, { line: row.line });
}

/** The batch goes in table by table: first its new bank rows, then what they became. */
function takeBatch(open: OpenImport, rows: readonly NewBankRow[], planned: readonly Became[]): ('new' | 'already')[] {
  const { draft, identities } = open;
  const keys = rows.map((row) => identityKey(row.identity));
  const before = takenAmong(draft.connection, identities, keys);
  const bankRows: Cell[][] = [];
  const records: Cell[][] = [];
  const first = nextId(draft, 'bank_row');
  const states = rows.map((row, index) => {
    const key = keys[index] ?? '';
    seeDay(open.edges, row.date);
    if (before.has(key) || identities.fresh.has(key)) {
      open.tally.already += 1;
      if ((row.nth ?? null) !== null) doubt(open.edges, row);
      return 'already';
    }
    identities.fresh.add(key);
    records.push(...countNew(open, row, planned[index] ?? null, first + bankRows.length));
    bankRows.push(bankRowCells(open, row, planned[index] ?? null, key));
    return 'new';
  });
  addRows(draft, 'bank_row', bankRows);
  addRows(draft, 'record', records);
  return states;
}

const ruleOf = (row: NewBankRow, became: Became): number | null => (became === null ? null : (row.rule ?? null));

function bankRowCells({ account, file }: OpenImport, row: NewBankRow, became: Became, key: string): Cell[] {
  const { line, date, text, pence, balance, bankId, raw } = row;
  const state = became === null || typeof became === 'string' ? became : 'records';
  return [account, file, line, date, text, pence, balance, bankId, key, raw, state, ruleOf(row, became)];
}

/** Counts a new bank row and what it became; the answer is the cells of its records. */
function countNew({ draft, tally }: OpenImport, row: NewBankRow, became: Became, id: number): Cell[][] {
  tally.fresh += 1;
  countRow(draft.totals, row.date, row.pence, became === null);
  if (became === null) tally.unsorted += 1;
  else if (typeof became === 'string') tally.setAside += 1;
  else tally.recorded += 1;
  if (became === null || typeof became === 'string') return [];
  for (const record of became) countRecord(draft.totals, record);
  return became.map((record) => recordCells(record, id, null, ruleOf(row, became)));
}

/** Ends it: holds the rows in doubt, and keeps it as one action, or undoes the whole. A file with nothing new leaves no action. */
export function endImport(open: OpenImport, commit: boolean, learnt: readonly Answered[] = []): Outcome<ImportEnded> {
  const { connection } = open.draft;
  try {
    keepIdentities(open.draft, open.identities);
    const heldRows = holdRows(open);
    const { days } = open.edges;
    if (days !== null) addRow(open.draft, 'file_days', [open.file, days.first, days.last]);
    for (const answered of learnt) learn(open.draft, answered);
    const tally = { ...open.tally, held: heldRows.length };
    if (commit && tally.fresh + tally.held > 0) commitDraft(open.draft, open.at, whatCame(tally));
    return done({ ...tally, heldRows });
  } catch (error) {
    return refusedBySqlite(error);
  } finally {
    rollBack(connection);
    setCache(connection.db, cached.usual);
  }
}

function learn(draft: Draft, { question, about, answer }: Answered): void {
  const known = readAnswers(draft.connection, question).find((a) => a.about === about);
  if (known?.answer !== answer) addRow(draft, 'answered', [question, about, answer]);
}

function whatCame({ fresh, held }: ImportTally): string {
  const questions = held === 0 ? '' : `, ${held} held as a question`;
  return `${imported}${fresh} new row${fresh === 1 ? '' : 's'}${questions}`;
}
