/**
 * What must a reader know before relying on the answer?
 *
 * What was told and cannot be taken at its word: rules that may have changed, HMRC and the figures saying different things,
 * names nobody declared, figures that do not fit together. Never a reason, never silent.
 */
import { formFits } from '../policy/categories.ts';
import { inYear, type Box, type RuleSet } from '../policy/policy.ts';
import { earlier, firstDay, lastDay, type PlainDate } from '../values/dates.ts';
import { sum, toPounds } from '../values/money.ts';
import { sendFrom } from './calendar.ts';
import type { Decision } from './decisions.ts';
import { hasAgreed } from './exemptions.ts';
import { nameOf, sortedBy, type Facts, type RecordsTotal, type TaxReturn } from './facts.ts';
import { isSubmitted, lifeWithin } from './filing.ts';
import { isBeyond } from './penalties.ts';
import { periodEnd } from './periods.ts';
import type { RawReason } from './reasons.ts';
import { reporting } from './reporting.ts';

export type RawProblem = Pick<RawReason, 'code' | 'values'>;

/** `all` is what was told, with what is dated after the day looked from; `facts` are without that. */
export function problems(facts: Facts, rules: RuleSet, decided: readonly Decision[], all: Facts): RawProblem[] {
  const review = { checked: rules.checkedOn, review: rules.reviewBy };
  const found = [
    ...(facts.asAt > rules.reviewBy ? [{ code: 'rules-may-have-changed', values: review }] : []),
    ...differing(facts, decided),
    ...unknownSources(facts),
    ...misfits(facts),
    ...oddDays(facts, rules),
    ...outsideTheirDays(facts),
    ...datedLater(all),
    ...oddReturns(facts, rules),
    ...leftOutBoxes(facts, rules),
    ...(isBeyond(facts, rules, decided) ? [{ code: 'penalties-not-worked-out', values: {} }] : []),
  ];
  return [...new Map(found.map((p) => [JSON.stringify(p), p])).values()];
}

/** Years for which HMRC has said one thing and the figures another. */
function differing(facts: Facts, decided: readonly Decision[]): RawProblem[] {
  return decided.flatMap(({ taxYear, answer, exemptions }) => {
    const { how } = reporting(facts, decided, taxYear);
    const differs = (answer === 'must-use' && how !== 'must') || (answer === 'need-not-use' && how === 'must');
    const agreed = hasAgreed(facts, taxYear) ? { agreed: 'yes' } : {};
    const exempt = answer === 'need-not-use' && exemptions.length > 0 ? { exempt: 'yes' } : {};
    return differs ? [{ code: 'hmrc-and-law-differ', values: { taxYear, ...agreed, ...exempt } }] : [];
  });
}

const linesOf = ({ returns }: Facts) => returns.flatMap((r) => [r, ...r.amendments]).flatMap((r) => r.lines);

function unknownSources(facts: Facts): RawProblem[] {
  const declared = new Set(facts.sources.map((s) => s.id));
  const { updates, records, expected, circumstances, filings } = facts;
  const counted = [...linesOf(facts), ...updates.flatMap((u) => u.lines), ...records];
  const named = [...counted, ...expected, ...circumstances, ...filings];
  const counts = new Set(counted.map((x) => x.source));
  const unknown = new Set(named.flatMap((x) => x.source ?? []).filter((id) => !declared.has(id)));
  return [...unknown].toSorted().map((source) => ({
    code: 'source-unknown',
    values: { source, ...(counts.has(source) ? { counted: 'yes' } : {}) },
  }));
}

function misfits(facts: Facts): RawProblem[] {
  const lines = linesOf(facts);
  const wrongForms = facts.sources.flatMap(({ id, kind }) => {
    const forms = new Set(lines.flatMap((l) => (l.source === id ? [l.form] : [])));
    const wrong = [...forms].filter((form) => !formFits(form, kind)).toSorted();
    return wrong.map((form) => ({
      code: 'form-does-not-fit',
      values: { source: id, name: nameOf(facts, id), kind, form },
    }));
  });
  const wrongTotals = facts.records.filter(doesNotAddUp).map(({ source, taxYear }) => ({
    code: 'total-does-not-fit',
    values: { source, name: nameOf(facts, source), taxYear },
  }));
  return [...wrongForms, ...wrongTotals];
}

/** Days, where they are given, are all of the total, and lie between the year's first and the day it goes up to. */
function doesNotAddUp({ taxYear, upTo, gross, days }: RecordsTotal): boolean {
  const last = lastDay(taxYear);
  if (upTo < firstDay(taxYear) || upTo > last) return true;
  const outside = days.some(([on]) => on < firstDay(taxYear) || on > upTo);
  return outside || (days.length > 0 && sum(days.map(([, , amount]) => amount)) !== gross);
}

/** Days on which what was told cannot have been, or hardly: HMRC takes no update so early, and no return before the year is over. */
function oddDays(facts: Facts, rules: RuleSet): RawProblem[] {
  const updates = updatesTold(facts).flatMap(({ taxYear, quarter, sentOn, sources }): RawProblem[] => {
    const periodsOf = (id: string) => facts.sources.find((s) => s.id === id)?.updatePeriods[taxYear] ?? 'standard';
    const ends = sources.map((id) => lastDayOf(facts, id, periodEnd(taxYear, quarter, periodsOf(id))));
    const early = ends.length > 0 && ends.every((end) => sentOn < sendFrom(rules, end));
    return early ? [{ code: 'update-too-early', values: { taxYear, quarter, on: sentOn } }] : [];
  });
  const filed = facts.filings.flatMap(({ kind, taxYear, sentOn: on }): RawProblem[] => {
    const isReturn = kind === 'tax-return' || kind === 'final-declaration';
    return isReturn && on !== null && on <= lastDay(taxYear)
      ? [{ code: 'return-too-early', values: { taxYear, on } }]
      : [];
  });
  const returns = facts.returns.flatMap(({ taxYear, noticeGivenOn, submittedOn: on }): RawProblem[] => {
    if (on === null) return [];
    const early = on <= lastDay(taxYear) ? [{ code: 'return-too-early', values: { taxYear, on } }] : [];
    const before = noticeGivenOn != null && noticeGivenOn > on;
    return before ? [...early, { code: 'notice-after-return', values: { taxYear } }] : early;
  });
  return [...updates, ...filed, ...returns];
}

/** Updates with their figures, and those of which only the day was told. */
function updatesTold({ updates, filings, sources }: Facts) {
  const byHand = filings.flatMap(({ kind, taxYear, quarter, source, sentOn }) =>
    kind !== 'quarterly-update' || quarter === null || sentOn === null
      ? []
      : [{ taxYear, quarter, sentOn, sources: source === null ? sources.map((s) => s.id) : [source] }],
  );
  return [...updates.map((u) => ({ ...u, sources: u.lines.map((l) => l.source) })), ...byHand];
}

/** What `knownBy` leaves out whole, because it is dated after the day looked from: it has not happened, or the day is a slip. */
function datedLater({ asAt, returns, updates, records, filings, payments }: Facts): readonly RawProblem[] {
  const told = [
    ...returns.flatMap(({ taxYear, noticeGivenOn, submittedOn, amendments }) => [
      { what: 'notice', taxYear, on: noticeGivenOn },
      { what: 'tax-return', taxYear, on: submittedOn },
      ...amendments.map((a) => ({ what: 'amendment', taxYear, on: a.madeOn })),
    ]),
    ...updates.map(({ taxYear, sentOn }) => ({ what: 'quarterly-update', taxYear, on: sentOn })),
    ...records.filter((r) => r.days.length === 0).map(({ taxYear, upTo }) => ({ what: 'records', taxYear, on: upTo })),
    ...filings.map(({ kind, taxYear, sentOn }) => ({ what: kind, taxYear, on: sentOn })),
    ...payments.map(({ taxYear, paidOn }) => ({ what: 'payment', taxYear, on: paidOn })),
  ];
  const found = told.flatMap(({ what, taxYear, on }) =>
    on != null && on > asAt ? [{ code: 'dated-later', values: { what, taxYear, on, asAt } }] : [],
  );
  return sortedBy(found, ({ values: { taxYear, what, on } }) => `${taxYear} ${what} ${on}`);
}

/** The last day of a period, or that of a source which ended within it. */
function lastDayOf({ sources }: Facts, id: string, end: PlainDate): PlainDate {
  const ceased = sources.find((s) => s.id === id)?.ceasedOn ?? null;
  return ceased === null ? end : earlier(ceased, end);
}

/** Figures of a source for a year in which, by its days, it was not carried on. */
function outsideTheirDays(facts: Facts): readonly RawProblem[] {
  const told = [
    ...facts.returns.flatMap((r) => standingLines(r).map(({ source }) => ({ source, taxYear: r.taxYear }))),
    ...facts.records.filter((r) => r.gross !== 0),
    ...facts.updates.flatMap((u) =>
      u.lines.flatMap(({ source, gross }) => (gross === 0 ? [] : [{ source, taxYear: u.taxYear }])),
    ),
  ];
  const found = told.flatMap(({ source, taxYear }): RawProblem[] => {
    const declared = facts.sources.find((s) => s.id === source);
    if (declared === undefined || lifeWithin(declared, taxYear) !== undefined) return [];
    return [{ code: 'outside-its-days', values: { source, name: nameOf(facts, source), taxYear } }];
  });
  return sortedBy(found, ({ values }) => `${values['source']} ${values['taxYear']}`);
}

/** The lines of a return that say more than nothing, as its last amendment leaves them. */
const standingLines = ({ lines, amendments }: TaxReturn) =>
  (amendments.at(-1)?.lines ?? lines).filter((l) => l.amount > 0);

/** Returns sent without a figure by who had something, and more left off one than may be. */
function oddReturns(facts: Facts, { leftOffLimits }: RuleSet): RawProblem[] {
  return facts.returns.flatMap((r): RawProblem[] => {
    const { taxYear, notOnReturn } = r;
    const empty = r.lines.length + r.amendments.length + notOnReturn.length === 0;
    const had = facts.sources.some((s) => lifeWithin(s, taxYear) !== undefined);
    if (isSubmitted(facts, r) && empty && had) return [{ code: 'return-without-figures', values: { taxYear } }];
    return tooMuchLeftOff(facts, r, leftOffLimits.value);
  });
}

/** Money in boxes that do not count: right for some, and for others a slip of the pen that loses it. */
function leftOutBoxes(facts: Facts, rules: RuleSet): RawProblem[] {
  return facts.returns.flatMap((r) => {
    const boxes = inYear(rules.boxes, r.taxYear)?.value;
    return standingLines(r).flatMap(({ form, box, amount }): RawProblem[] => {
      const isThis = (b: Box): boolean => b.form === form && b.box === box;
      if (boxes === undefined || boxes.some(isThis)) return [];
      const once = rules.boxes.findLast((row) => row.value.some(isThis))?.to ?? null;
      const values = { taxYear: r.taxYear, form, box, amount: toPounds(amount), ...(once === null ? {} : { once }) };
      return [{ code: 'box-left-out', values }];
    });
  });
}

/** A trading and a property allowance stand beside each other; Rent-a-Room is one amount for all. */
function tooMuchLeftOff(
  { sources }: Facts,
  { taxYear, notOnReturn }: TaxReturn,
  limits: RuleSet['leftOffLimits']['value'],
): RawProblem[] {
  const isTrade = (id: string): boolean => sources.find((s) => s.id === id)?.kind === 'self-employment';
  const kinds = [
    { limit: limits['rent-a-room'], of: notOnReturn.filter((n) => n.what === 'rent-a-room') },
    { limit: limits.allowance, of: notOnReturn.filter((n) => n.what === 'allowance' && isTrade(n.source)) },
    { limit: limits.allowance, of: notOnReturn.filter((n) => n.what === 'allowance' && !isTrade(n.source)) },
  ];
  return kinds.flatMap(({ limit, of }) => {
    const amount = sum(of.map((n) => n.amount));
    const values = { taxYear, amount: toPounds(amount), limit: toPounds(limit) };
    return amount > limit ? [{ code: 'too-much-left-out', values }] : [];
  });
}
