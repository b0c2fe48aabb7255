/**
 * Why, in codes and values?
 *
 * Reasons before they have words: what was compared, how it was come by, what makes it doubtful. `shared/wording/reasons.ts`
 * has a sentence for each code.
 */
import type { Citation, RuleSet } from '../policy/policy.ts';
import { daysIn, lastDay, wholeYear, type PlainDate, type TaxYear } from '../values/dates.ts';
import { excess, exactPounds, isMore, rounded, toPounds, type Fraction, type Pence } from '../values/money.ts';
import type { Known, Measured } from './evidence.ts';
import type { SourceIncome } from './yearIncome.ts';

/** A reason before it has words. */
export interface RawReason {
  readonly code: string;
  readonly values: Readonly<Record<string, string | number>>;
  readonly cite: Citation;
}

/** What was compared. Where rounding would hide that it is more, the exact excess is given too. */
export function incomeReason(
  measured: Measured,
  tested: TaxYear,
  amount: { value: Pence; cite: Citation },
  evidence: Known,
  asAt: PlainDate,
): RawReason {
  const shown = rounded(measured.total);
  const over = isMore(measured.total, amount.value);
  const { basis } = evidence.income;
  const values = {
    taxYear: tested,
    income: toPounds(shown),
    threshold: toPounds(amount.value),
    basis: evidence.noNotice ? 'not-asked-for' : basis,
    ...(evidence.income.parts.some((part) => scaledBy(part, tested) !== 0) ? { scaled: 'yes' } : {}),
    ...(basis === 'projection' && asAt > lastDay(tested) ? { ended: 'yes' } : {}),
  };
  const hidden = over && shown === amount.value ? { excess: exactPounds(excess(measured.total, amount.value), 6) } : {};
  return {
    code: over ? 'income-more-than-threshold' : 'income-not-more-than-threshold',
    values: { ...values, ...hidden },
    cite: amount.cite,
  };
}

/** What the reader should know of how the income was come by. */
export function detail(evidence: Known, rules: RuleSet): RawReason[] {
  const { income } = evidence;
  const { taxYear } = income;
  return [
    ...(evidence.noNotice ? [{ code: 'no-notice', values: { taxYear }, cite: rules.noNotice }] : []),
    ...income.parts.flatMap((part) => partReason(part, taxYear, rules) ?? []),
    ...evidence.tooLate.map((on) => ({
      code: 'increase-too-late',
      values: { taxYear, on },
      cite: rules.lateIncreaseIgnored ?? rules.entry,
    })),
    ...evidence.lacking.map(({ source: { id, name } }) => ({
      code: 'can-only-add',
      values: { taxYear, source: id, name },
      cite: rules.entry,
    })),
  ];
}

/** How many days more than a year, or fewer, a part was scaled from; 0 where it was not. */
function scaledBy({ notScaled, scaling, period }: SourceIncome, taxYear: TaxYear): number {
  return notScaled || scaling.used === 'whole-year' ? 0 : daysIn(period) - daysIn(wholeYear(taxYear));
}

/** Why a source's part of the year is not what was taken; null where it is. */
function partReason(part: SourceIncome, taxYear: TaxYear, rules: RuleSet): RawReason | null {
  const { source, name, period } = part;
  if (part.notScaled) {
    const scaled = toPounds(rounded(part.scaling.value));
    return { code: 'ceased-not-scaled', values: { source, name, scaled }, cite: rules.ceased };
  }
  const longer = scaledBy(part, taxYear);
  if (longer === 0) return null;
  const gross = toPounds(part.gross);
  const values = { source, name, gross, from: period.from, to: period.to, way: longer > 0 ? 'down' : 'up' };
  return { code: part.accounts ? 'accounts-scaled' : 'part-year-scaled', values, cite: rules.annualisation };
}

/** Why it can be read two ways; none if it cannot. */
export function doubtReasons(measured: Measured, rules: RuleSet): RawReason[] {
  const shown = (value: Fraction) => toPounds(rounded(value));
  if (measured.doubt === 'methods-disagree') {
    return [
      {
        code: 'methods-disagree',
        values: { byMonths: shown(measured.total), byDays: shown(measured.byDays) },
        cite: rules.annualisation,
      },
    ];
  }
  if (measured.doubt === 'just-and-reasonable-disagrees') {
    return [
      {
        code: 'just-and-reasonable-disagrees',
        values: { scaled: shown(measured.total), fair: shown(measured.fair) },
        cite: rules.justAndReasonable,
      },
    ];
  }
  if (measured.doubt === null) return [];
  return [{ code: 'unsorted-could-change', values: { credits: toPounds(measured.unsorted) }, cite: rules.entry }];
}
