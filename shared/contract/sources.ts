/**
 * What may a window say later of a source, a letting, or something it told by mistake?
 *
 * What is left out stays as it was. Days cross as typed and are read in main.
 */
import { z } from 'zod';
import type { PlainDate, TaxYear } from '../values/dates.ts';
import type { Pounds } from '../values/money.ts';
import type { Filing } from '../rules/facts.ts';
import { circumstanceKind, day, quarter, sourceId, taxYear } from './facts.ts';

const typed = z.string().max(200);
const words = z.string().max(10_000);
export const updatePeriods = z.enum(['standard', 'calendar']);
export const basis = z.enum(['cash', 'traditional']);

export const sourceChange = z.strictObject({
  id: sourceId,
  name: words.optional(),
  /** '' is before every year asked about. */
  started: typed.optional(),
  /** The day it stopped for good; '' takes that back. */
  ceased: typed.optional(),
  basis: basis.optional(),
  vatRegistered: z.boolean().optional(),
  /** From that tax year on, until others are chosen. */
  updatePeriods: z.strictObject({ from: taxYear, periods: updatePeriods }).optional(),
});

export const lettingChange = z.strictObject({
  source: sourceId,
  id: sourceId,
  name: words.optional(),
  country: z.string().max(2).nullable().optional(),
  /** A room of the person's own home, under the Rent a Room Scheme. */
  rentARoom: z.boolean().optional(),
});

export interface SourceDetailsShown {
  readonly basis: z.infer<typeof basis>;
  readonly vatRegistered: boolean;
  /** Periods chosen, oldest first, each from that tax year on; until the first they are standard. */
  readonly updatePeriods: readonly { readonly from: TaxYear; readonly periods: z.infer<typeof updatePeriods> }[];
}

const circumstance = {
  kind: circumstanceKind,
  from: day,
  to: day.nullable(),
  source: sourceId.nullable(),
};

/** Something told by mistake, named by what tells it from the rest. */
export const toldRemoval = z.discriminatedUnion('about', [
  z.strictObject({ about: z.literal('return'), taxYear }),
  z.strictObject({ about: z.literal('circumstance'), ...circumstance }),
  z.strictObject({ about: z.literal('update'), taxYear, quarter, sentOn: day }),
  z.strictObject({
    about: z.literal('filing'),
    kind: z.enum([
      'quarterly-update',
      'end-of-period-statement',
      'final-declaration',
      'tax-return',
      'payment-on-account',
      'balancing-payment',
    ]),
    taxYear,
    quarter: quarter.nullable(),
    source: sourceId.nullable(),
    sentOn: day.nullable(),
  }),
  /** Of several parts paid of one sum, those of that day. */
  z.strictObject({ about: z.literal('payment'), taxYear, due: day, paidOn: day.nullable() }),
]);
export type ToldRemoval = z.output<typeof toldRemoval>;

/** A circumstance that was so up to a day. */
export const circumstanceEnd = z.strictObject({ ...circumstance, ended: typed });

export type FilingShown = Filing;
export interface PaymentShown {
  readonly taxYear: TaxYear;
  readonly due: PlainDate;
  readonly amount: Pounds;
  readonly paidOn: PlainDate | null;
}
