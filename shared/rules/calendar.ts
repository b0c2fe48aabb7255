/**
 * Which dates does a tax year have for everybody?
 *
 * The update periods with their due days, and the return with what is paid with it (SI 2026/336 regs 9 to 14, SALF1140 to
 * 1160; rules.md 3 and 6.4). The same for whoever asks: made once for a rule set, frozen. `obligations.ts` says which of
 * them are a person's.
 */
import { inYear, type RuleSet } from '../policy/policy.ts';
import {
  addDays,
  civil,
  firstDay,
  lastDay,
  startYearOf,
  wholeYear,
  type PlainDate,
  type TaxYear,
} from '../values/dates.ts';
import { toPounds } from '../values/money.ts';
import { once } from '../values/once.ts';
import type { Obligation } from './answers.ts';
import type { ObligationKind, Quarter } from './facts.ts';
import { periodEnd, type Periods } from './periods.ts';
import type { RawReason } from './reasons.ts';

/** Something due, its reasons still without words. */
export type DueThing = Omit<Obligation, 'because'> & { readonly because: readonly RawReason[] };
const dueMonths: Readonly<Record<Quarter, number>> = { 1: 8, 2: 11, 3: 2, 4: 5 };

/** When an update is due: the third one of 2026-27 on 7 February 2027, whichever periods are used. */
export function updateDue(rules: RuleSet, taxYear: TaxYear, quarter: Quarter): PlainDate {
  const day = inYear(rules.updates.dueDay, taxYear)?.value;
  if (day === undefined) throw new RangeError(`no due day for ${taxYear} in ${rules.id}`);
  const month = dueMonths[quarter];
  return civil(startYearOf(taxYear) + (month < 8 ? 1 : 0), month, day);
}

/** One update of a year, for a source carried on all through it. */
export type UpdatePeriod = Pick<DueThing, 'from' | 'to' | 'dueOn'> & {
  readonly quarter: Quarter;
  readonly sendFrom: PlainDate;
};

/** The year's four updates. `fromApril1`: they start on 1 April, not on the 6th (rules.md 3.1). */
export const updatePeriods = once(
  (rules: RuleSet, taxYear: TaxYear, kind: Periods, fromApril1: boolean): readonly UpdatePeriod[] => {
    const start = fromApril1 ? civil(startYearOf(taxYear), 4, 1) : firstDay(taxYear);
    return ([1, 2, 3, 4] as const).map((quarter) => {
      const to = periodEnd(taxYear, quarter, kind);
      const last = quarter === 1 ? null : periodEnd(taxYear, (quarter - 1) as Quarter, kind);
      const from = rules.updates.cumulative || last === null ? start : addDays(last, 1);
      return { quarter, from, to, sendFrom: sendFrom(rules, to), dueOn: updateDue(rules, taxYear, quarter) };
    });
  },
);

/** From when the update of a period that ends on that day may be sent. */
export const sendFrom = (rules: RuleSet, to: PlainDate): PlainDate => addDays(to, -rules.updates.sendFromDays);

export const januaryAfter = (taxYear: TaxYear): PlainDate => civil(startYearOf(taxYear) + 2, 1, 31);

/** What a late return costs before HMRC's new penalties reach it. */
function lateAtOnce({ penalties }: RuleSet): RawReason[] {
  if (penalties === null) return [];
  const { value, cite } = penalties.before;
  return [{ code: 'late-costs-at-once', values: { amount: toPounds(value) }, cite }];
}

/** The year's return and what is paid with it, due on the usual days, nothing sent or paid yet. `atOnce`: the older penalties hold. */
export const returnAndPayments = once(
  (
    rules: RuleSet,
    taxYear: TaxYear,
    kind: 'final-declaration' | 'tax-return',
    atOnce: boolean,
  ): readonly DueThing[] => {
    const start = startYearOf(taxYear);
    const thing = (due: ObligationKind, dueOn: PlainDate, ...because: RawReason[]): DueThing => ({
      kind: due,
      source: null,
      taxYear,
      quarter: null,
      ...wholeYear(taxYear),
      sendFrom: due === kind ? addDays(lastDay(taxYear), 1) : null,
      dueOn,
      penaltyBearing: due !== 'payment-on-account',
      sentOn: null,
      done: false,
      because,
    });
    const account = { code: 'payment-on-account', values: { taxYear }, cite: rules.paymentsOnAccount };
    return [
      thing(
        kind,
        januaryAfter(taxYear),
        { code: 'tax-return', values: { taxYear }, cite: rules.taxReturn },
        ...(atOnce ? lateAtOnce(rules) : []),
      ),
      thing('payment-on-account', civil(start + 1, 1, 31), account),
      thing('payment-on-account', civil(start + 1, 7, 31), account),
      thing('balancing-payment', januaryAfter(taxYear), {
        code: 'balancing-payment',
        values: { taxYear },
        cite: rules.taxReturn,
      }),
    ];
  },
);
