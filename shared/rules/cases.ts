/**
 * What is asked of one year, and what does an answer to it look like?
 *
 * A year is asked about on one history of the years before it: whether it was in then, and on which side open incomes are.
 */
import type { Citation, RuleSet } from '../policy/policy.ts';
import { laterYear, type TaxYear } from '../values/dates.ts';
import type { Pence } from '../values/money.ts';
import type { Answer, Certainty } from './answers.ts';
import type { Evidence } from './evidence.ts';
import type { Facts } from './facts.ts';
import type { Decision, History } from './histories.ts';
import type { RawReason } from './reasons.ts';

/** The income looked at for a year, what is known of it, and the amount it is compared with. */
export interface Test {
  readonly amount: { readonly value: Pence; readonly cite: Citation };
  readonly evidence: Evidence;
  readonly shown: NonNullable<Decision['tested']>;
}

/** A year asked about, whatever went before. */
export interface Asked {
  readonly facts: Facts;
  readonly rules: RuleSet;
  readonly year: TaxYear;
  /** Null outside the rule set's tables. The same for every history, and so worked out once. */
  readonly test: () => Test | null;
}
/** The year on one history of those before it. */
export interface Case extends Asked {
  readonly history: History;
}

/** In the year before. */
export const wasIn = ({ history, year }: Case): boolean => history.within.includes(laterYear(year, -1));

/** An answer with its reasons; whatever else there is to it stands in `rest`. */
export function settle(
  taxYear: TaxYear,
  answer: Answer,
  certainty: Certainty | null,
  because: readonly RawReason[],
  rest: Partial<Decision> = {},
): Decision {
  return {
    taxYear,
    answer,
    certainty,
    tested: null,
    because,
    exemptions: [],
    missing: [],
    waitsFor: [],
    by: null,
    open: [],
    taken: false,
    ...rest,
  };
}
