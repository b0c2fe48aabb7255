/**
 * What can a person choose, and what should they do next?
 *
 * The steps in order; what HMRC's service offers stands in `offers.ts`.
 */
import { inYear, type RuleSet } from '../policy/policy.ts';
import { addDays, firstDay, lastDay, laterYear, taxYearOf, type PlainDate, type TaxYear } from '../values/dates.ts';
import type { Offer } from './answers.ts';
import type { DueThing } from './calendar.ts';
import type { Decision } from './decisions.ts';
import type { Gap } from './evidence.ts';
import { hasAgreed } from './exemptions.ts';
import type { ExitCount } from './exit.ts';
import type { Facts } from './facts.ts';
import { digitalStart, isReturnSent, lifeWithin } from './filing.ts';
import { choiceSteps, optOutOffer, signUpOffer, threeYears } from './offers.ts';
import type { Lateness } from './penalties.ts';
import type { RawReason, RawStep } from './reasons.ts';
import { firstYearUnder, statusTold } from './reporting.ts';
import { recordsFor } from './runRate.ts';

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
  return {
    signUp,
    optOut,
    steps: [
      ...mustSteps(facts, decided),
      ...overdueUpdates(facts, rules, due),
      ...gapSteps(facts, decided),
      ...askSteps(facts, decided),
      ...unsortedSteps(decided),
      ...unfinishedSteps(facts, decided),
      ...choiceSteps(three, decided, signUp, optOut),
      ...exitSteps(facts, decided, exit),
      ...exemptSteps(facts, decided),
      ...differingSteps(facts, decided),
      ...laterStartSteps(facts, rules, decided),
      ...endSteps(facts, due),
      ...graceSteps(facts, rules, decided, lateness),
      ...emptySteps(facts, rules),
    ],
  };
}

/** What to do about having to use it: get ready and sign up by the date; nothing for who is in. */
function mustSteps(facts: Facts, decided: readonly Decision[]): RawStep[] {
  const coming = decided.filter((d) => d.taxYear >= taxYearOf(facts.asAt) && !hasAgreed(facts, d.taxYear));
  const first = coming.find((d) => d.answer === 'must-use');
  if (first === undefined || isIn(facts, first.taxYear)) return [];
  const from = firstDay(spellStart(decided, first.taxYear));
  if (hasSent(facts, from)) return [];
  const begun = from <= facts.asAt;
  const code = begun ? 'sign-up-now' : first.certainty === 'forecast' ? 'get-ready' : 'sign-up-by';
  const already = first.because.some((r) => r.values['already'] !== undefined) ? { already: 'yes' } : {};
  return [
    { code, values: { from, ...already }, link: 'sign-up' },
    { code: 'choose-software', values: begun ? {} : { from }, link: 'software' },
    { code: 'check-exemption', values: {}, link: 'exemption' },
  ];
}

/** Updates whose day has gone by and of which nothing says that they were sent. */
function overdueUpdates(facts: Facts, rules: RuleSet, due: readonly DueThing[]): RawStep[] {
  const gone = due.filter(
    (d) =>
      d.kind === 'quarterly-update' && d.dueOn < facts.asAt && d.sentOn === null && !isReturnSent(facts, d.taxYear),
  );
  const days = [...new Set(gone.map((d) => d.dueOn))];
  const by = days.at(-1);
  if (by === undefined) return [];
  const covers: RawStep['values'] = rules.updates.cumulative ? { covers: 'yes' } : {};
  return [{ code: 'send-overdue-updates', values: { count: days.length, by, ...covers }, link: null }];
}

/** How what is missing is given, each thing once; returns that are overdue together. */
function gapSteps(facts: Facts, decided: readonly Decision[]): RawStep[] {
  const gaps = decided.flatMap((d) => d.missing);
  const once = [...new Map(gaps.map((g) => [`${g.taxYear} ${g.code} ${g.source?.id}`, g])).values()];
  const isUnsent = ({ code, taxYear }: Gap): boolean =>
    code === 'tax-return-overdue' && taxYear !== null && !facts.taxReturnsSent.includes(taxYear);
  const unsent = once.filter(isUnsent).flatMap((g) => g.taxYear ?? []);
  return [...overdueSteps(unsent.toSorted()), ...once.filter((g) => !isUnsent(g)).flatMap((g) => gapStep(facts, g))];
}

function overdueSteps(years: readonly TaxYear[]): RawStep[] {
  const [first, last] = [years[0], years.at(-1)];
  if (first === undefined || last === undefined) return [];
  const one = { code: 'send-overdue-return', values: { taxYear: first } };
  const many = { code: 'send-overdue-returns', values: { count: years.length, first, last } };
  return [{ ...(years.length === 1 ? one : many), link: 'self-assessment' }];
}

function gapStep(facts: Facts, { code, taxYear, source }: Gap): RawStep[] {
  if (code === 'sources') return [{ code: 'add-sources', values: {}, link: null }];
  if (taxYear === null) return [];
  const values = { taxYear, ...(source === null ? {} : { name: source.name }) };
  const step = code === 'fourth-update' && facts.asAt <= lastDay(taxYear) ? 'complete-year-later' : stepFor[code];
  return step === undefined ? [] : [{ code: step, values, link: null }];
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

/** An exemption HMRC has to agree to, or has agreed to; one for VAT that HMRC has to hear of (rules.md 5.1 and 5.2). */
function exemptSteps(facts: Facts, decided: readonly Decision[]): RawStep[] {
  const coming = decided.filter((d) => d.taxYear >= taxYearOf(facts.asAt) && d.exemptions.length > 0);
  const all = coming.flatMap((d) => d.exemptions);
  const toApply = coming.some((d) => d.exemptions.every((e) => e.values['agreed'] !== undefined));
  const agreed = coming.some((d) => hasAgreed(facts, d.taxYear)) || hasAgreed(facts, taxYearOf(facts.asAt));
  return [
    ...(toApply && !agreed ? [{ code: 'apply-for-exemption', values: {}, link: 'exemption' }] : []),
    ...(agreed ? [{ code: 'tell-when-exemption-ends', values: {}, link: 'exemption' }] : []),
    ...(all.some((e) => e.kind === 'vat-exempt')
      ? [{ code: 'tell-hmrc-vat-exempt', values: {}, link: 'exemption' }]
      : []),
  ];
}

/** Lawful ways of counting that fall on opposite sides: only HMRC can say which one it takes. */
function askSteps(facts: Facts, decided: readonly Decision[]): RawStep[] {
  const open = decided.filter(
    (d) =>
      d.taxYear >= taxYearOf(facts.asAt) &&
      d.because.some((r) => r.code === 'methods-disagree' || r.code === 'just-and-reasonable-disagrees'),
  );
  return open.map(({ taxYear }) => ({ code: 'ask-which', values: { taxYear }, link: 'check-when' }));
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
  const lowered = because.find((r) => r.code === 'return-lowered' && isIt(r));
  return lowered === undefined ? undefined : String(lowered.values['taxYear']);
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
function hasSent({ updates, filings, taxReturnsSent }: Facts, from: PlainDate): boolean {
  const sent = filings.filter((f) => f.kind === 'quarterly-update' && f.sentOn !== null);
  const years = [...updates.map((u) => u.taxYear), ...sent.map((f) => f.taxYear), ...taxReturnsSent];
  return years.some((taxYear) => firstDay(taxYear) >= from);
}

const isIn = (facts: Facts, taxYear: TaxYear): boolean =>
  ['MTD Mandated', 'MTD Voluntary'].includes(statusTold(facts, taxYear));

/** Law lets a person leave; until they opt out, HMRC still shows them in (rules.md A3). */
function exitSteps(facts: Facts, decided: readonly Decision[], exit: ExitCount): RawStep[] {
  if (exit.earliestFrom === null) return [];
  const left = decided.find(
    (d) => firstDay(d.taxYear) === exit.earliestFrom && d.by === 'exit' && d.answer === 'need-not-use',
  );
  if (left === undefined || left.certainty === 'forecast' || statusTold(facts, left.taxYear) === 'Annual') return [];
  const gone = lastDay(left.taxYear) < facts.asAt ? { gone: 'yes' } : {};
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
