/** The next page of bank rows, while there is one. */
import { records } from '../../shared/wording/records.ts';

export function More({ next, onMore }: { readonly next: string | null; readonly onMore: (after: string) => void }) {
  if (next === null) return null;
  return (
    <p className="under-table">
      <button type="button" onClick={() => onMore(next)}>
        {records.more}
      </button>
    </p>
  );
}
