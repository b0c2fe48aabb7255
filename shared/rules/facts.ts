/**
 * What is known about a person, on the day the question is asked?
 *
 * The input of the rules, whoever supplies it: the ledger, a file, a script. Money is pence here; the public JSON has
 * pounds as text (`shared/contract/facts.ts` turns one into the other). What is left out is not known, never nil.
 */
import type { SourceKind } from '../policy/categories.ts';
import type { Form } from '../policy/categories.ts';
import type { RuleSetId } from '../policy/policy.ts';
import { firstDay, type Period, type PlainDate, type TaxYear } from '../values/dates.ts';
import { sum, type Pence } from '../values/money.ts';

export interface Source {
  readonly id: string;
  /** What sentences call it; null: its id. */
  readonly name: string | null;
  readonly kind: SourceKind;
  /** Null: carried on before every year asked about. */
  readonly startedOn: PlainDate | null;
  readonly ceasedOn: PlainDate | null;
  readonly updatePeriods: Readonly<Record<string, 'standard' | 'calendar'>>;
}

export interface ReturnLine {
  readonly source: string;
  readonly form: Form;
  readonly box: string;
  readonly amount: Pence;
  /** The period the amount is for; null: the source's life within the tax year. */
  readonly period: Period | null;
  readonly justAndReasonable: { readonly amount: Pence; readonly reason: string } | null;
  readonly grossUpCeased: boolean;
}

export interface Amendment {
  readonly madeOn: PlainDate;
  /** They replace all lines before them. */
  readonly lines: readonly ReturnLine[];
}

export interface TaxReturn {
  readonly taxYear: TaxYear;
  /** Undefined: given in the usual April. Null: no notice to file was given. */
  readonly noticeGivenOn: PlainDate | null | undefined;
  /** Null: not submitted yet. */
  readonly submittedOn: PlainDate | null;
  readonly lines: readonly ReturnLine[];
  readonly notOnReturn: readonly { source: string; what: 'rent-a-room' | 'allowance'; amount: Pence }[];
  readonly amendments: readonly Amendment[];
}

/** Running totals of one source in one tax year, the person's own share, before expenses. */
export interface RecordsTotal {
  readonly taxYear: TaxYear;
  readonly source: string;
  /** The records are complete up to and including this day. */
  readonly upTo: PlainDate;
  readonly gross: Pence;
  readonly days: readonly (readonly [day: PlainDate, category: string, amount: Pence])[];
}

export interface ExpectedReceipt {
  readonly source: string;
  readonly on: PlainDate;
  readonly amount: Pence;
}

export interface Unsorted {
  readonly taxYear: TaxYear;
  readonly credits: Pence;
  readonly rows: number;
}

export type Quarter = 1 | 2 | 3 | 4;

export interface UpdateSent {
  readonly taxYear: TaxYear;
  readonly quarter: Quarter;
  readonly sentOn: PlainDate;
  readonly lines: readonly { source: string; gross: Pence }[];
}

/** HMRC's words for how a person reports in a tax year. For machines: never shown to a person. */
export type ReportingStatus =
  | 'No Status'
  | 'MTD Mandated'
  | 'MTD Voluntary'
  | 'Annual'
  | 'Digitally Exempt'
  | 'Dormant'
  | 'MTD Exempt';

export type CircumstanceKind =
  | 'digitally-excluded'
  | 'religious-objection'
  | 'identity-not-verifiable'
  | 'power-of-attorney'
  | 'no-national-insurance-number'
  | 'minister-of-religion'
  | 'lloyds-underwriter'
  | 'married-couples-allowance'
  | 'blind-persons-allowance'
  | 'visiting-performer'
  | 'qualifying-care'
  | 'trust-income'
  | 'averaging'
  | 'residence-and-remittance'
  | 'vat-exempt'
  | 'new-non-resident-notice';

export interface Circumstance {
  readonly kind: CircumstanceKind;
  readonly from: PlainDate;
  /** Null: still so. */
  readonly to: PlainDate | null;
  readonly source: string | null;
}

export type ObligationKind =
  | 'quarterly-update'
  | 'end-of-period-statement'
  | 'final-declaration'
  | 'tax-return'
  | 'payment-on-account'
  | 'balancing-payment';

export interface Filing {
  readonly kind: ObligationKind;
  readonly taxYear: TaxYear;
  readonly quarter: Quarter | null;
  readonly source: string | null;
  readonly sentOn: PlainDate | null;
}

export interface Payment {
  readonly taxYear: TaxYear;
  readonly due: PlainDate;
  readonly amount: Pence;
  readonly paidOn: PlainDate | null;
}

export interface Facts {
  readonly asAt: PlainDate;
  readonly rules: RuleSetId;
  readonly sources: readonly Source[];
  readonly returns: readonly TaxReturn[];
  readonly records: readonly RecordsTotal[];
  readonly expected: readonly ExpectedReceipt[];
  readonly unsorted: readonly Unsorted[];
  readonly updates: readonly UpdateSent[];
  readonly statuses: readonly { taxYear: TaxYear; status: ReportingStatus }[];
  readonly taxReturnsSent: readonly TaxYear[];
  readonly circumstances: readonly Circumstance[];
  readonly residence: readonly { taxYear: TaxYear; ukResident: boolean }[];
  readonly filings: readonly Filing[];
  readonly payments: readonly Payment[];
}

/**
 * What of the facts was known on the day asked about: what was given, sent, made or paid on a later day is left out, and a
 * running total that goes on past the day is cut back to it where its days are given, left out where they are not. When a source
 * ends and when a circumstance holds is known beforehand, as receipts to come are: an answer that rests on it is a forecast.
 */
export function knownBy(facts: Facts): Facts {
  const isLater = (day: PlainDate | null | undefined): boolean => day != null && day > facts.asAt;
  const unlessLater = (day: PlainDate | null): PlainDate | null => (isLater(day) ? null : day);
  return {
    ...facts,
    returns: facts.returns.map((r) => ({
      ...r,
      noticeGivenOn: isLater(r.noticeGivenOn) ? undefined : r.noticeGivenOn,
      submittedOn: unlessLater(r.submittedOn),
      amendments: r.amendments.filter((a) => !isLater(a.madeOn)),
    })),
    records: facts.records.flatMap((r) => (isLater(r.upTo) ? cutBack(r, facts.asAt) : r)),
    updates: facts.updates.filter((u) => !isLater(u.sentOn)),
    filings: facts.filings.filter((f) => !isLater(f.sentOn)),
    payments: facts.payments.map((p) => ({ ...p, paidOn: unlessLater(p.paidOn) })),
  };
}

function cutBack(records: RecordsTotal, asAt: PlainDate): RecordsTotal[] {
  const days = records.days.filter(([day]) => day <= asAt);
  if (records.days.length === 0 || firstDay(records.taxYear) > asAt) return [];
  return [{ ...records, upTo: asAt, days, gross: sum(days.map(([, , amount]) => amount)) }];
}

/** What a source is called: its name, or else its id. */
export const nameOf = ({ sources }: Facts, id: string): string => sources.find((s) => s.id === id)?.name ?? id;

/** The same facts in one order, whoever wrote them down: the order of facts never changes a byte of the answer. */
export function inOrder(facts: Facts): Facts {
  return {
    ...facts,
    sources: sortedBy(facts.sources, (s) => s.id),
    returns: sortedBy(facts.returns, (r) => r.taxYear).map((r) => ({
      ...r,
      lines: inLineOrder(r.lines),
      notOnReturn: sortedBy(r.notOnReturn, (n) => `${n.source} ${n.what} ${n.amount}`),
      amendments: sortedBy(r.amendments, (a) => a.madeOn).map((a) => ({ ...a, lines: inLineOrder(a.lines) })),
    })),
    records: sortedBy(facts.records, (r) => `${r.taxYear} ${r.source}`),
    updates: sortedBy(facts.updates, (u) => `${u.taxYear} ${u.quarter} ${u.sentOn}`, namesIn),
    filings: sortedBy(facts.filings, (f) => `${f.taxYear} ${f.kind} ${f.quarter} ${f.source} ${f.sentOn}`),
    payments: sortedBy(facts.payments, (p) => `${p.taxYear} ${p.due} ${p.paidOn} ${p.amount}`),
  };
}

const namesIn = ({ lines }: UpdateSent): string => lines.map((l) => l.source).join(' ');

const inLineOrder = (lines: readonly ReturnLine[]): readonly ReturnLine[] =>
  sortedBy(
    lines,
    (l) => `${l.source} ${l.period?.from ?? ''} ${l.form} ${l.box} ${l.amount} ${l.justAndReasonable?.amount ?? ''}`,
  );

/** By a key, as text, and where that is shared by a second one; what shares both stays in its order. */
export function sortedBy<T>(
  items: readonly T[],
  key: (item: T) => string,
  second: (item: T) => string = () => '',
): readonly T[] {
  if (items.length < 2) return items;
  return items.toSorted((a, b) => byText(key(a), key(b)) || byText(second(a), second(b)));
}

const byText = (a: string, b: string): number => (a === b ? 0 : a < b ? -1 : 1);
