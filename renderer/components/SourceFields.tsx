/**
 * What is asked about one thing a person has?
 */
import type { SourceKind } from '../../shared/policy/categories.ts';
import { kindNames, startBooks } from '../../shared/wording/firstRun.ts';
import type { TypedSource } from '../screens/startForm.ts';
import { SelectField, TextField } from './Field.tsx';
import { problemOf, type FieldProblem } from './Problems.tsx';

export const kinds: readonly SourceKind[] = ['self-employment', 'uk-property', 'foreign-property'];
export const kindOptions = kinds.map((value) => ({ value, label: kindNames[value] }));

interface Asked {
  readonly source: TypedSource;
  readonly n: number;
  readonly problems: readonly FieldProblem[];
  readonly onChange: (source: TypedSource) => void;
  readonly onRemove: (() => void) | undefined;
}

export function SourceFields({ source, n, problems, onChange, onRemove }: Asked) {
  const id = (field: string): string => `sources-${n}-${field}`;
  const text = (field: 'name' | 'started' | 'share', hint: string, width: string) => (
    <TextField
      id={id(field)}
      label={startBooks[field]}
      hint={hint}
      width={width}
      value={source[field]}
      onValue={(value) => onChange({ ...source, [field]: value })}
      problem={problemOf(problems, id(field))}
    />
  );
  return (
    <fieldset className="sheet one-of">
      <legend className="unseen">{startBooks.source(n + 1)}</legend>
      <div className="between" aria-hidden="true">
        <h3>{startBooks.source(n + 1)}</h3>
      </div>
      <SelectField
        id={id('kind')}
        label={startBooks.kind}
        width="w-name"
        options={kindOptions}
        value={source.kind}
        onValue={(value) => onChange({ ...source, kind: kinds.find((k) => k === value) ?? source.kind })}
        problem={problemOf(problems, id('kind'))}
      />
      {text('name', startBooks.nameHint, 'w-name')}
      {text('started', startBooks.startedHint, 'w-date')}
      {source.kind === 'self-employment' ? null : text('share', startBooks.shareHint, 'w-short')}
      {onRemove === undefined ? null : (
        <p>
          <button type="button" className="plain" onClick={onRemove}>
            {startBooks.remove} <span className="unseen">{startBooks.source(n + 1)}</span>
          </button>
        </p>
      )}
    </fieldset>
  );
}
