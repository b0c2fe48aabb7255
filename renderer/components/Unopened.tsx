/**
 * What does a person meet whose books could not be opened? Why, and the way back to a copy if it is damage.
 */
import { useEffect, useMemo, useRef } from 'react';
import type { WordedProblem } from '../../shared/contract/contract.ts';
import { backupsRoom as words } from '../../shared/wording/backups.ts';
import { firstRun } from '../../shared/wording/firstRun.ts';
import { everywhere } from '../../shared/wording/rooms.ts';
import { openBooks, openExample } from '../store.ts';
import { Backups } from './Backups.tsx';
import { Foot } from './Foot.tsx';
import { Icon } from './Icon.tsx';
import { Toast } from './Toast.tsx';

/** Other reasons go away by themselves, or with another program: a copy is no help against them. */
const mendedByCopy: ReadonlySet<string> = new Set(['ledger-damaged', 'ledger-unknown']);

export function Unopened({ problem }: { readonly problem: WordedProblem }) {
  const head = useRef<HTMLHeadingElement>(null);
  const damaged = useMemo(() => mendedByCopy.has(problem.code), [problem]);
  useEffect(() => {
    document.title = everywhere.app;
    head.current?.focus();
  }, []);
  return (
    <div className="alone">
      <main id="main">
        <p className="app-name brand">
          <Icon name="app" size={26} />
          {everywhere.app}
        </p>
        <h1 ref={head} tabIndex={-1}>
          {words.unopened}
        </h1>
        <p className="lead">{problem.message}</p>
        <p className="buttons">
          <button type="button" className="main" onClick={() => void openBooks()}>
            {words.again}
          </button>
          <button type="button" onClick={() => void openExample()}>
            {firstRun.example}
          </button>
        </p>
        {damaged ? <Backups open={false} /> : null}
      </main>
      <Foot />
      <Toast />
    </div>
  );
}
