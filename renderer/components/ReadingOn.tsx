/**
 * How far is the file that is being read, and may it be stopped? Nothing is kept of one that is.
 */
import { useEffect, useState } from 'react';
import { count } from '../../shared/wording/format.ts';
import { importing as words } from '../../shared/wording/importing.ts';
import { ask } from '../store.ts';

const often = 400;

export function ReadingOn({ busy }: { readonly busy: boolean }) {
  const rows = useRowsRead(busy);
  return (
    <>
      <p className="status" role="status">
        {busy ? words.reading : ''}
      </p>
      {rows === null ? null : (
        <p className="buttons under-table">
          <span className="figure">{words.rowsRead(count(rows, 'row'))}</span>
          <button type="button" onClick={() => void ask('import.stop', {})}>
            {words.stop}
          </button>
        </p>
      )}
    </>
  );
}

/** Null while nothing is read, or not for long. */
function useRowsRead(busy: boolean): number | null {
  const [rows, setRows] = useState<number | null>(null);
  useEffect(() => {
    if (!busy) return undefined;
    const timer = setInterval(() => {
      void ask('import.progress', {}).then((reply) => setRows(reply.ok ? reply.value.rows : null));
    }, often);
    return () => {
      clearInterval(timer);
      setRows(null);
    };
  }, [busy]);
  return busy ? rows : null;
}
