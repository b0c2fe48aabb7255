/**
 * Why, in codes and values?
 *
 * Reasons before they have words: what was compared, how it was come by, what makes it doubtful. `shared/wording/reasons.ts`
 * has a sentence for each code.
 */
import type { Citation, RuleSet } from '../policy/policy.ts';
import type { TaxYear } from '../values/dates.ts';
import { excess, exactPounds, isMore, rounded, toPounds, type Fraction, type Pence } from '../values/money.ts';
import type { Evidence, Measured } from './evidence.ts';

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
  evidence: Evidence & { known: true },
): RawReason {
  const shown = rounded(measured.total);
  const over = isMore(measured.total, amount.value);
  const values = {
    taxYear: tested,
    income: toPounds(shown),
    threshold: toPounds(amount.value),
    basis: evidence.income.basis,
  };
  const hidden = over && shown === amount.value ? { excess: exactPounds(excess(measured.total, amount.value), 6) } : {};
  return {
    code: over ? 'income-more-than-threshold' : 'income-not-more-than-threshold',
    values: { ...values, ...hidden },
    cite: amount.cite,
  };
}

/** What the reader should know of how the income was come by. */
export function detail(evidence: Evidence & { known: true }, rules: RuleSet): RawReason[] {
  const reasons: RawReason[] = [];
  if (evidence.noNotice)
    reasons.push({ code: 'no-notice', values: { taxYear: evidence.income.taxYear }, cite: rules.noNotice });
  for (const part of evidence.income.parts) {
    const { source, name, scaling } = part;
    if (part.notScaled) reasons.push({ code: 'ceased-not-scaled', values: { source, name }, cite: rules.ceased });
    else if (scaling.used !== 'whole-year') {
      reasons.push({
        code: 'part-year-scaled',
        values: { source, name, from: part.period.from, to: part.period.to },
        cite: rules.annualisation,
      });
    }
  }
  return reasons;
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
