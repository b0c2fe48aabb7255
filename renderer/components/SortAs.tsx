/**
 * What are the ticked rows? A category of a source, nothing to do with the business, or moves between own accounts.
 */
import { useState, type SyntheticEvent } from 'react';
import type { Input } from '../../shared/contract/contract.ts';
import { count } from '../../shared/wording/format.ts';
import { unsorted as words } from '../../shared/wording/records.ts';
import { records } from '../../shared/wording/records.ts';
import { ask, useStore } from '../store.ts';
import { SelectField } from './Field.tsx';
import { asFieldProblem, problemOf, ProblemSummary, type FieldProblem } from './Problems.tsx';

type As = Input<'rows.sort'>['as'];

const aside = [
  { value: '', label: records.choose },
  { value: 'not-business', label: words.notBusiness },
  { value: 'between-my-accounts', label: words.between },
];

/** A choice as the contract has it: `plumbing|turnover` is a category of a source. */
function meant(choice: string): As | undefined {
  if (choice === 'not-business' || choice === 'between-my-accounts') return choice;
  const [source = '', letting = '', category = ''] = choice.split('|');
  return category === '' ? undefined : { source, letting: letting === '' ? null : letting, category };
}

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
    const as = meant(choice);
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
          place="wide"
          options={aside}
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

/** The categories of each source, and of each property where a source has several. */
function useSourceGroups() {
  const sources = useStore((known) => known.sources);
  return sources.flatMap((source) => {
    const places = source.lettings.length === 0 ? [{ id: '', name: '' }] : source.lettings;
    return places.map((place) => ({
      label: place.name === '' || place.name === source.name ? source.name : `${source.name}: ${place.name}`,
      options: source.categories.map((c) => ({ value: `${source.id}|${place.id}|${c.id}`, label: c.name })),
    }));
  });
}
