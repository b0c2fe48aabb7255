/**
 * How is a property added to a source? Its name, the person's own share, and its country if it is not in the UK.
 */
import { useState } from 'react';
import type { SourceShown } from '../../shared/contract/contract.ts';
import { parseShare } from '../../shared/values/money.ts';
import { sourceProblems, sources as words } from '../../shared/wording/records.ts';
import { ask, readSources, say } from '../store.ts';
import { EntryForm } from './EntryForm.tsx';
import { TextField } from './Field.tsx';
import { newId } from './newId.ts';
import { asFieldProblem, problemOf, type FieldProblem } from './Problems.tsx';

interface Adding {
  readonly source: SourceShown;
  readonly onDone: () => void;
}

export function AddLetting({ source, onDone }: Adding) {
  const [typed, setTyped] = useState({ name: '', share: '1', country: '' });
  const [problems, setProblems] = useState<readonly FieldProblem[]>([]);
  const foreign = source.kind === 'foreign-property';
  const field = (name: keyof typeof typed) => ({
    id: `letting-${name}`,
    label: words[name],
    value: typed[name],
    onValue: (value: string) => setTyped((before) => ({ ...before, [name]: value })),
    problem: problemOf(problems, `letting-${name}`),
  });
  const add = async () => {
    const country = typed.country.trim().toUpperCase();
    const wrong = [
      ...(typed.name.trim() === '' ? [{ id: 'letting-name', message: sourceProblems.name }] : []),
      ...(parseShare(typed.share.trim()) === undefined ? [{ id: 'letting-share', message: sourceProblems.share }] : []),
      ...(foreign && !/^[A-Z]{2}$/.test(country) ? [{ id: 'letting-country', message: sourceProblems.country }] : []),
    ];
    setProblems(wrong);
    if (wrong.length > 0) return;
    const reply = await ask('lettings.add', {
      source: source.id,
      id: newId(
        typed.name,
        source.lettings.map((l) => l.id),
      ),
      name: typed.name.trim(),
      country: country === '' ? null : country,
      share: typed.share.trim(),
      shareFrom: null,
    });
    if (!reply.ok) return setProblems([asFieldProblem(reply.problem, 'letting-')]);
    await readSources();
    say(words.saved(typed.name.trim()), 1);
    return onDone();
  };
  return (
    <EntryForm
      label={words.addLettingTo(source.name)}
      button={words.add}
      problems={problems}
      onSubmit={() => void add()}
      onStop={onDone}
    >
      <TextField {...field('name')} width="w-name" />
      <TextField {...field('share')} hint={words.shareHint} width="w-short" />
      {foreign ? <TextField {...field('country')} hint={words.countryHint} width="w-short" /> : null}
    </EntryForm>
  );
}
