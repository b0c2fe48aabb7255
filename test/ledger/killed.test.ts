/** Does anything acknowledged get lost, or anything half done stay, when the program is killed? */
import { spawn } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { openLedger } from '../../main/ledger/client.ts';
import { createLedgerFile } from '../../main/ledger/create.ts';
import { at, everything, folder, full, granted, opened, trade } from './books.ts';

const program = fileURLToPath(new URL('./acknowledging.ts', import.meta.url));

/** Starts the program, kills it as soon as it has acknowledged so many, and says how many it had acknowledged by its end. */
async function killedAfter(path: string, how: 'records' | 'import', count: number): Promise<number> {
  const child = spawn(process.execPath, [program, path, how], { stdio: ['ignore', 'pipe', 'inherit'] });
  let last = 0;
  for await (const line of createInterface({ input: child.stdout })) {
    last = Number(line);
    if (last >= count) child.kill('SIGKILL');
  }
  return last;
}

function newBooks(): string {
  const path = join(folder(), 'books.quarterday');
  granted(createLedgerFile(path, { at, example: null }));
  const { ledger } = opened(path);
  granted(ledger.addSource(at, trade('shop')));
  ledger.close();
  return path;
}

const kills = Array.from({ length: full ? 20 : 3 }, (_, i) => 1 + i * 17);

test.each(kills)(
  'every record acknowledged before a kill after %i is there, and the books verify',
  async (count) => {
    const path = newBooks();
    const acknowledged = await killedAfter(path, 'records', count);
    expect(acknowledged).toBeGreaterThanOrEqual(count);
    const { ledger } = opened(path, 5000);
    const { items, count: kept } = ledger.records(everything);
    expect(kept).toBeGreaterThanOrEqual(acknowledged);
    expect(items.map((r) => r.pence)).toEqual(Array.from({ length: kept }, (_, i) => kept - i).slice(0, 500));
    expect(ledger.verify()).toMatchObject({ ok: true, records: kept, actions: kept + 2, checks: [] });
  },
  60_000,
);

test('an import that was under way at the kill has left nothing', async () => {
  const path = newBooks();
  await killedAfter(path, 'import', 40);
  const { ledger } = opened(path, 5000);
  expect(ledger.unsorted({ after: null, limit: 10 }).count).toBe(0);
  expect(ledger.verify()).toMatchObject({ ok: true, actions: 2, checks: [] });
  ledger.close();
  await granted(await openLedger(path)).close();
  expect(readdirSync(join(path, '..'))).toEqual(['books.quarterday']);
}, 60_000);
