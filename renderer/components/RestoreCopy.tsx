/**
 * Should this copy take the place of the books? What it holds and what it would replace, before anything is done.
 */
import { useEffect, useRef, useState, type SyntheticEvent } from 'react';
import type { CopyContents, RestoreLooked } from '../../shared/contract/keeping.ts';
import { backupsRoom as words } from '../../shared/wording/backups.ts';
import { count, day, fileSize } from '../../shared/wording/format.ts';
import { chooseCopy, restore } from '../restoring.ts';
import { ask, type CopyChosen } from '../store.ts';
import { SecretField } from './Field.tsx';
import { asFieldProblem, problemOf, ProblemSummary, type FieldProblem } from './Problems.tsx';

const field = 'copy-passphrase';

export function RestoreCopy({ copy }: { readonly copy: CopyChosen }) {
  const [looked, setLooked] = useState<RestoreLooked>();
  const [locked, setLocked] = useState(false);
  const [passphrase, setPassphrase] = useState('');
  const [problems, setProblems] = useState<readonly FieldProblem[]>([]);
  const [busy, setBusy] = useState(false);
  const head = useRef<HTMLHeadingElement>(null);
  const typed = passphrase === '' ? null : passphrase;
  useEffect(() => {
    let here = true;
    head.current?.focus();
    void ask('backups.look', { from: copy.from }).then((reply) => {
      if (!here) return;
      if (reply.ok) setLooked(reply.value);
      else if (reply.problem.code === 'copy-locked') setLocked(true);
      else setProblems([asFieldProblem({ ...reply.problem, path: '' })]);
    });
    return () => {
      here = false;
    };
  }, [copy]);
  const leave = () => {
    chooseCopy(undefined);
    document.getElementById('backups')?.focus();
  };
  const go = async (event: SyntheticEvent) => {
    event.preventDefault();
    if (busy) return;
    setBusy(true);
    const reply = looked === undefined ? await look() : await restore(copy.from, typed);
    setBusy(false);
    setProblems(reply.ok ? [] : [asFieldProblem(reply.problem, 'copy-')]);
  };
  const look = async () => {
    const reply = await ask('backups.look', { from: copy.from, passphrase: typed });
    if (reply.ok) setLooked(reply.value);
    return reply;
  };
  return (
    <form
      className="sheet form restore"
      noValidate
      aria-labelledby="restore-title"
      onSubmit={(event) => void go(event)}
    >
      <h3 id="restore-title" ref={head} tabIndex={-1}>
        {words.asking(copy.name)}
      </h3>
      <ProblemSummary problems={problems} />
      {locked && looked === undefined ? (
        <SecretField
          id={field}
          label={words.passphrase}
          width="w-name"
          value={passphrase}
          onValue={setPassphrase}
          problem={problemOf(problems, field)}
        />
      ) : null}
      {looked === undefined ? null : <Compared looked={looked} />}
      <p className="buttons">
        {looked === undefined && !locked ? null : (
          <button type="submit" className="main" aria-disabled={busy}>
            {looked === undefined ? words.unlock : words.go}
          </button>
        )}
        <button type="button" onClick={leave}>
          {words.cancel}
        </button>
      </p>
      <p className="status" role="status">
        {busy && looked !== undefined ? words.restoring : ''}
      </p>
    </form>
  );
}

function Compared({ looked: { copy, books } }: { readonly looked: RestoreLooked }) {
  return (
    <>
      <dl className="compared">
        <div>
          <dt>{words.bring}</dt>
          <dd>{held(copy)}</dd>
        </div>
        <div>
          <dt>{words.place}</dt>
          <dd>{books === null ? words.booksUnread : held(books)}</dd>
        </div>
      </dl>
      <p>{words.willBeKept}</p>
    </>
  );
}

function held({ records, lastRecord, size }: CopyContents): string {
  if (records === null) return words.holdsUnread(fileSize(size));
  return words.holds(count(records, 'record'), lastRecord === null ? null : day(lastRecord), fileSize(size));
}
