/**
 * Does a source count in a year, and what is its part of the income?
 *
 * What is left out (foreign property while not resident, activities the law leaves out) and how a part of a year is scaled
 * (SI 2026/336 regs 26, 28 and 29, SALF1450 to 1470; rules.md 1.10 and 1.11). Both a return and the books are read by this.
 */
import type { Form } from '../policy/categories.ts';
import type { RuleSet } from '../policy/policy.ts';
import { daysIn, lastDay, type Period, type TaxYear, wholeYear } from '../values/dates.ts';
import type { Pence } from '../values/money.ts';
import { annualise } from './annualisation.ts';
import type { RowsLink } from './answers.ts';
import type { Facts, Source } from './facts.ts';
import { lifeWithin } from './filing.ts';
import type { LeftOutIncome, SourceIncome } from './yearIncome.ts';

/** Is the person treated as resident in the UK in that year? They are unless told otherwise. */
export function isResident(facts: Facts, taxYear: TaxYear): boolean {
  return facts.residence.find((r) => r.taxYear === taxYear)?.ukResident ?? true;
}

/** Why a source's income is not part of the test in that year, or null if it is. What nobody declared is what its form is for. */
export function outside(
  facts: Facts,
  rules: RuleSet,
  taxYear: TaxYear,
  id: string,
  form: Form | null = null,
): Pick<LeftOutIncome, 'code' | 'cite'> | null {
  const kind = facts.sources.find((s) => s.id === id)?.kind;
  const isForeign = kind === 'foreign-property' || (kind === undefined && form === 'SA106');
  const { residence } = rules;
  if (residence !== null && isForeign && !isResident(facts, taxYear)) return { code: 'not-resident', cite: residence };
  if (facts.circumstances.length === 0) return null;
  const activity = rules.exemptions.find(
    (rule) =>
      rule.scope === 'source' &&
      rule.kind !== 'new-non-resident-notice' &&
      holdsFor(facts, rule.kind, id, wholeYear(taxYear)),
  );
  return activity === undefined ? null : { code: 'activity-left-out', cite: activity.cite };
}

function holdsFor(facts: Facts, kind: string, source: string, period: Period): boolean {
  return facts.circumstances.some(
    (c) => c.kind === kind && c.source === source && c.from <= period.to && (c.to === null || c.to >= period.from),
  );
}

/** What is told of a part beside its amount. */
export interface PartDetail {
  readonly period?: Period | null;
  readonly grossUpCeased?: boolean;
  readonly justAndReasonable?: Pence | null;
  readonly rows?: RowsLink;
}

/** The part one source has in the year: its amount, the period it is for and what it comes to over a whole year. */
export function sourceIncome(
  source: Source | undefined,
  id: string,
  taxYear: TaxYear,
  gross: Pence,
  detail: PartDetail,
): SourceIncome {
  const life = source === undefined ? wholeYear(taxYear) : (lifeWithin(source, taxYear) ?? wholeYear(taxYear));
  const period = detail.period ?? life;
  const ceased = source?.ceasedOn != null && source.ceasedOn <= lastDay(taxYear);
  const endedEarly = ceased && daysIn(period) < daysIn(wholeYear(taxYear));
  const scaling = annualise(gross, period, taxYear);
  return {
    source: id,
    name: source?.name ?? id,
    gross,
    period,
    accounts: period.from !== life.from || period.to !== life.to,
    scaling,
    endedEarly,
    notScaled: endedEarly && detail.grossUpCeased !== true,
    justAndReasonable: detail.justAndReasonable ?? null,
    rows: detail.rows ?? null,
  };
}
