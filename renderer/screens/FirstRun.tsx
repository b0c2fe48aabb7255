/**
 * What does a person meet who has no books yet? Two choices, and the three questions behind the first.
 */
import { useEffect, useState } from 'react';
import { exampleWords } from '../../shared/wording/examples.ts';
import { firstRun } from '../../shared/wording/firstRun.ts';
import { everywhere } from '../../shared/wording/rooms.ts';
import { Examples } from '../components/Examples.tsx';
import { Foot } from '../components/Foot.tsx';
import { Icon } from '../components/Icon.tsx';
import { asFieldProblem, ProblemSummary, type FieldProblem } from '../components/Problems.tsx';
import { openExample, setStarting, useStore } from '../store.ts';
import { StartBooks } from './StartBooks.tsx';

export function FirstRun() {
  const starting = useStore((known) => known.starting);
  useEffect(() => {
    document.title = everywhere.app;
  }, []);
  return (
    <div className="alone">
      <main id="main" key={starting ? 'start' : 'choose'}>
        {starting ? <StartBooks onBack={() => setStarting(false)} /> : <Welcome />}
      </main>
      <Foot />
    </div>
  );
}

function Welcome() {
  const [problems, setProblems] = useState<readonly FieldProblem[]>([]);
  const look = async () => {
    const reply = await openExample();
    if (!reply.ok) setProblems([asFieldProblem(reply.problem)]);
  };
  return (
    <>
      <p className="app-name brand">
        <Icon name="app" size={26} />
        {everywhere.app}
      </p>
      <h1 className="welcome">{firstRun.title}</h1>
      <p className="lead">{firstRun.lead}</p>
      <ProblemSummary problems={problems} />
      <div className="two-choices">
        <button type="button" className="choice" onClick={() => setStarting(true)}>
          <Icon name="start" size={28} />
          <span>
            <strong>{firstRun.start}</strong>
            {firstRun.startHint}
          </span>
        </button>
        <button type="button" className="choice" onClick={() => void look()}>
          <Icon name="look" size={28} />
          <span>
            <strong>{firstRun.example}</strong>
            {firstRun.exampleHint}
          </span>
        </button>
      </div>
      <section aria-labelledby="other-examples">
        <h2 id="other-examples" className="small-head">
          {exampleWords.others}
        </h2>
        <Examples without="plumber" onRefused={(message) => setProblems([{ id: '', message }])} />
      </section>
      <p className="quiet">{firstRun.promise}</p>
    </>
  );
}
