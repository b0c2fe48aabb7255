import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readDate, readMoney, readText } from '../../main/imports/fields.ts';
import { asPence, most, toPounds } from '../../shared/values/money.ts';

const numRuns = process.env['QUARTERDAY_EFFORT'] === 'full' ? 2000 : 200;
const seed = 20_260_406;

describe('an amount in a cell', () => {
  test.each([
    ['1234.50', 123_450],
    ['1,234.50', 123_450],
    ['£1,234.50', 123_450],
    ['£ 1,234.50', 123_450],
    ['-£10.99', -1099],
    ['£-10.99', -1099],
    ['+£5.00', 500],
    ['GBP 12.00', 1200],
    ['12.00 GBP', 1200],
    ['-12.00GBP', -1200],
    ['(12.34)', -1234],
    ['(£12.34)', -1234],
    ['\u221212.34', -1234],
    ['\u201312.34', -1234],
    ["'12.34", 1234],
    ['.54', 54],
    ['-.54', -54],
    ['-70.0', -7000],
    ['950', 95_000],
    ['007.00', 700],
    ['0.00', 0],
    ['-0.00', 0],
    [' 12.34 ', 1234],
    ['\u00A012.34\u00A0', 1234],
    ['Â\u00A012.34', 1234],
    ['Â£12.34', 1234],
    ['1,234,567.89', 123_456_789],
    ['99999999999.99', most],
    ['-£99,999,999,999.99', -most],
  ])('"%s" is %i pence', (cell, pence) => expect(readMoney(cell)).toBe(pence));

  test.each(['', ' ', '\u00A0', "'", 'Â\u00A0'])('"%s" is empty, which is not nil', (cell) =>
    expect(readMoney(cell)).toBe('empty'),
  );

  test.each([
    'RENT',
    '12.345',
    '1,23.00',
    '1234,50',
    '12,50',
    '1 234.00',
    '1.2.3',
    '5 CR',
    '--5',
    '-(5.00)',
    '(-5.00)',
    '£',
    '-',
    '.',
    '5.',
    '1e3',
    '0x10',
    '€5.00',
    '$5.00',
    '5%',
    '100000000000.00',
    '٣',
    'NaN',
    '=1+1',
  ])('"%s" is unreadable', (cell) => expect(readMoney(cell)).toBe('unreadable'));

  test('every amount, however a bank dresses it, is read as itself', () => {
    const dressed = fc.constantFrom(
      (text: string) => text,
      (text: string) => text.replace(/\d+/, (digits) => digits.replaceAll(/\B(?=(\d{3})+$)/g, ',')),
      (text: string) => text.replace(/(?=\d)/, '£'),
      (text: string) => `\u00A0${text} GBP`,
      (text: string) => (text.startsWith('-') ? `(${text.slice(1)})` : `+${text}`),
      (text: string) => text.replace('-', '\u2212').replace(/^(\u2212?)0\./, '$1.'),
    );
    fc.assert(
      fc.property(fc.integer({ min: -most, max: most }), dressed, (pence, dress) => {
        expect(readMoney(dress(toPounds(asPence(pence))))).toBe(pence);
      }),
      { numRuns, seed },
    );
  });

  test('what is read at a glance is what is read with care: spaces around a cell change nothing', () => {
    const likely = fc.stringMatching(/^-?\d{0,13}[.,]?\d{0,3}$/);
    const any = fc.string({ unit: fc.constantFrom(...'0123456789.-,£ ()'.split('')), maxLength: 18 });
    fc.assert(
      fc.property(fc.oneof(likely, any), (cell) => {
        expect(readMoney(cell)).toBe(readMoney(` ${cell} `));
      }),
      { numRuns: numRuns * 20, seed },
    );
    expect(Object.is(readMoney('-0.00'), 0)).toBe(true);
  });
});

describe('a date in a cell', () => {
  test.each([
    ['06/04/2026', '2026-04-06', '2026-06-04', null],
    ['6/4/26', '2026-04-06', '2026-06-04', null],
    ['06-04-2026', '2026-04-06', '2026-06-04', null],
    ['06.04.2026', '2026-04-06', '2026-06-04', null],
    ['25/04/2026', '2026-04-25', 'impossible', null],
    ['04/25/2026', 'impossible', '2026-04-25', null],
    ['2026-04-06', '2026-04-06', '2026-04-06', '2026-04-06'],
    ['2026/04/06', '2026-04-06', '2026-04-06', '2026-04-06'],
    ['20260406', 'unreadable', 'unreadable', '2026-04-06'],
    ['13 Jun 2025', '2025-06-13', '2025-06-13', '2025-06-13'],
    ['13 June 2025', '2025-06-13', '2025-06-13', '2025-06-13'],
    ['07-Nov-25', '2025-11-07', '2025-11-07', '2025-11-07'],
    ['1st Sept 2025', '2025-09-01', '2025-09-01', '2025-09-01'],
    ['Jun 13, 2025', '2025-06-13', '2025-06-13', '2025-06-13'],
    ['2025-06-13 23:59:59', '2025-06-13', '2025-06-13', '2025-06-13'],
    ['13/06/2025 08:15', '2025-06-13', 'impossible', null],
    ['29/02/2028', '2028-02-29', 'impossible', null],
    ['29/02/2026', 'impossible', 'impossible', null],
    ['31/02/2026', 'impossible', 'impossible', null],
    ['00/04/2026', 'impossible', 'impossible', null],
    ['01/01/69', '2069-01-01', '2069-01-01', null],
    ['01/01/70', '1970-01-01', '1970-01-01', null],
    ["'06/04/2026", '2026-04-06', '2026-06-04', null],
    ['\u00A006/04/2026 ', '2026-04-06', '2026-06-04', null],
    ['06/04', 'unreadable', 'unreadable', null],
    ['06/04-2026', 'unreadable', 'unreadable', null],
    ['13 Foo 2025', 'unreadable', 'unreadable', 'unreadable'],
    ['46118', 'unreadable', 'unreadable', 'unreadable'],
    ['', 'empty', 'empty', 'empty'],
  ])('"%s" is %s day first, %s month first', (cell, dayFirst, monthFirst, yearFirst) => {
    const read = (order: 'day-first' | 'month-first' | 'year-first'): string => {
      const found = readDate(cell, order);
      return typeof found === 'object' ? found.day : found;
    };
    expect([read('day-first'), read('month-first'), read('year-first')]).toEqual([
      dayFirst,
      monthFirst,
      yearFirst ?? 'unreadable',
    ]);
  });
});

describe('words in a cell', () => {
  test.each([
    ['NETFLIX.COM         ON 02 AUG          BCC', 'NETFLIX.COM ON 02 AUG BCC'],
    ["'DIRECT DEBIT", 'DIRECT DEBIT'],
    ["O'HARE & SONS", "O'HARE & SONS"],
    ['Rent\u00A0flat\t2\r\n', 'Rent flat 2'],
    ['Tax pot 🐷', 'Tax pot 🐷'],
    ['', ''],
  ])('"%s" reads "%s"', (cell, words) => expect(readText(cell)).toBe(words));
});
