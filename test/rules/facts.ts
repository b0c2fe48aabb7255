/**
 * How do the tests say who a person is?
 *
 * Facts in the public JSON's own form, short enough to stand in a table, read by the same schema as everybody's.
 */
import { readFacts } from '../../shared/contract/facts.ts';
import { ruleSet } from '../../shared/policy/ruleSets.ts';
import type { Outlook, YearAnswer } from '../../shared/rules/answers.ts';
import { outlook } from '../../shared/rules/outlook.ts';

/** The outlook on facts in JSON form; throws with the problem when they cannot be read. */
export function ask(json: object): Outlook {
  const facts = readFacts(json);
  if (!facts.ok) throw new Error(`${facts.problem.code} at ${facts.problem.path}`);
  return outlook(facts.value, ruleSet(facts.value.rules), facts.value.asAt);
}

export function yearOf(said: Outlook, taxYear: string): YearAnswer {
  const found = said.years.find((y) => y.taxYear === taxYear);
  if (found === undefined) throw new Error(`no answer for ${taxYear}`);
  return found;
}

/** A trade's return as sent, with its turnover in box 15. */
export function tradeReturn(taxYear: string, amount: string, more: object = {}): object {
  const due = `${Number(taxYear.slice(0, 4)) + 2}-01-31`;
  return {
    taxYear,
    submittedOn: due,
    lines: [{ source: 'trade', form: 'SA103F', box: '15', amount }],
    ...more,
  };
}

export const trade = { id: 'trade', kind: 'self-employment' } as const;
export const flat = { id: 'flat', kind: 'uk-property' } as const;
