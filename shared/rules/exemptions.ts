/**
 * Which circumstances mean that nothing need be done for a tax year?
 *
 * Each is tested over its own window (rules.md 5.1), in the order of the rule set; all that apply are listed, not the first.
 */
import type { Citation, ExemptionRule, RuleSet } from '../policy/policy.ts';
import { addDays, firstDay, later, laterYear, lastDay, wholeYear, type Period, type TaxYear } from '../values/dates.ts';
import type { Circumstance, CircumstanceKind, Facts, Source } from './facts.ts';
import { previousFilingYear } from './filing.ts';
import { isResident } from './parts.ts';

export interface Exemption {
  readonly kind: CircumstanceKind | 'not-resident';
  readonly cite: Citation;
  /** It has held within its window already, or the window is over, so nothing can change it. */
  readonly settled: boolean;
  /** What it rests on does not hold any more: it is said as of then. */
  readonly ended: boolean;
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
  if (notResident) return { kind: 'not-resident', cite: rule.cite, settled: window.to <= facts.asAt, ended: false };
  const holding = told.filter((c) => touches(c, window));
  const [first] = holding;
  if (first === undefined) return null;
  const settled = holding.some((c) => later(c.from, window.from) <= facts.asAt);
  const ended = holding.every((c) => c.to !== null && c.to < facts.asAt);
  return { kind: first.kind, cite: rule.cite, settled, ended };
}

/** A circumstance of a source that is not among those declared exempts nobody. */
const isOfTheirs = ({ sources }: Facts, { source }: Circumstance): boolean =>
  source === null || sources.some((s) => s.id === source);

/** Is the source itself left out for that year: a visiting performer's, qualifying care, or foreign and not resident? */
export function isSourceLeftOut(facts: Facts, rules: RuleSet, source: Source, year: TaxYear): boolean {
  if (source.kind === 'foreign-property' && !isResident(facts, laterYear(year, -2))) return true;
  if (facts.circumstances.length === 0) return false;
  return rules.exemptions.some((rule) => {
    if (rule.scope !== 'source') return false;
    if (rule.kind === 'new-non-resident-notice' && source.kind !== 'foreign-property') return false;
    const named = (c: Circumstance) =>
      c.source === source.id || (rule.kind === 'new-non-resident-notice' && c.source === null);
    return facts.circumstances.some((c) => c.kind === rule.kind && named(c) && touches(c, wholeYear(year)));
  });
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
