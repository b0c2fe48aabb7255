/** How is a sorting rule read as it was given, and how is one shown? */
import { categoryOf } from '../../shared/policy/categories.ts';
import type { GivenChange, GivenRule, RuleShown } from '../../shared/contract/rules.ts';
import type { NumberedRule, PartTakes, RuleChange, RuleMakes, SortingRule } from '../../shared/sorting/rule.ts';
import { toPounds, type Pence } from '../../shared/values/money.ts';
import { done, refuse, type Outcome } from '../../shared/values/outcome.ts';
import { parseTypedMoney } from '../../shared/values/typed.ts';
import { rowBecomes } from '../../shared/wording/importReport.ts';
import { fitsWords, makesWords } from '../../shared/wording/rules.ts';
import type { LedgerSource } from '../ledger/api.ts';
import type { RowIs } from '../ledger/rulesApi.ts';

export type SourcesById = ReadonlyMap<string, LedgerSource>;

/** The rule meant; what cannot be read is refused by its field. */
export function readRule({ least, most, makes, ...rest }: GivenRule): Outcome<SortingRule> {
  const [low, high] = [limit(least, 'least'), limit(most, 'most')];
  if (!low.ok) return low;
  if (!high.ok) return high;
  const parts = typeof makes === 'string' ? done(makes) : readParts(makes);
  if (!parts.ok) return parts;
  const text = rest.text.trim();
  return done({ fits: { ...rest, text, least: low.value, most: high.value }, makes: parts.value });
}

function limit(text: string, path: string): Outcome<Pence | null> {
  if (text.trim() === '') return done(null);
  const pence = parseTypedMoney(text);
  return pence === undefined || pence < 0 ? refuse('amount-unreadable', path, { found: text }) : done(pence);
}

function readParts(parts: Exclude<GivenRule['makes'], string>): Outcome<RuleMakes> {
  const read: Exclude<RuleMakes, string>[number][] = [];
  for (const [i, { takes, ...where }] of parts.entries()) {
    const found = readTakes(takes);
    if (found === undefined) return refuse('rule-parts-unreadable', `makes[${i}].takes`, { found: takes });
    read.push({ ...where, takes: found });
  }
  return done(read);
}

/** `rest`, `60%` or `12.50`. */
export function readTakes(text: string): PartTakes | undefined {
  const said = text.trim().toLowerCase();
  if (said === 'rest' || said === '') return 'rest';
  const percent = /^(\d{1,4})(?:\.(\d{1,2}))?\s*%$/.exec(said);
  if (percent !== null) return { percent: Number(percent[1]) * 100 + Number((percent[2] ?? '').padEnd(2, '0')) };
  const pence = parseTypedMoney(said);
  return pence === undefined || pence === 0 ? undefined : { pence };
}

const takesText = (takes: PartTakes): string => {
  if (takes === 'rest') return 'rest';
  if ('pence' in takes) return toPounds(takes.pence);
  const [whole, part] = [Math.floor(takes.percent / 100), takes.percent % 100];
  return part === 0 ? `${whole}%` : `${whole}.${String(part).padStart(2, '0').replace(/0$/, '')}%`;
};

export function readChange(given: GivenChange | null): Outcome<RuleChange | null> {
  if (given === null || given.kind === 'remove' || given.kind === 'move') return done(given);
  const rule = readRule(given.rule);
  if (!rule.ok) return rule;
  return done(given.kind === 'add' ? { kind: 'add', rule: rule.value } : { ...given, rule: rule.value });
}

/** The same rule as it would be given. */
export function asGiven({ fits, makes }: SortingRule): GivenRule {
  const { least, most, ...rest } = fits;
  return {
    ...rest,
    least: least === null ? '' : toPounds(least),
    most: most === null ? '' : toPounds(most),
    makes:
      typeof makes === 'string' ? makes : makes.map(({ takes, ...where }) => ({ ...where, takes: takesText(takes) })),
  };
}

/** What a rule fits and makes, in words. */
export function inWords(rule: SortingRule, sources: SourcesById): Pick<RuleShown, 'fitsText' | 'makesText'> {
  const given = asGiven(rule);
  const { makes } = given;
  const whole = typeof makes === 'string' || (makes.length === 1 && makes[0]?.takes === 'rest');
  const makesText =
    typeof makes === 'string'
      ? rowBecomes[makes]
      : makes.map((part) => placed(part, sources, whole ? '' : part.takes)).join(', ');
  return { fitsText: fitsWords(given, given.least, given.most), makesText };
}

export const ruleShown = ({ number, ...rule }: NumberedRule, sources: SourcesById): RuleShown => ({
  ...asGiven(rule),
  ...inWords(rule, sources),
  number,
});

interface Placed {
  readonly source: string;
  readonly letting: string | null;
  readonly category: string;
}

function placed({ source, letting, category }: Placed, sources: SourcesById, takes: string): string {
  const found = sources.get(source);
  const name = found === undefined ? undefined : categoryOf(found.kind, category)?.name;
  const place = found?.lettings.find((l) => l.id === letting)?.name ?? null;
  return makesWords(name ?? category, found?.name ?? source, place, takes);
}

/** What a row is, or would be, in words: `Sales and takings (Plumbing)`. */
export function rowIs(is: RowIs, sources: SourcesById): string {
  if (typeof is === 'string') return rowBecomes[is];
  return is.map((record) => placed(record, sources, is.length === 1 ? '' : toPounds(record.pence))).join(', ');
}
