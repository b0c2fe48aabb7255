/**
 * What can be done with the records selected? Give all of them another category, source or property, say they are not
 * business, take them out; each as one action. And what do they come to?
 */
import { useMemo, useState } from 'react';
import type { SourceShown } from '../../shared/contract/contract.ts';
import type { Picked } from '../../shared/contract/several.ts';
import { parsePounds, sum, toPounds } from '../../shared/values/money.ts';
import { count, money } from '../../shared/wording/format.ts';
import { removingForGood } from '../../shared/wording/forGood.ts';
import { records as words } from '../../shared/wording/records.ts';
import { layOver, useStore } from '../store.ts';
import { namedOptions, SelectField, type OptionGroup } from './Field.tsx';
import { categoryGroups } from './recordFields.ts';
import { changeRecords } from './recordWrites.ts';

const choose = { value: '', label: words.choose };
const choices = [choose];

interface Asked {
  readonly chosen: readonly Picked[];
  readonly onEdit: () => void;
  readonly onRemove: (as: 'unsorted' | 'not-business') => void;
  /** The focus goes back to the rows. */
  readonly onDone: () => void;
  readonly onClear: () => void;
}

export function SelectedBar({ chosen, onEdit, onRemove, onDone, onClear }: Asked) {
  if (chosen.length === 0) return null;
  const selected = words.selected(count(chosen.length, 'record'));
  const [one] = chosen.length === 1 ? chosen : [];
  return (
    <section className="selected-bar" aria-label={selected}>
      <Sums chosen={chosen} selected={selected} />
      <ChangeTo chosen={chosen} onDone={onDone} />
      <p className="buttons">
        {chosen.length === 1 ? (
          <button type="button" onClick={onEdit}>
            {words.edit}
          </button>
        ) : null}
        {chosen.every((r) => r.from === 'bank') ? (
          <button type="button" onClick={() => onRemove('not-business')}>
            {words.notBusiness}
          </button>
        ) : null}
        <button type="button" onClick={() => onRemove('unsorted')}>
          {words.remove}
        </button>
        {one === undefined ? null : (
          <button type="button" className="plain" onClick={() => forGood(one)}>
            {removingForGood.button}
          </button>
        )}
        <button type="button" className="plain" onClick={onClear}>
          {words.clearSelection}
        </button>
      </p>
    </section>
  );
}

/** The records behind it go with it, and all that came of its bank row. */
const forGood = ({ id }: Picked): void => layOver({ of: { record: id }, what: words.thisRecord, back: 'main' });

function Sums({ chosen, selected }: { readonly chosen: readonly Picked[]; readonly selected: string }) {
  const { moneyIn, moneyOut } = useMemo(() => {
    const total = (income: boolean) =>
      toPounds(
        sum(chosen.filter((r) => (r.direction === 'income') === income).map((r) => parsePounds(r.amount) ?? sum([]))),
      );
    return { moneyIn: money(total(true)), moneyOut: money(total(false)) };
  }, [chosen]);
  return (
    <p role="status" className="sums">
      <strong>{selected}</strong> <span className="figure">{words.comeTo(moneyIn, moneyOut)}</span>
    </p>
  );
}

/** What a choice means: `|letting|category` of the source they have, `source|letting|category` of another. */
function meant(choice: string) {
  const [source = '', letting = '', category = ''] = choice.split('|');
  const given = (text: string): string | null => (text === '' ? null : text);
  return { source: given(source), letting: given(letting), category: given(category) };
}

function ChangeTo({ chosen, onDone }: { readonly chosen: readonly Picked[]; readonly onDone: () => void }) {
  const sources = useStore((known) => known.sources);
  const [choice, setChoice] = useState('');
  const [place, setPlace] = useState('');
  const own = sources.find((s) => chosen.every((r) => r.source === s.id));
  const change = async (what: string) => {
    if (what === '') return;
    onDone();
    await changeRecords(
      chosen.map((r) => r.id),
      meant(what),
    );
  };
  return (
    <>
      <SelectField
        id="change-to"
        label={words.changeTo}
        options={choices}
        groups={groupsFor(sources, own)}
        value={choice}
        onValue={setChoice}
      />
      <button type="button" onClick={() => void change(choice)}>
        {words.change}
      </button>
      {own === undefined || own.lettings.length < 2 ? null : (
        <>
          <SelectField
            id="change-place"
            label={words.changePlace}
            options={namedOptions(own.lettings, choose)}
            value={place}
            onValue={setPlace}
          />
          <button type="button" onClick={() => void change(place === '' ? '' : `|${place}|`)}>
            {words.move}
          </button>
        </>
      )}
    </>
  );
}

/** The categories of the source they have first, then those of every other, and of each of its properties. */
function groupsFor(sources: readonly SourceShown[], own: SourceShown | undefined): readonly OptionGroup[] {
  const here = categoryGroups(own).map(({ label, options }) => ({
    label,
    options: options.map((o) => ({ ...o, value: `||${o.value}` })),
  }));
  const others = sources.filter((s) => s !== own);
  return [
    ...here,
    ...others.flatMap((source) => {
      const places = source.lettings.length === 0 ? [{ id: '', name: source.name }] : source.lettings;
      return places.map((place) => ({
        label: place.name === source.name ? source.name : `${source.name}: ${place.name}`,
        options: source.categories.map((c) => ({ value: `${source.id}|${place.id}|${c.id}`, label: c.name })),
      }));
    }),
  ];
}
