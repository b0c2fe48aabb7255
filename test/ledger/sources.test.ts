/** Can a source be changed after it was entered, does everything follow, and can it all be undone? */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { SourceChange } from '../../main/ledger/changeApi.ts';
import { nothingTold } from '../../shared/contract/facts.ts';
import { taxYearOf } from '../../shared/values/dates.ts';
import { asPence } from '../../shared/values/money.ts';
import {
  at,
  codeOf,
  day,
  emptyBooks,
  granted,
  letting,
  opened,
  property,
  record,
  runs,
  seed,
  shopAndLets,
} from './books.ts';

const asAt = day('2026-11-22');
const shop = (books: ReturnType<typeof shopAndLets>) => books.ledger.sources().find((s) => s.id === 'shop');

describe('entered by mistake', () => {
  test('a source goes with its lettings, can be entered again, and undo gives back all of it', () => {
    const books = shopAndLets();
    const { ledger } = books;
    granted(letting(books, 'elm', 1, 2));
    granted(letting(books, 'elm', 2, 3, '2026-05-01'));
    granted(ledger.changeSource(at, { id: 'lets', name: 'Houses' }));
    granted(ledger.changeLetting(at, { source: 'lets', id: 'elm', name: 'Elm Cottage' }));
    const before = ledger.sources();
    granted(ledger.removeSource(at, 'lets'));
    expect(ledger.sources().map((s) => s.id)).toEqual(['shop']);
    expect(ledger.facts(asAt).sources.map((s) => s.id)).toEqual(['shop']);
    granted(ledger.addSource(at, property('lets')));
    expect(ledger.sources()[1]).toMatchObject({ id: 'lets', lettings: [] });
    granted(ledger.undo(at));
    granted(ledger.undo(at));
    expect(ledger.sources()).toEqual(before);
    granted(ledger.removeLetting(at, 'lets', 'elm'));
    expect(ledger.sources()[1]).toMatchObject({ name: 'Houses', lettings: [] });
    granted(letting(books, 'elm', 1, 1));
    expect(ledger.sources()[1]?.lettings).toMatchObject([{ id: 'elm', name: '12 Elm Road' }]);
    expect(ledger.verify().checks).toEqual([]);
    ledger.close();
    expect(opened(books.path).ledger.sources()[1]?.lettings).toHaveLength(1);
  });

  test('what a record, a rule or something told hangs on stays, and is refused by what does', () => {
    const books = shopAndLets();
    const { ledger } = books;
    granted(letting(books, 'elm', 1, 2));
    const made = granted(
      ledger.addRecord(at, record('2026-05-01', 100, { source: 'lets', category: 'periodAmount', letting: 'elm' })),
    );
    expect(codeOf(ledger.removeSource(at, 'barn'))).toBe('source-unknown');
    expect(codeOf(ledger.removeLetting(at, 'lets', 'oak'))).toBe('letting-unknown');
    expect(codeOf(ledger.removeLetting(at, 'shop', 'elm'))).toBe('letting-unknown');
    expect(ledger.removeSource(at, 'lets')).toMatchObject({
      problem: { code: 'source-has-records', values: { records: 1 } },
    });
    expect(codeOf(ledger.removeLetting(at, 'lets', 'elm'))).toBe('source-has-records');
    granted(ledger.removeRecord(at, made.id, 'unsorted'));
    const fits = { text: 'rent', wholeWord: false, account: null, money: null, least: null, most: null } as const;
    const makes = [{ source: 'lets', letting: 'elm', category: 'periodAmount', takes: 'rest' }] as const;
    granted(ledger.changeRules(at, { kind: 'add', rule: { fits, makes } }, 'none'));
    expect(codeOf(ledger.removeSource(at, 'lets'))).toBe('source-in-rules');
    expect(codeOf(ledger.removeLetting(at, 'lets', 'elm'))).toBe('source-in-rules');
    granted(ledger.changeRules(at, { kind: 'remove', number: 1 }, 'none'));
    const sent = { sentOn: day('2026-08-01'), taxYear: taxYearOf(day('2026-08-01')), quarter: 1 } as const;
    const updates = [{ ...sent, lines: [{ source: 'lets', gross: asPence(100) }] }];
    granted(ledger.tell(at, { ...nothingTold, updates }));
    expect(codeOf(ledger.removeSource(at, 'lets'))).toBe('source-told');
    granted(ledger.removeLetting(at, 'lets', 'elm'));
    granted(ledger.takeBack(at, { ...nothingTold, updates }, nothingTold));
    granted(ledger.removeSource(at, 'lets'));
    expect(ledger.verify().checks).toEqual([]);
  });
});

describe('a source', () => {
  test('begins on the cash basis, not registered for VAT, with standard update periods', () => {
    expect(shop(shopAndLets())).toMatchObject({ basis: 'cash', vatRegistered: false, updatePeriods: {} });
  });

  test('is what was said of it last; undo gives back what was before, redo what came after', () => {
    const books = shopAndLets();
    const { ledger } = books;
    granted(ledger.changeSource(at, { id: 'shop', name: 'Joinery', startedOn: day('2024-05-01') }));
    granted(ledger.changeSource(at, { id: 'shop', basis: 'traditional', vatRegistered: true }));
    const now = { name: 'Joinery', startedOn: '2024-05-01', basis: 'traditional', vatRegistered: true };
    expect(shop(books)).toMatchObject(now);
    granted(ledger.undo(at));
    expect(shop(books)).toMatchObject({ name: 'Joinery', basis: 'cash', vatRegistered: false });
    granted(ledger.undo(at));
    expect(shop(books)).toMatchObject({ name: 'Juniper Joinery', startedOn: null });
    granted(ledger.redo(at));
    granted(ledger.redo(at));
    expect(shop(books)).toMatchObject(now);
    expect(ledger.verify()).toMatchObject({ ok: true, checks: [] });
    ledger.close();
    expect(shop(opened(books.path))).toMatchObject(now);
  });

  test('stopped for good is so in the facts, and its nil years end with it; taking that back carries it on', () => {
    const books = shopAndLets();
    const { ledger } = books;
    granted(ledger.addRecord(at, record('2024-05-01', 100)));
    granted(ledger.addRecord(at, record('2026-05-01', 100, { source: 'lets', category: 'periodAmount' })));
    const years = () => ledger.facts(asAt).records.filter((r) => r.source === 'shop');
    expect(years().map((r) => r.taxYear)).toEqual(['2024-25', '2026-27']);
    granted(ledger.changeSource(at, { id: 'shop', ceasedOn: day('2025-12-31') }));
    expect(ledger.facts(asAt).sources[0]).toMatchObject({ id: 'shop', ceasedOn: '2025-12-31' });
    expect(years().map((r) => r.taxYear)).toEqual(['2024-25']);
    granted(ledger.changeSource(at, { id: 'shop', ceasedOn: null }));
    expect(years().map((r) => r.taxYear)).toEqual(['2024-25', '2026-27']);
    expect(ledger.history({ after: null, limit: 2 }).actions.map((a) => a.what)).toEqual([
      'Carried a source of income on',
      'Ended a source of income',
    ]);
  });

  test('changed to what it is already is nothing done', () => {
    const { ledger } = shopAndLets();
    const count = ledger.history({ after: null, limit: 1 }).count;
    granted(ledger.changeSource(at, { id: 'shop', name: 'Juniper Joinery', ceasedOn: null }));
    expect(ledger.history({ after: null, limit: 1 }).count).toBe(count);
  });

  test.each<[Partial<SourceChange>, string]>([
    [{ id: 'barn' }, 'source-unknown'],
    [{ name: ' ' }, 'name-missing'],
    [{ startedOn: day('2026-01-01'), ceasedOn: day('2025-12-31') }, 'ceased-before-started'],
    [{ updatePeriods: { soon: 'calendar' } }, 'tax-year-unknown'],
    [{ id: 'lets', startedOn: day('2019-12-31') }, 'property-sources-meet'],
  ])('with %j is refused as %s, and nothing is done', (change, code) => {
    const { ledger } = shopAndLets();
    granted(ledger.changeSource(at, { id: 'lets', startedOn: day('2020-01-01') }));
    granted(ledger.addSource(at, property('before', { ceasedOn: day('2019-12-31') })));
    const before = ledger.sources();
    expect(codeOf(ledger.changeSource(at, { id: 'shop', ...change }))).toBe(code);
    expect(ledger.sources()).toEqual(before);
  });
});

describe('update periods', () => {
  test('chosen for a tax year hold until others are', () => {
    const { ledger } = shopAndLets();
    granted(ledger.changeSource(at, { id: 'shop', updatePeriods: { '2026-27': 'calendar', '2028-29': 'standard' } }));
    const [source, other] = ledger.facts(asAt).sources;
    expect(source?.updatePeriods).toEqual({
      '2026-27': 'calendar',
      '2027-28': 'calendar',
      '2028-29': 'standard',
      '2029-30': 'standard',
    });
    expect(other?.updatePeriods).toEqual({});
  });

  test('of a tax year an update was sent for stay, and those of the next can be chosen', () => {
    const { ledger } = shopAndLets();
    const none = ledger.told();
    const update = { quarter: 1 as const, sentOn: day('2026-08-01'), lines: [{ source: 'shop', gross: 1 as never }] };
    granted(ledger.tell(at, { ...none, updates: [{ taxYear: '2026-27' as never, ...update }] }));
    const choose = (year: string) => ledger.changeSource(at, { id: 'shop', updatePeriods: { [year]: 'calendar' } });
    expect(codeOf(choose('2026-27'))).toBe('periods-settled');
    expect(codeOf(choose('2027-28'))).toBe('done');
  });
});

test('a letting is renamed and marked as a room of one’s own home, keeps its shares, and undo takes it back', () => {
  const books = shopAndLets();
  const { ledger } = books;
  granted(letting(books, 'elm', 1, 2));
  granted(ledger.changeLetting(at, { source: 'lets', id: 'elm', name: 'Back room', rentARoom: true }));
  const [now] = ledger.sources().flatMap((s) => s.lettings);
  expect(now).toMatchObject({ id: 'elm', name: 'Back room', rentARoom: true });
  expect(now?.shares).toEqual([{ from: null, share: { of: 1, in: 2 } }]);
  granted(ledger.undo(at));
  expect(ledger.sources().flatMap((s) => s.lettings)).toMatchObject([{ name: '12 Elm Road', rentARoom: false }]);
  expect(codeOf(ledger.changeLetting(at, { source: 'lets', id: 'oak', name: 'Oak' }))).toBe('letting-unknown');
  expect(ledger.verify().ok).toBe(true);
});

test('whatever is added, changed, removed, undone and done again, the sources are those of that moment, and the books verify', () => {
  const id = fc.constantFrom('oak', 'ash');
  const step = fc.oneof(
    fc.record({ does: fc.constant('add' as const), id }),
    fc.record({ does: fc.constant('let' as const), id }),
    fc.record({ does: fc.constant('rename' as const), id }),
    fc.record({ does: fc.constant('remove' as const), id }),
    fc.record({ does: fc.constant('unlet' as const), id }),
    fc.record({ does: fc.constantFrom('undo' as const, 'undo' as const, 'redo' as const), id }),
  );
  let n = 0;
  const change = ({ ledger }: ReturnType<typeof emptyBooks>, { does, id: of }: { does: string; id: string }) => {
    n += 1;
    const share = { of: 1, in: 2 } as const;
    const named = { source: of, id: 'flat', name: `Flat ${n}`, country: null, share, shareFrom: null };
    if (does === 'add')
      return ledger.addSource(at, of === 'oak' ? property(of) : { ...property(of), kind: 'foreign-property' });
    if (does === 'let') return ledger.addLetting(at, { ...named, shareFrom: n % 2 === 0 ? null : day('2026-05-01') });
    if (does === 'rename') return ledger.changeSource(at, { id: of, name: `Houses ${n}` });
    if (does === 'remove') return ledger.removeSource(at, of);
    return ledger.removeLetting(at, of, 'flat');
  };
  fc.assert(
    fc.property(fc.array(step, { maxLength: 25 }), (steps) => {
      const books = emptyBooks();
      let seen = [books.ledger.sources()];
      let now = 0;
      for (const one of steps) {
        const isStep = one.does === 'undo' || one.does === 'redo';
        const done = isStep ? books.ledger[one.does](at) : change(books, one);
        if (isStep && done.ok) now += one.does === 'undo' ? -1 : 1;
        if (!isStep && done.ok) {
          seen = [...seen.slice(0, now + 1), books.ledger.sources()];
          now += 1;
        }
        expect(books.ledger.sources()).toEqual(seen[now]);
        expect(books.ledger.verify().checks).toEqual([]);
      }
      books.connection.db.close();
    }),
    { seed, numRuns: runs / 2 },
  );
});
