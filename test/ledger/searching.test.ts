/** Is what a person looks for found, whatever they type, and without reading every record? */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { RecordQuery } from '../../main/ledger/api.ts';
import type { Connection } from '../../main/ledger/connection.ts';
import { mostWalked, readRecords } from '../../main/ledger/search.ts';
import { readUnsorted } from '../../main/ledger/waiting.ts';
import { asPence } from '../../shared/values/money.ts';
import {
  at,
  bankRow,
  day,
  everything,
  granted,
  importFile,
  letting,
  record,
  runs,
  seed,
  shopAndLets,
  type Books,
} from './books.ts';

const descriptions = (books: Books, query: Partial<RecordQuery>): readonly string[] =>
  books.ledger.records({ ...everything, ...query }).items.map((r) => r.description);

/** Records of the shop with these descriptions, a day each, in one import. */
function shopWith(texts: readonly string[]): Books {
  const books = shopAndLets();
  const rows = texts.map((description, i) =>
    bankRow(i + 1, `2026-05-${String((i % 28) + 1).padStart(2, '0')}`, 100, {
      sorted: [record(`2026-05-${String((i % 28) + 1).padStart(2, '0')}`, 100, { description })],
    }),
  );
  importFile(books, rows);
  return books;
}

describe('a text', () => {
  const texts = [
    'Oak "best" table',
    '100% wool_rug',
    'NEAR(oak table)',
    'Zoë’s café',
    '🪚🪚🪚 saws',
    String.raw`a\b`,
    '*',
  ];
  test.each([
    ['oak', ['NEAR(oak table)', 'Oak "best" table']],
    ['"best"', ['Oak "best" table']],
    ['NEAR(', ['NEAR(oak table)']],
    ['oak AND table', []],
    ['0% w', ['100% wool_rug']],
    ['%', ['100% wool_rug']],
    ['l_r', ['100% wool_rug']],
    ['wool-rug', []],
    ['*', ['*']],
    ['🪚🪚🪚', ['🪚🪚🪚 saws']],
    ['café', ['Zoë’s café']],
    [String.raw`\b`, [String.raw`a\b`]],
    ["'; DROP TABLE record", []],
    ['oak\0', []],
    ['description:oak', []],
  ])('%j means itself', (text, found) => {
    expect(descriptions(shopWith(texts), { text })).toEqual(found);
  });

  test('finds what a reader would, in any letters, page after page', () => {
    const letters = fc.string({
      unit: fc.constantFrom('a', 'B', 'b', '%', '_', '"', '\\', ' ', '🪚', 'é'),
      maxLength: 8,
    });
    fc.assert(
      fc.property(fc.array(letters, { maxLength: 30 }), letters, fc.integer({ min: 1, max: 7 }), (all, text, limit) => {
        const books = shopWith(all);
        const small = (s: string): string => s.replaceAll('B', 'b');
        const wanted = all.filter((d) => small(d).includes(small(text))).toSorted();
        const found: string[] = [];
        for (let after: string | null = null, more = true; more; more = after !== null) {
          const page = books.ledger.records({ ...everything, text, limit, after });
          found.push(...page.items.map((r) => r.description));
          expect([page.count, page.atLeast]).toEqual([wanted.length, false]);
          after = page.next;
        }
        books.connection.db.close();
        expect(found.toSorted()).toEqual(wanted);
      }),
      { seed, numRuns: runs / 4 },
    );
  });

  test('finds a word that only an old record has, among more than are walked', () => {
    const books = shopWith(['Theriac, one jar', ...Array.from({ length: 11_000 }, (_, i) => `Oak table ${i}`)]);
    expect(descriptions(books, { text: 'theriac' })).toEqual(['Theriac, one jar']);
    expect(books.ledger.records({ ...everything, text: 'oak' })).toMatchObject({ count: 1000, atLeast: true });
    expect(books.ledger.verify().checks).toEqual([]);
  });

  test('finds a record by what it says now, and no longer by what it said', () => {
    const books = shopWith(['Oak table']);
    granted(
      books.ledger.correctRecord(at, {
        ...record('2026-05-01', 100, { description: 'Elm chair' }),
        pence: null,
        id: 1,
      }),
    );
    expect([descriptions(books, { text: 'oak' }), descriptions(books, { text: 'elm' })]).toEqual([[], ['Elm chair']]);
    granted(books.ledger.undo(at));
    expect([descriptions(books, { text: 'oak' }), descriptions(books, { text: 'elm' })]).toEqual([['Oak table'], []]);
  });
});

describe('a filter', () => {
  const rent = { source: 'lets', category: 'periodAmount' };
  function mixed(): Books {
    const books = shopAndLets();
    granted(letting(books, 'elm', 1, 2));
    granted(letting(books, 'oak', 1, 1));
    const add = (on: string, pence: number, more: object): unknown =>
      granted(books.ledger.addRecord(at, record(on, pence, more)));
    add('2026-04-06', 50_000, { ...rent, letting: 'elm', description: 'Elm rent' });
    add('2026-07-06', 60_000, { ...rent, letting: 'oak', description: 'Rent of Oak' });
    const bytes = new Uint8Array(Buffer.from('%PDF-1.4 agreement'));
    granted(books.ledger.attach(at, { record: 2, name: 'agreement.pdf', bytes }));
    const corrected = { ...record('2026-07-06', 60_000, { ...rent, letting: 'oak', description: 'Oak rent' }), id: 2 };
    granted(books.ledger.correctRecord(at, corrected));
    add('2026-07-07', -4500, { description: 'Refund' });
    importFile(books, [
      bankRow(1, '2027-04-06', 4500, { sorted: [record('2027-04-06', 4500, { description: 'Sale' })] }),
    ]);
    return books;
  }
  const cases: readonly (readonly [string, Partial<RecordQuery>, readonly string[]])[] = [
    ['letting', { letting: 'elm' }, ['Elm rent']],
    ['source', { source: 'lets' }, ['Oak rent', 'Elm rent']],
    ['category', { category: 'turnover' }, ['Sale', 'Refund']],
    ['quarter', { period: { from: day('2026-07-06'), to: day('2026-10-05') } }, ['Refund', 'Oak rent']],
    ['amount from', { least: asPence(50_000) }, ['Oak rent', 'Elm rent']],
    ['amount to', { most: asPence(4500) }, ['Sale', 'Refund']],
    ['amount between', { least: asPence(4501), most: asPence(50_000) }, ['Elm rent']],
    ['typed', { from: 'typed' }, ['Refund', 'Oak rent', 'Elm rent']],
    ['from a bank file', { from: 'bank' }, ['Sale']],
    ['a file kept with it', { attached: true }, ['Oak rent']],
    ['no file kept with it', { attached: false }, ['Sale', 'Refund', 'Elm rent']],
    ['several at once', { from: 'typed', text: 'rent', letting: 'oak' }, ['Oak rent']],
  ];
  test.each(cases)('by %s gives its records and their number', (_what, query, found) => {
    const books = mixed();
    expect(descriptions(books, query)).toEqual(found);
    expect(books.ledger.records({ ...everything, ...query }).count).toBe(found.length);
  });
});

describe('bank rows that wait', () => {
  const waitingFor = (books: Books, text: string): readonly string[] =>
    books.ledger.unsorted({ text, after: null, limit: 100 }).items.map((r) => r.text);

  test('are found by any letters of their text, and what those come to is said', () => {
    const books = shopAndLets();
    importFile(books, [
      bankRow(1, '2026-05-01', 4500, { text: 'TIMBER 100% OAK' }),
      bankRow(2, '2026-05-02', -1250, { text: 'Timber yard' }),
      bankRow(3, '2026-05-03', -99, { text: 'COFFEE' }),
    ]);
    expect(waitingFor(books, 'timber')).toEqual(['Timber yard', 'TIMBER 100% OAK']);
    expect(waitingFor(books, '0% o')).toEqual(['TIMBER 100% OAK']);
    expect([waitingFor(books, '%%%'), waitingFor(books, 'oak\0')]).toEqual([[], []]);
    const all = books.ledger.unsorted({ text: 'timber', after: null, limit: 1 });
    expect(all).toMatchObject({ count: 2, moneyIn: 4500, moneyOut: 1250, next: '2026-05-02 2' });
    expect(books.ledger.unsorted({ text: 'timber', after: all.next, limit: 1 })).toMatchObject({
      items: [{ id: 1 }],
      next: null,
    });
    granted(books.ledger.sortRows(at, [2], 'not-business'));
    expect(waitingFor(books, 'timber')).toEqual(['TIMBER 100% OAK']);
  });

  test('are found too if they came in as records and wait only since', () => {
    const books = shopAndLets();
    importFile(books, [bankRow(1, '2026-05-01', 4500, { text: 'HAZEL CAFE', sorted: [record('2026-05-01', 4500)] })]);
    expect(waitingFor(books, 'hazel')).toEqual([]);
    granted(books.ledger.removeRecord(at, 1, 'unsorted'));
    expect(waitingFor(books, 'hazel')).toEqual(['HAZEL CAFE']);
    granted(books.ledger.undo(at));
    expect(waitingFor(books, 'hazel')).toEqual([]);
    granted(books.ledger.redo(at));
    expect(waitingFor(books, 'hazel')).toEqual(['HAZEL CAFE']);
    expect(books.ledger.verify().checks).toEqual([]);
  });
});

describe('the way SQLite goes', () => {
  /** What SQLite says it will do for each statement of the question. */
  function plans(books: Books, query: Partial<RecordQuery>): readonly string[] {
    const texts = new Set<string>();
    const listening: Connection = {
      ...books.connection,
      sql: (text) => {
        texts.add(text);
        return books.connection.sql(text);
      },
    };
    readRecords(listening, { ...everything, ...query });
    return [...texts].flatMap((text) => {
      const explained = books.connection.db.prepare<unknown[], { detail: string }>(`EXPLAIN QUERY PLAN ${text}`);
      return explained.all(...Array.from(text.matchAll(/\?/g), () => null)).map((step) => step.detail);
    });
  }
  const after = '2026-05-01 1';
  const period = { from: day('2026-04-06'), to: day('2027-04-05') };
  /** More records than are walked, and an old one of each kind that a narrow filter finds. */
  function manyBooks(): Books {
    const books = shopWith(Array.from({ length: mostWalked + 1 }, () => 'Oak table'));
    granted(letting(books, 'elm', 1, 2));
    const old = { source: 'lets', category: 'periodAmount', letting: 'elm' };
    const { id } = granted(books.ledger.addRecord(at, record('2024-05-01', 4200, old)));
    const bytes = new Uint8Array(Buffer.from('%PDF-1.4'));
    granted(books.ledger.attach(at, { record: id, name: 'rent.pdf', bytes }));
    return books;
  }
  test.each<readonly [Partial<RecordQuery>, looks: number, sorts: number]>([
    [{}, 0, 0],
    [{ after }, 0, 0],
    [{ period }, 0, 0],
    [{ source: 'shop', category: 'turnover', after }, 0, 0],
    [{ source: 'lets' }, 0, 0],
    [{ category: 'periodAmount', after: '2026-05-20 1' }, 0, 0],
    [{ letting: 'elm' }, 0, 0],
    [{ from: 'typed' }, 0, 1],
    [{ attached: true }, 0, 1],
    [{ text: 'oak' }, 1, 0],
    [{ text: 'oak', limit: 6000 }, 2, 1],
    [{ text: 'theriac', source: 'shop', after }, 2, 1],
  ])('never reads every record, nor sorts what an index did not find, for %j', (query, looks, sorts) => {
    const steps = plans(manyBooks(), query);
    const wholeTables = steps.filter(
      (step, i) => /^SCAN (t|record)$/.test(step) && !/(?:SCALAR|LIST) SUBQUERY/.test(steps[i - 1] ?? ''),
    );
    expect(wholeTables).toEqual([]);
    expect(steps.filter((step) => step.startsWith('MATERIALIZE') && step !== 'MATERIALIZE holder')).toEqual([]);
    // The index is looked up for the count, and for the page where the newest do not fill it.
    const looked = steps.filter((step) => step.startsWith('SCAN record_words VIRTUAL TABLE INDEX 0:L0'));
    const sorted = steps.filter((step) => step === 'USE TEMP B-TREE FOR ORDER BY');
    expect([looked.length, sorted.length]).toEqual([looks, sorts]);
  });

  test.each<readonly [Partial<RecordQuery>, way: RegExp]>([
    [{ source: 'lets' }, /SEARCH t USING INDEX record_by_day \(day=\?\)/],
    [{ category: 'periodAmount' }, /SEARCH r USING PRIMARY KEY \(category=\?/],
    [{ from: 'typed' }, /SCAN record USING (COVERING )?INDEX record_typed/],
    [{ attached: true }, /SCAN t USING (COVERING )?INDEX attachment_of/],
  ])('goes by an index to the few that %j means, and finds them behind all that are walked', (query, way) => {
    const books = manyBooks();
    expect(plans(books, query).filter((step) => way.test(step))).not.toEqual([]);
    const found = books.ledger.records({ ...everything, ...query });
    expect(found).toMatchObject({ items: [{ date: '2024-05-01', pence: 4200 }], next: null, count: 1 });
  });

  test('pages of a narrow filter follow one another, with none twice and none left out', () => {
    const books = manyBooks();
    const add = (on: string, pence: number): unknown =>
      granted(books.ledger.addRecord(at, record(on, pence, { category: 'adminCosts' })));
    for (let pence = 1; pence <= 30; pence += 1) add(`2024-0${1 + (pence % 3)}-01`, pence);
    const query: Partial<RecordQuery> = { category: 'adminCosts', limit: 7 };
    const found: number[] = [];
    for (let page = books.ledger.records({ ...everything, ...query }); ;) {
      found.push(...page.items.map((r) => r.pence));
      if (page.next === null) break;
      page = books.ledger.records({ ...everything, ...query, after: page.next });
    }
    const inOrder = Array.from({ length: 30 }, (_, i) => i + 1).toSorted((a, b) => (b % 3) - (a % 3) || b - a);
    expect(found).toEqual(inOrder);
  });

  test('waiting rows are looked up by their words, unless these are too short for the index', () => {
    const books = manyBooks();
    importFile(books, [bankRow(1, '2024-05-01', 4500, { text: 'TIMBER YARD' })]);
    const texts: string[] = [];
    const listening: Connection = {
      ...books.connection,
      sql: (text) => {
        texts.push(text);
        return books.connection.sql(text);
      },
    };
    const found = readUnsorted(listening, { text: 'timber', after: null, limit: 9 });
    expect(found).toMatchObject({ items: [{ text: 'TIMBER YARD' }], count: 1, moneyIn: 4500 });
    const steps = texts.flatMap((text) =>
      books.connection.db
        .prepare<unknown[], { detail: string }>(`EXPLAIN QUERY PLAN ${text}`)
        .all(...Array.from(text.matchAll(/\?/g), () => null)),
    );
    expect(steps.filter(({ detail }) => detail.startsWith('SCAN row_words VIRTUAL TABLE INDEX 0:L0'))).toHaveLength(2);
    expect(steps.filter(({ detail }) => /^SCAN [bu]\b/.test(detail))).toEqual([]);
  });
});
