/** Which rule sets are there, and which one is asked for? */
import type { RuleSet, RuleSetId } from './policy.ts';
import { published2021 } from './published2021.ts';
import { regulations2026 } from './regulations2026.ts';

const sets: Readonly<Record<RuleSetId, RuleSet>> = {
  '2026-regulations': regulations2026,
  '2021-published': published2021,
};

export function ruleSet(id: RuleSetId): RuleSet {
  return sets[id];
}
