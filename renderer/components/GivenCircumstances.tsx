/**
 * Which reasons were given, and which of them has ended or was given by mistake?
 */
import { useState } from 'react';
import type { SourceShown } from '../../shared/contract/contract.ts';
import type { ToldShown } from '../../shared/contract/told.ts';
import type { PlainDate } from '../../shared/values/dates.ts';
import { parseTypedDate } from '../../shared/values/typed.ts';
import { aboutYou, circumstanceWords, sinceWords } from '../../shared/wording/aboutYou.ts';
import { takingBack as words, takingBackProblems } from '../../shared/wording/takingBack.ts';
import { ask, say } from '../store.ts';
import { EntryForm } from './EntryForm.tsx';
import { TextField } from './Field.tsx';
import { asFieldProblem, problemOf, type FieldProblem } from './Problems.tsx';
import { TakeBack } from './TakeBack.tsx';
import { useOpening } from './useOpening.ts';

type Circumstance = ToldShown['circumstances'][number];

interface Given {
  readonly told: ToldShown['circumstances'];
  readonly sources: readonly SourceShown[];
  readonly asAt: PlainDate;
  readonly onSaved: () => void;
}

export function GivenCircumstances({ told, sources, asAt, onSaved }: Given) {
  if (told.length === 0) return <p className="quiet">{aboutYou.noCircumstances}</p>;
  return (
    <ul className="told-list">
      {told.map((c) => (
        <One key={`${c.kind} ${c.from} ${c.source ?? ''}`} told={c} sources={sources} asAt={asAt} onSaved={onSaved} />
      ))}
    </ul>
  );
}

interface OneGiven extends Omit<Given, 'told'> {
  readonly told: Circumstance;
}

function One({ told, sources, asAt, onSaved }: OneGiven) {
  const { kind, from, to, source } = told;
  const { open, opener, close } = useOpening(`${kind}-${from}-${source ?? ''}`);
  const about = circumstanceWords[kind];
  const carryOn = async () => {
    const reply = await ask('told.end', { kind, from, to, source, ended: '' });
    say(reply.ok ? words.carriesOn : reply.problem.message, reply.ok ? 1 : 0);
    if (reply.ok) onSaved();
  };
  return (
    <li>
      <span>
        {about}, <span className="quiet">{sinceWords(told)}</span>
        {source === null ? '' : ` (${sources.find((s) => s.id === source)?.name ?? source})`}
      </span>
      {open === undefined ? (
        <span className="buttons">
          <button
            {...opener('end')}
            className="plain small"
            onClick={to === null ? opener('end').onClick : () => void carryOn()}
          >
            {to === null ? words.end : words.goesOn} <span className="unseen">{about}</span>
          </button>
          <TakeBack removal={{ about: 'circumstance', kind, from, to, source }} what={about} onDone={onSaved} />
        </span>
      ) : (
        <End
          told={told}
          asAt={asAt}
          onStop={close}
          onSaved={() => {
            onSaved();
            close();
          }}
        />
      )}
    </li>
  );
}

interface Ending {
  readonly told: Circumstance;
  readonly asAt: PlainDate;
  readonly onStop: () => void;
  readonly onSaved: () => void;
}

function End({ told, asAt, onStop, onSaved }: Ending) {
  const [ended, setEnded] = useState('');
  const [problems, setProblems] = useState<readonly FieldProblem[]>([]);
  const save = async () => {
    if (parseTypedDate(ended, asAt) === undefined)
      return setProblems([{ id: 'reason-ended', message: takingBackProblems.ended }]);
    const reply = await ask('told.end', { ...told, ended });
    if (!reply.ok) return setProblems([asFieldProblem(reply.problem, 'reason-')]);
    say(words.saved, 1);
    return onSaved();
  };
  return (
    <EntryForm
      label={words.endOf(circumstanceWords[told.kind])}
      button={words.save}
      problems={problems}
      onSubmit={() => void save()}
      onStop={onStop}
    >
      <TextField
        id="reason-ended"
        label={words.ended}
        hint={words.endedHint}
        width="w-date"
        value={ended}
        onValue={setEnded}
        problem={problemOf(problems, 'reason-ended')}
      />
    </EntryForm>
  );
}
