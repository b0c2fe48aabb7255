/**
 * How does a person report for a tax year, and from when do HMRC's new penalties reach them?
 *
 * What HMRC has said about a year decides that year; where it has said nothing, the law's answer does (rules.md 6.4).
 */
import type { RuleSet } from '../policy/policy.ts';
import type { TaxYear } from '../values/dates.ts';
import type { Decision } from './decisions.ts';
import type { Facts, ReportingStatus } from './facts.ts';

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

/** How a person reports for a year, and who says so: HMRC, the law, or that they were in and it is not known that they are out. */
export function reporting(
  facts: Facts,
  decided: readonly Decision[],
  taxYear: TaxYear,
): { how: Reporting; by: 'hmrc' | 'law' | 'until-known' } {
  const told = reportingBy[statusTold(facts, taxYear)];
  if (told !== null) return { how: told, by: 'hmrc' };
  const settled = decided.findLast((d) => d.taxYear <= taxYear && isSettled(d));
  const must = settled?.answer === 'must-use';
  return { how: must ? 'must' : 'return-only', by: settled?.taxYear === taxYear ? 'law' : 'until-known' };
}

/** Who was in has the duties of it until it is known that they are out (rules.md A3). */
const isSettled = ({ answer }: Decision): boolean => answer === 'must-use' || answer === 'need-not-use';

/** Who sends updates, having to or by choice. */
export const sendsUpdates = (how: Reporting): boolean => how === 'must' || how === 'chosen';

/**
 * The first tax year under HMRC's new penalties: that in which updates were first to be sent, which goes on after opting out,
 * or that in which they reach everybody (rules.md 4.1 and 4.2). Null where the rule set has none.
 */
export function firstYearUnder(facts: Facts, { penalties }: RuleSet, decided: readonly Decision[]): TaxYear | null {
  if (penalties === null) return null;
  const { everybodyFrom } = penalties;
  const isBefore = (year: TaxYear): boolean =>
    year < everybodyFrom && sendsUpdates(reporting(facts, decided, year).how);
  const first = [...facts.statuses, ...decided].filter(({ taxYear }) => isBefore(taxYear)).map((y) => y.taxYear);
  return first.toSorted()[0] ?? everybodyFrom;
}
