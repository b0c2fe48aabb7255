/**
 * Must a person use Making Tax Digital for Income Tax in a tax year?
 *
 * For every year in turn: exemptions, what is carried on and from when it can be in, then income: entry by the tested year, a
 * minimum stay, exit after three years within the amount (SI 2026/336 regs 5, 22 to 24 and 27; SALF1010, SALF1440). A year
 * that rests on a doubtful earlier one is answered both ways (`histories.ts`).
 */
import type { RuleSet } from '../policy/policy.ts';
import { firstDay, laterYear, taxYearOf, taxYears, type TaxYear } from '../values/dates.ts';
import { lazily } from '../values/once.ts';
import { settle, wasIn, type Asked, type Case } from './cases.ts';
import { combine } from './combining.ts';
import { entering, testFor } from './entering.ts';
import { gap } from './evidence.ts';
import { exemptionsFor, leftOutBy } from './exemptions.ts';
import { sortedBy, type Facts, type Source } from './facts.ts';
import { digitalStart, firstReturn, isCarriedOn } from './filing.ts';
import { distinct, onward, stronger, type Decision, type History } from './histories.ts';
import { isResident } from './parts.ts';
import type { RawReason } from './reasons.ts';
import { staying } from './staying.ts';

export type { Decision } from './histories.ts';

/** An answer for each tax year from the rule set's first to two after the one that holds `asAt`. */
export function decisions(facts: Facts, rules: RuleSet): Decision[] {
  let histories: readonly History[] = [{ within: [], certainty: 'decided', doubts: [], sides: new Map() }];
  const last = laterYear(taxYearOf(facts.asAt), 2);
  return taxYears(rules.firstYear, last).map((year) => {
    const asked: Asked = { facts, rules, year, test: lazily(() => testFor(facts, rules, year)) };
    const free = noSources(asked) ?? exempt(asked) ?? notYet(asked);
    const ways = histories.map((history) => ({ history, decision: decide({ ...asked, history }, free) }));
    if (year < last) histories = distinct(ways.flatMap(onward), year);
    return combine(ways, rules);
  });
}

/** `free` is the answer where it does not rest on the years before; who was in then is not tested on an income of their own. */
function decide(at: Case, free: Decision | null): Decision {
  if (free === null) return wasIn(at) ? staying(at) : entering(at);
  if (wasIn(at)) return { ...free, tested: null };
  return waitsForHmrc(free) ? orByIncome(at, free) : free;
}

/** Free for reasons alone that HMRC has still to agree to. */
export const waitsForHmrc = ({ exemptions, because }: Decision): boolean =>
  exemptions.length > 0 &&
  exemptions.every((e) => e.values['agreed'] !== undefined) &&
  because.every((r) => r.code === 'exemption');

/** Where income frees a year as well, that is said first: it waits for nobody. */
function orByIncome(at: Case, free: Decision): Decision {
  const byIncome = entering(at);
  if (byIncome.answer !== 'need-not-use' || byIncome.taken) return free;
  const certainty = stronger(byIncome.certainty ?? 'forecast', free.certainty ?? 'forecast');
  return { ...free, certainty, because: [...byIncome.because, ...free.because] };
}

function noSources({ facts, rules, year }: Asked): Decision | null {
  if (facts.sources.length > 0) return null;
  return settle(year, 'needs-information', null, [{ code: 'no-sources', values: {}, cite: rules.entry }], {
    missing: [gap('sources', null)],
  });
}

/** Need not use: a circumstance says so. All that apply are listed. Null: none does. */
function exempt(at: Asked): Decision | null {
  const exemptions = exemptionsFor(at.facts, at.rules, at.year);
  if (exemptions.length === 0) return null;
  const because = exemptions.map(({ values, cite }) => ({ code: 'exemption', values, cite }));
  const settled = exemptions.some((e) => e.settled);
  return settle(at.year, 'need-not-use', settled ? 'decided' : 'forecast', because, {
    exemptions,
    tested: at.test()?.shown ?? null,
  });
}

/** The sources within the obligation in a year: carried on on its 6 April, their start reached, not left out. */
export function sourcesWithin(facts: Facts, rules: RuleSet, year: TaxYear): Source[] {
  return carriedOn(facts, rules, year).filter((s) => {
    const start = digitalStart(facts, s, rules);
    return start !== null && start <= firstDay(year);
  });
}

function carriedOn(facts: Facts, rules: RuleSet, year: TaxYear): Source[] {
  return facts.sources.filter((s) => isCarriedOn(s, firstDay(year)) && leftOutBy(facts, rules, s, year) === null);
}

/** Need not use: nothing carried on on 6 April, or nothing whose start has been reached. Null: there is. */
function notYet(at: Asked): Decision | null {
  const { facts, rules, year } = at;
  const alive = carriedOn(facts, rules, year);
  if (sourcesWithin(facts, rules, year).length > 0) return null;
  const tested = at.test()?.shown ?? null;
  if (alive.length === 0) return nothingThatCounts(at, tested);
  return settle(year, 'need-not-use', 'decided', [startsLater(facts, rules, alive)], { tested });
}

/** Nothing has reached its start: from when the first of them can be in, and by which return. */
function startsLater(facts: Facts, rules: RuleSet, alive: readonly Source[]): RawReason {
  const starts = alive.flatMap((source) => {
    const from = digitalStart(facts, source, rules);
    return from === null ? [] : [{ from, source }];
  });
  const [first] = sortedBy(starts, (s) => s.from);
  const cite = rules.digitalStart;
  if (first === undefined) return { code: 'no-return-asked-for', values: {}, cite };
  const asked = firstReturn(facts, first.source, rules);
  const values = { source: first.source.id, name: first.source.name ?? first.source.id, from: first.from, ...asked };
  return { code: 'starts-later', values, cite };
}

/** Nothing is carried on on 6 April, or nothing that is not left out. An end still to come, or being left out, may turn out otherwise. */
function nothingThatCounts({ facts, rules, year }: Asked, tested: Decision['tested']): Decision {
  const on = firstDay(year);
  const there = facts.sources.filter((s) => isCarriedOn(s, on));
  const leftOut = there.length > 0;
  const foreign = there.every((s) => s.kind === 'foreign-property') && !isResident(facts, laterYear(year, -2));
  const reason: RawReason = leftOut
    ? {
        code: foreign ? 'foreign-left-out' : 'all-left-out',
        values: { on, taxYear: year },
        cite: there.flatMap((s) => leftOutBy(facts, rules, s, year) ?? [])[0] ?? rules.entry,
      }
    : { code: 'nothing-carried-on', values: { on }, cite: rules.ceased };
  const open = leftOut || facts.sources.some((s) => s.ceasedOn !== null && s.ceasedOn > facts.asAt);
  return settle(year, 'need-not-use', open && facts.asAt < on ? 'forecast' : 'decided', [reason], { tested });
}
