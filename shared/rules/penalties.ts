/**
 * What has lateness cost?
 *
 * Points and charges for what was sent late or not at all, and penalties for tax paid late, from what was told: a deadline of
 * which nothing was told is unknown, not missed (Finance Act 2021 Schedules 24 and 26; rules.md 4). Interest is not worked out.
 */
import { inYear, type PenaltyRule, type RuleSet } from '../policy/policy.ts';
import {
  addDays,
  addMonths,
  civil,
  monthOf,
  taxYearOf,
  taxYears,
  yearOf,
  type Period,
  type PlainDate,
  type TaxYear,
} from '../values/dates.ts';
import { toPounds } from '../values/money.ts';
import type { Penalties } from './answers.ts';
import { updateDue, type DueThing } from './calendar.ts';
import type { Decision } from './decisions.ts';
import { sortedBy, type Facts, type TaxReturn, type UpdateSent } from './facts.ts';
import { filingDate, isSubmitted } from './filing.ts';
import { latePayments, type LatePayment } from './latePayment.ts';
import { dueFor, isTold } from './obligations.ts';
import { firstYearUnder, reporting } from './reporting.ts';

/** Penalties before they have words. */
export interface Lateness extends Omit<Penalties, 'latePayment'> {
  readonly latePayment: readonly LatePayment[];
}

/** Who is asked about, under which rule. */
interface Asked {
  readonly facts: Facts;
  readonly rules: RuleSet;
  readonly rule: PenaltyRule;
  readonly decided: readonly Decision[];
}

/** `due` is what `obligations` found: in those years nothing is looked for again. */
export function penalties(
  facts: Facts,
  rules: RuleSet,
  decided: readonly Decision[],
  due: readonly DueThing[],
): Lateness {
  const must = reporting(facts, decided, taxYearOf(facts.asAt)).how === 'must';
  const { penalties: rule } = rules;
  const threshold = must ? 4 : 2;
  if (rule === null) return { points: [], threshold, charges: [], latePayment: [] };
  const asked: Asked = { facts, rules, rule, decided };
  const found = mayHaveFailed(asked) ? tally(asked, deadlines(asked, due)) : { points: [], charges: [] };
  const latePayment = latePayments(facts, rule, (taxYear) => isUnder(asked, taxYear));
  return { points: found.points, threshold, charges: found.charges, latePayment };
}

/** Is a tax year under these penalties? From the first one on in which updates were to be sent, also after opting out. */
function isUnder({ facts, rules, decided }: Asked, taxYear: TaxYear): boolean {
  const first = firstYearUnder(facts, rules, decided);
  return first !== null && taxYear >= first;
}

/** Was something told late that these penalties do not reach, so that nothing is said of what it cost? */
export function isBeyond(facts: Facts, rules: RuleSet, decided: readonly Decision[]): boolean {
  const { penalties: rule } = rules;
  if (rule === null) return facts.filings.length + facts.payments.length > 0;
  const asked: Asked = { facts, rules, rule, decided };
  const filed = facts.filings.filter((f) => !isUnder(asked, f.taxYear));
  const paid = facts.payments.filter((p) => !isUnder(asked, p.taxYear) && (p.paidOn ?? facts.asAt) > p.due);
  return paid.length > 0 || filed.some((f) => hasFailed(asked, f.taxYear));
}

const hasFailed = ({ facts, rules, decided }: Asked, taxYear: TaxYear): boolean =>
  dueFor(facts, rules, decided, taxYear).some((d) => isSubmission(d) && stateOf(facts, d) === 'failed');

/** What is due on one day is one deadline, however many sources it is for. */
interface Deadline {
  readonly dueOn: PlainDate;
  readonly group: 'quarterly' | 'yearly';
  /** Something that bears a point was late, or told as not sent. */
  readonly failed: boolean;
  /** Everything due that day is known to have come in. */
  readonly received: boolean;
  readonly onTime: boolean;
}

const isSubmission = (thing: DueThing): boolean => thing.kind === 'quarterly-update' || isReturn(thing);

const isReturn = ({ kind }: DueThing): boolean => kind === 'final-declaration' || kind === 'tax-return';

type State = 'met' | 'failed' | 'unknown';

/** An update in time for its own quarter says nothing of when the ones before it were sent: it only covers them. */
function stateOf(facts: Facts, thing: DueThing): State {
  const { kind, sentOn, dueOn } = thing;
  if (sentOn !== null && sentOn <= dueOn) return 'met';
  const told = isTold(facts, thing) || (kind !== 'quarterly-update' && sentOn !== null);
  return told ? 'failed' : 'unknown';
}

/** May anything have been told late, or as not sent? If not there is nothing to count, and no need to look at every day. */
function mayHaveFailed({ facts, rules }: Asked): boolean {
  const { filings, updates, returns } = facts;
  const isLate = ({ taxYear, quarter, sentOn }: UpdateSent): boolean =>
    inYear(rules.updates.dueDay, taxYear) !== undefined && sentOn > updateDue(rules, taxYear, quarter);
  const isReturnLate = (r: TaxReturn): boolean =>
    isSubmitted(facts, r) && (r.submittedOn ?? '') > (filingDate(r, r.taxYear) ?? '');
  return filings.length > 0 || updates.some(isLate) || returns.some(isReturnLate);
}

/** Deadlines that are past, oldest first, from the first year anything was told of. */
function deadlines(asked: Asked, due: readonly DueThing[]): readonly Deadline[] {
  const { facts, rules, decided } = asked;
  const [first] = [...facts.filings, ...facts.updates, ...facts.returns].map((told) => told.taxYear).toSorted();
  if (first === undefined) return [];
  const years = taxYears(first, taxYearOf(facts.asAt)).filter((y) => isUnder(asked, y));
  const things = years.flatMap((y) => {
    const must = reporting(facts, decided, y).how === 'must';
    const found = due.filter((d) => d.taxYear === y);
    return (found.length > 0 ? found : dueFor(facts, rules, decided, y))
      .filter((d) => isSubmission(d) && d.dueOn < facts.asAt)
      .map((d) => ({ ...d, must, state: stateOf(facts, d) }));
  });
  const byDay = Map.groupBy(things, (d) => d.dueOn);
  const found = [...byDay].map(([dueOn, all]): Deadline => ({
    dueOn,
    group: all.some((d) => d.must) ? 'quarterly' : 'yearly',
    failed: all.some((d) => d.penaltyBearing && d.state === 'failed'),
    received: all.every((d) => d.done),
    onTime: all.every((d) => d.state === 'met'),
  }));
  return sortedBy(found, (d) => d.dueOn);
}

type Tally = Pick<Penalties, 'points' | 'charges'>;
interface Point {
  readonly dueOn: PlainDate;
  readonly expiresOn: PlainDate;
}

/**
 * A point for each deadline failed, up to the threshold; on reaching it a charge, and one for each failure after. Due 7 August
 * 2027: failed on the 8th, so the point lasts from 1 September 2027 to 31 August 2029.
 */
function tally({ facts, rule }: Asked, all: readonly Deadline[]): Tally {
  let points: readonly Point[] = [];
  let last: Deadline | null = null;
  const charges: PlainDate[] = [];
  const held = (on: PlainDate): readonly Point[] => {
    if (last === null || points.length < rule.threshold[last.group]) return points.filter((p) => p.expiresOn >= on);
    return isReset(rule, all, last, on) ? [] : points;
  };
  for (const failure of all.filter((d) => d.failed)) {
    const failedOn = addDays(failure.dueOn, 1);
    const threshold = rule.threshold[failure.group];
    points = held(failedOn);
    const full = points.length >= threshold;
    if (!full) points = [...points, { dueOn: failure.dueOn, expiresOn: expiry(rule, failedOn) }];
    if (points.length >= threshold) charges.push(failure.dueOn);
    last = failure;
  }
  const now = held(facts.asAt);
  const full = last !== null && now.length >= rule.threshold[last.group];
  return {
    points: now.map(({ dueOn, expiresOn }) => ({ dueOn, expiresOn: full ? null : expiresOn })),
    charges: charges.map((on) => ({ for: on, amount: toPounds(rule.charge) })),
  };
}

const monthAfter = (day: PlainDate): PlainDate => addMonths(civil(yearOf(day), monthOf(day), 1), 1);
const expiry = (rule: PenaltyRule, failedOn: PlainDate): PlainDate =>
  addDays(addMonths(monthAfter(failedOn), rule.pointMonths), -1);

/**
 * At the threshold points go together, once a whole period since the last failure had everything in on time and what was due
 * in the two years before its end has come in. What nothing was told of keeps them.
 */
function isReset(rule: PenaltyRule, all: readonly Deadline[], last: Deadline, on: PlainDate): boolean {
  const from = monthAfter(addDays(last.dueOn, 1));
  const to = addDays(addMonths(from, rule.complianceMonths[last.group]), -1);
  if (to >= on) return false;
  const within = (period: Period) => all.filter((d) => d.dueOn >= period.from && d.dueOn <= period.to);
  const before = addMonths(addDays(to, 1), -rule.receivedMonths);
  return within({ from, to }).every((d) => d.onTime) && within({ from: before, to }).every((d) => d.received);
}
