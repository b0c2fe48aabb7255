/**
 * What stands in Records: the list, or what goes there while it is empty.
 */
import { count, thousands } from '../../shared/wording/format.ts';
import { records as words } from '../../shared/wording/records.ts';
import { narrowRecords, type RecordsView } from '../store.ts';
import { RecordGrid } from './RecordGrid.tsx';
import type { RecordPages } from './recordPages.ts';

export function RecordTable({ pages, view }: { readonly pages: RecordPages; readonly view: RecordsView }) {
  const { records, ready, problem } = pages;
  const filtered = view.taxYear !== null || view.source !== null || view.text !== '';
  if (problem !== undefined) return <p role="alert">{problem}</p>;
  if (!ready) return <p className="quiet">{words.loading}</p>;
  if (records.length === 0 && !filtered) return <p className="sheet quiet empty">{words.empty}</p>;
  if (records.length === 0)
    return (
      <p className="sheet quiet empty">
        {words.emptyFilter}{' '}
        <button
          type="button"
          className="plain"
          onClick={() => narrowRecords({ taxYear: null, source: null, text: '' })}
        >
          {words.clear}
        </button>
      </p>
    );
  return (
    <>
      <RecordGrid pages={pages} />
      <p className="between under-table">
        <span className="quiet small" role="status">
          {words.shown(count(records.length, 'record'), `${thousands(pages.count)}${pages.atLeast ? '+' : ''}`)}
        </span>
        {pages.more === undefined ? null : (
          <button type="button" onClick={pages.more}>
            {words.more}
          </button>
        )}
      </p>
    </>
  );
}
