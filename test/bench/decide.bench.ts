/**
 * How many people a second can be answered for on one core, with reasons and words and without?
 *
 * Three people, each with other amounts every time: one with a trade and a return; the golden pair, two sources and books
 * for two years; a landlord who is in and has sent updates. The control parses the same facts, prints them and the person's
 * answer, and decides nothing. Without reasons means the decisions for every year as values, nothing put to words, dated or printed.
 * Goals: 20,000 people a second, a fifth of the control, and memory that does not grow.
 */
import { readFileSync } from 'node:fs';
import { emptyPage } from '../../main/commands/page.ts';
import { readFacts } from '../../shared/contract/facts.ts';
import { printOutlook } from '../../shared/contract/printOutlook.ts';
import { ruleSet } from '../../shared/policy/ruleSets.ts';
import { decisions } from '../../shared/rules/decisions.ts';
import { outlook, type Outlook } from '../../shared/rules/outlook.ts';
import { granted } from '../ledger/fixed.ts';
import { full, mostMegabytes, report, since } from './measure.ts';

const people = full ? 1_000_000 : 20_000;
const golden = readFileSync(new URL('../scenarios/golden/facts.json', import.meta.url), 'utf8');
const oneTrade = {
  asAt: '2026-11-22',
  sources: [{ id: 'plumbing', kind: 'self-employment' }],
  returns: [
    {
      taxYear: '2024-25',
      submittedOn: '2025-12-01',
      lines: [{ source: 'plumbing', form: 'SA103F', box: '15', amount: '31000.00' }],
    },
  ],
};
const landlordWithin = {
  asAt: '2028-11-22',
  sources: [{ id: 'lettings', kind: 'uk-property' }],
  returns: ['2024-25', '2025-26', '2026-27'].map((taxYear) => ({
    taxYear,
    submittedOn: `20${taxYear.slice(-2)}-12-01`,
    lines: [{ source: 'lettings', form: 'SA105', box: '20', amount: '61000.00' }],
  })),
  updates: [1, 2, 3, 4].map((quarter) => ({
    taxYear: '2027-28',
    quarter,
    sentOn: '2028-05-01',
    lines: [{ source: 'lettings', gross: `${15_000 * quarter}.00` }],
  })),
  statuses: [{ taxYear: '2027-28', status: 'MTD Mandated' }],
};
const kinds: readonly (readonly [who: string, compact: string])[] = [
  ['one trade', JSON.stringify(oneTrade)],
  ['the golden pair', JSON.stringify(JSON.parse(golden))],
  ['a landlord within', JSON.stringify(landlordWithin)],
];

/** Each person's own amounts: the pounds of every figure moved by their number. */
const factsOf = (compact: string, person: number): string =>
  compact.replaceAll(/"(\d+)\.00"/g, (_, pounds: string) => `"${Number(pounds) + (person % 9_973)}.00"`);

/** Every answer is printed as the bytes of its line, as the command line prints it; the control's too. */
const page = emptyPage();
function lineOf(print: () => void): number {
  print();
  page.endLine();
  return page.take().byteLength;
}

const answerTo = (text: string): Outlook => {
  const facts = granted(readFacts(JSON.parse(text)));
  return outlook(facts, ruleSet(facts.rules), facts.asAt);
};
const decide = (text: string): number => lineOf(() => printOutlook(answerTo(text), page));
function decideAlone(text: string): number {
  const facts = granted(readFacts(JSON.parse(text)));
  return decisions(facts, ruleSet(facts.rules)).map((d) => d.answer).length;
}
const parseAndPrint = (text: string, answer: Outlook | null): number =>
  lineOf(() => page.own(JSON.stringify([JSON.parse(text), answer])));

interface Timed {
  readonly ms: number;
  readonly bytes: number;
  readonly megabytes: number;
}

/** Milliseconds for all of them; the texts, and the answers where the work is told them, are made beforehand, a thousand at a time, and do not count. */
function timed(compact: string, work: (text: string, answer: Outlook | null) => number, told = false): Timed {
  const pieces = 1_000;
  let [ms, bytes] = [0, 0];
  for (let person = 0; person < people; person += pieces) {
    const texts = Array.from({ length: pieces }, (_, i) => factsOf(compact, person + i));
    const answers = texts.map((text) => (told ? answerTo(text) : null));
    const start = process.hrtime.bigint();
    for (const [i, text] of texts.entries()) bytes += work(text, answers[i] ?? null);
    ms += since(start);
  }
  if (bytes === 0) throw new Error('nothing was answered');
  return { ms, bytes, megabytes: mostMegabytes() };
}

const perSecond = (ms: number): number => (people * 1000) / ms;
report(
  'decide',
  kinds.map(([who, compact]) => {
    timed(compact, decide);
    const control = timed(compact, parseAndPrint, true);
    const ours = timed(compact, decide);
    const alone = timed(compact, decideAlone);
    const more = {
      'people a second': perSecond(ours.ms),
      'without reasons': perSecond(alone.ms),
      'bytes each': ours.bytes / people,
      'peak MB': ours.megabytes,
    };
    const goal = '≤ 5×, ≥ 20,000 a second';
    return { job: `J6 ${who}`, size: people, ours: ours.ms, control: control.ms, goal, more };
  }),
);
