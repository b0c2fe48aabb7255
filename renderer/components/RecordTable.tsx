/**
 * What stands in Records: the list, or what goes there while it is empty. Other filters begin at its top.
 */
import { count, thousands } from '../../shared/wording/format.ts';
import { records as words } from '../../shared/wording/records.ts';
import type { RecordsView } from '../store.ts';
import { clearFilters, isFiltered } from './RecordFilters.tsx';
import { RecordGrid } from './RecordGrid.tsx';
import { filtersOf, type RecordPages } from './recordPages.ts';

export function RecordTable({ pages, view }: { readonly pages: RecordPages; readonly view: RecordsView }) {
  const { length, ready, problem } = pages;
  const ofField = problem?.path === 'least' || problem?.path === 'most';
  if (problem !== undefined && !ofField) return <p role="alert">{problem.message}</p>;
  // As tall as what new books show, so that nothing below it moves away under a hand.
  if (!ready) return <p className="sheet quiet empty">{words.loading}</p>;
  if (length === 0) return <Empty filtered={isFiltered(filtersOf(view))} />;
  return (
    <>
      <RecordGrid key={JSON.stringify(filtersOf(view))} pages={pages} filters={filtersOf(view)} />
      <p className="under-table quiet small" role="status">
        {pages.atLeast ? words.atLeast(thousands(pages.count)) : count(pages.count, 'record')}
      </p>
    </>
  );
}

function Empty({ filtered }: { readonly filtered: boolean }) {
  if (!filtered) return <p className="sheet quiet empty">{words.empty}</p>;
  return (
    <p className="sheet quiet empty" role="status">
      {words.emptyFilter}{' '}
      <button type="button" className="plain" onClick={clearFilters}>
        {words.clear}
      </button>
    </p>
  );
}
