/** Can a window and the command line find a record among others and keep its receipt with it? */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test, vi } from 'vitest';
import { answer } from '../../main/operations/index.ts';
import type { Context } from '../../main/operations/context.ts';
import type { FileMade, RecordPage } from '../../shared/contract/contract.ts';
import { builtOnce, jsonOf, quarterday } from './commands.ts';
import { appIn, folderOfItsOwn } from './places.ts';

vi.setConfig({ testTimeout: 120_000 });
beforeAll(builtOnce, 60_000);

async function granted<T>(context: Context, name: string, input: unknown): Promise<T> {
  const reply = await answer(name, input, context);
  if (!reply.ok) throw new Error(JSON.stringify(reply.problem));
  return reply.value as T;
}

async function tapley(): Promise<Context> {
  const context = appIn(folderOfItsOwn());
  const sources = [{ kind: 'self-employment', name: 'Tapley', started: '6/10/2024' }];
  await granted(context, 'books.start', { sources, returns: [], reporting: 'not-sure' });
  const record = { source: 'tapley', category: 'turnover' };
  await granted(context, 'records.add', {
    ...record,
    date: '5/7/2026',
    amount: '100',
    description: 'Tap, first quarter',
  });
  await granted(context, 'records.add', { ...record, date: '6/7/2026', amount: '45', description: 'Tap, second' });
  return context;
}

test('a window finds records by quarter, amount and text; what cannot be asked is said by its field', async () => {
  const context = await tapley();
  const found = async (query: object): Promise<readonly number[]> =>
    (await granted<RecordPage>(context, 'records.list', query)).records.map((r) => r.id);
  expect(await found({ taxYear: '2026-27', quarter: 1 })).toEqual([1]);
  expect(await found({ taxYear: '2026-27', quarter: 2 })).toEqual([2]);
  expect(await found({ least: '£45', most: '99.99' })).toEqual([2]);
  expect(await found({ text: 'FIRST', from: 'typed' })).toEqual([1]);
  expect(await answer('records.list', { quarter: 1 }, context)).toMatchObject({
    problem: { code: 'quarter-without-year', path: 'taxYear' },
  });
  expect(await answer('records.list', { least: 'some' }, context)).toMatchObject({
    problem: { code: 'amount-unreadable', path: 'least' },
  });
});

test('a window attaches a receipt, lists it, opens it as it was, takes it off', async () => {
  const context = await tapley();
  const bytes = Buffer.from('%PDF-1.7 a receipt');
  const handed = await context.files.receive(
    'receipt.pdf',
    (async function* whole() {
      yield bytes;
    })(),
  );
  const file = handed.ok ? handed.value.file : '';
  expect(await granted(context, 'attachments.add', { record: 1, file })).toMatchObject({ done: { id: 1 } });
  expect(await granted(context, 'attachments.list', { record: 1 })).toEqual([
    { id: 1, name: 'receipt.pdf', kind: 'pdf', size: bytes.length },
  ]);
  const made = await granted<FileMade>(context, 'attachments.open', { id: 1 });
  const out = context.files.fetch(made.file);
  const read: Uint8Array[] = [];
  if (out.ok) for await (const part of out.value.read()) read.push(part);
  expect(out).toMatchObject({ ok: true, value: { name: 'receipt.pdf', size: bytes.length } });
  expect(Buffer.concat(read)).toEqual(bytes);
  await granted(context, 'attachments.remove', { id: 1 });
  expect(await granted(context, 'attachments.list', { record: 1 })).toEqual([]);
});

test('a command attaches a file to a record, and refuses one that is no picture or PDF', async () => {
  const folder = folderOfItsOwn();
  const ledger = join(folder, 'tapley.quarterday');
  const [pdf, page] = [join(folder, 'receipt.pdf'), join(folder, 'page.pdf')];
  writeFileSync(pdf, '%PDF-1.7 a receipt');
  writeFileSync(page, '<html>');
  await quarterday(['new', ledger]);
  const source = ['--id', 't', '--kind', 'self-employment', '--name', 'Tapley', '--started', '2024-10-06'];
  await quarterday(['source', 'add', ledger, ...source]);
  const sale = ['--date', '2026-05-01', '--category', 'turnover', '--amount', '100', '--description', 'Tap'];
  await quarterday(['add', ledger, '--source', 't', ...sale]);
  const to = ['--record', '1', '--json'];
  expect(jsonOf(await quarterday(['attach', ledger, pdf, ...to]))).toEqual({ id: 1 });
  const refused = await quarterday(['attach', ledger, page, ...to]);
  expect([refused.code, refused.out + refused.err]).toEqual([1, expect.stringContaining('attachment-kind')]);
  expect((await quarterday(['verify', ledger])).code).toBe(0);
});
