/**
 * Does a year count towards leaving?
 *
 * It does when its income is within the amount for that year: not more than it (SI 2026/336 reg 24, SALF1440), or under it
 * as the 2021 article has it.
 */
import type { RuleSet } from '../policy/policy.ts';
import type { TaxYear } from '../values/dates.ts';
import { isLess, isMore, rounded, toPounds, type Fraction, type Pence } from '../values/money.ts';
import type { Certainty } from './answers.ts';
import {
  evidenceOf,
  gap,
  grossOf,
  qualifyingAmount,
  surelyOver,
  weigh,
  type Gap,
  type Measured,
  type Weighed,
} from './evidence.ts';
import type { Facts } from './facts.ts';
import { alreadyThere } from './incomes.ts';
import { detail, doubtReasons, isGuessed, isScaled, type RawReason } from './reasons.ts';
import type { YearIncome } from './yearIncome.ts';

export interface Judged {
  readonly taxYear: TaxYear;
  /** Null: not known yet, or doubtful. */
  readonly counts: boolean | null;
  /** What is missing, where `counts` is null for that and not because it can be read two ways. */
  readonly gaps: readonly Gap[];
  readonly certainty: Certainty;
  readonly income: Fraction | null;
  readonly threshold: Pence;
  readonly values: RawReason['values'];
  /** How its income was come by, and why it can be read two ways, where it can. */
  readonly details: readonly RawReason[];
}

/** Does a year count towards leaving, for an answer about `forYear`? Under the 2021 article the third year itself waits for its return or fourth update, unless the books hold too much already. */
export function judge(facts: Facts, rules: RuleSet, taxYear: TaxYear, forYear: TaxYear): Judged {
  const { value: threshold } = qualifyingAmount(rules, taxYear);
  const over = (value: Fraction) =>
    rules.exit.counts === 'under' ? !isLess(value, threshold) : isMore(value, threshold);
  const weighed = weigh(facts, evidenceOf(facts, rules, taxYear, forYear), over);
  const open = { taxYear, certainty: 'forecast' as const, income: null, threshold, gaps: [], details: [] };
  const values = { taxYear, threshold: toPounds(threshold) };
  if (!weighed.known) {
    if (weighed.over) return { ...open, counts: false, certainty: 'recorded', values };
    return { ...open, counts: null, gaps: weighed.gaps.map(asUpdate), values };
  }
  const { measured, evidence } = weighed;
  const { basis } = evidence.income;
  const waits = taxYear === forYear && basis !== 'return' && basis !== 'update';
  if (waits) {
    if (surelyOver(alreadyThere(facts, rules, taxYear, true), over))
      return { ...open, counts: false, certainty: 'recorded', values };
    return { ...open, counts: null, gaps: [gap('fourth-update', taxYear)], values };
  }
  return {
    ...open,
    certainty: evidence.certainty,
    income: measured.total,
    counts: measured.verdict === 'doubtful' ? null : measured.verdict === 'within',
    values: { ...values, income: toPounds(rounded(measured.total)), basis, ...scaledAndThere(facts, rules, weighed) },
    details: [...detail(evidence, rules, forYear, threshold), ...doubtReasons(measured, rules, taxYear, threshold)],
  };
}

/** Whether the income is of a part year scaled up, or a guess at the rest of a year that is over, and what is already there of a forecast that is too much. */
function scaledAndThere(
  facts: Facts,
  rules: RuleSet,
  { evidence: { income }, measured }: Extract<Weighed, { known: true }>,
): RawReason['values'] {
  const already = alreadyOver(facts, rules, income, measured);
  return {
    ...(isScaled(income) ? { scaled: 'yes' } : {}),
    ...(isGuessed(income, facts.asAt) ? { ended: 'yes' } : {}),
    ...(already === null ? {} : { already: toPounds(already) }),
  };
}

/** What is there of a forecast that is over, where it is over by itself: no rest of the year can take it back. */
export function alreadyOver(facts: Facts, rules: RuleSet, income: YearIncome, measured: Measured): Pence | null {
  if (measured.verdict !== 'over' || income.basis !== 'projection') return null;
  const there = grossOf(alreadyThere(facts, rules, income.taxYear, false));
  return there > qualifyingAmount(rules, income.taxYear).value ? there : null;
}

/** A year within the obligation is known by its fourth update before its return. */
const asUpdate = (missing: Gap): Gap =>
  missing.code === 'tax-return' ? { ...missing, code: 'fourth-update' } : missing;
