/**
 * Does money, a day and a tax year read as a person would write it?
 */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  chance,
  count,
  day,
  fileSize,
  money,
  period,
  roundMoney,
  share,
  shortDay,
  taxYear,
} from '../../shared/wording/format.ts';
import { civil, taxYearFrom } from '../../shared/values/dates.ts';
import { asPence, most, toPounds } from '../../shared/values/money.ts';
import { parseTypedMoney } from '../../shared/values/typed.ts';

const runs = process.env['QUARTERDAY_EFFORT'] === 'full' ? 10_000 : 1000;

test.each([
  ['0.00', '£0.00'],
  ['0.05', '£0.05'],
  ['999.99', '£999.99'],
  ['1000.00', '£1,000.00'],
  ['52000.00', '£52,000.00'],
  ['1234567.80', '£1,234,567.80'],
  ['-1.23', '−£1.23'],
  ['-1000.00', '−£1,000.00'],
  ['20000', '£20,000.00'],
])('%s pounds reads %s', (pounds, read) => {
  expect(money(pounds)).toBe(read);
});

test('what is shown can be typed back to the same pence', () => {
  fc.assert(
    fc.property(fc.integer({ min: -most, max: most }), (pence) => {
      expect(parseTypedMoney(money(toPounds(asPence(pence))))).toBe(pence === 0 ? 0 : pence);
    }),
    { numRuns: runs, seed: 20_260_406 },
  );
});

test('a round amount loses its nil pence and no others', () => {
  expect(roundMoney('20000.00')).toBe('£20,000');
  expect(roundMoney('20000.50')).toBe('£20,000.50');
});

test('days, periods and tax years are written out', () => {
  expect(day(civil(2026, 4, 6))).toBe('6 April 2026');
  expect(shortDay(civil(2026, 9, 30))).toBe('30 Sep 2026');
  expect(period({ from: civil(2026, 4, 6), to: civil(2027, 4, 5) })).toBe('6 April 2026 to 5 April 2027');
  expect(taxYear(taxYearFrom(2026))).toBe('2026 to 2027');
  expect(taxYear(taxYearFrom(1999))).toBe('1999 to 2000');
});

test.each([
  [0, '0 rows'],
  [1, '1 row'],
  [2, '2 rows'],
  [1200, '1,200 rows'],
  [1_000_000, '1,000,000 rows'],
])('%i counted reads %s', (n, read) => {
  expect(count(n, 'row')).toBe(read);
});

test('a chance is called nil or certain only when it is', () => {
  expect([0, 0.001, 0.5, 0.999, 1].map(chance)).toEqual(['0%', '1%', '50%', '99%', '100%']);
});

test('half and the whole are said in words, other shares as they were typed', () => {
  expect(['1', '1/2', '0.5', '1/3'].map(share)).toEqual(['all of it', 'half', 'half', '1/3']);
});

test.each([
  [1, '1 kB'],
  [99_499, '99 kB'],
  [1_000_000, '1 MB'],
  [1_250_000, '1.3 MB'],
  [1_234_567_890, '1,234.6 MB'],
])('%i bytes are %s', (bytes, words) => {
  expect(fileSize(bytes)).toBe(words);
});
