/**
 * What was just done, and can it be undone? It stays until something else is said or it is put away.
 */
import { everywhere } from '../../shared/wording/rooms.ts';
import { undo } from '../history.ts';
import { hush, useStore } from '../store.ts';

export function Toast() {
  const toast = useStore((known) => known.toast);
  return (
    <div className={toast === undefined ? 'unseen' : 'toast'}>
      <p role="status" aria-label={everywhere.justDone}>
        {toast?.message ?? ''}
      </p>
      {toast === undefined ? null : (
        <p className="buttons">
          {toast.undo === 0 ? null : (
            <button type="button" onClick={() => void undo(toast.undo)}>
              {everywhere.undo}
            </button>
          )}
          <button type="button" className="plain" onClick={hush}>
            {everywhere.close}
          </button>
        </p>
      )}
    </div>
  );
}
