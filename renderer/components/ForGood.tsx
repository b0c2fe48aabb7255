/**
 * Should this leave the books for good? What goes with it and which copies keep it, before the one step without a way back.
 */
import { useEffect, useState, type SyntheticEvent } from 'react';
import type { CopyWithIt, ForGoodShown } from '../../shared/contract/forGood.ts';
import { forGoodWords, removingForGood as words } from '../../shared/wording/forGood.ts';
import { copyName } from '../restoring.ts';
import { ask, layOver, readSources, say, type ForGoodAsked } from '../store.ts';
import { Dialog } from './Dialog.tsx';
import { ProblemSummary, type FieldProblem } from './Problems.tsx';

const tick = 'for-good-known';

export function ForGood({ asked: { of, what, back } }: { readonly asked: ForGoodAsked }) {
  const [found, setFound] = useState<ForGoodShown>();
  const [known, setKnown] = useState(false);
  const [problems, setProblems] = useState<readonly FieldProblem[]>([]);
  useEffect(() => {
    let here = true;
    void ask('history.forGood', { of }).then((reply) => {
      if (!here) return;
      if (reply.ok) setFound(reply.value);
      else setProblems([{ id: '', message: reply.problem.message }]);
    });
    return () => {
      here = false;
    };
  }, [of]);
  const go = async (event: SyntheticEvent) => {
    event.preventDefault();
    if (!known) return setProblems([{ id: tick, message: words.tick }]);
    const reply = await ask('history.removeForGood', { of, confirm: true });
    if (!reply.ok) return setProblems([{ id: '', message: reply.problem.message }]);
    layOver(undefined);
    await readSources();
    const { done } = reply.value;
    const gone = forGoodWords.gone(done);
    say(done.swept ? gone : `${gone} ${forGoodWords.unswept}`);
    return requestAnimationFrame(() => document.getElementById(back)?.focus());
  };
  return (
    <Dialog title={words.of(what)}>
      <form className="form for-good" noValidate onSubmit={(event) => void go(event)}>
        <ProblemSummary problems={problems} />
        {found === undefined ? <p className="quiet">{problems.length === 0 ? words.looking : ''}</p> : null}
        {found === undefined ? null : (
          <>
            <h3>{words.goes}</h3>
            <p>{words.goesText(found)}</p>
            <h3>{words.stays}</h3>
            <Copies copies={found.copies} />
            <p>{words.elsewhere}</p>
            <div className="choices">
              <label>
                <input id={tick} type="checkbox" checked={known} onChange={(event) => setKnown(event.target.checked)} />
                {words.know}
              </label>
            </div>
          </>
        )}
        <p className="buttons">
          {found === undefined ? null : (
            <button type="submit" className="grave">
              {words.go}
            </button>
          )}
          <button type="button" onClick={() => layOver(undefined)}>
            {words.keep}
          </button>
        </p>
      </form>
    </Dialog>
  );
}

function Copies({ copies }: { readonly copies: readonly CopyWithIt[] }) {
  if (copies.length === 0) return <p>{words.noCopies}</p>;
  return (
    <>
      <p>{words.copies}</p>
      <ul>
        {copies.map(({ name, at }) => (
          <li key={name}>{at === null ? name : copyName({ at })}</li>
        ))}
      </ul>
    </>
  );
}
