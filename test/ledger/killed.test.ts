/** Does anything acknowledged get lost, or anything half done stay, when the program is killed? */
import { spawn } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { openLedger } from '../../main/ledger/client.ts';
import { createLedgerFile } from '../../main/ledger/create.ts';
import { at, everything, folder, full, granted, opened, seed, trade } from './books.ts';

type How = 'records' | 'import' | 'actions' | 'backups';

const program = fileURLToPath(new URL('./acknowledging.ts', import.meta.url));

/** Starts the program, kills it as soon as it has acknowledged so many, and says how many it had acknowledged by its end. */
async function killedAfter(path: string, how: How, count: number, later = 0): Promise<number> {
  const child = spawn(process.execPath, [program, path, how], { stdio: ['ignore', 'pipe', 'inherit'] });
  let last = 0;
  for await (const line of createInterface({ input: child.stdout })) {
    last = Number(line);
    if (last === count) setTimeout(() => child.kill('SIGKILL'), later);
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

const kills = Array.from({ length: full ? 100 : 3 }, (_, i) => 1 + i * 17);

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

/** Rounds of a kill: after how many acknowledged, and how many milliseconds later. */
const rounds = fc.sample(fc.tuple(fc.integer({ min: 1, max: 30 }), fc.nat(12)), { numRuns: full ? 200 : 8, seed });

test.each(rounds)(
  'imports, undo and redo killed after %i and %i ms: every acknowledged action is there, and none is half there',
  async (count, later) => {
    const path = newBooks();
    const acknowledged = await killedAfter(path, 'actions', count, later);
    const { ledger } = opened(path, 5000);
    const { ok, actions, records } = ledger.verify();
    expect(ok).toBe(true);
    expect([acknowledged, acknowledged + 1]).toContain(actions - 2);
    const each = Math.floor((actions - 2) / 5);
    const inTurn = [0, 1, 21, 1, 21][(actions - 2) % 5] ?? 0;
    expect(records).toBe(each + inTurn);
  },
  60_000,
);

const copies = fc.sample(fc.tuple(fc.integer({ min: 1, max: 6 }), fc.nat(25)), { numRuns: full ? 195 : 4, seed });

test.each(copies)(
  'backups killed after %i and %i ms: each that has its name is whole',
  async (count, later) => {
    const path = newBooks();
    const acknowledged = await killedAfter(path, 'backups', count, later);
    const names = readdirSync(join(path, '..')).filter((name) => name.startsWith('copy-'));
    expect(names.length).toBeGreaterThanOrEqual(acknowledged);
    for (const name of names) {
      const { ledger } = opened(join(path, '..', name));
      const number = Number(/\d+/.exec(name)?.[0]);
      expect(ledger.verify()).toMatchObject({ ok: true, records: number });
    }
    expect(opened(path, 5000).ledger.verify().ok).toBe(true);
  },
  60_000,
);
