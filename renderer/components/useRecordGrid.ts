/**
 * What is done in the grid, and what does each key do there?
 *
 * One row at a time takes the focus: arrows move it, Enter or F2 edits, Space and Shift with an arrow select, Delete
 * removes. What is done keeps the row in its place.
 */
import { useState, type KeyboardEvent, type RefObject } from 'react';
import type { RecordShown } from '../../shared/contract/contract.ts';
import type { RecordFilters } from '../store.ts';
import type { EditedField } from './EditRecord.tsx';
import { reached } from './gridKeys.ts';
import type { RecordPages } from './recordPages.ts';
import { duplicate, removeRecords } from './recordWrites.ts';
import { useGridFocus } from './useGridFocus.ts';
import { useSelection, type Selection } from './useSelection.ts';

interface Editing {
  readonly id: number;
  readonly field: EditedField;
}

export interface RecordGridState {
  /** The row at which Tab stops. */
  readonly stop: number;
  readonly editing: Editing | undefined;
  readonly selection: Selection;
  readonly reach: (index: number) => void;
  readonly edit: (record: RecordShown, index: number, field?: EditedField) => void;
  readonly editStop: () => void;
  /** An edit has ended: goes a row on, or stays. */
  readonly done: (step: -1 | 0 | 1, field: EditedField) => void;
  readonly removeChosen: (as: 'unsorted' | 'not-business') => void;
  /** The focus goes back to the rows. */
  readonly back: () => void;
  readonly onKey: (event: KeyboardEvent<HTMLTableRowElement>, index: number) => void;
}

interface Given {
  readonly pages: RecordPages;
  readonly filters: RecordFilters;
  readonly box: RefObject<HTMLElement | null>;
  /** Brings a row into sight. */
  readonly show: (index: number) => void;
  readonly active: number;
  readonly setActive: (index: number) => void;
}

type Act = (() => void) | undefined;

export function useRecordGrid({
  pages: { at, length },
  filters,
  box,
  show,
  active,
  setActive,
}: Given): RecordGridState {
  const [editing, setEditing] = useState<Editing>();
  const [nextField, setNextField] = useState<EditedField>('date');
  const selection = useSelection(filters);
  const stop = Math.min(active, length - 1);
  const focus = useGridFocus(box, stop);
  const goTo = (index: number) => {
    focus.want();
    setActive(index);
    show(index);
  };
  const edit = (record: RecordShown, index: number, field = nextField) => {
    setActive(index);
    setEditing({ id: record.id, field });
  };
  const remove = (ids: readonly number[], as: 'unsorted' | 'not-business') => {
    focus.want();
    void removeRecords(ids, as);
  };
  const removeChosen = (as: 'unsorted' | 'not-business') =>
    remove(
      selection.chosen.map((r) => r.id),
      as,
    );
  const move = (to: number, from: number, shift: boolean) => {
    if (shift) selection.extend(from, to, at);
    else selection.endRun();
    goTo(to);
  };
  const commandOf = (key: string, record: RecordShown | undefined): Act => {
    if (key === 'a') return () => void selection.all();
    return key === 'd' && record !== undefined ? () => void duplicate(record) : undefined;
  };
  const keyOf = (key: string, record: RecordShown | undefined, index: number): Act => {
    if (record === undefined) return undefined;
    const acts: Readonly<Record<string, () => void>> = {
      Enter: () => edit(record, index),
      F2: () => edit(record, index),
      ' ': () => selection.toggle(record, index),
      Delete: () => (selection.chosen.length === 0 ? remove([record.id], 'unsorted') : removeChosen('unsorted')),
      Escape: selection.clear,
    };
    return acts[key];
  };
  const actOf = (event: KeyboardEvent, index: number): Act => {
    if (event.ctrlKey || event.metaKey) return commandOf(event.key, at(index));
    const to = reached(event.key, index, length - 1);
    return to === undefined ? keyOf(event.key, at(index), index) : () => move(to, index, event.shiftKey);
  };
  return {
    stop,
    editing,
    selection,
    reach: setActive,
    edit,
    editStop: () => {
      const record = at(stop);
      if (record !== undefined) edit(record, stop);
    },
    done: (step, field) => {
      setEditing(undefined);
      setNextField(step === 0 ? 'date' : field);
      goTo(Math.max(0, Math.min(length - 1, stop + step)));
    },
    removeChosen,
    back: focus.want,
    onKey: (event, index) => {
      const act = event.target === event.currentTarget && !event.altKey ? actOf(event, index) : undefined;
      if (act === undefined) return;
      event.preventDefault();
      act();
    },
  };
}
