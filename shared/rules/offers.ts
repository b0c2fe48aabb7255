/**
 * What does HMRC's own service let a person choose, and what would each choice change?
 *
 * By the three years' reporting (`hmrc/income-tax-view-change-frontend` 99ba1c1; rules.md 6.3). `becomes` is for programs and never shown.
 */
import { laterYear, taxYearOf, type TaxYear } from '../values/dates.ts';
import type { Choice, Offer } from './answers.ts';
import type { Facts, ReportingStatus } from './facts.ts';
import { isReturnSent } from './filing.ts';
import type { Decision } from './decisions.ts';
import type { RawStep } from './reasons.ts';
import { statusTold } from './reporting.ts';

/** The three years HMRC's service looks at: the one before, the one that holds `asAt`, the one after. */
export interface Three {
  readonly years: readonly [previous: TaxYear, current: TaxYear, next: TaxYear];
  readonly statuses: readonly [ReportingStatus, ReportingStatus, ReportingStatus];
  readonly previousReturnSent: boolean;
}

export function threeYears(facts: Facts): Three {
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

/**
 * What may be chosen; signing up early is nothing to whoever must already. Where HMRC's service sends something else than it
 * offers, the step says to check afterwards (rules.md 6.3, A18).
 */
export function choiceSteps(
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
  const both = cy === 'Annual' && ny === 'Annual';
  if ((signUp.offered.includes(years[2]) && ny === 'No Status') || (both && !mustUse(years[1])))
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
