/**
 * Whatever is done with rules, by hand and back again: does each do what its preview said, and do the books verify?
 */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { RuleMakes, SortingRule } from '../../shared/sorting/rule.ts';
import { asPence } from '../../shared/values/money.ts';
import { at, bankRow, everything, full, granted, importFile, seed, shopAndLets, type Books } from './books.ts';

const names = ['ELM', 'OAK', 'ELM OAK', 'ASH'];
const makes: readonly RuleMakes[] = [
  'not-business',
  [{ source: 'shop', letting: null, category: 'turnover', takes: 'rest' }],
  [{ source: 'shop', letting: null, category: 'adminCosts', takes: 'rest' }],
  [
    { source: 'shop', letting: null, category: 'turnover', takes: { percent: 12_500 } },
    { source: 'shop', letting: null, category: 'taxTakenOffTradingIncome', takes: { percent: 2500 } },
  ],
];
const rule = fc
  .record({
    text: fc.constantFrom('elm', 'oak', 'a', 'ash'),
    money: fc.constantFrom('in' as const, 'out' as const, null),
    made: fc.nat(makes.length - 1),
  })
  .map(({ text, money, made }): SortingRule => ({
    fits: { text, wholeWord: false, account: null, money, least: null, most: null },
    makes: makes[made] ?? 'not-business',
  }));
const number = fc.integer({ min: 1, max: 4 });
const change = fc.oneof(
  fc.record({ kind: fc.constant('add' as const), rule }),
  fc.record({ kind: fc.constant('change' as const), number, rule }),
  fc.record({ kind: fc.constant('remove' as const), number }),
  fc.record({ kind: fc.constant('move' as const), number, to: number }),
  fc.constant(null),
);
const reach = fc.constantFrom('none' as const, 'unsorted' as const, 'all' as const);
/** One thing done to the books; whether it may change what a person put right is part of it. */
interface Step {
  readonly name: string;
  readonly byHand: boolean;
  readonly does: (books: Books) => void;
}

const changes: fc.Arbitrary<Step> = fc.tuple(change, reach).map(([asked, far]) => ({
  name: `${JSON.stringify(asked)} reaching ${far}`,
  byHand: false,
  does: ({ ledger }) => {
    const effect = ledger.ruleEffect(asked);
    const done = ledger.changeRules(at, asked, far);
    if (done.ok !== effect.ok) throw new Error('the preview and the deed are of two minds');
    if (!done.ok || !effect.ok) return;
    const { sorts, changes: would } = effect.value;
    const [sorted, changed] = [far === 'none' ? 0 : sorts.rows, far === 'all' ? would.rows : 0];
    if (done.value.sorted !== sorted || done.value.changed !== changed) throw new Error('more or less than was said');
  },
}));
const corrects: fc.Arbitrary<Step> = fc.nat(20).map((n) => ({
  name: `correct ${n}`,
  byHand: true,
  does: ({ ledger }) => {
    const { items } = ledger.records(everything);
    const found = items[n % Math.max(1, items.length)];
    if (found === undefined) return;
    granted(ledger.correctRecord(at, { ...found, description: `${found.description}.`, pence: null }));
  },
}));
const steps: fc.Arbitrary<Step> = fc.boolean().map((back) => ({
  name: back ? 'undo' : 'redo',
  byHand: true,
  does: ({ ledger }) => {
    if (!back) ledger.redo(at);
    else if (ledger.history({ after: null, limit: 1 }).undo?.what.startsWith('Imported') === false) ledger.undo(at);
  },
}));

/** What a person put right, by its words. */
const byHand = ({ ledger }: Books): readonly string[] =>
  ledger
    .records(everything)
    .items.filter((r) => r.rule === null)
    .map((r) => `${r.id} ${r.category} ${r.pence} ${r.description}`)
    .toSorted();

const rows = Array.from({ length: 12 }, (_, n) =>
  bankRow(n, '2026-05-01', asPence((n % 3 === 0 ? -1 : 1) * (1000 + n)), { text: `${names[n % 4]} ${n}` }),
);
const step = fc.oneof(changes, changes, corrects, steps).map((s) => ({ ...s, [fc.toStringMethod]: () => s.name }));

test('every change of the rules does what it said, leaves what was put right alone, and the books verify', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 12 }), (all) => {
      const books = shopAndLets();
      importFile(books, rows);
      for (const each of all) {
        const before = byHand(books);
        each.does(books);
        expect(each.byHand ? before : byHand(books)).toEqual(before);
        expect(books.ledger.verify().checks).toEqual([]);
      }
    }),
    { numRuns: full ? 200 : 20, seed },
  );
});
