/**
 * How many people a second can be answered for on one core, reasons and words included?
 *
 * The control parses the same facts, prints them and an answer, and decides nothing. Facts are those of the scenarios, with other amounts
 * for each person. Goals: 20,000 people a second, a fifth of the control, and memory that does not grow.
 */
import { readFileSync } from 'node:fs';
import { readFacts } from '../../shared/contract/facts.ts';
import { ruleSet } from '../../shared/policy/ruleSets.ts';
import { outlook } from '../../shared/rules/outlook.ts';
import { granted } from '../ledger/fixed.ts';
import { full, report, since } from './measure.ts';

const people = full ? 1_000_000 : 20_000;
const golden = readFileSync(new URL('../scenarios/golden/facts.json', import.meta.url), 'utf8');
const compact = JSON.stringify(JSON.parse(golden));

/** Each person's own amounts: the pounds of every figure moved by their number. */
const factsOf = (person: number): string =>
  compact.replaceAll(/"(\d+)\.00"/g, (_, pounds: string) => `"${Number(pounds) + (person % 9_973)}.00"`);

function decide(text: string): string {
  const facts = granted(readFacts(JSON.parse(text)));
  return JSON.stringify(outlook(facts, ruleSet(facts.rules), facts.asAt));
}

/** Milliseconds for all of them; the texts are made beforehand, a thousand at a time, and do not count. */
function timed(work: (text: string) => string): { ms: number; megabytes: number } {
  const pieces = 1_000;
  let [ms, bytes] = [0, 0];
  for (let person = 0; person < people; person += pieces) {
    const texts = Array.from({ length: pieces }, (_, i) => factsOf(person + i));
    const start = process.hrtime.bigint();
    for (const text of texts) bytes += work(text).length;
    ms += since(start);
  }
  if (bytes === 0) throw new Error('nothing was answered');
  return { ms, megabytes: process.resourceUsage().maxRSS / 1024 };
}

const answered: unknown = JSON.parse(decide(factsOf(0)));
timed(decide);
const control = timed((text) => JSON.stringify([JSON.parse(text), answered]));
const ours = timed(decide);
const factsOnly = timed((text) => JSON.stringify(granted(readFacts(JSON.parse(text)))));
const parsed = granted(readFacts(JSON.parse(compact)));
const rulesOnly = timed(() => outlook(parsed, ruleSet(parsed.rules), parsed.asAt).asAt);
const perSecond = (ms: number): number => (people * 1000) / ms;
console.log(
  `decide: ${perSecond(ours.ms).toFixed(0)} people a second; the control ${perSecond(control.ms).toFixed(0)}`,
);
console.log(
  `of which reading facts ${perSecond(factsOnly.ms).toFixed(0)}, rules and words alone ${perSecond(rulesOnly.ms).toFixed(0)}`,
);
const more = { 'people a second': perSecond(ours.ms), 'peak MB': ours.megabytes };
report('decide', [
  { job: 'J6 decide', size: people, ours: ours.ms, control: control.ms, goal: '≤ 5×, ≥ 20,000 a second', more },
]);
