/**
 * What does an outlook say? The public shape, key by key, in the order it is printed.
 *
 * Money is pounds as text, because an outlook is what goes on glass and into files. Codes are for programs, `text` for
 * people (put there last, from `shared/wording`). The shape changes only by adding.
 */
import type { RuleSetId } from '../policy/policy.ts';
import type { Period, PlainDate, TaxYear } from '../values/dates.ts';
import type { Pounds } from '../values/money.ts';
import type { CircumstanceKind, ObligationKind, Quarter, ReportingStatus } from './facts.ts';

export interface Cite {
  readonly title: string;
  readonly url: string;
}

/** One reason: a code with the values its sentence was made from, the sentence, and where it stands. */
export interface Reason {
  readonly code: string;
  readonly values: Readonly<Record<string, string | number>>;
  readonly text: string;
  readonly cite: Cite;
}

/** The link from a figure into Records. */
export interface RowsLink {
  readonly source: string;
  readonly from: PlainDate;
  readonly to: PlainDate;
  readonly categories: readonly string[];
}

export type IncomeBasis = 'return' | 'update' | 'records' | 'projection';

export interface Working {
  readonly source: string;
  readonly gross: Pounds;
  readonly period: Period;
  /** Whole months in the period; null when it is not whole months. */
  readonly months: string | null;
  readonly byMonths: Pounds | null;
  /** Days in the period, and in the tax year: `"182"` of `"365"`. Null for a whole year. */
  readonly days: string | null;
  readonly ofDays: string | null;
  /** Null for a whole year. */
  readonly byDays: Pounds | null;
  readonly used: 'whole-year' | 'months' | 'days' | 'not-scaled';
  readonly annualised: Pounds;
  readonly justAndReasonable: Pounds | null;
  readonly rows: RowsLink | null;
}

export interface LeftOut {
  readonly what: string;
  readonly amount: Pounds;
  readonly why: string;
  readonly cite: Cite;
}

export interface Income {
  readonly taxYear: TaxYear;
  readonly basis: IncomeBasis;
  readonly qualifyingIncome: Pounds;
  readonly workings: readonly Working[];
  readonly leftOut: readonly LeftOut[];
  /** Sources carried on in the year of which nothing is known: they are not in it. */
  readonly without: readonly string[];
}

export type Answer = 'must-use' | 'need-not-use' | 'borderline' | 'needs-information';
export type Certainty = 'decided' | 'recorded' | 'forecast';

export interface Missing {
  readonly code: string;
  readonly taxYear: TaxYear | null;
  readonly source: string | null;
  readonly text: string;
}

export interface YearAnswer {
  readonly taxYear: TaxYear;
  readonly answer: Answer;
  readonly from: PlainDate | null;
  readonly certainty: Certainty | null;
  readonly tested: {
    readonly taxYear: TaxYear;
    readonly returnDue: PlainDate;
    readonly qualifyingIncome: Pounds | null;
    readonly threshold: Pounds;
  } | null;
  readonly because: readonly Reason[];
  readonly exemptions: readonly { kind: CircumstanceKind | 'not-resident'; text: string; cite: Cite }[];
  readonly missing: readonly Missing[];
}

export interface Next {
  readonly question: 'entry' | 'exit';
  readonly decides: TaxYear;
  readonly tested: TaxYear;
  readonly threshold: Pounds;
  readonly soFar: Pounds;
  readonly upTo: PlainDate;
  readonly projected: {
    readonly low: Pounds;
    readonly central: Pounds;
    readonly high: Pounds;
    readonly method: 'run-rate' | 'seasonal' | 'known-receipts';
  } | null;
  /** 0 to 1, two decimals; null where the shape of the year is not known. */
  readonly probabilityOver: number | null;
  readonly headroom: Pounds;
  readonly crossedOn: PlainDate | null;
  readonly likelyCrossing: PlainDate | null;
  /** The running total, a point for each day money came in. */
  readonly runningTotal: readonly { on: PlainDate; total: Pounds }[];
  readonly rows: readonly RowsLink[];
  /** Sources carried on this year of which nothing is known: they are not in it. */
  readonly without: readonly string[];
  /** A part year counts scaled to a full one: `soFar` and the running total are what came in. */
  readonly scaled: boolean;
  readonly text: string;
}

export interface Exit {
  readonly counting: readonly {
    taxYear: TaxYear;
    qualifyingIncome: Pounds | null;
    threshold: Pounds;
    counts: boolean | null;
  }[];
  readonly earliestFrom: PlainDate | null;
  readonly because: readonly Reason[];
}

export interface Obligation {
  readonly kind: ObligationKind;
  readonly source: string | null;
  readonly taxYear: TaxYear;
  readonly quarter: Quarter | null;
  readonly from: PlainDate;
  readonly to: PlainDate;
  readonly sendFrom: PlainDate | null;
  readonly dueOn: PlainDate;
  readonly penaltyBearing: boolean;
  readonly sentOn: PlainDate | null;
  /** Sent or paid, or its year's return is sent: every update goes in before that (rules.md 3.3). */
  readonly done: boolean;
  readonly because: readonly Reason[];
}

export interface Reminder {
  readonly on: PlainDate;
  readonly about: {
    readonly kind: ObligationKind;
    readonly taxYear: TaxYear;
    readonly quarter: Quarter | null;
    readonly dueOn: PlainDate;
    readonly sources: readonly string[];
  };
  readonly text: string;
}

export interface Penalties {
  /** Those held on the day asked about. At the threshold none expires by itself: `expiresOn` is null. */
  readonly points: readonly { dueOn: PlainDate; expiresOn: PlainDate | null }[];
  readonly threshold: 2 | 4;
  readonly charges: readonly { for: PlainDate; amount: Pounds }[];
  readonly latePayment: readonly { taxYear: TaxYear; amount: Pounds; lines: readonly string[] }[];
}

export interface Choice {
  readonly choose: TaxYear;
  readonly becomes: Readonly<Record<TaxYear, ReportingStatus>>;
}

export interface Offer {
  readonly offered: readonly TaxYear[];
  readonly choices: readonly Choice[];
}

export interface Step {
  readonly code: string;
  readonly text: string;
  /** A key of `shared/wording/links.ts`. */
  readonly link: string | null;
}

export interface OutlookProblem {
  readonly code: string;
  readonly values: Reason['values'];
  readonly text: string;
}

export interface Outlook {
  readonly asAt: PlainDate;
  readonly rules: RuleSetId;
  readonly rulesCheckedOn: PlainDate;
  /** The whole answer in one sentence, for the top of the screen. */
  readonly text: string;
  readonly incomes: readonly Income[];
  readonly years: readonly YearAnswer[];
  readonly next: Next | null;
  readonly exit: Exit;
  readonly obligations: readonly Obligation[];
  readonly reminders: readonly Reminder[];
  readonly penalties: Penalties;
  readonly guidance: { readonly signUp: Offer; readonly optOut: Offer; readonly steps: readonly Step[] };
  readonly problems: readonly OutlookProblem[];
}
