/**
 * What does the command line say to a person?
 *
 * The sentences around the figures; the answers, reasons and dates speak from their own rooms. Nothing here is read by a
 * program: `--json` has no words of ours but a problem's message.
 */
import type { Income, Obligation, Outlook, YearAnswer } from '../rules/answers.ts';
import type { Facts } from '../rules/facts.ts';
import type { YearSummary } from '../rules/yearSummary.ts';
import type { PlainDate } from '../values/dates.ts';
import { toPounds, type Pounds } from '../values/money.ts';
import { sayable } from '../values/sayable.ts';
import { isPayment, lateness, obligationName, onlyIfAsked } from './dates.ts';
import { count, day, money, period, shortDay, taxYear } from './format.ts';
import { answerWords, asItStood, certaintyWords, isCompared, sumWords, workingWords } from './overview.ts';
import { financeApart } from './records.ts';

export const commandWords = {
  usage: 'Usage:',
  unknown: (words: string): string => `There is no command "${sayable(words)}".`,
  needsArgument: (name: string): string => `${name} is needed.`,
  needsOption: (name: string): string => `--${name} is needed.`,
  unknownOption: (name: string): string => `There is no option ${sayable(name)} here.`,
  needsValue: (name: string): string => `${name} needs a value.`,
  takesNoValue: (name: string): string => `${name} takes no value.`,
  tooMany: (word: string): string => `"${sayable(word)}" is more than this command takes.`,
  oneOf: (a: string, b: string): string => `Give either --${a} or --${b}.`,
  made: (file: string): string => `${file} is made.`,
  taken: (things: number): string => `Taken in: ${count(things, 'thing')}.`,
  attached: (file: string): string => `${file} is attached.`,
  written: (file: string): string => `${file} is written.`,
  verified: (records: number, actions: number): string =>
    `All is well: ${count(records, 'record')} and ${count(actions, 'action')} checked.`,
  removedForGood: (payloads: number): string =>
    `Removed for good from the history: ${count(payloads, 'part')}. What they were is proved by their hashes alone, and the chain holds.`,
  notVerified: 'These books are damaged. Restore a backup, and keep this file.',
} as const;

/** `Line 4: …` */
export const atLine = (line: number, message: string): string => `Line ${line}: ${message}`;

/** A problem as one line: where it is, if that is known, and what to do. */
export const problemLine = (path: string, message: string): string => (path === '' ? message : `${path}: ${message}`);

/** An outlook for a terminal: the answer first, then the years with reasons and arithmetic, what is next, and where it stands. */
export function outlookLines(outlook: Outlook): string[] {
  const { years, exit, next, problems } = outlook;
  return [
    ...inHistory(outlook),
    outlook.text,
    ...years.flatMap((year, i) => yearLines(year, i, outlook)),
    ...(exit.because.length === 0 ? [] : ['', ...exit.because.map(reasonLine)]),
    ...(next === null ? [] : ['', next.text]),
    ...goneBy(outlook),
    ...nextDates(outlook),
    ...latenessLines(outlook),
    ...stepLines(outlook),
    ...problems.flatMap((problem) => ['', problem.text]),
    ...footLines(outlook),
  ];
}

/** Rules that were never applied say so before anything else. */
const inHistory = ({ rules }: Outlook): string[] =>
  rules === '2021-published' ? ['By the rules as published in 2021, which were never applied to anybody.', ''] : [];

const rulesWords: Readonly<Record<Outlook['rules'], string>> = {
  '2026-regulations': 'the law in force, SI 2026/336',
  '2021-published': 'SI 2021/1076 as first published',
};

/** What an adviser cites: where each reason stands, the day it was seen from and the rules used. */
function footLines({ asAt, rules, rulesCheckedOn, years, exit }: Outlook): string[] {
  const because = [...years.flatMap((year) => year.because), ...exit.because];
  const cited = new Map(because.map(({ cite }) => [cite.title, cite.url]));
  const where = [...cited].map(([title, url]) => `- ${title}: ${url}`);
  return [
    ...(where.length === 0 ? [] : ['', 'Where it stands:', ...where]),
    '',
    `Seen from ${day(asAt)}. Rules: ${rulesWords[rules]}, checked on ${day(rulesCheckedOn)}. Not HMRC, and not advice.`,
  ];
}

const reasonLine = ({ text, cite }: YearAnswer['because'][number]): string => `${text} [${cite.title}]`;

function stepLines({ guidance }: Outlook): string[] {
  return guidance.steps.length === 0 ? [] : ['', 'What to do:', ...guidance.steps.map((step) => `- ${step.text}`)];
}

/** An exemption stands among the reasons already. */
function yearLines(year: YearAnswer, place: number, outlook: Outlook): string[] {
  const { asAt, incomes, years } = outlook;
  const certainty = year.certainty === null ? '' : ` (${certaintyWords(year, outlook)})`;
  const said = new Set(years.slice(0, place).flatMap((before) => before.missing.map((m) => m.text)));
  const missing = year.missing.filter((m) => !said.has(m.text));
  const income = incomes.find((i) => i.taxYear === year.tested?.taxYear);
  return [
    '',
    `${taxYear(year.taxYear)}: ${answerWords(year, asAt, years[place - 1])}${certainty}`,
    ...year.because.map((reason) => `  ${reasonLine(reason)}`),
    ...(income === undefined || !isCompared(year) ? [] : workingLines(income, year)),
    ...(missing.length === 0 ? [] : ['  Still needed:', ...missing.map((m) => `  - ${m.text}`)]),
  ];
}

/** The arithmetic, a line a source, and what was not counted. */
function workingLines(income: Income, { tested }: YearAnswer): string[] {
  const stood = asItStood(income, tested);
  const { workings } = income;
  const sum = sumWords(income);
  return [
    ...(stood === null ? [] : [`  ${stood}`]),
    ...workings.map((working) => `  ${working.source}: ${workingWords(working, income.basis)}`),
    ...(sum === null ? [] : [`  ${sum}`]),
    ...income.leftOut.map(({ what, amount, why }) => `  Left out: ${money(amount)}, ${what}. ${why}`),
  ];
}

/** Updates and returns whose day has gone by, of which nothing says that they were sent. */
function goneBy({ obligations, asAt }: Outlook): string[] {
  const past = obligations.filter((o) => o.dueOn < asAt && !o.done && !isPayment(o.kind));
  return past.length === 0 ? [] : ['', 'Due already, and not known to be sent:', ...byDay(past)];
}

/** Whole days next due after the day of the outlook: three of them, and on to the next update where there is one. */
function nextDates({ obligations, asAt }: Outlook): string[] {
  const coming = obligations.filter((o) => o.dueOn >= asAt && !o.done);
  const days = [...new Set(coming.map((o) => o.dueOn))].toSorted();
  const update = coming.filter((o) => o.kind === 'quarterly-update').map((o) => days.indexOf(o.dueOn));
  const last = days[Math.max(2, update.length === 0 ? 0 : Math.min(...update))] ?? days.at(-1);
  const shown = coming.filter((o) => last !== undefined && o.dueOn <= last);
  return shown.length === 0 ? [] : ['', 'Due next:', ...byDay(shown)];
}

/** A line for each thing on each day; sources that share it stand in it together. */
function byDay(due: readonly Obligation[]): string[] {
  const inOrder = due.toSorted((a, b) => (a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : 0));
  const things = Map.groupBy(inOrder, (o) => `${day(o.dueOn)}: ${obligationName(o)}, ${period(o)}${onlyIfAsked(o)}`);
  return [...things].map(([thing, all]) => {
    const sources = all.flatMap((o) => o.source ?? []);
    return sources.length === 0 ? thing : `${thing} (${sources.join(', ')})`;
  });
}

/** What lateness has cost, as far as it is known; nothing where there is nothing. */
function latenessLines({ penalties: { points, threshold, charges, latePayment } }: Outlook): string[] {
  const lines = [
    ...(points.length === 0 ? [] : [lateness.points(points.length, threshold)]),
    ...points.map((p) => `- ${lateness.point(day(p.dueOn), p.expiresOn === null ? null : day(p.expiresOn))}`),
    ...charges.map((c) => `- ${lateness.charge(money(c.amount), day(c.for))}`),
    ...latePayment.flatMap((late) => [
      `- ${lateness.paid(money(late.amount), taxYear(late.taxYear))}`,
      ...late.lines.map((line) => `  ${line}`),
    ]),
  ];
  return lines.length === 0 ? [] : ['', `${lateness.title}:`, ...lines, lateness.rests];
}

/** A year's totals for a terminal. */
export function summaryLines(summary: YearSummary): string[] {
  return [
    `${taxYear(summary.taxYear)}: ${count(summary.records, 'record')}`,
    ...summary.sources.flatMap((source) => [
      '',
      `${source.name}: income ${money(source.income)}, expenses ${money(source.expenses)}`,
      ...(source.residentialFinance === null ? [] : [`  ${financeApart}: ${money(source.residentialFinance)}`]),
      ...source.boxes.map((b) => `  ${b.form}${b.box === null ? '' : ` box ${b.box}`}  ${b.name}  ${money(b.amount)}`),
    ]),
  ];
}

interface RecordListed {
  readonly id: number;
  readonly date: PlainDate;
  readonly source: string;
  readonly letting: string | null;
  readonly category: string;
  readonly amount: Pounds;
  readonly description: string;
}

/** Records for a terminal, each with the number it is named by: `12: 3 Nov 2026, £450.00, turnover, plumbing, Boiler repair`. */
export function recordLines(records: readonly RecordListed[]): string[] {
  if (records.length === 0) return ['No records.'];
  return records.map(({ id, date, amount, category, source, letting, description }) => {
    const place = letting === null ? source : `${source} (${letting})`;
    const words = description === '' ? '' : `, ${sayable(description)}`;
    return `${id}: ${shortDay(date)}, ${money(amount)}, ${category}, ${place}${words}`;
  });
}

/** What is known, for a terminal: sources, totals and returns. What HMRC shows of the person stays in the file. */
export function factsLines(facts: Facts): string[] {
  return [
    `On ${day(facts.asAt)}: ${count(facts.sources.length, 'source')}`,
    ...facts.sources.map((s) => `  ${s.id}${s.startedOn === null ? '' : `, since ${day(s.startedOn)}`}`),
    ...facts.records.map(
      (r) => `Records of ${r.source}, ${taxYear(r.taxYear)}: ${money(toPounds(r.gross))} up to ${day(r.upTo)}`,
    ),
    ...facts.unsorted.map(
      (u) =>
        `Not sorted yet, ${taxYear(u.taxYear)}: ${count(u.rows, 'bank row')}, ${money(toPounds(u.credits))} coming in`,
    ),
    ...facts.returns.map((r) =>
      r.submittedOn === null
        ? `Tax return ${taxYear(r.taxYear)}: not sent yet`
        : `Tax return ${taxYear(r.taxYear)}: sent on ${day(r.submittedOn)}`,
    ),
  ];
}
