/**
 * How does one record read in the list? When, what, where it belongs, and the money in or out.
 */
import type { KeyboardEvent } from 'react';
import type { RecordShown } from '../../shared/contract/contract.ts';
import { filesWords } from '../../shared/wording/attachments.ts';
import { money, shortDay } from '../../shared/wording/format.ts';
import { records as words } from '../../shared/wording/records.ts';
import { rulesWords } from '../../shared/wording/rules.ts';
import { useStore } from '../store.ts';
import { Icon } from './Icon.tsx';

export const rowId = (index: number): string => `record-row-${index}`;

interface Shown {
  readonly record: RecordShown;
  readonly index: number;
  readonly ticked: boolean;
  /** Whether Tab stops here. */
  readonly stop: boolean;
  readonly onTick: () => void;
  readonly onEdit: () => void;
  readonly onReach: () => void;
  readonly onKey: (event: KeyboardEvent<HTMLTableRowElement>) => void;
}

export function RecordRow({ record, index, ticked, stop, onTick, onEdit, onReach, onKey }: Shown) {
  const source = useStore((known) => known.sources.find((s) => s.id === record.source));
  const letting = source?.lettings.find((l) => l.id === record.letting)?.name;
  const income = record.direction === 'income';
  const where = [source?.name ?? record.source, letting, record.categoryName].filter((part) => part !== undefined);
  const what = record.description === '' ? record.categoryName : record.description;
  return (
    <tr
      id={rowId(index)}
      data-record={record.id}
      aria-rowindex={index + 2}
      aria-selected={ticked}
      tabIndex={stop ? 0 : -1}
      className={ticked ? 'ticked' : ''}
      onKeyDown={onKey}
      onFocus={onReach}
      onDoubleClick={onEdit}
    >
      <td className="tick">
        <input
          type="checkbox"
          tabIndex={-1}
          aria-label={words.select(what, shortDay(record.date))}
          checked={ticked}
          onChange={onTick}
        />
      </td>
      <td className="figure">{shortDay(record.date)}</td>
      <td>
        <span className="record-what">{what}</span>
        <span className="small quiet">
          {where.join(' · ')}
          {record.from === 'bank' ? ` · ${words.from.bank}` : ''}
          {record.rule === null ? '' : ` ${rulesWords.byRule(record.rule)}`}
          {record.files === 0 ? null : <Files n={record.files} />}
        </span>
      </td>
      <td className="number">{income ? <Amount record={record} /> : null}</td>
      <td className="number">{income ? null : <Amount record={record} />}</td>
    </tr>
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
