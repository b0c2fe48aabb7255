/**
 * What falls due when, and what may be chosen at HMRC?
 *
 * Sections 3, 6.3 and 6.4 of the paper on the rules; 14 and 16 of the paper on the answers.
 */
import { begins, called, day, daysLater, ends, returnOf, submittedOf, yearHolding } from './calendar.ts';
import { startOf, type Opinion } from './decisions.ts';
import { belongs } from './income.ts';
import type { Person, Source } from './person.ts';

const periodEnds = (source: Source, year: number): string[] =>
  source.updatePeriods?.[called(year)] === 'calendar'
    ? [day(year, 6, 30), day(year, 9, 30), day(year, 12, 31), day(year + 1, 3, 31)]
    : [day(year, 7, 5), day(year, 10, 5), day(year + 1, 1, 5), ends(year)];

/** Section 3.1: where the figures of a year's updates begin. */
function periodBegins(source: Source, year: number, updatesBefore: boolean): string {
  const elected = (t: number): boolean => source.updatePeriods?.[called(t)] === 'calendar';
  if (elected(year)) return updatesBefore && !elected(year - 1) ? begins(year) : day(year, 4, 1);
  return elected(year - 1) ? day(year, 4, 1) : begins(year);
}

/** One line for each thing due, as `dueLines` of the test writes the product's. Null where the papers do not fix the year. */
export function dueIn(person: Person, year: number, said: readonly Opinion[]): string[] | null {
  const of = (y: number): string | undefined => said.find((o) => o.year === y)?.verdict;
  const status = person.statuses.find((s) => s.taxYear === called(year))?.status;
  const late = returnOf(person, year)?.noticeGivenOn !== undefined;
  if (late || status === 'No Status' || status === 'Dormant') return null;
  const law = year < (person.rules === '2021-published' ? 2024 : 2026) ? 'need-not-use' : of(year);
  const inside = status === undefined ? law === 'must-use' : status.startsWith('MTD M') || status === 'MTD Voluntary';
  if (status === undefined && law !== 'must-use' && law !== 'need-not-use') return null;
  const final = `${inside ? 'final-declaration' : 'tax-return'} ${day(year + 2, 1, 31)} penalty`;
  if (!inside) return [final];
  const before = person.statuses.find((s) => s.taxYear === called(year - 1));
  if (before !== undefined || person.circumstances.length > 0) return null;
  const old = person.rules === '2021-published';
  const elected = person.sources.some((s) => s.updatePeriods !== undefined);
  if (elected && of(year - 1) !== 'must-use' && of(year - 1) !== 'need-not-use') return null;
  const unclear = person.sources.some(
    (s) => (startOf(person, s) ?? '9999') > begins(year) || !belongs(person, s, year - 2),
  );
  if (status === 'MTD Voluntary' && unclear) return null;
  if (status !== undefined && (old || law !== 'must-use')) return null;
  const lines = person.sources.flatMap((source) => {
    const start = startOf(person, source);
    if (start === null || start === 'open' || start > begins(year)) return [];
    if ((source.ceasedOn ?? '9999') < begins(year) || !belongs(person, source, year - 2)) return [];
    const sentBefore = of(year - 1) === 'must-use' && start <= begins(year - 1) && belongs(person, source, year - 3);
    const updates = updatesDue(source, year, sentBefore, { old, free: status === 'MTD Voluntary' });
    return old ? [...updates, `end-of-period-statement ${source.id} ${day(year + 2, 1, 31)} penalty`] : updates;
  });
  return [...lines, final];
}

function updatesDue(source: Source, year: number, before: boolean, how: { old: boolean; free: boolean }): string[] {
  const date = how.old ? 5 : 7;
  const due = [day(year, 8, date), day(year, 11, date), day(year + 1, 2, date), day(year + 1, 5, date)];
  const ceased = source.ceasedOn ?? '9999';
  const lines: string[] = [];
  let from = periodBegins(source, year, before);
  for (const [i, end] of periodEnds(source, year).entries()) {
    // Regulation 14: the last period ends on the day it stopped, though calendar ones are over by then.
    const last = ceased < end || (i === 3 && ceased <= ends(year));
    const to = last ? ceased : end;
    const cost = how.free || (!how.old && year === 2026) ? 'free' : 'penalty';
    if (from <= to) lines.push(`quarterly-update ${source.id} ${i + 1} ${from} ${to} ${due[i] ?? ''} ${cost}`);
    if (ceased <= end) break;
    if (how.old) from = daysLater(end, 1);
  }
  return lines;
}

export const paymentsDue = (year: number): string[] => [
  `balancing-payment ${day(year + 2, 1, 31)} penalty`,
  `payment-on-account ${day(year + 1, 1, 31)} free`,
  `payment-on-account ${day(year + 1, 7, 31)} free`,
];

/** Section 6.3: each choice with what all three years become. */
export function choices(person: Person): { signUp: string[]; optOut: string[] } {
  const current = yearHolding(person.asAt);
  const three = [current - 1, current, current + 1] as const;
  const word = (year: number): string => person.statuses.find((s) => s.taxYear === called(year))?.status ?? 'No Status';
  const [py, cy, ny] = [word(three[0]), word(three[1]), word(three[2])];
  const sent = person.taxReturnsSent.includes(called(three[0])) || submittedOf(person, three[0]) !== null;
  const can = [py === 'MTD Voluntary' && !sent, cy === 'MTD Voluntary', ny === 'MTD Voluntary'];
  const rollsOut = cy === 'MTD Voluntary' && ny === 'No Status';
  const optOut = [0, 1, 2].flatMap((intent) => {
    if (can[intent] !== true && !(intent === 2 && rollsOut)) return [];
    const changed = [
      can[0] === true && intent === 0,
      can[1] === true && intent <= 1,
      (can[2] === true || (rollsOut && intent === 2)) && (ny === 'MTD Voluntary' || intent === 2),
    ];
    return [choice(three, intent, [py, cy, ny], changed, 'Annual')];
  });
  const rollsIn = cy === 'Annual' && ny === 'No Status';
  const signUp = [1, 2].flatMap((intent) => {
    const offered = intent === 1 ? cy === 'Annual' : ny === 'Annual' || rollsIn;
    if (!offered) return [];
    const changed = [false, intent === 1 && cy === 'Annual', ny === 'Annual' || (intent === 2 && rollsIn)];
    return [choice(three, intent, [py, cy, ny], changed, 'MTD Voluntary')];
  });
  return { signUp, optOut };
}

function choice(
  years: readonly number[],
  intent: number,
  now: readonly string[],
  changed: readonly boolean[],
  to: string,
): string {
  const after = now.map((status, i) => (changed[i] === true ? to : status));
  return `${called(years[intent] ?? 0)}: ${after.join(', ')}`;
}
