/** Is a second writer told who has the books, while looking goes on and nothing stale stands in the way? */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import type { LedgerClient } from '../../main/ledger/api.ts';
import { createLedger, openLedger } from '../../main/ledger/client.ts';
import { lockOf } from '../../main/ledger/lock.ts';
import { schemaVersion } from '../../main/ledger/migrations.ts';
import { problemText } from '../../shared/wording/problems.ts';
import { at, codeOf, everything, folder, granted, record, trade } from './books.ts';

async function newBooks(): Promise<{ path: string; ledger: LedgerClient }> {
  const path = join(folder(), 'books.quarterday');
  const ledger = granted(await createLedger(path, { at, example: null }));
  granted(await ledger.addSource(at, trade('shop')));
  return { path, ledger };
}

test('a second writer is refused by name, a reader is not, and the lock goes with the first', async () => {
  const { path, ledger } = await newBooks();
  const second = await openLedger(path);
  expect(second).toMatchObject({ problem: { code: 'ledger-held', values: { process: process.pid } } });
  expect(second.ok ? '' : problemText(second.problem)).toContain(`process ${process.pid} on this computer`);
  const reader = granted(await openLedger(path, { readOnly: true }));
  granted(await ledger.addRecord(at, record('2026-04-06', 5)));
  expect((await reader.records(everything)).count).toBe(1);
  await reader.close();
  await ledger.close();
  expect(existsSync(lockOf(path))).toBe(false);
  await granted(await openLedger(path)).close();
});

const lock = (more: object): string =>
  JSON.stringify({ pid: process.pid, started: '', host: hostname(), token: 'x', ...more });

test.each([
  ['of a process that has ended', () => lock({ pid: 2 ** 22 + 1 })],
  ['of an earlier process with the same number', () => lock({ started: '1' })],
  ['that says nothing', () => ''],
  ['that was half written', () => '{"pid":1'],
])('a lock %s is taken over', async (_what, text) => {
  const { path, ledger } = await newBooks();
  await ledger.close();
  writeFileSync(lockOf(path), text());
  const again = granted(await openLedger(path));
  expect(readFileSync(lockOf(path), 'utf8')).toContain(`"pid":${process.pid}`);
  await again.close();
  expect(readdirSync(join(path, '..'))).toEqual(['books.quarterday']);
});

test('a lock from another computer is believed, and its file named', async () => {
  const { path, ledger } = await newBooks();
  await ledger.close();
  writeFileSync(lockOf(path), lock({ host: 'attic-pc', pid: 2 ** 22 + 1 }));
  expect(await openLedger(path)).toMatchObject({
    problem: { code: 'ledger-held-elsewhere', values: { computer: 'attic-pc', lock: 'books.quarterday-lock' } },
  });
  await granted(await openLedger(path, { readOnly: true })).close();
});

test('of many who ask at once, one has the books', async () => {
  const { path, ledger } = await newBooks();
  await ledger.close();
  writeFileSync(lockOf(path), lock({ pid: 2 ** 22 + 1 }));
  const asked = await Promise.all(Array.from({ length: 4 }, () => openLedger(path)));
  expect(asked.map(codeOf).filter((code) => code === 'done')).toHaveLength(1);
  for (const one of asked) if (one.ok) await one.value.close();
});

const older = fileURLToPath(new URL('./fixtures/schema-1.ledger', import.meta.url));

test('books of version 1 are migrated on a copy, and the old file stays beside under a name that says so', async () => {
  const place = folder();
  const path = join(place, 'books.quarterday');
  copyFileSync(older, path);
  const ledger = granted(await openLedger(path));
  expect(await ledger.about()).toMatchObject({ schema: schemaVersion });
  expect((await ledger.verify()).ok).toBe(true);
  await ledger.close();
  expect(readdirSync(place).toSorted()).toEqual(['books (version 1).quarterday', 'books.quarterday']);
  expect(readFileSync(join(place, 'books (version 1).quarterday')).readUInt32BE(60)).toBe(1);
});

const program = fileURLToPath(new URL('./acknowledging.ts', import.meta.url));

test('books of version 1 opened to be read and to be written at once are migrated once, and no record is lost', async () => {
  const path = join(folder(), 'books.quarterday');
  copyFileSync(older, path);
  const asked = await Promise.all([true, false, true].map((readOnly) => openLedger(path, { readOnly })));
  for (const one of asked) if (one.ok) await one.value.close();
  expect(asked.map(codeOf)).toContain('done');
  expect(readdirSync(join(path, '..')).toSorted()).toEqual(['books (version 1).quarterday', 'books.quarterday']);
});

test('killed while migrating, the name stands for whole books of the old version or of the new', async () => {
  for (const delay of [0, 15, 30, 60, 120]) {
    const path = join(folder(), 'books.quarterday');
    copyFileSync(older, path);
    const child = spawn(process.execPath, [program, path, 'migrate'], { stdio: ['ignore', 'pipe', 'inherit'] });
    await once(child.stdout, 'data');
    setTimeout(() => child.kill('SIGKILL'), delay);
    await once(child, 'close');
    const ledger = granted(await openLedger(path));
    expect(await ledger.verify()).toMatchObject({ ok: true, records: 4, actions: 11 });
    await ledger.close();
    expect(readdirSync(join(path, '..')).filter((name) => !name.startsWith('books'))).toEqual([]);
  }
});
