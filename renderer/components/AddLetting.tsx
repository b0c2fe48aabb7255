/**
 * How is a property added to a source? Its name, the person's own share, and its country if it is not in the UK.
 */
import { useState, type SyntheticEvent } from 'react';
import type { SourceShown } from '../../shared/contract/contract.ts';
import { parseShare } from '../../shared/values/money.ts';
import { sourceProblems, sources as words } from '../../shared/wording/records.ts';
import { ask, readSources } from '../store.ts';
import { TextField } from './Field.tsx';
import { newId } from './newId.ts';
import { asFieldProblem, problemOf, ProblemSummary, type FieldProblem } from './Problems.tsx';

interface Adding {
  readonly source: SourceShown;
  readonly onSaved: (name: string) => void;
  readonly onStop: () => void;
}

export function AddLetting({ source, onSaved, onStop }: Adding) {
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
  const add = async (event: SyntheticEvent) => {
    event.preventDefault();
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
    return onSaved(typed.name.trim());
  };
  return (
    <form
      className="form inner"
      noValidate
      onSubmit={(event) => void add(event)}
      aria-label={words.addLettingTo(source.name)}
    >
      <ProblemSummary problems={problems} />
      <TextField {...field('name')} width="w-name" />
      <TextField {...field('share')} hint={words.shareHint} width="w-short" />
      {foreign ? <TextField {...field('country')} hint={words.countryHint} width="w-short" /> : null}
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
