/**
 * Which records are shown? Those of a tax year, a source, or with some words in them.
 */
import { taxYearOf } from '../../shared/values/dates.ts';
import { records } from '../../shared/wording/records.ts';
import { narrowRecords, useStore, type RecordsView } from '../store.ts';
import { namedOptions, SelectField, TextField, type Option } from './Field.tsx';
import { yearOptions } from './yearOptions.ts';

const allSources = { value: '', label: records.allSources };
const withAll = (years: readonly Option[]): readonly Option[] => [{ value: '', label: records.allYears }, ...years];

export function RecordFilters({ view }: { readonly view: RecordsView }) {
  const sources = useStore((known) => known.sources);
  const asAt = useStore((known) => known.outlook?.asAt);
  const years = asAt === undefined ? [] : yearOptions(taxYearOf(asAt));
  return (
    <div className="row-of-fields tools">
      <SelectField
        id="filter-year"
        label={records.year}
        options={withAll(years)}
        value={view.taxYear ?? ''}
        onValue={(value) => narrowRecords({ taxYear: years.find((y) => y.value === value)?.value ?? null })}
      />
      <SelectField
        id="filter-source"
        label={records.source}
        options={namedOptions(sources, allSources)}
        value={view.source ?? ''}
        onValue={(value) => narrowRecords({ source: value === '' ? null : value })}
      />
      <TextField
        id="filter-text"
        label={records.text}
        place="wide"
        value={view.text}
        onValue={(text) => narrowRecords({ text })}
      />
    </div>
  );
}
