/** Has it reached the disk, is nothing half made left there, and why would the disk not do it? */
import { closeSync, fsyncSync, openSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';

/** Brings a file (`r+`) or a folder (`r`) safely to the disk. */
export function toDisk(path: string, flags: 'r+' | 'r'): void {
  const descriptor = openSync(path, flags);
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

const halfMade = /^\..+\.[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}(-wal|-shm|-journal|\.sealed)?$/;

/** Removes what a killed program was making in that folder; with a `name`, only copies of that file. */
export function sweep(folder: string, name = ''): void {
  for (const found of readdirSync(folder)) {
    if (halfMade.test(found) && found.startsWith(`.${name}`)) rmSync(join(folder, found), { force: true });
  }
}

/** Why the system would not do it, without a path in it. */
export function reasonOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
  const reasons: Readonly<Record<string, string>> = {
    EACCES: 'you have no permission there',
    EPERM: 'you have no permission there',
    EROFS: 'the disk is read-only',
    ENOSPC: 'the disk is full',
    ENOENT: 'there is no such folder',
    ENOTDIR: 'there is no such folder',
    EISDIR: 'it is a folder',
    ENAMETOOLONG: 'the name is too long',
  };
  return reasons[code] ?? code;
}
