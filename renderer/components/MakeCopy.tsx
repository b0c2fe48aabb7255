/**
 * How is a copy made for another place? Checked whole, locked with a passphrase if wanted, then saved by the person.
 */
import { useState, type SyntheticEvent } from 'react';
import { backupsRoom as words } from '../../shared/wording/backups.ts';
import { count } from '../../shared/wording/format.ts';
import { ask, saveFile } from '../store.ts';
import { SecretField } from './Field.tsx';
import { asFieldProblem, problemOf, ProblemSummary, type FieldProblem } from './Problems.tsx';

const field = 'new-passphrase';

export function MakeCopy() {
  const [passphrase, setPassphrase] = useState('');
  const [problems, setProblems] = useState<readonly FieldProblem[]>([]);
  const [said, setSaid] = useState('');
  const [busy, setBusy] = useState(false);
  const make = async (event: SyntheticEvent) => {
    event.preventDefault();
    if (busy) return;
    setBusy(true);
    setProblems([]);
    setSaid(words.making);
    const made = await ask('backups.make', { passphrase: passphrase === '' ? null : passphrase });
    const saved = made.ok ? await saveFile(made.value) : made;
    setBusy(false);
    if (saved.ok && made.ok) {
      setPassphrase('');
      setSaid(words.madeNow(made.value.name, count(made.value.records ?? 0, 'record')));
      return;
    }
    setSaid('');
    if (!saved.ok) setProblems([asFieldProblem(saved.problem, 'new-')]);
  };
  return (
    <form className="part" noValidate aria-labelledby="make-copy" onSubmit={(event) => void make(event)}>
      <h3 id="make-copy">{words.now}</h3>
      <p className="quiet">{words.nowLead}</p>
      <ProblemSummary problems={problems} />
      <SecretField
        id={field}
        label={words.passphraseOptional}
        hint={words.passphraseHint}
        width="w-name"
        value={passphrase}
        onValue={setPassphrase}
        problem={problemOf(problems, field)}
      />
      <p className="buttons">
        <button type="submit" className="main" aria-disabled={busy}>
          {words.now}
        </button>
      </p>
      <p className="status" role="status">
        {said}
      </p>
    </form>
  );
}
