/**
 * Which rule could take over what a person goes on doing by hand?
 *
 * Rows of one name that were sorted by hand the same way, twice or more and never another way, suggest a rule. It is only
 * ever offered, with its preview, and once: what is declined is not offered again.
 */
import { closed, payeeOf } from './payee.ts';
import { firstFit, type RuleMakes, type SetAside, type SortableRow, type SortingRule } from './rule.ts';

/** A row a person sorted, and as what. */
export interface SortedByHand extends SortableRow {
  readonly as: SetAside | { readonly source: string; readonly letting: string | null; readonly category: string };
}
export interface Suggestion {
  /** What it is remembered by when it is declined. */
  readonly about: string;
  /** How many rows were sorted so. */
  readonly rows: number;
  readonly rule: SortingRule;
}

const often = 2;

/** The name and the direction: what comes in from somebody is another matter than what goes out to them. */
export const aboutRow = ({ text, pence }: SortableRow): string => {
  const payee = payeeOf(text);
  return payee === '' ? '' : `${payee} ${pence < 0 ? 'out' : 'in'}`;
};

/** Rules that are worth offering, the one with most rows first. */
export function suggestions(
  sorted: readonly SortedByHand[],
  rules: readonly SortingRule[],
  declined: ReadonlySet<string>,
): readonly Suggestion[] {
  const known = firstFit(rules);
  const groups = Map.groupBy(sorted, aboutRow);
  const found: Suggestion[] = [];
  for (const [about, rows] of groups) {
    if (about === '' || declined.has(about) || rows.length < often || rows.some((row) => known(row))) continue;
    const [first] = rows;
    if (first === undefined || rows.some((row) => JSON.stringify(row.as) !== JSON.stringify(first.as))) continue;
    const rule = ruleFor(rows, first);
    if (rule !== undefined) found.push({ about, rows: rows.length, rule });
  }
  return found.toSorted((a, b) => b.rows - a.rows || (a.about < b.about ? -1 : 1));
}

/** The words a rule made from one row begins with: its name as far as the row holds it so, else the whole text. */
export function wordsOf(text: string): string {
  const words = payeeOf(text).split(' ');
  const tight = closed(text);
  for (let length = words.length; length > 0; length -= 1) {
    const name = words.slice(0, length).join(' ');
    if (name.length >= 3 && tight.includes(closed(name))) return name;
  }
  return text.trim();
}

/** The longest beginning of the name that stands in every one of the rows. */
function ruleFor(rows: readonly SortedByHand[], { text, pence, as }: SortedByHand): SortingRule | undefined {
  const words = payeeOf(text).split(' ');
  const makes: RuleMakes = typeof as === 'string' ? as : [{ ...as, takes: 'rest' }];
  for (let length = words.length; length > 0; length -= 1) {
    const name = words.slice(0, length).join(' ');
    const rule: SortingRule = {
      fits: {
        text: name,
        wholeWord: false,
        account: null,
        money: pence < 0 ? 'out' : 'in',
        least: null,
        most: null,
      },
      makes,
    };
    const fits = firstFit([rule]);
    if (name.length >= 3 && rows.every((row) => fits(row))) return rule;
  }
  return undefined;
}
