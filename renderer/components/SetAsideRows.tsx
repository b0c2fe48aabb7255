/**
 * Which bank rows were set aside as not business or between own accounts, and which of them were not that after all?
 *
 * Read only when it is opened: few ever look, and there may be many.
 */
import { useCallback, useState } from 'react';
import type { Reply, SetAsidePage, SetAsideRowShown } from '../../shared/contract/contract.ts';
import { count } from '../../shared/wording/format.ts';
import { records, setAside as words } from '../../shared/wording/records.ts';
import { ask } from '../store.ts';
import { BankRowTable } from './BankRowTable.tsx';
import { More } from './MoreRows.tsx';
import { useAfterWrites } from './useAfterWrites.ts';

export function SetAsideRows() {
  const [open, setOpen] = useState(false);
  const [said, setSaid] = useState('');
  return (
    <>
      <details className="section" onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary>{words.title}</summary>
        {open ? <SetAsideNow onSaid={setSaid} /> : null}
      </details>
      <p className="status under-table" role="status">
        {said}
      </p>
    </>
  );
}

const atOnce = 100;
const whatItWas = ({ account, as }: SetAsideRowShown): string => words.under(account, as);

function SetAsideNow({ onSaid }: { readonly onSaid: (said: string) => void }) {
  const [next, setNext] = useState<string | null>(null);
  const [rows, setRows] = useState<readonly SetAsideRowShown[]>();
  const [ticked, setTicked] = useState<ReadonlySet<number>>(new Set());
  const take = useCallback((reply: Reply<SetAsidePage>, before: readonly SetAsideRowShown[]) => {
    if (!reply.ok) return;
    setNext(reply.value.next);
    setRows([...before, ...reply.value.rows]);
  }, []);
  const readFirst = useCallback(() => {
    setTicked(new Set());
    void ask('rows.setAside', { after: null, limit: atOnce }).then((reply) => take(reply, []));
  }, [take]);
  useAfterWrites(readFirst);
  if (rows === undefined) return <p className="quiet">{records.loading}</p>;
  if (rows.length === 0) return <p className="sheet quiet empty">{words.empty}</p>;
  const back = async () => {
    if (ticked.size === 0) return onSaid(words.noneSelected);
    const reply = await ask('rows.putBack', { rows: [...ticked] });
    return onSaid(reply.ok ? words.done(count(reply.value.done.putBack, 'row')) : reply.problem.message);
  };
  const more = (after: string) =>
    void ask('rows.setAside', { after, limit: atOnce }).then((reply) => take(reply, rows));
  return (
    <>
      <p className="quiet lead-in">{words.lead}</p>
      <BankRowTable
        label={words.table}
        all={words.selectAll}
        rows={rows}
        under={whatItWas}
        ticked={ticked}
        onTicked={setTicked}
      />
      <More next={next} onMore={more} />
      <p className="buttons under-table">
        <button type="button" onClick={() => void back()}>
          {words.putBack}
        </button>
      </p>
    </>
  );
}
