/**
 * Is this bank row one the books have already, or another payment? Tick rows, and say it.
 */
import { useCallback, useEffect, useState } from 'react';
import type { Input, Reply } from '../../shared/contract/contract.ts';
import type { HeldRowShown } from '../../shared/contract/imports.ts';
import { count } from '../../shared/wording/format.ts';
import { heldWords as words } from '../../shared/wording/importReport.ts';
import { ask, useStore } from '../store.ts';
import { BankRowTable } from './BankRowTable.tsx';

const whyHeld = ({ account, message }: HeldRowShown): string => `${account}. ${message}`;

type Answer = Input<'rows.answer'>['answer'];

/** Nothing where no row is held; `onAnswered` hears of every answer, because a row kept as another waits to be sorted. */
export function HeldRows({ onAnswered }: { readonly onAnswered: () => void }) {
  const writes = useStore((known) => known.writes);
  const [said, setSaid] = useState('');
  return (
    <>
      <HeldNow key={writes} onSaid={setSaid} onAnswered={onAnswered} />
      <p className="status" role="status">
        {said}
      </p>
    </>
  );
}

interface Heard {
  readonly onSaid: (said: string) => void;
  readonly onAnswered: () => void;
}

function HeldNow({ onSaid, onAnswered }: Heard) {
  const [rows, setRows] = useState<readonly HeldRowShown[]>([]);
  const [ticked, setTicked] = useState<ReadonlySet<number>>(new Set());
  const take = useCallback((reply: Reply<readonly HeldRowShown[]>) => {
    if (reply.ok) setRows(reply.value);
  }, []);
  useEffect(() => {
    void ask('rows.held', {}).then(take);
  }, [take]);
  const answer = async (how: Answer) => {
    const chosen = rows.filter(({ id }) => ticked.has(id)).map(({ id }) => id);
    if (chosen.length === 0) return onSaid(words.noneSelected);
    const reply = await ask('rows.answer', { rows: chosen, answer: how });
    if (!reply.ok) return onSaid(reply.problem.message);
    onSaid(words.saved(count(chosen.length, 'row')));
    return onAnswered();
  };
  if (rows.length === 0) return null;
  return (
    <section className="section" aria-labelledby="held">
      <h2 id="held">{words.title}</h2>
      <p className="lead">{words.lead(count(rows.length, 'row'))}</p>
      <BankRowTable
        label={words.table}
        all={words.selectAll}
        rows={rows}
        under={whyHeld}
        ticked={ticked}
        onTicked={setTicked}
      />
      <p className="buttons under-table">
        <button type="button" onClick={() => void answer('same')}>
          {words.same}
        </button>
        <button type="button" onClick={() => void answer('another')}>
          {words.another}
        </button>
      </p>
    </section>
  );
}
