/**
 * What are the ticked rows? A category of a source, nothing to do with the business, or moves between own accounts.
 */
import { useState, type SyntheticEvent } from 'react';
import { count } from '../../shared/wording/format.ts';
import { unsorted as words } from '../../shared/wording/records.ts';
import { ask } from '../store.ts';
import { SelectField } from './Field.tsx';
import { asFieldProblem, problemOf, ProblemSummary, type FieldProblem } from './Problems.tsx';
import { meantBy, setAsideOptions, useSourceGroups } from './rowChoices.ts';

interface Sorting {
  readonly rows: ReadonlySet<number>;
  readonly onSorted: (n: number) => void;
}

export function SortAs({ rows, onSorted }: Sorting) {
  const groups = useSourceGroups();
  const [choice, setChoice] = useState('');
  const [problems, setProblems] = useState<readonly FieldProblem[]>([]);
  const sort = async (event: SyntheticEvent) => {
    event.preventDefault();
    const as = meantBy(choice);
    if (as === undefined) return setProblems([{ id: 'sort-as', message: words.noneChosen }]);
    if (rows.size === 0) return setProblems([{ id: '', message: words.noneSelected }]);
    const reply = await ask('rows.sort', { rows: [...rows], as });
    if (!reply.ok) return setProblems([asFieldProblem({ ...reply.problem, path: '' })]);
    setProblems([]);
    return onSorted(reply.value.done.sorted);
  };
  return (
    <form noValidate onSubmit={(event) => void sort(event)}>
      <ProblemSummary problems={problems} />
      <div className="row-of-fields tools">
        <SelectField
          id="sort-as"
          label={words.these(count(rows.size, 'row'))}
          hint={words.hint}
          place="wide"
          options={setAsideOptions}
          groups={groups}
          value={choice}
          onValue={setChoice}
          problem={problemOf(problems, 'sort-as')}
        />
        <button type="submit" className="main">
          {words.go}
        </button>
      </div>
    </form>
  );
}
