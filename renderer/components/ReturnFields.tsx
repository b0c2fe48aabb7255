/**
 * What is asked about one of the last two tax returns? Whether it was sent, when, and each source's income on it.
 */
import { startBooks } from '../../shared/wording/firstRun.ts';
import { taxYear } from '../../shared/wording/format.ts';
import { states, type TypedReturn, type TypedSource } from '../screens/startForm.ts';
import { Choices, MoneyField, TextField } from './Field.tsx';
import { problemOf, type FieldProblem } from './Problems.tsx';

const stateOptions = states.map((value) => ({ value, label: startBooks.states[value] }));

interface Asked {
  readonly said: TypedReturn;
  readonly n: number;
  readonly sources: readonly TypedSource[];
  readonly problems: readonly FieldProblem[];
  readonly onChange: (said: TypedReturn) => void;
}

export function ReturnFields({ said, n, sources, problems, onChange }: Asked) {
  const id = `returns-${n}`;
  return (
    <div className="sheet one-of">
      <Choices
        id={`${id}-state`}
        legend={startBooks.returnOf(taxYear(said.taxYear))}
        options={stateOptions}
        value={said.state}
        onValue={(state) => onChange({ ...said, state })}
        problem={problemOf(problems, `${id}-state`)}
        across
      />
      {said.state === 'sent' ? (
        <>
          <TextField
            id={`${id}-submitted`}
            label={startBooks.submitted}
            hint={startBooks.submittedHint}
            width="w-date"
            value={said.submitted}
            onValue={(submitted) => onChange({ ...said, submitted })}
            problem={problemOf(problems, `${id}-submitted`)}
          />
          {sources.map((source, i) => (
            <MoneyField
              key={source.key}
              id={`${id}-amounts-${i}`}
              label={startBooks.amount(source.name.trim() === '' ? startBooks.unnamed(i + 1) : source.name)}
              width="w-money"
              value={said.amounts[i] ?? ''}
              onValue={(value) => onChange({ ...said, amounts: said.amounts.map((a, at) => (at === i ? value : a)) })}
              problem={problemOf(problems, `${id}-amounts-${i}`)}
            />
          ))}
        </>
      ) : null}
    </div>
  );
}
