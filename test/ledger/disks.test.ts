/** Full, read-only, pulled away or gone bad: is the person told, and is nothing acknowledged lost? */
import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, onTestFinished, test } from 'vitest';
import { createLedger, openLedger } from '../../main/ledger/client.ts';
import { ledgerOver } from '../../main/ledger/ledger.ts';
import { openLedgerFile } from '../../main/ledger/open.ts';
import { problemCodes } from '../../shared/wording/problems.ts';
import {
  at,
  bankRow,
  codeOf,
  everything,
  folder,
  full,
  granted,
  importFile,
  letting,
  record,
  seed,
  shopAndLets,
  trade,
} from './books.ts';

/** A small disk of its own in memory, or undefined where this machine does not let us make one. */
function smallDisk(): string | undefined {
  const place = folder();
  const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', place]).status === 0;
  if (!mounted) return undefined;
  onTestFinished(() => void spawnSync('umount', ['-l', place]));
  return place;
}

describe('a disk', () => {
  test('that is full refuses by name, keeps all that was acknowledged, and takes more once there is room', async ({
    skip,
  }) => {
    const place = smallDisk() ?? skip('no disk of its own can be made here');
    const path = join(place, 'books.quarterday');
    const ledger = granted(await createLedger(path, { at, example: null }));
    granted(await ledger.addSource(at, trade('shop')));
    writeFileSync(join(place, 'filler'), Buffer.alloc(300_000));
    const description = 'Oak table '.repeat(900);
    let acknowledged = 0;
    let refused = await ledger.addRecord(at, record('2026-05-01', 1, { description }));
    for (; refused.ok; refused = await ledger.addRecord(at, record('2026-05-01', 1, { description })))
      acknowledged += 1;
    expect(codeOf(refused)).toBe('ledger-disk-full');
    expect(acknowledged).toBeGreaterThan(0);
    expect(codeOf(await ledger.backup(join(place, 'copy.quarterday'), null))).not.toBe('done');
    expect(await ledger.verify()).toMatchObject({ ok: true, records: acknowledged });
    rmSync(join(place, 'filler'));
    granted(await ledger.addRecord(at, record('2026-05-01', 1)));
    await ledger.close();
    const again = granted(await openLedger(path));
    expect(await again.verify()).toMatchObject({ ok: true, records: acknowledged + 1 });
    await again.close();
  });

  test('that can only be read refuses to open the books for writing, by name', async ({ skip }) => {
    const place = smallDisk() ?? skip('no disk of its own can be made here');
    const path = join(place, 'books.quarterday');
    await granted(await createLedger(path, { at, example: null })).close();
    spawnSync('mount', ['-o', 'remount,ro', place]);
    expect(codeOf(await openLedger(path))).toBe('ledger-read-only');
  });
});

describe('a file that is', () => {
  const replaced = (path: string): void => {
    copyFileSync(path, `${path}.other`);
    renameSync(`${path}.other`, path);
  };
  const moved = (path: string): void => {
    mkdirSync(`${path}-away`);
    renameSync(path, join(`${path}-away`, 'books.quarterday'));
  };
  test.each([
    ['deleted', (path: string) => rmSync(path)],
    ['moved away', moved],
    ['replaced by another', replaced],
  ])('%s while open takes nothing more, and says so', (_what, change) => {
    const books = shopAndLets();
    granted(books.ledger.addRecord(at, record('2026-05-01', 1)));
    granted(
      books.ledger.importBegin({ at, account: 'Current', file: 'a.csv', sha256: 'ab'.repeat(32), profile: null }),
    );
    granted(books.ledger.importRows([bankRow(1, '2026-05-01', 5)]));
    change(books.path);
    expect(codeOf(books.ledger.importEnd(true))).toBe('ledger-moved');
    expect(codeOf(books.ledger.addRecord(at, record('2026-05-01', 2)))).toBe('ledger-moved');
    expect(codeOf(books.ledger.undo(at))).toBe('ledger-moved');
    expect(books.ledger.records(everything).count).toBe(1);
  });
});

/** Everything a person would see of the books, as one text; or the name of what is wrong with them. */
function seen(path: string): string {
  const opened = openLedgerFile(path, { readOnly: false, patience: 50 });
  if (!opened.ok) return opened.problem.code;
  try {
    const ledger = ledgerOver(opened.value);
    const { ok, checks } = ledger.verify();
    if (!ok) return checks[0]?.code ?? '';
    const { items } = ledger.records(everything);
    const rest = [ledger.totals(null), ledger.unsorted({ after: null, limit: 100 }), ledger.sources(), ledger.told()];
    return JSON.stringify([items, ...rest]);
  } finally {
    opened.value.db.close();
  }
}

/** Books with records, bank rows and steps back, closed, and how they look whole. */
function closedBooks(): { bytes: Buffer; whole: string; damaged: (offset: number, change: number) => string } {
  const books = shopAndLets();
  granted(letting(books, 'elm', 1, 2));
  for (let pence = 1; pence <= 60; pence += 1) granted(books.ledger.addRecord(at, record('2026-05-01', pence)));
  importFile(
    books,
    Array.from({ length: 60 }, (_, i) => bankRow(i, '2026-06-01', i + 1)),
  );
  granted(books.ledger.undo(at));
  granted(books.ledger.redo(at));
  books.ledger.close();
  const bytes = readFileSync(books.path);
  const path = join(folder(), 'damaged.quarterday');
  const damaged = (offset: number, change: number): string => {
    const changed = Buffer.from(bytes);
    changed[offset] = (changed[offset] ?? 0) ^ change;
    for (const part of ['-wal', '-shm']) rmSync(path + part, { force: true });
    writeFileSync(path, changed);
    return seen(path);
  };
  return { bytes, whole: seen(books.path), damaged };
}

test('a byte gone bad anywhere in the file is named, or has changed no record and no figure', () => {
  const { bytes, whole, damaged } = closedBooks();
  const flip = fc.property(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 }), (offset, change) => {
    const now = damaged(offset, change);
    expect(now === whole || problemCodes.includes(now)).toBe(true);
  });
  fc.assert(flip, { numRuns: full ? 500 : 50, seed });
});

test('a day gone bad in any one of the places it stands in, tables or indexes, is named', () => {
  const { bytes, whole, damaged } = closedBooks();
  const places: number[] = [];
  for (let found = bytes.indexOf('2026-05-01'); found !== -1; found = bytes.indexOf('2026-05-01', found + 1)) {
    places.push(found + 9);
  }
  expect(places.length).toBeGreaterThan(120);
  const unnamed = places.filter((place) => {
    const now = damaged(place, 2);
    return now !== whole && !problemCodes.includes(now);
  });
  expect(unnamed).toEqual([]);
});

test('a letter gone bad in what a view selects is named, though SQLite finds nothing amiss', () => {
  const { bytes, damaged } = closedBooks();
  const view = bytes.indexOf('CREATE VIEW standing_letting ');
  const place = bytes.indexOf(' letting t ', view) + ' letting '.length;
  expect(bytes.toString('latin1', place, place + 1)).toBe('t');
  expect(damaged(place, 1)).toBe('description-changed');
});

test('a letter gone bad in the name of any table, index, view or trigger is named, or has changed nothing', () => {
  const { bytes, whole, damaged } = closedBooks();
  const places = [...bytes.toString('latin1').matchAll(/CREATE (?:VIRTUAL )?(?:TABLE|INDEX|VIEW|TRIGGER) '?\w+/g)].map(
    (found) => found.index + found[0].length - 1,
  );
  expect(places.length).toBeGreaterThan(80);
  const step = full ? 1 : 3;
  const unnamed = places.filter((place, i) => {
    if (i % step !== 0) return false;
    const now = damaged(place, 1);
    return now !== whole && !problemCodes.includes(now);
  });
  expect(unnamed).toEqual([]);
});
