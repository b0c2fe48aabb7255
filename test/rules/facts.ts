/**
 * How do the tests say who a person is?
 *
 * Facts in the public JSON's own form, short enough to stand in a table, read by the same schema as everybody's.
 */
import { readFacts } from '../../shared/contract/facts.ts';
import { ruleSet } from '../../shared/policy/ruleSets.ts';
import type { Income, Outlook, YearAnswer } from '../../shared/rules/answers.ts';
import { outlook } from '../../shared/rules/outlook.ts';

/** The outlook on facts in JSON form; throws with the problem when they cannot be read, or with a sentence that has a hole in it. */
export function ask(json: object): Outlook {
  const facts = readFacts(json);
  if (!facts.ok) throw new Error(`${facts.problem.code} at ${facts.problem.path}`);
  const said = outlook(facts.value, ruleSet(facts.value.rules), facts.value.asAt);
  const holed = everySentence(said).find((text) => /undefined|unde\b|NaN|null|\d{5} to|  | [.,]|^$/.test(text));
  if (holed !== undefined) throw new Error(`a value is missing in: ${holed}`);
  return said;
}

/** Every sentence of an outlook, wherever it stands. */
export function everySentence(value: unknown, key = ''): string[] {
  if (typeof value === 'string') return ['text', 'what', 'why', 'title'].includes(key) ? [value] : [];
  if (Array.isArray(value)) return value.flatMap((v) => everySentence(v, key));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([k, v]) => everySentence(v, k));
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
export const villa = { id: 'villa', kind: 'foreign-property' } as const;

/** A return as sent on its due date, and a line of it. */
export const sent = (taxYear: string, lines: readonly object[], more: object = {}): object => ({
  taxYear,
  submittedOn: `${Number(taxYear.slice(0, 4)) + 2}-01-31`,
  lines,
  ...more,
});
export const box = (source: string, form: string, number: string, amount: string, more: object = {}): object => ({
  source,
  form,
  box: number,
  amount,
  ...more,
});
export function incomeOf(said: Outlook, taxYear: string): Income | undefined {
  return said.incomes.find((i) => i.taxYear === taxYear);
}
