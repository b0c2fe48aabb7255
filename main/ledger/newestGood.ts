/**
 * Which copy should damaged books be restored from?
 *
 * The newest of their automatic backups, beside them in `backups`, that is itself sound. Each was checked whole before it
 * took its name; here it is looked whether it still is.
 */
import { randomUUID } from 'node:crypto';
import { copyFileSync, existsSync, readdirSync, rmSync, statSync } from 'node:fs';
import { basename, dirname, extname, join } from 'node:path';
import { momentIn } from './backupName.ts';
import { broughtUp } from './migrateCopy.ts';
import { recognise } from './open.ts';

/** Up to this size a copy is checked whole even where somebody waits for it: a fraction of a second. */
const soonChecked = 32 * 1024 * 1024;

/**
 * Its name, or null where there is none. Asked `soon`, a large copy is believed by its first bytes, as it was checked when
 * it was made; otherwise each is checked whole, the newest first.
 */
export function newestGood(path: string, soon: boolean): string | null {
  const folder = join(dirname(path), 'backups');
  if (!existsSync(folder)) return null;
  const stem = basename(path, extname(path));
  const names = readdirSync(folder)
    .filter((name) => name.startsWith(`${stem} `) && momentIn(name) !== undefined)
    .toSorted((a, b) => ((momentIn(a) ?? '') > (momentIn(b) ?? '') ? -1 : 1));
  return names.find((name) => isGood(join(folder, name), soon)) ?? null;
}

/** On a copy, as a restore would: the backup itself is left as it is. What cannot be read is not good. */
function isGood(path: string, soon: boolean): boolean {
  const copied = join(dirname(path), `.${basename(path)}.${randomUUID()}`);
  try {
    if (soon && statSync(path).size > soonChecked) return recognise(path).ok;
    copyFileSync(path, copied);
    return broughtUp(copied);
  } catch {
    return false;
  } finally {
    for (const part of ['', '-wal', '-shm', '-journal']) rmSync(copied + part, { force: true });
  }
}
