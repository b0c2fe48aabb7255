/** Which sorting rules does a person have, what would a change do, and what could a rule take over? */
import type { Parsed, Written } from '../../shared/contract/contract.ts';
import type { RuleEffectShown, RulesDone, RulesShown } from '../../shared/contract/rules.ts';
import { suggestions, wordsOf } from '../../shared/sorting/suggest.ts';
import { toPounds } from '../../shared/values/money.ts';
import { done, refuse, type Outcome } from '../../shared/values/outcome.ts';
import type { LedgerClient } from '../ledger/api.ts';
import type { RowsMoved, RuleChange, RuleEffect } from '../ledger/rulesApi.ts';
import type { Context } from './context.ts';
import { write } from './outlook.ts';
import { asGiven, inWords, readChange, rowIs, ruleShown, type SourcesById } from './ruleGiven.ts';

const mostSuggested = 3;

export const sourcesOf = async (ledger: LedgerClient): Promise<SourcesById> =>
  new Map((await ledger.sources()).map((s) => [s.id, s]));

/** The rules in their order, and at most three that could take over what was done by hand. */
export async function rulesOf(ledger: LedgerClient): Promise<RulesShown> {
  const [rules, byHand, sources] = await Promise.all([ledger.rules(), ledger.sortedByHand(), sourcesOf(ledger)]);
  const declined = new Set((await ledger.answers('rule')).map(({ about }) => about));
  const suggested = suggestions(byHand, rules, declined)
    .slice(0, mostSuggested)
    .map(({ about, rows, rule }) => ({ about, rows, rule: asGiven(rule), ...inWords(rule, sources) }));
  return { rules: rules.map((rule) => ruleShown(rule, sources)), suggested, accounts: await ledger.accounts() };
}

export async function listRules(context: Context): Promise<Outcome<RulesShown>> {
  const books = await context.books.opened();
  return books.ok ? done(await rulesOf(books.value.ledger)) : books;
}

const moved = ({ rows, moneyIn, moneyOut }: RowsMoved) => ({
  rows,
  moneyIn: toPounds(moneyIn),
  moneyOut: toPounds(moneyOut),
});

export function effectShown(effect: RuleEffect, sources: SourcesById): RuleEffectShown {
  const { rule, sorts, changes, corrected, sample } = effect;
  return {
    rule,
    sorts: moved(sorts),
    changes: { ...moved(changes), records: changes.records },
    corrected,
    sample: sample.map(({ row: { pence, ...row }, was, becomes, rule: by }) => ({
      ...row,
      amount: toPounds(pence),
      was: rowIs(was, sources),
      becomes: rowIs(becomes, sources),
      rule: by,
    })),
  };
}

/** What the change would do, in words and figures. */
export async function effectOf(ledger: LedgerClient, change: RuleChange | null): Promise<Outcome<RuleEffectShown>> {
  const effect = await ledger.ruleEffect(change);
  return effect.ok ? done(effectShown(effect.value, await sourcesOf(ledger))) : atField(effect);
}

/** The ledger names the parts of a rule its own way. */
export function atField<T>(outcome: Outcome<T>): Outcome<T> {
  if (outcome.ok) return outcome;
  const { code, path, values } = outcome.problem;
  return refuse(code, path.replace(/^parts/, 'makes'), values);
}

export async function previewRule(
  { change: given }: Parsed<'rules.preview'>,
  context: Context,
): Promise<Outcome<RuleEffectShown>> {
  const books = await context.books.opened();
  if (!books.ok) return books;
  const change = readChange(given);
  return change.ok ? effectOf(books.value.ledger, change.value) : change;
}

export function changeRules(
  { change: given, reach }: Parsed<'rules.change'>,
  context: Context,
): Promise<Outcome<Written<RulesDone>>> {
  return write(context, async ({ ledger }) => {
    const change = readChange(given);
    if (!change.ok) return change;
    return atField(await ledger.changeRules(context.clock.now(), change.value, reach));
  });
}

export function declineSuggestion(
  { about }: Parsed<'rules.decline'>,
  context: Context,
): Promise<Outcome<Written<null>>> {
  return write(context, ({ ledger }) => ledger.answer(context.clock.now(), { question: 'rule', about, answer: 'no' }));
}

export const ruleWords = ({ text }: Parsed<'rules.words'>): Promise<Outcome<{ words: string }>> =>
  Promise.resolve(done({ words: wordsOf(text) }));
