/**
 * How is a record added as fast as it can be typed? One line; what is not certain is asked in the fields below it.
 */
import { useState, type SyntheticEvent } from 'react';
import type { SourceShown } from '../../shared/contract/contract.ts';
import { readSmartEntry, type SmartEntry } from '../../shared/values/smartEntry.ts';
import { records as words } from '../../shared/wording/records.ts';
import { ask, say, showField, useStore } from '../store.ts';
import type { Typed } from './AddRecord.tsx';
import { TextField } from './Field.tsx';
import { kindsOf } from './recordWrites.ts';

interface Asked {
  readonly sources: readonly SourceShown[];
  readonly onAsk: (begun: Partial<Typed>) => void;
}

export function SmartLine({ sources, onAsk }: Asked) {
  const asAt = useStore((known) => known.outlook?.asAt);
  const [line, setLine] = useState('');
  const [asked, setAsked] = useState('');
  const add = async (event: SyntheticEvent) => {
    event.preventDefault();
    setAsked('');
    if (asAt === undefined || line.trim() === '') return;
    const entry = readSmartEntry(line, asAt, kindsOf(sources));
    const [kind, another] = entry.kinds;
    if (entry.date !== undefined && entry.amount !== undefined && kind !== undefined && another === undefined) {
      const { source, letting, category } = kind;
      const { dateText: date, amountText: amount, description } = entry;
      const reply = await ask('records.add', { source, letting, category, date, amount, description });
      if (!reply.ok) return setAsked(reply.problem.message);
      setLine('');
      return say(words.addedAs(kind.categoryName), 1);
    }
    setAsked(another === undefined ? words.lineAsk : words.lineWhich);
    onAsk(begunBy(entry));
    return showField(firstOpen(entry));
  };
  return (
    <form className="smart-line" noValidate onSubmit={(event) => void add(event)}>
      <TextField id="smart-line" label={words.line} hint={words.lineHint} place="wide" value={line} onValue={setLine} />
      <button type="submit" className="main">
        {words.addButton}
      </button>
      <p className="status" role="status">
        {asked}
      </p>
    </form>
  );
}

/** What all the kinds that fit have in common is known. */
function begunBy({ dateText, amountText, description, kinds }: SmartEntry): Partial<Typed> {
  const common = <K extends 'source' | 'category'>(key: K): string | undefined =>
    kinds.every((k) => k[key] === kinds[0]?.[key]) ? kinds[0]?.[key] : undefined;
  const source = common('source');
  const category = source === undefined ? undefined : common('category');
  const letting = kinds.length === 1 ? kinds[0]?.letting : undefined;
  return {
    date: dateText,
    amount: amountText,
    description,
    ...(source === undefined ? {} : { source }),
    ...(category === undefined ? {} : { category }),
    ...(letting === undefined || letting === null ? {} : { letting }),
  };
}

function firstOpen({ date, amount, kinds }: SmartEntry): string {
  if (date === undefined) return 'record-date';
  if (kinds.length > 1 && kinds.every((k) => k.source === kinds[0]?.source)) return 'record-letting';
  return kinds.length === 1 && amount === undefined ? 'record-amount' : 'record-category';
}
