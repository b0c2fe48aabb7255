/**
 * What can a person choose, and what should they do next?
 *
 * Sign-up and opt-out follow what HMRC's own service offers, by the three years' reporting (`hmrc/income-tax-view-change-frontend`
 * 99ba1c1; rules.md 6.3). `becomes` is for programs and never shown.
 */
import { inYear, type RuleSet } from '../policy/policy.ts';
import { addDays, firstDay, lastDay, laterYear, taxYearOf, type PlainDate, type TaxYear } from '../values/dates.ts';
import type { Choice, Offer } from './answers.ts';
import type { DueThing } from './calendar.ts';
import type { Decision } from './decisions.ts';
import type { Gap } from './evidence.ts';
import type { ExitCount } from './exit.ts';
import type { Facts, ReportingStatus } from './facts.ts';
import { isReturnSent, lifeWithin } from './filing.ts';
import { reporting, statusTold } from './obligations.ts';
import type { Lateness } from './penalties.ts';
import { recordsFor } from './runRate.ts';

export interface RawStep {
  readonly code: string;
  readonly values: Readonly<Record<string, string | number>>;
  readonly link: string | null;
}
export interface RawGuidance {
  readonly signUp: Offer;
  readonly optOut: Offer;
  readonly steps: readonly RawStep[];
}

/** The three years HMRC's service looks at: the one before, the one that holds `asAt`, the one after. */
interface Three {
  readonly years: readonly [previous: TaxYear, current: TaxYear, next: TaxYear];
  readonly statuses: readonly [ReportingStatus, ReportingStatus, ReportingStatus];
  readonly previousReturnSent: boolean;
}

export function guidance(
  facts: Facts,
  rules: RuleSet,
  decided: readonly Decision[],
  { exit, due, lateness }: { exit: ExitCount; due: readonly DueThing[]; lateness: Lateness },
): RawGuidance {
  const three = threeYears(facts);
  const signUp = signUpOffer(three);
  const optOut = optOutOffer(three);
  return {
    signUp,
    optOut,
    steps: [
      ...mustSteps(facts, decided),
      ...gapSteps(facts, decided),
      ...unsortedSteps(decided),
      ...unfinishedSteps(facts, decided),
      ...choiceSteps(three, decided, signUp, optOut),
      ...exitSteps(facts, decided, exit),
      ...exemptSteps(facts, decided),
      ...differingSteps(facts, decided),
      ...endSteps(facts, due),
      ...graceSteps(facts, decided, lateness),
      ...emptySteps(facts, rules),
    ],
  };
}

function threeYears(facts: Facts): Three {
  const current = taxYearOf(facts.asAt);
  const [previous, next] = [laterYear(current, -1), laterYear(current)];
  return {
    years: [previous, current, next],
    statuses: [statusTold(facts, previous), statusTold(facts, current), statusTold(facts, next)],
    previousReturnSent: isReturnSent(facts, previous),
  };
}

function become({ years, statuses }: Three, changed: readonly boolean[], to: ReportingStatus): Choice['becomes'] {
  return Object.fromEntries(
    years.map((year, i) => [year, changed[i] === true ? to : statuses[i]]),
  ) as Choice['becomes'];
}

/** Which years may be opted out of, and what each choice changes. In by choice this year, nothing said of the next: both are offered. */
export function optOutOffer(three: Three): Offer {
  const [py, cy, ny] = three.statuses;
  const chosen = (s: ReportingStatus): boolean => s === 'MTD Voluntary';
  const may = [
    chosen(py) && !three.previousReturnSent,
    chosen(cy),
    chosen(ny) || (chosen(cy) && ny === 'No Status'),
  ] as const;
  const offered = three.years.filter((_, i) => may[i]);
  const choices = offered.map((choose) => {
    const intent = three.years.indexOf(choose);
    const changed = [may[0] && intent === 0, may[1] && intent <= 1, may[2] && (chosen(ny) || intent === 2)];
    return { choose, becomes: become(three, changed, 'Annual') };
  });
  return { offered, choices };
}

/** Which years may be signed up for: this one, the next, or both, where a return alone is sent. */
export function signUpOffer(three: Three): Offer {
  const [, cy, ny] = three.statuses;
  const rollover = ny === 'No Status' && cy === 'Annual';
  const may = [false, cy === 'Annual', ny === 'Annual' || rollover] as const;
  const offered = three.years.filter((_, i) => may[i]);
  const choices = offered.map((choose) => {
    const intent = three.years.indexOf(choose);
    const changed = [false, intent === 1, ny === 'Annual' || (intent === 2 && rollover)];
    return { choose, becomes: become(three, changed, 'MTD Voluntary') };
  });
  return { offered, choices };
}

/** What to do about having to use it: get ready and sign up by the date; nothing for who is in. */
function mustSteps(facts: Facts, decided: readonly Decision[]): RawStep[] {
  const first = decided.find((d) => d.answer === 'must-use' && d.taxYear >= taxYearOf(facts.asAt));
  if (first === undefined || isIn(facts, first.taxYear)) return [];
  const from = firstDay(spellStart(decided, first.taxYear));
  if (hasSent(facts, from)) return [];
  const begun = from <= facts.asAt;
  const code = begun ? 'sign-up-now' : first.certainty === 'forecast' ? 'get-ready' : 'sign-up-by';
  return [
    { code, values: { from }, link: 'sign-up' },
    { code: 'choose-software', values: begun ? {} : { from }, link: 'software' },
    { code: 'check-exemption', values: {}, link: 'exemption' },
  ];
}

/** How what is missing is given, each thing once. */
function gapSteps(facts: Facts, decided: readonly Decision[]): RawStep[] {
  const gaps = decided.flatMap((d) => d.missing);
  const once = new Map(gaps.map((g) => [`${g.taxYear} ${g.code} ${g.source?.id}`, g]));
  return [...once.values()].flatMap(({ code, taxYear, source }): RawStep[] => {
    if (taxYear === null) return [];
    const values = { taxYear, ...(source === null ? {} : { name: source.name }) };
    const unsent = code === 'tax-return-overdue' && !facts.taxReturnsSent.includes(taxYear);
    if (unsent) return [{ code: 'send-overdue-return', values, link: 'self-assessment' }];
    const step = code === 'fourth-update' && facts.asAt <= lastDay(taxYear) ? 'complete-year-later' : stepFor[code];
    return step === undefined ? [] : [{ code: step, values, link: null }];
  });
}

/** Money not sorted yet that could carry a year over. */
function unsortedSteps(decided: readonly Decision[]): RawStep[] {
  const doubtful = decided.filter((d) => d.because.some((r) => r.code === 'unsorted-could-change'));
  const years = new Set(doubtful.flatMap((d) => d.tested?.taxYear ?? []));
  return [...years].map((taxYear) => ({ code: 'sort-first', values: { taxYear }, link: null }));
}

/** Books that stop before the end of a year that is over, where a forecast rests on them. */
function unfinishedSteps(facts: Facts, decided: readonly Decision[]): RawStep[] {
  const guessed = decided.filter((d) => d.because.some((r) => r.values['ended'] !== undefined));
  const years = new Set(guessed.flatMap((d) => d.tested?.taxYear ?? []));
  return [...years].flatMap((taxYear) =>
    facts.sources.flatMap((source): RawStep[] => {
      const life = lifeWithin(source, taxYear);
      const upTo = recordsFor(facts, taxYear, source.id)?.upTo;
      if (life === undefined || upTo === undefined || upTo >= life.to) return [];
      const values = { name: source.name ?? source.id, taxYear, from: addDays(upTo, 1), to: life.to };
      return [{ code: 'finish-records', values, link: null }];
    }),
  );
}

/** Exemptions that hold only once HMRC has agreed (rules.md 5.1). */
const onApplication: ReadonlySet<string> = new Set([
  'digitally-excluded',
  'religious-objection',
  'identity-not-verifiable',
]);

function exemptSteps(facts: Facts, decided: readonly Decision[]): RawStep[] {
  const coming = decided.filter((d) => d.taxYear >= taxYearOf(facts.asAt));
  const applies = coming.some((d) => d.exemptions.length > 0 && d.exemptions.every((e) => onApplication.has(e.kind)));
  return applies ? [{ code: 'apply-for-exemption', values: {}, link: 'exemption' }] : [];
}

/** HMRC expects updates for a year for which the figures ask for none, otherwise than by leaving after three years. */
function differingSteps(facts: Facts, decided: readonly Decision[]): RawStep[] {
  const isFree = (d: Decision): boolean =>
    d.answer === 'need-not-use' && d.by !== 'exit' && d.exemptions.length === 0 && d.certainty === 'decided';
  return decided
    .filter((d) => d.taxYear >= taxYearOf(facts.asAt) && isFree(d) && statusTold(facts, d.taxYear) === 'MTD Mandated')
    .map(({ taxYear }) => ({ code: 'opt-out-by-figures', values: { taxYear }, link: 'online-services' }));
}

const stepFor: Readonly<Partial<Record<Gap['code'], string>>> = {
  'tax-return': 'tell-return',
  'tax-return-overdue': 'tell-return',
  records: 'add-records',
  'fourth-update': 'complete-year',
};

/** The first of the years in a row, up to that one, for which it must be used. */
function spellStart(decided: readonly Decision[], year: TaxYear): TaxYear {
  const before = decided.find((d) => d.taxYear === laterYear(year, -1));
  return before?.answer === 'must-use' ? spellStart(decided, before.taxYear) : year;
}

/** Who has sent an update, or a return through software, for a year of the spell has signed up for it. */
const hasSent = (facts: Facts, from: PlainDate): boolean =>
  [...facts.updates, ...facts.filings.filter((f) => f.kind === 'quarterly-update' && f.sentOn !== null)].some(
    (sent) => firstDay(sent.taxYear) >= from,
  );

const isIn = (facts: Facts, taxYear: TaxYear): boolean =>
  ['MTD Mandated', 'MTD Voluntary'].includes(statusTold(facts, taxYear));

/**
 * What may be chosen; signing up early is nothing to whoever must already. Where HMRC's service sends something else than it
 * offers, the step says to check afterwards (rules.md 6.3, A18).
 */
function choiceSteps(
  { years, statuses }: Three,
  decided: readonly Decision[],
  signUp: Offer,
  optOut: Offer,
): RawStep[] {
  const mustUse = (taxYear: TaxYear): boolean => decided.some((d) => d.taxYear === taxYear && d.answer === 'must-use');
  const [, cy, ny] = statuses;
  const steps: RawStep[] = [];
  for (const taxYear of signUp.offered.filter((y) => !mustUse(y)))
    steps.push({ code: 'may-sign-up', values: { taxYear }, link: 'sign-up' });
  if (signUp.offered.includes(years[2]) && ny === 'No Status')
    steps.push({ code: 'check-after-sign-up', values: { taxYear: years[2] }, link: 'online-services' });
  for (const taxYear of optOut.offered)
    steps.push({
      code: mustUse(taxYear) ? 'opt-out-not-yet' : 'may-opt-out',
      values: { taxYear },
      link: 'online-services',
    });
  if (optOut.offered.some((y) => !mustUse(y))) steps.push({ code: 'save-updates-first', values: {}, link: null });
  const gap = cy !== 'MTD Voluntary' && ny === 'MTD Voluntary' && optOut.offered.includes(years[0]);
  if (gap) steps.push({ code: 'check-after-opt-out', values: { taxYear: years[2] }, link: 'online-services' });
  if (cy === 'MTD Voluntary' && ny === 'No Status')
    steps.push({ code: 'check-after-opt-out', values: { taxYear: years[2] }, link: 'online-services' });
  return steps;
}

/** Law lets a person leave; until they opt out, HMRC still shows them in (rules.md A3). */
function exitSteps(facts: Facts, decided: readonly Decision[], exit: ExitCount): RawStep[] {
  if (exit.earliestFrom === null) return [];
  const left = decided.find(
    (d) => firstDay(d.taxYear) === exit.earliestFrom && d.by === 'exit' && d.answer === 'need-not-use',
  );
  if (left === undefined || left.certainty === 'forecast' || statusTold(facts, left.taxYear) === 'Annual') return [];
  return [{ code: 'opt-out-to-leave', values: { from: exit.earliestFrom }, link: 'online-services' }];
}

/** A source within the obligation that ended: HMRC has to be told by the day its last update is due (SALF1020). */
function endSteps(facts: Facts, due: readonly DueThing[]): RawStep[] {
  return facts.sources.flatMap(({ id, name, ceasedOn }) => {
    if (ceasedOn === null || ceasedOn > facts.asAt) return [];
    const last = due.findLast((d) => d.kind === 'quarterly-update' && d.source === id);
    if (last === undefined || last.sentOn !== null) return [];
    const values = { source: id, name: name ?? id, ended: ceasedOn, by: last.dueOn };
    const code = last.dueOn < facts.asAt ? 'tell-hmrc-ended-late' : 'tell-hmrc-ended';
    return [{ code, values, link: 'online-services' }];
  });
}

/** In a person's first year under these penalties the first charge may drop out; it is not taken off here. */
function graceSteps(facts: Facts, decided: readonly Decision[], { latePayment }: Lateness): RawStep[] {
  const years = [...decided.map((d) => d.taxYear), ...facts.statuses.map((s) => s.taxYear)].toSorted();
  const first = years.find((y) => ['must', 'chosen'].includes(reporting(facts, decided, y).how));
  return latePayment
    .filter(({ taxYear }) => taxYear === first)
    .map(({ taxYear }) => ({ code: 'grace-may-apply', values: { taxYear }, link: 'penalties' }));
}

/** This year's books hold something, but nothing of one source that is carried on: nil may be right, or be forgotten. */
function emptySteps(facts: Facts, rules: RuleSet): RawStep[] {
  const taxYear = taxYearOf(facts.asAt);
  const held = facts.records.filter((r) => r.taxYear === taxYear);
  if (inYear(rules.qualifyingAmount, taxYear) === undefined || held.every((r) => r.gross === 0)) return [];
  return facts.sources.flatMap((source) => {
    const mine = held.find((r) => r.source === source.id);
    if (mine?.gross !== 0 || lifeWithin(source, taxYear) === undefined) return [];
    return [
      { code: 'nothing-recorded', values: { source: source.id, name: source.name ?? source.id, taxYear }, link: null },
    ];
  });
}
