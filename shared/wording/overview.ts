/**
 * What does the Overview say around the figures of an outlook?
 *
 * The reasons, the missing things and the first sentence arrive as text in the outlook itself.
 */
import type { Answer, Certainty, Income, IncomeBasis, Outlook, Working, YearAnswer } from '../rules/answers.ts';
import { lastDay, type PlainDate } from '../values/dates.ts';
import type { Pounds } from '../values/money.ts';
import { count, day, money, roundMoney, taxYear } from './format.ts';
import { atThisRate, sentence, waitsForHmrc } from './outlook.ts';
import { service } from './said.ts';

export const overview = {
  counted: 'The year being counted',
  decides: 'The year it decides',
  decidesNone: 'None',
  startSettled: 'your start is settled already',
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
  incomeOf: (years: string, amount: string, basis: string, scaled: boolean): string =>
    `Income in ${years}: ${amount}, ${basis}${scaled ? ', scaled to a full year' : ''}.`,
  leftOut: 'Not counted',
  without: (names: string): string => `Nothing is known yet of ${names}, so it is not in this.`,
  missing: 'What is missing',
  tellHere: 'Say it in About you',
  recordHere: 'Go to Records',
  sourcesHere: 'Go to Sources',
  datesHere: 'Go to Dates',
  noReasons: 'Nothing to explain yet.',
  unsortedLink: 'Sort them',
  nextDates: 'The next dates',
  overdue: 'Due already, and not known to be sent',
  sayWhenSent: 'Say in Dates whether they were sent',
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
  amountLabel: (amount: string): string => `The amount: ${amount}`,
  likelyLabel: (amount: string): string => `likely ${amount}`,
  lowLabel: 'low',
  highLabel: 'high',
  centralLabel: 'likely',
  projectedRow: (which: string): string => `5 April, ${which}`,
} as const;

/** The answer for a year in plain words, in its tense on a day; who must the year `before` too goes on. `must-use` from 6 April 2026: "You must use Making Tax Digital for Income Tax from 6 April 2026". */
export function answerWords(
  year: Pick<YearAnswer, 'taxYear' | 'answer' | 'from' | 'certainty' | 'because'>,
  asAt: PlainDate,
  before?: Pick<YearAnswer, 'answer'>,
): string {
  const past = lastDay(year.taxYear) < asAt;
  if (year.answer === 'must-use' && before?.answer === 'must-use')
    return `${sentence(`${atThisRate(year)}you`)} ${past ? 'had to' : 'must'} go on using ${service}`;
  if (year.answer === 'must-use' && year.from !== null)
    return `${sentence(`${atThisRate(year)}you`)} ${past ? 'had to' : 'must'} use ${service} from ${day(year.from)}`;
  if (year.answer === 'borderline' && !isTooClose(year)) return 'Not settled yet';
  return past && year.answer === 'need-not-use' ? `You did not need to use ${service}` : plainAnswers[year.answer];
}

/** Lawful methods fall on opposite sides; money not sorted, or another doubtful year, is merely open. */
const isTooClose = ({ because }: Pick<YearAnswer, 'because'>): boolean =>
  because.some((r) => r.code === 'methods-disagree');

const plainAnswers: Readonly<Record<Answer, string>> = {
  'must-use': `You must use ${service}`,
  'need-not-use': `You do not need to use ${service}`,
  borderline: 'Too close to call',
  'needs-information': 'Not known: more is needed',
};

/** The same at a glance, beside the sentence. */
export const shortAnswers: Readonly<Record<Answer, string>> = {
  'must-use': 'Yes',
  'need-not-use': 'No',
  borderline: 'Open',
  'needs-information': 'Not known',
};

export const certainties: Readonly<Record<Certainty, string>> = {
  decided: 'Settled',
  recorded: 'By what is known; the tax return is still to come',
  forecast: 'A forecast that can still change',
};

/** What was told may be a slip that changes the answer. */
const maybeMistold: ReadonlySet<string> = new Set(['form-does-not-fit', 'source-unknown', 'return-without-figures']);
type Judged = Pick<YearAnswer, 'taxYear' | 'answer' | 'certainty' | 'because' | 'tested'>;

/**
 * How sure an answer is; a return settles only what its income was asked for, and as it is told here. What the years before it
 * are subject to, one after another with the same answer, it is subject to as well: who was in after all would be in still.
 */
export function certaintyWords(
  year: Judged,
  { asAt, problems, years }: Pick<Outlook, 'asAt' | 'problems' | 'years'>,
): string {
  if (year.certainty === null) return '';
  const own = reservation(year, asAt, problems);
  if (own !== null || !isCompared(year)) return own ?? plainCertainty(year);
  const before = years.filter((y) => y.taxYear < year.taxYear);
  const run = before.slice(before.findLastIndex((y) => y.answer !== year.answer) + 1);
  const theirs = run.map((y) => reservation(y, asAt, problems, year));
  return theirs.findLast((words) => words !== null) ?? plainCertainty(year);
}

/** What an answer is subject to, and so one `of` a later year that rests on it; null where it is to nothing but what is still to come. */
function reservation(year: Judged, asAt: PlainDate, problems: Outlook['problems'], of: Judged = year): string | null {
  const { certainty, because } = year;
  if (certainty === null) return null;
  if (waitsForHmrc(year)) return lastDay(year.taxYear) < asAt ? 'If HMRC had agreed' : 'Once HMRC has agreed';
  const byReturn = of.certainty === 'decided' ? 'By your tax return' : 'By what is known';
  const byIncome = because.some((reason) => reason.code.startsWith('income-'));
  if (byIncome && certainty === 'decided' && problems.some((p) => mayBeMistold(p, year)))
    return 'By your tax return as it is told here; see the notes';
  if (because.some((r) => r.values['flips'] !== undefined)) return `${byReturn}; HMRC could read it otherwise`;
  const overdue = because.some((reason) => reason.code === 'missing-tax-return-overdue');
  return overdue ? 'By what is known; the tax return is overdue' : null;
}

const mayBeMistold = ({ code, values }: Outlook['problems'][number], { tested }: Judged): boolean =>
  maybeMistold.has(code) && (values['taxYear'] === undefined || values['taxYear'] === tested?.taxYear);

function plainCertainty({ certainty, because }: Judged): string {
  if (certainty === null) return '';
  if (because.some(({ code }) => code === 'third-year-not-in' || code === 'third-year-overdue'))
    return 'Until its return or fourth update is in';
  const byIncome = because.some((reason) => reason.code.startsWith('income-'));
  if (certainty === 'decided' && byIncome) return 'Settled by your tax return';
  if (certainty !== 'forecast') return certainties[certainty];
  if (because.some((r) => r.values['already'] !== undefined))
    return 'By what is known already; your tax return will settle it';
  const fromRecords = because.some((reason) => reason.values['basis'] === 'projection');
  return fromRecords ? 'A forecast from your records so far' : certainties.forecast;
}

export const basisWords: Readonly<Record<IncomeBasis, string>> = {
  return: 'from your tax return',
  update: 'from your quarterly updates',
  records: 'from your records',
  projection: 'as it is likely to turn out',
};

/** `£52,000 in 2024 to 2025, against £50,000`; empty where no income was compared. */
export function testedWords(year: Pick<YearAnswer, 'tested' | 'because'>): string {
  const { tested } = year;
  if (tested === null || !isCompared(year)) return '';
  const income = tested.qualifyingIncome === null ? 'Income not known' : roundMoney(tested.qualifyingIncome);
  return `${income} in ${taxYear(tested.taxYear)}, against ${roundMoney(tested.threshold)}`;
}

/** Was an income compared with the amount for this answer? */
export const isCompared = ({ because }: Pick<YearAnswer, 'because'>): boolean =>
  !because.some((r) => notCompared.has(r.code)) && because.some((r) => r.code !== 'exemption');
const notCompared: ReadonlySet<string> = new Set([
  'starts-later',
  'no-return-asked-for',
  'nothing-carried-on',
  'all-left-out',
  'foreign-left-out',
]);

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

/** What was compared, where the return has been changed since to say something else; null where it says what was compared. */
export function asItStood(income: Income, tested: YearAnswer['tested']): string | null {
  const compared = tested?.qualifyingIncome ?? null;
  if (compared === null || compared === income.qualifyingIncome || income.basis !== 'return') return null;
  return `Compared here is ${money(compared)}, as the return stood. What follows is the return as it was changed later.`;
}

/** The sum of several sources: `£42,000.00 + £5,400.00 = £47,400.00`; null for one. */
export function sumWords({ workings, qualifyingIncome }: Income): string | null {
  if (workings.length < 2) return null;
  return `${workings.map((w) => money(w.annualised)).join(' + ')} = ${money(qualifyingIncome)}`;
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
  likely: (amount: string): string => `likely ${amount}`,
} as const;
