/**
 * What may a window ask and say about what HMRC already knows?
 *
 * Plain codes only: how a person reports crosses as what they would say of it ("HMRC wrote that I must"), never as HMRC's
 * word for it. Dates and amounts a person types cross as typed and are read in main.
 */
import { z } from 'zod';
import type { Form } from '../policy/categories.ts';
import type { CircumstanceKind, Quarter } from '../rules/facts.ts';
import type { PlainDate, TaxYear } from '../values/dates.ts';
import type { Pounds } from '../values/money.ts';
import { circumstanceKind, day, quarter, sourceId, taxYear } from './facts.ts';
import type { FilingShown, PaymentShown } from './sources.ts';

export const reportings = ['must', 'early', 'yearly', 'agreed-not', 'no-longer', 'not-sure'] as const;
export type Reporting = (typeof reportings)[number];

export const returnStates = ['sent', 'none-yet', 'no-notice'] as const;
export type ReturnState = (typeof returnStates)[number];

export interface ReturnAmount {
  readonly source: string;
  readonly form: Form;
  readonly box: string;
  readonly amount: Pounds;
}
export interface ReturnShown {
  readonly taxYear: TaxYear;
  /** Null: nothing has been told of it. */
  readonly state: ReturnState | null;
  readonly submittedOn: PlainDate | null;
  /** When HMRC asked for it, if that was told. */
  readonly noticeOn: PlainDate | null;
  readonly amounts: readonly ReturnAmount[];
  readonly amendments: readonly { readonly madeOn: PlainDate; readonly amounts: readonly ReturnAmount[] }[];
}
export interface UpdateShown {
  readonly taxYear: TaxYear;
  readonly quarter: Quarter;
  readonly sentOn: PlainDate;
  readonly lines: readonly { readonly source: string; readonly gross: Pounds }[];
}

/** All that was told, by topic. */
export interface ToldShown {
  /** The years a return has been due for, or could be, newest first. */
  readonly returns: readonly ReturnShown[];
  /** This tax year and the next. */
  readonly reporting: readonly { readonly taxYear: TaxYear; readonly said: Reporting }[];
  readonly circumstances: readonly {
    readonly kind: CircumstanceKind;
    readonly from: PlainDate;
    readonly to: PlainDate | null;
    readonly source: string | null;
  }[];
  readonly residence: readonly { readonly taxYear: TaxYear; readonly ukResident: boolean }[];
  readonly updates: readonly UpdateShown[];
  readonly filings: readonly FilingShown[];
  readonly payments: readonly PaymentShown[];
}

const typed = z.string().max(200);
const amounts = z
  .array(
    z.strictObject({
      source: sourceId,
      form: z.enum(['SA103F', 'SA103S', 'SA105', 'SA106']),
      box: z.enum(['9', '10', '14', '15', '16', '20']),
      amount: typed,
    }),
  )
  .max(1000);

/** One answer of About you. */
export const toldEntry = z.discriminatedUnion('about', [
  z.strictObject({
    about: z.literal('return'),
    taxYear,
    state: z.enum(returnStates),
    submitted: typed.default(''),
    /** When HMRC asked for it; '' is as usual, in April. */
    notice: typed.default(''),
    amounts: amounts.default([]),
    amendments: z
      .array(z.strictObject({ made: typed, amounts }))
      .max(50)
      .default([]),
  }),
  z.strictObject({ about: z.literal('reporting'), taxYear, said: z.enum(reportings) }),
  z.strictObject({
    about: z.literal('circumstance'),
    kind: circumstanceKind,
    from: typed,
    to: typed.default(''),
    source: sourceId.nullable().default(null),
  }),
  z.strictObject({ about: z.literal('residence'), taxYear, ukResident: z.boolean() }),
  z.strictObject({
    about: z.literal('update'),
    taxYear,
    quarter,
    sent: typed,
    amounts: z.array(z.strictObject({ source: sourceId, amount: typed })).max(1000),
  }),
  /** Something was sent, or, once its day is past, was not: '' as the day. Of each source it was due for; null for the person. */
  z.strictObject({
    about: z.literal('filing'),
    kind: z.enum(['quarterly-update', 'end-of-period-statement', 'final-declaration', 'tax-return']),
    taxYear,
    quarter: quarter.nullable(),
    sources: z.array(sourceId.nullable()).min(1).max(1000),
    due: day,
    sent: typed,
  }),
  /** What was to be paid by a day, and when it was; '' while it is not paid. */
  z.strictObject({ about: z.literal('payment'), taxYear, due: day, amount: typed, paid: typed }),
]);
export type ToldEntry = z.output<typeof toldEntry>;
