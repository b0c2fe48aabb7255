/**
 * What are these bank rows? Tick those that are alike, and say it once.
 */
import { useCallback, useState } from 'react';
import type { BankRowPage, BankRowShown, Reply } from '../../shared/contract/contract.ts';
import { count, money, shortDay } from '../../shared/wording/format.ts';
import { records, unsorted as words } from '../../shared/wording/records.ts';
import { ask } from '../store.ts';
import { HeldRows } from './HeldRows.tsx';
import { PairOffers } from './PairOffers.tsx';
import { RuleFromRow } from './RuleFromRow.tsx';
import { RuleOffers } from './RuleOffers.tsx';
import type { RuleTyped } from './ruleTyped.ts';
import { SortAs } from './SortAs.tsx';
import { useAfterWrites } from './useAfterWrites.ts';

const atOnce = 100;

export function UnsortedRows() {
  const [page, setPage] = useState<BankRowPage>();
  const [rows, setRows] = useState<readonly BankRowShown[]>([]);
  const [ticked, setTicked] = useState<ReadonlySet<number>>(new Set());
  const [saved, setSaved] = useState('');
  const [begun, setBegun] = useState<RuleTyped>();
  const take = useCallback((reply: Reply<BankRowPage>, before: readonly BankRowShown[]) => {
    if (!reply.ok) return;
    setPage(reply.value);
    setRows([...before, ...reply.value.rows]);
  }, []);
  const read = (after: string | null) =>
    ask('rows.list', { after, limit: atOnce }).then((reply) => take(reply, after === null ? [] : rows));
  const readFirst = useCallback(() => {
    void ask('rows.list', { after: null, limit: atOnce }).then((reply) => take(reply, []));
  }, [take]);
  useAfterWrites(readFirst);
  const onSorted = (n: number) => {
    setTicked(new Set());
    setSaved(words.done(count(n, 'row')));
  };
  if (page === undefined) return <p className="quiet">{records.loading}</p>;
  return (
    <>
      <HeldRows onAnswered={() => void read(null)} />
      <PairOffers />
      <RuleOffers begun={begun} onDone={() => setBegun(undefined)} />
      {rows.length === 0 ? (
        <p className="sheet quiet empty">{words.empty}</p>
      ) : (
        <>
          <p className="lead">{words.lead(count(page.count, 'row'), money(page.moneyIn), money(page.moneyOut))}</p>
          <SortAs rows={ticked} onSorted={onSorted} />
          <RuleFromRow row={rows.find((row) => ticked.has(row.id))} onBegun={setBegun} />
          <Table rows={rows} ticked={ticked} onTicked={setTicked} />
          <More next={page.next} onMore={(after) => void read(after)} />
        </>
      )}
      <p className="status" role="status">
        {saved}
      </p>
    </>
  );
}

function More({ next, onMore }: { readonly next: string | null; readonly onMore: (after: string) => void }) {
  if (next === null) return null;
  return (
    <p className="under-table">
      <button type="button" onClick={() => onMore(next)}>
        {records.more}
      </button>
    </p>
  );
}

interface Ticking {
  readonly rows: readonly BankRowShown[];
  readonly ticked: ReadonlySet<number>;
  readonly onTicked: (ticked: ReadonlySet<number>) => void;
}

function toggled(ticked: ReadonlySet<number>, row: number): ReadonlySet<number> {
  const others = [...ticked].filter((other) => other !== row);
  return new Set(others.length < ticked.size ? others : [...others, row]);
}

function Table({ rows, ticked, onTicked }: Ticking) {
  const allTicked = rows.every((row) => ticked.has(row.id));
  return (
    <section className="sheet flush scroll tall" tabIndex={0} aria-label={words.table}>
      <table className="records">
        <thead>
          <tr>
            <th scope="col" className="tick">
              <input
                type="checkbox"
                aria-label={words.selectAll}
                checked={allTicked}
                onChange={() => onTicked(new Set(allTicked ? [] : rows.map((row) => row.id)))}
              />
            </th>
            <th scope="col">{records.date}</th>
            <th scope="col">{words.text}</th>
            <th scope="col" className="number">
              {words.amount}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id} className={ticked.has(row.id) ? 'ticked' : ''}>
              <td className="tick">
                <input
                  type="checkbox"
                  aria-label={words.select(row.text, shortDay(row.date))}
                  checked={ticked.has(row.id)}
                  onChange={() => onTicked(toggled(ticked, row.id))}
                />
              </td>
              <td className="figure">{shortDay(row.date)}</td>
              <td>
                <span className="record-what">{row.text}</span>
                <span className="small quiet">{row.account}</span>
              </td>
              <td className="number">{money(row.amount)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
