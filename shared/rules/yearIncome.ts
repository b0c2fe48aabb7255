/**
 * What does a year's income consist of, and what do its parts add up to?
 *
 * Exact fractions; a part year counts by the method used, by days, or by the amount the person thinks just and reasonable.
 */
import type { Citation } from '../policy/policy.ts';
import type { Period, TaxYear } from '../values/dates.ts';
import { nothing, plus, whole, type Fraction, type Pence } from '../values/money.ts';
import type { Annualised } from './annualisation.ts';
import type { IncomeBasis, RowsLink } from './answers.ts';

/** One source's part of a year's income. */
export interface SourceIncome {
  readonly source: string;
  /** What sentences call it. */
  readonly name: string;
  readonly gross: Pence;
  readonly period: Period;
  /** The period is that of its accounts, not its life within the year. */
  readonly accounts: boolean;
  readonly scaling: Annualised;
  /** It ended within the year, after less than one: whether such a part is scaled up is open (rules.md A5). */
  readonly endedEarly: boolean;
  /** A source that ceased is not scaled up unless its line says so. */
  readonly notScaled: boolean;
  readonly justAndReasonable: Pence | null;
  readonly rows: RowsLink | null;
}

export interface LeftOutIncome {
  readonly code: 'rent-a-room' | 'allowance' | 'box-does-not-count' | 'not-resident' | 'activity-left-out';
  readonly source: string;
  readonly box: string | null;
  readonly amount: Pence;
  readonly cite: Citation;
}

export interface YearIncome {
  readonly taxYear: TaxYear;
  readonly basis: IncomeBasis;
  readonly parts: readonly SourceIncome[];
  readonly leftOut: readonly LeftOutIncome[];
}

/** What a part counts for, by the method used. */
export function usedValue(part: SourceIncome): Fraction {
  return part.notScaled ? whole(part.gross) : part.scaling.value;
}

/** The year's total by the method used. */
export function total(income: YearIncome): Fraction {
  return income.parts.reduce((t, p) => plus(t, usedValue(p)), whole(nothing));
}

/** The year's total with every part year scaled by days. */
export function totalByDays(income: YearIncome): Fraction {
  const byDays = (p: SourceIncome) => (p.notScaled ? whole(p.gross) : (p.scaling.byDays ?? p.scaling.value));
  return income.parts.reduce((t, p) => plus(t, byDays(p)), whole(nothing));
}

/** The year's total with what ended within it read the other way: scaled up where it is not, as it is where it is. */
export function totalEndedOtherwise(income: YearIncome): Fraction {
  const other = (p: SourceIncome) => {
    if (!p.endedEarly) return usedValue(p);
    return p.notScaled ? p.scaling.value : whole(p.gross);
  };
  return income.parts.reduce((t, p) => plus(t, other(p)), whole(nothing));
}

/** The year's total with the just and reasonable amounts in place of scaled ones; the same as `total` where there are none. */
export function totalJustAndReasonable(income: YearIncome): Fraction {
  const fair = (p: SourceIncome) => (p.justAndReasonable === null ? usedValue(p) : whole(p.justAndReasonable));
  return income.parts.reduce((t, p) => plus(t, fair(p)), whole(nothing));
}
