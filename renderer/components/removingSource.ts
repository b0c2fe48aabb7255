/** How does a source or a property entered by mistake go? At once, with an undo; or the reason why it stays is said. */
import type { LettingShown, SourceShown } from '../../shared/contract/contract.ts';
import { sourceChanges as words } from '../../shared/wording/sources.ts';
import { ask, readSources, say } from '../store.ts';

/** Where the focus goes when what had it is gone. */
export const sourcesHeading = 'sources-title';

async function removed(name: string, reply: { ok: true } | { ok: false; problem: { message: string } }): Promise<void> {
  if (!reply.ok) return say(words.stays(name, reply.problem.message));
  await readSources();
  say(words.removed(name), 1);
  document.getElementById(sourcesHeading)?.focus();
}

export const removeSource = async ({ id, name }: SourceShown): Promise<void> =>
  removed(name, await ask('sources.remove', { id }));
export const removeLetting = async (source: string, { id, name }: LettingShown): Promise<void> =>
  removed(name, await ask('lettings.remove', { source, id }));
