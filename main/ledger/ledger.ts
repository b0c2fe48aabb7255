/**
 * How is an open file answered for, question by question?
 *
 * The functions of `api.ts` over one connection, in the thread that owns it. While an import is under way nothing else
 * may be written, and questions are answered from before it, through a second connection.
 */
import { statSync } from 'node:fs';
import Database from 'better-sqlite3';
import { refuse, type Outcome } from '../../shared/values/outcome.ts';
import type { Ledger, Verified } from './api.ts';
import { changeRules, ruleEffect } from './applying.ts';
import { attach, detach, filesOf, listAttachments, openAttachment } from './attachments.ts';
import { backupsIn, backupTo } from './backup.ts';
import { beginImport, endImport, takeRows, type OpenImport } from './bankFile.ts';
import { changeLetting, changeSource } from './changing.ts';
import { readAccounts, readSortedByHand } from './byHand.ts';
import { connectionTo, rollBack, type Connection } from './connection.ts';
import { correctRecord, removeRecord, splitRecord } from './corrections.ts';
import { previewErasure } from './copiesHolding.ts';
import { erase } from './erasing.ts';
import { readFacts } from './facts.ts';
import { answerHeld, readHeld } from './held.ts';
import { readImports } from './importList.ts';
import { removeImport } from './importRemoval.ts';
import { newestGood } from './newestGood.ts';
import { readAbout, readState, readSums, readSumsUpTo, readTotals, readYears } from './read.ts';
import { readPayouts, readRestored } from './payouts.ts';
import { readRecords } from './search.ts';
import { keepAnswer, readAnswers, readRules } from './rules.ts';
import { changeRecords, removeRecords } from './several.ts';
import { ledgerSources } from './sources.ts';
import { takeBack, tell, toldBy } from './told.ts';
import { readHistory, redo, undo } from './undo.ts';
import { verifyLedger } from './verify.ts';
import { readUnsorted } from './waiting.ts';
import { removeLetting, removeSource } from './removingSources.ts';
import { putBack, readSetAside } from './setAside.ts';
import { addLetting, addRecord, addSource, sortRows } from './write.ts';

export interface OwnedLedger extends Ledger {
  /** Undoes an import under way, brings everything into the one file, and lets it go. */
  close(): void;
}

interface State {
  open: OpenImport | null;
  before: Connection | null;
}

/** The ledger of a connection. */
export function ledgerOver(connection: Connection): OwnedLedger {
  const state: State = { open: null, before: null };
  const seen = (): Connection => (state.open === null ? connection : before(connection, state));
  const isThere = sameFile(connection.db.name);
  const writing = <T>(write: () => Outcome<T>): Outcome<T> => {
    if (state.open !== null) return refuse('ledger-busy');
    if (connection.db.memory) return refuse('ledger-read-only');
    return isThere() ? write() : refuse('ledger-moved');
  };
  return {
    about: () => readAbout(seen()),
    sources: () => ledgerSources(seen()),
    records: (query) => readRecords(seen(), query),
    unsorted: (page) => readUnsorted(seen(), page),
    setAside: (page) => readSetAside(seen(), page),
    held: () => readHeld(seen()),
    totals: (period) => readTotals(seen(), period),
    sums: (period) => readSums(seen(), period),
    sumsUpTo: (from, ends, source) => readSumsUpTo(seen(), from, ends, source),
    years: () => readYears(seen()),
    facts: (asAt) => readFacts(seen(), asAt),
    told: () => toldBy(seen()),
    history: (page) => readHistory(seen(), page),
    imports: () => readImports(seen()),
    backup: (to, passphrase) => backupTo(seen(), to, passphrase),
    backups: (folder) => backupsIn(folder),
    verify: () => withCopy(verifyLedger(seen()), connection.db.name),
    state: () => readState(seen()),
    attachments: (record) => listAttachments(seen(), record),
    openAttachment: (id) => openAttachment(seen(), id),
    filesOf: (records) => filesOf(seen(), records),
    rules: () => readRules(seen()),
    ruleEffect: (change) => ruleEffect(seen(), change),
    answers: (question) => readAnswers(seen(), question),
    sortedByHand: () => readSortedByHand(seen()),
    accounts: () => readAccounts(seen()),
    payouts: (words) => readPayouts(seen(), words),
    restored: (category) => readRestored(seen(), category),
    changeRules: (at, change, reach) => writing(() => changeRules(connection, at, change, reach)),
    answer: (at, answered) => writing(() => keepAnswer(connection, at, answered)),
    erasure: (of, folder) => previewErasure(seen(), of, folder),
    erase: (at, of) => writing(() => erase(connection, at, of)),
    attach: (at, file) => writing(() => attach(connection, at, file)),
    detach: (at, id) => writing(() => detach(connection, at, id)),
    addSource: (at, source) => writing(() => addSource(connection, at, source)),
    addLetting: (at, letting) => writing(() => addLetting(connection, at, letting)),
    changeSource: (at, change) => writing(() => changeSource(connection, at, change)),
    changeLetting: (at, change) => writing(() => changeLetting(connection, at, change)),
    removeSource: (at, id) => writing(() => removeSource(connection, at, id)),
    removeLetting: (at, source, id) => writing(() => removeLetting(connection, at, source, id)),
    addRecord: (at, record) => writing(() => addRecord(connection, at, record)),
    sortRows: (at, rows, as) => writing(() => sortRows(connection, at, rows, as)),
    putBack: (at, rows) => writing(() => putBack(connection, at, rows)),
    answerHeld: (at, rows, answer) => writing(() => answerHeld(connection, at, rows, answer)),
    correctRecord: (at, correction) => writing(() => correctRecord(connection, at, correction)),
    splitRecord: (at, id, parts) => writing(() => splitRecord(connection, at, id, parts)),
    removeRecord: (at, id, as) => writing(() => removeRecord(connection, at, id, as)),
    changeRecords: (at, ids, change) => writing(() => changeRecords(connection, at, ids, change)),
    removeRecords: (at, ids, as) => writing(() => removeRecords(connection, at, ids, as)),
    undo: (at) => writing(() => undo(connection, at)),
    redo: (at) => writing(() => redo(connection, at)),
    removeImport: (at, action, anyway) => writing(() => removeImport(connection, at, action, anyway)),
    tell: (at, told) => writing(() => tell(connection, at, told)),
    takeBack: (at, entries, instead) => writing(() => takeBack(connection, at, entries, instead)),
    ...importing(connection, state, writing, isThere),
    close: () => {
      rollBack(connection);
      endRead(state);
      connection.db.close();
    },
  };
}

/** Of books that do not verify, from which copy they can come back. */
function withCopy(verified: Verified, path: string): Verified {
  const copy = verified.ok ? null : newestGood(path, false);
  return copy === null ? verified : { ...verified, copy };
}

/** Whether the name still stands for the file that was opened: what is written to a file without a name is lost. */
function sameFile(path: string): () => boolean {
  const find = (): string | undefined => {
    const found = statSync(path, { bigint: true, throwIfNoEntry: false });
    return found === undefined ? undefined : `${found.dev} ${found.ino}`;
  };
  const opened = find();
  return () => opened !== undefined && find() === opened;
}

/** The books as they stood before the import under way. */
function before(connection: Connection, state: State): Connection {
  state.before ??= connectionTo(new Database(connection.db.name, { readonly: true }));
  return state.before;
}

function endRead(state: State): void {
  state.before?.db.close();
  state.before = null;
  state.open = null;
}

function importing(
  connection: Connection,
  state: State,
  writing: <T>(write: () => Outcome<T>) => Outcome<T>,
  isThere: () => boolean,
): Pick<Ledger, 'importBegin' | 'importRows' | 'importEnd'> {
  const underWay = (): OpenImport => {
    if (state.open === null) throw new Error('no import is under way');
    return state.open;
  };
  return {
    importBegin: (start) =>
      writing(() => {
        const begun = beginImport(connection, start);
        if (begun.ok) state.open = begun.value;
        return begun.ok ? { ok: true, value: null } : begun;
      }),
    importRows: (rows) => {
      const taken = takeRows(underWay(), rows);
      if (!connection.db.inTransaction) endRead(state);
      return taken;
    },
    importEnd: (commit, learnt) => {
      const open = underWay();
      endRead(state);
      if (!commit || isThere()) return endImport(open, commit, learnt);
      endImport(open, false);
      return refuse('ledger-moved');
    },
  };
}
