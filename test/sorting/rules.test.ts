/**
 * Does a rule fit the rows a bookkeeper would say it fits, and does what it makes add up to the penny?
 */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { becomes, partsAddUp, type KindOf } from '../../shared/sorting/becomes.ts';
import { payeeOf } from '../../shared/sorting/payee.ts';
import {
  firstFit,
  rulesAfter,
  type NumberedRule,
  type PartTakes,
  type RuleFits,
  type RulePart,
  type SortableRow,
} from '../../shared/sorting/rule.ts';
import { civil } from '../../shared/values/dates.ts';
import { asPence } from '../../shared/values/money.ts';

const effort = process.env['QUARTERDAY_EFFORT'] === 'full' ? 10 : 1;
const anyRow: RuleFits = { text: '', wholeWord: false, account: null, money: null, least: null, most: null };
const row = (text: string, pence = 1000, account = 'Current'): SortableRow => ({
  account,
  date: civil(2026, 5, 1),
  text,
  pence: asPence(pence),
});
const rule = (number: number, fits: Partial<RuleFits>): NumberedRule => ({
  number,
  fits: { ...anyRow, ...fits },
  makes: 'not-business',
});
const kindOf: KindOf = (source) =>
  source === 'shop' ? 'self-employment' : source === 'lets' ? 'uk-property' : undefined;
const part = (category: string, takes: PartTakes, source = 'shop'): RulePart => ({
  source,
  letting: null,
  category,
  takes,
});
const percent = (n: number): PartTakes => ({ percent: n * 100 });
const amount = (pence: number): PartTakes => ({ pence: asPence(pence) });

describe('what a rule fits', () => {
  test.each([
    ['RENT 12 ELM RD', 'rent 12 elm rd', true],
    ['RENT  12   ELM RD', 'rent12 elmrd', true],
    ['Ｒent 12 Elm Rd', 'RENT 12', true],
    ['PARENT TEACHER', 'rent', true],
    ['CURRENT RENTS', 'elm', false],
  ])('%j holds %j: %s', (text, words, fits) => {
    expect(firstFit([rule(1, { text: words })])(row(text)) !== undefined).toBe(fits);
  });

  test.each([
    ['PARENT TEACHER', 'rent', false],
    ['RENT', 'rent', true],
    ['PAID RENT, MAY', 'rent', true],
    ['RENT4MAY', 'rent', false],
    ['ELM ROAD RENT 12 ELM', 'elm road rent', true],
  ])('as words of its own, %j holds %j: %s', (text, words, fits) => {
    expect(firstFit([rule(1, { text: words, wholeWord: true })])(row(text)) !== undefined).toBe(fits);
  });

  test.each([
    [{ money: 'in' } as const, 1, true],
    [{ money: 'in' } as const, -1, false],
    [{ money: 'out' } as const, -1, true],
    [{ money: 'out' } as const, 0, false],
    [{ least: asPence(500) }, -499, false],
    [{ least: asPence(500) }, -500, true],
    [{ most: asPence(500) }, 500, true],
    [{ most: asPence(500) }, 501, false],
  ])('%j fits an amount of %i pence: %s', (fits, pence, does) => {
    expect(firstFit([rule(1, { text: 'a', ...fits })])(row('a', pence)) !== undefined).toBe(does);
  });

  test('an account is meant by its name, whatever its capitals', () => {
    const of = firstFit([rule(1, { account: 'Business current' })]);
    expect(of(row('a', 1, 'business  Current'))?.number).toBe(1);
    expect(of(row('a', 1, 'Savings'))).toBeUndefined();
  });

  test('the first that fits decides, in the order of the rules and not of their numbers', () => {
    const rules = [rule(7, { text: 'elm' }), rule(2, { text: 'rent' })];
    expect(firstFit(rules)(row('rent elm'))?.number).toBe(7);
    expect(firstFit(rules)(row('rent oak'))?.number).toBe(2);
    const moved = rulesAfter(rules, { kind: 'move', number: 2, to: 1 }, 8);
    expect(moved?.rules.map((r) => r.number)).toEqual([2, 7]);
    expect(rulesAfter(rules, { kind: 'remove', number: 3 }, 8)).toBeUndefined();
    expect(rulesAfter(rules, { kind: 'add', rule: rule(0, {}) }, 8)?.rules.at(-1)?.number).toBe(8);
  });
});

describe('what a rule makes', () => {
  const made = (parts: readonly RulePart[], pence: number): unknown => {
    const found = becomes(parts, row('x', pence), kindOf);
    return Array.isArray(found) ? found.map((r: { category: string; pence: number }) => [r.category, r.pence]) : found;
  };
  test.each([
    ['a sale', [part('turnover', 'rest')], 8000, [['turnover', 8000]]],
    ['a sale refunded', [part('turnover', 'rest')], -8000, [['turnover', -8000]]],
    ['a cost', [part('adminCosts', 'rest')], -8000, [['adminCosts', 8000]]],
    ['a cost refunded', [part('adminCosts', 'rest')], 8000, [['adminCosts', -8000]]],
    [
      'CIS at 20%: £80.00 is labour of £100.00 less £20.00',
      [part('turnover', percent(125)), part('taxTakenOffTradingIncome', percent(25))],
      8000,
      [
        ['turnover', 10_000],
        ['taxTakenOffTradingIncome', 2000],
      ],
    ],
    [
      'thirds of a pound',
      [part('adminCosts', percent(33.33)), part('advertisingCosts', percent(66.67))],
      -100,
      [
        ['adminCosts', 33],
        ['advertisingCosts', 67],
      ],
    ],
    [
      'an agent’s fixed fee of £95.00, the rent what is left',
      [part('periodAmount', 'rest', 'lets'), part('professionalFees', amount(9500), 'lets')],
      85_500,
      [
        ['periodAmount', 95_000],
        ['professionalFees', 9500],
      ],
    ],
    [
      'amounts that are not the row’s',
      [part('adminCosts', amount(40)), part('advertisingCosts', amount(60))],
      -99,
      undefined,
    ],
    ['a source that is gone', [part('turnover', 'rest', 'gone')], 100, undefined],
  ] as const)('%s', (_, parts, pence, records) => {
    expect(made(parts, pence)).toEqual(records);
  });

  test.each([
    [[part('turnover', percent(100))], true],
    [[part('turnover', percent(99.99))], false],
    [[part('turnover', percent(120)), part('adminCosts', percent(20))], true],
    [[part('turnover', percent(80)), part('adminCosts', percent(20))], false],
    [[part('adminCosts', percent(80)), part('advertisingCosts', percent(20))], true],
    [[part('adminCosts', 'rest'), part('advertisingCosts', 'rest')], false],
    [[part('adminCosts', percent(80)), part('advertisingCosts', amount(20))], false],
    [[], false],
  ])('%j adds up: %s', (parts, adds) => {
    expect(partsAddUp(parts, kindOf)).toBe(adds);
  });

  test('whatever the amount and the percentages, what came in less what went out is the row', () => {
    const takes = fc.integer({ min: 1, max: 9999 });
    fc.assert(
      fc.property(takes, fc.integer({ min: -9_999_999, max: 9_999_999 }), fc.boolean(), (share, pence, mixed) => {
        const parts = mixed
          ? [part('turnover', { percent: 10_000 + share }), part('adminCosts', { percent: share })]
          : [part('adminCosts', { percent: share }), part('advertisingCosts', { percent: 10_000 - share })];
        const records = becomes(parts, row('x', pence), kindOf);
        if (records === undefined || typeof records === 'string') throw new Error('no records');
        expect(records.reduce((n, r) => n + (r.category === 'turnover' ? r.pence : 0 - r.pence), 0)).toBe(pence);
      }),
      { numRuns: 500 * effort, seed: 20260406 },
    );
  });
});

test.each([
  ['CARD PAYMENT TO HILLTOP FUELS 0412 ON 02 AUG', 'HILLTOP FUELS'],
  ['Hilltop Fuels      ON 14 SEP        BCC', 'HILLTOP FUELS'],
  ['STRIPE PAYMENTS UK  REF 8F3K2', 'STRIPE PAYMENTS UK'],
  ['DIRECT DEBIT MERIDIAN POWER LTD', 'MERIDIAN POWER LTD'],
  ['12/05/2026', ''],
  ['A1', ''],
])('the name in %j is %j', (text, name) => {
  expect(payeeOf(text)).toBe(name);
});
