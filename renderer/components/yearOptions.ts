/**
 * Which tax years can be chosen? The one that holds the day of the outlook, and the five before it, newest first.
 */
import { laterYear, taxYears, type TaxYear } from '../../shared/values/dates.ts';
import { taxYear } from '../../shared/wording/format.ts';

export interface YearOption {
  readonly value: TaxYear;
  readonly label: string;
}

/** Newest first: `yearOptions('2026-27')` begins with 2026 to 2027 and ends with 2021 to 2022. */
export const yearOptions = (newest: TaxYear): readonly YearOption[] =>
  taxYears(laterYear(newest, -5), newest)
    .toReversed()
    .map((value) => ({ value, label: taxYear(value) }));
