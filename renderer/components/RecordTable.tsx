/**
 * What do the records look like, however many there are?
 *
 * A plain table; past two hundred rows only those in sight are drawn, with empty room kept above and below them.
 */
import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef } from 'react';
import type { RecordShown } from '../../shared/contract/contract.ts';
import { count, money, shortDay, thousands } from '../../shared/wording/format.ts';
import { records as words } from '../../shared/wording/records.ts';
import { narrowRecords, useStore, type RecordsView } from '../store.ts';
import type { RecordPages } from './recordPages.ts';

const drawAllUpTo = 200;
const rowHeight = 64;

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
      <Rows pages={pages} />
      <p className="between under-table">
        <span className="quiet small" role="status">
          {words.shown(count(records.length, 'record'), thousands(pages.count))}
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

function Rows({ pages }: { readonly pages: RecordPages }) {
  const { records, more } = pages;
  const box = useRef<HTMLElement>(null);
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
  const above = all ? 0 : (seen[0]?.start ?? 0);
  const below = all ? 0 : rows.getTotalSize() - (seen.at(-1)?.end ?? 0);
  return (
    <section className="sheet flush scroll tall" ref={box} tabIndex={0} aria-label={words.tableLabel}>
      <table className="records" aria-rowcount={pages.count + 1}>
        <Heads />
        <tbody>
          <Gap height={above} />
          {records.slice(first, last + 1).map((record, n) => (
            <Row key={record.id} record={record} at={first + n + 2} />
          ))}
          <Gap height={below} />
        </tbody>
      </table>
    </section>
  );
}

function Heads() {
  return (
    <thead>
      <tr>
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

function Row({ record, at }: { readonly record: RecordShown; readonly at: number }) {
  const source = useStore((known) => known.sources.find((s) => s.id === record.source));
  const letting = source?.lettings.find((l) => l.id === record.letting)?.name;
  const income = record.direction === 'income';
  const where = [source?.name ?? record.source, letting, record.categoryName].filter((part) => part !== undefined);
  return (
    <tr aria-rowindex={at}>
      <td className="figure">{shortDay(record.date)}</td>
      <td>
        <span className="record-what">{record.description === '' ? record.categoryName : record.description}</span>
        <span className="small quiet">
          {where.join(' · ')}
          {record.from === 'bank' ? ` · ${words.from.bank}` : ''}
        </span>
      </td>
      <td className="number">{income ? <Amount record={record} /> : null}</td>
      <td className="number">{income ? null : <Amount record={record} />}</td>
    </tr>
  );
}

function Amount({ record }: { readonly record: RecordShown }) {
  return (
    <>
      {money(record.amount)}
      {record.own === record.amount ? null : <span className="small quiet">{words.yourShare(money(record.own))}</span>}
    </>
  );
}
