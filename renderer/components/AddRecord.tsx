/**
 * How is one record added? The date first, then what it was and how much; the line is ready for the next at once.
 */
import { useState, type SyntheticEvent } from 'react';
import type { SourceShown } from '../../shared/contract/contract.ts';
import { parseTypedMoney } from '../../shared/values/typed.ts';
import { recordProblems, records as words } from '../../shared/wording/records.ts';
import { ask } from '../store.ts';
import { MoneyField, namedOptions, SelectField, TextField } from './Field.tsx';
import { categoryGroups } from './recordFields.ts';
import { asFieldProblem, problemOf, ProblemSummary, type FieldProblem } from './Problems.tsx';

export interface Typed {
  readonly date: string;
  readonly source: string;
  readonly letting: string;
  readonly category: string;
  readonly amount: string;
  readonly description: string;
}
type Asked = keyof Typed;

const id = (field: Asked): string => `record-${field}`;

function missingIn(typed: Typed): readonly FieldProblem[] {
  const wrong: Partial<Record<Asked, string>> = {
    ...(typed.date.trim() === '' ? { date: recordProblems.date } : {}),
    ...(typed.category === '' ? { category: recordProblems.category } : {}),
    ...(parseTypedMoney(typed.amount) === undefined ? { amount: recordProblems.amount } : {}),
  };
  return Object.entries(wrong).map(([field, message]) => ({ id: `record-${field}`, message }));
}

const noLetting = { value: '', label: words.noLetting };
const choose = [{ value: '', label: words.choose }];

interface Adding {
  readonly sources: readonly SourceShown[];
  /** What the one line above already said. */
  readonly begun: Partial<Typed>;
}

export function AddRecord({ sources, begun }: Adding) {
  const first = sources[0]?.id ?? '';
  const [typed, setTyped] = useState<Typed>({
    date: '',
    source: first,
    letting: '',
    category: '',
    amount: '',
    description: '',
    ...begun,
  });
  const [problems, setProblems] = useState<readonly FieldProblem[]>([]);
  const [saved, setSaved] = useState('');
  const source = sources.find((s) => s.id === typed.source);
  const field = (name: Asked) => ({
    id: id(name),
    value: typed[name],
    onValue: (value: string) => setTyped((before) => ({ ...before, [name]: value })),
    problem: problemOf(problems, id(name)),
  });

  const add = async (event: SyntheticEvent) => {
    event.preventDefault();
    setSaved('');
    const missing = missingIn(typed);
    setProblems(missing);
    if (missing.length > 0) return;
    const reply = await ask('records.add', { ...typed, letting: typed.letting === '' ? null : typed.letting });
    if (!reply.ok) return setProblems([asFieldProblem(reply.problem, 'record-')]);
    const category = source?.categories.find((c) => c.id === typed.category)?.name ?? '';
    setSaved(words.saved([typed.date, category, `£${typed.amount.trim().replace('£', '')}`].join(', ')));
    setTyped((before) => ({ ...before, amount: '', description: '' }));
    return document.getElementById(id('date'))?.focus();
  };

  return (
    <form
      className="section sheet form add-record"
      noValidate
      onSubmit={(event) => void add(event)}
      aria-labelledby="add-record"
    >
      <h2 id="add-record">{words.add}</h2>
      <ProblemSummary problems={problems} />
      <div className="add-fields">
        <TextField {...field('date')} label={words.date} hint={words.dateHint} />
        <SelectField
          {...field('source')}
          label={words.source}
          options={namedOptions(sources)}
          onValue={(value) => setTyped((before) => ({ ...before, source: value, letting: '', category: '' }))}
        />
        {source === undefined || source.lettings.length === 0 ? null : (
          <SelectField {...field('letting')} label={words.letting} options={namedOptions(source.lettings, noLetting)} />
        )}
        <SelectField {...field('category')} label={words.category} options={choose} groups={categoryGroups(source)} />
        <MoneyField {...field('amount')} label={words.amount} />
        <TextField {...field('description')} label={words.what} place="wide" />
        <button type="submit" className="main">
          {words.addButton}
        </button>
      </div>
      <p className="status" role="status">
        {saved}
      </p>
    </form>
  );
}
