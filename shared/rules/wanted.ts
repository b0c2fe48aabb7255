/**
 * What is still to be sent or told before the answer is known?
 *
 * Updates and returns that are overdue, what is missing, money not sorted, and books that stop early, as steps.
 */
import type { RuleSet } from '../policy/policy.ts';
import { addDays, lastDay, type TaxYear } from '../values/dates.ts';
import type { DueThing } from './calendar.ts';
import type { Decision } from './decisions.ts';
import type { Gap } from './evidence.ts';
import type { Facts } from './facts.ts';
import { filingDate, isReturnSent, lifeWithin } from './filing.ts';
import type { RawReason, RawStep } from './reasons.ts';
import { recordsFor } from './runRate.ts';

/** Updates whose day has gone by and of which nothing says that they were sent. */
export function overdueUpdates(facts: Facts, rules: RuleSet, due: readonly DueThing[]): RawStep[] {
  const gone = due.filter((d) => isOverdueUpdate(facts, d));
  const by = gone.at(-1)?.dueOn;
  if (by === undefined) return [];
  const several = new Set(gone.map((d) => d.source)).size > 1 ? { several: 'yes' } : {};
  const covers = rules.updates.cumulative && new Set(gone.map((d) => d.dueOn)).size > 1 ? { covers: 'yes' } : {};
  return [{ code: 'send-overdue-updates', values: { count: gone.length, by, ...covers, ...several }, link: null }];
}

const isOverdueUpdate = (facts: Facts, { kind, dueOn, done }: DueThing): boolean =>
  kind === 'quarterly-update' && dueOn < facts.asAt && !done;

/** How what is missing is given, each thing once; returns that are overdue together, whether an answer waits for them or not. */
export function gapSteps(facts: Facts, decided: readonly Decision[], due: readonly DueThing[]): RawStep[] {
  const gaps = decided.flatMap((d) => d.missing);
  const once = [...new Map(gaps.map((g) => [`${g.taxYear} ${g.code} ${g.source?.id}`, g])).values()];
  const isUnsent = ({ code, taxYear }: Gap): boolean =>
    code === 'tax-return-overdue' && taxYear !== null && !facts.taxReturnsSent.includes(taxYear);
  const unsent = new Set([...once.filter(isUnsent).flatMap((g) => g.taxYear ?? []), ...overdueReturns(facts)]);
  // The fourth update is not asked for twice.
  const isAsked = ({ code, taxYear }: Gap): boolean =>
    code === 'fourth-update' && due.some((d) => d.taxYear === taxYear && d.quarter === 4 && isOverdueUpdate(facts, d));
  const others = once.filter((g) => !isUnsent(g) && !isAsked(g));
  return [...overdueSteps([...unsent].toSorted()), ...others.flatMap((g) => gapStep(facts, g))];
}

/** Tax years whose return was told of as not sent, and should have been. */
const overdueReturns = (facts: Facts): readonly TaxYear[] =>
  facts.returns
    .filter((r) => !isReturnSent(facts, r.taxYear) && (filingDate(r, r.taxYear) ?? facts.asAt) < facts.asAt)
    .map((r) => r.taxYear);

function overdueSteps(years: readonly TaxYear[]): RawStep[] {
  const [first, last] = [years[0], years.at(-1)];
  if (first === undefined || last === undefined) return [];
  const one = { code: 'send-overdue-return', values: { taxYear: first } };
  const many = { code: 'send-overdue-returns', values: { count: years.length, first, last } };
  return [{ ...(years.length === 1 ? one : many), link: 'self-assessment' }];
}

function gapStep(facts: Facts, { code, taxYear, source }: Gap): RawStep[] {
  if (code === 'sources') return [{ code: 'add-sources', values: {}, link: null }];
  if (code === 'notice') return [{ code: 'tell-notice', values: {}, link: null }];
  if (taxYear === null) return [];
  const values = { taxYear, ...(source === null ? {} : { name: source.name }) };
  const step = code === 'fourth-update' && facts.asAt <= lastDay(taxYear) ? 'complete-year-later' : stepFor[code];
  return step === undefined ? [] : [{ code: step, values, link: null }];
}

/** Money not sorted yet that could carry a year over, or that is all there is of a year without records. */
export function unsortedSteps(facts: Facts, decided: readonly Decision[]): RawStep[] {
  const doubts = decided.flatMap((d) => d.because.filter((r) => r.code === 'unsorted-could-change'));
  const bare = decided.flatMap((d) => d.missing.filter((g) => g.code === 'records'));
  const alone = bare.flatMap((g) => facts.unsorted.filter((u) => u.taxYear === g.taxYear && u.credits > 0));
  const years = new Set([...doubts.map((r) => String(r.values['taxYear'])), ...alone.map((u) => u.taxYear)]);
  return [...years].map((taxYear) => ({ code: 'sort-first', values: { taxYear }, link: null }));
}

/** Books that stop before the end of a year that is over, where a forecast rests on them. */
export function unfinishedSteps(facts: Facts, decided: readonly Decision[]): RawStep[] {
  const isGuess = (r: RawReason): boolean => r.values['basis'] === 'projection' && r.values['ended'] !== undefined;
  const guessed = decided.flatMap((d) => d.because.filter(isGuess));
  const years = new Set(guessed.map((r) => String(r.values['taxYear']) as TaxYear));
  return [...years].flatMap((taxYear) =>
    facts.sources.flatMap((source): RawStep[] => {
      const life = lifeWithin(source, taxYear);
      const upTo = recordsFor(facts, taxYear, source.id)?.upTo;
      if (life === undefined || upTo === undefined || upTo >= life.to) return [];
      const values = { name: source.name ?? source.id, taxYear, from: addDays(upTo, 1), to: life.to };
      return [{ code: 'finish-records', values, link: null }];
    }),
  );
}

const stepFor: Readonly<Partial<Record<Gap['code'], string>>> = {
  'tax-return': 'tell-return',
  'tax-return-overdue': 'tell-return',
  records: 'add-records',
  'fourth-update': 'complete-year',
};
