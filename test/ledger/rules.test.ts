/**
 * Do sorting rules do to the books what their preview said, leave alone what a person put right, and come back with undo?
 */
import { expect, test } from 'vitest';
import type { RuleFits, RuleMakes, SortingRule } from '../../shared/sorting/rule.ts';
import { asPence } from '../../shared/values/money.ts';
import {
  at,
  bankRow,
  codeOf,
  day,
  everything,
  granted,
  importFile,
  letting,
  record,
  shopAndLets,
  type Books,
} from './books.ts';

const anyRow: RuleFits = { text: '', wholeWord: false, account: null, money: null, least: null, most: null };
const only = (category: string, source = 'shop'): RuleMakes => [{ source, letting: null, category, takes: 'rest' }];
const rule = (text: string, makes: RuleMakes, fits: Partial<RuleFits> = {}): SortingRule => ({
  fits: { ...anyRow, text, ...fits },
  makes,
});
const add = (books: Books, made: SortingRule, reach: 'none' | 'unsorted' | 'all' = 'none') =>
  granted(books.ledger.changeRules(at, { kind: 'add', rule: made }, reach));
const shown = ({ ledger }: Books): readonly string[] =>
  ledger
    .records(everything)
    .items.map((r) => `${r.description} ${r.category} ${r.pence} ${r.rule ?? 'by hand'}`)
    .toSorted();
const sound = ({ ledger }: Books): void => {
  expect(ledger.verify().checks).toEqual([]);
};

/** Three rows of fuel, one of paper, one that came in. */
function withRows(): Books {
  const books = shopAndLets();
  importFile(books, [
    bankRow(1, '2026-05-01', -4000, { text: 'HILLTOP FUELS 11' }),
    bankRow(2, '2026-05-02', -5000, { text: 'Hilltop  Fuels 12' }),
    bankRow(3, '2026-05-03', -6000, { text: 'HILLTOP FUELS 13' }),
    bankRow(4, '2026-05-04', -700, { text: 'PAPER MILL' }),
    bankRow(5, '2026-05-05', 9000, { text: 'MRS PENHALLOW' }),
  ]);
  return books;
}
const fuel = rule('hilltop fuels', only('carVanTravelExpenses'));

test('a rule says before it is kept what it would sort, does exactly that, and one step back undoes it all', () => {
  const books = withRows();
  const before = books.ledger.totals(null);
  const effect = granted(books.ledger.ruleEffect({ kind: 'add', rule: fuel }));
  expect(effect).toMatchObject({ rule: 1, sorts: { rows: 3, moneyIn: 0, moneyOut: 15_000 }, changes: { records: 0 } });
  expect(effect.sample.map((s) => s.row.text)).toEqual(['HILLTOP FUELS 13', 'Hilltop  Fuels 12', 'HILLTOP FUELS 11']);
  expect(books.ledger.rules()).toEqual([]);
  expect(add(books, fuel, 'unsorted')).toEqual({ rule: 1, sorted: 3, changed: 0 });
  expect(shown(books)).toEqual([
    'HILLTOP FUELS 11 carVanTravelExpenses 4000 1',
    'HILLTOP FUELS 13 carVanTravelExpenses 6000 1',
    'Hilltop  Fuels 12 carVanTravelExpenses 5000 1',
  ]);
  sound(books);
  granted(books.ledger.undo(at));
  expect(books.ledger.rules()).toEqual([]);
  expect(books.ledger.totals(null)).toEqual(before);
  expect(books.ledger.unsorted({ after: null, limit: 9 }).count).toBe(5);
  sound(books);
  granted(books.ledger.redo(at));
  expect(shown(books)).toHaveLength(3);
  sound(books);
});

test('a changed rule changes what it had sorted, and nothing a person put right', () => {
  const books = withRows();
  add(books, fuel, 'unsorted');
  const [newest] = books.ledger.records(everything).items;
  if (newest === undefined) throw new Error('no record');
  granted(books.ledger.correctRecord(at, { ...newest, category: 'premisesRunningCosts', pence: null }));
  const change = { kind: 'change', number: 1, rule: rule('hilltop fuels', only('costOfGoods')) } as const;
  expect(granted(books.ledger.ruleEffect(change))).toMatchObject({
    sorts: { rows: 0 },
    changes: { rows: 2, records: 2, moneyOut: 9000 },
    corrected: 1,
  });
  expect(granted(books.ledger.changeRules(at, change, 'all'))).toEqual({ rule: 1, sorted: 0, changed: 2 });
  expect(shown(books)).toEqual([
    'HILLTOP FUELS 11 costOfGoods 4000 1',
    'HILLTOP FUELS 13 premisesRunningCosts 6000 by hand',
    'Hilltop  Fuels 12 costOfGoods 5000 1',
  ]);
  sound(books);
  granted(books.ledger.undo(at));
  expect(shown(books)[0]).toBe('HILLTOP FUELS 11 carVanTravelExpenses 4000 1');
  sound(books);
});

test('a rule made narrower gives back the rows it no longer fits, and a removed one keeps its records unless told', () => {
  const books = withRows();
  add(books, rule('l', 'not-business', { money: 'out' }), 'unsorted');
  expect(books.ledger.unsorted({ after: null, limit: 9 }).count).toBe(1);
  const narrower = { kind: 'change', number: 1, rule: rule('paper mill', 'not-business') } as const;
  expect(granted(books.ledger.ruleEffect(narrower)).changes).toMatchObject({ rows: 3, records: 0 });
  granted(books.ledger.changeRules(at, narrower, 'all'));
  expect(books.ledger.unsorted({ after: null, limit: 9 }).count).toBe(4);
  sound(books);
  granted(books.ledger.changeRules(at, { kind: 'remove', number: 1 }, 'none'));
  expect(books.ledger.unsorted({ after: null, limit: 9 }).count).toBe(4);
  granted(books.ledger.undo(at));
  granted(books.ledger.changeRules(at, { kind: 'remove', number: 1 }, 'all'));
  expect(books.ledger.unsorted({ after: null, limit: 9 }).count).toBe(5);
  sound(books);
});

test('moved before another, a rule takes its rows over; the order and the numbers last', () => {
  const books = withRows();
  add(books, rule('hilltop', only('adminCosts')), 'unsorted');
  add(books, rule('fuels 12', only('carVanTravelExpenses')), 'unsorted');
  expect(books.ledger.rules().map((r) => r.number)).toEqual([1, 2]);
  const move = { kind: 'move', number: 2, to: 1 } as const;
  expect(granted(books.ledger.ruleEffect(move)).changes).toMatchObject({ rows: 1, records: 1, moneyOut: 5000 });
  granted(books.ledger.changeRules(at, move, 'all'));
  expect(books.ledger.rules().map((r) => r.number)).toEqual([2, 1]);
  expect(shown(books)).toContain('Hilltop  Fuels 12 carVanTravelExpenses 5000 2');
  sound(books);
  granted(books.ledger.changeRules(at, { kind: 'remove', number: 2 }, 'none'));
  expect(add(books, rule('paper', 'not-business')).rule).toBe(3);
  expect(books.ledger.rules().map((r) => r.number)).toEqual([1, 3]);
});

test('all rules sort what is not sorted when asked, each row by the first that fits, and nothing fits twice', () => {
  const books = withRows();
  add(books, fuel);
  add(books, rule('penhallow', only('turnover'), { money: 'in' }));
  expect(granted(books.ledger.ruleEffect(null)).sorts).toEqual({ rows: 4, moneyIn: 9000, moneyOut: 15_000 });
  expect(granted(books.ledger.changeRules(at, null, 'unsorted'))).toEqual({ rule: null, sorted: 4, changed: 0 });
  expect(granted(books.ledger.changeRules(at, null, 'unsorted'))).toEqual({ rule: null, sorted: 0, changed: 0 });
  expect(books.ledger.history({ after: null, limit: 1 }).actions[0]?.what).toBe('Sorted 4 bank rows by rules');
  sound(books);
});

test('a split by rule adds up to the row, keeps its place when the share changes, and attaches to what replaces it', () => {
  const books = shopAndLets();
  granted(letting(books, 'elm', 1, 2));
  importFile(books, [bankRow(1, '2026-05-01', 85_500, { text: 'OAKTREE LETTINGS' })]);
  const makes: RuleMakes = [
    { source: 'lets', letting: null, category: 'periodAmount', takes: 'rest' },
    { source: 'lets', letting: null, category: 'professionalFees', takes: { pence: asPence(9500) } },
  ];
  add(books, rule('oaktree', makes), 'unsorted');
  expect(shown(books)).toEqual(['OAKTREE LETTINGS periodAmount 95000 1', 'OAKTREE LETTINGS professionalFees 9500 1']);
  granted(letting(books, 'elm', 1, 3, '2026-04-06'));
  expect(shown(books)).toHaveLength(2);
  expect(books.ledger.records(everything).items.map((r) => r.rule)).toEqual([1, 1]);
  sound(books);
});

test('an import keeps which rule made each record, and a preview of it is what is kept', () => {
  const books = shopAndLets();
  add(books, fuel);
  const sorted = [record('2026-05-01', 4000, { category: 'carVanTravelExpenses', description: 'HILLTOP FUELS' })];
  const rows = [
    bankRow(1, '2026-05-01', -4000, { text: 'HILLTOP FUELS', sorted, rule: 1 }),
    bankRow(2, '2026-05-02', -100, { text: 'POT', sorted: 'between-my-accounts', rule: 2 }),
  ];
  expect(importFile(books, rows, false).tally).toEqual(importFile(books, rows).tally);
  expect(books.ledger.records(everything).items[0]?.rule).toBe(1);
  const change = { kind: 'change', number: 1, rule: rule('hilltop', only('costOfGoods')) } as const;
  expect(granted(books.ledger.ruleEffect(change)).changes.records).toBe(1);
  sound(books);
});

test.each([
  [rule('', 'not-business'), 'rule-fits-all'],
  [rule(' ', 'not-business', { money: 'in' }), 'rule-fits-all'],
  [rule('a', 'not-business', { least: asPence(2), most: asPence(1) }), 'rule-range-backwards'],
  [rule('a', only('turnover', 'gone')), 'source-unknown'],
  [rule('a', only('nothing')), 'category-unknown'],
  [rule('a', []), 'rule-parts-unequal'],
  [
    rule('a', [{ source: 'shop', letting: null, category: 'turnover', takes: { percent: 5000 } }]),
    'rule-parts-unequal',
  ],
])('a rule that cannot sort anything is refused by name: %j', (made, code) => {
  const books = shopAndLets();
  expect(codeOf(books.ledger.changeRules(at, { kind: 'add', rule: made }, 'none'))).toBe(code);
  expect(books.ledger.rules()).toEqual([]);
});

test('a rule that is not there, and a row no share holds for, are not sorted by force', () => {
  const books = shopAndLets();
  expect(codeOf(books.ledger.changeRules(at, { kind: 'remove', number: 4 }, 'none'))).toBe('rule-unknown');
  granted(letting(books, 'elm', 1, 2, day('2026-05-02')));
  importFile(books, [bankRow(1, '2026-05-01', 100, { text: 'ELM' }), bankRow(2, '2026-05-02', 100, { text: 'ELM' })]);
  expect(add(books, rule('elm', only('periodAmount', 'lets')), 'unsorted').sorted).toBe(1);
  sound(books);
});

test('an answer is kept, the latest holds, and it can be taken back', () => {
  const { ledger } = shopAndLets();
  granted(ledger.answer(at, { question: 'payout', about: 'STRIPE', answer: 'whole' }));
  granted(ledger.answer(at, { question: 'payout', about: 'STRIPE', answer: 'cis-20' }));
  expect(ledger.answers('payout')).toEqual([{ question: 'payout', about: 'STRIPE', answer: 'cis-20' }]);
  granted(ledger.undo(at));
  expect(ledger.answers('payout')[0]?.answer).toBe('whole');
  expect(ledger.answers('rule')).toEqual([]);
});
