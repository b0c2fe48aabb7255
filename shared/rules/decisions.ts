/**
 * Must a person use Making Tax Digital for Income Tax in a tax year?
 *
 * For every year in turn: exemptions, what is carried on and from when it can be in, then income: entry by the tested year, a
 * minimum stay, exit after three years within the amount (SI 2026/336 regs 5, 22 to 24 and 27; SALF1010, SALF1440). A year
 * that rests on a doubtful earlier one is answered both ways (`histories.ts`).
 */
import { inYear, type Citation, type ExitRule, type RuleSet } from '../policy/policy.ts';
import { firstDay, laterYear, taxYearOf, taxYears, type TaxYear } from '../values/dates.ts';
import { isMore, toPounds, type Pence } from '../values/money.ts';
import type { Answer, Certainty } from './answers.ts';
import { judge, type Judged } from './counting.ts';
import { evidenceOf, gap, qualifyingAmount, shownDue, weigh, type Evidence, type Gap } from './evidence.ts';
import { exemptionsFor, isSourceLeftOut } from './exemptions.ts';
import type { Facts, Source } from './facts.ts';
import { digitalStart, isCarriedOn, previousFilingYear } from './filing.ts';
import { combine, distinct, onward, weaker, type Decision, type History } from './histories.ts';
import { total } from './yearIncome.ts';
import { detail, doubtReasons, incomeReason, type RawReason } from './reasons.ts';

export type { Decision } from './histories.ts';

/** An answer for each tax year from the rule set's first to two after the one that holds `asAt`. */
export function decisions(facts: Facts, rules: RuleSet): Decision[] {
  let histories: readonly History[] = [{ within: [], certainty: 'decided', doubt: null }];
  return taxYears(rules.firstYear, laterYear(taxYearOf(facts.asAt), 2)).map((year) => {
    const ways = histories.map((history) => ({ history, decision: decide(facts, rules, year, history) }));
    histories = distinct(
      ways.flatMap((way) => onward(way.history, way.decision)),
      year,
    );
    return combine(ways, rules);
  });
}

interface Test {
  readonly amount: { readonly value: Pence; readonly cite: Citation };
  readonly evidence: Evidence;
  readonly shown: NonNullable<Decision['tested']>;
}

interface Case {
  readonly facts: Facts;
  readonly rules: RuleSet;
  readonly year: TaxYear;
  readonly history: History;
}

function decide(facts: Facts, rules: RuleSet, year: TaxYear, history: History): Decision {
  const at: Case = { facts, rules, year, history };
  if (facts.sources.length === 0) {
    return settle(year, 'needs-information', null, [{ code: 'no-sources', values: {}, cite: rules.entry }], {
      missing: [gap('sources', null)],
    });
  }
  return exempt(at) ?? notYet(at) ?? (wasIn(at) ? staying(at) : entering(at));
}

const wasIn = ({ history, year }: Case): boolean => history.within.includes(laterYear(year, -1));

/** Need not use: a circumstance says so. All that apply are listed. Null: none does. */
function exempt(at: Case): Decision | null {
  const exemptions = exemptionsFor(at.facts, at.rules, at.year);
  const [exemption] = exemptions;
  if (exemption === undefined) return null;
  const because = exemptions.map(({ kind, ended, cite }) => ({
    code: 'exemption',
    values: { kind, ...(ended ? { ended: 'yes' } : {}) },
    cite,
  }));
  return settle(at.year, 'need-not-use', exemption.settled ? 'decided' : 'forecast', because, {
    exemptions,
    tested: wasIn(at) ? null : (testFor(at)?.shown ?? null),
  });
}

function settle(
  taxYear: TaxYear,
  answer: Answer,
  certainty: Certainty | null,
  because: readonly RawReason[],
  rest: Partial<Decision> = {},
): Decision {
  return {
    taxYear,
    answer,
    certainty,
    tested: null,
    because,
    exemptions: [],
    missing: [],
    waitsFor: [],
    by: null,
    ...rest,
  };
}

/** The sources within the obligation in a year: carried on on its 6 April, their start reached, not left out. */
export function sourcesWithin(facts: Facts, rules: RuleSet, year: TaxYear): Source[] {
  return carriedOn(facts, rules, year).filter((s) => {
    const start = digitalStart(facts, s, rules);
    return start !== null && start <= firstDay(year);
  });
}

function carriedOn(facts: Facts, rules: RuleSet, year: TaxYear): Source[] {
  return facts.sources.filter((s) => isCarriedOn(s, firstDay(year)) && !isSourceLeftOut(facts, rules, s, year));
}

/** Need not use: nothing carried on on 6 April, or nothing whose start has been reached. Null: there is. */
function notYet(at: Case): Decision | null {
  const { facts, rules, year } = at;
  const alive = carriedOn(facts, rules, year);
  if (sourcesWithin(facts, rules, year).length > 0) return null;
  const tested = wasIn(at) ? null : (testFor(at)?.shown ?? null);
  if (alive.length === 0) return nothingThatCounts(at, tested);
  const starts = alive.flatMap((s) => digitalStart(facts, s, rules) ?? []).toSorted();
  const [earliest] = starts;
  const reason: RawReason =
    earliest === undefined
      ? { code: 'no-return-asked-for', values: {}, cite: rules.digitalStart }
      : { code: 'starts-later', values: { from: earliest }, cite: rules.digitalStart };
  return settle(year, 'need-not-use', 'decided', [reason], { tested });
}

/** Nothing is carried on on 6 April, or nothing that is not left out. An end still to come, or being left out, may turn out otherwise. */
function nothingThatCounts({ facts, rules, year }: Case, tested: Decision['tested']): Decision {
  const on = firstDay(year);
  const leftOut = facts.sources.some((s) => isCarriedOn(s, on));
  const reason: RawReason = leftOut
    ? { code: 'all-left-out', values: { on }, cite: rules.residence }
    : { code: 'nothing-carried-on', values: { on }, cite: rules.ceased };
  const open = leftOut || facts.sources.some((s) => s.ceasedOn !== null && s.ceasedOn > facts.asAt);
  return settle(year, 'need-not-use', open && facts.asAt < on ? 'forecast' : 'decided', [reason], { tested });
}

const testedYear = ({ facts, rules, year }: Case): TaxYear | null =>
  rules.lookBack.value === 'two-years-before' ? laterYear(year, -2) : previousFilingYear(facts, year);

/** The year whose income is looked at for a year, what is known of it, and the amount; null outside the rule set's tables. */
function testFor(at: Case): Test | null {
  const { facts, rules, year } = at;
  const tested = testedYear(at);
  if (tested === null || inYear(rules.qualifyingAmount, tested) === undefined) return null;
  const amount = qualifyingAmount(rules, tested);
  const evidence = evidenceOf(facts, rules, tested, year);
  const income = evidence.known && evidence.lacking.length === 0 ? total(evidence.income) : null;
  return {
    amount,
    evidence,
    shown: { taxYear: tested, returnDue: shownDue(facts, tested), income, threshold: amount.value },
  };
}

function entering(at: Case): Decision {
  const { facts, rules, year, history } = at;
  const test = testFor(at);
  if (test === null) {
    const taxYear = testedYear(at) ?? laterYear(year, -2);
    const reason = { code: 'year-outside-rules', values: { taxYear }, cite: rules.lookBack.cite };
    return settle(year, 'needs-information', null, [reason], { missing: [gap('year-outside-rules', taxYear)] });
  }
  const { amount, evidence, shown } = test;
  const weighed = weigh(facts, evidence, (value) => isMore(value, amount.value));
  if (!weighed.known) return withoutFigure(at, test, weighed);
  const { measured } = weighed;
  const because = [
    incomeReason(measured, shown.taxYear, amount, weighed.evidence, facts.asAt),
    ...detail(weighed.evidence, rules),
    ...doubtReasons(measured, rules),
  ];
  const rest = { tested: { ...shown, income: measured.total }, by: 'entry' as const };
  if (measured.verdict === 'doubtful') return settle(year, 'borderline', null, because, rest);
  const answer = measured.verdict === 'over' ? 'must-use' : 'need-not-use';
  return settle(year, answer, weaker(weighed.evidence.certainty, history.certainty), because, rest);
}

/** The income tested is not known: must use it only where what is surely there is more than the amount already. */
function withoutFigure(
  { rules, year }: Case,
  { amount, shown }: Test,
  { over, gaps }: { over: boolean; gaps: readonly Gap[] },
): Decision {
  const tested = { ...shown, income: null };
  const rest = { tested, missing: gaps, by: 'entry' as const };
  const values = { taxYear: tested.taxYear, due: tested.returnDue, threshold: toPounds(amount.value) };
  const because = gaps.map((g) => ({
    code: `missing-${g.code}`,
    values: { ...values, ...named(g) },
    cite: rules.lookBack.cite,
  }));
  if (!over) return settle(year, 'needs-information', null, because, rest);
  const more = { code: 'books-already-more', values, cite: amount.cite };
  return settle(year, 'must-use', 'recorded', [more, ...because], rest);
}

const named = ({ source }: Gap): RawReason['values'] =>
  source === null ? {} : { source: source.id, name: source.name };

/** In the year before: out only after three years in a row, each within the obligation and each within the amount. */
function staying(at: Case): Decision {
  const { facts, rules, year, history } = at;
  const { exit } = rules;
  const judged = exit.firstExemptYear === 'year-after' ? [-3, -2, -1] : [-2, -1, 0];
  const years = judged.map((by) => laterYear(year, by));
  const stay = (reason: RawReason, certainty = history.certainty, rest: Partial<Decision> = {}) =>
    settle(year, 'must-use', certainty, [reason], { by: 'stay', ...rest });
  const served = years.every((y) => y === year || history.within.includes(y));
  if (!served || (exit.notBefore !== null && year < exit.notBefore)) {
    return stay({ code: 'minimum-stay', values: { years: exit.years, year }, cite: exit.cite });
  }
  const looked = years.map((y) => judge(facts, rules, y, year));
  const above = looked.find((j) => j.counts === false);
  if (above !== undefined) return stay(aboveReason(above, exit), weaker(above.certainty, history.certainty));
  const third = looked.find((j) => j.taxYear === year && j.gaps.length > 0);
  if (third !== undefined) return stay(openYear(at, third), history.certainty, { waitsFor: third.gaps });
  // What is missing of one year comes before methods that disagree on another, whichever is earlier.
  const open = looked.find((j) => j.gaps.length > 0) ?? looked.find((j) => j.counts === null);
  if (open !== undefined) return undecided(year, open, exit.cite);
  const because = looked.map((j) => ({ code: 'year-within-amount', values: j.values, cite: exit.cite }));
  const note =
    exit.firstExemptYear === 'third-year'
      ? [{ code: 'regulation-reads-later', values: { year: laterYear(year) }, cite: exit.cite }]
      : [];
  const certainty = looked.map((j) => j.certainty).reduce(weaker, history.certainty);
  return settle(
    year,
    'need-not-use',
    certainty,
    [
      {
        code: certainty === 'forecast' ? 'three-years-likely' : 'three-years-within',
        values: { year },
        cite: exit.cite,
      },
      ...because,
      ...note,
    ],
    { by: 'exit' },
  );
}

/** Above the amount, or at it where only less counts; the regulation behind the 2021 article reads "not more than". */
function aboveReason({ income, threshold, values }: Judged, { cite }: ExitRule): RawReason {
  const atIt = income !== null && !isMore(income, threshold);
  return { code: atIt ? 'year-at-amount' : 'year-above-amount', values, cite };
}

/** The third year waits for its return, which is overdue, or for that or its updates. */
function openYear({ facts, rules: { exit } }: Case, { taxYear, gaps }: Judged): RawReason {
  const overdue = gaps.some((g) => g.code === 'tax-return-overdue');
  return overdue
    ? { code: 'third-year-overdue', values: { taxYear, due: shownDue(facts, taxYear) }, cite: exit.cite }
    : { code: 'third-year-not-in', values: { taxYear }, cite: exit.cite };
}

function undecided(year: TaxYear, open: Judged, cite: Citation): Decision {
  if (open.gaps.length === 0) {
    return settle(year, 'borderline', null, [{ code: 'year-doubtful', values: open.values, cite }], { by: 'exit' });
  }
  const reason = { code: 'year-not-known', values: open.values, cite };
  return settle(year, 'needs-information', null, [reason], {
    by: 'exit',
    missing: open.gaps,
  });
}
