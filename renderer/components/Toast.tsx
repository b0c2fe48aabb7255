/**
 * What was just done, and can it be undone? It stays until something else is said or it is put away.
 */
import { useRef } from 'react';
import { everywhere } from '../../shared/wording/rooms.ts';
import { undo } from '../history.ts';
import { hush, useStore } from '../store.ts';

export function Toast() {
  const toast = useStore((known) => known.toast);
  const from = useRef<HTMLElement>(null);
  const back = () => (from.current?.isConnected === true ? from.current : document.getElementById('main'))?.focus();
  const close = () => {
    back();
    hush();
  };
  return (
    <div
      className={toast === undefined ? 'unseen' : 'toast'}
      onFocus={({ currentTarget, relatedTarget }) => {
        if (currentTarget.contains(relatedTarget)) return;
        from.current = relatedTarget instanceof HTMLElement ? relatedTarget : null;
      }}
    >
      <p role="status" aria-label={everywhere.justDone}>
        {toast?.message ?? ''}
      </p>
      {toast === undefined ? null : (
        <p className="buttons">
          {toast.undo === 0 ? null : (
            <button type="button" onClick={() => void undo(toast.undo).then(back)}>
              {everywhere.undo}
            </button>
          )}
          <button type="button" className="plain" onClick={close}>
            {everywhere.close}
          </button>
        </p>
      )}
    </div>
  );
}
