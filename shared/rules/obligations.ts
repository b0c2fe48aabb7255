/**
 * What is due, when, and what would lateness cost?
 *
 * For the tax year that holds `asAt`, the one before and the one after. What HMRC has said about a year decides that year;
 * where it has said nothing, the law's answer does (SI 2026/336 regs 9 to 14, SALF1140 to 1160; rules.md 6.4).
 */
import { inYear, type RuleSet } from '../policy/policy.ts';
import {
  addDays,
  firstDay,
  lastDay,
  laterYear,
  taxYearOf,
  wholeYear,
  type PlainDate,
  type TaxYear,
} from '../values/dates.ts';
import { once } from '../values/once.ts';
import {
  januaryAfter,
  returnAndPayments,
  sendFrom,
  updatePeriods,
  type DueThing,
  type UpdatePeriod,
} from './calendar.ts';
import { sourcesWithin, type Decision } from './decisions.ts';
import { sortedBy, type Facts, type Filing, type ObligationKind, type Quarter, type Source } from './facts.ts';
import { filingDate, firstReturn, isReturnSent, isSubmitted, lifeWithin, returnFor } from './filing.ts';
import type { RawReason } from './reasons.ts';
import { firstYearUnder, reporting, sendsUpdates, type Reporting } from './reporting.ts';

/** Everything due, by due date, then kind, then source. */
export function obligations(facts: Facts, rules: RuleSet, decided: readonly Decision[]): readonly DueThing[] {
  const now = taxYearOf(facts.asAt);
  const due = [-1, 0, 1].flatMap((by) => dueFor(facts, rules, decided, laterYear(now, by)));
  return sortedBy(
    due,
    (d) => d.dueOn,
    (d) => d.kind,
  );
}

/** Everything due for one tax year, in no order. */
export function dueFor(
  facts: Facts,
  rules: RuleSet,
  decided: readonly Decision[],
  taxYear: TaxYear,
): readonly DueThing[] {
  const { how, by } = reporting(facts, decided, taxYear);
  if (how === 'nothing') return [];
  const returns = returnOf(facts, rules, decided, taxYear, how);
  if (how === 'return-only' || inYear(rules.updates.dueDay, taxYear) === undefined) return returns;
  const sources = sendingFor(facts, rules, taxYear, how);
  const why = whyUpdates(rules, taxYear, how, by);
  const quarterly = sources.flatMap((s) => updatesOf(facts, rules, decided, s, taxYear, why));
  const statements = rules.updates.endOfPeriodStatement
    ? sources.map((s) => statementOf(facts, rules, s, taxYear, how))
    : [];
  return [...quarterly, ...statements, ...returns];
}

/**
 * The sources that send updates for a year: those within the obligation; of who chose to, those that are not new. One whose
 * start is still to come sends nothing beside others that do (rules.md 3.4); where it is all there is, it sends.
 */
function sendingFor(facts: Facts, rules: RuleSet, taxYear: TaxYear, how: Reporting): readonly Source[] {
  const alive = facts.sources.filter((s) => lifeWithin(s, taxYear) !== undefined);
  const sending =
    how === 'must'
      ? sourcesWithin(facts, rules, taxYear)
      : alive.filter((s) => isStartReached(facts, rules, s, taxYear));
  return sending.length > 0 ? sending : alive;
}

/** What was there before the first returns that matter has long been on one. */
function isStartReached(facts: Facts, rules: RuleSet, source: Source, taxYear: TaxYear): boolean {
  const { startedOn } = source;
  if (startedOn === null || taxYearOf(startedOn) < laterYear(rules.firstYear, -2)) return true;
  const asked = firstReturn(facts, source, rules);
  return asked !== null && firstDay(laterYear(taxYearOf(asked.due))) <= firstDay(taxYear);
}

type Why = Pick<DueThing, 'because' | 'penaltyBearing'>;

const whoSays = { hmrc: 'told-by-hmrc', law: 'must-use', 'until-known': 'in-until-known' } as const;

/** Why updates are due for a year, and whether late ones can cost a penalty. The same for everybody who reports alike. */
const whyUpdates = once((rules: RuleSet, taxYear: TaxYear, how: Reporting, by: keyof typeof whoSays): Why => {
  const { updates } = rules;
  const why: RawReason = { code: whoSays[by], values: { taxYear }, cite: updates.cite };
  const cite = updates.noPenaltyCite ?? updates.cite;
  if (how === 'chosen')
    return { because: [why, { code: 'no-penalty-chosen', values: {}, cite }], penaltyBearing: false };
  if (updates.noPenaltyYears.includes(taxYear))
    return { because: [why, { code: 'no-penalty-first-year', values: {}, cite }], penaltyBearing: false };
  return { because: [why], penaltyBearing: true };
});

/** Do the year's updates of a source start on 1 April? Where calendar periods do, or did the year before (rules.md 3.1). */
function startsOnApril1(
  facts: Facts,
  rules: RuleSet,
  decided: readonly Decision[],
  source: Source,
  taxYear: TaxYear,
): boolean {
  const before = laterYear(taxYear, -1);
  const calendarBefore = source.updatePeriods[before] === 'calendar';
  if (source.updatePeriods[taxYear] !== 'calendar') return calendarBefore;
  const { how } = reporting(facts, decided, before);
  const sent = sendsUpdates(how) && sendingFor(facts, rules, before, how).includes(source);
  return !sent || calendarBefore;
}

function updatesOf(
  facts: Facts,
  rules: RuleSet,
  decided: readonly Decision[],
  source: Source,
  taxYear: TaxYear,
  why: Why,
): DueThing[] {
  const fromApril1 = startsOnApril1(facts, rules, decided, source, taxYear);
  const periods = updatePeriods(rules, taxYear, source.updatePeriods[taxYear] ?? 'standard', fromApril1);
  return untilCeased(rules, source, taxYear, periods).map(({ quarter, from, to, sendFrom: canSend, dueOn }) => {
    const sentOn = updateSent(facts, rules, taxYear, quarter, source.id);
    return {
      kind: 'quarterly-update',
      source: source.id,
      taxYear,
      quarter,
      from,
      to,
      sendFrom: canSend,
      dueOn,
      penaltyBearing: why.penaltyBearing,
      sentOn,
      done: isDone(facts, taxYear, sentOn),
      because: why.because,
    };
  });
}

/** Sent, or its year's return is: every update goes in before that (rules.md 3.3). */
const isDone = (facts: Facts, taxYear: TaxYear, sentOn: PlainDate | null): boolean =>
  sentOn !== null || isReturnSent(facts, taxYear);

/** A source that ceased has updates up to the period it ceased in, which ends that day, be it after the last calendar one. */
function untilCeased(
  rules: RuleSet,
  { ceasedOn }: Source,
  taxYear: TaxYear,
  periods: readonly UpdatePeriod[],
): readonly UpdatePeriod[] {
  if (ceasedOn === null || ceasedOn > lastDay(taxYear)) return periods;
  const last = periods.find((p) => ceasedOn <= p.to)?.quarter ?? 4;
  return periods
    .filter((p) => p.quarter <= last)
    .map((p) => {
      const to = p.quarter === last ? ceasedOn : p.to;
      return { ...p, to, sendFrom: sendFrom(rules, to) };
    });
}

/** An update that covers the year so far counts for the quarters before it too, unless something was told of those themselves. */
function updateSent(
  facts: Facts,
  rules: RuleSet,
  taxYear: TaxYear,
  quarter: Quarter,
  source: string,
): PlainDate | null {
  const covers = (u: { quarter: Quarter | null }): boolean =>
    u.quarter !== null && (rules.updates.cumulative ? u.quarter >= quarter : u.quarter === quarter);
  const updates = facts.updates.filter(
    (u) => u.taxYear === taxYear && covers(u) && u.lines.some((l) => l.source === source),
  );
  const filings = filingsOf(facts, 'quarterly-update', taxYear, source);
  const own = filings.filter((f) => f.quarter === quarter);
  return earliest([...updates, ...(own.length > 0 ? own : filings.filter(covers))].map((x) => x.sentOn));
}

/** Was anything told of this very thing: that it was sent, or not, and not only a later update that covers it? */
export const isTold = (facts: Facts, { kind, taxYear, quarter, source }: DueThing): boolean =>
  filingsOf(facts, kind, taxYear, source).some((f) => f.quarter === quarter) ||
  facts.updates.some((u) => u.taxYear === taxYear && u.quarter === quarter && u.lines.some((l) => l.source === source));

function filingsOf(facts: Facts, kind: ObligationKind, taxYear: TaxYear, source: string | null): readonly Filing[] {
  if (facts.filings.length === 0) return [];
  return facts.filings.filter(
    (f) => f.kind === kind && f.taxYear === taxYear && (f.source === null || f.source === source),
  );
}

const earliest = (days: readonly (PlainDate | null)[]): PlainDate | null =>
  days.filter((d) => d !== null).toSorted()[0] ?? null;

const sentAs = (facts: Facts, kind: ObligationKind, taxYear: TaxYear, source: string | null): PlainDate | null =>
  earliest(filingsOf(facts, kind, taxYear, source).map((f) => f.sentOn));

function statementOf(facts: Facts, rules: RuleSet, source: Source, taxYear: TaxYear, how: Reporting): DueThing {
  const sentOn = sentAs(facts, 'end-of-period-statement', taxYear, source.id);
  return {
    kind: 'end-of-period-statement',
    source: source.id,
    taxYear,
    quarter: null,
    ...wholeYear(taxYear),
    sendFrom: addDays(lastDay(taxYear), 1),
    dueOn: januaryAfter(taxYear),
    penaltyBearing: how === 'must',
    sentOn,
    done: isDone(facts, taxYear, sentOn),
    because: [{ code: 'end-of-period-statement', values: { taxYear }, cite: rules.taxReturn }],
  };
}

/** The tax return and what is paid with it. A year without a notice to file has none. */
function returnOf(
  facts: Facts,
  rules: RuleSet,
  decided: readonly Decision[],
  taxYear: TaxYear,
  how: Reporting,
): readonly DueThing[] {
  const taxReturn = returnFor(facts, taxYear);
  const due = filingDate(taxReturn, taxYear);
  const throughSoftware = sendsUpdates(how);
  if (due === null && !throughSoftware) return [];
  const kind = throughSoftware ? 'final-declaration' : 'tax-return';
  const submitted = isSubmitted(facts, taxReturn) ? taxReturn.submittedOn : null;
  const under = firstYearUnder(facts, rules, decided);
  const atOnce = under !== null && taxYear < under;
  return returnAndPayments(rules, taxYear, kind, atOnce).map((usual) =>
    usual.kind === kind
      ? asTold(usual, due ?? usual.dueOn, submitted ?? sentAs(facts, kind, taxYear, null), isReturnSent(facts, taxYear))
      : asTold(usual, usual.dueOn, paidOn(facts, usual), false),
  );
}

/** A usual thing as it is for this person: the very same where nothing was told of it. */
function asTold(usual: DueThing, dueOn: PlainDate, sentOn: PlainDate | null, isSent: boolean): DueThing {
  const done = isSent || sentOn !== null;
  return dueOn === usual.dueOn && !done ? usual : { ...usual, dueOn, sentOn, done };
}

/** When the last of its parts was paid; null while one of them is not, or none was told. */
function paidOn({ payments }: Facts, { dueOn, taxYear }: DueThing): PlainDate | null {
  const days = payments.filter((p) => p.due === dueOn && p.taxYear === taxYear).map((p) => p.paidOn);
  const paid = days.filter((on) => on !== null);
  return paid.length < days.length ? null : (paid.toSorted().at(-1) ?? null);
}
