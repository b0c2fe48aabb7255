/**
 * What may a window, or a command, ask about the person's own sorting rules?
 *
 * The inputs and answers of `rules.*`. A rule as given has its amounts and percentages as typed; a rule as shown has them
 * in the same form, so that it can be given back changed.
 */
import { z } from 'zod';
import type { PlainDate } from '../values/dates.ts';
import type { Pounds } from '../values/money.ts';
import { sourceId } from './facts.ts';

const typed = z.string().max(200);
const words = z.string().max(10_000);
const number = z.int().positive();
const category = z.string().max(60);

/** `takes` is `rest`, a percentage such as `60%`, or an amount in the category's own direction such as `12.50`. */
const part = z.strictObject({
  source: sourceId,
  letting: sourceId.nullable().default(null),
  category,
  takes: typed.default('rest'),
});
const makes = z.union([z.enum(['not-business', 'between-my-accounts']), z.array(part).min(1).max(20)]);

/** What a row must be like, and what it becomes. Amounts are without a sign, both included; '' is no limit. */
export const givenRule = z.strictObject({
  text: words.default(''),
  wholeWord: z.boolean().default(false),
  account: z.string().max(80).nullable().default(null),
  money: z.enum(['in', 'out']).nullable().default(null),
  least: typed.default(''),
  most: typed.default(''),
  makes,
});
export type GivenRule = z.output<typeof givenRule>;

const change = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('add'), rule: givenRule }),
  z.strictObject({ kind: z.literal('change'), number, rule: givenRule }),
  z.strictObject({ kind: z.literal('remove'), number }),
  /** `to` is the place it then has, counted from 1. */
  z.strictObject({ kind: z.literal('move'), number, to: number }),
]);
export type GivenChange = z.output<typeof change>;

/** What a change would do; null: what applying all rules to rows not sorted yet would do. */
export const rulePreview = z.strictObject({ change: change.nullable() });
/** `reach` says which rows follow at once: none, those not sorted yet, or those rules had sorted as well. */
export const ruleChange = z.strictObject({
  change: change.nullable(),
  reach: z.enum(['none', 'unsorted', 'all']).default('none'),
});
/** Which words of a row's text a rule made from it begins with. */
export const ruleWords = z.strictObject({ text: words });
/** A suggestion that is not wanted, by what it is about. */
export const suggestionDeclined = z.strictObject({ about: words });

export interface RuleShown extends GivenRule {
  readonly number: number;
  /** What it fits and what it makes, in words. */
  readonly fitsText: string;
  readonly makesText: string;
}
export interface RowsMovedShown {
  readonly rows: number;
  readonly moneyIn: Pounds;
  readonly moneyOut: Pounds;
}
export interface RuleEffectShown {
  /** The number of the rule it is about, or null where all are applied. */
  readonly rule: number | null;
  readonly sorts: RowsMovedShown;
  readonly changes: RowsMovedShown & { readonly records: number };
  /** Rows it fits that a person has put right: they stay. */
  readonly corrected: number;
  readonly sample: readonly {
    readonly id: number;
    readonly account: string;
    readonly date: PlainDate;
    readonly text: string;
    readonly amount: Pounds;
    readonly was: string;
    readonly becomes: string;
    readonly rule: number | null;
  }[];
}
export interface RulesDone {
  readonly rule: number | null;
  readonly sorted: number;
  readonly changed: number;
}
/** A rule that could take over what was done by hand. */
export interface RuleSuggested {
  readonly about: string;
  readonly rows: number;
  readonly rule: GivenRule;
  readonly fitsText: string;
  readonly makesText: string;
}
export interface RulesShown {
  /** In the order they are asked. */
  readonly rules: readonly RuleShown[];
  readonly suggested: readonly RuleSuggested[];
  /** The bank accounts there are, by name. */
  readonly accounts: readonly string[];
}
