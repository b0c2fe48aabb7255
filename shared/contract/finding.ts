/** How is a record found among others? By these filters, all of which must fit. */
import { z } from 'zod';
import { sourceId, taxYear } from './facts.ts';

const typed = z.string().max(200);

export const recordFilters = {
  taxYear: taxYear.nullable().default(null),
  source: sourceId.nullable().default(null),
  category: z.string().max(60).nullable().default(null),
  text: z.string().max(10_000).default(''),
  /** Of the tax year: the first from 6 April to 5 July. */
  quarter: z.int().min(1).max(4).nullable().default(null),
  letting: sourceId.nullable().default(null),
  /** Amounts as typed, both included; '' is no limit. */
  least: typed.default(''),
  most: typed.default(''),
  from: z.enum(['bank', 'typed']).nullable().default(null),
  /** With a file kept with it, or without one. */
  attached: z.boolean().nullable().default(null),
};
