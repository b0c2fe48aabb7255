/** Can everything be put right and taken back, with every figure following and nothing lost? */
import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { asPence } from '../../shared/values/money.ts';
import {
  at,
  bankRow,
  codeOf,
  day,
  everything,
  folder,
  granted,
  importFile,
  letting,
  opened,
  record,
  shopAndLets,
  type Books,
} from './books.ts';

const sound = ({ ledger }: Books): void => expect(ledger.verify().checks).toEqual([]);
const kept = ({ ledger }: Books): string[] =>
  ledger.records(everything).items.map((r) => `${r.id}: ${r.date} ${r.category} ${r.pence}`);
const totals = ({ ledger }: Books): string[] =>
  ledger.totals(null).map((t) => `${t.day} ${t.category} ${t.own} (${t.count})`);
const waiting = ({ ledger }: Books): number[] => {
  const { moneyIn, moneyOut, count } = ledger.unsorted({ after: null, limit: 10 });
  return [count, moneyIn, moneyOut];
};
const fix = (id: number, on: string, pence: number | null, more: Parameters<typeof record>[2] = {}) => ({
  ...record(on, 0, more),
  pence: pence === null ? null : asPence(pence),
  id,
});

describe('a correction', () => {
  test('stands in the place of the record, which no total counts any more', () => {
    const books = shopAndLets();
    granted(books.ledger.addRecord(at, record('2026-04-05', 1000)));
    expect(granted(books.ledger.correctRecord(at, fix(1, '2026-04-06', 2500)))).toEqual({ id: 2 });
    expect(kept(books)).toEqual(['2: 2026-04-06 turnover 2500']);
    expect(totals(books)).toEqual(['2026-04-06 turnover 2500 (1)']);
    expect(books.ledger.facts(day('2026-11-22')).records.map((r) => [r.taxYear, r.source, r.gross])).toEqual([
      ['2026-27', 'shop', 2500],
      ['2026-27', 'lets', 0],
    ]);
    sound(books);
  });

  test.each([
    ['of a record corrected before', 1, '2026-04-06', 1, 'record-unknown'],
    ['of no record', 9, '2026-04-06', 1, 'record-unknown'],
    ['to no source', 2, '2026-04-06', 1, 'source-unknown'],
  ])('%s is refused and leaves no action', (_what, id, on, pence, code) => {
    const books = shopAndLets();
    granted(books.ledger.addRecord(at, record('2026-04-05', 1000)));
    granted(books.ledger.correctRecord(at, fix(1, '2026-04-05', 1001)));
    const source = code === 'source-unknown' ? { source: 'nowhere' } : {};
    expect(codeOf(books.ledger.correctRecord(at, fix(id, on, pence, source)))).toBe(code);
    expect(books.ledger.verify()).toMatchObject({ ok: true, actions: 5 });
  });

  test('that changes nothing is no action', () => {
    const books = shopAndLets();
    granted(books.ledger.addRecord(at, record('2026-04-05', 1000)));
    expect(granted(books.ledger.correctRecord(at, fix(1, '2026-04-05', 1000)))).toEqual({ id: 1 });
    expect(books.ledger.verify().actions).toBe(4);
  });

  test('of a record from the bank keeps the money that moved: into an expense it is a refund', () => {
    const books = shopAndLets();
    importFile(books, [bankRow(1, '2026-05-01', 900, { sorted: [record('2026-05-01', 900)] })]);
    expect(codeOf(books.ledger.correctRecord(at, fix(1, '2026-05-01', 901)))).toBe('bank-row-amount');
    granted(books.ledger.correctRecord(at, fix(1, '2026-05-01', null, { category: 'adminCosts' })));
    expect(kept(books)).toEqual(['2: 2026-05-01 adminCosts -900']);
    sound(books);
  });
});

describe('a split', () => {
  test('of a payout gives back income and fee, to the penny', () => {
    const books = shopAndLets();
    importFile(books, [bankRow(1, '2026-05-01', 970, { sorted: [record('2026-05-01', 970)] })]);
    const part = (category: string, pence: number) => ({
      source: 'shop',
      letting: null,
      category,
      pence: asPence(pence),
      description: 'Payout',
    });
    expect(codeOf(books.ledger.splitRecord(at, 1, [part('turnover', 1000), part('adminCosts', 31)]))).toBe(
      'parts-unequal',
    );
    granted(books.ledger.splitRecord(at, 1, [part('turnover', 1000), part('adminCosts', 30)]));
    expect(totals(books)).toEqual(['2026-05-01 adminCosts 30 (1)', '2026-05-01 turnover 1000 (1)']);
    sound(books);
    granted(books.ledger.removeRecord(at, 2, 'unsorted'));
    expect([kept(books), totals(books), waiting(books)]).toEqual([[], [], [1, 970, 0]]);
    sound(books);
    granted(books.ledger.undo(at));
    granted(books.ledger.undo(at));
    expect(kept(books)).toEqual(['1: 2026-05-01 turnover 970']);
    expect(waiting(books)).toEqual([0, 0, 0]);
    sound(books);
  });
});

describe('undo and redo', () => {
  test('go over every kind of action, there and back, and figures follow', () => {
    const books = shopAndLets();
    granted(letting(books, 'elm', 1, 2));
    granted(books.ledger.addRecord(at, record('2026-04-06', 1001, { source: 'lets', category: 'periodAmount' })));
    granted(letting(books, 'elm', 1, 3, '2026-04-01'));
    importFile(books, [bankRow(1, '2026-05-01', 300), bankRow(2, '2026-05-02', -50)]);
    granted(books.ledger.sortRows(at, [1], { source: 'shop', letting: null, category: 'turnover' }));
    granted(books.ledger.sortRows(at, [2], 'not-business'));
    granted(books.ledger.correctRecord(at, fix(3, '2026-05-09', null)));
    granted(books.ledger.removeRecord(at, 4, 'between-my-accounts'));
    const seen = (): unknown => [
      kept(books),
      totals(books),
      waiting(books),
      books.ledger.sources(),
      books.ledger.told(),
    ];
    const after = seen();
    const way: unknown[] = [];
    for (let step = books.ledger.undo(at); step.ok; step = books.ledger.undo(at)) {
      sound(books);
      way.push(seen());
    }
    expect(way).toHaveLength(10);
    expect([books.ledger.sources(), totals(books), waiting(books)]).toEqual([[], [], [0, 0, 0]]);
    for (const expected of [...way.toReversed().slice(1), after]) {
      granted(books.ledger.redo(at));
      sound(books);
      expect(seen()).toEqual(expected);
    }
    expect(codeOf(books.ledger.redo(at))).toBe('nothing-to-redo');
  });

  test('are remembered over a restart, and end where something else is done', () => {
    const books = shopAndLets();
    granted(books.ledger.addRecord(at, record('2026-04-06', 1)));
    granted(books.ledger.addRecord(at, record('2026-04-06', 2)));
    granted(books.ledger.undo(at));
    granted(books.ledger.undo(at));
    books.ledger.close();
    const again = opened(books.path);
    granted(again.ledger.redo(at));
    expect(kept(again)).toEqual(['1: 2026-04-06 turnover 1']);
    granted(again.ledger.addRecord(at, record('2026-04-06', 4)));
    expect(codeOf(again.ledger.redo(at))).toBe('nothing-to-redo');
    const { actions, undo, redo } = again.ledger.history({ after: null, limit: 100 });
    expect(actions.map((a) => `${a.what}: ${a.state}`)).toEqual([
      'Added a record: holds',
      'Did again: Added a record: redo',
      'Undid: Added a record: undo',
      'Undid: Added a record: undo',
      'Added a record: undone',
      'Added a record: holds',
      'Added a source of income: holds',
      'Added a source of income: holds',
      'Began these books: holds',
    ]);
    expect([undo, redo]).toEqual([{ action: 9, what: 'Added a record' }, null]);
    sound(again);
  });

  test('the history names the one record that an action added or took away', () => {
    const books = shopAndLets();
    granted(books.ledger.addRecord(at, record('2026-04-06', 1, { description: 'Tap' })));
    granted(books.ledger.correctRecord(at, fix(1, '2026-04-07', 2, { description: 'Tap and hose' })));
    const parts = [1, 1].map((pence) => ({ ...record('2026-04-07', pence), pence: asPence(pence) }));
    granted(books.ledger.splitRecord(at, 2, parts));
    granted(books.ledger.removeRecord(at, 3, 'unsorted'));
    granted(books.ledger.undo(at));
    const named = () =>
      books.ledger
        .history({ after: null, limit: 100 })
        .actions.map((a) => [a.what, a.record && `${a.record.id} ${a.record.date} ${a.record.description}`]);
    const [undone, removed, split, corrected, added, source] = named();
    expect(undone).toEqual(['Undid: Removed a record', null]);
    expect(removed?.[1]).toMatch(/^3 2026-04-07/);
    expect(split?.[1]).toBeNull();
    expect(corrected?.[1]).toBe('2 2026-04-07 Tap and hose');
    expect(added?.[1]).toBe('1 2026-04-06 Tap');
    expect(source?.[1]).toBeNull();
  });

  test('a record removed for good has no words in the history', () => {
    const books = shopAndLets();
    granted(books.ledger.addRecord(at, record('2026-04-06', 1, { description: 'Nobody’s business' })));
    granted(books.ledger.erase(at, { record: 1 }));
    expect(JSON.stringify(books.ledger.history({ after: null, limit: 100 }))).not.toContain('Nobody');
  });

  test('of a source make its id free again, and the beginning of the books stays', () => {
    const books = shopAndLets();
    granted(books.ledger.undo(at));
    expect(
      codeOf(
        books.ledger.addSource(at, { ...record('2026-04-06', 1), ...books.ledger.sources()[0], id: 'lets' } as never),
      ),
    ).toBe('done');
    while (books.ledger.undo(at).ok);
    expect(codeOf(books.ledger.undo(at))).toBe('nothing-to-undo');
    expect(books.ledger.sources()).toEqual([]);
    sound(books);
  });
});

describe('an import', () => {
  const rows = [bankRow(1, '2026-05-01', 300, { sorted: [record('2026-05-01', 300)] }), bankRow(2, '2026-05-02', 40)];

  test('that was undone can be imported again', () => {
    const books = shopAndLets();
    importFile(books, rows);
    granted(books.ledger.undo(at));
    expect([kept(books), waiting(books)]).toEqual([[], [0, 0, 0]]);
    expect(importFile(books, rows).tally).toMatchObject({ fresh: 2, already: 0 });
    expect(importFile(books, rows).tally).toMatchObject({ fresh: 0, already: 2 });
    sound(books);
  });

  test('is removed long after, with what was changed of it only if told so', () => {
    const books = shopAndLets();
    importFile(books, rows);
    granted(books.ledger.addRecord(at, record('2026-06-01', 7)));
    granted(books.ledger.correctRecord(at, fix(1, '2026-05-03', null)));
    expect(codeOf(books.ledger.removeImport(at, 3, false))).toBe('import-unknown');
    expect(books.ledger.removeImport(at, 4, false)).toMatchObject({
      problem: { code: 'import-changed', values: { count: 1, records: '3' } },
    });
    expect(granted(books.ledger.removeImport(at, 4, true))).toEqual({ rows: 2, records: 1, changed: [3] });
    expect([kept(books), waiting(books)]).toEqual([['2: 2026-06-01 turnover 7'], [0, 0, 0]]);
    sound(books);
    expect(codeOf(books.ledger.removeImport(at, 4, true))).toBe('import-unknown');
    expect(importFile(books, rows).tally.fresh).toBe(2);
    granted(books.ledger.undo(at));
    granted(books.ledger.undo(at));
    expect(kept(books)).toEqual(['2: 2026-06-01 turnover 7', '3: 2026-05-03 turnover 300']);
    expect(importFile(books, rows).tally.already).toBe(2);
    sound(books);
  });
});

test('a file of version 1 is brought to this version whole, and can be stepped back over', () => {
  const path = join(folder(), 'older.quarterday');
  copyFileSync(fileURLToPath(new URL('./fixtures/schema-1.ledger', import.meta.url)), path);
  const books = opened(path);
  expect(books.ledger.verify()).toEqual({
    ok: true,
    records: 4,
    actions: 11,
    removedForGood: 0,
    chain: '6ddca6d9dfc10358b9fa8c1236639da94f732c6ad7945af11c6cbd5486f61803',
    checks: [],
  });
  expect(totals(books)).toEqual([
    '2026-04-07 periodAmount 1001 (1)',
    '2026-04-06 turnover 1000 (1)',
    '2026-05-01 turnover 300 (1)',
    '2026-05-04 turnover 700 (1)',
  ]);
  expect(waiting(books)).toEqual([1, 0, 500]);
  for (let step = books.ledger.undo(at); step.ok; step = books.ledger.undo(at)) sound(books);
  expect([totals(books), waiting(books), books.ledger.sources()]).toEqual([[], [0, 0, 0], []]);
});
