/**
 * Which copies of the books are there, how is one more made, and how do the books come back from one?
 *
 * A window names a copy as it is listed, or hands a file in; where files lie is known here alone.
 */
import { existsSync, readdirSync } from 'node:fs';
import { stat } from 'node:fs/promises';
import { basename, dirname, extname, join } from 'node:path';
import type { AppState, Parsed } from '../../shared/contract/contract.ts';
import type { BackupsShown, CopyContents, CopyMeant, RestoreLooked } from '../../shared/contract/keeping.ts';
import { done, refuse, type Outcome } from '../../shared/values/outcome.ts';
import { inLondon } from '../clock.ts';
import { momentIn } from '../ledger/backupName.ts';
import { copyJob } from '../ledger/copies.ts';
import { stateOf } from './appState.ts';
import type { Context } from './context.ts';

const shortestPassphrase = 12;

export async function checkBooks(context: Context): Promise<Outcome<AppState>> {
  const opened = await context.books.opened();
  if (!opened.ok) return opened;
  context.books.check();
  return done(stateOf(context, opened.value));
}

const contentsOf = ({ size, records, lastRecord }: CopyContents): CopyContents => ({ size, records, lastRecord });

export async function listBackups({ books }: Context): Promise<Outcome<BackupsShown>> {
  const { own, backups: folder } = books.paths;
  const [backups, kept] = await Promise.all([
    folder === null ? [] : copyJob('backups', folder),
    copyJob('keptBeside', own),
  ]);
  return done({
    folder,
    backups: backups.map((b) => ({ name: b.name, at: inLondon(b.at), ...contentsOf(b) })),
    kept: kept.map((k) => ({ name: k.name, ...contentsOf(k) })),
  });
}

/** A copy of the open books, checked whole, to be saved wherever the person likes. */
export async function makeBackup(
  { passphrase }: Parsed<'backups.make'>,
  context: Context,
): ReturnType<typeof makeBackupFile> {
  if (passphrase !== null && passphrase.length < shortestPassphrase) return refuse('passphrase-short', 'passphrase');
  return makeBackupFile(passphrase, context);
}

async function makeBackupFile(
  passphrase: string | null,
  { books, files, clock }: Context,
): Promise<Outcome<{ file: string; name: string } & CopyContents>> {
  const opened = await books.opened();
  if (!opened.ok) return opened;
  const path = await files.space();
  const made = await opened.value.ledger.backup(path, passphrase);
  if (!made.ok) return made;
  const stem = opened.value.which === 'own' ? basename(books.paths.own, extname(books.paths.own)) : 'example';
  const name = `${stem} ${clock.today()}${passphrase === null ? '' : ' locked'}.quarterday`;
  return done({ ...(await files.offerFile(name, path)), ...contentsOf(made.value) });
}

/** What a restore would bring, and what of: nothing is changed by looking. */
export async function lookAtCopy(
  { from, passphrase }: Parsed<'backups.look'>,
  context: Context,
): Promise<Outcome<RestoreLooked>> {
  const path = pathOf(from, context);
  if (!path.ok) return path;
  const copy = await copyJob('look', path.value, passphrase);
  if (!copy.ok) return atPassphrase(copy);
  return done({ copy: contentsOf(copy.value), books: await booksNow(context) });
}

const everything = { period: null, source: null, category: null, text: '', after: null, limit: 1 };

/** The person's own books as they are; null where they cannot be opened, or are not the ones that are open. */
async function booksNow({ books }: Context): Promise<CopyContents | null> {
  const opened = await books.current();
  if (!opened.ok || opened.value?.which !== 'own') return null;
  const { items, count } = await opened.value.ledger.records(everything);
  return { size: (await stat(books.paths.own)).size, records: count, lastRecord: items[0]?.date ?? null };
}

export async function restoreCopy(
  { from, passphrase }: Parsed<'backups.restore'>,
  context: Context,
): Promise<Outcome<{ app: AppState; kept: string | null }>> {
  const path = pathOf(from, context);
  if (!path.ok) return path;
  const restored = await context.books.restore(path.value, passphrase);
  if (!restored.ok) return atPassphrase(restored);
  const { books, kept } = restored.value;
  return done({ app: stateOf(context, books), kept });
}

/** The file meant. A name is looked for among those listed: it is never a way to another folder. */
function pathOf(from: CopyMeant, { books, files }: Context): Outcome<string> {
  if ('file' in from) {
    const handed = files.handedIn(from.file);
    return handed.ok ? done(handed.value.path) : handed;
  }
  const { own, backups } = books.paths;
  const [folder, name] = 'backup' in from ? [backups, from.backup] : [dirname(own), from.kept];
  const named = 'backup' in from ? momentIn(name) !== undefined : / \((replaced|version)[^/\\]*$/.test(name);
  const listed = named && folder !== null && existsSync(folder) && readdirSync(folder).includes(name);
  return listed ? done(join(folder, name)) : refuse('copy-gone', 'from');
}

/** The same refusal at the field of a window, where a passphrase is typed and is in no file. */
function atPassphrase(refused: { readonly ok: false; readonly problem: { readonly code: string } }): Outcome<never> {
  const { code } = refused.problem;
  if (code === 'passphrase-needed') return refuse('copy-locked', 'passphrase');
  if (code === 'passphrase-wrong') return refuse('passphrase-wrong', 'passphrase');
  return refused as Outcome<never>;
}
