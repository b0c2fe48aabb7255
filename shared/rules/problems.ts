/**
 * What must a reader know before relying on the answer?
 *
 * What was told and cannot be taken at its word: rules that may have changed, HMRC and the figures saying different things,
 * names nobody declared, figures that do not fit together. Never a reason, never silent.
 */
import { formFits } from '../policy/categories.ts';
import type { RuleSet } from '../policy/policy.ts';
import { firstDay, lastDay } from '../values/dates.ts';
import { sum } from '../values/money.ts';
import type { Decision } from './decisions.ts';
import type { Facts, RecordsTotal } from './facts.ts';
import { reporting } from './obligations.ts';
import { isBeyond } from './penalties.ts';
import type { RawReason } from './reasons.ts';

export type RawProblem = Pick<RawReason, 'code' | 'values'>;

export function problems(facts: Facts, rules: RuleSet, decided: readonly Decision[]): RawProblem[] {
  const review = { checked: rules.checkedOn, review: rules.reviewBy };
  return [
    ...(facts.asAt > rules.reviewBy ? [{ code: 'rules-may-have-changed', values: review }] : []),
    ...differing(facts, decided),
    ...unknownSources(facts),
    ...misfits(facts),
    ...(isBeyond(facts, rules, decided) ? [{ code: 'penalties-not-worked-out', values: {} }] : []),
  ];
}

/** Years for which HMRC has said one thing and the figures another. */
function differing(facts: Facts, decided: readonly Decision[]): RawProblem[] {
  return decided.flatMap(({ taxYear, answer }) => {
    const { how } = reporting(facts, decided, taxYear);
    const differs = (answer === 'must-use' && how !== 'must') || (answer === 'need-not-use' && how === 'must');
    return differs ? [{ code: 'hmrc-and-law-differ', values: { taxYear } }] : [];
  });
}

const linesOf = ({ returns }: Facts) => returns.flatMap((r) => [r, ...r.amendments]).flatMap((r) => r.lines);

function unknownSources(facts: Facts): RawProblem[] {
  const declared = new Set(facts.sources.map((s) => s.id));
  const { updates, records, expected, circumstances } = facts;
  const named = [...linesOf(facts), ...updates.flatMap((u) => u.lines), ...records, ...expected, ...circumstances];
  const unknown = new Set(named.flatMap((x) => x.source ?? []).filter((id) => !declared.has(id)));
  return [...unknown].toSorted().map((source) => ({ code: 'source-unknown', values: { source } }));
}

function misfits(facts: Facts): RawProblem[] {
  const wrongForms = facts.sources.flatMap(({ id, kind }) => {
    const forms = new Set(linesOf(facts).flatMap((l) => (l.source === id ? [l.form] : [])));
    const wrong = [...forms].filter((form) => !formFits(form, kind)).toSorted();
    return wrong.map((form) => ({ code: 'form-does-not-fit', values: { source: id, form } }));
  });
  const wrongTotals = facts.records.filter(doesNotAddUp).map(({ source, taxYear }) => ({
    code: 'total-does-not-fit',
    values: { source, taxYear },
  }));
  return [...wrongForms, ...wrongTotals];
}

/** Days, where they are given, are all of the total, and lie between the year's first and the day it goes up to. */
function doesNotAddUp({ taxYear, upTo, gross, days }: RecordsTotal): boolean {
  if (upTo < firstDay(taxYear)) return true;
  const last = lastDay(taxYear);
  const outside = days.some(([on]) => on < firstDay(taxYear) || on > last || on > upTo);
  return outside || (days.length > 0 && sum(days.map(([, , amount]) => amount)) !== gross);
}
