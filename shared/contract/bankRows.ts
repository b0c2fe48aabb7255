/**
 * What may a window ask about bank rows that are no records: waiting to be sorted, or set aside?
 *
 * The inputs and answers of `rows.list`, `rows.setAside`, `rows.putBack` and `rows.sort`.
 */
import { z } from 'zod';
import type { PlainDate } from '../values/dates.ts';
import type { Pounds } from '../values/money.ts';
import { sourceId } from './facts.ts';

const paged = {
  after: z.string().max(60).nullable().default(null),
  limit: z.int().min(1).max(500).default(100),
};
const rows = z.array(z.int().positive()).min(1).max(10_000);

export const waitingPage = z.strictObject({ text: z.string().max(10_000).default(''), ...paged });
export const setAsidePage = z.strictObject(paged);
export const someRows = z.strictObject({ rows });
export const rowSorting = z.strictObject({
  rows,
  as: z.union([
    z.strictObject({ source: sourceId, letting: sourceId.nullable().default(null), category: z.string().max(60) }),
    z.enum(['not-business', 'between-my-accounts']),
  ]),
});

export interface BankRowShown {
  readonly id: number;
  readonly account: string;
  readonly date: PlainDate;
  readonly text: string;
  readonly amount: Pounds;
}
/** A bank row said to be not business, or between own accounts. */
export interface SetAsideRowShown extends BankRowShown {
  readonly as: 'not-business' | 'between-my-accounts';
}
export interface SetAsidePage {
  readonly rows: readonly SetAsideRowShown[];
  readonly next: string | null;
}
export interface BankRowPage {
  readonly rows: readonly BankRowShown[];
  readonly next: string | null;
  readonly count: number;
  readonly moneyIn: Pounds;
  readonly moneyOut: Pounds;
}
