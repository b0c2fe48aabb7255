/**
 * How does a part of a room stay true? It reads when it opens and again after anything was written, undone or done again.
 */
import { useEffect } from 'react';
import { useStore } from '../store.ts';

/** `read` is kept between renders (`useCallback`), or it would be called at each of them. */
export function useAfterWrites(read: () => void): void {
  useEffect(() => {
    read();
    return useStore.subscribe((now, before) => {
      if (now.writes !== before.writes) read();
    });
  }, [read]);
}
