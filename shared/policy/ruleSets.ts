/** Which rule sets are there, and which one is asked for? */
import type { Citation, RuleSet, RuleSetId } from './policy.ts';
import { published2021 } from './published2021.ts';
import { regulations2026 } from './regulations2026.ts';

const sets: Readonly<Record<RuleSetId, RuleSet>> = {
  '2026-regulations': regulations2026,
  '2021-published': published2021,
};

export function ruleSet(id: RuleSetId): RuleSet {
  return sets[id];
}

/** The addresses of everything either set cites: with `shared/wording/links.ts`, all the pages a person can be sent to. */
export function citedAddresses(): readonly string[] {
  return [...new Set(citations(sets).map((cite) => cite.url))];
}

function citations(within: unknown): Citation[] {
  if (typeof within !== 'object' || within === null) return [];
  if ('url' in within) return [within as Citation];
  return Object.values(within).flatMap(citations);
}
