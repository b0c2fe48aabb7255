/**
 * What are these bank rows? Tick those that are alike, and say it once.
 */
import { useCallback, useState } from 'react';
import type { BankRowPage, BankRowShown, Reply } from '../../shared/contract/contract.ts';
import { count, money } from '../../shared/wording/format.ts';
import { records, unsorted as words } from '../../shared/wording/records.ts';
import { ask } from '../store.ts';
import { BankRowTable } from './BankRowTable.tsx';
import { HeldRows } from './HeldRows.tsx';
import { More } from './MoreRows.tsx';
import { PairOffers } from './PairOffers.tsx';
import { RuleFromRow } from './RuleFromRow.tsx';
import { RuleOffers } from './RuleOffers.tsx';
import type { RuleTyped } from './ruleTyped.ts';
import { SetAsideRows } from './SetAsideRows.tsx';
import { SortAs } from './SortAs.tsx';
import { useAfterWrites } from './useAfterWrites.ts';

const atOnce = 100;
const accountOf = ({ account }: BankRowShown): string => account;

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
          <BankRowTable
            label={words.table}
            all={words.selectAll}
            rows={rows}
            under={accountOf}
            ticked={ticked}
            onTicked={setTicked}
          />
          <More next={page.next} onMore={(after) => void read(after)} />
        </>
      )}
      <p className="status under-table" role="status">
        {saved}
      </p>
      <SetAsideRows />
    </>
  );
}
