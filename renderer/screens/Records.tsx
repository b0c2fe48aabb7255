/**
 * What came in and went out? All records, newest first, with filters and a line to add one; and the bank rows not sorted yet.
 */
import { useState } from 'react';
import { records } from '../../shared/wording/records.ts';
import { AddRecord, type Typed } from '../components/AddRecord.tsx';
import { Payouts } from '../components/Payouts.tsx';
import { RecordFilters } from '../components/RecordFilters.tsx';
import { RecordTable } from '../components/RecordTable.tsx';
import { SmartLine } from '../components/SmartLine.tsx';
import { UnsortedRows } from '../components/UnsortedRows.tsx';
import { useFocusOnField } from '../components/useFocusOnField.ts';
import { useRecordPages } from '../components/recordPages.ts';
import { narrowRecords, useStore, type RecordsView } from '../store.ts';

const tabs = ['recorded', 'unsorted', 'payouts'] as const;

export function Records() {
  const view = useStore((known) => known.records);
  return (
    <>
      <div className="room-head">
        <h1>{records.title}</h1>
      </div>
      <div className="tabs" role="group" aria-label={records.title}>
        {tabs.map((tab) => (
          <button key={tab} type="button" aria-pressed={tab === view.tab} onClick={() => narrowRecords({ tab })}>
            {records[tab]}
          </button>
        ))}
      </div>
      {view.tab === 'recorded' ? <Recorded view={view} /> : null}
      {view.tab === 'unsorted' ? <UnsortedRows /> : null}
      {view.tab === 'payouts' ? <Payouts /> : null}
    </>
  );
}

function Recorded({ view }: { readonly view: RecordsView }) {
  const pages = useRecordPages(view);
  const [begun, setBegun] = useState<{ readonly typed: Partial<Typed>; readonly n: number }>({ typed: {}, n: 0 });
  useFocusOnField(true);
  const sources = useStore((known) => known.sources);
  return (
    <>
      <RecordFilters view={view} problem={pages.problem} />
      <RecordTable pages={pages} view={view} />
      {sources.length === 0 ? (
        <p className="section">
          {records.noSources} <a href="#sources">{records.noSourcesLink}</a>
        </p>
      ) : (
        <>
          <SmartLine sources={sources} onAsk={(typed) => setBegun({ typed, n: begun.n + 1 })} />
          <AddRecord key={begun.n} sources={sources} begun={begun.typed} />
        </>
      )}
    </>
  );
}
