/**
 * What does the Overview say around the figures of an outlook?
 *
 * The reasons, the missing things and the first sentence arrive as text in the outlook itself.
 */
import type { Answer, Certainty, IncomeBasis, Working, YearAnswer } from '../rules/answers.ts';
import { lastDay, type PlainDate } from '../values/dates.ts';
import type { Pounds } from '../values/money.ts';
import { count, day, money, roundMoney, taxYear } from './format.ts';
import { atThisRate, sentence } from './outlook.ts';
import { service } from './reasons.ts';

export const overview = {
  counted: 'The year being counted',
  decides: 'The year it decides',
  ready: 'Be ready by',
  readyFor: (years: string): string => `if the answer for ${years} is yes`,
  stop: 'You could stop from',
  stopIf: 'after three years within the amount',
  countedTo: (on: string): string => `counted up to ${on}`,
  against: (amount: string): string => `the amount that decides is ${amount}`,
  chartTitle: (years: string): string => `Your income in ${years}`,
  income: 'From self-employment and property, before expenses',
  soFar: 'So far',
  threshold: 'The amount',
  headroom: 'Room left',
  over: 'Over by',
  chance: 'Chance of going over',
  crossedOn: 'Went over on',
  likelyCrossing: 'Likely to go over around',
  likelyYearEnd: 'Likely by 5 April',
  asTable: 'Show as a table',
  asChart: 'Show as a chart',
  noTotals: 'There is no running total yet. Record what comes in this tax year, or bring it in from your bank.',
  addFirst: 'Add a record',
  orImport: 'Import a bank file',
  years: 'Year by year',
  why: 'Why',
  workings: 'How it was worked out',
  incomeOf: (years: string, amount: string, basis: string): string => `Income in ${years}: ${amount}, ${basis}.`,
  leftOut: 'Not counted',
  without: (names: string): string => `Nothing is known yet of ${names}, so it is not in this.`,
  missing: 'What is missing',
  tellHere: 'Say it in About you',
  recordHere: 'Go to Records',
  sourcesHere: 'Go to Sources',
  noReasons: 'Nothing to explain yet.',
  unsortedLink: 'Sort them',
  nextDates: 'The next dates',
  allDates: 'All dates',
  noDates: 'Nothing is due.',
  leaving: 'When you could stop',
  rowsLink: 'See the records',
} as const;

/** The amount tested against, in a table of the running total. */
export const chartWords = {
  date: 'Date',
  total: 'Total so far',
  caption: (years: string, amount: string): string => `Income in ${years} against ${amount}`,
  describe: (soFar: string, upTo: string, amount: string): string =>
    `Running total ${soFar} on ${upTo}, against the amount of ${amount}.`,
  projected: (low: string, central: string, high: string): string =>
    `By 5 April likely ${central}, between ${low} and ${high}.`,
  amountLabel: (amount: string): string => `The amount that decides: ${amount}`,
  likelyLabel: (amount: string): string => `likely ${amount}`,
  lowLabel: 'low',
  highLabel: 'high',
  centralLabel: 'likely',
  projectedRow: (which: string): string => `5 April, ${which}`,
} as const;

/** The answer for a year in plain words, in its tense on a day. `must-use` from 6 April 2026: "You must use Making Tax Digital for Income Tax from 6 April 2026". */
export function answerWords(
  year: Pick<YearAnswer, 'taxYear' | 'answer' | 'from' | 'certainty' | 'because'>,
  asAt: PlainDate,
): string {
  const past = lastDay(year.taxYear) < asAt;
  if (year.answer === 'must-use' && year.from !== null)
    return `${sentence(`${atThisRate(year)}you`)} ${past ? 'had to' : 'must'} use ${service} from ${day(year.from)}`;
  return past && year.answer === 'need-not-use' ? `You did not need to use ${service}` : plainAnswers[year.answer];
}

const plainAnswers: Readonly<Record<Answer, string>> = {
  'must-use': `You must use ${service}`,
  'need-not-use': `You do not need to use ${service}`,
  borderline: 'Too close to call',
  'needs-information': 'More is needed before this can be answered',
};

/** The same at a glance, beside the sentence. */
export const shortAnswers: Readonly<Record<Answer, string>> = {
  'must-use': 'Yes',
  'need-not-use': 'No',
  borderline: 'Too close',
  'needs-information': 'Not known',
};

export const certainties: Readonly<Record<Certainty, string>> = {
  decided: 'Settled',
  recorded: 'By what is known; the tax return is still to come',
  forecast: 'A forecast that can still change',
};

/** How sure an answer is; a return settles only what its income was asked for. */
export function certaintyWords({ certainty, because }: Pick<YearAnswer, 'certainty' | 'because'>): string {
  if (certainty === null) return '';
  if (because.some(({ code }) => code === 'third-year-not-in' || code === 'third-year-overdue'))
    return 'Until its return or fourth update is in';
  const byIncome = because.some((reason) => reason.code.startsWith('income-'));
  if (certainty === 'decided' && byIncome) return 'Settled by your tax return';
  const fromRecords = because.some((reason) => reason.values['basis'] === 'projection');
  return certainty === 'forecast' && fromRecords ? 'A forecast from your records so far' : certainties[certainty];
}

export const basisWords: Readonly<Record<IncomeBasis, string>> = {
  return: 'from your tax return',
  update: 'from your quarterly updates',
  records: 'from your records',
  projection: 'as it is likely to turn out',
};

/** `Tested: £52,000 in 2024 to 2025, against £50,000`. */
export function testedWords(tested: NonNullable<YearAnswer['tested']>): string {
  const income = tested.qualifyingIncome === null ? 'Income not known' : roundMoney(tested.qualifyingIncome);
  return `${income} in ${taxYear(tested.taxYear)}, against ${roundMoney(tested.threshold)}`;
}

/** Annualising as arithmetic: `£26,000.00 over 6 months × 12 ÷ 6 = £52,000.00`, `£16,000.00 over 182 days × 365 ÷ 182 = £32,087.91`. */
export function workingWords(working: Working, basis: IncomeBasis): string {
  const { gross, annualised, months, used } = working;
  if (used === 'months' && months !== null)
    return `${money(gross)} over ${months} months × 12 ÷ ${months} = ${money(annualised)}`;
  if (used === 'days')
    return `${money(gross)} over ${working.days} days × ${working.ofDays} ÷ ${working.days} = ${money(annualised)}`;
  if (used === 'not-scaled') return `${money(gross)}, not scaled up`;
  if (basis === 'projection' && working.rows !== null)
    return `${money(gross)} likely by 5 April, from the records so far`;
  return `${money(gross)} over the whole tax year`;
}

/** What the other lawful ways give, when they differ; empty when there is nothing to compare. */
export function otherWays(working: Working): readonly string[] {
  const ways: string[] = [];
  if (working.used === 'months' && working.byDays !== null) ways.push(`By days it would be ${money(working.byDays)}.`);
  if (working.used === 'days' && working.byMonths !== null)
    ways.push(`By months it would be ${money(working.byMonths)}.`);
  if (working.justAndReasonable !== null)
    ways.push(`Worked out in a just and reasonable way it is ${money(working.justAndReasonable)}.`);
  return ways;
}

/** `14 rows from your bank files are not sorted yet, with £1,200.00 coming in.` and what that means. */
export function unsortedNotice(n: number, moneyIn: Pounds): string {
  const coming = moneyIn === '0.00' ? '' : `, with ${money(moneyIn)} coming in`;
  const rows = `${count(n, 'row')} from your bank files`;
  return n === 1
    ? `${rows} is not sorted yet${coming}. It is in no total until you say what it is.`
    : `${rows} are not sorted yet${coming}. They are in no total until you say what they are.`;
}

export const leavingWords = (from: string): string => `The earliest you could stop is ${from}.`;
export const countsWords = { yes: 'counts towards stopping', no: 'does not count', unknown: 'not known yet' } as const;

export const leavingTable = {
  caption: 'The tax years that count towards stopping',
  year: 'Tax year',
  income: 'Income',
  amount: 'Against',
  counts: 'Counts?',
  unknown: 'not known yet',
} as const;
