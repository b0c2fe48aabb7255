/**
 * How do the books come back from a copy while the window is open? The restored ones are entered like any others.
 */
import type { Input, Reply } from '../shared/contract/contract.ts';
import type { BackupShown } from '../shared/contract/keeping.ts';
import { backupsRoom as words } from '../shared/wording/backups.ts';
import { shortDay } from '../shared/wording/format.ts';
import { ask, enterBooks, goTo, say, useStore, type CopyChosen } from './store.ts';

export type CopyFrom = Input<'backups.restore'>['from'];

export const momentWords = ({ at }: Pick<BackupShown, 'at'>): string => words.at(shortDay(at.day), at.time);
export const copyName = (backup: Pick<BackupShown, 'at'>): string => words.copyOf(momentWords(backup));

/** Takes the copy into the question whether it should be restored; undefined asks no longer. */
export function chooseCopy(copy: CopyChosen | undefined): void {
  useStore.setState({ copy });
}

/** Opens the question for the newest automatic copy that passed its check. */
export async function chooseLastGood(): Promise<void> {
  const sound = useStore.getState().app?.keeping?.soundCopy;
  const listed = await ask('backups.list', {});
  const last = listed.ok ? listed.value.backups.find((b) => b.name === sound) : undefined;
  goTo('settings');
  if (last !== undefined) chooseCopy({ from: { backup: last.name }, name: copyName(last) });
}

/** Puts the copy in place and opens it in this window. */
export async function restore(from: CopyFrom, passphrase: string | null): Promise<Reply<unknown>> {
  const reply = await ask('backups.restore', { from, passphrase });
  if (!reply.ok) return reply;
  const { app, kept } = reply.value;
  chooseCopy(undefined);
  useStore.setState({ replaced: kept });
  await enterBooks(app);
  say(words.restored(null));
  return reply;
}
