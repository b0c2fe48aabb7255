/** Does what is written come back, and is what cannot be right refused? */
import { describe, expect, test } from 'vitest';
import type { NewRecord } from '../../main/ledger/api.ts';
import { asPence, most } from '../../shared/values/money.ts';
import {
  at,
  codeOf,
  day,
  emptyBooks,
  everything,
  granted,
  letting,
  property,
  record,
  shopAndLets,
  trade,
} from './books.ts';

describe('a record', () => {
  test.each([
    ['a penny', record('2026-04-06', 1)],
    ['the most there can be', record('2026-04-06', most)],
    ['the least there can be', record('2026-04-06', -most)],
    ['nothing at all', record('2026-04-06', 0)],
    ['a leap day', record('2028-02-29', 100)],
    ['emoji and quotes', record('2026-04-06', 100, { description: `🪑 "Oak" table; DROP TABLE record -- '` })],
    ['right to left', record('2026-04-06', 100, { description: 'שולחן أثاث ‏' })],
    ['ten thousand characters', record('2026-04-06', 100, { description: 'é'.repeat(10_000) })],
    ['an expense', record('2026-04-06', 100, { category: 'costOfGoods' })],
  ])('of %s comes back as it was given', (_what, given) => {
    const { ledger } = shopAndLets();
    const { id } = granted(ledger.addRecord(at, given));
    const kept = { ...given, id, own: given.pence, bankRow: null, rule: null };
    expect(ledger.records(everything)).toEqual({ items: [kept], next: null, count: 1, atLeast: false });
    expect(ledger.verify().checks).toEqual([]);
  });

  test.each([
    ['an unknown source', { source: 'boat' }, 'source-unknown', 'source'],
    ['an unknown category', { category: 'rent' }, 'category-unknown', 'category'],
    ["another kind's category", { category: 'periodAmount' }, 'category-unknown', 'category'],
    ['a letting of a trade', { letting: 'elm' }, 'letting-unknown', 'letting'],
    ['a penny too much', { pence: asPence(most + 1) }, 'money-too-large', 'pence'],
    ['a penny too little', { pence: asPence(-most - 1) }, 'money-too-large', 'pence'],
    ['a day that is none', { date: '2026-02-30' as NewRecord['date'] }, 'date-impossible', 'date'],
    ['too long a text', { description: 'x'.repeat(10_001) }, 'text-too-long', 'description'],
    ['a NUL', { description: 'a\0b' }, 'text-unusable', 'description'],
    ['half an emoji', { description: '\uD83E' }, 'text-unusable', 'description'],
  ])('with %s is refused, and nothing is left behind', (_what, more, code, path) => {
    const { ledger } = shopAndLets();
    const before = ledger.verify();
    expect(ledger.addRecord(at, record('2026-04-06', 1, more))).toMatchObject({ ok: false, problem: { code, path } });
    expect(ledger.verify()).toEqual(before);
  });

  test('in parts of a penny is our own mistake', () => {
    const half = { pence: 1.5 as NewRecord['pence'] };
    expect(() => shopAndLets().ledger.addRecord(at, record('2026-04-06', 1, half))).toThrow('not whole pence');
  });
});

describe("a person's own part", () => {
  test.each([
    ['half of £10.01', 1, 2, 1001, 501],
    ['half of a penny', 1, 2, 1, 1],
    ['half of a penny refunded', 1, 2, -1, -1],
    ['half of £10.01 refunded', 1, 2, -1001, -501],
    ['a third of £1.00', 1, 3, 100, 33],
    ['two thirds of £1.00', 2, 3, 100, 67],
    ['a third of £1.00 refunded', 1, 3, -100, -33],
    ['two thirds of £1.00 refunded', 2, 3, -100, -67],
    ['all of it', 1, 1, 1001, 1001],
    ['a quarter of two pence', 1, 4, 2, 1],
    ['a half of the most there can be', 1, 2, most, 5_000_000_000_000],
  ])('%s is rounded once, half away from zero', (_what, of, within, pence, own) => {
    const books = shopAndLets();
    granted(letting(books, 'elm', of, within));
    granted(
      books.ledger.addRecord(
        at,
        record('2026-04-06', pence, { source: 'lets', letting: 'elm', category: 'periodAmount' }),
      ),
    );
    expect(books.ledger.records(everything).items[0]).toMatchObject({ pence, own });
  });

  test.each([
    ['2026-04-06', 1000],
    ['2026-09-30', 1000],
    ['2026-10-01', 500],
    ['2027-03-31', 500],
    ['2027-04-01', 250],
  ])('follows the share that holds on the day: on %s of £10.00 it is %i pence', (on, own) => {
    const books = shopAndLets();
    granted(letting(books, 'elm', 1, 1));
    granted(letting(books, 'elm', 1, 4, '2027-04-01'));
    granted(letting(books, 'elm', 1, 2, '2026-10-01'));
    granted(books.ledger.addRecord(at, record(on, 1000, { source: 'lets', category: 'periodAmount' })));
    expect(books.ledger.records(everything).items[0]).toMatchObject({ letting: 'elm', own });
  });

  test('is not guessed before the first share that is known', () => {
    const books = shopAndLets();
    granted(letting(books, 'elm', 1, 2, '2026-10-01'));
    const early = record('2026-09-30', 1000, { source: 'lets', category: 'periodAmount' });
    expect(codeOf(books.ledger.addRecord(at, early))).toBe('share-before-first');
  });

  test('follows a share told later, for the records of the days it holds, in one action', () => {
    const books = shopAndLets();
    granted(letting(books, 'elm', 1, 1));
    const rent = { source: 'lets', category: 'periodAmount' };
    for (const on of ['2026-08-31', '2026-09-01', '2026-10-01', '2026-10-02'])
      granted(books.ledger.addRecord(at, record(on, 1001, rent)));
    expect(codeOf(letting(books, 'elm', 1, 2, '2026-10-02'))).toBe('done');
    expect(codeOf(letting(books, 'elm', 1, 3, '2026-10-02'))).toBe('share-exists');
    expect(codeOf(letting(books, 'elm', 1, 3, '2026-09-01'))).toBe('done');
    const own = (): number[] => books.ledger.totals(null).map((t) => t.own);
    expect(own()).toEqual([1001, 334, 334, 501]);
    expect(books.ledger.verify()).toMatchObject({ ok: true, records: 4, actions: 10, checks: [] });
    granted(books.ledger.undo(at));
    expect(own()).toEqual([1001, 1001, 1001, 501]);
    expect(books.ledger.verify().checks).toEqual([]);
  });
});

describe('sources and lettings', () => {
  test('come back as they were given, shares earliest first', () => {
    const books = shopAndLets();
    granted(letting(books, 'elm', 1, 2));
    granted(letting(books, 'elm', 2, 3, '2026-10-01'));
    const shares = [
      { from: null, share: { of: 1, in: 2 } },
      { from: '2026-10-01', share: { of: 2, in: 3 } },
    ];
    const elm = { source: 'lets', id: 'elm', name: '12 Elm Road', country: null, rentARoom: false, shares };
    const usual = { basis: 'cash', vatRegistered: false, updatePeriods: {} };
    expect(books.ledger.sources()).toEqual([
      { ...trade('shop'), ...usual, lettings: [] },
      { ...property('lets'), ...usual, lettings: [elm] },
    ]);
  });

  test('a property with several lettings asks which one; with one, that one is meant', () => {
    const books = shopAndLets();
    const rent = record('2026-04-06', 1000, { source: 'lets', category: 'periodAmount' });
    granted(books.ledger.addRecord(at, rent));
    granted(letting(books, 'elm', 1, 2));
    granted(books.ledger.addRecord(at, rent));
    granted(letting(books, 'oak', 1, 1));
    expect(codeOf(books.ledger.addRecord(at, rent))).toBe('letting-needed');
    expect(codeOf(books.ledger.addRecord(at, { ...rent, letting: 'ash' }))).toBe('letting-unknown');
    expect(books.ledger.records(everything).items.map((r) => [r.letting, r.own])).toEqual([
      ['elm', 500],
      [null, 1000],
    ]);
  });

  const sold = { ceasedOn: day('2025-01-31') };
  test.each([
    ['the same id again', trade('shop'), 'source-exists'],
    ['a second property business at the same time', property('more'), 'property-source-once'],
    ['a second trade', trade('stall'), 'done'],
    ['an empty id', trade(''), 'id-unusable'],
    ['an id that no file of facts takes', trade('shop/2'), 'id-unusable'],
    ['a name that would colour a terminal', { ...trade('office'), name: 'Red \u001b[31m' }, 'text-unusable'],
    ['a name in two lines', { ...trade('office'), name: 'Office\nShop' }, 'text-unusable'],
    ['a name in another script, and a picture', { ...trade('office'), name: '🙂 שלום' }, 'done'],
    ['a name of nothing but spaces', { ...trade('office'), name: '  ' }, 'name-missing'],
    [
      'one that stopped before it started',
      trade('x', { startedOn: day('2026-01-01'), ...sold }),
      'ceased-before-started',
    ],
    ['a foreign property business', property('abroad', { kind: 'foreign-property' }), 'done'],
  ])('a source that is %s: %s', (_what, source, code) => {
    expect(codeOf(shopAndLets().ledger.addSource(at, source))).toBe(code);
  });

  test('a property business may begin again after the first has stopped', () => {
    const { ledger } = emptyBooks();
    granted(ledger.addSource(at, property('first', sold)));
    expect(codeOf(ledger.addSource(at, property('second', { startedOn: day('2025-01-31') })))).toBe(
      'property-source-once',
    );
    expect(codeOf(ledger.addSource(at, property('second', { startedOn: day('2025-02-01') })))).toBe('done');
  });

  test('a trade has no lettings, and a share is more than nothing and at most the whole', () => {
    const books = shopAndLets();
    const elm = { source: 'shop', id: 'elm', name: 'Elm', country: null, share: { of: 1, in: 1 }, shareFrom: null };
    expect(codeOf(books.ledger.addLetting(at, elm))).toBe('letting-of-trade');
    expect(codeOf(books.ledger.addLetting(at, { ...elm, source: 'boat' }))).toBe('source-unknown');
    expect([codeOf(letting(books, 'a', 0, 1)), codeOf(letting(books, 'a', 3, 2))]).toEqual([
      'share-unreadable',
      'share-unreadable',
    ]);
    expect([codeOf(letting(books, 'a', 1, 2)), codeOf(letting(books, 'a', 1, 2))]).toEqual(['done', 'letting-exists']);
  });
});

describe('lists', () => {
  const days = ['2026-04-05', '2026-04-06', '2026-04-06', '2026-05-01', '2027-04-05', '2027-04-06'];
  const filled = () => {
    const books = shopAndLets();
    for (const [i, on] of days.entries())
      granted(books.ledger.addRecord(at, record(on, i + 1, { description: `Table ${i}% off_` })));
    granted(books.ledger.addRecord(at, record('2026-06-01', 7, { category: 'costOfGoods', description: 'Screws' })));
    granted(
      books.ledger.addRecord(
        at,
        record('2026-06-02', 8, { source: 'lets', category: 'periodAmount', description: 'RENT' }),
      ),
    );
    return books.ledger;
  };
  const year = { from: day('2026-04-06'), to: day('2027-04-05') };

  test.each([
    ['all, newest first', {}, [6, 5, 8, 7, 4, 3, 2, 1]],
    ['a tax year', { period: year }, [5, 8, 7, 4, 3, 2]],
    ['one source', { source: 'lets' }, [8]],
    ['one category', { category: 'turnover' }, [6, 5, 4, 3, 2, 1]],
    ['a text in any case', { text: 'rEnT' }, [8]],
    ['a text with a percent sign in it', { text: '2% off_' }, [3]],
    ['all of it together', { period: year, source: 'shop', category: 'turnover', text: 'table' }, [5, 4, 3, 2]],
    ['an unknown source', { source: 'boat' }, []],
  ])('%s', (_what, query, pence) => {
    const found = filled().records({ ...everything, ...query });
    expect([found.items.map((r) => r.pence), found.count, found.next]).toEqual([pence, pence.length, null]);
  });

  test.each([1, 2, 3, 7, 8, 9])('pages of %i join up to the whole list', (limit) => {
    const ledger = filled();
    const seen: number[] = [];
    let after: string | null = null;
    do {
      const page = ledger.records({ ...everything, after, limit });
      expect(page.count).toBe(8);
      seen.push(...page.items.map((r) => r.pence));
      after = page.next;
    } while (after !== null);
    expect(seen).toEqual([6, 5, 8, 7, 4, 3, 2, 1]);
  });
});
