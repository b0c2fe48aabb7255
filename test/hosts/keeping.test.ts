/** Are the open books checked and copied by themselves, and does no figure leave books that are not sound? */
import Database from 'better-sqlite3';
import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test, vi } from 'vitest';
import { answer } from '../../main/operations/index.ts';
import { closeContext, openContext } from '../../main/operations/openContext.ts';
import type { Context } from '../../main/operations/context.ts';
import { placeOf } from '../../main/operations/place.ts';
import { civil } from '../../shared/values/dates.ts';
import { builtOnce, jsonOf, quarterday } from './commands.ts';
import { appIn, folderOfItsOwn, standing } from './places.ts';

vi.setConfig({ testTimeout: 120_000 });
beforeAll(builtOnce, 60_000);

const start = {
  sources: [{ kind: 'self-employment', name: 'Tapley', started: '6/10/2024' }],
  returns: [],
  reporting: 'not-sure',
};
const record = { source: 'tapley', category: 'turnover', date: '1/5/2026', amount: '100', description: 'Tap' };

/** Open the books, let what runs in the background end, and close them. */
async function once(folder: string, work: (context: Context) => Promise<void>, clock = standing): Promise<void> {
  const context = openContext({ folder, clock });
  await answer('app.state', {}, context);
  await work(context);
  await closeContext(context);
}

test('books are copied after opening where they changed since the last copy', async () => {
  const folder = folderOfItsOwn();
  await once(folder, async (context) => {
    await answer('books.start', start, context);
  });
  const copies = (): string[] => readdirSync(join(folder, 'backups'));
  expect(copies()).toEqual(['books 2026-11-22T09-30-00.000Z.quarterday']);
  await once(folder, async () => undefined);
  expect(copies()).toHaveLength(1);
  const app = appIn(folder);
  await answer('app.state', {}, app);
  await closeContext(app);
  const again = appIn(folder);
  await answer('app.state', {}, again);
  await again.books.close();
  expect(await answer('app.state', {}, again)).toMatchObject({
    value: { keeping: { place: 'this-computer', placeText: null, backupProblem: null } },
  });
});

test('a clock set back loses no copy: those from days that have not come yet are kept too', async () => {
  const folder = folderOfItsOwn();
  const days = [civil(2026, 11, 22), civil(2026, 1, 1), civil(2026, 11, 23)];
  for (const today of days) {
    const clock = { today: () => today, now: () => `${today}T09:00:00.000Z` };
    const [name, given] = today === days[0] ? ['books.start', start] : ['records.add', record];
    await once(folder, async (context) => expect((await answer(name, given, context)).ok).toBe(true), clock);
    await once(folder, async () => undefined, clock);
  }
  const copied = new Set(readdirSync(join(folder, 'backups')).map((name) => name.slice(6, 16)));
  expect(copied).toEqual(new Set(days));
});

/** Books whose one record was changed from outside by a penny. */
async function changedOutside(): Promise<{ folder: string; path: string }> {
  const folder = folderOfItsOwn();
  await once(folder, async (context) => {
    await answer('books.start', start, context);
    await answer('records.add', record, context);
  });
  const path = join(folder, 'books.quarterday');
  const db = new Database(path);
  db.exec('DROP TRIGGER record_refuses_update; UPDATE record SET pence = pence + 1');
  db.close();
  return { folder, path };
}

test('books changed from outside are said to be, are not copied, and no file is made of them', async () => {
  const { folder } = await changedOutside();
  const before = readdirSync(join(folder, 'backups'));
  const context = appIn(folder);
  await answer('app.state', {}, context);
  expect(await answer('export.make', { taxYear: '2026-27', as: 'csv' }, context)).toMatchObject({
    ok: false,
    problem: { code: 'ledger-unsound' },
  });
  const damage = async (): Promise<string | null> => {
    const state = (await answer('app.state', {}, context)) as { value: { keeping: { damage: string | null } } };
    return state.value.keeping.damage;
  };
  await vi.waitUntil(async () => (await damage()) !== null, { timeout: 60_000 });
  expect(await damage()).toContain('record 1: pence');
  expect(await damage()).toContain(`"${before.toSorted().at(-1)}"`);
  await context.books.close();
  expect(readdirSync(join(folder, 'backups'))).toEqual(before);
});

test('what was found sound holds until somebody writes: the app, or another program while the books are open', async () => {
  const folder = folderOfItsOwn();
  const context = appIn(folder);
  await answer('books.start', start, context);
  await answer('records.add', record, context);
  const exported = (): Promise<unknown> => answer('export.make', { taxYear: '2026-27', as: 'csv' }, context);
  expect(await exported()).toMatchObject({ ok: true });
  expect(await exported()).toMatchObject({ ok: true });
  await answer('records.add', record, context);
  expect(await exported()).toMatchObject({ ok: true });
  const db = new Database(join(folder, 'books.quarterday'));
  db.exec('DROP TRIGGER record_refuses_update; UPDATE record SET pence = pence + 1');
  db.close();
  expect(await exported()).toMatchObject({ ok: false, problem: { code: 'ledger-unsound' } });
  await context.books.close();
});

test('commands take no figure and no answer out of books changed from outside, and restore brings back those from before', async () => {
  const { folder, path } = await changedOutside();
  const out = join(folder, 'year.csv');
  const year = ['--tax-year', '2026-27', '--json'];
  expect(jsonOf(await quarterday(['summary', path, ...year]))).toMatchObject({ problem: { code: 'ledger-unsound' } });
  for (const command of ['facts', 'outlook']) {
    const asked = jsonOf(await quarterday([command, path, '--json']));
    expect(asked).toMatchObject({ problem: { code: 'ledger-unsound' } });
  }
  expect(jsonOf(await quarterday(['export', path, '--as', 'csv', '--out', out, ...year]))).toMatchObject({
    problem: { code: 'ledger-unsound' },
  });
  expect(readdirSync(folder)).not.toContain('year.csv');
  const [copy = ''] = readdirSync(join(folder, 'backups'));
  const newest = copy.replace(/ 2\d{3}-/, ' 2999-');
  writeFileSync(join(folder, 'backups', newest), readFileSync(path));
  const checked = await quarterday(['verify', path, '--json']);
  expect({ code: checked.code, ...(jsonOf(checked) as object) }).toMatchObject({ code: 1, ok: false, copy });
  expect((await quarterday(['verify', path])).out).toContain(`The newest backup that passes its check is "${copy}".`);
  rmSync(join(folder, 'backups', newest));
  const restored = await quarterday(['restore', join(folder, 'backups', copy), '--out', path, '--json']);
  expect(jsonOf(restored)).toEqual({ ledger: 'books.quarterday', kept: 'books (replaced).quarterday' });
  expect((await quarterday(['summary', path, ...year])).code).toBe(0);
  const away = join(folder, 'away');
  mkdirSync(away);
  const backup = await quarterday(['backup', path, '--out', join(away, 'copy.quarterday'), '--json']);
  expect(jsonOf(backup)).toMatchObject({ written: 'copy.quarterday' });
});

test.each([
  ['/home/ann/.local/share/quarterday/books.quarterday', 0, 'this-computer'],
  ['C:\\Users\\Ann\\AppData\\Roaming\\Quarterday\\books.quarterday', 0, 'this-computer'],
  ['C:\\Users\\Ann\\OneDrive\\Books\\books.quarterday', 0, 'synced'],
  ['C:\\Users\\Ann\\OneDrive - Elm Joinery\\books.quarterday', 0, 'synced'],
  ['/Users/ann/Dropbox/books.quarterday', 0, 'synced'],
  ['/Users/ann/Library/Mobile Documents/com~apple~CloudDocs/books.quarterday', 0, 'synced'],
  ['/Users/ann/Library/CloudStorage/Other/books.quarterday', 0, 'synced'],
  ['/Users/ann/Google Drive/books.quarterday', 0, 'synced'],
  ['G:\\My Drive\\books.quarterday', 0, 'synced'],
  ['/home/ann/dropboxes/books.quarterday', 0, 'this-computer'],
  ['/home/ann/Dropbox.quarterday', 0, 'this-computer'],
  ['\\\\attic\\share\\books.quarterday', 0, 'network'],
  ['\\\\?\\C:\\Books\\books.quarterday', 0, 'this-computer'],
  ['/mnt/attic/books.quarterday', 0x6969, 'network'],
  ['/mnt/attic/books.quarterday', 0xff534d42, 'network'],
])('%s on file system %i lies on %s', (path, fileSystem, place) => {
  expect(placeOf(path, fileSystem)).toBe(place);
});
