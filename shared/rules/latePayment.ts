/**
 * What does tax paid late cost?
 *
 * Parts of what is owed on the fifteenth and the thirtieth day, and so much a year from the thirty-first day until it is paid
 * (Finance Act 2021 Schedule 26; rules.md 4.2). Payments on account bear interest alone. A payment in parts is each part by
 * itself. The grace of a first year is not taken off.
 */
import { inYear, type LatePaymentRates, type PenaltyRule } from '../policy/policy.ts';
import { daysBetween, type TaxYear } from '../values/dates.ts';
import { rounded, scaled, sum, toPounds, type Pence } from '../values/money.ts';
import { januaryAfter } from './calendar.ts';
import type { Facts, Payment } from './facts.ts';

/** One part of what was charged, its sentence still to come. */
export interface LatePaymentLine {
  readonly code: 'late-at-day-15' | 'late-at-day-30' | 'late-from-day-31';
  readonly values: Readonly<Record<string, string | number>>;
}
export interface LatePayment {
  readonly taxYear: TaxYear;
  readonly amount: Pence;
  readonly lines: readonly LatePaymentLine[];
}

/**
 * For each tax year under these rules what its late payments cost, the oldest year first. £5,000.00 for 2026-27, due 31 January
 * 2028 and paid on 5 March: £150.00 and £150.00, and £5.48 for four days at 10% a year, £305.48 together.
 */
export function latePayments(
  facts: Facts,
  rule: PenaltyRule,
  isUnder: (taxYear: TaxYear) => boolean,
): readonly LatePayment[] {
  const years = [...new Set(facts.payments.map((p) => p.taxYear))].filter(isUnder).toSorted();
  return years.flatMap((taxYear) => {
    const rates = inYear(rule.latePayment, taxYear)?.value;
    if (rates === undefined) return [];
    const owed = facts.payments.filter((p) => p.taxYear === taxYear && !isOnAccount(p));
    const parts = owed.flatMap((p) => partsOf(p, rates, daysBetween(p.due, p.paidOn ?? facts.asAt)));
    if (parts.length === 0) return [];
    return [{ taxYear, amount: sum(parts.map((p) => p.amount)), lines: parts.map((p) => p.line) }];
  });
}

/** Due before the year's return is. */
const isOnAccount = ({ taxYear, due }: Payment): boolean => due < januaryAfter(taxYear);

interface Part {
  readonly amount: Pence;
  readonly line: LatePaymentLine;
}

function partsOf({ amount }: Payment, rates: LatePaymentRates, daysLate: number): Part[] {
  const owed = toPounds(amount);
  const flat = (percent: number, code: LatePaymentLine['code']): Part => {
    const cost = rounded(scaled(amount, percent, 100));
    return { amount: cost, line: { code, values: { percent, owed, cost: toPounds(cost) } } };
  };
  if (daysLate <= 15 || amount === 0) return [];
  const first = flat(rates.atDay15, 'late-at-day-15');
  if (daysLate <= 30) return [first];
  const days = daysLate - 30;
  const daily = rounded(scaled(amount, rates.aYear * days, 100 * 365));
  const values = { percent: rates.aYear, owed, days, cost: toPounds(daily) };
  return [first, flat(rates.atDay30, 'late-at-day-30'), { amount: daily, line: { code: 'late-from-day-31', values } }];
}
