/**
 * How is a record corrected where it stands? Its fields in its own row: Enter saves, Escape leaves it as it was.
 */
import { useEffect, useRef, useState, type SyntheticEvent } from 'react';
import type { RecordShown } from '../../shared/contract/contract.ts';
import { shortDay } from '../../shared/wording/format.ts';
import { records as words } from '../../shared/wording/records.ts';
import { ask, say, useStore } from '../store.ts';
import { MoneyField, namedOptions, SelectField, TextField } from './Field.tsx';
import { asFieldProblem, problemOf, ProblemSummary, type FieldProblem } from './Problems.tsx';
import { categoryGroups } from './recordFields.ts';
import { asCorrection, type Typed } from './recordWrites.ts';
import { RecordFiles } from './RecordFiles.tsx';
import { SplitRecord } from './SplitRecord.tsx';

interface Asked {
  readonly record: RecordShown;
  readonly at: number;
  readonly onDone: () => void;
}
const noOptions = [] as const;
const noLetting = { value: '', label: words.noLetting };

export function EditRecord({ record, at, onDone }: Asked) {
  const source = useStore((known) => known.sources.find((s) => s.id === record.source));
  const [typed, setTyped] = useState<Typed>({
    date: shortDay(record.date),
    letting: record.letting ?? '',
    category: record.category,
    amount: record.amount,
    description: record.description,
  });
  const [problems, setProblems] = useState<readonly FieldProblem[]>([]);
  const [splitting, setSplitting] = useState(false);
  const row = useRef<HTMLTableRowElement>(null);
  useEffect(() => row.current?.querySelector('input')?.focus(), []);
  useEffect(() => {
    const here = row.current;
    const onKey = (event: KeyboardEvent) => {
      if (event.key === 'Escape') onDone();
    };
    here?.addEventListener('keydown', onKey);
    return () => here?.removeEventListener('keydown', onKey);
  }, [onDone]);
  const field = (name: keyof Typed) => ({
    id: `edit-${name}`,
    value: typed[name],
    onValue: (value: string) => setTyped((before) => ({ ...before, [name]: value })),
    problem: problemOf(problems, `edit-${name}`),
  });
  const save = async (event: SyntheticEvent) => {
    event.preventDefault();
    const reply = await ask('records.correct', asCorrection(record, typed));
    if (!reply.ok) return setProblems([asFieldProblem(reply.problem, 'edit-')]);
    say(words.corrected, reply.value.done.id === record.id ? 0 : 1);
    return onDone();
  };
  return (
    <tr aria-rowindex={at} ref={row} className="editing" data-record={record.id}>
      <td colSpan={5}>
        {splitting ? (
          <SplitRecord record={record} onDone={onDone} />
        ) : (
          <form
            noValidate
            aria-label={words.editing(record.description === '' ? record.categoryName : record.description)}
            onSubmit={(event) => void save(event)}
          >
            <ProblemSummary problems={problems} />
            <div className="add-fields">
              <TextField {...field('date')} label={words.date} />
              <TextField {...field('description')} label={words.what} place="wide" />
              {source === undefined || source.lettings.length === 0 ? null : (
                <SelectField
                  {...field('letting')}
                  label={words.letting}
                  options={namedOptions(source.lettings, noLetting)}
                />
              )}
              <SelectField
                {...field('category')}
                label={words.category}
                options={noOptions}
                groups={categoryGroups(source)}
              />
              <MoneyField {...field('amount')} label={words.amount} />
            </div>
            <p className="buttons">
              <button type="submit" className="main">
                {words.save}
              </button>
              <button type="button" onClick={() => setSplitting(true)}>
                {words.splitInto}
              </button>
              <button type="button" onClick={onDone}>
                {words.cancel}
              </button>
            </p>
          </form>
        )}
        <RecordFiles record={record.id} what={record.description === '' ? record.categoryName : record.description} />
      </td>
    </tr>
  );
}
