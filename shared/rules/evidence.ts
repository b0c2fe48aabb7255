/**
 * What is known about the income of the year that is tested, and how sure is it?
 *
 * The return once it is in; before that each source's fourth update, whole books, a projection; once it is overdue, nothing: a
 * missing return is never taken for nil, nor is a source nothing is known of (SI 2026/336 reg 26, SALF1450).
 */
import { inYear, type Citation, type RuleSet } from '../policy/policy.ts';
import { firstDay, lastDay, taxYearOf, type PlainDate, type TaxYear } from '../values/dates.ts';
import { nothing, sum, whole, type Fraction, type Pence } from '../values/money.ts';
import type { Certainty } from './answers.ts';
import type { Facts, Source } from './facts.ts';
import { digitalStart, filingDate, isSubmitted, returnFor } from './filing.ts';
import { alreadyThere, fromUpdates, ifSorted, unsortedCredits, withoutReturn, type SoFar } from './incomes.ts';
import { changesFor, fromReturn, type ReturnChange } from './returnIncome.ts';
import { total, totalByDays, totalJustAndReasonable, type YearIncome } from './yearIncome.ts';

/** Something that is missing, of a year and, where it is one alone, of a source. */
export interface Gap {
  readonly code:
    | 'tax-return'
    | 'tax-return-overdue'
    | 'fourth-update'
    | 'records'
    | 'sources'
    | 'notice'
    | 'year-to-come'
    | 'year-outside-rules';
  readonly taxYear: TaxYear | null;
  readonly source: { readonly id: string; readonly name: string } | null;
}

type GapOfSource = Gap & { readonly source: NonNullable<Gap['source']> };

/** Something missing of a whole year, or of all of them. */
export const gap = (code: Gap['code'], taxYear: TaxYear | null): Gap => ({ code, taxYear, source: null });

export interface Known {
  readonly known: true;
  readonly income: YearIncome;
  readonly certainty: Certainty;
  /** Nothing was asked for and nothing sent, so the year counts as nil. */
  readonly noNotice: boolean;
  /** What is missing of sources of which too little is known: the income is at least this. */
  readonly lacking: readonly GapOfSource[];
  /** What updates and books surely hold already, where something is lacking. */
  readonly atLeast: YearIncome | null;
  /** What the income may come to once money in that is in no total yet is sorted. */
  readonly ifSorted: readonly YearIncome[];
  /** What amendments did to the return's income. */
  readonly changes: readonly ReturnChange[];
}
export type Evidence = Known | { readonly known: false; readonly gap: Gap; readonly atLeast: YearIncome };

/** The evidence of `tested`'s income for an answer about `forYear`. */
export function evidenceOf(facts: Facts, rules: RuleSet, tested: TaxYear, forYear: TaxYear): Evidence {
  const taxReturn = returnFor(facts, tested);
  if (isSubmitted(facts, taxReturn)) {
    const changes = changesFor(facts, rules, taxReturn, forYear);
    return known(fromReturn(facts, rules, taxReturn, forYear), 'decided', { changes });
  }
  const ended = facts.asAt > lastDay(tested);
  const due = filingDate(taxReturn, tested);
  if (ended && due === null) return withoutNotice(facts, rules, tested);
  const overdue = due !== null && facts.asAt > due;
  const atLeast = () => alreadyThere(facts, rules, tested, overdue);
  const unknown = (code: Gap['code']): Evidence => ({ known: false, gap: gap(code, tested), atLeast: atLeast() });
  if (overdue) return unknown('tax-return-overdue');
  const soFar = withoutReturn(facts, rules, tested);
  if (soFar !== null) return fromSoFar(facts, rules, soFar, soFar.lacking.length === 0 ? null : atLeast());
  if (!ended) return unknown(taxYearOf(facts.asAt) === tested ? 'records' : 'year-to-come');
  const sends = facts.updates.some((u) => u.taxYear === tested);
  return unknown(sends ? 'fourth-update' : 'tax-return');
}

const known = (income: YearIncome, certainty: Certainty, more: Partial<Known> = {}): Known => ({
  known: true,
  income,
  certainty,
  noNotice: false,
  lacking: [],
  atLeast: null,
  ifSorted: [],
  changes: [],
  ...more,
});

function fromSoFar(facts: Facts, rules: RuleSet, { income, lacking }: SoFar, atLeast: YearIncome | null): Known {
  const { taxYear } = income;
  return known(income, income.basis === 'projection' ? 'forecast' : 'recorded', {
    lacking: lacking.map((source) => ({
      code: owesUpdates(facts, rules, source, taxYear) ? 'fourth-update' : 'records',
      taxYear,
      source: { id: source.id, name: source.name ?? source.id },
    })),
    atLeast,
    ifSorted: ifSorted(facts, rules, taxYear),
  });
}

/** In a year that is over and for which updates were sent: has it sent one, or had its own start been reached? */
function owesUpdates(facts: Facts, rules: RuleSet, source: Source, taxYear: TaxYear): boolean {
  if (facts.asAt <= lastDay(taxYear)) return false;
  const sent = facts.updates.filter((u) => u.taxYear === taxYear);
  if (sent.some((u) => u.lines.some((l) => l.source === source.id))) return true;
  const start = digitalStart(facts, source, rules);
  return sent.length > 0 && start !== null && start <= firstDay(taxYear);
}

/** No notice to file at all: the latest updates, else nil. */
function withoutNotice(facts: Facts, rules: RuleSet, tested: TaxYear): Known {
  const updates = fromUpdates(facts, rules, tested);
  const nil: YearIncome = { taxYear: tested, basis: 'return', parts: [], leftOut: [] };
  return known(updates ?? nil, 'recorded', { noNotice: updates === null });
}

export interface Measured {
  readonly verdict: 'over' | 'within' | 'doubtful';
  readonly doubt: 'methods-disagree' | 'just-and-reasonable-disagrees' | 'unsorted-could-change' | null;
  readonly total: Fraction;
  readonly byDays: Fraction;
  readonly fair: Fraction;
  readonly unsorted: Pence;
}

/** Is an income over the amount? */
export type Over = (value: Fraction) => boolean;
interface Totals {
  readonly total: Fraction;
  readonly byDays: Fraction;
  readonly fair: Fraction;
}
/** Most years are whole and come to the same by every method: they are added up once. */
function totals(income: YearIncome): Totals {
  const used = total(income);
  const isScaled = income.parts.some((p) => p.scaling.byDays !== null);
  const isFair = income.parts.some((p) => p.justAndReasonable !== null);
  return {
    total: used,
    byDays: isScaled ? totalByDays(income) : used,
    fair: isFair ? totalJustAndReasonable(income) : used,
  };
}

/**
 * The income against the amount, exactly. `doubtful` where lawful methods fall on opposite sides, or where money in that is
 * not sorted yet could carry it over. £25,000 for 6 October 2024 to 5 April 2025 is £50,000.00 by months and £50,137.36 by
 * days: doubtful against £50,000.
 */
export function measure(facts: Facts, evidence: Known, over: Over): Measured {
  const by = totals(evidence.income);
  const doubt = doubtOf(by, evidence.ifSorted, over);
  const verdict = doubt !== null ? 'doubtful' : over(by.total) ? 'over' : 'within';
  return { verdict, doubt, ...by, unsorted: unsortedCredits(facts, evidence.income.taxYear) };
}

function doubtOf(by: Totals, sorted: readonly YearIncome[], over: Over): Measured['doubt'] {
  const isOver = over(by.total);
  if (over(by.byDays) !== isOver) return 'methods-disagree';
  if (over(by.fair) !== isOver) return 'just-and-reasonable-disagrees';
  const carriedOver = (income: YearIncome) => Object.values(totals(income)).some(over);
  return !isOver && sorted.some(carriedOver) ? 'unsorted-could-change' : null;
}

/** On which side of the amount is a year, as far as anybody can say? */
export type Weighed =
  | { readonly known: true; readonly evidence: Known; readonly measured: Measured }
  /** `over`: what is surely there is over already, whatever is missing. `there`: what that comes to. */
  | { readonly known: false; readonly over: boolean; readonly there: Pence; readonly gaps: readonly Gap[] };

/** Something missing leaves it unknown, unless what is known is over without it: no source takes anything from another. */
export function weigh(facts: Facts, evidence: Evidence, over: Over): Weighed {
  if (!evidence.known) return notKnown(evidence.atLeast, over, [evidence.gap]);
  const measured = measure(facts, evidence, over);
  if (measured.verdict !== 'over' && evidence.lacking.length > 0)
    return notKnown(evidence.atLeast, over, evidence.lacking);
  return { known: true, evidence, measured };
}

function notKnown(atLeast: YearIncome | null, over: Over, gaps: readonly Gap[]): Weighed {
  return { known: false, over: surelyOver(atLeast, over), there: atLeast === null ? nothing : grossOf(atLeast), gaps };
}

/** The amount for a tested year with where it stands; throws outside the table, which callers have ruled out. */
export function qualifyingAmount(rules: RuleSet, tested: TaxYear): { value: Pence; cite: Citation } {
  const row = inYear(rules.qualifyingAmount, tested);
  if (row === undefined) throw new RangeError(`no qualifying amount for ${tested} in ${rules.id}`);
  return row;
}

/** Is what is surely there already over, whatever the missing return says? Nothing is scaled up for this. */
export function surelyOver(atLeast: YearIncome | null, over: Over): boolean {
  return atLeast !== null && over(whole(grossOf(atLeast)));
}

/** What its parts took, nothing of it scaled. */
export const grossOf = ({ parts }: YearIncome): Pence => sum(parts.map((p) => p.gross));

/** The date a tested year's return falls due, for show: the usual one where there was no notice. */
export function shownDue(facts: Facts, tested: TaxYear): PlainDate {
  const due = filingDate(returnFor(facts, tested), tested) ?? filingDate(undefined, tested);
  if (due === null) throw new Error('the usual filing date is never null');
  return due;
}
