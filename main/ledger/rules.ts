/**
 * Which sorting rules does the ledger hold, and how do they change?
 *
 * A rule stands under its number as canonical JSON; the latest order says which is asked first, and rules it does not name
 * come after, oldest first. Every change is part of one action and can be undone.
 */
import { partsAddUp, type KindOf } from '../../shared/sorting/becomes.ts';
import { rulesAfter, type NumberedRule, type RuleChange, type SortingRule } from '../../shared/sorting/rule.ts';
import type { PlainDate } from '../../shared/values/dates.ts';
import { nothing } from '../../shared/values/money.ts';
import { done, refuse, type Outcome } from '../../shared/values/outcome.ts';
import type { Instant } from './api.ts';
import type { Connection } from './connection.ts';
import { act, addRow, type Draft } from './history.ts';
import { planRecord, textProblem } from './records.ts';
import type { Answered } from './rulesApi.ts';
import { knownSources, type KnownSource } from './sources.ts';
import { addTaking } from './standing.ts';
import { canonical } from './told.ts';

export type Sources = ReadonlyMap<string, KnownSource>;
export const sourcesById = (connection: Connection): Sources => new Map(knownSources(connection).map((s) => [s.id, s]));
export const kindIn =
  (sources: Sources): KindOf =>
  (id) =>
    sources.get(id)?.kind;

interface StoredRule {
  readonly id: number;
  readonly number: number;
  readonly entry: string;
}
const storedRules = (connection: Connection): readonly StoredRule[] =>
  connection.sql<StoredRule>('SELECT id, number, entry FROM standing_sorting_rule ORDER BY number').all();

/** Every rule that stands, in the order they are asked. */
export function readRules(connection: Connection): readonly NumberedRule[] {
  const rules = storedRules(connection).map(({ number, entry }) => ({
    ...(JSON.parse(entry) as SortingRule),
    number,
  }));
  const order = orderOf(connection);
  const placeOf = ({ number }: NumberedRule): number => {
    const place = order.indexOf(number);
    return place === -1 ? order.length : place;
  };
  return rules.toSorted((a, b) => placeOf(a) - placeOf(b) || a.number - b.number);
}

function orderOf(connection: Connection): readonly number[] {
  const latest = connection
    .sql<{ numbers: string }>('SELECT numbers FROM standing_sorting_rule_order ORDER BY id DESC LIMIT 1')
    .get();
  return latest === undefined ? [] : (JSON.parse(latest.numbers) as readonly number[]);
}

/** The number the next rule gets; one that was ever given is not given again. */
const nextNumber = (connection: Connection): number =>
  (connection.sql<{ last: number | null }>('SELECT max(number) AS last FROM sorting_rule').get()?.last ?? 0) + 1;

export interface Changed {
  readonly before: readonly NumberedRule[];
  readonly rules: readonly NumberedRule[];
  readonly number: number;
}

/** The rules as they would be. Refused: there is no such rule, or it cannot sort anything. */
export function changedRules(connection: Connection, sources: Sources, change: RuleChange): Outcome<Changed> {
  if (change.kind === 'add' || change.kind === 'change') {
    const usable = usableRule(sources, change.rule);
    if (!usable.ok) return usable;
  }
  const before = readRules(connection);
  const after = rulesAfter(before, change, nextNumber(connection));
  if (after === undefined) {
    return refuse('rule-unknown', 'number', { number: change.kind === 'add' ? 0 : change.number });
  }
  return done({ before, ...after });
}

function usableRule(sources: Sources, { fits, makes }: SortingRule): Outcome<null> {
  const wrong = textProblem(fits.text, 'text') ?? textProblem(fits.account ?? '', 'account');
  if (wrong !== undefined) return wrong;
  const { text, account, least, most } = fits;
  if (text.trim() === '' && account === null && least === null && most === null) return refuse('rule-fits-all', 'text');
  if (least !== null && most !== null && least > most) return refuse('rule-range-backwards', 'least');
  if (typeof makes === 'string') return done(null);
  for (const [i, { source, letting, category }] of makes.entries()) {
    // A day after every share there is: whether the letting can take a record at all.
    const date = '2099-12-31' as PlainDate;
    const record = { source, letting, category, date, pence: nothing, description: '' };
    const planned = planRecord(sources, record, `parts[${i}]`);
    if (!planned.ok) return planned;
  }
  const negative = makes.some(({ takes }) => typeof takes === 'object' && 'percent' in takes && takes.percent <= 0);
  return !negative && partsAddUp(makes, kindIn(sources)) ? done(null) : refuse('rule-parts-unequal', 'parts');
}

/** The letting meant where a source has one alone, so that a rule goes on meaning it when there are more. */
function settled(sources: Sources, rule: SortingRule): SortingRule {
  if (typeof rule.makes === 'string') return rule;
  const makes = rule.makes.map((part) => {
    const only = sources.get(part.source)?.lettings;
    return { ...part, letting: part.letting ?? (only?.length === 1 ? (only[0]?.id ?? null) : null) };
  });
  return { ...rule, makes };
}

/** Writes the change into the action; answers what it was, in words. */
export function writeChange(draft: Draft, sources: Sources, change: RuleChange, { rules, number }: Changed): string {
  if (change.kind === 'move') {
    addRow(draft, 'sorting_rule_order', [JSON.stringify(rules.map((rule) => rule.number))]);
    return `Moved sorting rule ${number}`;
  }
  const old = storedRules(draft.connection).find((rule) => rule.number === number);
  if (change.kind === 'remove') {
    if (old !== undefined) addTaking(draft, 'sorting_rule_removal', [old.id], old.id);
    return `Removed sorting rule ${number}`;
  }
  const entry = canonical(settled(sources, change.rule));
  if (old === undefined) addRow(draft, 'sorting_rule', [number, entry, null]);
  else addTaking(draft, 'sorting_rule', [number, entry, old.id], old.id);
  return old === undefined ? `Added sorting rule ${number}` : `Changed sorting rule ${number}`;
}

/** What was answered to a question and still holds, the latest about each thing. */
export function readAnswers(connection: Connection, question: string): readonly Answered[] {
  const rows = connection
    .sql<Answered>('SELECT question, about, answer FROM standing_answered WHERE question = ? ORDER BY id')
    .all(question);
  return [...new Map(rows.map((row) => [row.about, row])).values()];
}

/** Keeps an answer; the same answer again is no action. */
export function keepAnswer(connection: Connection, at: Instant, answered: Answered): Outcome<null> {
  const { question, about, answer } = answered;
  const wrong = textProblem(about, 'about') ?? textProblem(answer, 'answer');
  if (wrong !== undefined) return wrong;
  return act(connection, at, (draft) => {
    const known = readAnswers(connection, question).find((a) => a.about === about);
    if (known?.answer === answer) return done({ what: null, value: null });
    addRow(draft, 'answered', [question, about, answer]);
    return done({ what: 'Answered a question of the books', value: null });
  });
}
