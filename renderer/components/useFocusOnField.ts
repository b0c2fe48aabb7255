/**
 * How does a reader get to the field that something elsewhere named?
 */
import { useEffect } from 'react';
import { showField, useStore } from '../store.ts';

/** Goes to it once it is on the page: `ready` says that the room is drawn. */
export function useFocusOnField(ready: boolean): void {
  const field = useStore((known) => known.field);
  useEffect(() => {
    if (!ready || field === undefined) return;
    const found = document.getElementById(field);
    if (found === null) return;
    found.scrollIntoView({ block: 'center' });
    found.focus();
    showField(undefined);
  }, [ready, field]);
}
