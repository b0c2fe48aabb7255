/**
 * How is a property changed? Its name, its country if it is not in the UK, and whether it is a room of one's own home.
 */
import { useState } from 'react';
import type { LettingShown, SourceShown } from '../../shared/contract/contract.ts';
import { sourceProblems, sources as labels } from '../../shared/wording/records.ts';
import { sourceChanges as words } from '../../shared/wording/sources.ts';
import { ask, readSources, say } from '../store.ts';
import { EntryForm } from './EntryForm.tsx';
import { TextField } from './Field.tsx';
import { asFieldProblem, problemOf, type FieldProblem } from './Problems.tsx';

interface Changing {
  readonly source: SourceShown;
  readonly letting: LettingShown;
  readonly onDone: () => void;
}

export function ChangeLetting({ source, letting, onDone }: Changing) {
  const [name, setName] = useState(letting.name);
  const [country, setCountry] = useState(letting.country ?? '');
  const [rentARoom, setRoom] = useState(letting.rentARoom);
  const [problems, setProblems] = useState<readonly FieldProblem[]>([]);
  const isForeign = source.kind === 'foreign-property';
  const change = async () => {
    const code = country.trim().toUpperCase();
    if (isForeign && !/^[A-Z]{2}$/.test(code))
      return setProblems([{ id: 'letting-country', message: sourceProblems.country }]);
    const named = { source: source.id, id: letting.id, name, rentARoom };
    const reply = await ask('lettings.change', isForeign ? { ...named, country: code } : named);
    if (!reply.ok) return setProblems([asFieldProblem(reply.problem, 'letting-')]);
    await readSources();
    say(words.saved(name.trim()), 1);
    return onDone();
  };
  return (
    <EntryForm
      label={words.changeOf(letting.name)}
      button={words.save}
      problems={problems}
      onSubmit={() => void change()}
      onStop={onDone}
    >
      <TextField
        id="letting-name"
        label={labels.name}
        width="w-name"
        value={name}
        onValue={setName}
        problem={problemOf(problems, 'letting-name')}
      />
      {isForeign ? (
        <TextField
          id="letting-country"
          label={labels.country}
          hint={labels.countryHint}
          width="w-short"
          value={country}
          onValue={setCountry}
          problem={problemOf(problems, 'letting-country')}
        />
      ) : (
        <div className="choices">
          <label>
            <input type="checkbox" checked={rentARoom} onChange={(event) => setRoom(event.target.checked)} />
            {words.room}
          </label>
        </div>
      )}
    </EntryForm>
  );
}
