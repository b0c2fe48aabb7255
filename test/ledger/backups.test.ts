/** Can the books come back, whole and to the penny, whatever happened to the file? */
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { LedgerClient } from '../../main/ledger/api.ts';
import { backupName } from '../../main/ledger/backupName.ts';
import { createLedger, openLedger } from '../../main/ledger/client.ts';
import { restoreLedgerFile } from '../../main/ledger/restore.ts';
import { thinned } from '../../main/ledger/thinning.ts';
import { addDays } from '../../shared/values/dates.ts';
import { at, codeOf, day, everything, folder, granted, record, trade } from './books.ts';

const passphrase = 'correct horse battery';

async function newBooks(): Promise<{ place: string; path: string; ledger: LedgerClient }> {
  const place = folder();
  const path = join(place, 'books.quarterday');
  const ledger = granted(await createLedger(path, { at, example: null }));
  granted(await ledger.addSource(at, trade('shop')));
  for (const pence of [1, 20, 300]) granted(await ledger.addRecord(at, record('2026-05-01', pence)));
  return { place, path, ledger };
}

async function penceIn(path: string): Promise<readonly number[]> {
  const ledger = granted(await openLedger(path));
  const { items } = await ledger.records(everything);
  expect((await ledger.verify()).ok).toBe(true);
  await ledger.close();
  return items.map((r) => r.pence);
}

describe('a backup', () => {
  test('is one verified file, made while the books are open, and never written over another', async () => {
    const { place, ledger } = await newBooks();
    const copy = join(place, 'copy.quarterday');
    const { chain } = await ledger.verify();
    const made = granted(await ledger.backup(copy, null));
    expect(made).toMatchObject({ records: 3, lastRecord: '2026-05-01', chain });
    expect(codeOf(await ledger.backup(copy, null))).toBe('file-exists');
    await ledger.close();
    expect(readdirSync(place).toSorted()).toEqual(['books.quarterday', 'copy.quarterday']);
    expect(await penceIn(copy)).toEqual([300, 20, 1]);
  });

  test.skipIf(process.platform === 'win32')(
    'is for its owner alone, and so are books that come back from one',
    async () => {
      const { place, ledger } = await newBooks();
      const [copy, back] = [join(place, 'copy.quarterday'), join(place, 'back.quarterday')];
      granted(await ledger.backup(copy, null));
      await ledger.close();
      chmodSync(copy, 0o644); // as it may come from elsewhere
      granted(restoreLedgerFile(copy, back, null));
      const made = join(place, 'again.quarterday');
      const again = granted(await openLedger(back));
      granted(await again.backup(made, null));
      await again.close();
      expect([back, made].map((path) => statSync(path).mode & 0o777)).toEqual([0o600, 0o600]);
    },
  );

  test('is not kept from coming back by what a reader left that was killed; a log with something in it is', async () => {
    const { place, ledger } = await newBooks();
    const copy = join(place, 'copy.quarterday');
    granted(await ledger.backup(copy, null));
    await ledger.close();
    writeFileSync(`${copy}-wal`, '');
    expect(granted(restoreLedgerFile(copy, join(place, 'back.quarterday'), null))).toEqual({ kept: null });
    writeFileSync(`${copy}-wal`, 'x');
    expect(codeOf(restoreLedgerFile(copy, join(place, 'other.quarterday'), null))).toBe('ledger-in-use');
  });

  test('takes away what one of its name left that was killed', async () => {
    const { place, ledger } = await newBooks();
    const halfMade = '.copy.quarterday.0b0e6a34-6a3c-4b8e-9a51-6f5d1c2b7a10';
    for (const name of [halfMade, `${halfMade}-journal`]) writeFileSync(join(place, name), 'half');
    granted(await ledger.backup(join(place, 'copy.quarterday'), null));
    await ledger.close();
    expect(readdirSync(place).toSorted()).toEqual(['books.quarterday', 'copy.quarterday']);
  });

  test('of a folder that is not there is refused and leaves nothing', async () => {
    const { place, ledger } = await newBooks();
    expect(await ledger.backup(join(place, 'none', 'copy.quarterday'), null)).toMatchObject({ ok: false });
    expect(existsSync(join(place, 'none'))).toBe(false);
    await ledger.close();
  });

  test('restores books that were lost, replaced or cut short, and keeps what it replaces', async () => {
    const { place, path, ledger } = await newBooks();
    const copy = join(place, 'copy.quarterday');
    granted(await ledger.backup(copy, null));
    granted(await ledger.addRecord(at, record('2026-05-02', 4000)));
    expect(codeOf(restoreLedgerFile(copy, path, null))).toBe('ledger-held');
    await ledger.close();
    expect(granted(restoreLedgerFile(copy, path, null))).toEqual({ kept: 'books (replaced).quarterday' });
    expect(await penceIn(path)).toEqual([300, 20, 1]);
    expect(await penceIn(join(place, 'books (replaced).quarterday'))).toEqual([4000, 300, 20, 1]);
    truncateSync(path, 9000);
    expect(granted(restoreLedgerFile(copy, path, null))).toEqual({ kept: 'books (replaced, 2).quarterday' });
    expect(await penceIn(path)).toEqual([300, 20, 1]);
    rmSync(path);
    expect(granted(restoreLedgerFile(copy, path, null))).toEqual({ kept: null });
    expect(await penceIn(path)).toEqual([300, 20, 1]);
  });

  test('that leaves the computer opens with its passphrase alone', async () => {
    const { place, path, ledger } = await newBooks();
    const copy = join(place, 'copy.sealed');
    granted(await ledger.backup(copy, passphrase));
    await ledger.close();
    expect(readFileSync(copy).includes('Oak table')).toBe(false);
    expect(codeOf(await openLedger(copy, { readOnly: true }))).toBe('ledger-sealed');
    expect(codeOf(restoreLedgerFile(copy, path, null))).toBe('passphrase-needed');
    expect(codeOf(restoreLedgerFile(copy, path, `${passphrase}!`))).toBe('passphrase-wrong');
    const bytes = readFileSync(copy);
    bytes[5000] = (bytes[5000] ?? 0) ^ 1;
    writeFileSync(join(place, 'changed.sealed'), bytes);
    expect(codeOf(restoreLedgerFile(join(place, 'changed.sealed'), path, passphrase))).toBe('passphrase-wrong');
    expect(readdirSync(place).filter((name) => name.startsWith('.'))).toEqual([]);
    rmSync(path);
    granted(restoreLedgerFile(copy, path, passphrase));
    expect(await penceIn(path)).toEqual([300, 20, 1]);
  });

  test.each([
    ['a picture', (path: string) => writeFileSync(path, 'not books at all'.repeat(50)), 'ledger-unknown'],
    ['nothing', () => undefined, 'file-missing'],
  ])('cannot be %s', async (_what, make, code) => {
    const { place, path, ledger } = await newBooks();
    await ledger.close();
    const copy = join(place, 'copy.quarterday');
    make(copy);
    expect(codeOf(restoreLedgerFile(copy, path, null))).toBe(code);
    expect(await penceIn(path)).toEqual([300, 20, 1]);
  });

  test('made by the app is listed newest first with what it holds, one that cannot be read without', async () => {
    const { place, ledger } = await newBooks();
    const backups = join(place, 'backups');
    mkdirSync(backups);
    granted(await ledger.backup(join(backups, backupName('books', '2026-11-21T09:30:00.000Z')), null));
    writeFileSync(join(backups, backupName('books', '2026-11-22T09:30:00.000Z')), 'gone bad'.repeat(200));
    writeFileSync(join(backups, 'notes.txt'), 'mine');
    expect(await ledger.backups(backups)).toMatchObject([
      { at: '2026-11-22T09:30:00.000Z', records: null, size: 1600 },
      { at: '2026-11-21T09:30:00.000Z', records: 3, lastRecord: '2026-05-01' },
    ]);
    await ledger.close();
  });
});

describe('thinning', () => {
  const today = day('2026-11-22');
  const on = (moment: string) => ({ name: moment, at: moment });
  test.each([
    ['nothing of today', ['2026-11-22T08:00:00Z', '2026-11-22T09:00:00Z'], []],
    ['all but the last of yesterday', ['2026-11-21T08:00:00Z', '2026-11-21T09:00:00Z'], ['2026-11-21T08:00:00Z']],
    [
      'all but the last of an earlier day',
      ['2026-11-22T08:00:00Z', '2026-11-20T08:00:00Z', '2026-11-20T09:00:00Z'],
      ['2026-11-20T08:00:00Z'],
    ],
    [
      'all but the last of a month more than 30 days ago',
      [
        '2026-11-22T08:00:00Z',
        '2026-09-01T08:00:00Z',
        '2026-09-30T08:00:00Z',
        '2026-10-22T08:00:00Z',
        '2026-10-23T08:00:00Z',
      ],
      ['2026-09-01T08:00:00Z'],
    ],
    [
      'what is over seven years old',
      ['2026-11-22T08:00:00Z', '2019-11-22T08:00:00Z', '2019-11-21T08:00:00Z'],
      ['2019-11-21T08:00:00Z'],
    ],
    ['never the latest', ['2010-01-01T08:00:00Z'], []],
    ['nothing from the future', ['2027-01-01T08:00:00Z', '2026-12-01T08:00:00Z'], []],
  ])('lets go of %s', (_what, moments, gone) => {
    expect(thinned(moments.map(on), today)).toEqual(gone);
  });

  test('of a backup a day for ten years leaves 31 days and a month each for seven years, and thinning again changes nothing', () => {
    const all = Array.from({ length: 3653 }, (_, n) => on(`${addDays(today, -n)}T08:00:00Z`));
    const gone = new Set(thinned(all, today));
    const kept = all.filter((b) => !gone.has(b.name));
    expect(kept).toHaveLength(31 + 7 * 12);
    expect(thinned(kept, today)).toEqual([]);
  });
});
