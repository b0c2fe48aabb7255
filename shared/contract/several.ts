/**
 * What may a window ask of many records at once?
 *
 * Which ones fit some filters, and one change or removal of them all: one action, which one undo takes back.
 */
import { z } from 'zod';
import type { Pounds } from '../values/money.ts';
import { mostAtOnce } from './atOnce.ts';
import { sourceId } from './facts.ts';
import { recordFilters } from './finding.ts';

const records = z.array(z.int().positive()).min(1).max(mostAtOnce);

export const picking = z.strictObject(recordFilters);
/** What is null stays as it is. A record that goes to another source leaves its property, unless one is named. */
export const changingSeveral = z.strictObject({
  records,
  source: sourceId.nullable().default(null),
  letting: sourceId.nullable().default(null),
  category: z.string().max(60).nullable().default(null),
});
export const removingSeveral = z.strictObject({
  records,
  as: z.enum(['unsorted', 'not-business', 'between-my-accounts']).default('unsorted'),
});

/** A record as far as it matters to what is done with many. */
export interface Picked {
  readonly id: number;
  readonly source: string;
  readonly direction: 'income' | 'expense' | 'tax';
  readonly amount: Pounds;
  readonly from: 'bank' | 'typed';
}
export interface PickedRecords {
  /** Newest first. */
  readonly records: readonly Picked[];
  /** More fit than one action takes. */
  readonly more: boolean;
}
