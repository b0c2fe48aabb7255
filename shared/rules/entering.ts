/**
 * Does a person who was not in come in?
 *
 * By the income of one year against its amount (SI 2026/336 regs 22, 23 and 27, SALF1440): which year is looked at, what is
 * known of it, and what of it is doubtful or missing.
 */
import { inYear, type RuleSet } from '../policy/policy.ts';
import { laterYear, type TaxYear } from '../values/dates.ts';
import { isMore, toPounds, type Fraction } from '../values/money.ts';
import type { Answer } from './answers.ts';
import { settle, type Case, type Test } from './cases.ts';
import { alreadyOver } from './counting.ts';
import { evidenceOf, gap, qualifyingAmount, shownDue, weigh, type Gap, type Weighed } from './evidence.ts';
import type { Facts } from './facts.ts';
import { previousFilingYear } from './filing.ts';
import { weaker, type Decision } from './histories.ts';
import { detail, doubtReasons, incomeReason, type RawReason } from './reasons.ts';
import { total } from './yearIncome.ts';

const testedYear = (facts: Facts, rules: RuleSet, year: TaxYear): TaxYear | null =>
  rules.lookBack.value === 'two-years-before' ? laterYear(year, -2) : previousFilingYear(facts, year);

/** The year whose income is looked at for a year, what is known of it, and the amount; null outside the rule set's tables. */
export function testFor(facts: Facts, rules: RuleSet, year: TaxYear): Test | null {
  const tested = testedYear(facts, rules, year);
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

/** No return fell due before the year, or it is of one the rules have no amount for. */
function untested({ facts, rules, year }: Case): Decision {
  const taxYear = testedYear(facts, rules, year);
  const code = taxYear === null ? 'no-return-asked-for' : 'year-outside-rules';
  const reason = { code, values: taxYear === null ? {} : { taxYear }, cite: rules.lookBack.cite };
  const missing = gap(taxYear === null ? 'notice' : 'year-outside-rules', taxYear);
  return settle(year, 'needs-information', null, [reason], { missing: [missing] });
}

/** Not in the year before: in where the income tested is more than the amount. */
export function entering(at: Case): Decision {
  const { facts, rules, year, history } = at;
  const test = at.test();
  if (test === null) return untested(at);
  const { amount, evidence, shown } = test;
  const over = (value: Fraction) => isMore(value, amount.value);
  const weighed = weigh(facts, evidence, over);
  if (!weighed.known) return withoutFigure(at, test, weighed);
  const { measured } = weighed;
  const compared = incomeReason(
    measured,
    shown.taxYear,
    amount,
    weighed.evidence,
    facts.asAt,
    alreadyOver(facts, rules, weighed.evidence.income, measured),
  );
  const because = [
    // By which method it is compared is what is open: the doubt says what each comes to.
    ...(measured.doubt === 'methods-disagree' ? [] : [compared]),
    ...detail(weighed.evidence, rules, year, amount.value),
    ...doubtReasons(measured, rules, shown.taxYear, amount.value),
  ];
  const rest = { tested: { ...shown, income: measured.total }, by: 'entry' as const };
  if (measured.verdict === 'doubtful') return openTo(at, shown.taxYear, 'borderline', because, rest);
  const answer = measured.verdict === 'over' ? 'must-use' : 'need-not-use';
  return settle(year, answer, weaker(weighed.evidence.certainty, history.certainty), because, rest);
}

/** An income that may be on either side leaves the year open, but for a history that has taken a side for it. */
function openTo(
  { year, history }: Case,
  tested: TaxYear,
  answer: Answer,
  because: readonly RawReason[],
  rest: Partial<Decision>,
): Decision {
  const side = history.sides.get(tested);
  if (side === undefined) return settle(year, answer, null, because, { ...rest, open: [tested] });
  const taken = side === 'over' ? 'must-use' : 'need-not-use';
  return settle(year, taken, history.certainty, because, { ...rest, taken: true });
}

/** The income tested is not known: must use it only where what is surely there is more than the amount already. */
function withoutFigure(
  at: Case,
  { amount, shown }: Test,
  { over, there, gaps }: Extract<Weighed, { known: false }>,
): Decision {
  const { rules, year } = at;
  const tested = { ...shown, income: null };
  const rest = { tested, missing: gaps, by: 'entry' as const };
  const values = { taxYear: tested.taxYear, due: tested.returnDue, threshold: toPounds(amount.value) };
  const because = gaps.map((g) => ({
    code: `missing-${g.code}`,
    values: { ...values, ...named(g), ...(over ? { over: 'yes' } : {}) },
    cite: rules.lookBack.cite,
  }));
  if (!over) return openTo(at, tested.taxYear, 'needs-information', because, rest);
  const more = { code: 'books-already-more', values: { ...values, there: toPounds(there) }, cite: amount.cite };
  return settle(year, 'must-use', 'recorded', [more, ...because], rest);
}

const named = ({ source }: Gap): RawReason['values'] =>
  source === null ? {} : { source: source.id, name: source.name };
