/**
 * What is the answer, in one sentence, and how does a reminder read?
 */
import type { Next, Reminder, YearAnswer } from '../rules/answers.ts';
import type { ObligationKind } from '../rules/facts.ts';
import { addDays, daysIn, firstDay, lastDay, taxYearOf, type PlainDate } from '../values/dates.ts';
import { parsePounds, type Pounds } from '../values/money.ts';
import { count, day, listed, money, roundMoney, taxYear } from './format.ts';
import { service } from './said.ts';

/** The first sentence of the Overview: what holds, from when, and how sure it is. */
export function headline(years: readonly YearAnswer[], asAt: PlainDate): string {
  const now = taxYearOf(asAt);
  const [current, ...coming] = years.filter((y) => y.taxYear >= now);
  if (current === undefined) return `Nobody has to use ${service} yet.`;
  if (current.answer === 'must-use') return inNow(years, current, coming);
  const later = coming.find((y) => y.answer !== 'need-not-use');
  const isIn = years.some((y) => y.taxYear < now && y.answer === 'must-use');
  if (current.answer !== 'need-not-use') return unclear(current, isIn);
  if (later === undefined) return notAtAll([current, ...coming]);
  const free = freeUntil([current, ...coming], later);
  if (later.answer === 'must-use') return free.agreed ? `${free.text} ${mustFrom(later)}` : mustFrom(later);
  return `${free.text} ${unclear(later, false)}`;
}

/** For how long they need not, by what, and whether HMRC has still to agree to any of it. */
function freeUntil(years: readonly YearAnswer[], later: YearAnswer): { text: string; agreed: boolean } {
  const free = years.filter((y) => y.taxYear < later.taxYear);
  const [current] = free;
  const next = free.length === 1 && current !== undefined;
  const how = next ? `for ${taxYear(current.taxYear)}` : `until ${day(addDays(firstDay(later.taxYear), -1))}`;
  const agreed = free.some(waitsForHmrc);
  const rate = current === undefined ? '' : atThisRate(current);
  const not = sentence(`${rate}you do not need to use ${service} ${how}`);
  return { text: `${not}${agreed ? ', once HMRC has agreed' : ''}.`, agreed };
}

function inNow(years: readonly YearAnswer[], current: YearAnswer, coming: readonly YearAnswer[]): string {
  const before = years.filter((y) => y.taxYear <= current.taxYear);
  const since = before.findLast((y, i) => y.answer === 'must-use' && before[i - 1]?.answer !== 'must-use') ?? current;
  const out = coming.find((y) => y.answer === 'need-not-use');
  const how =
    out !== undefined && waitsForHmrc(out) ? 'once HMRC has agreed, ' : out === undefined ? '' : atThisRate(out);
  const leaving = out === undefined ? '' : ` ${how}you can stop from ${day(firstDay(out.taxYear))}.`;
  return `${mustFrom(since)}${sentence(leaving)}`;
}

/** A forecast says what it rests on: what has come in so far, or the rest of what is told. So does one of two readings. */
export function atThisRate(year: Pick<YearAnswer, 'certainty' | 'because'>): string {
  if (year.because.some((r) => r.values['flips'] !== undefined)) return 'By one of two readings ';
  if (year.certainty !== 'forecast') return '';
  if (year.because.some((r) => r.values['already'] !== undefined)) return 'By what is known already ';
  const goesOn = year.because.some((r) => r.values['basis'] === 'projection' && r.values['ended'] === undefined);
  return goesOn ? 'At this rate ' : 'As things stand, ';
}

/** Is it free for reasons alone that HMRC has still to agree to? */
export function waitsForHmrc({ because }: Pick<YearAnswer, 'because'>): boolean {
  const exemptions = because.filter((r) => r.code === 'exemption');
  if (exemptions.length === 0) return false;
  return exemptions.length === because.length && exemptions.every((r) => r.values['agreed'] !== undefined);
}

/** With a capital first letter, after a space where there is one. */
export const sentence = (text: string): string =>
  text.replace(/^( ?)([a-z])/, (_, space, first: string) => `${space}${first.toUpperCase()}`);

const mustFrom = (year: YearAnswer): string =>
  sentence(`${atThisRate(year)}you must use ${service} from ${day(firstDay(year.taxYear))}.`);

function unclear(year: YearAnswer, isIn: boolean): string {
  const must = `you must ${isIn ? 'go on using' : 'use'} ${service} from ${day(firstDay(year.taxYear))}`;
  if (year.answer !== 'borderline') return `More is needed to say whether ${must}.`;
  const methods = year.because.some((r) => r.code === 'methods-disagree');
  return methods ? `It is too close to call whether ${must}.` : `It is not settled yet whether ${must}.`;
}

function notAtAll(years: readonly YearAnswer[]): string {
  const last = years.at(-1);
  const forecast = years.find((y) => y.certainty === 'forecast');
  const now = years[0];
  const waiting = years.find(waitsForHmrc);
  const from = waiting === now ? '' : waiting === undefined ? '' : ` from ${day(firstDay(waiting.taxYear))} on`;
  const agreed = waiting === undefined ? '' : `,${from} once HMRC has agreed`;
  const plain = `You do not need to use ${service}${agreed}.`;
  if (last === undefined || forecast === undefined) return plain;
  return `${plain} ${sentence(`${atThisRate(forecast)}that stays so until ${day(lastDay(last.taxYear))}`)}, as far ahead as this looks.`;
}

/**
 * The projection in a few words: where the running total stands, where it is going, and what that decides. `within` says
 * whether the person must use the service in the year being counted, because only such a year counts towards leaving.
 */
export function nextText(next: Omit<Next, 'text'>, within: boolean, nameOf: (source: string) => string): string {
  const soFar = `${money(next.soFar)} so far in ${taxYear(next.tested)}, counted up to ${countedTo(next, nameOf)}; the amount is ${roundMoney(next.threshold)}.`;
  const without = listed(next.without.map(nameOf));
  const isOver = next.headroom.startsWith('-');
  const it = next.without.length === 1 ? 'it is' : 'they are';
  const lacking = without === '' ? '' : ` There are no records of ${without} yet, so ${it} not in this.`;
  // Where something is lacking, what the rest stays within says nothing of the whole.
  const goes = without !== '' && !isOver && !isLikelyOver(next) ? '' : ` ${course(next)}`;
  return `${soFar}${goes}${lacking}${bearing(next, within)}`;
}

/** The day the books go up to, and those of them that stop before it. */
function countedTo({ upTo: last, rows }: Pick<Next, 'upTo' | 'rows'>, nameOf: (source: string) => string): string {
  const behind = rows.filter((r) => r.to < last).map((r) => `${nameOf(r.source)} up to ${day(r.to)} only`);
  return behind.length === 0 ? day(last) : `${day(last)} (${listed(behind)})`;
}

function course(next: Omit<Next, 'text'>): string {
  if (next.crossedOn !== null) return `You went over it on ${day(next.crossedOn)}.`;
  if (next.headroom.startsWith('-')) return 'You are over it.';
  const byKnown = next.projected?.method === 'known-receipts';
  const scaled = next.scaled ? ', scaled to a full year,' : '';
  const rate = `${byKnown ? 'With what you know is coming' : 'At this rate'}${scaled}`;
  const rests = byKnown ? '' : early(next);
  if (next.likelyCrossing !== null)
    return `${rate} you go over it ${byKnown ? 'on' : 'around'} ${day(next.likelyCrossing)}.${rests}`;
  if (next.projected !== null && isLikelyOver(next))
    return `${rate} it comes to ${money(next.projected.central)}, which is over it.${rests}`;
  return `${rate} you stay within it this tax year.${rests}`;
}

const isLikelyOver = ({ projected, threshold }: Pick<Next, 'projected' | 'threshold'>): boolean =>
  projected !== null && isMore(projected.central, threshold);
const isMore = (a: Pounds, b: Pounds): boolean => (parsePounds(a) ?? 0) > (parsePounds(b) ?? 0);

/** Fewer than four weeks say little about a year, and nothing about how much weeks vary. */
function early({ tested, upTo }: Pick<Next, 'tested' | 'upTo'>): string {
  const days = daysIn({ from: firstDay(tested), to: upTo });
  return days < 28 ? ` That rests on ${count(days, 'day')} and can still change much.` : '';
}

function bearing(next: Omit<Next, 'text'>, within: boolean): string {
  if (next.question === 'entry') return '';
  if (!within)
    return ' It decides nothing by itself: your start is settled, and only years after it count towards leaving.';
  return ' Three tax years in a row within the amount let you leave.';
}

const names: Readonly<Record<ObligationKind, string>> = {
  'quarterly-update': 'Quarterly update',
  'end-of-period-statement': 'End of period statement',
  'final-declaration': 'Tax return',
  'tax-return': 'Tax return',
  'payment-on-account': 'Payment on account',
  'balancing-payment': 'Balancing payment',
};

/** What is due, as a person calls it: `Quarterly update 3 for 2026 to 2027`. */
export function obligationName(about: Pick<Reminder['about'], 'kind' | 'quarter' | 'taxYear'>): string {
  const quarter = about.quarter === null ? '' : ` ${about.quarter}`;
  return `${names[about.kind]}${quarter} for ${taxYear(about.taxYear)}`;
}

/** An update that cannot cost a penalty is encouraged, not threatened. */
export function reminderText(about: Reminder['about'], penaltyBearing: boolean, atOnce: Pounds | null): string {
  const verb = about.kind === 'quarterly-update' ? 'Send it by' : 'Submit it by';
  const points = penaltyBearing ? ' Lateness can cost a late submission penalty.' : '';
  const cost = atOnce === null ? points : ` Lateness costs ${roundMoney(atOnce)} at once, and more after three months.`;
  return `${obligationName(about)}. ${verb} ${day(about.dueOn)}.${cost}`;
}
