import { Decimal } from 'decimal.js';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { asPence, exactPounds, rounded, type Fraction, type Rounding } from '../../shared/values/money.ts';

const halves = (pence: bigint): Fraction => ({ pence, per: 2n });

describe('half a penny', () => {
  test.each<[bigint, Rounding, number]>([
    [1n, 'half-up', 1],
    [-1n, 'half-up', 0],
    [3n, 'half-up', 2],
    [-3n, 'half-up', -1],
    [1n, 'half-away-from-zero', 1],
    [-1n, 'half-away-from-zero', -1],
  ])('%s halves, %s: %i', (pence, how, expected) => expect(rounded(halves(pence), how)).toBe(expected));
});

describe('thirds of a penny', () => {
  test.each<[bigint, Rounding, number]>([
    [2n, 'half-up', 1],
    [-1n, 'half-up', 0],
    [-2n, 'half-up', -1],
    [-4n, 'half-up', -1],
    [2n, 'half-away-from-zero', 1],
    [-2n, 'half-away-from-zero', -1],
  ])('%s thirds, %s: %i', (pence, how, expected) => expect(rounded({ pence, per: 3n }, how)).toBe(expected));
});

const Exact = Decimal.clone({ precision: 60 });
const modes = {
  'half-up': Decimal.ROUND_HALF_CEIL,
  'half-away-from-zero': Decimal.ROUND_HALF_UP,
} as const;
const fractions = fc.record({
  pence: fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n }),
  per: fc.oneof(fc.bigInt({ min: 1n, max: 12n }), fc.bigInt({ min: 1n, max: 366n * 366n })),
});

test('rounding agrees with decimal.js, whatever the fraction', () => {
  fc.assert(
    fc.property(fractions, fc.constantFrom<Rounding>('half-up', 'half-away-from-zero'), (value, how) => {
      const expected = new Exact(value.pence.toString()).div(value.per.toString()).toDecimalPlaces(0, modes[how]);
      expect(rounded(value, how)).toBe(asPence(expected.toNumber()));
    }),
    { seed: 11, numRuns: process.env.QUARTERDAY_EFFORT === 'full' ? 20_000 : 2_000 },
  );
});

test('exact pounds are cut, never rounded, and agree with decimal.js', () => {
  fc.assert(
    fc.property(fractions, fc.integer({ min: 1, max: 8 }), (value, places) => {
      const expected = new Exact(value.pence.toString()).div((value.per * 100n).toString());
      const sign = value.pence < 0n ? '-' : '';
      const text = expected.abs().toFixed(places, Decimal.ROUND_DOWN);
      expect(exactPounds(value, places)).toBe(`${sign}${text}`);
    }),
    { seed: 12, numRuns: process.env.QUARTERDAY_EFFORT === 'full' ? 20_000 : 2_000 },
  );
});

test('an excess of a third of a penny is £0.003333', () => {
  expect(exactPounds({ pence: 1n, per: 3n }, 6)).toBe('0.003333');
});
