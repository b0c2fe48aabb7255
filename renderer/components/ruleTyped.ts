/**
 * How is a sorting rule typed, and what does main get of it?
 */
import type { Input } from '../../shared/contract/contract.ts';
import type { GivenRule } from '../../shared/contract/rules.ts';
import { ruleProblems } from '../../shared/wording/rules.ts';
import type { FieldProblem } from './Problems.tsx';
import { choiceOf, meantBy, type CategoryMeant } from './rowChoices.ts';

export interface PartTyped {
  readonly key: number;
  readonly choice: string;
  readonly takes: string;
}
export interface RuleTyped {
  readonly text: string;
  readonly wholeWord: boolean;
  readonly account: string;
  readonly money: string;
  readonly least: string;
  readonly most: string;
  /** What the rows are; `split` for several parts. */
  readonly choice: string;
  readonly parts: readonly PartTyped[];
}
export type RuleGiven = Extract<NonNullable<Input<'rules.preview'>['change']>, { kind: 'add' }>['rule'];

const twoParts: readonly PartTyped[] = [
  { key: 0, choice: '', takes: '' },
  { key: 1, choice: '', takes: 'rest' },
];
export const nothingTyped: RuleTyped = {
  text: '',
  wholeWord: false,
  account: '',
  money: '',
  least: '',
  most: '',
  choice: '',
  parts: twoParts,
};

/** A rule as it would be typed. */
export function typedOf(rule: GivenRule): RuleTyped {
  const { makes, text, wholeWord, least, most } = rule;
  const typed = { text, wholeWord, least, most, account: rule.account ?? '', money: rule.money ?? '' };
  if (typeof makes === 'string') return { ...typed, choice: makes, parts: twoParts };
  const [first] = makes;
  if (first !== undefined && makes.length === 1) return { ...typed, choice: choiceOf(first), parts: twoParts };
  const parts = makes.map((part, key) => ({ key, choice: choiceOf(part), takes: part.takes }));
  return { ...typed, choice: 'split', parts };
}

/** What main is given, or what is still to be said. */
export function givenBy(typed: RuleTyped): RuleGiven | readonly FieldProblem[] {
  const { text, wholeWord, account, money, least, most } = typed;
  const problems: FieldProblem[] = [];
  if ([text, account, least, most].every((said) => said.trim() === ''))
    problems.push({ id: 'rule-text', message: ruleProblems.nothing });
  const makes = typed.choice === 'split' ? partsOf(typed.parts) : meantBy(typed.choice);
  if (makes === undefined) problems.push({ id: 'rule-makes', message: ruleProblems.makes });
  if (Array.isArray(makes)) {
    for (const [n, part] of makes.entries())
      if (part === undefined) problems.push({ id: `rule-makes-${n}-category`, message: ruleProblems.makes });
  }
  if (makes === undefined || problems.length > 0) return problems;
  return {
    text,
    wholeWord,
    account: account === '' ? null : account,
    money: money === 'in' || money === 'out' ? money : null,
    least,
    most,
    makes: typeof makes === 'string' ? makes : Array.isArray(makes) ? known(makes) : [makes],
  };
}

type Part = CategoryMeant & { readonly takes: string };

const partsOf = (parts: readonly PartTyped[]): (Part | undefined)[] =>
  parts.map(({ choice, takes }) => {
    const meant = meantBy(choice);
    return meant === undefined || typeof meant === 'string' ? undefined : { ...meant, takes };
  });
const known = (parts: readonly (Part | undefined)[]): Part[] => parts.flatMap((part) => part ?? []);

/** A problem main named, at the field of the form it is about. */
export const ruleFieldId = (path: string): string =>
  path === ''
    ? ''
    : `rule-${path.replace(/^change\.(rule\.)?/, '').replaceAll(/[[\].]+/g, '-')}`.replace(
        /-(source|letting)$/,
        '-category',
      );
