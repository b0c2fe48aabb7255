/**
 * Why, in codes and values?
 *
 * Reasons before they have words: what was compared, how it was come by, what makes it doubtful. `shared/wording/reasons.ts`
 * has a sentence for each code.
 */
import type { Citation, ExitRule, RuleSet } from '../policy/policy.ts';
import { daysIn, lastDay, laterYear, wholeYear, type PlainDate, type TaxYear } from '../values/dates.ts';
import { exceeds, excess, exactPounds, isMore, rounded, toPounds, type Fraction, type Pence } from '../values/money.ts';
import type { Known, Measured } from './evidence.ts';
import type { ReturnChange } from './returnIncome.ts';
import { total, totalEndedOtherwise, type SourceIncome, type YearIncome } from './yearIncome.ts';

/** A reason before it has words. */
export interface RawReason {
  readonly code: string;
  readonly values: Readonly<Record<string, string | number>>;
  readonly cite: Citation;
}

/** Something to do, before it has words. */
export interface RawStep {
  readonly code: string;
  readonly values: Readonly<Record<string, string | number>>;
  readonly link: string | null;
}
/**
 * What was compared. Where rounding would hide that it is more, the exact excess is given too; where a forecast is over and
 * what is `already` there is as well, that.
 */
export function incomeReason(
  measured: Measured,
  tested: TaxYear,
  amount: { value: Pence; cite: Citation },
  evidence: Known,
  asAt: PlainDate,
  already: Pence | null,
): RawReason {
  const shown = rounded(measured.total);
  const over = isMore(measured.total, amount.value);
  const { basis } = evidence.income;
  const values = {
    taxYear: tested,
    income: toPounds(shown),
    threshold: toPounds(amount.value),
    basis: evidence.noNotice ? 'not-asked-for' : basis,
    ...(isScaled(evidence.income) ? { scaled: 'yes' } : {}),
    ...(isGuessed(evidence.income, asAt) ? { ended: 'yes' } : {}),
    ...(already === null ? {} : { already: toPounds(already) }),
  };
  const hidden = over && shown === amount.value ? { excess: exactPounds(excess(measured.total, amount.value), 6) } : {};
  return {
    code: over ? 'income-more-than-threshold' : 'income-not-more-than-threshold',
    values: { ...values, ...hidden },
    cite: amount.cite,
  };
}

/** What the reader should know of how the income was come by, for an answer about `forYear`. */
export function detail(evidence: Known, rules: RuleSet, forYear: TaxYear, amount: Pence): RawReason[] {
  const { income } = evidence;
  const { taxYear } = income;
  return [
    ...(evidence.noNotice ? [{ code: 'no-notice', values: { taxYear }, cite: rules.noNotice }] : []),
    ...income.parts.flatMap((part) => partReason(part, income, rules, amount) ?? []),
    ...evidence.changes.map((change) => changeReason(change, taxYear, rules, forYear, amount)),
    ...evidence.lacking.map(({ source: { id, name } }) => ({
      code: 'can-only-add',
      values: { taxYear, source: id, name },
      cite: rules.entry,
    })),
  ];
}

/** Does a year that is over rest on a projection, since its books stop before its end? */
export const isGuessed = ({ basis, taxYear }: YearIncome, asAt: PlainDate): boolean =>
  basis === 'projection' && asAt > lastDay(taxYear);

/** Does a part year count scaled to a full one in it, or a longer one scaled down? */
export const isScaled = ({ parts, taxYear }: YearIncome): boolean =>
  parts.some((part) => scaledBy(part, taxYear) !== 0);

/** How many days more than a year, or fewer, a part was scaled from; 0 where it was not. */
function scaledBy({ notScaled, scaling, period }: SourceIncome, taxYear: TaxYear): number {
  return notScaled || scaling.used === 'whole-year' ? 0 : daysIn(period) - daysIn(wholeYear(taxYear));
}

/** What a change to the return did. `wasOver`: before it, the income was over the amount, and now it is not. */
function changeReason(
  { on, before, after, tooLate }: ReturnChange,
  taxYear: TaxYear,
  rules: RuleSet,
  forYear: TaxYear,
  amount: Pence,
): RawReason {
  const values = { taxYear, on, from: toPounds(rounded(before)), to: toPounds(rounded(after)), forYear };
  if (tooLate) return { code: 'increase-too-late', values, cite: rules.lateIncreaseIgnored ?? rules.entry };
  const wasOver = isMore(before, amount) && !isMore(after, amount) ? { wasOver: 'yes' } : {};
  const byRule = rules.lateIncreaseIgnored === null ? {} : { byRule: 'yes' };
  const cite = rules.lateIncreaseIgnored ?? rules.entry;
  const code = exceeds(before, after) ? 'return-lowered' : 'return-raised';
  return { code, values: { ...values, ...wasOver, ...byRule }, cite };
}

/** Why a source's part of the year is not what was taken; null where it is. */
function partReason(part: SourceIncome, income: YearIncome, rules: RuleSet, amount: Pence): RawReason | null {
  const { source, name, period } = part;
  const over = (value: Fraction) => isMore(value, amount);
  const gross = toPounds(part.gross);
  if (part.endedEarly) {
    const otherwise = totalEndedOtherwise(income);
    const flips = over(otherwise) === over(total(income)) ? {} : { flips: 'yes', threshold: toPounds(amount) };
    const side = over(otherwise) ? 'more' : 'not-more';
    const several = income.parts.filter((p) => p.endedEarly).length > 1 ? { several: 'yes' } : {};
    const values = {
      source,
      name,
      gross,
      stopped: period.to,
      otherwise: toPounds(rounded(otherwise)),
      side,
      ...flips,
      ...several,
    };
    return { code: part.notScaled ? 'ceased-not-scaled' : 'ceased-scaled', values, cite: rules.ceased };
  }
  const longer = scaledBy(part, income.taxYear);
  if (longer === 0) return null;
  const likely = income.basis === 'projection' ? { likely: 'yes' } : {};
  const values = { source, name, gross, from: period.from, to: period.to, way: longer > 0 ? 'down' : 'up', ...likely };
  return { code: part.accounts ? 'accounts-scaled' : 'part-year-scaled', values, cite: rules.annualisation };
}

/** Why it can be read two ways; none if it cannot. */
export function doubtReasons(measured: Measured, rules: RuleSet, taxYear: TaxYear, amount: Pence): RawReason[] {
  const shown = (value: Fraction) => toPounds(rounded(value));
  if (measured.doubt === 'methods-disagree') {
    const more = isMore(measured.byDays, amount) ? 'days' : 'months';
    const by = { byMonths: shown(measured.total), byDays: shown(measured.byDays), more };
    const values = { taxYear, threshold: toPounds(amount), ...by };
    return [{ code: 'methods-disagree', values, cite: rules.annualisation }];
  }
  if (measured.doubt === 'just-and-reasonable-disagrees') {
    return [
      {
        code: 'just-and-reasonable-disagrees',
        values: {
          scaled: shown(measured.total),
          fair: shown(measured.fair),
          threshold: toPounds(amount),
          side: isMore(measured.fair, amount) ? 'more' : 'not-more',
        },
        cite: rules.justAndReasonable,
      },
    ];
  }
  if (measured.doubt === null) return [];
  const values = { taxYear, credits: toPounds(measured.unsorted) };
  return [{ code: 'unsorted-could-change', values, cite: rules.entry }];
}

/** Under the 2021 article's reading: what the regulation behind it says. */
export const readsLater = ({ cite }: ExitRule, year: TaxYear): RawReason => ({
  code: 'regulation-reads-later',
  values: { year: laterYear(year) },
  cite,
});
