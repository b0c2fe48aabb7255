/**
 * What can be done with the records selected? Edit one, give all another category, take them out.
 */
import { useState } from 'react';
import type { RecordShown } from '../../shared/contract/contract.ts';
import { count } from '../../shared/wording/format.ts';
import { records as words } from '../../shared/wording/records.ts';
import { useStore } from '../store.ts';
import { SelectField } from './Field.tsx';
import { categoryGroups } from './recordFields.ts';
import { recategorise } from './recordWrites.ts';

const choose = [{ value: '', label: words.choose }];

interface Asked {
  readonly chosen: readonly RecordShown[];
  readonly onEdit: (record: RecordShown) => void;
  readonly onRemove: () => void;
  readonly onClear: () => void;
}

export function SelectedBar({ chosen, onEdit, onRemove, onClear }: Asked) {
  const sources = useStore((known) => known.sources);
  const [category, setCategory] = useState('');
  const [first] = chosen;
  if (first === undefined) return null;
  const alike = chosen.every((r) => r.source === first.source);
  const change = async () => {
    if (category === '') return;
    await recategorise(chosen, category);
    onClear();
  };
  return (
    <section className="selected-bar" aria-label={words.selected(count(chosen.length, 'record'))}>
      <p role="status">{words.selected(count(chosen.length, 'record'))}</p>
      {alike ? (
        <>
          <SelectField
            id="change-to"
            label={words.changeTo}
            options={choose}
            groups={categoryGroups(sources.find((s) => s.id === first.source))}
            value={category}
            onValue={setCategory}
          />
          <button type="button" onClick={() => void change()}>
            {words.change}
          </button>
        </>
      ) : (
        <p className="quiet small">{words.severalSources}</p>
      )}
      {chosen.length === 1 ? (
        <button type="button" onClick={() => onEdit(first)}>
          {words.edit}
        </button>
      ) : null}
      <button type="button" onClick={onRemove}>
        {words.remove}
      </button>
      <button type="button" className="plain" onClick={onClear}>
        {words.clearSelection}
      </button>
    </section>
  );
}
