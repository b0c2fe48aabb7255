/**
 * Where do the books of this person live on this machine?
 *
 * `QUARTERDAY_DATA` if it is set, else the folder the platform has for it. One file for their own books, one for the example.
 */
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';

export interface BookPaths {
  readonly own: string;
  readonly example: string;
  /** Where automatic backups of the person's own books go; null: none are made. */
  readonly backups: string | null;
}

/** The app-data folder: on Linux `$XDG_DATA_HOME/quarterday`, or `~/.local/share/quarterday`. */
export function dataFolder(env: NodeJS.ProcessEnv = process.env, platform: NodeJS.Platform = process.platform): string {
  const named = env['QUARTERDAY_DATA'];
  if (named) return resolve(named);
  if (platform === 'darwin') return join(homedir(), 'Library', 'Application Support', 'Quarterday');
  if (platform === 'win32') return join(env['APPDATA'] ?? join(homedir(), 'AppData', 'Roaming'), 'Quarterday');
  return join(env['XDG_DATA_HOME'] || join(homedir(), '.local', 'share'), 'quarterday');
}

/** The two ledgers; the person's own may be another file, named on the command line. */
export function bookPaths(folder: string, named?: string): BookPaths {
  const backups = named === undefined ? join(folder, 'backups') : null;
  return { own: named ?? join(folder, 'books.quarterday'), example: join(folder, 'example.quarterday'), backups };
}
