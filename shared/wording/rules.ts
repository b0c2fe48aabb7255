/**
 * What do sorting rules say: what they fit, what they make, and what they would do?
 */
import type { RuleEffectShown, RuleShown, RowsMovedShown } from '../contract/rules.ts';
import type { Pounds } from '../values/money.ts';
import { count, money } from './format.ts';

export const rulesWords = {
  title: 'Sorting rules',
  lead: 'A rule sorts bank rows for you, now and whenever you import. Rules are asked from the top, and the first that fits decides.',
  none: 'No rules yet. Make the first one here, or from a bank row that is not sorted yet.',
  list: 'Your sorting rules, in the order they are asked',
  rule: (n: number): string => `Rule ${n}`,
  byRule: (n: number): string => `by rule ${n}`,
  add: 'Add a rule',
  change: 'Change',
  changeRule: (n: number): string => `Change rule ${n}`,
  remove: 'Remove',
  removeRule: (n: number): string => `Remove rule ${n}`,
  up: 'Up',
  down: 'Down',
  moveUp: (n: number): string => `Move rule ${n} up`,
  moveDown: (n: number): string => `Move rule ${n} down`,
  added: (n: number): string => `Rule ${n} added`,
  changed: (n: number): string => `Rule ${n} changed`,
  removed: (n: number): string => `Rule ${n} removed. What it sorted stays as it is.`,
  becomesSign: '→',
  kept: (isNew: boolean, n: number, sorted: number, changed: number): string => {
    const what = isNew ? `Rule ${n} added` : `Rule ${n} changed`;
    const rows = sorted + changed;
    return rows === 0 ? what : `${what}, ${count(rows, 'row')} sorted by it`;
  },
  moved: (n: number): string => `Rule ${n} moved`,
  sortNow: (rows: string): string => `Sort ${rows} by your rules`,
  sortedNow: (rows: string): string => `${rows} sorted by your rules`,
  fits: 'Which rows?',
  text: 'Words in the bank’s text',
  textHint: 'Such as RENT 12 ELM RD. Capitals and spaces make no difference.',
  wholeWord: 'Only as whole words',
  account: 'Account',
  anyAccount: 'Any account',
  money: 'Money',
  anyMoney: 'In or out',
  moneyIn: 'In',
  moneyOut: 'Out',
  least: 'From',
  most: 'To',
  makes: 'What are they?',
  makesLabel: 'These rows are',
  split: 'Split into several',
  partTakes: 'Takes',
  partTakesHint: '60%, 12.50 or rest',
  part: (n: number): string => `Part ${n}`,
  addPart: 'Add a part',
  preview: 'Show what it would do',
  previewTitle: 'What it would do',
  save: 'Keep this rule',
  applyUnsorted: (rows: string): string => `Sort the ${rows} now`,
  applyAll: (rows: string): string => `Change the ${rows} that rules had sorted`,
  cancel: 'Cancel',
  date: 'Date',
  what: 'What the bank wrote',
  was: 'Is now',
  becomes: 'Becomes',
  amount: 'Amount',
  more: (n: string): string => `The first ${n} are shown.`,
  fromRow: 'Make a rule from it',
  fromRowOf: (text: string): string => `Make a rule from it: ${text}`,
  offer: (rows: string, fits: string, makes: string): string =>
    `You sorted ${rows} (${fits}) as ${makes}. A rule could do that from now on.`,
  offers: 'Offers',
  offerSee: 'See this rule',
  offerNo: 'No, thank you',
  declined: 'It will not be offered again.',
} as const;

export const ruleProblems = {
  nothing: 'Say words of the bank’s text, an account or an amount',
  makes: 'Choose what these rows are',
} as const;

const asPounds = (typed: string): string => (typed === '' ? '' : money(typed));

/** What a rule fits: `“RENT 12 ELM RD”, money in, in Business current, from £10.00 to £20.00`. */
export function fitsWords(
  rule: Pick<RuleShown, 'text' | 'wholeWord' | 'account' | 'money'>,
  least: Pounds,
  most: Pounds,
): string {
  const parts = [
    rule.text === '' ? '' : `“${rule.text}”${rule.wholeWord ? ' as whole words' : ''}`,
    rule.money === null ? '' : `money ${rule.money}`,
    rule.account === null ? '' : `account ${rule.account}`,
    least === '' ? '' : `from ${asPounds(least)}`,
    most === '' ? '' : `to ${asPounds(most)}`,
  ];
  return parts.filter((part) => part !== '').join(', ');
}

/** `Sales and takings (Plumbing)`; with the letting where it has one, and how much of the row where it is not all. */
export function makesWords(category: string, source: string, letting: string | null, takes: string): string {
  const place = letting === null ? source : `${source}, ${letting}`;
  const named = `${category} (${place})`;
  if (takes === '') return named;
  return takes === 'rest' ? `the rest to ${named}` : `${takes.endsWith('%') ? takes : money(takes)} to ${named}`;
}

const flows = ({ moneyIn, moneyOut }: RowsMovedShown): string => {
  const parts = [moneyIn === '0.00' ? '' : `${money(moneyIn)} in`, moneyOut === '0.00' ? '' : `${money(moneyOut)} out`];
  const told = parts.filter((part) => part !== '').join(', ');
  return told === '' ? '' : ` (${told})`;
};

/** `It would sort 12 rows (£1,234.00 in).` and what else it would do, a sentence each. */
export function effectWords({ rule, sorts, changes, corrected }: RuleEffectShown): readonly string[] {
  const subject = rule === null ? 'Your rules' : 'It';
  const said = [`${subject} would sort ${count(sorts.rows, 'row')}${flows(sorts)}.`];
  if (changes.records > 0) said.push(`It would change ${count(changes.records, 'record')}${flows(changes)}.`);
  else if (changes.rows > 0) said.push(`It would change ${count(changes.rows, 'row')} set aside${flows(changes)}.`);
  if (corrected > 0) {
    const are = corrected === 1 ? 'stays as you left it' : 'stay as you left them';
    said.push(`${count(corrected, 'row')} it fits ${are}.`);
  }
  return said;
}

/** Rules for a terminal, one a line. */
export const ruleLines = (rules: readonly RuleShown[]): string[] =>
  rules.length === 0
    ? ['No sorting rules yet.']
    : rules.map((rule, i) => `${i + 1}. Rule ${rule.number}: ${rule.fitsText} → ${rule.makesText}`);

/** What a change would do, for a terminal. */
export const effectLines = (effect: RuleEffectShown): string[] => [
  ...effectWords(effect),
  ...effect.sample.map(
    ({ date, text, amount, was, becomes }) => `  ${date}  ${money(amount)}  ${text}: ${was} → ${becomes}`,
  ),
];

/** What was done, for a terminal. */
export function rulesDoneLine(kept: string | null, sorted: number, changed: number): string {
  const parts = [
    kept ?? '',
    sorted === 0 && kept !== null ? '' : `${count(sorted, 'row')} sorted by rules`,
    changed === 0 ? '' : `${count(changed, 'row')} changed`,
  ];
  return `${parts.filter((part) => part !== '').join('; ')}.`;
}
