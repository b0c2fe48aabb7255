/**
 * How does something lie over the room? In the browser's own dialog: it keeps the focus and gives it back.
 */
import { useLayoutEffect, useRef, type ReactNode } from 'react';
import { everywhere } from '../../shared/wording/rooms.ts';
import { layOver } from '../store.ts';

const close = () => layOver(undefined);

export function Dialog({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  const dialog = useRef<HTMLDialogElement>(null);
  // Closed while it is still on the page: only then does the browser give the focus back.
  useLayoutEffect(() => {
    const here = dialog.current;
    if (here?.open === false) here.showModal();
    return () => here?.close();
  }, []);
  return (
    <dialog ref={dialog} aria-labelledby="dialog-title" onClose={close}>
      <div className="between">
        <h2 id="dialog-title">{title}</h2>
        <button type="button" className="plain" onClick={close}>
          {everywhere.close}
        </button>
      </div>
      {children}
    </dialog>
  );
}
