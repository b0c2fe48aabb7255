/**
 * How do the books fare while they are open?
 *
 * They are checked in the background, after opening and on each new day. The window asks when it opens a room, and every
 * second while a check is under way.
 */
import { useEffect } from 'react';
import type { AppState } from '../shared/contract/contract.ts';
import { ask, useStore } from './store.ts';

const everySecond = 1000;

/** Takes in how the open books are kept now. What was asked of other books is dropped. */
export async function readKeeping(): Promise<void> {
  const { entered } = useStore.getState();
  const reply = await ask('app.state', {});
  if (!reply.ok) return;
  const { value } = reply;
  const isSame = ({ books, example }: AppState): boolean => books === value.books && example === value.example;
  useStore.setState((known) =>
    known.entered === entered && known.app !== undefined && isSame(known.app) ? { app: value } : {},
  );
}

/** Follows it for as long as it is used. */
export function useKeeping(): void {
  const checking = useStore((known) => known.app?.keeping?.checking === true);
  useEffect(() => {
    void readKeeping();
    return useStore.subscribe((now, before) => {
      if (now.room !== before.room || now.entered !== before.entered) void readKeeping();
    });
  }, []);
  useEffect(() => {
    if (!checking) return undefined;
    const asking = setInterval(() => void readKeeping(), everySecond);
    return () => clearInterval(asking);
  }, [checking]);
}

/** Has the open books checked again. */
export async function checkBooks(): Promise<void> {
  const reply = await ask('books.check', {});
  if (reply.ok) useStore.setState({ app: reply.value });
}
