/**
 * How is a source added later? What it is, its name, and when it started.
 */
import { useState, type SyntheticEvent } from 'react';
import type { SourceShown } from '../../shared/contract/contract.ts';
import type { SourceKind } from '../../shared/policy/categories.ts';
import type { PlainDate } from '../../shared/values/dates.ts';
import { parseTypedDate } from '../../shared/values/typed.ts';
import { sourceProblems, sources as words } from '../../shared/wording/records.ts';
import { ask, readSources, useStore } from '../store.ts';
import { SelectField, TextField } from './Field.tsx';
import { newId } from './newId.ts';
import { asFieldProblem, problemOf, ProblemSummary, type FieldProblem } from './Problems.tsx';
import { kindOptions, kinds } from './SourceFields.tsx';

interface Adding {
  readonly taken: readonly SourceShown[];
  readonly onSaved: (name: string) => void;
  readonly onStop: () => void;
}

export function AddSource({ taken, onSaved, onStop }: Adding) {
  const asAt = useStore((known) => known.outlook?.asAt);
  const [kind, setKind] = useState<SourceKind>('self-employment');
  const [name, setName] = useState('');
  const [started, setStarted] = useState('');
  const [problems, setProblems] = useState<readonly FieldProblem[]>([]);
  const add = async (event: SyntheticEvent) => {
    event.preventDefault();
    const startedOn = dayTyped(started, asAt);
    const wrong = [
      ...(name.trim() === '' ? [{ id: 'source-name', message: sourceProblems.name }] : []),
      ...(startedOn === undefined ? [{ id: 'source-startedOn', message: sourceProblems.started }] : []),
    ];
    setProblems(wrong);
    if (wrong.length > 0 || startedOn === undefined) return;
    const id = newId(
      name,
      taken.map((s) => s.id),
    );
    const reply = await ask('sources.add', { id, kind, name: name.trim(), startedOn, ceasedOn: null });
    if (!reply.ok) return setProblems([asFieldProblem(reply.problem, 'source-')]);
    await readSources();
    return onSaved(name.trim());
  };
  return (
    <form className="sheet form" noValidate onSubmit={(event) => void add(event)} aria-labelledby="add-source">
      <h2 id="add-source">{words.addSource}</h2>
      <ProblemSummary problems={problems} />
      <SelectField
        id="source-kind"
        label={words.kind}
        width="w-name"
        options={kindOptions}
        value={kind}
        onValue={(value) => setKind(kinds.find((k) => k === value) ?? kind)}
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
      <p className="buttons">
        <button type="submit" className="main">
          {words.add}
        </button>
        <button type="button" onClick={onStop}>
          {words.cancel}
        </button>
      </p>
    </form>
  );
}

/** Null for an empty answer (before every year asked about), undefined for one that names no day. */
function dayTyped(text: string, asAt: PlainDate | undefined): PlainDate | null | undefined {
  if (text.trim() === '') return null;
  return asAt === undefined ? undefined : parseTypedDate(text, asAt);
}
