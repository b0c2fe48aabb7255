/**
 * What has the person chosen for this machine, and how is it kept?
 *
 * One small file beside the books. What cannot be read there is as if nothing had been chosen.
 */
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { settings, type Settings } from '../../shared/contract/settings.ts';
import { done, type Outcome } from '../../shared/values/outcome.ts';
import type { Context } from './context.ts';

const none: Settings = settings.parse({});
const fileIn = (folder: string): string => join(folder, 'settings.json');

export async function readSettings({ folder }: Context): Promise<Outcome<Settings>> {
  const text = await readFile(fileIn(folder), 'utf8').catch(() => '{}');
  return done(parsed(text));
}

function parsed(text: string): Settings {
  try {
    return settings.catch(none).parse(JSON.parse(text));
  } catch {
    return none;
  }
}

/** Written aside and put in place whole, so that the file is never half there. */
export async function saveSettings(chosen: Settings, { folder }: Context): Promise<Outcome<Settings>> {
  await mkdir(folder, { recursive: true });
  await writeFile(`${fileIn(folder)}.new`, JSON.stringify(chosen));
  await rename(`${fileIn(folder)}.new`, fileIn(folder));
  return done(chosen);
}
