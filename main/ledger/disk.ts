/** Has it reached the disk? */
import { closeSync, fsyncSync, openSync } from 'node:fs';

/** Brings a file (`r+`) or a folder (`r`) safely to the disk. */
export function toDisk(path: string, flags: 'r+' | 'r'): void {
  const descriptor = openSync(path, flags);
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}
