/**
 * What may a window ask about payments that arrive after something was taken off, and about moves between own accounts?
 *
 * The inputs and answers of `payouts.*` and `rows.pairs`. What was taken off is worked out here; it goes into the books by
 * `records.split` with the parts as they are answered.
 */
import { z } from 'zod';
import type { PlainDate } from '../values/dates.ts';
import type { Pounds } from '../values/money.ts';
import { sourceId, taxYear } from './facts.ts';

const typed = z.string().max(200);

/** Of one tax year, or of all. */
export const payoutsAsked = z.strictObject({ taxYear: taxYear.nullable().default(null) });
export const grossAsk = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('sale'), source: sourceId, net: typed, fee: typed }),
  z.strictObject({ kind: z.literal('rent'), source: sourceId, net: typed, fee: typed, repairs: typed.default('') }),
  z.strictObject({
    kind: z.literal('labour'),
    source: sourceId,
    net: typed,
    percent: z.union([z.literal(20), z.literal(30)]),
    materials: typed.default(''),
  }),
]);
export const aboutThat = z.strictObject({ about: z.string().min(1).max(10_000) });

export interface GrossShown {
  readonly net: Pounds;
  readonly gross: Pounds;
  /** The income first, then what was taken off it. */
  readonly parts: readonly { readonly category: string; readonly categoryName: string; readonly amount: Pounds }[];
  /** `£1,000.00 − £200.00 = £800.00` */
  readonly working: string;
}

export interface PayoutShown {
  readonly record: number;
  readonly date: PlainDate;
  readonly text: string;
  readonly description: string;
  readonly source: string;
  readonly letting: string | null;
  readonly category: string;
  readonly amount: Pounds;
  /** Given to `payouts.whole` for this one alone. */
  readonly about: string;
}
export interface PayeeShown {
  readonly name: string;
  readonly kind: 'sale' | 'rent' | 'labour';
  /** Given to `payouts.whole` for everything from them. */
  readonly about: string;
  readonly count: number;
  readonly amount: Pounds;
  /** The newest of them. */
  readonly payouts: readonly PayoutShown[];
}
export interface PayoutsShown {
  readonly payees: readonly PayeeShown[];
  /** Where it stands that income counts before anything is taken off. */
  readonly cite: { readonly title: string; readonly url: string };
  readonly count: number;
  readonly amount: Pounds;
}

/** One side of a pair. */
export interface PairedRow {
  readonly id: number;
  readonly account: string;
  readonly date: PlainDate;
  readonly text: string;
}
export interface PairShown {
  readonly about: string;
  readonly amount: Pounds;
  readonly from: PairedRow;
  readonly to: PairedRow;
}
