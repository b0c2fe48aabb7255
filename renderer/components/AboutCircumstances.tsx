/**
 * Why might the person not have to? The reasons given, with their dates, and one more.
 */
import { useState } from 'react';
import type { SourceShown } from '../../shared/contract/contract.ts';
import type { ToldShown } from '../../shared/contract/told.ts';
import type { CircumstanceKind } from '../../shared/rules/facts.ts';
import type { PlainDate } from '../../shared/values/dates.ts';
import {
  aboutProblems,
  aboutYou as words,
  circumstanceOfSource,
  circumstanceWords,
} from '../../shared/wording/aboutYou.ts';
import { AboutForm } from './AboutForm.tsx';
import { namedOptions, SelectField, TextField } from './Field.tsx';
import { GivenCircumstances } from './GivenCircumstances.tsx';
import { problemOf } from './Problems.tsx';

const isKind = (text: string): text is CircumstanceKind => Object.hasOwn(circumstanceWords, text);
const kinds = Object.keys(circumstanceWords).filter(isKind);
const kindOptions = [
  { value: '', label: words.choose },
  ...kinds.map((value) => ({ value, label: circumstanceWords[value] })),
];
const blank = { kind: '', from: '', to: '', source: '' };

interface Asked {
  readonly told: ToldShown['circumstances'];
  readonly sources: readonly SourceShown[];
  readonly asAt: PlainDate;
  readonly onSaved: () => void;
}

export function AboutCircumstances({ told, sources, asAt, onSaved }: Asked) {
  const [typed, setTyped] = useState(blank);
  const { kind, from, to } = typed;
  const field = (name: keyof typeof blank) => ({
    id: `circumstance-${name}`,
    value: typed[name],
    onValue: (value: string) => setTyped((before) => ({ ...before, [name]: value })),
  });
  const ofSource = isKind(kind) && circumstanceOfSource.has(kind);
  const source = ofSource && typed.source !== '' ? typed.source : null;
  const save = () => {
    setTyped(blank);
    onSaved();
  };
  return (
    <>
      <GivenCircumstances told={told} sources={sources} asAt={asAt} onSaved={onSaved} />
      <AboutForm
        id="circumstance"
        title={words.newCircumstance}
        button={words.addCircumstance}
        entry={isKind(kind) ? { about: 'circumstance', kind, from, to, source } : undefined}
        unsaid={aboutProblems.kind}
        unsaidAt="circumstance-kind"
        onSaved={save}
      >
        {(problems) => (
          <>
            <SelectField
              {...field('kind')}
              label={words.kind}
              options={kindOptions}
              problem={problemOf(problems, 'circumstance-kind')}
            />
            {ofSource ? (
              <SelectField
                {...field('source')}
                label={words.ofSource}
                width="w-name"
                options={namedOptions(sources, { value: '', label: words.anySource })}
              />
            ) : null}
            <TextField
              {...field('from')}
              label={words.from}
              hint={words.submittedHint}
              width="w-date"
              problem={problemOf(problems, 'circumstance-from')}
            />
            <TextField
              {...field('to')}
              label={words.to}
              hint={words.toHint}
              width="w-date"
              problem={problemOf(problems, 'circumstance-to')}
            />
          </>
        )}
      </AboutForm>
    </>
  );
}
