/**
 * What does the app answer when a window asks?
 *
 * The one door: every operation of the contract with its handler. Input is parsed here, problems get their words here,
 * and what is not in the contract is refused by name.
 */
import {
  contract,
  type Answered,
  type OperationName,
  type Parsed,
  type Reply,
} from '../../shared/contract/contract.ts';
import { refuseIssue } from '../../shared/contract/facts.ts';
import { refuse, type Outcome } from '../../shared/values/outcome.ts';
import { problemText } from '../../shared/wording/problems.ts';
import { goToExample, goToOwn, readState } from './appState.ts';
import { addAttachment, listAttachments, openAttachment, removeAttachment } from './attachments.ts';
import { checkBooks, listBackups, lookAtCopy, makeBackup, restoreCopy } from './backups.ts';
import type { Context } from './context.ts';
import { previewForGood, removeForGood } from './forGood.ts';
import { commitImport, readImport, readProgress, stopImport } from './imports.ts';
import { readOutlook } from './outlook.ts';
import { declinePair, listPairs, listPayouts, sayWhole, workOutGross } from './payouts.ts';
import { addRecord, listRecords, listYears } from './records.ts';
import {
  correctRecord,
  listHistory,
  listImports,
  redo,
  removeImport,
  removeRecord,
  splitRecord,
  undo,
} from './changes.ts';
import { answerHeld, listHeld, listRows, listSetAside, putBack, sortRows } from './rows.ts';
import { changeRules, declineSuggestion, listRules, previewRule, ruleWords } from './rules.ts';
import { changeSeveral, pickRecords, removeSeveral } from './several.ts';
import { readSettings, saveSettings } from './settings.ts';
import {
  addLetting,
  addSource,
  changeLetting,
  changeSource,
  listSources,
  removeLetting,
  removeSource,
} from './sources.ts';
import { startBooks } from './start.ts';
import { makeExport, readSummary } from './summary.ts';
import { readTold, saveTold } from './told.ts';
import { endCircumstance, removeTold } from './toldBack.ts';

type Handlers = {
  readonly [N in OperationName]: (input: Parsed<N>, context: Context) => Promise<Outcome<Answered<N>>>;
};

const handlers: Handlers = {
  'app.state': (_, context) => readState(context),
  'books.start': startBooks,
  'books.example': goToExample,
  'books.own': (_, context) => goToOwn(context),
  'books.check': (_, context) => checkBooks(context),
  'backups.list': (_, context) => listBackups(context),
  'backups.make': makeBackup,
  'backups.look': lookAtCopy,
  'backups.restore': restoreCopy,
  'outlook.read': (_, context) => readOutlook(context),
  'sources.list': (_, context) => listSources(context),
  'sources.add': addSource,
  'lettings.add': addLetting,
  'sources.change': changeSource,
  'lettings.change': changeLetting,
  'sources.remove': removeSource,
  'lettings.remove': removeLetting,
  'records.list': listRecords,
  'records.years': (_, context) => listYears(context),
  'records.pick': pickRecords,
  'records.change': changeSeveral,
  'records.removeSeveral': removeSeveral,
  'records.add': addRecord,
  'records.correct': correctRecord,
  'records.split': splitRecord,
  'records.remove': removeRecord,
  'history.list': listHistory,
  'history.undo': undo,
  'history.redo': redo,
  'import.list': (_, context) => listImports(context),
  'import.progress': (_, context) => readProgress(context),
  'import.stop': (_, context) => stopImport(context),
  'import.remove': removeImport,
  'history.forGood': previewForGood,
  'history.removeForGood': removeForGood,
  'attachments.list': listAttachments,
  'attachments.add': addAttachment,
  'attachments.open': openAttachment,
  'attachments.remove': removeAttachment,
  'payouts.list': listPayouts,
  'payouts.workOut': workOutGross,
  'payouts.whole': sayWhole,
  'rows.pairs': (_, context) => listPairs(context),
  'rows.notPair': declinePair,
  'rows.list': listRows,
  'rows.sort': sortRows,
  'rows.setAside': listSetAside,
  'rows.putBack': putBack,
  'rows.held': (_, context) => listHeld(context),
  'rows.answer': answerHeld,
  'rules.list': (_, context) => listRules(context),
  'rules.preview': previewRule,
  'rules.change': changeRules,
  'rules.words': ruleWords,
  'rules.decline': declineSuggestion,
  'told.read': (_, context) => readTold(context),
  'told.save': saveTold,
  'told.remove': removeTold,
  'told.end': endCircumstance,
  'settings.read': (_, context) => readSettings(context),
  'settings.save': saveSettings,
  'import.read': readImport,
  'import.commit': commitImport,
  'summary.read': readSummary,
  'export.make': makeExport,
};

const isOperation = (name: string): name is OperationName => Object.hasOwn(contract, name);

/** Questions that are not answered when nobody waits for the answer any more: a list while its words are being typed. */
const droppable: ReadonlySet<OperationName> = new Set(['records.list', 'records.pick']);

/** Asked about what is under way, and so never behind it. */
const atOnce: ReadonlySet<OperationName> = new Set(['import.progress', 'import.stop']);

/**
 * The reply to one question; it rejects only for a fault of our own. `wanted` says, when its turn has come, whether
 * somebody still waits.
 */
export async function answer(
  name: string,
  input: unknown,
  context: Context,
  wanted: () => boolean = () => true,
): Promise<Reply<unknown>> {
  return worded(await outcomeOf(name, input, context, wanted));
}

async function outcomeOf(
  name: string,
  input: unknown,
  context: Context,
  wanted: () => boolean,
): Promise<Outcome<unknown>> {
  if (!isOperation(name)) return refuse('operation-unknown', '', { name: name.slice(0, 60) });
  const parsed = contract[name].input.safeParse(input);
  if (!parsed.success) return refuseIssue(parsed.error, input);
  const handler = handlers[name] as (input: unknown, context: Context) => Promise<Outcome<unknown>>;
  if (atOnce.has(name)) return handler(parsed.data, context);
  return context.inTurn(async () =>
    droppable.has(name) && !wanted() ? refuse('asked-no-longer') : handler(parsed.data, context),
  );
}

/** An outcome as it leaves the app: a refusal with its sentence. */
export function worded<T>(outcome: Outcome<T>): Reply<T> {
  if (outcome.ok) return outcome;
  const { code, path } = outcome.problem;
  return { ok: false, problem: { code, path, message: problemText(outcome.problem) } };
}
