/**
 * How is the last thing done taken back, or done again?
 *
 * The ledger keeps the steps, without limit and across restarts; the window only says which way.
 */
import { everywhere } from '../shared/wording/rooms.ts';
import { ask, readSources, say, useStore } from './store.ts';

async function step(way: 'undo' | 'redo'): Promise<{ readonly done: boolean; readonly words: string }> {
  const reply = await ask(way === 'undo' ? 'history.undo' : 'history.redo', {});
  return reply.ok ? { done: true, words: reply.value.done.what } : { done: false, words: reply.problem.message };
}

async function steps(way: 'undo' | 'redo', left: number): Promise<{ readonly done: boolean; readonly words: string }> {
  const one = await step(way);
  return one.done && left > 1 ? steps(way, left - 1) : one;
}

/** Goes back as many steps as asked and says what was undone. */
export async function undo(count = 1): Promise<void> {
  await stepped(await steps('undo', count), everywhere.undone);
}

export async function redo(): Promise<void> {
  await stepped(await steps('redo', 1), everywhere.redone);
}

async function stepped(
  { done, words }: { readonly done: boolean; readonly words: string },
  sentence: (what: string) => string,
): Promise<void> {
  if (done) await readSources();
  useStore.setState((known) => ({ steps: known.steps + 1 }));
  say(done ? sentence(words) : words);
}
