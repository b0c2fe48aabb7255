/**
 * What can be asked of a ledger about sorting rules, and what does a rule do to the rows?
 */
import type { NumberedRule, RuleChange, SetAside } from '../../shared/sorting/rule.ts';
import type { SortedByHand } from '../../shared/sorting/suggest.ts';
import type { Pence } from '../../shared/values/money.ts';
import type { Outcome } from '../../shared/values/outcome.ts';
import type { Instant, StoredBankRow } from './api.ts';
import type { StoredPayout } from './payouts.ts';

export type { NumberedRule, RuleChange };

/** What a bank row is, or would be: records, set aside, or not sorted. */
export type RowIs =
  | 'unsorted'
  | SetAside
  | readonly {
      readonly source: string;
      readonly letting: string | null;
      readonly category: string;
      readonly pence: Pence;
    }[];
export interface RowWouldBe {
  readonly row: StoredBankRow;
  readonly was: RowIs;
  readonly becomes: RowIs;
  /** The rule that says so; null where none fits any more. */
  readonly rule: number | null;
}
export interface RowsMoved {
  readonly rows: number;
  readonly moneyIn: Pence;
  readonly moneyOut: Pence;
}
export interface RuleEffect {
  /** The number of the rule it is about, or null where all are applied. */
  readonly rule: number | null;
  /** Rows not sorted yet that would be. */
  readonly sorts: RowsMoved;
  /** Rows that a rule had sorted and that would be something else, and the records that would go. */
  readonly changes: RowsMoved & { readonly records: number };
  /** Rows it fits that a person has put right: they stay. */
  readonly corrected: number;
  /** The newest of them. */
  readonly sample: readonly RowWouldBe[];
}
export interface RulesChanged {
  readonly rule: number | null;
  readonly sorted: number;
  readonly changed: number;
}
/** Which rows follow a change at once: none, those not sorted yet, or those that rules had sorted as well. */
export type RulesReach = 'none' | 'unsorted' | 'all';

/** A question of the books to the person, once answered. */
export interface Answered {
  readonly question: string;
  /** What it was about: a payee, a record, a pair of rows. */
  readonly about: string;
  readonly answer: string;
}

export interface RulesReads {
  /** In the order they are asked. */
  rules(): readonly NumberedRule[];
  /** What the change would do; null: what applying all rules to rows not sorted yet would do. */
  ruleEffect(change: RuleChange | null): Outcome<RuleEffect>;
  /** The rows a person sorted last, as what; and the bank accounts by name. */
  sortedByHand(): readonly SortedByHand[];
  accounts(): readonly string[];
  /** Payments recorded as they arrived, from rows that hold any of these words; and the words of rows a part of which was recorded in that category. */
  payouts(words: readonly string[]): readonly StoredPayout[];
  restored(category: string): readonly string[];
  /** What still holds of what was answered, one for each question and what it was about. */
  answers(question: string): readonly Answered[];
}
export interface RulesWrites {
  /** The change and what follows from it, as one action; null: applies all rules to rows not sorted yet. */
  changeRules(at: Instant, change: RuleChange | null, reach: RulesReach): Outcome<RulesChanged>;
  /** Keeps what was answered to a question; a later answer about the same takes its place. */
  answer(at: Instant, answered: Answered): Outcome<null>;
}
