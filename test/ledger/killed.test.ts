/** Does anything acknowledged get lost, or anything half done stay, when the program is killed? */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { everything, full, opened, seed } from './books.ts';
import { clearAway, copied, killedAfter, makeReady, openedAndClosed } from './killing.ts';

beforeAll(makeReady);
afterAll(clearAway);

/** Rounds of a kill: after how many acknowledged, and how many milliseconds later. */
const rounds = (usual: number, most: number, latest: number): readonly (readonly [number, number])[] =>
  fc.sample(fc.tuple(fc.integer({ min: 1, max: most }), fc.nat(latest)), { numRuns: full ? 500 : usual, seed });

test.each(rounds(4, 60, 12))(
  'every record acknowledged before a kill after %i and %i ms is there, and the books verify',
  async (count, later) => {
    const path = copied();
    const acknowledged = await killedAfter(path, 'records', count, later);
    expect(acknowledged).toBeGreaterThanOrEqual(count);
    const { ledger } = opened(path, 5000);
    const { items, count: kept } = ledger.records(everything);
    expect([acknowledged, acknowledged + 1]).toContain(kept);
    expect(items.map((r) => r.pence)).toEqual(Array.from({ length: kept }, (_, i) => kept - i).slice(0, 500));
    expect(ledger.verify()).toMatchObject({ ok: true, records: kept, actions: kept + 2, checks: [] });
  },
);

test.each(rounds(3, 60, 12))(
  'an import under way at a kill after %i batches and %i ms has left nothing',
  async (count, later) => {
    const path = copied();
    await killedAfter(path, 'import', count, later);
    const { ledger } = opened(path, 5000);
    expect(ledger.unsorted({ after: null, limit: 10 }).count).toBe(0);
    expect(ledger.verify()).toMatchObject({ ok: true, actions: 2, checks: [] });
    ledger.close();
    await openedAndClosed(path);
    expect(readdirSync(join(path, '..'))).toEqual(['books.quarterday']);
  },
);

test.each(rounds(8, 30, 12))(
  'imports, undo and redo killed after %i and %i ms: every acknowledged action is there, and none is half there',
  async (count, later) => {
    const path = copied();
    const acknowledged = await killedAfter(path, 'actions', count, later);
    const { ledger } = opened(path, 5000);
    const { ok, actions, records } = ledger.verify();
    expect(ok).toBe(true);
    expect([acknowledged, acknowledged + 1]).toContain(actions - 2);
    const each = Math.floor((actions - 2) / 5);
    const inTurn = [0, 1, 21, 1, 21][(actions - 2) % 5] ?? 0;
    expect(records).toBe(each + inTurn);
  },
);

test.each(rounds(4, 6, 25))(
  'backups killed after %i and %i ms: each that has its name is whole',
  async (count, later) => {
    const path = copied();
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
);
