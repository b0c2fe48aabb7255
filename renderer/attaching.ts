/**
 * How does a receipt come to be kept with a record? Each file is one action, and a word says how to take all of them back.
 */
import { filesWords as words } from '../shared/wording/attachments.ts';
import { ask, say, sendFile } from './store.ts';

/** The record at that place of the page, if there is one: rows say which they are. */
export function recordAt(place: EventTarget | null): number | undefined {
  const row = place instanceof Element ? place.closest<HTMLElement>('[data-record]') : null;
  return row === null ? undefined : Number(row.dataset['record']);
}

/** One after the other; stops at the first that is refused, and says why. */
export async function attachFiles(record: number, files: readonly File[]): Promise<void> {
  if (files.length === 0) return;
  say(words.working);
  const { kept, problem } = await files.reduce(
    async (before, file) => {
      const so = await before;
      if (so.problem !== undefined) return so;
      const wrong = await attachOne(record, file);
      return wrong === undefined ? { ...so, kept: so.kept + 1 } : { ...so, problem: wrong };
    },
    Promise.resolve<{ readonly kept: number; readonly problem?: string }>({ kept: 0 }),
  );
  say(problem ?? words.attached(kept), kept);
}

async function attachOne(record: number, file: File): Promise<string | undefined> {
  const sent = await sendFile(file);
  if (!sent.ok) return sent.problem.message;
  const added = await ask('attachments.add', { record, file: sent.value.file });
  return added.ok ? undefined : added.problem.message;
}
