/**
 * How does a source come to its end? With the day it stopped for good.
 */
import { useState } from 'react';
import type { SourceShown } from '../../shared/contract/contract.ts';
import type { PlainDate } from '../../shared/values/dates.ts';
import { parseTypedDate } from '../../shared/values/typed.ts';
import { day } from '../../shared/wording/format.ts';
import { sourceChangeProblems, sourceChanges as words } from '../../shared/wording/sources.ts';
import { ask, readSources, say } from '../store.ts';
import { EntryForm } from './EntryForm.tsx';
import { TextField } from './Field.tsx';
import { asFieldProblem, problemOf, type FieldProblem } from './Problems.tsx';

interface Ending {
  readonly source: SourceShown;
  readonly asAt: PlainDate;
  readonly onDone: () => void;
}

export function EndSource({ source, asAt, onDone }: Ending) {
  const [ceased, setCeased] = useState('');
  const [problems, setProblems] = useState<readonly FieldProblem[]>([]);
  const end = async () => {
    const on = parseTypedDate(ceased, asAt);
    if (on === undefined) return setProblems([{ id: 'end-ceased', message: sourceChangeProblems.ended }]);
    const reply = await ask('sources.change', { id: source.id, ceased: on });
    if (!reply.ok) return setProblems([asFieldProblem(reply.problem, 'end-')]);
    await readSources();
    say(words.endSaved(source.name, day(on)), 1);
    return onDone();
  };
  return (
    <EntryForm
      label={words.endOf(source.name)}
      button={words.endIt}
      problems={problems}
      onSubmit={() => void end()}
      onStop={onDone}
    >
      <TextField
        id="end-ceased"
        label={words.ended}
        hint={words.endedHint}
        width="w-date"
        value={ceased}
        onValue={setCeased}
        problem={problemOf(problems, 'end-ceased')}
      />
    </EntryForm>
  );
}

/** Takes a stop back. */
export async function carryOn(source: SourceShown): Promise<void> {
  const reply = await ask('sources.change', { id: source.id, ceased: '' });
  if (reply.ok) await readSources();
  say(reply.ok ? words.carriedOn(source.name) : reply.problem.message, reply.ok ? 1 : 0);
}
