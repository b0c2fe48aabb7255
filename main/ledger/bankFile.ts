/**
 * How does a bank's file enter the books whole, once, or not at all?
 *
 * One transaction is held open from begin to end, while batches of rows come. The row's identity within its account says
 * whether it is new. Undoing it at the end (`commit: false`) gives the same tally as keeping it, which is the preview.
 */
import type { PlainDate } from '../../shared/values/dates.ts';
import { done, refuse, type Outcome } from '../../shared/values/outcome.ts';
import type { ImportEnded, ImportStart, ImportTally, Instant, NewBankRow } from './api.ts';
import { refusedBySqlite, rollBack, type Connection } from './connection.ts';
import { doubt, noEdges, seeDay, type Edges } from './edges.ts';
import { holdRows, keyOf } from './held.ts';
import { addRow, beginDraft, commitDraft, nextId, type Draft } from './history.ts';
import {
  amountProblem,
  dateProblem,
  planRecord,
  signed,
  textProblem,
  writeRecord,
  type PlannedRecord,
} from './records.ts';
import { readAnswers } from './rules.ts';
import type { Answered } from './rulesApi.ts';
import { knownSources, type KnownSource } from './sources.ts';
import { countRow, keepIfMany } from './totals.ts';

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
  readonly edges: Edges;
  readonly tally: { -readonly [K in keyof ImportTally]: number };
}

type Became = readonly PlannedRecord[] | 'not-business' | 'between-my-accounts' | null;

/** Begins: the account by its name, added if it is new, and the file. */
export function beginImport(connection: Connection, start: ImportStart): Outcome<OpenImport> {
  const wrong = textProblem(start.account, 'account') ?? textProblem(start.file, 'file');
  if (wrong !== undefined) return wrong;
  try {
    const draft = beginDraft(connection);
    const known = connection.sql<{ id: number }>('SELECT id FROM bank_account WHERE name = ?').get(start.account);
    const account = known?.id ?? addRow(draft, 'bank_account', [start.account]);
    const again = sameFile(connection, account, start.sha256);
    const file = addRow(draft, 'imported_file', [account, start.file, start.sha256, start.profile]);
    const sources = new Map(knownSources(connection).map((s) => [s.id, s]));
    const tally = { fresh: 0, already: 0, recorded: 0, setAside: 0, unsorted: 0, held: 0 };
    const { at, owner = null } = start;
    return done({ at, draft, sources, account, file, owner, again, edges: noEdges(), tally });
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
    const states = rows.map((row, index) => takeRow(open, row, planned[index] ?? null));
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

function takeRow(open: OpenImport, row: NewBankRow, became: Became): 'new' | 'already' {
  const { draft, tally } = open;
  const { line, date, text, pence, balance, bankId, identity, raw } = row;
  const state = became === null || typeof became === 'string' ? became : 'records';
  const rule = became === null ? null : (row.rule ?? null);
  const key = keyOf(identity);
  seeDay(open.edges, date);
  if (!isNew(open, key)) {
    tally.already += 1;
    if ((row.nth ?? null) !== null) doubt(open.edges, row);
    return 'already';
  }
  const values = [open.account, open.file, line, date, text, pence, balance, bankId, key, raw, state, rule];
  const id = addRow(draft, 'bank_row', values);
  tally.fresh += 1;
  countRow(draft.totals, date, pence, became === null);
  if (became === null) {
    tally.unsorted += 1;
    wait(draft, date, id);
    return 'new';
  }
  if (typeof became === 'string') tally.setAside += 1;
  else {
    tally.recorded += 1;
    for (const record of became) writeRecord(draft, record, id, null, rule);
  }
  return 'new';
}

/** Takes the identity for the row about to be added; false if a row that stands has it. */
const isNew = ({ account, draft }: OpenImport, key: string): boolean =>
  draft.connection
    .sql('INSERT INTO bank_identity VALUES (?, ?, ?) ON CONFLICT DO NOTHING')
    .run(account, key, nextId(draft, 'bank_row')).changes > 0;

const wait = (draft: Draft, day: PlainDate, id: number): void => {
  draft.connection.sql('INSERT INTO unsorted VALUES (?, ?)').run(day, id);
};

/** Ends it: holds the rows in doubt, and keeps it as one action, or undoes the whole. A file with nothing new leaves no action. */
export function endImport(open: OpenImport, commit: boolean, learnt: readonly Answered[] = []): Outcome<ImportEnded> {
  const { connection } = open.draft;
  try {
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
  }
}

function learn(draft: Draft, { question, about, answer }: Answered): void {
  const known = readAnswers(draft.connection, question).find((a) => a.about === about);
  if (known?.answer !== answer) addRow(draft, 'answered', [question, about, answer]);
}

function whatCame({ fresh, held }: ImportTally): string {
  const questions = held === 0 ? '' : `, ${held} held as a question`;
  return `Imported a bank file: ${fresh} new row${fresh === 1 ? '' : 's'}${questions}`;
}
