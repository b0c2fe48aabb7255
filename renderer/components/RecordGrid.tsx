/**
 * What do the records look like, however many there are?
 *
 * A grid in which only the rows in sight are drawn, with empty room kept above and below them; `useRecordGrid` says what is
 * done in it.
 */
import { defaultRangeExtractor, useVirtualizer, type Range, type VirtualItem } from '@tanstack/react-virtual';
import { Fragment, useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState, type RefObject } from 'react';
import { records as words } from '../../shared/wording/records.ts';
import type { RecordFilters } from '../store.ts';
import { EditRecord } from './EditRecord.tsx';
import { GridHeads } from './GridHeads.tsx';
import type { RecordPages } from './recordPages.ts';
import { RecordRow, type RowActs } from './RecordRow.tsx';
import { SelectedBar } from './SelectedBar.tsx';
import { useRecordGrid, type RecordGridState } from './useRecordGrid.ts';

/** A table may be a grid (ARIA in HTML): its rows are then worked on, not only read. */
const grid = { role: 'grid', 'aria-multiselectable': true } as const;
/** As grid.css has it: every row is as high as the others, so that none need be measured. */
const rowRems = 3.875;
const rowHeight = (): number => rowRems * Number.parseFloat(getComputedStyle(document.documentElement).fontSize);

interface Shown {
  readonly pages: RecordPages;
  readonly filters: RecordFilters;
}

export function RecordGrid({ pages, filters }: Shown) {
  const box = useRef<HTMLElement>(null);
  const [active, setActive] = useState(0);
  const rows = useRows(pages, box, Math.min(active, pages.length - 1));
  const state = useRecordGrid({ pages, filters, box, show: (index) => rows.scrollToIndex(index), active, setActive });
  const { selection, back } = state;
  return (
    <>
      <SelectedBar
        chosen={selection.chosen}
        onEdit={state.editStop}
        onRemove={state.removeChosen}
        onDone={back}
        onClear={() => {
          back();
          selection.clear();
        }}
      />
      <section className="sheet flush scroll tall" ref={box}>
        <table
          className="records"
          {...grid}
          aria-label={words.tableLabel}
          aria-describedby="grid-hint"
          aria-rowcount={pages.atLeast ? -1 : pages.count + 1}
        >
          <GridHeads any={selection.chosen.length > 0} onAll={() => void selection.all()} onNone={selection.clear} />
          <Rows pages={pages} items={rows.getVirtualItems()} height={rows.getTotalSize()} state={state} />
        </table>
      </section>
      <p className="unseen" id="grid-hint">
        {words.gridHint}
      </p>
    </>
  );
}

/** The rows in sight, some around them, and the one with the focus wherever it is; what is in sight is asked for. */
function useRows({ length, see }: RecordPages, box: RefObject<HTMLElement | null>, stop: number) {
  const withStop = useCallback(
    (range: Range) => [...new Set([...defaultRangeExtractor(range), stop])].toSorted((a, b) => a - b),
    [stop],
  );
  const rows = useVirtualizer({
    count: length,
    getScrollElement: () => box.current,
    estimateSize: rowHeight,
    overscan: 10,
    useFlushSync: false,
    rangeExtractor: withStop,
  });
  const { startIndex = 0, endIndex = 0 } = rows.range ?? {};
  useEffect(() => see(startIndex, endIndex), [see, startIndex, endIndex]);
  return rows;
}

/** The acts of the grid as it is now, behind functions that stay the same. */
function useRowActs(state: RecordGridState, at: RecordPages['at']): RowActs {
  const now = useRef({ state, at });
  useLayoutEffect(() => {
    now.current = { state, at };
  });
  return useMemo(
    () => ({
      tick: (record, index) => now.current.state.selection.toggle(record, index),
      extend: (index) => now.current.state.selection.extend(now.current.state.stop, index, now.current.at),
      edit: (...given) => now.current.state.edit(...given),
      reach: (index) => now.current.state.reach(index),
      key: (...given) => now.current.state.onKey(...given),
    }),
    [],
  );
}

interface RowsShown {
  readonly pages: RecordPages;
  readonly items: readonly VirtualItem[];
  readonly height: number;
  readonly state: RecordGridState;
}

function Rows({ pages: { at }, items, height, state }: RowsShown) {
  const { stop, editing, selection, done } = state;
  const acts = useRowActs(state, at);
  return (
    <tbody>
      {items.map(({ index, start }, n) => {
        const record = at(index);
        return (
          <Fragment key={index}>
            <Gap height={start - (items[n - 1]?.end ?? 0)} />
            {record !== undefined && record.id === editing?.id ? (
              <EditRecord key={record.id} record={record} at={index + 2} field={editing.field} onDone={done} />
            ) : (
              <RecordRow
                record={record}
                index={index}
                ticked={record !== undefined && selection.has(record.id)}
                stop={index === stop}
                acts={acts}
              />
            )}
          </Fragment>
        );
      })}
      <Gap height={height - (items.at(-1)?.end ?? 0)} />
    </tbody>
  );
}

function Gap({ height }: { readonly height: number }) {
  if (height <= 0) return null;
  return <tr aria-hidden="true" style={{ height }} />;
}
