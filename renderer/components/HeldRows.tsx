/**
 * Is this bank row one the books have already, or another payment? Tick rows, and say it.
 */
import { useCallback, useEffect, useState } from 'react';
import type { Input, Reply } from '../../shared/contract/contract.ts';
import type { HeldRowShown } from '../../shared/contract/imports.ts';
import { count, money, shortDay } from '../../shared/wording/format.ts';
import { heldWords as words } from '../../shared/wording/importReport.ts';
import { ask, useStore } from '../store.ts';

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
      <Table rows={rows} ticked={ticked} onTicked={setTicked} />
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

interface Ticking {
  readonly rows: readonly HeldRowShown[];
  readonly ticked: ReadonlySet<number>;
  readonly onTicked: (ticked: ReadonlySet<number>) => void;
}

function Table({ rows, ticked, onTicked }: Ticking) {
  const all = rows.every(({ id }) => ticked.has(id));
  const toggle = (id: number) => {
    const others = [...ticked].filter((other) => other !== id);
    onTicked(new Set(others.length < ticked.size ? others : [...others, id]));
  };
  return (
    <section className="sheet flush scroll" tabIndex={0} aria-label={words.table}>
      <table className="records">
        <thead>
          <tr>
            <th scope="col" className="tick">
              <input
                type="checkbox"
                aria-label={words.selectAll}
                checked={all}
                onChange={() => onTicked(new Set(all ? [] : rows.map(({ id }) => id)))}
              />
            </th>
            <th scope="col">{words.date}</th>
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
                  onChange={() => toggle(row.id)}
                />
              </td>
              <td className="figure">{shortDay(row.date)}</td>
              <td>
                <span className="record-what">{row.text}</span>
                <span className="small quiet">
                  {row.account}. {row.message}
                </span>
              </td>
              <td className="number">{money(row.amount)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
