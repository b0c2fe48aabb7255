/**
 * Is one typed line read as a bookkeeper would read it, and never guessed?
 */
import { describe, expect, test } from 'vitest';
import { readSmartEntry, type Kind } from '../../shared/values/smartEntry.ts';
import { civil } from '../../shared/values/dates.ts';

const trade = (category: string, categoryName: string): Kind => ({
  source: 'plumbing',
  letting: null,
  category,
  categoryName,
  placeNames: ['Plumbing'],
});
const rented = (letting: string, name: string, category: string, categoryName: string): Kind => ({
  source: 'property',
  letting,
  category,
  categoryName,
  placeNames: ['UK property', name],
});
const kinds: readonly Kind[] = [
  trade('turnover', 'Sales and takings'),
  trade('premisesRunningCosts', 'Rent, rates, power and insurance'),
  trade('maintenanceCosts', 'Repairs and maintenance'),
  rented('elm', '12 Elm Road', 'periodAmount', 'Rent'),
  rented('oak', '3 Oak Street', 'periodAmount', 'Rent'),
  rented('elm', '12 Elm Road', 'repairsAndMaintenance', 'Repairs and maintenance'),
];
const today = civil(2026, 11, 22);
const read = (line: string) => readSmartEntry(line, today, kinds);

test.each([
  ['6 apr 450 rent elm rd', '2026-04-06', 45_000, 'rent elm rd', ['elm periodAmount']],
  ['6/4 £1,450.50 rent oak', '2026-04-06', 145_050, 'rent oak', ['oak periodAmount']],
  ['6 apr 25 450 rent elm', '2025-04-06', 45_000, 'rent elm', ['elm periodAmount']],
  ['6 apr 45 rent 12 elm road', '2026-04-06', 4_500, 'rent 12 elm road', ['elm periodAmount']],
  ['yesterday 120 sales', '2026-11-21', 12_000, 'sales', ['- turnover']],
  ['today -20 takings refund', '2026-11-22', -2_000, 'takings refund', ['- turnover']],
  ['6 apr 90 repairs plumbing', '2026-04-06', 9_000, 'repairs plumbing', ['- maintenanceCosts']],
  ['6th April 2026 80 rates', '2026-04-06', 8_000, 'rates', ['- premisesRunningCosts']],
])('%s', (line, date, amount, description, meant) => {
  const entry = read(line);
  expect(entry).toMatchObject({ date, amount, description });
  expect(entry.kinds.map((k) => `${k.letting ?? '-'} ${k.category}`)).toEqual(meant);
});

describe('what is not certain is asked', () => {
  test('rent of which property', () => {
    expect(read('6 apr 450 rent').kinds.map((k) => k.letting)).toEqual(['elm', 'oak']);
  });
  test('words that name no category', () => {
    expect(read('6 apr 450 mrs penhallow')).toMatchObject({ amount: 45_000, description: 'mrs penhallow', kinds: [] });
  });
  test('a line without a day keeps its amount', () => {
    expect(read('12.50 rent elm')).toMatchObject({ date: undefined, dateText: '', amount: 1_250 });
    expect(read('450 rent elm')).toMatchObject({ date: undefined, amount: 45_000 });
  });
  test.each([
    ['31 feb 20 rent elm', '31 feb', 2_000, 'rent elm'],
    ['31/02 20 rent elm', '31/02', 2_000, 'rent elm'],
    ['30th February 20', '30th February', 2_000, ''],
    ['31 feb rent elm', '31 feb', undefined, 'rent elm'],
  ])('a day there is not, %s: it is never an amount', (line, dateText, amount, description) => {
    expect(read(line)).toMatchObject({ date: undefined, dateText, amount, description });
  });
  test('a day without an amount keeps its words', () => {
    expect(read('6 apr rent elm')).toMatchObject({ date: '2026-04-06', amount: undefined, description: 'rent elm' });
  });
  test('an empty line says nothing', () => {
    expect(read('  ')).toMatchObject({ date: undefined, amount: undefined, description: '', kinds: [] });
  });
});
