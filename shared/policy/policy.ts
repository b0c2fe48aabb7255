/**
 * What does a rule look like, and how is one looked up?
 *
 * Law is data: a rule set holds tables by tax year, and every figure carries where it stands. A look-up outside its table
 * refuses (undefined); it never falls back to the nearest year.
 */
import type { PlainDate, TaxYear } from '../values/dates.ts';
import type { Pence } from '../values/money.ts';
import type { Form } from './categories.ts';

export type RuleSetId = '2026-regulations' | '2021-published';

/** Where a figure or a rule stands. */
export interface Citation {
  readonly title: string;
  readonly url: string;
  readonly read: PlainDate;
  readonly standing: 'certain' | 'likely' | 'unclear';
}

export interface Cited<T> {
  readonly value: T;
  readonly cite: Citation;
}

/** A value for the tax years from `from` to `to`, both included; `to` null: and every later year. */
export interface YearRow<T> extends Cited<T> {
  readonly from: TaxYear;
  readonly to: TaxYear | null;
}
export type YearTable<T> = readonly YearRow<T>[];

/** The row for that year, or undefined outside the table. */
export function inYear<T>(rows: YearTable<T>, year: TaxYear): YearRow<T> | undefined {
  return rows.find((row) => year >= row.from && (row.to === null || year <= row.to));
}

export interface Box {
  readonly form: Form;
  readonly box: string;
}

export interface ExitRule {
  /** Years in a row, each within the obligation, that end it. */
  readonly years: 3;
  /** `third-year`: the third year itself is the first exempt one (the 2021 article); `year-after`: the one after it. */
  readonly firstExemptYear: 'third-year' | 'year-after';
  /** `under`: less than the amount (the 2021 article); `not-more`: the amount or less. */
  readonly counts: 'under' | 'not-more';
  /** Nobody leaves before this tax year; null: no such floor. */
  readonly notBefore: TaxYear | null;
  readonly cite: Citation;
}

export interface UpdateRule {
  /** Day of August, November, February and May on which the four updates of a tax year are due. */
  readonly dueDay: YearTable<5 | 7>;
  /** Each update covers the year so far rather than its quarter alone. */
  readonly cumulative: boolean;
  /** Days before a period ends from which its update may be sent. */
  readonly sendFromDays: number;
  readonly endOfPeriodStatement: boolean;
  /** Years in which a late update costs nothing. */
  readonly noPenaltyYears: readonly TaxYear[];
  readonly cite: Citation;
  readonly noPenaltyCite: Citation | null;
}

/** Parts in a hundred of what is owed: on the fifteenth and the thirtieth day, and a year from the thirty-first day on. */
export interface LatePaymentRates {
  readonly atDay15: number;
  readonly atDay30: number;
  readonly aYear: number;
}

/** Points and charges for what is late (Finance Act 2021 Schedules 24 and 26). */
export interface PenaltyRule {
  /** Points at which a charge begins, for who sends updates and for who sends a return alone. */
  readonly threshold: { readonly quarterly: 4; readonly yearly: 2 };
  readonly charge: Pence;
  /** A point lasts so many months, counted from the first of the month after it was failed. */
  readonly pointMonths: number;
  /** Months with everything in on time that take all points away once the threshold was reached. */
  readonly complianceMonths: { readonly quarterly: number; readonly yearly: number };
  /** Months whose submissions have all to be in for that. */
  readonly receivedMonths: number;
  /** From this tax year on for everybody who sends a return; before it for who sends updates. */
  readonly everybodyFrom: TaxYear;
  /** Before they do: what a late return costs at once. */
  readonly before: Cited<Pence>;
  readonly latePayment: YearTable<LatePaymentRates>;
  readonly cite: Citation;
}

/** When a circumstance has to hold for it to count for a tax year. */
export type ExemptionWindow =
  | 'any-part-of-year'
  | 'day-before-year'
  | 'previous-filing-year'
  | 'previous-filing-year-or-since';

export interface ExemptionRule {
  readonly kind: string;
  readonly window: ExemptionWindow;
  /** `person`: nothing need be done at all; `source`: that source alone is left out. */
  readonly scope: 'person' | 'source';
  /** Null: every year. */
  readonly onlyYear: TaxYear | null;
  /** Null: from the first year on. */
  readonly notBefore: TaxYear | null;
  /** It holds only once HMRC has agreed to it. */
  readonly onApplication: boolean;
  readonly cite: Citation;
}

export interface RuleSet {
  readonly id: RuleSetId;
  readonly title: string;
  readonly checkedOn: PlainDate;
  /** After this day an answer says the rules may have changed. */
  readonly reviewBy: PlainDate;
  /** The first tax year anybody must use the service for. */
  readonly firstYear: TaxYear;
  /** By the tax year whose income is tested. */
  readonly qualifyingAmount: YearTable<Pence>;
  /** Boxes that make up the income tested, by the tax year of the return. */
  readonly boxes: YearTable<readonly Box[]>;
  readonly entry: Citation;
  /** Which year's income is tested for a year: the one two before it, or the latest whose return fell due before it starts. */
  readonly lookBack: Cited<'two-years-before' | 'latest-return-due'>;
  readonly annualisation: Citation;
  readonly justAndReasonable: Citation;
  readonly digitalStart: Citation;
  readonly ceased: Citation;
  readonly noNotice: Citation;
  /** A source begun before this day is in from `firstYear` whatever notice was given; null: notice and filing date decide. */
  readonly startedBefore: PlainDate | null;
  /** An amendment that raises income, made after the start of the year it would affect, is ignored. Null: no such rule. */
  readonly lateIncreaseIgnored: Citation | null;
  readonly exit: ExitRule;
  readonly updates: UpdateRule;
  /** Null: not worked out under this rule set. */
  readonly penalties: PenaltyRule | null;
  readonly taxReturn: Citation;
  readonly paymentsOnAccount: Citation;
  /** Foreign property of somebody not resident is left out. Null: no such rule. */
  readonly residence: Citation | null;
  readonly leftOut: Citation;
  /** The most that may stay off the return: Rent-a-Room receipts, and income within the trading or the property allowance. */
  readonly leftOffLimits: Cited<Readonly<Record<'rent-a-room' | 'allowance', Pence>>>;
  readonly signUp: Citation;
  readonly optOut: Citation;
  /** In the order they are considered; all that apply are listed. */
  readonly exemptions: readonly ExemptionRule[];
}
