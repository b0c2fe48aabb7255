/** Can a person remove something for good, having seen what goes and confirmed it, from a window and a terminal? */
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test, vi } from 'vitest';
import type { Context } from '../../main/operations/context.ts';
import { answer } from '../../main/operations/index.ts';
import { builtOnce, jsonOf, quarterday } from './commands.ts';
import { appIn, folderOfItsOwn } from './places.ts';

vi.setConfig({ testTimeout: 120_000 });
beforeAll(builtOnce, 60_000);

async function asked(context: Context, name: string, input: unknown): Promise<unknown> {
  const reply = await answer(name, input, context);
  return reply.ok ? reply.value : reply.problem.code;
}

test('a window sees what would go, confirms, and sees the outlook without it', async () => {
  const context = appIn(folderOfItsOwn());
  const sources = [{ kind: 'self-employment', name: 'Tapley', started: '6/10/2024' }];
  await asked(context, 'books.start', { sources, returns: [], reporting: 'not-sure' });
  const record = { source: 'tapley', category: 'turnover', description: 'A gift, not income' };
  await asked(context, 'records.add', { ...record, date: '1/5/2026', amount: '100' });
  const of = { record: 1 };
  expect(await asked(context, 'history.forGood', { of })).toMatchObject({ rows: 0, records: 1, files: 0, copies: [] });
  expect(await asked(context, 'history.removeForGood', { of })).not.toMatchObject({ done: {} });
  expect(await asked(context, 'history.removeForGood', { of, confirm: false })).not.toMatchObject({ done: {} });
  expect(await asked(context, 'records.list', {})).toMatchObject({ count: 1 });
  const gone = await asked(context, 'history.removeForGood', { of, confirm: true });
  expect(gone).toMatchObject({ done: { records: 1, swept: true }, outlook: { asAt: expect.any(String) as string } });
  expect(await asked(context, 'records.list', {})).toMatchObject({ count: 0 });
  expect(await asked(context, 'history.forGood', { of })).toBe('erased-before');
  expect(await asked(context, 'history.list', {})).toMatchObject({
    actions: [{ what: 'Removed for good: 1 record' }, {}, {}, {}],
  });
});

test('a command says what would go and from which copies it would not, and removes it once confirmed', async () => {
  const place = folderOfItsOwn();
  const ledger = join(place, 'tapley.quarterday');
  const run = async (...args: string[]): Promise<unknown> => {
    const ran = await quarterday([...args, '--json']);
    return { code: ran.code, ...(jsonOf(ran) as object) };
  };
  await run('new', ledger);
  const source = ['--kind', 'self-employment', '--name', 'Tapley', '--started', '2024-10-06'];
  await run('source', 'add', ledger, '--id', 'plumbing', ...source);
  await run('import', ledger, 'test/imports/fixtures/lloyds-12-months.csv', '--account', 'Current');
  mkdirSync(join(place, 'backups'));
  const backup = 'tapley 2026-11-22T10-00-00Z.quarterday';
  copyFileSync(ledger, join(place, 'backups', backup));
  expect(readFileSync(ledger, 'latin1')).toContain('HARTLEBURY FARM LTD');
  const of = ['remove', ledger, '--import', '3', '--for-good'];
  const preview = await run(...of);
  expect(preview).toMatchObject({ code: 1, removed: false, copies: [backup] });
  expect(await run('verify', ledger)).toMatchObject({ actions: 3, removedForGood: 0 });
  const { rows } = preview as { rows: number };
  expect(rows).toBeGreaterThan(100);
  expect(await run(...of, '--confirm')).toMatchObject({ code: 0, removed: true, rows, swept: true });
  expect(await run('verify', ledger)).toMatchObject({ code: 0, ok: true, actions: 4, records: 0 });
  expect((await quarterday(['verify', ledger])).out).toMatch(/Removed for good from the history: \d+ parts/);
  expect(await run(...of, '--confirm')).toMatchObject({ code: 1, problem: { code: 'erased-before' } });
  expect(readFileSync(ledger, 'latin1')).not.toContain('HARTLEBURY');
  for (const wrong of [
    ['remove', ledger],
    [...of, '--record', '1'],
    ['remove', ledger, '--record', '1', '--confirm'],
  ]) {
    expect((await quarterday(wrong)).code).toBe(2);
  }
});

test('a command takes a record out and a file off its record, each to be undone', async () => {
  const place = folderOfItsOwn();
  const ledger = join(place, 'tapley.quarterday');
  const source = ['--kind', 'self-employment', '--name', 'Tapley', '--started', '2024-10-06'];
  const typed = ['--date', '2026-05-01', '--category', 'turnover', '--amount', '100', '--description', 'Tap'];
  await quarterday(['new', ledger]);
  await quarterday(['source', 'add', ledger, '--id', 'plumbing', ...source]);
  await quarterday(['add', ledger, '--source', 'plumbing', ...typed]);
  const receipt = join(place, 'receipt.pdf');
  writeFileSync(receipt, '%PDF-1.4 a receipt');
  expect((await quarterday(['attach', ledger, receipt, '--record', '1'])).code).toBe(0);
  expect((await quarterday(['remove', ledger, '--attachment', '1'])).code).toBe(0);
  expect((await quarterday(['remove', ledger, '--record', '1'])).code).toBe(0);
  expect((await quarterday(['remove', ledger, '--record', '1'])).code).toBe(1);
  expect((await quarterday(['undo', ledger])).code).toBe(0);
  expect((await quarterday(['remove', ledger, '--attachment', '1'])).code).toBe(1);
  expect((await quarterday(['verify', ledger])).out).toMatch(/^All is well: 1 record /);
});
