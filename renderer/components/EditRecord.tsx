/**
 * How is a record corrected where it stands? Its fields in its own row: Tab goes across, Enter saves and goes down, Shift
 * Enter up, Escape leaves it as it was.
 */
import { useEffect, useRef, useState, type KeyboardEvent, type SyntheticEvent } from 'react';
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

const fields = ['date', 'description', 'letting', 'category', 'amount'] as const;
/** A field of a record that is edited where it stands. */
export type EditedField = (typeof fields)[number];
export const isEditedField = (name: unknown): name is EditedField => fields.some((field) => field === name);

interface Asked {
  readonly record: RecordShown;
  readonly at: number;
  /** Where the editing begins. */
  readonly field: EditedField;
  /** Which way to go on: a row up or down, or nowhere; and the field the editing ended in. */
  readonly onDone: (step: -1 | 0 | 1, field: EditedField) => void;
}
const noOptions = [] as const;
const noLetting = { value: '', label: words.noLetting };

export function EditRecord({ record, at, field: first, onDone }: Asked) {
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
  useEffect(() => {
    const field = document.getElementById(`edit-${first}`);
    field?.focus();
    if (field instanceof HTMLInputElement) field.select();
  }, [first]);
  const field = (name: keyof Typed) => ({
    id: `edit-${name}`,
    value: typed[name],
    onValue: (value: string) => setTyped((before) => ({ ...before, [name]: value })),
    problem: problemOf(problems, `edit-${name}`),
  });
  const save = async (event: SyntheticEvent, step: -1 | 0 | 1 = 0) => {
    event.preventDefault();
    const ended = fieldOf(event.target);
    const reply = await ask('records.correct', asCorrection(record, typed));
    if (!reply.ok) return setProblems([asFieldProblem(reply.problem, 'edit-')]);
    say(words.corrected, reply.value.done.id === record.id ? 0 : 1);
    return onDone(step, ended);
  };
  const leave = () => onDone(0, 'date');
  const onKey = (event: KeyboardEvent) => {
    if (event.key === 'Escape') leave();
    else if (event.key === 'Enter' && !splitting && isField(event.target)) void save(event, event.shiftKey ? -1 : 1);
  };
  return (
    <tr aria-rowindex={at} ref={row} className="editing" data-record={record.id} onKeyDown={onKey}>
      <td colSpan={5}>
        {splitting ? (
          <SplitRecord record={record} onDone={leave} />
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
              <button type="button" onClick={leave}>
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

/** Text and choices, where Enter saves; a button does what it says. */
const isField = (target: EventTarget): boolean =>
  target instanceof HTMLInputElement || target instanceof HTMLSelectElement;

function fieldOf(target: EventTarget): EditedField {
  const name = target instanceof Element ? target.id.replace(/^edit-/, '') : '';
  return isEditedField(name) ? name : 'date';
}
