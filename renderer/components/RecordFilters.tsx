/**
 * Which records are shown? Those with some words in them, of a tax year or a quarter of it, a source, a property, an amount;
 * from the bank or typed, with a file or without. All that is asked for must fit.
 */
import { useState } from 'react';
import type { SourceShown, WordedProblem } from '../../shared/contract/contract.ts';
import { taxYearOf } from '../../shared/values/dates.ts';
import { records as words } from '../../shared/wording/records.ts';
import { narrowRecords, noFilters, useStore, type RecordFilters as Filters, type RecordsView } from '../store.ts';
import { MoneyField, namedOptions, SelectField, TextField, type Option } from './Field.tsx';
import { useYearOptions } from './yearOptions.ts';

const all = (label: string): Option => ({ value: '', label });
const quarters = [1, 2, 3, 4] as const;
const origins = ['bank', 'typed'] as const;
const fileOption = (attached: boolean | null): string =>
  ({ null: '', true: 'yes', false: 'no' })[String(attached)] ?? '';
const withFile = { yes: true, no: false } as const;
const originOptions = [all(words.anyOrigin), ...origins.map((value) => ({ value, label: words.origins[value] }))];
const fileOptions = [
  all(words.anyAttached),
  { value: 'yes', label: words.attachedYes },
  { value: 'no', label: words.attachedNo },
];
const quarterOptions = [
  all(words.allQuarters),
  ...quarters.map((n) => ({ value: String(n), label: words.quarters[n - 1] ?? '' })),
];
const withAllYears = (years: readonly Option[]): readonly Option[] => [all(words.allYears), ...years];
/** Those that stand in the second row, out of the way until somebody wants them. */
const further = ['quarter', 'letting', 'least', 'most', 'from', 'attached'] as const;

export const isFiltered = (filters: Filters): boolean =>
  Object.entries(noFilters).some(([name, none]) => filters[name as keyof Filters] !== none);

interface Asked {
  readonly view: RecordsView;
  /** What could not be read of an amount. */
  readonly problem: WordedProblem | undefined;
}

export function RecordFilters({ view, problem }: Asked) {
  const used = further.filter((name) => view[name] !== noFilters[name]).length;
  const [open, setOpen] = useState(used > 0);
  const shown = open || used > 0;
  return (
    <search className="record-filters">
      <div className="row-of-fields tools">
        <TextField
          id="filter-text"
          label={words.text}
          place="wide"
          value={view.text}
          onValue={(text) => narrowRecords({ text })}
        />
        <YearAndSource view={view} />
        <button type="button" aria-expanded={shown} aria-controls="further-filters" onClick={() => setOpen(!shown)}>
          {words.furtherFilters}
        </button>
        {isFiltered(view) ? (
          <button type="button" className="plain" onClick={clearFilters}>
            {words.clearFilters}
          </button>
        ) : null}
      </div>
      <div id="further-filters" hidden={!shown}>
        {shown ? <Further view={view} problem={problem} /> : null}
      </div>
    </search>
  );
}

/** Everything is shown again, and the reader is where words are typed. */
export function clearFilters(): void {
  narrowRecords(noFilters);
  document.getElementById('filter-text')?.focus();
}

function YearAndSource({ view }: { readonly view: RecordsView }) {
  const sources = useStore((known) => known.sources);
  const asAt = useStore((known) => known.outlook?.asAt);
  const years = useYearOptions(asAt === undefined ? undefined : taxYearOf(asAt));
  const choose = (value: string) => {
    const taxYear = years.find((y) => y.value === value)?.value ?? null;
    narrowRecords(taxYear === null ? { taxYear, quarter: null } : { taxYear });
  };
  return (
    <>
      <SelectField
        id="filter-year"
        label={words.year}
        options={withAllYears(years)}
        value={view.taxYear ?? ''}
        onValue={choose}
      />
      <SelectField
        id="filter-source"
        label={words.source}
        options={namedOptions(sources, all(words.allSources))}
        value={view.source ?? ''}
        onValue={(value) => narrowRecords({ source: value === '' ? null : value, letting: null })}
      />
    </>
  );
}

function Further({ view, problem }: Asked) {
  const wrong = (path: string) => (problem?.path === path ? problem.message : undefined);
  return (
    <div className="further-filters tools">
      <QuarterAndProperty view={view} />
      <MoneyField
        id="filter-least"
        label={words.least}
        value={view.least}
        problem={wrong('least')}
        onValue={(least) => narrowRecords({ least })}
      />
      <MoneyField
        id="filter-most"
        label={words.most}
        value={view.most}
        problem={wrong('most')}
        onValue={(most) => narrowRecords({ most })}
      />
      <SelectField
        id="filter-from"
        label={words.origin}
        options={originOptions}
        value={view.from ?? ''}
        onValue={(value) => narrowRecords({ from: origins.find((o) => o === value) ?? null })}
      />
      <SelectField
        id="filter-attached"
        label={words.attached}
        options={fileOptions}
        value={fileOption(view.attached)}
        onValue={(value) => narrowRecords({ attached: value === 'yes' || value === 'no' ? withFile[value] : null })}
      />
    </div>
  );
}

/** A quarter is one of a tax year: without one, the present year is meant. */
function QuarterAndProperty({ view }: { readonly view: RecordsView }) {
  const sources = useStore((known) => known.sources);
  const asAt = useStore((known) => known.outlook?.asAt);
  const lettings = propertiesOf(sources, view.source);
  const choose = (value: string) => {
    const quarter = quarters.find((n) => String(n) === value) ?? null;
    const present = asAt === undefined ? null : taxYearOf(asAt);
    narrowRecords(quarter === null ? { quarter } : { quarter, taxYear: view.taxYear ?? present });
  };
  return (
    <>
      <SelectField
        id="filter-quarter"
        label={words.quarter}
        options={quarterOptions}
        value={view.quarter === null ? '' : String(view.quarter)}
        onValue={choose}
      />
      {lettings.length === 0 ? null : (
        <SelectField
          id="filter-letting"
          label={words.letting}
          options={namedOptions(lettings, all(words.allLettings))}
          value={view.letting ?? ''}
          onValue={(value) => narrowRecords({ letting: value === '' ? null : value })}
        />
      )}
    </>
  );
}

const propertiesOf = (sources: readonly SourceShown[], source: string | null) =>
  sources.filter((s) => source === null || s.id === source).flatMap((s) => s.lettings);
