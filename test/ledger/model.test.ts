/** Whatever is done, in whatever order: do the books say to the penny what a plain list would? */
import { rmSync } from 'node:fs';
import { dirname } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { asPence } from '../../shared/values/money.ts';
import {
  at,
  bankRow,
  codeOf,
  day,
  everything,
  full,
  granted,
  importFile,
  letting,
  record,
  seed,
  shopAndLets,
  type Books,
} from './books.ts';
import { copy, forgetImport, forgetRecord, restore, type Does } from './lasting.ts';
import {
  addedUp,
  did,
  nothingYet,
  someDay,
  stepped,
  waiting,
  without,
  type Model,
  type Plain,
  type PlainRecord,
} from './plainBooks.ts';

const lettingOf = (category: string): { source: string; letting: string | null } =>
  category === 'periodAmount' ? { source: 'lets', letting: 'elm' } : { source: 'shop', letting: null };
const picked = <T>(items: readonly T[], n: number): T | undefined => items[n % Math.max(items.length, 1)];
const pick = ({ now }: Model, n: number): readonly [number, PlainRecord] | undefined => picked([...now.records], n);
const moved = ({ category, pence }: PlainRecord): number => (category === 'adminCosts' ? 0 - pence : pence);
const replaced = (now: Plain, id: number, by: readonly (readonly [number, PlainRecord])[]): Plain['records'] =>
  new Map([...without(now.records, [id]), ...by]);

const add =
  (n: number, category: PlainRecord['category'], pence: number): Does =>
  (model, { ledger }) => {
    const date = someDay(n);
    const { id } = granted(ledger.addRecord(at, record(date, pence, { category, ...lettingOf(category) })));
    did(model, { records: new Map([...model.now.records, [id, { date, category, pence, row: null }]]) });
  };

const correct =
  (n: number, on: number, pence: number): Does =>
  (model, { ledger }) => {
    const found = pick(model, n);
    if (found === undefined) return;
    const [id, old] = found;
    const next = { ...old, date: someDay(on), pence: old.row === null ? pence : old.pence };
    const { category, date } = next;
    const fixed = { ...record(date, 0, { category, ...lettingOf(category) }), id, pence: asPence(next.pence) };
    const { id: now } = granted(ledger.correctRecord(at, fixed));
    if (now !== id) did(model, { records: replaced(model.now, id, [[now, next]]) });
  };

const split =
  (n: number, fee: number): Does =>
  (model, { ledger }) => {
    const found = pick(model, n);
    if (found === undefined || found[1].category === 'periodAmount') return;
    const [id, old] = found;
    const parts: readonly PlainRecord[] = [
      { ...old, category: 'turnover', pence: moved(old) + fee },
      { ...old, category: 'adminCosts', pence: fee },
    ];
    const given = parts.map(({ category, pence }) => ({
      ...lettingOf(category),
      category,
      pence: asPence(pence),
      description: '',
    }));
    const { ids } = granted(ledger.splitRecord(at, id, given));
    did(model, {
      records: replaced(
        model.now,
        id,
        ids.flatMap((to, i) => (parts[i] ? [[to, parts[i]]] : [])),
      ),
    });
  };

const remove =
  (n: number, waits: boolean): Does =>
  (model, { ledger }) => {
    const found = pick(model, n);
    if (found === undefined) return;
    const [id, { row }] = found;
    granted(ledger.removeRecord(at, id, waits ? 'unsorted' : 'not-business'));
    const siblings = [...model.now.records].filter(([other, r]) => other === id || (row !== null && r.row === row));
    const rows = new Map([...model.now.rows].map(([key, r]) => [key, key === row ? { ...r, waits } : r]));
    did(model, {
      records: without(
        model.now.records,
        siblings.map(([other]) => other),
      ),
      rows,
    });
  };

/** Files overlap: file 0 holds rows 0 to 3, file 1 rows 2 to 5, file 2 rows 4 to 7; every third row comes sorted. */
const importing =
  (file: number): Does =>
  (model, books) => {
    const lines = [0, 1, 2, 3].map((n) => n + file * 2);
    const rows = lines.map((n) => {
      const sorted = n % 3 === 0 ? [record(someDay(n), 100 + n)] : null;
      return bankRow(n, someDay(n), n === 5 ? -105 : 100 + n, { sorted });
    });
    const fresh = rows.filter((r) => !model.now.rows.has(r.identity));
    expect(importFile(books, rows).tally).toMatchObject({ fresh: fresh.length });
    if (fresh.length === 0) return;
    const number = model.actions + 1;
    const added = fresh.map(
      (r) => [r.identity, { date: r.date, pence: r.pence, waits: r.sorted === null, file: number }] as const,
    );
    const kept = books.ledger.records(everything);
    const known = kept.items.filter((r) => !model.now.records.has(r.id)).toSorted((a, b) => a.id - b.id);
    const sorted = fresh.filter((r) => r.sorted !== null);
    expect(known).toHaveLength(sorted.length);
    const records = known.map((r, i) => {
      const row = sorted[i]?.identity ?? null;
      return [r.id, { date: r.date, category: 'turnover', pence: r.pence, row }] as const;
    });
    did(model, {
      rows: new Map([...model.now.rows, ...added]),
      records: new Map([...model.now.records, ...records]),
      imports: [...model.now.imports, number],
    });
  };

const removeImport =
  (n: number): Does =>
  (model, { ledger }) => {
    const number = picked(model.now.imports, n);
    if (number === undefined) return;
    granted(ledger.removeImport(at, number, true));
    const rows = [...model.now.rows].filter(([, r]) => r.file === number).map(([key]) => key);
    const records = [...model.now.records].filter(([, r]) => r.row !== null && rows.includes(r.row));
    did(model, {
      rows: without(model.now.rows, rows),
      records: without(
        model.now.records,
        records.map(([id]) => id),
      ),
      imports: model.now.imports.filter((i) => i !== number),
    });
  };

/** A new share puts new records in the place of those it holds for: the same money on the same day. */
function renumbered(records: Plain['records'], { ledger }: Books): Plain['records'] {
  const kept = ledger.records(everything).items;
  const left = [...records];
  return new Map(
    kept.map((r) => {
      const same = left.findIndex(
        ([id, old]) =>
          id === r.id ||
          (!kept.some((k) => k.id === id) &&
            old.date === r.date &&
            old.category === r.category &&
            old.pence === (r.pence as number)),
      );
      const [found] = left.splice(same, 1);
      if (found === undefined) throw new Error(`record ${r.id} came from nowhere`);
      return [r.id, found[1]];
    }),
  );
}

const share =
  (n: number, of: number): Does =>
  (model, books) => {
    const from = someDay(n);
    const told = codeOf(letting(books, 'elm', of, 3, from));
    expect(told).toBe(model.now.shares.has(from) ? 'share-exists' : 'done');
    if (told !== 'done') return;
    const shares = new Map([...model.now.shares, [from, { of, in: 3 }]]);
    did(model, { shares, records: renumbered(model.now.records, books) });
  };

const step =
  (back: boolean): Does =>
  (model, { ledger }) => {
    const code = codeOf(back ? ledger.undo(at) : ledger.redo(at));
    const none = back ? 'nothing-to-undo' : 'nothing-to-redo';
    expect(code).toBe(stepped(model, back ? 'before' : 'after') ? 'done' : none);
  };

/** Undo goes no further back than where the plain list begins. */
const startsAt = 4;
const undo: Does = (model, books) => {
  if (model.before.length > 0) step(true)(model, books);
};

function agree(model: Model, { ledger }: Books): void {
  const totals = ledger.totals(null).map((t) => `${t.day} ${t.category} ${t.own} ${t.count}`);
  expect(totals.toSorted()).toEqual(addedUp(model.now));
  expect(ledger.unsorted({ after: null, limit: 1 })).toMatchObject(waiting(model.now));
  const { ok, actions, records } = ledger.verify();
  expect({ ok, actions, records }).toEqual({ ok: true, actions: model.actions, records: model.now.records.size });
}

const n = fc.nat(20);
const pence = fc.integer({ min: -5000, max: 5000 });
const commands: readonly fc.Arbitrary<readonly [string, Does]>[] = [
  fc
    .tuple(n, fc.constantFrom('turnover' as const, 'adminCosts' as const, 'periodAmount' as const), pence)
    .map((a) => [`add ${a.join(' ')}`, add(...a)]),
  fc.tuple(n, n, pence).map((a) => [`correct ${a.join(' ')}`, correct(...a)]),
  fc.tuple(n, pence).map((a) => [`split ${a.join(' ')}`, split(...a)]),
  fc.tuple(n, fc.boolean()).map((a) => [`remove ${a.join(' ')}`, remove(...a)]),
  fc.nat(2).map((file) => [`import ${file}`, importing(file)]),
  n.map((i) => [`remove import ${i}`, removeImport(i)]),
  fc.tuple(n, fc.integer({ min: 1, max: 3 })).map((a) => [`share ${a.join(' ')}`, share(...a)]),
  n.map((i) => [`forget record ${i}`, forgetRecord(i)]),
  n.map((i) => [`forget import ${i}`, forgetImport(i)]),
  fc.constant(['copy', copy] as const),
  fc.constant(['restore', restore] as const),
  fc.constant(['undo', undo] as const),
  fc.constant(['undo', undo] as const),
  fc.constant(['redo', step(false)] as const),
];

const command = ([name, does]: readonly [string, Does]): fc.Command<Model, Books> => ({
  check: () => true,
  run: (model, books) => {
    does(model, books);
    agree(model, books);
  },
  toString: () => name,
});

test('after every step totals, waiting rows and counts are those of a plain list, and the books verify', () => {
  const property = fc.property(
    fc.commands(
      commands.map((c) => c.map(command)),
      { size: '+1', maxCommands: 40 },
    ),
    (steps) => {
      const real = { ...shopAndLets() };
      try {
        granted(letting(real, 'elm', 1, 2));
        fc.modelRun(() => ({ model: nothingYet(startsAt), real }), steps);
      } finally {
        real.connection.db.close();
        rmSync(dirname(real.path), { recursive: true });
      }
    },
  );
  fc.assert(property, { numRuns: full ? 2000 : 200, seed });
}, 3_600_000);

test('the plain list itself adds up a day of halves and thirds', () => {
  const model = nothingYet(0);
  did(model, { shares: new Map([...model.now.shares, [someDay(1), { of: 1, in: 3 }]]) });
  const rent = { category: 'periodAmount' as const, pence: 1001, row: null };
  did(model, {
    records: new Map([
      [1, { ...rent, date: someDay(0) }],
      [2, { ...rent, date: someDay(1) }],
    ]),
  });
  expect(addedUp(model.now)).toEqual([`${day('2026-04-05')} periodAmount 501 1`, '2026-04-06 periodAmount 334 1']);
});
