/**
 * What do the records look like, however many there are, and how are they worked on by keyboard?
 *
 * A grid; past two hundred rows only those in sight are drawn, with empty room kept above and below them. One row at a
 * time takes the focus: arrows move it, Enter or F2 edits, Space selects, Delete removes.
 */
import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useMemo, useRef, useState, type KeyboardEvent } from 'react';
import type { RecordShown } from '../../shared/contract/contract.ts';
import { records as words } from '../../shared/wording/records.ts';
import { EditRecord } from './EditRecord.tsx';
import type { RecordPages } from './recordPages.ts';
import { RecordRow, rowId } from './RecordRow.tsx';
import { duplicate, removeRecords } from './recordWrites.ts';
import { SelectedBar } from './SelectedBar.tsx';

/** A table may be a grid (ARIA in HTML): its rows are then worked on, not only read. */
const grid = { role: 'grid', 'aria-multiselectable': true } as const;
const drawAllUpTo = 200;
const rowHeight = 64;
const pageOfRows = 8;

/** Where a key leads from a row, or undefined if it leads nowhere. */
function reached(key: string, from: number, last: number): number | undefined {
  const to: Readonly<Record<string, number>> = {
    ArrowDown: from + 1,
    ArrowUp: from - 1,
    PageDown: from + pageOfRows,
    PageUp: from - pageOfRows,
    Home: 0,
    End: last,
  };
  const meant = to[key];
  return meant === undefined ? undefined : Math.max(0, Math.min(last, meant));
}

const toggled = (ids: ReadonlySet<number>, id: number): ReadonlySet<number> =>
  new Set(ids.has(id) ? [...ids].filter((other) => other !== id) : [...ids, id]);

export function RecordGrid({ pages }: { readonly pages: RecordPages }) {
  const { records, more } = pages;
  const box = useRef<HTMLElement>(null);
  const wanted = useRef(false);
  const [active, setActive] = useState(0);
  const [editing, setEditing] = useState<number>();
  const [ticked, setTicked] = useState<ReadonlySet<number>>(new Set());
  const all = records.length <= drawAllUpTo;
  const rows = useVirtualizer({
    count: records.length,
    getScrollElement: () => box.current,
    estimateSize: () => rowHeight,
    overscan: 12,
    enabled: !all,
  });
  const seen = rows.getVirtualItems();
  const first = all ? 0 : (seen[0]?.index ?? 0);
  const last = all ? records.length - 1 : (seen.at(-1)?.index ?? -1);
  useEffect(() => {
    if (!all && last >= records.length - 20) more?.();
  }, [all, last, records.length, more]);
  useEffect(() => {
    if (!wanted.current) return;
    const row = document.getElementById(rowId(Math.min(active, records.length - 1)));
    if (row === null) return;
    wanted.current = false;
    row.focus();
  });

  const goTo = (index: number) => {
    wanted.current = true;
    setActive(index);
    if (!all) rows.scrollToIndex(index);
  };
  const chosen = useMemo(() => records.filter((r) => ticked.has(r.id)), [records, ticked]);
  const remove = (list: readonly RecordShown[]) => {
    wanted.current = true;
    setTicked(new Set());
    void removeRecords(list);
  };
  const edit = (record: RecordShown) => {
    setActive(records.indexOf(record));
    setEditing(record.id);
  };
  const onKey = (event: KeyboardEvent<HTMLTableRowElement>, record: RecordShown, index: number) => {
    if (event.target !== event.currentTarget || event.altKey) return;
    const command = event.ctrlKey || event.metaKey;
    const to = command ? undefined : reached(event.key, index, records.length - 1);
    const acts: Readonly<Record<string, () => void>> = command
      ? { d: () => void duplicate(record) }
      : {
          Enter: () => edit(record),
          F2: () => edit(record),
          ' ': () => setTicked(toggled(ticked, record.id)),
          Delete: () => remove(chosen.length === 0 ? [record] : chosen),
          Escape: () => setTicked(new Set()),
        };
    const act = to === undefined ? acts[event.key] : () => goTo(to);
    if (act === undefined) return;
    event.preventDefault();
    act();
  };
  const done = () => {
    wanted.current = true;
    setEditing(undefined);
  };

  const above = all ? 0 : (seen[0]?.start ?? 0);
  const below = all ? 0 : rows.getTotalSize() - (seen.at(-1)?.end ?? 0);
  const stop = active >= first && active <= last ? active : first;
  return (
    <>
      <SelectedBar chosen={chosen} onEdit={edit} onRemove={() => remove(chosen)} onClear={() => setTicked(new Set())} />
      <section className="sheet flush scroll tall" ref={box}>
        <table
          className="records"
          {...grid}
          aria-label={words.tableLabel}
          aria-describedby="grid-hint"
          aria-rowcount={pages.atLeast ? -1 : pages.count + 1}
        >
          <Heads />
          <tbody>
            <Gap height={above} />
            {records.slice(first, last + 1).map((record, n) => {
              const index = first + n;
              if (record.id === editing)
                return <EditRecord key={`edit ${record.id}`} record={record} at={index + 2} onDone={done} />;
              return (
                <RecordRow
                  key={index}
                  record={record}
                  index={index}
                  ticked={ticked.has(record.id)}
                  stop={index === stop}
                  onTick={() => setTicked(toggled(ticked, record.id))}
                  onEdit={() => edit(record)}
                  onReach={() => setActive(index)}
                  onKey={(event) => onKey(event, record, index)}
                />
              );
            })}
            <Gap height={below} />
          </tbody>
        </table>
      </section>
      <p className="unseen" id="grid-hint">
        {words.gridHint}
      </p>
    </>
  );
}

function Heads() {
  return (
    <thead>
      <tr>
        <th scope="col" className="tick">
          <span className="unseen">{words.selectColumn}</span>
        </th>
        <th scope="col">{words.date}</th>
        <th scope="col">{words.what}</th>
        <th scope="col" className="number">
          {words.moneyIn}
        </th>
        <th scope="col" className="number">
          {words.moneyOut}
        </th>
      </tr>
    </thead>
  );
}

function Gap({ height }: { readonly height: number }) {
  if (height <= 0) return null;
  return <tr aria-hidden="true" style={{ height }} />;
}
