/**
 * What has lateness cost, and what may it still cost?
 *
 * The threshold of points is known: 4 for whoever must send quarterly updates, 2 for the rest. Points, charges and late
 * payment are not worked out from filings and payments; where those were told, the outlook says so rather than show nothing.
 */
import { taxYearOf } from '../values/dates.ts';
import type { Penalties } from './answers.ts';
import type { Decision } from './decisions.ts';
import type { Facts } from './facts.ts';
import { reporting } from './obligations.ts';

export function penalties(facts: Facts, decided: readonly Decision[]): Penalties {
  const must = reporting(facts, decided, taxYearOf(facts.asAt)).how === 'must';
  return { points: [], threshold: must ? 4 : 2, charges: [], latePayment: [] };
}

/** Were filings or payments told that could have cost something? Then the outlook has to say that it has not worked it out. */
export function isWorkedOut(facts: Facts): boolean {
  return facts.filings.length === 0 && facts.payments.length === 0;
}
