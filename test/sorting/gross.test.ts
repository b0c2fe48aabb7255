/**
 * Is what came in less what was taken off what arrived, to the penny, and are own accounts only ever asked about?
 */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { grossAsk } from '../../shared/contract/payouts.ts';
import { contractorCite, contractorRates, payoutPayees, payoutsKnownOn } from '../../shared/policy/payouts.ts';
import { grossUp, type GrossAsk } from '../../shared/sorting/grossUp.ts';
import { holdsWords, plain } from '../../shared/sorting/payee.ts';
import { transferPairs, type NumberedRow } from '../../shared/sorting/transfers.ts';
import { addDays, civil } from '../../shared/values/dates.ts';
import { asPence } from '../../shared/values/money.ts';

const effort = process.env['QUARTERDAY_EFFORT'] === 'full' ? 10 : 1;
const contractor = (percent: number, materials = 0): GrossAsk => ({
  how: 'contractor',
  percent,
  materials: asPence(materials),
});
const fee = (pence: number): GrossAsk => ({
  how: 'amounts',
  takenOff: [{ category: 'financeCharges', pence: asPence(pence) }],
});
const gross = (net: number, ask: GrossAsk): unknown =>
  grossUp('self-employment', asPence(net), ask)?.map(({ category, pence }) => [category, pence]);

describe('what it was before', () => {
  test.each([
    ['20% of £1,000.00 labour', 80_000, contractor(20), 100_000, 20_000],
    ['30% of £1,000.00 labour', 70_000, contractor(30), 100_000, 30_000],
    ['20% of £1,000.00 labour, with £250.00 of materials', 105_000, contractor(20, 25_000), 125_000, 20_000],
    ['30% of thirds of a penny', 100, contractor(30), 143, 43],
  ])('%s: %i pence arrived', (_, net, ask, whole, tax) => {
    expect(gross(net, ask)).toEqual([
      ['turnover', whole],
      ['taxTakenOffTradingIncome', tax],
    ]);
  });

  test('a fee that is known is added back', () => {
    expect(gross(9_655, fee(345))).toEqual([
      ['turnover', 10_000],
      ['financeCharges', 345],
    ]);
  });

  test('rent, the agent’s fee and a repair', () => {
    const takenOff = [
      { category: 'professionalFees', pence: asPence(9500) },
      { category: 'repairsAndMaintenance', pence: asPence(6000) },
    ];
    expect(grossUp('uk-property', asPence(79_500), { how: 'amounts', takenOff })?.[0]).toEqual({
      category: 'periodAmount',
      pence: 95_000,
    });
  });

  test.each([
    [0, fee(100)],
    [-100, fee(100)],
    [100, fee(0)],
    [100, fee(-1)],
    [100, contractor(20, 100)],
    [100, contractor(20, -1)],
    [100, contractor(100)],
  ])('%i pence with %j cannot be', (net, ask) => {
    expect(gross(net, ask)).toBeUndefined();
  });

  test('whatever arrived and whatever the rate, gross less deductions is what arrived', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1000, max: 99_999_999 }),
        fc.constantFrom(20, 30),
        fc.integer({ min: 0, max: 99 }),
        (net, percent, part) => {
          const materials = Math.floor((net * part) / 100);
          const parts = grossUp('self-employment', asPence(net), contractor(percent, materials));
          const [whole, tax] = [parts?.[0]?.pence ?? 0, parts?.[1]?.pence ?? 0];
          expect(whole - tax).toBe(net);
          // The tax is the rate of the labour, to the nearest penny either way.
          expect(Math.abs(tax * 100 - (whole - materials) * percent)).toBeLessThanOrEqual(100);
        },
      ),
      { numRuns: 500 * effort, seed: 20260406 },
    );
  });
});

test.each([
  ['STRIPE PAYMENTS UK LTD', 'Stripe'],
  ['Sum Up Payments', 'SumUp'],
  ['PAYPAL *TRANSFER', 'PayPal'],
  ['OAKTREE LETTINGS CLIENT ACC', 'Your letting agent'],
  ['TUBERCULOSIS RELIEF', undefined],
  ['BETSY MARSH', undefined],
  ['EBAYTON PARISH', undefined],
])('%j is %s', (text, name) => {
  const found = payoutPayees.find(({ words }) => words.some((w) => holdsWords(plain(text), w)));
  expect(found?.name).toBe(name);
});

describe('moves between own accounts', () => {
  const row = (id: number, account: string, on: number, pence: number): NumberedRow => ({
    id,
    account,
    date: addDays(civil(2026, 5, 1), on),
    text: 'TRANSFER',
    pence: asPence(pence),
  });
  const pairs = (rows: readonly NumberedRow[], declined: readonly string[] = []): string[] =>
    transferPairs(rows, new Set(declined)).map(({ from, to }) => `${from.id} to ${to.id}`);

  test.each([
    ['the next day', [row(1, 'A', 0, -500), row(2, 'B', 1, 500)], ['1 to 2']],
    [
      'into it before out of the other, as banks sometimes write',
      [row(1, 'A', 1, -500), row(2, 'B', 0, 500)],
      ['1 to 2'],
    ],
    ['the same account', [row(1, 'A', 0, -500), row(2, 'A', 0, 500)], []],
    ['a penny apart', [row(1, 'A', 0, -500), row(2, 'B', 0, 501)], []],
    ['five days apart', [row(1, 'A', 0, -500), row(2, 'B', 5, 500)], []],
    ['four days apart', [row(1, 'A', 0, -500), row(2, 'B', 4, 500)], ['1 to 2']],
    ['two that could be: the nearest', [row(1, 'A', 0, -500), row(2, 'B', 3, 500), row(3, 'B', 1, 500)], ['1 to 3']],
    [
      'each row once',
      [row(1, 'A', 0, -500), row(2, 'B', 0, 500), row(3, 'A', 1, -500), row(4, 'B', 1, 500)],
      ['3 to 4', '1 to 2'],
    ],
  ])('%s', (_, rows, found) => {
    expect(pairs(rows)).toEqual(found);
  });

  test('what was declined is not asked again, and another pair may be', () => {
    const rows = [row(1, 'A', 0, -500), row(2, 'B', 0, 500), row(3, 'C', 2, 500)];
    expect(pairs(rows, ['rows 1 2'])).toEqual(['1 to 3']);
  });
});

test('the rates a contractor may take off are those of the guidance, and no other is taken', () => {
  const ask = (percent: number) => grossAsk.safeParse({ kind: 'labour', source: 'shop', net: '800', percent }).success;
  expect(Object.values(contractorRates).filter((rate) => !ask(rate))).toEqual([]);
  expect([0, 10, 25, 100].filter(ask)).toEqual([]);
  expect(contractorCite.url).toMatch(/^https:\/\/www\.gov\.uk\//);
  expect(contractorCite.read).toBe(payoutsKnownOn);
});
