/**
 * Which circumstances mean that nothing need be done for a tax year?
 *
 * Each is tested over its own window (rules.md 5.1), in the order of the rule set; all that apply are listed, not the first.
 */
import type { Citation, ExemptionRule, RuleSet } from '../policy/policy.ts';
import {
  addDays,
  firstDay,
  later,
  laterYear,
  lastDay,
  taxYearOf,
  wholeYear,
  type Period,
  type TaxYear,
} from '../values/dates.ts';
import { sortedBy, type Circumstance, type CircumstanceKind, type Facts, type Source } from './facts.ts';
import { previousFilingYear } from './filing.ts';
import { isResident } from './parts.ts';

export interface Exemption {
  readonly kind: CircumstanceKind | 'not-resident';
  readonly cite: Citation;
  /** It has held within its window already, or the window is over, so nothing can change it. */
  readonly settled: boolean;
  /**
   * For its sentence: the year it is for; `in`, the year it has to have held in; `on`, the day; `from`, when it is still to
   * begin; `ended`, where what it rests on does not hold any more; `only`, where it counts for this year alone; `agreed` is
   * `not-known` where HMRC has to agree and has not said so.
   */
  readonly values: Readonly<Record<string, string>>;
}

/** All person-wide exemptions that apply to the year. Not resident in 2024-25 exempts 2026-27 (SI 2026/336 reg 43). */
export function exemptionsFor(facts: Facts, rules: RuleSet, year: TaxYear): Exemption[] {
  if (facts.circumstances.length + facts.residence.length === 0) return [];
  return rules.exemptions.flatMap((rule) => {
    if (rule.scope !== 'person' || (rule.onlyYear !== null && rule.onlyYear !== year)) return [];
    const exemption = exemptionBy(facts, rule, year);
    return exemption === null ? [] : [exemption];
  });
}

function exemptionBy(facts: Facts, rule: ExemptionRule, year: TaxYear): Exemption | null {
  const notResident = rule.kind === 'residence-and-remittance' && !isResident(facts, laterYear(year, -2));
  const told = facts.circumstances.filter((c) => c.kind === rule.kind && isOfTheirs(facts, c));
  if (!notResident && told.length === 0) return null;
  const window = windowOf(facts, rule, year);
  if (window === null) return null;
  const { cite } = rule;
  const only: Readonly<Record<string, string>> = rule.onlyYear === null ? {} : { only: 'yes' };
  if (notResident) {
    const values = { kind: 'not-resident', taxYear: year, in: laterYear(year, -2), ...only };
    return { kind: 'not-resident', cite, settled: window.to <= facts.asAt, values };
  }
  const holding = told.filter((c) => touches(c, window));
  const [first] = holding;
  if (first === undefined) return null;
  const settled = holding.some((c) => later(c.from, window.from) <= facts.asAt);
  const ended = holding.every((c) => c.to !== null && c.to < facts.asAt);
  const begins = holding.map((c) => c.from).toSorted()[0] ?? first.from;
  const values = {
    kind: first.kind,
    taxYear: year,
    ...heldIn(rule, window),
    ...(begins > facts.asAt ? { from: begins } : {}),
    ...(ended || window.to < facts.asAt ? { ended: 'yes' } : {}),
    ...only,
    ...(rule.onApplication && !hasAgreed(facts, year) ? { agreed: 'not-known' } : {}),
  };
  return { kind: first.kind, cite, settled, values };
}

/** The year or the day that is looked at, where it is one. */
function heldIn({ window }: ExemptionRule, { from }: Period): Readonly<Record<string, string>> {
  if (window === 'previous-filing-year') return { in: taxYearOf(from) };
  return window === 'day-before-year' ? { on: from } : {};
}

/** Has HMRC said that the person need not use it for that year: for it, or for one before with nothing else said since? */
export function hasAgreed({ statuses }: Facts, year: TaxYear): boolean {
  const last = sortedBy(statuses, (s) => s.taxYear).findLast((s) => s.taxYear <= year && s.status !== 'No Status');
  return last?.status === 'Digitally Exempt' || last?.status === 'MTD Exempt';
}

/** A circumstance of a source that is not among those declared exempts nobody. */
const isOfTheirs = ({ sources }: Facts, { source }: Circumstance): boolean =>
  source === null || sources.some((s) => s.id === source);

/** By what the source itself is left out for that year: a visiting performer's, qualifying care, foreign and not resident; or null. */
export function leftOutBy(facts: Facts, rules: RuleSet, source: Source, year: TaxYear): Citation | null {
  const isForeign = source.kind === 'foreign-property';
  if (rules.residence !== null && isForeign && !isResident(facts, laterYear(year, -2))) return rules.residence;
  if (facts.circumstances.length === 0) return null;
  const found = rules.exemptions.find((rule) => {
    if (rule.scope !== 'source' || (rule.notBefore !== null && year < rule.notBefore)) return false;
    if (rule.kind === 'new-non-resident-notice' && !isForeign) return false;
    const named = (c: Circumstance) =>
      c.source === source.id || (rule.kind === 'new-non-resident-notice' && c.source === null);
    return facts.circumstances.some((c) => c.kind === rule.kind && named(c) && touches(c, wholeYear(year)));
  });
  return found?.cite ?? null;
}

const touches = (c: Circumstance, window: Period): boolean =>
  c.from <= window.to && (c.to === null || c.to >= window.from);

function windowOf(facts: Facts, rule: ExemptionRule, year: TaxYear): Period | null {
  const before = addDays(firstDay(year), -1);
  if (rule.window === 'any-part-of-year') return wholeYear(year);
  if (rule.window === 'day-before-year') return { from: before, to: before };
  const filed = previousFilingYear(facts, year);
  if (filed === null) return null;
  return rule.window === 'previous-filing-year' ? wholeYear(filed) : { from: firstDay(filed), to: lastDay(year) };
}
