/**
 * What did one tax return say? Whether it was sent, when, the boxes to copy, and how it was changed later.
 */
import { useState } from 'react';
import type { SourceShown } from '../../shared/contract/contract.ts';
import type { ReturnShown } from '../../shared/contract/told.ts';
import { aboutProblems, aboutYou as words, returnStateWords } from '../../shared/wording/aboutYou.ts';
import { taxYear } from '../../shared/wording/format.ts';
import { takingBack } from '../../shared/wording/takingBack.ts';
import { states } from '../screens/startForm.ts';
import { AboutForm } from './AboutForm.tsx';
import { Choices, TextField } from './Field.tsx';
import { problemOf, type FieldProblem } from './Problems.tsx';
import { ReturnBoxes } from './ReturnBoxes.tsx';
import { asEntry, asTyped, boxesOf, nextChange, sourcesIn, type TypedChange, type TypedTold } from './returnForm.ts';
import { TakeBack } from './TakeBack.tsx';

const stateOptions = states.map((value) => ({ value, label: returnStateWords[value] }));

interface Asked {
  readonly told: ReturnShown;
  readonly sources: readonly SourceShown[];
  readonly onSaved: () => void;
  readonly onTaken: () => void;
}

export function AboutReturn({ told, sources, onSaved, onTaken }: Asked) {
  const [typed, setTyped] = useState<TypedTold>(() => asTyped(told));
  const years = taxYear(told.taxYear);
  const id = `return-${told.taxYear}`;
  const having = sourcesIn(sources, told.taxYear);
  const change = (part: Partial<TypedTold>) => setTyped((before) => ({ ...before, ...part }));
  const entry = asEntry(
    told.taxYear,
    typed,
    having.flatMap((s) => boxesOf(s, typed)),
  );
  return (
    <AboutForm
      id={id}
      title={words.returnOf(years)}
      button={words.saveReturn(years)}
      entry={entry}
      unsaid={aboutProblems.state(years)}
      unsaidAt={`${id}-state`}
      onSaved={onSaved}
      beside={taking(told, onTaken)}
    >
      {(problems) => (
        <>
          <Choices
            id={`${id}-state`}
            legend={words.returnOf(years)}
            options={stateOptions}
            value={typed.state}
            onValue={(state) => change({ state })}
            problem={problemOf(problems, `${id}-state`)}
            across
            unseenLegend
          />
          {typed.state === 'sent' ? <Sent {...{ id, typed, change, having, problems }} /> : null}
          {typed.state === 'sent' || typed.state === 'none-yet' ? (
            <details className="aside" open={typed.notice !== ''}>
              <summary>{words.notice}</summary>
              <TextField
                id={`${id}-notice`}
                label={words.notice}
                hint={words.noticeHint}
                width="w-date"
                value={typed.notice}
                onValue={(notice) => change({ notice })}
                problem={problemOf(problems, `${id}-notice`)}
              />
            </details>
          ) : null}
        </>
      )}
    </AboutForm>
  );
}

function taking(told: ReturnShown, onTaken: () => void) {
  if (told.state === null) return null;
  return (
    <TakeBack
      removal={{ about: 'return', taxYear: told.taxYear }}
      what={words.returnOf(taxYear(told.taxYear))}
      label={takingBack.removeReturn}
      onDone={onTaken}
    />
  );
}

interface Part {
  readonly id: string;
  readonly typed: TypedTold;
  readonly change: (part: Partial<TypedTold>) => void;
  readonly having: readonly SourceShown[];
  readonly problems: readonly FieldProblem[];
}

function Sent({ id, typed, change, having, problems }: Part) {
  return (
    <>
      <TextField
        id={`${id}-submitted`}
        label={words.submitted}
        hint={words.submittedHint}
        width="w-date"
        value={typed.submitted}
        onValue={(submitted) => change({ submitted })}
        problem={problemOf(problems, `${id}-submitted`)}
      />
      {having.length === 0 ? <p className="quiet">{words.noneThen}</p> : null}
      <ReturnBoxes
        id={id}
        having={having}
        typed={typed}
        amounts={typed.amounts}
        problems={problems}
        onPages={(pages) => change({ pages })}
        onAmounts={(amounts) => change({ amounts })}
      />
      {typed.changes.map((one, n) => (
        <Change key={one.key} {...{ id, typed, change, having, problems, one, n }} />
      ))}
      <p>
        <button type="button" onClick={() => change({ changes: [...typed.changes, nextChange(typed)] })}>
          {words.amend}
        </button>
      </p>
    </>
  );
}

function Change({
  id,
  typed,
  change,
  having,
  problems,
  one,
  n,
}: Part & { readonly one: TypedChange; readonly n: number }) {
  const put = (part: Partial<TypedChange>) =>
    change({ changes: typed.changes.map((c) => (c === one ? { ...c, ...part } : c)) });
  const at = `${id}-amendments-${n}`;
  return (
    <fieldset className="change">
      <legend>{words.amendment(n + 1)}</legend>
      <TextField
        id={`${at}-made`}
        label={words.made}
        hint={words.submittedHint}
        width="w-date"
        value={one.made}
        onValue={(made) => put({ made })}
        problem={problemOf(problems, `${at}-made`)}
      />
      <ReturnBoxes
        id={at}
        having={having}
        typed={typed}
        amounts={one.amounts}
        problems={problems}
        onAmounts={(amounts) => put({ amounts })}
      />
      <p>
        <button
          type="button"
          className="plain"
          onClick={() => change({ changes: typed.changes.filter((c) => c !== one) })}
        >
          {words.removeChange(n + 1)}
        </button>
      </p>
    </fieldset>
  );
}
