/**
 * Which tax years can be chosen? The one that holds the day of the outlook, the five before it, and any other with records in
 * it, newest first.
 */
import { useCallback, useState } from 'react';
import { laterYear, taxYears, type TaxYear } from '../../shared/values/dates.ts';
import { taxYear } from '../../shared/wording/format.ts';
import { ask } from '../store.ts';
import { useAfterWrites } from './useAfterWrites.ts';

export interface YearOption {
  readonly value: TaxYear;
  readonly label: string;
}

/** Newest first: `yearOptions('2026-27')` begins with 2026 to 2027 and ends with 2021 to 2022. */
export const yearOptions = (newest: TaxYear, recorded: readonly TaxYear[] = []): readonly YearOption[] =>
  [...new Set([...taxYears(laterYear(newest, -5), newest), ...recorded])]
    .toSorted()
    .toReversed()
    .map((value) => ({ value, label: taxYear(value) }));

/** The same, with the years of the books; none before there is an outlook. */
export function useYearOptions(newest: TaxYear | undefined): readonly YearOption[] {
  const [recorded, setRecorded] = useState<readonly TaxYear[]>([]);
  const read = useCallback(() => {
    void ask('records.years', {}).then((years) => {
      if (years.ok) setRecorded(years.value);
    });
  }, []);
  useAfterWrites(read);
  return newest === undefined ? [] : yearOptions(newest, recorded);
}
