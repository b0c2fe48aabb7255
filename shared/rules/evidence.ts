/**
 * What is known about the income of the year that is tested, and how sure is it?
 *
 * The return once it is in; before that the fourth update, whole books, a projection; once it is overdue, nothing: a missing
 * return is never taken for nil (SI 2026/336 reg 26, SALF1450).
 */
import { inYear, type Citation, type RuleSet } from '../policy/policy.ts';
import { lastDay, taxYearOf, type PlainDate, type TaxYear } from '../values/dates.ts';
import { asPence, sum, whole, type Fraction, type Pence } from '../values/money.ts';
import type { Certainty } from './answers.ts';
import type { Facts } from './facts.ts';
import { filingDate, isSubmitted, returnFor } from './filing.ts';
import { fromProjection, fromRecords, fromReturn, fromUpdate, isComplete, unsortedCredits } from './incomes.ts';
import { total, totalByDays, totalJustAndReasonable, type YearIncome } from './yearIncome.ts';

export interface Gap {
  readonly code: 'tax-return' | 'tax-return-overdue' | 'records' | 'sources' | 'year-to-come' | 'year-outside-rules';
  readonly taxYear: TaxYear | null;
}

export type Evidence =
  | { readonly known: true; readonly income: YearIncome; readonly certainty: Certainty; readonly noNotice: boolean }
  | { readonly known: false; readonly gap: Gap; readonly atLeast: readonly YearIncome[] };

/** The evidence of `tested`'s income for an answer about `forYear`. */
export function evidenceOf(facts: Facts, rules: RuleSet, tested: TaxYear, forYear: TaxYear): Evidence {
  const taxReturn = returnFor(facts, tested);
  if (isSubmitted(facts, taxReturn)) return known(fromReturn(facts, rules, taxReturn, forYear), 'decided');
  if (facts.asAt <= lastDay(tested)) return beforeItEnds(facts, rules, tested);
  const due = filingDate(taxReturn, tested);
  if (due === null) return withoutNotice(facts, rules, tested);
  if (facts.asAt > due) {
    const atLeast = [fromUpdate(facts, rules, tested, null), fromRecords(facts, rules, tested)].flatMap((i) => i ?? []);
    return { known: false, gap: { code: 'tax-return-overdue', taxYear: tested }, atLeast };
  }
  const update = fromUpdate(facts, rules, tested, 4);
  if (update !== null) return known(update, 'recorded');
  const books = fromRecords(facts, rules, tested);
  if (books !== null && isComplete(facts, tested)) return known(books, 'recorded');
  const projected = fromProjection(facts, rules, tested);
  if (projected !== null) return known(projected, 'forecast');
  return { known: false, gap: { code: 'tax-return', taxYear: tested }, atLeast: [] };
}

const known = (income: YearIncome, certainty: Certainty, noNotice = false): Evidence => ({
  known: true,
  income,
  certainty,
  noNotice,
});

function beforeItEnds(facts: Facts, rules: RuleSet, tested: TaxYear): Evidence {
  const projected = fromProjection(facts, rules, tested);
  if (projected !== null) return known(projected, 'forecast');
  const code = taxYearOf(facts.asAt) === tested ? 'records' : 'year-to-come';
  return { known: false, gap: { code, taxYear: tested }, atLeast: [] };
}

/** No notice to file at all: the latest update, else nil. */
function withoutNotice(facts: Facts, rules: RuleSet, tested: TaxYear): Evidence {
  const update = fromUpdate(facts, rules, tested, null);
  const nil: YearIncome = { taxYear: tested, basis: 'return', parts: [], leftOut: [] };
  return known(update ?? nil, 'recorded', update === null);
}

export interface Measured {
  readonly verdict: 'over' | 'within' | 'doubtful';
  readonly doubt: 'methods-disagree' | 'just-and-reasonable-disagrees' | 'unsorted-could-change' | null;
  readonly total: Fraction;
  readonly byDays: Fraction;
  readonly fair: Fraction;
  readonly unsorted: Pence;
}

/**
 * The income against the amount, exactly. `doubtful` where lawful methods fall on opposite sides, or where money in that is
 * not sorted yet could carry it over. £25,000 for 6 October 2024 to 5 April 2025 is £50,000.00 by months and £50,137.36 by
 * days: doubtful against £50,000.
 */
export function measure(facts: Facts, income: YearIncome, over: (value: Fraction) => boolean): Measured {
  const by = { total: total(income), byDays: totalByDays(income), fair: totalJustAndReasonable(income) };
  const isOver = over(by.total);
  const fromBooks = income.basis === 'records' || income.basis === 'projection';
  const unsorted = fromBooks ? unsortedCredits(facts, income.taxYear) : asPence(0);
  const doubt = doubtOf(isOver, by, unsorted, over);
  return { verdict: doubt === null ? (isOver ? 'over' : 'within') : 'doubtful', doubt, ...by, unsorted };
}

function doubtOf(
  isOver: boolean,
  by: { total: Fraction; byDays: Fraction; fair: Fraction },
  unsorted: Pence,
  over: (value: Fraction) => boolean,
): Measured['doubt'] {
  if (over(by.byDays) !== isOver) return 'methods-disagree';
  if (over(by.fair) !== isOver) return 'just-and-reasonable-disagrees';
  const withAll = { pence: by.total.pence + BigInt(unsorted) * by.total.per, per: by.total.per };
  return !isOver && unsorted > 0 && over(withAll) ? 'unsorted-could-change' : null;
}

/** The amount for a tested year with where it stands; throws outside the table, which callers have ruled out. */
export function qualifyingAmount(rules: RuleSet, tested: TaxYear): { value: Pence; cite: Citation } {
  const row = inYear(rules.qualifyingAmount, tested);
  if (row === undefined) throw new RangeError(`no qualifying amount for ${tested} in ${rules.id}`);
  return row;
}

/** Is what is surely there already over, whatever the missing return says? Nothing is scaled up for this. */
export function surelyOver(atLeast: readonly YearIncome[], over: (value: Fraction) => boolean): boolean {
  return atLeast.some((income) => over(whole(sum(income.parts.map((p) => p.gross)))));
}

/** The date a tested year's return falls due, for show: the usual one where there was no notice. */
export function shownDue(facts: Facts, tested: TaxYear): PlainDate {
  const due = filingDate(returnFor(facts, tested), tested) ?? filingDate(undefined, tested);
  if (due === null) throw new Error('the usual filing date is never null');
  return due;
}
