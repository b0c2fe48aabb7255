/**
 * Light or dark? As the system says, unless the person chose; kept on this machine and in no book.
 */
import type { Settings } from '../shared/contract/settings.ts';
import { ask, useStore } from './store.ts';

export type Appearance = Settings['appearance'];
export const appearances = ['system', 'light', 'dark'] as const satisfies readonly Appearance[];

function show(appearance: Appearance): void {
  const root = document.documentElement;
  if (appearance === 'system') root.removeAttribute('data-theme');
  else root.setAttribute('data-theme', appearance);
  useStore.setState({ appearance });
}

/** Shows it at once, and keeps it for the next time. */
export async function setAppearance(appearance: Appearance): Promise<void> {
  show(appearance);
  await ask('settings.save', { appearance });
}

/** Shows what was chosen before: called once, as the window opens. */
export async function restoreAppearance(): Promise<void> {
  const reply = await ask('settings.read', {});
  if (reply.ok) show(reply.value.appearance);
}
