/**
 * What is due, when, and what would lateness cost?
 *
 * For the tax year that holds `asAt`, the one before and the one after. What HMRC has said about a year decides that year;
 * where it has said nothing, the law's answer does (SI 2026/336 regs 9 to 14, SALF1140 to 1160; rules.md 6.4).
 */
import { inYear, type Citation, type RuleSet } from '../policy/policy.ts';
import {
  addDays,
  civil,
  earlier,
  firstDay,
  laterYear,
  lastDay,
  startYearOf,
  taxYearOf,
  wholeYear,
  type PlainDate,
  type TaxYear,
} from '../values/dates.ts';
import type { Obligation } from './answers.ts';
import type { Decision } from './decisions.ts';
import { sourcesWithin } from './decisions.ts';
import { sortedBy, type Facts, type ObligationKind, type Quarter, type ReportingStatus, type Source } from './facts.ts';
import { filingDate, isSubmitted, lifeWithin, returnFor } from './filing.ts';
import type { RawReason } from './reasons.ts';

/** Something due, its reasons still without words. */
export type DueThing = Omit<Obligation, 'because'> & { readonly because: readonly RawReason[] };

/** How a person reports for a year: by quarterly updates, or by a return alone, or not at all. */
export type Reporting = 'must' | 'chosen' | 'return-only' | 'nothing';

const reportingBy: Readonly<Record<ReportingStatus, Reporting | null>> = {
  'MTD Mandated': 'must',
  'MTD Voluntary': 'chosen',
  Annual: 'return-only',
  'MTD Exempt': 'return-only',
  'Digitally Exempt': 'return-only',
  Dormant: 'nothing',
  'No Status': null,
};

export function statusTold(facts: Facts, taxYear: TaxYear): ReportingStatus {
  return facts.statuses.find((s) => s.taxYear === taxYear)?.status ?? 'No Status';
}

/** What decides the year's duties, and whether HMRC said so. */
export function reporting(
  facts: Facts,
  decided: readonly Decision[],
  taxYear: TaxYear,
): { how: Reporting; told: boolean } {
  const told = reportingBy[statusTold(facts, taxYear)];
  if (told !== null) return { how: told, told: true };
  const answer = decided.find((d) => d.taxYear === taxYear)?.answer;
  return { how: answer === 'must-use' ? 'must' : 'return-only', told: false };
}

/** Everything due, by due date, then kind, then source. */
export function obligations(facts: Facts, rules: RuleSet, decided: readonly Decision[]): readonly DueThing[] {
  const now = taxYearOf(facts.asAt);
  const due = [-1, 0, 1].flatMap((by) => ofYear(facts, rules, decided, laterYear(now, by)));
  return sortedBy(due, (d) => `${d.dueOn} ${d.kind}`);
}

function ofYear(facts: Facts, rules: RuleSet, decided: readonly Decision[], taxYear: TaxYear): DueThing[] {
  const { how, told } = reporting(facts, decided, taxYear);
  if (how === 'nothing') return [];
  const returns = returnOf(facts, rules, taxYear, how);
  if (how === 'return-only' || inYear(rules.updates.dueDay, taxYear) === undefined) return returns;
  const inLaw = how === 'must' ? sourcesWithin(facts, rules, taxYear) : [];
  const alive = facts.sources.filter((s) => lifeWithin(s, taxYear) !== undefined);
  const sources = inLaw.length > 0 ? inLaw : alive;
  const why: RawReason = { code: told ? 'told-by-hmrc' : 'must-use', values: { taxYear }, cite: rules.updates.cite };
  const quarterly = sources.flatMap((s) => updatesOf(facts, rules, decided, s, taxYear, how, why));
  const statements = rules.updates.endOfPeriodStatement
    ? sources.map((s) => statementOf(facts, rules, s, taxYear, how))
    : [];
  return [...quarterly, ...statements, ...returns];
}

type MonthAndDay = readonly [month: number, day: number];
const ends: Readonly<Record<'standard' | 'calendar', Readonly<Record<Quarter, MonthAndDay>>>> = {
  standard: { 1: [7, 5], 2: [10, 5], 3: [1, 5], 4: [4, 5] },
  calendar: { 1: [6, 30], 2: [9, 30], 3: [12, 31], 4: [3, 31] },
};
const dueMonths: Readonly<Record<Quarter, number>> = { 1: 8, 2: 11, 3: 2, 4: 5 };

/** The last day of an update period: the third standard one of 2026-27 ends on 5 January 2027, the calendar one on 31 December 2026. */
export function periodEnd(taxYear: TaxYear, quarter: Quarter, kind: 'standard' | 'calendar'): PlainDate {
  const [month, day] = ends[kind][quarter];
  return civil(startYearOf(taxYear) + (month < 6 ? 1 : 0), month, day);
}

/** When an update is due: the third one of 2026-27 on 7 February 2027, whichever periods are used. */
export function updateDue(rules: RuleSet, taxYear: TaxYear, quarter: Quarter): PlainDate {
  const day = inYear(rules.updates.dueDay, taxYear)?.value;
  if (day === undefined) throw new RangeError(`no due day for ${taxYear} in ${rules.id}`);
  const month = dueMonths[quarter];
  return civil(startYearOf(taxYear) + (month < 8 ? 1 : 0), month, day);
}

/** The day the year's updates start from: 1 April where calendar periods do, or did the year before (rules.md 3.1). */
function relevantStart(facts: Facts, decided: readonly Decision[], source: Source, taxYear: TaxYear): PlainDate {
  const before = laterYear(taxYear, -1);
  const calendarNow = source.updatePeriods[taxYear] === 'calendar';
  const calendarBefore = source.updatePeriods[before] === 'calendar';
  const updatesBefore = ['must', 'chosen'].includes(reporting(facts, decided, before).how);
  const fromApril1 = calendarNow ? !(updatesBefore && !calendarBefore) : calendarBefore;
  return fromApril1 ? civil(startYearOf(taxYear), 4, 1) : firstDay(taxYear);
}

function updatesOf(
  facts: Facts,
  rules: RuleSet,
  decided: readonly Decision[],
  source: Source,
  taxYear: TaxYear,
  how: Reporting,
  why: RawReason,
): DueThing[] {
  const kind = source.updatePeriods[taxYear] ?? 'standard';
  const start = relevantStart(facts, decided, source, taxYear);
  const free = rules.updates.noPenaltyYears.includes(taxYear);
  const cost = costOf(rules, how, free);
  const because = cost === null ? [why] : [why, cost];
  const made: DueThing[] = [];
  let from = start;
  for (const quarter of [1, 2, 3, 4] as const) {
    const end = periodEnd(taxYear, quarter, kind);
    const to = earlier(source.ceasedOn ?? end, end);
    made.push({
      kind: 'quarterly-update',
      source: source.id,
      taxYear,
      quarter,
      from,
      to,
      sendFrom: addDays(to, -rules.updates.sendFromDays),
      dueOn: updateDue(rules, taxYear, quarter),
      penaltyBearing: cost === null,
      sentOn: updateSent(facts, taxYear, quarter, source.id),
      because,
    });
    if (to === source.ceasedOn) break;
    if (!rules.updates.cumulative) from = addDays(end, 1);
  }
  return made;
}

/** Why a late update costs nothing; null where it does. */
function costOf(rules: RuleSet, how: Reporting, free: boolean): RawReason | null {
  const cite: Citation = rules.updates.noPenaltyCite ?? rules.updates.cite;
  if (how === 'chosen') return { code: 'no-penalty-chosen', values: {}, cite };
  return free ? { code: 'no-penalty-first-year', values: {}, cite } : null;
}

function updateSent(facts: Facts, taxYear: TaxYear, quarter: Quarter, source: string): PlainDate | null {
  const updates = facts.updates.filter(
    (u) => u.taxYear === taxYear && u.quarter >= quarter && u.lines.some((l) => l.source === source),
  );
  const filings = facts.filings.filter(
    (f) =>
      f.kind === 'quarterly-update' &&
      f.taxYear === taxYear &&
      f.quarter === quarter &&
      (f.source === null || f.source === source),
  );
  return earliest([...updates, ...filings].map((x) => x.sentOn));
}

const earliest = (days: readonly (PlainDate | null)[]): PlainDate | null =>
  days.filter((d) => d !== null).toSorted()[0] ?? null;

const januaryAfter = (taxYear: TaxYear): PlainDate => civil(startYearOf(taxYear) + 2, 1, 31);

function sentAs(facts: Facts, kind: ObligationKind, taxYear: TaxYear, source: string | null): PlainDate | null {
  const told = facts.filings.filter(
    (f) => f.kind === kind && f.taxYear === taxYear && (f.source === null || f.source === source),
  );
  return earliest(told.map((f) => f.sentOn));
}

function statementOf(facts: Facts, rules: RuleSet, source: Source, taxYear: TaxYear, how: Reporting): DueThing {
  return {
    kind: 'end-of-period-statement',
    source: source.id,
    taxYear,
    quarter: null,
    ...wholeYear(taxYear),
    sendFrom: addDays(lastDay(taxYear), 1),
    dueOn: januaryAfter(taxYear),
    penaltyBearing: how === 'must',
    sentOn: sentAs(facts, 'end-of-period-statement', taxYear, source.id),
    because: [{ code: 'end-of-period-statement', values: { taxYear }, cite: rules.taxReturn }],
  };
}

/** The tax return and what is paid with it. A year without a notice to file has none. */
function returnOf(facts: Facts, rules: RuleSet, taxYear: TaxYear, how: Reporting): DueThing[] {
  const taxReturn = returnFor(facts, taxYear);
  const due = filingDate(taxReturn, taxYear);
  const throughSoftware = how === 'must' || how === 'chosen';
  if (due === null && !throughSoftware) return [];
  const kind = throughSoftware ? 'final-declaration' : 'tax-return';
  const submitted = isSubmitted(facts, taxReturn) ? taxReturn.submittedOn : null;
  const base = { source: null, taxYear, quarter: null, ...wholeYear(taxYear), sendFrom: null, sentOn: null };
  const because: RawReason[] = [{ code: 'tax-return', values: { taxYear }, cite: rules.taxReturn }];
  const account: RawReason[] = [{ code: 'payment-on-account', values: { taxYear }, cite: rules.paymentsOnAccount }];
  const start = startYearOf(taxYear);
  const pay = (payKind: ObligationKind, dueOn: PlainDate, why: RawReason[]): DueThing => ({
    ...base,
    kind: payKind,
    dueOn,
    penaltyBearing: payKind === 'balancing-payment',
    sentOn: earliest(facts.payments.filter((p) => p.due === dueOn && p.taxYear === taxYear).map((p) => p.paidOn)),
    because: why,
  });
  return [
    {
      ...base,
      kind,
      sendFrom: addDays(lastDay(taxYear), 1),
      dueOn: due ?? januaryAfter(taxYear),
      penaltyBearing: true,
      sentOn: submitted ?? sentAs(facts, kind, taxYear, null),
      because,
    },
    pay('payment-on-account', civil(start + 1, 1, 31), account),
    pay('payment-on-account', civil(start + 1, 7, 31), account),
    pay('balancing-payment', januaryAfter(taxYear), [
      { code: 'balancing-payment', values: { taxYear }, cite: rules.taxReturn },
    ]),
  ];
}
