/**
 * Light or dark, and may one key by itself do something? As the person chose; kept on this machine and in no book.
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
  await keep();
}

/** Lets a key by itself do something, or not, and keeps it for the next time. */
export async function setSingleKeys(singleKeys: boolean): Promise<void> {
  useStore.setState({ singleKeys });
  await keep();
}

async function keep(): Promise<void> {
  const { appearance, singleKeys } = useStore.getState();
  await ask('settings.save', { appearance, singleKeys });
}

/** Shows what was chosen before: called once, as the window opens. */
export async function restoreAppearance(): Promise<void> {
  const reply = await ask('settings.read', {});
  if (!reply.ok) return;
  show(reply.value.appearance);
  useStore.setState({ singleKeys: reply.value.singleKeys });
}
