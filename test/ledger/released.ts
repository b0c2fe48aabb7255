/**
 * Which books of earlier versions are there, each made by the program as it was then?
 *
 * Invented books: a trade and a letting whose share changes, a split, a correction, a removed import, steps back and
 * forth; from version 4 on files kept with records; from version 5 on a rule, changed sources and something told and taken back.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { folder } from './books.ts';

export const released = [1, 2, 3, 4, 5] as const;
export type Released = (typeof released)[number];

/** The bytes of the books of that version. */
export function releasedBytes(version: Released): Buffer {
  const packed = version === 1 ? '' : '.gz';
  const bytes = readFileSync(new URL(`./fixtures/schema-${version}.ledger${packed}`, import.meta.url));
  return packed === '' ? bytes : gunzipSync(bytes);
}

/** Those books in a folder of their own. */
export function releasedBooks(version: Released): string {
  const path = join(folder(), 'books.quarterday');
  writeFileSync(path, releasedBytes(version));
  return path;
}
