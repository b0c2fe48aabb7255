/** Can a window and the command line correct, remove and step back, each answered with what now holds? */
import { join } from 'node:path';
import { beforeAll, expect, test, vi } from 'vitest';
import { answer } from '../../main/operations/index.ts';
import type { Context } from '../../main/operations/context.ts';
import type { HistoryShown } from '../../shared/contract/changes.ts';
import type { RecordPage } from '../../shared/contract/contract.ts';
import { builtOnce, jsonOf, quarterday } from './commands.ts';
import { appIn, folderOfItsOwn } from './places.ts';

vi.setConfig({ testTimeout: 120_000 });
beforeAll(builtOnce, 60_000);

async function granted<T>(context: Context, name: string, input: unknown): Promise<T> {
  const reply = await answer(name, input, context);
  if (!reply.ok) throw new Error(JSON.stringify(reply.problem));
  return reply.value as T;
}

test('a window corrects, splits, removes and steps back, and sees the outlook that holds', async () => {
  const context = appIn(folderOfItsOwn());
  await granted(context, 'books.start', {
    sources: [{ kind: 'self-employment', name: 'Tapley', started: '6/10/2024' }],
    returns: [],
    reporting: 'not-sure',
  });
  const record = { source: 'tapley', category: 'turnover', description: 'Tap' };
  await granted(context, 'records.add', { ...record, date: '1/5/2026', amount: '100' });
  const corrected = await granted<{ done: unknown; outlook: { asAt: string } }>(context, 'records.correct', {
    ...record,
    id: 1,
    date: '2 May 2026',
    amount: '£97',
  });
  expect(corrected).toMatchObject({ done: { id: 2 }, outlook: { asAt: '2026-11-22' } });
  expect(await answer('records.correct', { ...record, id: 1, date: '2/5/26', amount: null }, context)).toMatchObject({
    ok: false,
    problem: { code: 'record-unknown' },
  });
  const parts = [
    { ...record, amount: '100' },
    { ...record, category: 'adminCosts', amount: '3' },
  ];
  expect(await granted(context, 'records.split', { id: 2, parts })).toMatchObject({ done: { ids: [3, 4] } });
  expect(await granted(context, 'records.remove', { id: 4 })).toMatchObject({ done: { removed: 1 } });
  expect(await granted(context, 'history.undo', {})).toMatchObject({ done: { what: 'Removed a record' } });
  expect(await granted(context, 'history.undo', {})).toMatchObject({ done: { what: 'Split a record into 2' } });
  expect(await granted(context, 'history.redo', {})).toMatchObject({ done: { what: 'Split a record into 2' } });
  const { records } = await granted<RecordPage>(context, 'records.list', {});
  expect(records.map((r) => [r.id, r.amount])).toEqual([
    [4, '3.00'],
    [3, '100.00'],
  ]);
  const history = await granted<HistoryShown>(context, 'history.list', { limit: 2 });
  expect(history).toMatchObject({ undo: { what: 'Split a record into 2' }, redo: { what: 'Removed a record' } });
  expect(history.actions).toHaveLength(2);
});

test('commands undo, redo, list what was done and remove an import by its number', async () => {
  const ledger = join(folderOfItsOwn(), 'tapley.quarterday');
  const run = async (...args: string[]): Promise<unknown> => {
    const ran = await quarterday([...args, '--json']);
    return { code: ran.code, ...(jsonOf(ran) as object) };
  };
  await run('new', ledger);
  await run(
    'source',
    'add',
    ledger,
    '--id',
    'plumbing',
    '--kind',
    'self-employment',
    '--name',
    'Tapley',
    '--started',
    '2024-10-06',
  );
  await run('import', ledger, 'test/imports/fixtures/lloyds-12-months.csv', '--account', 'Current');
  expect(await run('undo', ledger)).toMatchObject({ code: 0, action: 3 });
  expect(await run('redo', ledger)).toMatchObject({ code: 0, action: 3 });
  expect(await run('redo', ledger)).toMatchObject({ code: 1, problem: { code: 'nothing-to-redo' } });
  expect(await run('remove', ledger, '--import', '2')).toMatchObject({ code: 1, problem: { code: 'import-unknown' } });
  expect(await run('remove', ledger, '--import', '3')).toMatchObject({ code: 0, changed: [] });
  expect(await run('history', ledger)).toMatchObject({ code: 0, count: 6 });
  expect(await run('verify', ledger)).toMatchObject({ code: 0, ok: true, actions: 6, records: 0 });
  expect(await quarterday(['undo', ledger])).toMatchObject({ code: 0, err: '' });
});
