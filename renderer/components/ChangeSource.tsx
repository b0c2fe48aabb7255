/**
 * How is a source changed? Its name, its dates, how money counts, VAT and its update periods, all as they are now.
 */
import { useState } from 'react';
import type { Input, SourceShown } from '../../shared/contract/contract.ts';
import { laterYear, parseTaxYear, taxYearOf, taxYears, type PlainDate } from '../../shared/values/dates.ts';
import { day, taxYear } from '../../shared/wording/format.ts';
import { sources as labels } from '../../shared/wording/records.ts';
import { sourceChanges as words } from '../../shared/wording/sources.ts';
import { ask, readSources, say } from '../store.ts';
import { EntryForm } from './EntryForm.tsx';
import { Choices, SelectField, TextField } from './Field.tsx';
import { asFieldProblem, problemOf, type FieldProblem } from './Problems.tsx';

interface Changing {
  readonly source: SourceShown;
  readonly asAt: PlainDate;
  readonly onDone: () => void;
}

const bases = (['cash', 'traditional'] as const).map((value) => ({ value, label: words.bases[value] }));
const periodKinds = (['standard', 'calendar'] as const).map((value) => ({ value, label: words.periodChoices[value] }));

function typedOf(source: SourceShown, asAt: PlainDate) {
  const last = source.updatePeriods.at(-1);
  return {
    name: source.name,
    started: source.startedOn === null ? '' : day(source.startedOn),
    ceased: source.ceasedOn === null ? '' : day(source.ceasedOn),
    basis: source.basis,
    vatRegistered: source.vatRegistered,
    periods: last?.periods ?? ('standard' as const),
    from: last?.from ?? laterYear(taxYearOf(asAt)),
  };
}

/** What differs, and nothing else. */
function changeOf(source: SourceShown, asAt: PlainDate, typed: ReturnType<typeof typedOf>): Input<'sources.change'> {
  const before = typedOf(source, asAt);
  const { periods, from, ...plain } = typed;
  const differs = Object.entries(plain).filter(([key, value]) => before[key as keyof typeof plain] !== value);
  const chosen = periods === before.periods && from === before.from ? {} : { updatePeriods: { from, periods } };
  return { id: source.id, ...Object.fromEntries(differs), ...chosen };
}

export function ChangeSource({ source, asAt, onDone }: Changing) {
  const [typed, setTyped] = useState(() => typedOf(source, asAt));
  const [problems, setProblems] = useState<readonly FieldProblem[]>([]);
  const put = (some: Partial<typeof typed>) => setTyped((before) => ({ ...before, ...some }));
  const save = async () => {
    const reply = await ask('sources.change', changeOf(source, asAt, typed));
    if (!reply.ok) return setProblems([asFieldProblem(reply.problem, 'change-')]);
    await readSources();
    say(words.saved(typed.name.trim()), 1);
    return onDone();
  };
  const text = (field: 'name' | 'started' | 'ceased', label: string, hint?: string) => (
    <TextField
      id={`change-${field}`}
      label={label}
      hint={hint}
      width={field === 'name' ? 'w-name' : 'w-date'}
      value={typed[field]}
      onValue={(value) => put({ [field]: value })}
      problem={problemOf(problems, `change-${field}`)}
    />
  );
  return (
    <EntryForm
      label={words.changeOf(source.name)}
      button={words.save}
      problems={problems}
      onSubmit={() => void save()}
      onStop={onDone}
    >
      {text('name', labels.name)}
      {text('started', labels.started, labels.startedHint)}
      {text('ceased', words.ceased, words.ceasedHint)}
      <Choices
        id="change-basis"
        legend={words.basis}
        options={bases}
        value={typed.basis}
        onValue={(value) => put({ basis: value === 'traditional' ? value : 'cash' })}
      />
      <div className="choices">
        <label>
          <input
            type="checkbox"
            checked={typed.vatRegistered}
            onChange={(event) => put({ vatRegistered: event.target.checked })}
          />
          {words.vat}
        </label>
      </div>
      <Choices
        id="change-updatePeriods"
        legend={words.periods}
        options={periodKinds}
        value={typed.periods}
        onValue={(value) => put({ periods: value === 'calendar' ? value : 'standard' })}
        problem={problemOf(problems, 'change-updatePeriods')}
      />
      {typed.periods === 'calendar' || source.updatePeriods.length > 0 ? (
        <SelectField
          id="change-from"
          label={words.periodsFrom}
          hint={words.periodsHint}
          width="w-name"
          options={yearsAround(asAt, typed.from)}
          value={typed.from}
          onValue={(value) => put({ from: parseTaxYear(value) ?? typed.from })}
        />
      ) : null}
    </EntryForm>
  );
}

/** This tax year and the two after it, and the one chosen before. */
function yearsAround(asAt: PlainDate, chosen: string) {
  const now = taxYearOf(asAt);
  const years = taxYears(now, laterYear(now, 2)).map((value) => ({ value, label: taxYear(value) }));
  const before = parseTaxYear(chosen);
  return before === undefined || years.some((y) => y.value === before)
    ? years
    : [{ value: before, label: taxYear(before) }, ...years];
}
