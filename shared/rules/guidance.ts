/**
 * What can a person choose, and what should they do next?
 *
 * The steps in order; what HMRC's service offers stands in `offers.ts`, what is still to be sent or told in `wanted.ts`.
 */
import { inYear, type RuleSet } from '../policy/policy.ts';
import { addMonths, firstDay, lastDay, laterYear, taxYearOf, type PlainDate, type TaxYear } from '../values/dates.ts';
import type { Offer } from './answers.ts';
import type { DueThing } from './calendar.ts';
import { waitsForHmrc, type Decision } from './decisions.ts';
import { hasAgreed } from './exemptions.ts';
import type { ExitCount } from './exit.ts';
import type { Facts } from './facts.ts';
import { digitalStart, isSubmitted, lifeWithin } from './filing.ts';
import { choiceSteps, optOutOffer, signUpOffer, threeYears } from './offers.ts';
import type { Lateness } from './penalties.ts';
import type { RawReason, RawStep } from './reasons.ts';
import { firstYearUnder, reporting, statusTold } from './reporting.ts';
import { gapSteps, overdueUpdates, unfinishedSteps, unsortedSteps } from './wanted.ts';

export interface RawGuidance {
  readonly signUp: Offer;
  readonly optOut: Offer;
  readonly steps: readonly RawStep[];
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
  const leaving = exitSteps(facts, decided, exit);
  // Who can leave hears of opting out once, with the day.
  const isSaid = ({ code }: RawStep): boolean => leaving.length > 0 && code === 'may-opt-out';
  return {
    signUp,
    optOut,
    steps: [
      ...mustSteps(facts, rules, decided),
      ...overdueUpdates(facts, rules, due),
      ...gapSteps(facts, decided, due),
      ...askSteps(facts, decided),
      ...unsortedSteps(facts, decided),
      ...unfinishedSteps(facts, decided),
      ...leaving,
      ...choiceSteps(three, decided, signUp, optOut).filter((step) => !isSaid(step)),
      ...chosenSteps(facts, decided, due),
      ...exemptSteps(facts, rules, decided),
      ...differingSteps(facts, decided),
      ...laterStartSteps(facts, rules, decided),
      ...endSteps(facts, due),
      ...graceSteps(facts, rules, decided, lateness),
      ...emptySteps(facts, rules),
    ],
  };
}

/** What to do about having to use it: get ready and sign up by the date; nothing for who is in, or whom HMRC lets off now. */
function mustSteps(facts: Facts, rules: RuleSet, decided: readonly Decision[]): RawStep[] {
  const first = decided.find((d) => d.answer === 'must-use' && d.taxYear >= taxYearOf(facts.asAt));
  if (first === undefined || isIn(facts, first.taxYear) || isLetOff(facts, rules, first.taxYear)) return [];
  const from = firstDay(spellStart(decided, first.taxYear));
  if (hasSent(facts, from)) return [];
  const begun = from <= facts.asAt;
  const code = begun ? 'sign-up-now' : first.certainty === 'forecast' ? 'get-ready' : 'sign-up-by';
  return [
    { code, values: { from, ...restsOn(first) }, link: 'sign-up' },
    { code: 'choose-software', values: begun ? {} : { from }, link: 'software' },
    { code: 'check-exemption', values: {}, link: 'exemption' },
  ];
}

/** Does HMRC let them off now or next year, and is nothing told that ends before that year? */
function isLetOff(facts: Facts, rules: RuleSet, year: TaxYear): boolean {
  const now = taxYearOf(facts.asAt);
  if (!hasAgreed(facts, now) && !hasAgreed(facts, laterYear(now))) return false;
  const told = onApplication(facts, rules);
  return told.length === 0 || told.some(({ to }) => to === null || to >= firstDay(year));
}

/** The circumstances told that HMRC has to agree to. */
function onApplication({ circumstances }: Facts, rules: RuleSet): Facts['circumstances'] {
  const applied = new Set(rules.exemptions.filter((r) => r.onApplication).map((r) => r.kind));
  return circumstances.filter(({ kind }) => applied.has(kind));
}

/** What a forecast rests on: what is there already, or records of a year that is over. */
function restsOn({ because }: Decision): RawStep['values'] {
  if (because.some((r) => r.values['already'] !== undefined)) return { already: 'yes' };
  return because.some((r) => r.values['ended'] !== undefined) ? { ended: 'yes' } : {};
}

/** An exemption HMRC has to agree to, or has agreed to, or that ended; one for VAT that HMRC has to hear of (rules.md 5.1 and 5.2). */
function exemptSteps(facts: Facts, rules: RuleSet, decided: readonly Decision[]): RawStep[] {
  const now = taxYearOf(facts.asAt);
  const coming = decided.filter((d) => d.taxYear >= now);
  const waits = coming.find((d) => waitsForHmrc(d) && d.exemptions.some((e) => e.values['ended'] === undefined));
  const agreed = coming.some((d) => hasAgreed(facts, d.taxYear));
  const vat = coming.some((d) => d.exemptions.some((e) => e.kind === 'vat-exempt' && e.values['ended'] === undefined));
  const ends = exemptionEndSteps(facts, rules);
  const later = waits !== undefined && waits.taxYear > now ? { from: firstDay(waits.taxYear) } : {};
  return [
    ...(waits === undefined || agreed
      ? []
      : [{ code: 'apply-for-exemption', values: { taxYear: waits.taxYear, ...later }, link: 'exemption' }]),
    ...(agreed && ends.length === 0 ? [{ code: 'tell-when-exemption-ends', values: {}, link: 'exemption' }] : []),
    ...ends,
    ...(vat ? [{ code: 'tell-hmrc-vat-exempt', values: {}, link: 'exemption' }] : []),
  ];
}

/** What HMRC agreed to, or was to agree to, ends or has ended: it is to be told within three months (SALF1420). */
function exemptionEndSteps(facts: Facts, rules: RuleSet): RawStep[] {
  return onApplication(facts, rules).flatMap(({ to }): RawStep[] => {
    if (to === null || addMonths(to, 3) < facts.asAt) return [];
    const agreed = hasAgreed(facts, taxYearOf(to));
    const comes = to >= facts.asAt;
    if (comes && !agreed) return [];
    const how: RawStep['values'] = comes ? { comes: 'yes' } : agreed ? {} : { agreed: 'not-known' };
    const values = { ended: to, by: addMonths(to, 3), ...how };
    return [{ code: 'tell-hmrc-exemption-ended', values, link: 'exemption' }];
  });
}

/** Lawful ways of counting that fall on opposite sides: only HMRC can say which one it takes. Who is in asks about leaving. */
function askSteps(facts: Facts, decided: readonly Decision[]): RawStep[] {
  const isOpen = (d: Decision): boolean =>
    d.taxYear >= taxYearOf(facts.asAt) &&
    d.because.some((r) => r.code === 'methods-disagree' || r.code === 'just-and-reasonable-disagrees');
  const open = decided.filter(isOpen);
  const leaving = open.find((d) => d.by === 'exit');
  if (leaving !== undefined)
    return [{ code: 'ask-to-leave', values: { from: firstDay(leaving.taxYear) }, link: 'online-services' }];
  const asked: RawStep[] = open.map(({ taxYear }) => ({ code: 'ask-which', values: { taxYear }, link: 'check-when' }));
  return [...asked, ...readingSteps(facts, decided)];
}

/** A source that stopped, whose other reading would change the answer: the first year it does. Before opting out, `exitSteps` says so. */
function readingSteps(facts: Facts, decided: readonly Decision[]): RawStep[] {
  const rests = decided.filter(
    (d) => d.taxYear >= taxYearOf(facts.asAt) && (d.by !== 'exit' || d.certainty === 'forecast'),
  );
  const steps = rests.flatMap(({ taxYear, because }) =>
    because
      .filter((r) => r.values['flips'] !== undefined)
      .map(({ values: { source, name, stopped } }): [string, RawStep] => [
        `${source} ${stopped}`,
        {
          code: 'ask-which-reading',
          values: { taxYear, name: name ?? '', stopped: stopped ?? '' },
          link: 'work-out-income',
        },
      ]),
  );
  return [...new Map(steps.toReversed()).values()].toReversed();
}

/** A source begun while its owner is in: it has a start of its own, later on (rules.md 1.6, 3.4). */
function laterStartSteps(facts: Facts, rules: RuleSet, decided: readonly Decision[]): RawStep[] {
  const now = taxYearOf(facts.asAt);
  if (!decided.some((d) => d.taxYear === now && d.answer === 'must-use')) return [];
  return facts.sources.flatMap((source): RawStep[] => {
    const { startedOn: began, ceasedOn } = source;
    const from = digitalStart(facts, source, rules);
    if (began === null || began > facts.asAt || from === null || from <= facts.asAt) return [];
    if (ceasedOn !== null && ceasedOn < from) return [];
    return [{ code: 'new-source-later', values: { name: source.name ?? source.id, began, from }, link: null }];
  });
}

/**
 * HMRC expects updates for a year for which the figures ask for none, otherwise than by leaving after three years; or may, as
 * the return first said more than the amount and was lowered once the year had begun (rules.md 2.6a).
 */
function differingSteps(facts: Facts, decided: readonly Decision[]): RawStep[] {
  const isFree = (d: Decision): boolean =>
    d.answer === 'need-not-use' && d.by !== 'exit' && d.exemptions.length === 0 && d.certainty === 'decided';
  return decided
    .filter((d) => d.taxYear >= taxYearOf(facts.asAt) && isFree(d))
    .flatMap((d): RawStep[] => {
      const { taxYear } = d;
      const told = statusTold(facts, taxYear);
      if (told === 'MTD Mandated')
        return [{ code: 'opt-out-by-figures', values: { taxYear }, link: 'online-services' }];
      const tested = told === 'No Status' ? loweredOnceBegun(d) : undefined;
      return tested === undefined
        ? []
        : [{ code: 'opt-out-after-change', values: { taxYear, tested }, link: 'online-services' }];
    });
}

function loweredOnceBegun({ taxYear, because }: Decision): string | undefined {
  const isIt = ({ values }: RawReason): boolean =>
    values['wasOver'] !== undefined && String(values['on']) >= firstDay(taxYear);
  const lowered = because.find(isIt);
  return lowered === undefined ? undefined : String(lowered.values['taxYear']);
}

/** The first of the years in a row, up to that one, for which it must be used. */
function spellStart(decided: readonly Decision[], year: TaxYear): TaxYear {
  const before = decided.find((d) => d.taxYear === laterYear(year, -1));
  return before?.answer === 'must-use' ? spellStart(decided, before.taxYear) : year;
}

/** Who has sent an update, or a return through software, for a year of the spell has signed up for it. */
function hasSent(facts: Facts, from: PlainDate): boolean {
  const filed = facts.filings.filter((f) => f.kind === 'quarterly-update' && f.sentOn !== null);
  const returned = facts.returns.filter((r) => isSubmitted(facts, r));
  const years = [...facts.updates, ...filed, ...returned].map((sent) => sent.taxYear);
  return [...years, ...facts.taxReturnsSent].some((taxYear) => firstDay(taxYear) >= from);
}

const isIn = (facts: Facts, taxYear: TaxYear): boolean =>
  ['MTD Mandated', 'MTD Voluntary'].includes(statusTold(facts, taxYear));

/** Updates that are due by choice alone: why, and for how long. Who could leave after three years chose nothing. */
function chosenSteps(facts: Facts, decided: readonly Decision[], due: readonly DueThing[]): RawStep[] {
  const years = [...new Set(due.filter((d) => d.kind === 'quarterly-update' && !d.done).map((d) => d.taxYear))];
  const left = decided.find((d) => d.by === 'exit' && d.answer === 'need-not-use')?.taxYear;
  const isChosen = (y: TaxYear): boolean =>
    y >= taxYearOf(facts.asAt) && (left === undefined || y < left) && reporting(facts, decided, y).how === 'chosen';
  const chosen = years.filter(isChosen);
  return chosen.map((taxYear) => ({ code: 'due-by-choice', values: { taxYear }, link: null }));
}

/** Law lets a person leave; until they opt out, HMRC still shows them in (rules.md A3). */
function exitSteps(facts: Facts, decided: readonly Decision[], exit: ExitCount): RawStep[] {
  if (exit.earliestFrom === null) return [];
  const left = decided.find(
    (d) => firstDay(d.taxYear) === exit.earliestFrom && d.by === 'exit' && d.answer === 'need-not-use',
  );
  if (left === undefined || left.certainty === 'forecast' || statusTold(facts, left.taxYear) === 'Annual') return [];
  const gone = lastDay(left.taxYear) < facts.asAt ? { gone: 'yes' } : {};
  if (left.because.some((r) => r.values['flips'] !== undefined))
    return [{ code: 'ask-before-leaving', values: { from: exit.earliestFrom }, link: 'online-services' }];
  return [{ code: 'opt-out-to-leave', values: { from: exit.earliestFrom, ...gone }, link: 'online-services' }];
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
function graceSteps(facts: Facts, rules: RuleSet, decided: readonly Decision[], { latePayment }: Lateness): RawStep[] {
  const first = firstYearUnder(facts, rules, decided);
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
