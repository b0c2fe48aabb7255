/**
 * How is a source added later? What it is, its name, and when it started.
 */
import { useState } from 'react';
import type { SourceShown } from '../../shared/contract/contract.ts';
import type { SourceKind } from '../../shared/policy/categories.ts';
import type { PlainDate } from '../../shared/values/dates.ts';
import { parseTypedDate } from '../../shared/values/typed.ts';
import { sourceProblems, sources as words } from '../../shared/wording/records.ts';
import { ask, readSources, say } from '../store.ts';
import { EntryForm } from './EntryForm.tsx';
import { SelectField, TextField } from './Field.tsx';
import { newId } from './newId.ts';
import { asFieldProblem, problemOf, type FieldProblem } from './Problems.tsx';
import { kindOptions, kinds } from './SourceFields.tsx';

interface Adding {
  readonly taken: readonly SourceShown[];
  readonly asAt: PlainDate;
  readonly onDone: () => void;
}

export function AddSource({ taken, asAt, onDone }: Adding) {
  const [kind, setKind] = useState<SourceKind>('self-employment');
  const [name, setName] = useState('');
  const [started, setStarted] = useState('');
  const [problems, setProblems] = useState<readonly FieldProblem[]>([]);
  const add = async () => {
    const startedOn = started.trim() === '' ? null : parseTypedDate(started, asAt);
    const wrong = [
      ...(name.trim() === '' ? [{ id: 'source-name', message: sourceProblems.name }] : []),
      ...(startedOn === undefined ? [{ id: 'source-startedOn', message: sourceProblems.started }] : []),
    ];
    setProblems(wrong);
    if (wrong.length > 0 || startedOn === undefined) return;
    const ids = taken.map((s) => s.id);
    const source = { id: newId(name, ids), kind, name: name.trim(), startedOn, ceasedOn: null };
    const reply = await ask('sources.add', source);
    if (!reply.ok) return setProblems([asFieldProblem(reply.problem, 'source-')]);
    await readSources();
    say(words.saved(source.name), 1);
    return onDone();
  };
  return (
    <EntryForm
      label={words.addSource}
      titled
      button={words.add}
      problems={problems}
      onSubmit={() => void add()}
      onStop={onDone}
    >
      <SelectField
        id="source-kind"
        label={words.kind}
        width="w-name"
        options={kindOptions}
        value={kind}
        onValue={(value) => setKind(kinds.find((k) => k === value) ?? kind)}
        problem={problemOf(problems, 'source-kind')}
      />
      <TextField
        id="source-name"
        label={words.name}
        width="w-name"
        value={name}
        onValue={setName}
        problem={problemOf(problems, 'source-name')}
      />
      <TextField
        id="source-startedOn"
        label={words.started}
        hint={words.startedHint}
        width="w-date"
        value={started}
        onValue={setStarted}
        problem={problemOf(problems, 'source-startedOn')}
      />
    </EntryForm>
  );
}
