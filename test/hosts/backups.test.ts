/** Does a person see the copies of their books, and do the books come back from one, under a window that stays open? */
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import type { AppState } from '../../shared/contract/contract.ts';
import type { BackupsShown } from '../../shared/contract/keeping.ts';
import type { Context } from '../../main/operations/context.ts';
import { answer } from '../../main/operations/index.ts';
import { closeContext, openContext } from '../../main/operations/openContext.ts';
import { appIn, folderOfItsOwn, standing } from './places.ts';

vi.setConfig({ testTimeout: 120_000 });

const start = {
  sources: [{ kind: 'self-employment', name: 'Tapley', started: '6/10/2024' }],
  returns: [],
  reporting: 'not-sure',
};
const record = { source: 'tapley', category: 'turnover', date: '1/5/2026', amount: '100', description: 'Tap' };
const passphrase = 'nine taps and a bucket';

async function valueOf<T>(context: Context, name: string, input: unknown = {}): Promise<T> {
  const reply = await answer(name, input, context);
  if (!reply.ok) throw new Error(`${name}: ${reply.problem.message}`);
  return reply.value as T;
}
const codeOf = async (context: Context, name: string, input: unknown): Promise<string> => {
  const reply = await answer(name, input, context);
  return reply.ok ? 'done' : `${reply.problem.path} ${reply.problem.code}`;
};
const count = async (context: Context): Promise<number> =>
  (await valueOf<{ count: number }>(context, 'records.list')).count;

/** Books with no record when they were last copied, and one since. */
async function booksSinceCopied(): Promise<{ folder: string; context: Context }> {
  const folder = folderOfItsOwn();
  const first = openContext({ folder, clock: standing });
  await valueOf(first, 'books.start', start);
  await closeContext(first);
  const context = appIn(folder);
  await valueOf(context, 'records.add', record);
  return { folder, context };
}

async function bytesOf(context: Context, file: string): Promise<Buffer> {
  const made = context.files.fetch(file);
  if (!made.ok) throw new Error(made.problem.code);
  const parts: Uint8Array[] = [];
  for await (const part of made.value.read()) parts.push(part);
  return Buffer.concat(parts);
}

test('automatic copies are listed with what is in them, and one is put back while the app is open', async () => {
  const { folder, context } = await booksSinceCopied();
  const listed = await valueOf<BackupsShown>(context, 'backups.list');
  expect(listed).toMatchObject({
    folder: join(folder, 'backups'),
    backups: [{ at: { day: '2026-11-22', time: '09:30' }, records: 0, lastRecord: null }],
    kept: [],
  });
  const from = { backup: listed.backups[0]?.name };
  expect(await valueOf(context, 'backups.look', { from })).toMatchObject({
    copy: { records: 0, lastRecord: null },
    books: { records: 1, lastRecord: '2026-05-01' },
  });
  expect(await valueOf(context, 'backups.restore', { from })).toMatchObject({
    app: { books: 'own', unopened: null },
    kept: 'books (replaced).quarterday',
  });
  expect(await count(context)).toBe(0);
  expect(await codeOf(context, 'history.undo', {})).toBe('done');
  const { kept } = await valueOf<BackupsShown>(context, 'backups.list');
  expect(kept).toMatchObject([{ name: 'books (replaced).quarterday', records: 1, lastRecord: '2026-05-01' }]);
  await valueOf(context, 'backups.restore', { from: { kept: 'books (replaced).quarterday' } });
  expect(await count(context)).toBe(1);
});

test('a copy made now is saved whole, locked if wanted, and brings the books back', async () => {
  const { folder, context } = await booksSinceCopied();
  expect(await codeOf(context, 'backups.make', { passphrase: 'short' })).toBe('passphrase passphrase-short');
  const made = await valueOf<{ file: string; name: string }>(context, 'backups.make', { passphrase });
  expect(made).toMatchObject({ name: 'books 2026-11-22 locked.quarterday', records: 1, lastRecord: '2026-05-01' });
  const path = join(folder, 'away.quarterday');
  writeFileSync(path, await bytesOf(context, made.file));
  expect(readFileSync(path).includes('SQLite')).toBe(false);
  expect(context.files.fetch(made.file)).toMatchObject({ problem: { code: 'file-handle-unknown' } });
  await valueOf(context, 'history.undo');
  const from = { file: context.files.choose(path).file };
  expect(await codeOf(context, 'backups.look', { from })).toBe('passphrase copy-locked');
  expect(await codeOf(context, 'backups.restore', { from })).toBe('passphrase copy-locked');
  expect(await codeOf(context, 'backups.restore', { from, passphrase: `${passphrase}!` })).toBe(
    'passphrase passphrase-wrong',
  );
  expect(await count(context)).toBe(0);
  await valueOf(context, 'backups.restore', { from, passphrase });
  expect(await count(context)).toBe(1);
});

test('a window names only what is listed: no other file is reached', async () => {
  const { folder, context } = await booksSinceCopied();
  for (const name of ['../books.quarterday', 'books.quarterday', '../../etc 2026-11-22T09-30-00Z.quarterday'])
    expect(await codeOf(context, 'backups.restore', { from: { backup: name } })).toBe('from copy-gone');
  for (const kept of ['books.quarterday', 'backups', '../books (replaced).quarterday'])
    expect(await codeOf(context, 'backups.restore', { from: { kept } })).toBe('from copy-gone');
  expect(readdirSync(folder).filter((name) => name.includes('replaced'))).toEqual([]);
  expect(await count(context)).toBe(1);
});

test('books that cannot be opened say so, and come back from their last copy', async () => {
  const { folder, context } = await booksSinceCopied();
  await context.books.close();
  const path = join(folder, 'books.quarterday');
  const whole = readFileSync(path);
  writeFileSync(path, Buffer.concat([whole.subarray(0, 4096), Buffer.alloc(whole.length - 4096, 7)]));
  const state = await valueOf<AppState>(context, 'app.state');
  expect(state).toMatchObject({ books: 'none', hasOwn: true, unopened: { code: 'ledger-damaged' } });
  const [newest = ''] = readdirSync(join(folder, 'backups')).toSorted().toReversed();
  expect(state.unopened?.message).toContain(`"${newest}"`);
  expect(await codeOf(context, 'books.start', start)).toBe(' books-exist');
  const { backups } = await valueOf<BackupsShown>(context, 'backups.list');
  const from = { backup: backups[0]?.name };
  expect(await valueOf(context, 'backups.look', { from })).toMatchObject({ books: null });
  expect(await valueOf(context, 'backups.restore', { from })).toMatchObject({ app: { books: 'own' } });
  expect(existsSync(join(folder, 'books (replaced).quarterday'))).toBe(true);
  expect(await count(context)).toBe(0);
});

test('a check asked for says when it ended and over how many records', async () => {
  const { context } = await booksSinceCopied();
  expect(await valueOf<AppState>(context, 'books.check')).toMatchObject({ keeping: { checking: true } });
  const keeping = async () => (await valueOf<AppState>(context, 'app.state')).keeping;
  await vi.waitUntil(async () => (await keeping())?.checking === false, { timeout: 60_000 });
  expect(await keeping()).toMatchObject({ damage: null, checked: { at: { time: '09:30' }, records: 1 } });
});
