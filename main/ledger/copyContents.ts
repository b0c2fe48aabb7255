/**
 * What is in a copy of the books, before anybody puts it in their place?
 *
 * Its figures are read as the file gives them; whether all of it is true is found out when it is restored.
 */
import { randomUUID } from 'node:crypto';
import { copyFileSync, existsSync, linkSync, readdirSync, rmSync, statSync } from 'node:fs';
import { basename, dirname, extname, join } from 'node:path';
import { done, refuse, type Outcome } from '../../shared/values/outcome.ts';
import { contents, type Contents } from './backup.ts';
import { recognise } from './open.ts';
import { isSealed, unseal } from './sealed.ts';

export interface Looked extends Contents {
  /** In bytes. */
  readonly size: number;
}
/** A file that stood in the place of the books before; figures are null where it cannot be read. */
export interface KeptFile extends Looked {
  readonly name: string;
}

/** Its figures, whole or sealed. */
export function lookInto(path: string, passphrase: string | null): Outcome<Looked> {
  const file = basename(path);
  if (!existsSync(path) || !statSync(path).isFile()) return refuse('file-missing', '', { file });
  const { size } = statSync(path);
  if (!isSealed(path)) return known(path, () => aside(path, (under) => linkOrCopy(path, under)), size);
  if (passphrase === null) return refuse('passphrase-needed', 'passphrase');
  let opened = false;
  const found = aside(path, (under) => {
    opened = unseal(path, under, passphrase);
  });
  return opened ? done({ ...found, size }) : refuse('passphrase-wrong', 'passphrase');
}

function known(path: string, look: () => Contents, size: number): Outcome<Looked> {
  const recognised = recognise(path);
  return recognised.ok ? done({ ...look(), size }) : recognised;
}

/** Reads a file under a name of its own: what SQLite puts beside a file to read it never stands beside this one. */
function aside(path: string, put: (under: string) => void): Contents {
  const under = join(dirname(path), `.${basename(path)}.${randomUUID()}`);
  try {
    put(under);
    return contents(under);
  } finally {
    for (const part of ['', '-wal', '-shm', '-journal']) rmSync(under + part, { force: true });
  }
}

function linkOrCopy(path: string, under: string): void {
  try {
    linkSync(path, under);
  } catch {
    copyFileSync(path, under);
  }
}

const ofUs = /^ \((replaced|version \d+)(, \d+)?\)$/;

/** Newest first, as the file system says. `books (replaced).quarterday` stood in the place of `books.quarterday`. */
export function keptBeside(ledger: string): readonly KeptFile[] {
  const folder = dirname(ledger);
  const stem = basename(ledger, extname(ledger));
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith(extname(ledger)) && name.startsWith(stem))
    .filter((name) => ofUs.test(name.slice(stem.length, -extname(ledger).length)))
    .map((name) => ({ name, stat: statSync(join(folder, name)) }))
    .toSorted((a, b) => b.stat.ctimeMs - a.stat.ctimeMs)
    .map(({ name, stat }) => {
      const path = join(folder, name);
      return { name, size: stat.size, ...aside(path, (under) => linkOrCopy(path, under)) };
    });
}
