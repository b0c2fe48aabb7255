/**
 * How does a changed share of a property come in? The new share and the day from which it holds; earlier records keep theirs.
 */
import { useState } from 'react';
import type { LettingShown } from '../../shared/contract/contract.ts';
import { parseShare } from '../../shared/values/money.ts';
import { parseTypedDate } from '../../shared/values/typed.ts';
import { sourceProblems, sources as words } from '../../shared/wording/records.ts';
import { ask, readSources, say, useStore } from '../store.ts';
import { EntryForm } from './EntryForm.tsx';
import { TextField } from './Field.tsx';
import { asFieldProblem, problemOf, type FieldProblem } from './Problems.tsx';

interface Changing {
  readonly source: string;
  readonly letting: LettingShown;
  readonly onDone: () => void;
}

export function ChangeShare({ source, letting, onDone }: Changing) {
  const asAt = useStore((known) => known.outlook?.asAt);
  const [share, setShare] = useState('');
  const [from, setFrom] = useState('');
  const [problems, setProblems] = useState<readonly FieldProblem[]>([]);
  const change = async () => {
    const shareFrom = asAt === undefined ? undefined : parseTypedDate(from, asAt);
    const wrong = [
      ...(parseShare(share.trim()) === undefined ? [{ id: 'change-share', message: sourceProblems.share }] : []),
      ...(shareFrom === undefined ? [{ id: 'change-shareFrom', message: sourceProblems.shareFrom }] : []),
    ];
    setProblems(wrong);
    if (wrong.length > 0 || shareFrom === undefined) return;
    const { id, name, country } = letting;
    const reply = await ask('lettings.add', { source, id, name, country, share: share.trim(), shareFrom });
    if (!reply.ok) return setProblems([asFieldProblem(reply.problem, 'change-')]);
    await readSources();
    say(words.shareChanged(name), 1);
    return onDone();
  };
  return (
    <EntryForm
      label={words.changeShareOf(letting.name)}
      button={words.changeShare}
      problems={problems}
      onSubmit={() => void change()}
      onStop={onDone}
    >
      <TextField
        id="change-share"
        label={words.share}
        hint={words.shareHint}
        width="w-short"
        value={share}
        onValue={setShare}
        problem={problemOf(problems, 'change-share')}
      />
      <TextField
        id="change-shareFrom"
        label={words.shareSince}
        hint={words.shareSinceHint}
        width="w-date"
        value={from}
        onValue={setFrom}
        problem={problemOf(problems, 'change-shareFrom')}
      />
    </EntryForm>
  );
}
