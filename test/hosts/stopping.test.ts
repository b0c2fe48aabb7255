/** Is an import under way seen from outside, and does stopping it leave nothing? */
import { expect, test, vi } from 'vitest';
import type { Context } from '../../main/operations/context.ts';
import { answer } from '../../main/operations/index.ts';
import { appIn, folderOfItsOwn } from './places.ts';

const rows = 30_000;
const statement = ['Date,Description,Paid in,Paid out', ...Array.from({ length: rows }, (_, n) => line(n))].join('\n');

function line(n: number): string {
  const day = String(1 + Math.floor((n * 28) / rows)).padStart(2, '0');
  return `${day}/05/2026,HILLTOP FUELS ${n},,${1 + (n % 90)}.20`;
}

async function books(): Promise<{ context: Context; asked: object }> {
  const context = appIn(folderOfItsOwn());
  const sources = [{ kind: 'self-employment', name: 'Tapley', started: '6/10/2024' }];
  await answer('books.start', { sources, returns: [], reporting: 'not-sure' }, context);
  async function* bytes(): AsyncGenerator<Uint8Array> {
    yield Buffer.from(statement);
  }
  const received = await context.files.receive('may.csv', bytes());
  if (!received.ok) throw new Error(received.problem.code);
  return { context, asked: { file: received.value.file, account: 'Current' } };
}

async function progress(context: Context): Promise<number | null> {
  const reply = (await answer('import.progress', {}, context)) as { value: { rows: number | null } };
  return reply.value.rows;
}
const waiting = async (context: Context) => (await answer('rows.list', {}, context)) as { value: { count: number } };

test.each(['import.read', 'import.commit'])(
  '%s says how far it is, and once stopped has kept nothing',
  async (name) => {
    const { context, asked } = await books();
    expect(await progress(context)).toBeNull();
    const reply = answer(name, asked, context);
    await vi.waitUntil(async () => ((await progress(context)) ?? 0) > 0, { timeout: 60_000, interval: 1 });
    expect(await progress(context)).toBeLessThan(rows);
    await answer('import.stop', {}, context);
    expect(await reply).toMatchObject({ ok: false, problem: { code: 'import-stopped' } });
    expect(await progress(context)).toBeNull();
    expect(await waiting(context)).toMatchObject({ value: { count: 0 } });
    expect(await answer('import.commit', asked, context)).toMatchObject({ ok: true });
    expect(await waiting(context)).toMatchObject({ value: { count: rows } });
  },
);

test('stopping where nothing is under way stops nothing that comes after', async () => {
  const { context, asked } = await books();
  await answer('import.stop', {}, context);
  expect(await answer('import.read', asked, context)).toMatchObject({ ok: true });
});
