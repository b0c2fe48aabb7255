/**
 * What is asked of one year, and what does an answer to it look like?
 *
 * A year is asked about on one history of the years before it: whether it was in then, and on which side open incomes are.
 */
import type { RuleSet } from '../policy/policy.ts';
import { laterYear, type TaxYear } from '../values/dates.ts';
import type { Answer, Certainty } from './answers.ts';
import type { Facts } from './facts.ts';
import type { Decision, History } from './histories.ts';
import type { RawReason } from './reasons.ts';

export interface Case {
  readonly facts: Facts;
  readonly rules: RuleSet;
  readonly year: TaxYear;
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
