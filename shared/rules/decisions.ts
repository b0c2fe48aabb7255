/**
 * Must a person use Making Tax Digital for Income Tax in a tax year?
 *
 * For every year in turn: exemptions, what is carried on and from when it can be in, then income: entry by the tested year, a
 * minimum stay, exit after three years within the amount (SI 2026/336 regs 5, 22 to 24 and 27; SALF1010, SALF1440). A year
 * that rests on a doubtful earlier one is answered both ways, and stays doubtful only where the two ways differ.
 */
import { inYear, type Citation, type RuleSet } from '../policy/policy.ts';
import { firstDay, laterYear, taxYearOf, taxYears, type PlainDate, type TaxYear } from '../values/dates.ts';
import { isMore, toPounds, type Fraction, type Pence } from '../values/money.ts';
import type { Answer, Certainty } from './answers.ts';
import { judge, type Judged } from './counting.ts';
import { evidenceOf, measure, qualifyingAmount, shownDue, surelyMore, type Evidence, type Gap } from './evidence.ts';
import { exemptionsFor, isSourceLeftOut, type Exemption } from './exemptions.ts';
import type { Facts, Source } from './facts.ts';
import { digitalStart, isCarriedOn, previousFilingYear } from './filing.ts';
import { total } from './yearIncome.ts';
import { detail, doubtReasons, incomeReason, type RawReason } from './reasons.ts';

export interface Decision {
  readonly taxYear: TaxYear;
  readonly answer: Answer;
  readonly certainty: Certainty | null;
  readonly tested: {
    readonly taxYear: TaxYear;
    readonly returnDue: PlainDate;
    readonly income: Fraction | null;
    readonly threshold: Pence;
  } | null;
  readonly because: readonly RawReason[];
  readonly exemptions: readonly Exemption[];
  readonly missing: readonly Gap[];
  /** What settled it: the entry test, staying in, or leaving after three years; null where none of them was reached. */
  readonly by: 'entry' | 'stay' | 'exit' | null;
}

/** One way the years before may have gone: in or not, year by year. */
interface History {
  readonly within: ReadonlyMap<TaxYear, boolean>;
  readonly certainty: Certainty;
  /** The doubtful year this history takes one side of. */
  readonly doubt: Decision | null;
}

const order: readonly Certainty[] = ['decided', 'recorded', 'forecast'];
const weaker = (a: Certainty, b: Certainty): Certainty => (order.indexOf(a) >= order.indexOf(b) ? a : b);

/** An answer for each tax year from the rule set's first to two after the one that holds `asAt`. */
export function decisions(facts: Facts, rules: RuleSet): Decision[] {
  let histories: readonly History[] = [{ within: new Map(), certainty: 'decided', doubt: null }];
  return taxYears(rules.firstYear, laterYear(taxYearOf(facts.asAt), 2)).map((year) => {
    const ways = histories.map((history) => ({ history, decision: decide(facts, rules, year, history) }));
    histories = distinct(ways.flatMap((way) => onward(way.history, way.decision)));
    return combine(ways, rules);
  });
}

function onward(history: History, decision: Decision): History[] {
  const certainty = decision.certainty ?? history.certainty;
  const go = (within: boolean, doubt: Decision | null): History => ({
    within: new Map([...history.within, [decision.taxYear, within]]),
    certainty,
    doubt,
  });
  if (decision.answer === 'must-use') return [go(true, history.doubt)];
  if (decision.answer === 'need-not-use') return [go(false, history.doubt)];
  return [go(true, decision), go(false, decision)];
}

/** Histories that agree on the last three years answer alike from here on. */
function distinct(histories: readonly History[]): readonly History[] {
  if (histories.length === 1) return histories;
  const recent = (h: History) => [...h.within].slice(-3).join(' ');
  return [...new Map(histories.map((h) => [recent(h), h])).values()];
}

function combine(ways: readonly { history: History; decision: Decision }[], rules: RuleSet): Decision {
  const [first] = ways;
  if (first === undefined) throw new Error('there is always a history');
  if (ways.length === 1) return first.decision;
  const same = ways.every((w) => w.decision.answer === first.decision.answer);
  const certainties = ways.flatMap((w) => w.decision.certainty ?? []);
  const entry = ways.find((w) => w.decision.by === 'entry') ?? first;
  if (same) {
    const because = [entry, ...ways.filter((w) => w !== entry)].flatMap((w) => w.decision.because);
    return {
      ...entry.decision,
      certainty: certainties.length === 0 ? null : certainties.reduce(weaker),
      because: withoutRepeats(because),
    };
  }
  const doubt = ways.flatMap((w) => [w.history.doubt, w.decision]).find((d) => d !== null && isDoubtful(d.answer));
  if (!doubt) throw new Error('histories differ only where a year was doubtful');
  const depends: RawReason = {
    code: 'depends-on-year',
    values: { taxYear: doubt.taxYear },
    cite: doubt.because[0]?.cite ?? rules.entry,
  };
  const missing = [
    ...doubt.missing,
    ...entry.decision.missing.filter((m) => !doubt.missing.some((d) => sameGap(d, m))),
  ];
  return {
    ...entry.decision,
    // Where something is missing on either way, that comes before methods that disagree.
    answer: missing.length > 0 ? 'needs-information' : doubt.answer,
    certainty: null,
    because: doubt.taxYear === entry.decision.taxYear ? doubt.because : [depends, ...entry.decision.because],
    missing,
  };
}

const sameGap = (a: Gap, b: Gap): boolean => a.code === b.code && a.taxYear === b.taxYear;

function withoutRepeats(because: readonly RawReason[]): RawReason[] {
  return [...new Map(because.map((r) => [`${r.code} ${JSON.stringify(r.values)}`, r])).values()];
}

const isDoubtful = (answer: Answer): boolean => answer === 'borderline' || answer === 'needs-information';

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
      missing: [{ code: 'sources', taxYear: null }],
    });
  }
  return exempt(at) ?? notYet(at) ?? (wasIn(at) ? staying(at) : entering(at));
}

const wasIn = ({ history, year }: Case): boolean => history.within.get(laterYear(year, -1)) ?? false;

/** Need not use: a circumstance says so. All that apply are listed. Null: none does. */
function exempt(at: Case): Decision | null {
  const exemptions = exemptionsFor(at.facts, at.rules, at.year);
  const [exemption] = exemptions;
  if (exemption === undefined) return null;
  const because = exemptions.map((e) => ({ code: 'exemption', values: { kind: e.kind }, cite: e.cite }));
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
  return { taxYear, answer, certainty, tested: null, because, exemptions: [], missing: [], by: null, ...rest };
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
  if (alive.length === 0) {
    const reason = { code: 'nothing-carried-on', values: { on: firstDay(year) }, cite: rules.ceased };
    return settle(year, 'need-not-use', facts.asAt >= firstDay(year) ? 'decided' : 'forecast', [reason], { tested });
  }
  const starts = alive.flatMap((s) => digitalStart(facts, s, rules) ?? []).toSorted();
  const [earliest] = starts;
  const reason: RawReason =
    earliest === undefined
      ? { code: 'no-return-asked-for', values: {}, cite: rules.digitalStart }
      : { code: 'starts-later', values: { from: earliest }, cite: rules.digitalStart };
  return settle(year, 'need-not-use', 'decided', [reason], { tested });
}

/** The year whose income is looked at for a year, what is known of it, and the amount; null outside the rule set's tables. */
function testFor({ facts, rules, year }: Case): Test | null {
  const tested = rules.lookBack.value === 'two-years-before' ? laterYear(year, -2) : previousFilingYear(facts, year);
  if (tested === null || inYear(rules.qualifyingAmount, tested) === undefined) return null;
  const amount = qualifyingAmount(rules, tested);
  const evidence = evidenceOf(facts, rules, tested, year);
  const income = evidence.known ? total(evidence.income) : null;
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
    const taxYear = laterYear(year, -2);
    const reason = { code: 'year-outside-rules', values: { taxYear }, cite: rules.lookBack.cite };
    return settle(year, 'needs-information', null, [reason], { missing: [{ code: 'year-outside-rules', taxYear }] });
  }
  const { amount, evidence, shown } = test;
  if (!evidence.known) return withoutReturn(year, evidence, shown, amount, rules);
  const measured = measure(facts, evidence.income, (value) => isMore(value, amount.value));
  const because = [
    incomeReason(measured, shown.taxYear, amount, evidence),
    ...detail(evidence, rules),
    ...doubtReasons(measured, rules),
  ];
  const rest = { tested: shown, by: 'entry' as const };
  if (measured.verdict === 'doubtful') return settle(year, 'borderline', null, because, rest);
  const answer = measured.verdict === 'over' ? 'must-use' : 'need-not-use';
  return settle(year, answer, weaker(evidence.certainty, history.certainty), because, rest);
}

function withoutReturn(
  year: TaxYear,
  evidence: Evidence & { known: false },
  tested: NonNullable<Decision['tested']>,
  amount: { value: Pence; cite: Citation },
  rules: RuleSet,
): Decision {
  const values = { taxYear: tested.taxYear, due: tested.returnDue, threshold: toPounds(amount.value) };
  const missing = [evidence.gap];
  const reason = { code: `missing-${evidence.gap.code}`, values, cite: rules.lookBack.cite };
  if (surelyMore(evidence.atLeast, amount.value)) {
    const already = { code: 'books-already-more', values, cite: amount.cite };
    return settle(year, 'must-use', 'recorded', [already, reason], { tested, missing, by: 'entry' });
  }
  return settle(year, 'needs-information', null, [reason], { tested, missing, by: 'entry' });
}

/** In the year before: out only after three years in a row, each within the obligation and each within the amount. */
function staying(at: Case): Decision {
  const { facts, rules, year, history } = at;
  const { exit } = rules;
  const judged = exit.firstExemptYear === 'year-after' ? [-3, -2, -1] : [-2, -1, 0];
  const years = judged.map((by) => laterYear(year, by));
  const stay = (reason: RawReason, certainty = history.certainty) =>
    settle(year, 'must-use', certainty, [reason], { by: 'stay' });
  const served = years.every((y) => y === year || history.within.get(y) === true);
  if (!served || (exit.notBefore !== null && year < exit.notBefore)) {
    return stay({ code: 'minimum-stay', values: { years: exit.years, year }, cite: exit.cite });
  }
  const looked = years.map((y) => judge(facts, rules, y, year));
  const above = looked.find((j) => j.counts === false);
  if (above !== undefined)
    return stay(
      { code: 'year-above-amount', values: above.values, cite: exit.cite },
      weaker(above.certainty, history.certainty),
    );
  if (looked.some((j) => j.taxYear === year && j.gap !== null)) return stay(openYear(year, exit.cite));
  const open = looked.find((j) => j.counts === null);
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
    [{ code: 'three-years-within', values: { year }, cite: exit.cite }, ...because, ...note],
    { by: 'exit' },
  );
}

const openYear = (taxYear: TaxYear, cite: Citation): RawReason => ({
  code: 'third-year-not-in',
  values: { taxYear },
  cite,
});

function undecided(year: TaxYear, open: Judged, cite: Citation): Decision {
  if (open.doubtful) {
    return settle(year, 'borderline', null, [{ code: 'year-doubtful', values: open.values, cite }], { by: 'exit' });
  }
  const reason = { code: 'year-not-known', values: open.values, cite };
  return settle(year, 'needs-information', null, [reason], {
    by: 'exit',
    missing: open.gap === null ? [] : [open.gap],
  });
}
