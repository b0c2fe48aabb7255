/**
 * What three things does a person say to start their books?
 *
 * What they have and since when, what the last two returns said, and whether they already send updates. It is one page
 * and one action; what was typed stays until main has taken all of it.
 */
import { useEffect, useRef, useState, type SyntheticEvent } from 'react';
import { firstRun, startBooks } from '../../shared/wording/firstRun.ts';
import { Choices } from '../components/Field.tsx';
import { asFieldProblem, problemOf, ProblemSummary, type FieldProblem } from '../components/Problems.tsx';
import { ReturnFields } from '../components/ReturnFields.tsx';
import { SourceFields } from '../components/SourceFields.tsx';
import { ask, enterBooks } from '../store.ts';
import { asStart, blank, missingIn, newSource, reportings, type Started, type TypedReturn } from './startForm.ts';

const reportingChoices = reportings.map((value) => ({ value, label: startBooks.reportings[value] }));

export function StartBooks({ onBack }: { readonly onBack: () => void }) {
  const [form, setForm] = useState<Started>(blank);
  const [problems, setProblems] = useState<readonly FieldProblem[]>([]);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const change = (part: Partial<Started>) => setForm((before) => ({ ...before, ...part }));

  const start = async (event: SyntheticEvent) => {
    event.preventDefault();
    const missing = missingIn(form);
    setProblems(missing);
    const input = asStart(form);
    if (missing.length > 0 || input === undefined) return;
    const reply = await ask('books.start', input);
    if (reply.ok) await enterBooks(reply.value);
    else setProblems([asFieldProblem(reply.problem)]);
  };

  return (
    <>
      <button type="button" className="plain" onClick={onBack}>
        {firstRun.back}
      </button>
      <h1 className="start-title" tabIndex={-1} ref={heading}>
        {startBooks.title}
      </h1>
      <ProblemSummary problems={problems} />
      <form className="form" noValidate onSubmit={(event) => void start(event)}>
        <Having form={form} change={change} problems={problems} />
        <section className="question">
          <h2>{startBooks.returns}</h2>
          <p className="hint">{startBooks.returnsHint}</p>
          {form.returns.map((said, n) => (
            <ReturnFields
              key={said.taxYear}
              said={said}
              n={n}
              sources={form.sources}
              problems={problems}
              onChange={(changed) => change({ returns: form.returns.map((r) => (r === said ? changed : r)) })}
            />
          ))}
        </section>
        <section className="question">
          <Choices
            id="reporting"
            legend={startBooks.reporting}
            options={reportingChoices}
            value={form.reporting}
            onValue={(reporting) => change({ reporting })}
            problem={problemOf(problems, 'reporting')}
          />
        </section>
        <p className="buttons">
          <button type="submit" className="main">
            {startBooks.go}
          </button>
        </p>
      </form>
    </>
  );
}

const withAmounts = (said: TypedReturn, amounts: readonly string[]): TypedReturn => ({ ...said, amounts });

interface Part {
  readonly form: Started;
  readonly change: (part: Partial<Started>) => void;
  readonly problems: readonly FieldProblem[];
}

function Having({ form, change, problems }: Part) {
  const { sources, returns } = form;
  const remove = (n: number) =>
    change({
      sources: sources.filter((_, i) => i !== n),
      returns: returns.map((r) =>
        withAmounts(
          r,
          r.amounts.filter((_, i) => i !== n),
        ),
      ),
    });
  const add = () =>
    change({
      sources: [...sources, newSource(sources)],
      returns: returns.map((r) => withAmounts(r, [...r.amounts, ''])),
    });
  return (
    <section className="question first">
      <h2>{startBooks.what}</h2>
      <p className="hint">{startBooks.whatHint}</p>
      {sources.map((source, n) => (
        <SourceFields
          key={source.key}
          source={source}
          n={n}
          problems={problems}
          onChange={(changed) => change({ sources: sources.map((s) => (s === source ? changed : s)) })}
          onRemove={sources.length > 1 ? () => remove(n) : undefined}
        />
      ))}
      <button type="button" onClick={add}>
        {startBooks.add}
      </button>
    </section>
  );
}
