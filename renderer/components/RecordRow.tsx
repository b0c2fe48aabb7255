/**
 * How does one record read in the list? When, what, where it belongs, and the money in or out.
 */
import { memo, type KeyboardEvent, type MouseEvent } from 'react';
import type { RecordShown } from '../../shared/contract/contract.ts';
import { filesWords } from '../../shared/wording/attachments.ts';
import { money, shortDay } from '../../shared/wording/format.ts';
import { records as words } from '../../shared/wording/records.ts';
import { rulesWords } from '../../shared/wording/rules.ts';
import { useStore } from '../store.ts';
import { isEditedField, type EditedField } from './EditRecord.tsx';
import { Icon } from './Icon.tsx';

export const rowId = (index: number): string => `record-row-${index}`;

interface Shown {
  /** Undefined while it is being fetched. */
  readonly record: RecordShown | undefined;
  readonly index: number;
  readonly ticked: boolean;
  /** Whether Tab stops here. */
  readonly stop: boolean;
  readonly acts: RowActs;
}
/** What is done from a row; the same object for as long as the grid is there. */
export interface RowActs {
  readonly tick: (record: RecordShown, index: number) => void;
  readonly extend: (index: number) => void;
  readonly edit: (record: RecordShown, index: number, field?: EditedField) => void;
  readonly reach: (index: number) => void;
  readonly key: (event: KeyboardEvent<HTMLTableRowElement>, index: number) => void;
}

/** Drawn again only when something of it changed: while a list flies past, most rows only move. */
export const RecordRow = memo(function RecordRow({ record, index, ticked, stop, acts }: Shown) {
  const editCell = (event: MouseEvent) => {
    const cell = event.target instanceof Element ? event.target.closest('td')?.dataset['field'] : undefined;
    if (record !== undefined) acts.edit(record, index, isEditedField(cell) ? cell : 'date');
  };
  return (
    <tr
      id={rowId(index)}
      data-record={record?.id}
      aria-rowindex={index + 2}
      aria-selected={ticked}
      aria-busy={record === undefined}
      tabIndex={stop ? 0 : -1}
      className={ticked ? 'ticked' : ''}
      onKeyDown={(event) => acts.key(event, index)}
      onFocus={() => acts.reach(index)}
      onDoubleClick={editCell}
    >
      {record === undefined ? (
        <td colSpan={5} className="quiet">
          {words.loading}
        </td>
      ) : (
        <Cells
          record={record}
          ticked={ticked}
          onTick={(event) => (event.shiftKey ? acts.extend(index) : acts.tick(record, index))}
        />
      )}
    </tr>
  );
});

interface CellsShown {
  readonly record: RecordShown;
  readonly ticked: boolean;
  readonly onTick: (event: MouseEvent) => void;
}

function Cells({ record, ticked, onTick }: CellsShown) {
  const source = useStore((known) => known.sources.find((s) => s.id === record.source));
  const letting = source?.lettings.find((l) => l.id === record.letting)?.name;
  const income = record.direction === 'income';
  const where = [source?.name ?? record.source, letting, record.categoryName].filter((part) => part !== undefined);
  const what = record.description === '' ? record.categoryName : record.description;
  return (
    <>
      <td className="tick">
        <input
          type="checkbox"
          tabIndex={-1}
          aria-label={words.select(what, shortDay(record.date))}
          checked={ticked}
          readOnly
          onClick={onTick}
        />
      </td>
      <td className="figure" data-field="date">
        {shortDay(record.date)}
      </td>
      <td data-field="description" title={what}>
        <span className="record-what">{what}</span>
        <span className="small quiet record-where">
          {record.files === 0 ? null : <Files n={record.files} />}
          {where.join(' · ')}
          {record.from === 'bank' ? ` · ${words.from.bank}` : ''}
          {record.rule === null ? '' : ` ${rulesWords.byRule(record.rule)}`}
        </span>
      </td>
      <td className="number" data-field="amount">
        {income ? <Amount record={record} /> : null}
      </td>
      <td className="number" data-field="amount">
        {income ? null : <Amount record={record} />}
      </td>
    </>
  );
}

/** That receipts are kept with it. */
function Files({ n }: { readonly n: number }) {
  return (
    <span className="marker">
      <Icon name="clip" size={15} />
      {filesWords.marker(n)}
    </span>
  );
}

function Amount({ record }: { readonly record: RecordShown }) {
  return (
    <>
      {money(record.amount)}
      {record.own === record.amount ? null : <span className="small quiet">{words.yourShare(money(record.own))}</span>}
    </>
  );
}
