/**
 * What is a sorting rule, which bank rows does it fit, and in which order are rules asked?
 *
 * A person's own rule: what a row must be like, and what it then becomes. Rules are asked in their order and the first
 * that fits decides. A rule's number is its name for good; where it stands in the order can change.
 */
import type { PlainDate } from '../values/dates.ts';
import type { Pence } from '../values/money.ts';
import { closed, holdsWords, plain } from './payee.ts';

/** What a row must be like; every condition that is given must hold. */
export interface RuleFits {
  /** Somewhere in the bank's text, whatever the case and the spaces; '' for any text. */
  readonly text: string;
  /** The text stands there as words of its own. */
  readonly wholeWord: boolean;
  /** The name of the bank account, or null for all. */
  readonly account: string | null;
  readonly money: 'in' | 'out' | null;
  /** The amount without its sign, both included. */
  readonly least: Pence | null;
  readonly most: Pence | null;
}

/** How much of a row a part takes: a percentage (in hundredths of a per cent), an amount in the category's direction, or what is left. */
export type PartTakes = 'rest' | { readonly percent: number } | { readonly pence: Pence };
export interface RulePart {
  readonly source: string;
  readonly letting: string | null;
  readonly category: string;
  readonly takes: PartTakes;
}
export type SetAside = 'not-business' | 'between-my-accounts';
export type RuleMakes = SetAside | readonly RulePart[];

export interface SortingRule {
  readonly fits: RuleFits;
  readonly makes: RuleMakes;
}
export interface NumberedRule extends SortingRule {
  readonly number: number;
}

/** A bank row, as far as rules look at it. */
export interface SortableRow {
  readonly account: string;
  readonly date: PlainDate;
  readonly text: string;
  /** Signed: money in is positive. */
  readonly pence: Pence;
}

/** The test for one rule, its words made ready once. */
function fitting({ fits }: SortingRule): (row: SortableRow, text: string, tight: string) => boolean {
  const words = plain(fits.text);
  const tightWords = closed(fits.text);
  const account = fits.account === null ? null : closed(fits.account);
  return (row, text, tight) => {
    const size = Math.abs(row.pence);
    if (fits.money === 'in' && row.pence <= 0) return false;
    if (fits.money === 'out' && row.pence >= 0) return false;
    if (fits.least !== null && size < fits.least) return false;
    if (fits.most !== null && size > fits.most) return false;
    if (account !== null && closed(row.account) !== account) return false;
    return fits.wholeWord && words !== '' ? holdsWords(text, words) : tight.includes(tightWords);
  };
}

/** The first of these rules that fits a row, in their order; made once for many rows. */
export function firstFit<R extends SortingRule>(rules: readonly R[]): (row: SortableRow) => R | undefined {
  const ready = rules.map((rule) => ({ rule, fits: fitting(rule) }));
  return (row) => {
    if (ready.length === 0) return undefined;
    const text = plain(row.text);
    const tight = text.replaceAll(' ', '');
    return ready.find(({ fits }) => fits(row, text, tight))?.rule;
  };
}

/** What a person does to their rules; each is one action. */
export type RuleChange =
  | { readonly kind: 'add'; readonly rule: SortingRule }
  | { readonly kind: 'change'; readonly number: number; readonly rule: SortingRule }
  | { readonly kind: 'remove'; readonly number: number }
  /** `to` is the place it then has in the order, counted from 1. */
  | { readonly kind: 'move'; readonly number: number; readonly to: number };

/** The rules in their order after the change, and the number of the one it is about; undefined if there is no such rule. */
export function rulesAfter(
  rules: readonly NumberedRule[],
  change: RuleChange,
  nextNumber: number,
): { readonly rules: readonly NumberedRule[]; readonly number: number } | undefined {
  if (change.kind === 'add') {
    return { rules: [...rules, { ...change.rule, number: nextNumber }], number: nextNumber };
  }
  const { number } = change;
  const found = rules.find((rule) => rule.number === number);
  if (found === undefined) return undefined;
  const others = rules.filter((rule) => rule !== found);
  if (change.kind === 'remove') return { rules: others, number };
  if (change.kind === 'move') return { rules: others.toSpliced(placeOf(change.to, rules.length), 0, found), number };
  return { rules: rules.map((rule) => (rule === found ? { ...change.rule, number } : rule)), number };
}

const placeOf = (to: number, count: number): number => Math.max(1, Math.min(to, count)) - 1;
