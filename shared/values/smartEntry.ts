/**
 * What did a person mean by one line, such as "6 apr 450 rent elm rd"?
 *
 * A day first, then an amount, then words. The words are matched to the names of categories, properties and sources; what
 * fits two things equally well is not guessed: both are given, and the person is asked.
 */
import type { PlainDate } from './dates.ts';
import type { Pence } from './money.ts';
import { parseTypedDate, parseTypedMoney } from './typed.ts';

/** Something a record can be, with the names it goes by. */
export interface Kind {
  readonly source: string;
  readonly letting: string | null;
  readonly category: string;
  readonly categoryName: string;
  /** Of the source, and of the property if there is one. */
  readonly placeNames: readonly string[];
}
export interface SmartEntry {
  readonly date: PlainDate | undefined;
  /** The date as it was typed. */
  readonly dateText: string;
  readonly amount: Pence | undefined;
  readonly amountText: string;
  /** The words, as typed. */
  readonly description: string;
  /** The kinds that fit best: one when it is certain, none when no word fits a category. */
  readonly kinds: readonly Kind[];
}

const short: Readonly<Record<string, string>> = { rd: 'road', st: 'street', ave: 'avenue', ln: 'lane', sq: 'square' };

const wordsOf = (text: string): readonly string[] =>
  text
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
    .map((word) => short[word] ?? word);

/** `readSmartEntry('6 apr 450 rent elm rd', …)` on 22 November 2026: 6 April 2026, £450.00, the rent of Elm Road. */
export function readSmartEntry(line: string, today: PlainDate, kinds: readonly Kind[]): SmartEntry {
  const tokens = line.trim().split(/\s+/);
  const dated = dateTokens(tokens, today);
  const dateText = tokens.slice(0, dated).join(' ');
  const amountText = tokens[dated] ?? '';
  const amount = parseTypedMoney(amountText);
  const description = tokens.slice(amount === undefined ? dated : dated + 1).join(' ');
  return {
    date: dated === 0 ? undefined : parseTypedDate(dateText, today),
    dateText,
    amount,
    amountText: amount === undefined ? '' : amountText,
    description,
    kinds: best(kinds, wordsOf(description)),
  };
}

const months = 'jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec';
const meantAsDays = [
  /^\d{1,2}[/-]\d{1,2}([/-]\d{1,4})?$/,
  new RegExp(`^\\d{1,2}(st|nd|rd|th)? (${months})[a-z]*$`, 'i'),
];

/**
 * How many tokens the day takes. A year is part of it only if an amount follows: `6 apr 26 450` has one, `6 apr 26` none. A
 * day there is not, `31 feb`, is one still, and never an amount.
 */
function dateTokens(tokens: readonly string[], today: PlainDate): number {
  const isDate = (n: number) => tokens.length >= n && parseTypedDate(tokens.slice(0, n).join(' '), today) !== undefined;
  const isAmount = (n: number) => parseTypedMoney(tokens[n] ?? '') !== undefined;
  const certain = [3, 2, 1].find((n) => isDate(n) && isAmount(n));
  const isMeant = (n: number) => meantAsDays.some((day) => day.test(tokens.slice(0, n).join(' ')));
  return certain ?? [2, 1].find(isDate) ?? [2, 1].find(isMeant) ?? 0;
}

/** Every word that begins a word of a name counts; a category named whole counts for more. */
function score(kind: Kind, typed: readonly string[]): number {
  const fits = (names: readonly string[]) => typed.filter((t) => names.some((name) => name.startsWith(t))).length;
  const category = wordsOf(kind.categoryName);
  const named = fits(category);
  if (named === 0) return 0;
  const wholly = category.every((name) => typed.some((t) => name === t)) ? 5 : 0;
  return 10 * named + 10 * fits(kind.placeNames.flatMap(wordsOf)) + wholly;
}

function best(kinds: readonly Kind[], typed: readonly string[]): readonly Kind[] {
  const scored = kinds.map((kind) => ({ kind, points: score(kind, typed) }));
  const most = Math.max(0, ...scored.map((s) => s.points));
  return most === 0 ? [] : scored.filter((s) => s.points === most).map((s) => s.kind);
}
