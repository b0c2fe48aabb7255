/** How does a verified copy of a ledger leave, and how do books come back from one? */
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { done, refuse, type Outcome } from '../../shared/values/outcome.ts';
import { backupWords } from '../../shared/wording/backups.ts';
import { reasonOf } from '../ledger/disk.ts';
import type { Answered, Given } from './command.ts';
import { reading } from './ledgers.ts';

const shortest = 12;

/** The first line of the file named by `--passphrase-file`; null without one. */
async function passphraseOf(given: Given): Promise<Outcome<string | null>> {
  const path = given.option('passphrase-file');
  if (path === undefined) return done(null);
  try {
    const [line = ''] = (await readFile(path, 'utf8')).split(/\r?\n/);
    return line.length < shortest ? refuse('passphrase-short', 'passphrase-file') : done(line);
  } catch (error) {
    if (!(error instanceof Error) || !('code' in error)) throw error;
    const file = basename(path);
    if (error.code === 'ENOENT') return refuse('file-missing', 'passphrase-file', { file });
    return refuse('file-unreadable', 'passphrase-file', { file, detail: reasonOf(error) });
  }
}

/** A copy, checked whole before it takes its name. */
export async function backup(given: Given): Answered {
  const passphrase = await passphraseOf(given);
  if (!passphrase.ok) return passphrase;
  const out = given.needed('out');
  const made = await reading(given, (ledger) => ledger.backup(out, passphrase.value));
  if (!made.ok) return made;
  const file = basename(out);
  return done({ json: { written: file, ...made.value }, lines: [backupWords.made(file, made.value.records)] });
}

/** Books from a copy; those that are replaced are kept, and it says where. */
export async function restore(given: Given): Answered {
  const passphrase = await passphraseOf(given);
  if (!passphrase.ok) return passphrase;
  const [from = ''] = given.words;
  const { restoreLedgerFile } = await import('../ledger/restore.ts');
  const restored = restoreLedgerFile(from, given.needed('out'), passphrase.value);
  if (!restored.ok) return restored;
  const ledger = basename(given.needed('out'));
  const { kept } = restored.value;
  return done({ json: { ledger, kept }, lines: [backupWords.restored(ledger, kept)] });
}
