import { describe, expect, test } from 'vitest';
import { readFacts } from '../../shared/contract/facts.ts';
import { problemText } from '../../shared/wording/problems.ts';
import { trade, tradeReturn } from './facts.ts';

describe('what cannot be read is refused by name', () => {
  const base = { asAt: '2026-05-01', sources: [trade] };
  const update = (gross: string) => ({
    taxYear: '2026-27',
    quarter: 1,
    sentOn: '2026-08-01',
    lines: [{ source: 'trade', gross }],
  });
  const withPeriod = (from: string, to: string) => ({
    taxYear: '2024-25',
    lines: [{ source: 'trade', form: 'SA103F', box: '15', amount: '1.00', period: { from, to } }],
  });
  test.each([
    [{ ...base, colour: 'red' }, 'key-unknown', 'colour'],
    [
      {
        ...base,
        returns: [{ taxYear: '2024-25', lines: [{ source: 'trade', form: 'SA103F', box: '15', amout: '1.00' }] }],
      },
      'key-unknown',
      'returns[0].lines[0].amout',
    ],
    [{ ...base, returns: [tradeReturn('2024-25', '1.005')] }, 'money-unreadable', 'returns[0].lines[0].amount'],
    [{ ...base, returns: [tradeReturn('2024-25', '1,000.00')] }, 'money-unreadable', 'returns[0].lines[0].amount'],
    [{ asAt: '2026-02-30' }, 'date-impossible', 'asAt'],
    [{}, 'as-at-missing', 'asAt'],
    [{ ...base, returns: [{ taxYear: '2024-26' }] }, 'tax-year-unknown', 'returns[0].taxYear'],
    [
      { ...base, returns: [tradeReturn('2024-25', '1.00'), tradeReturn('2024-25', '2.00')] },
      'facts-repeat',
      'returns[1]',
    ],
    [{ ...base, sources: [trade, trade] }, 'facts-repeat', 'sources[1]'],
    [
      {
        ...base,
        statuses: [
          { taxYear: '2026-27', status: 'MTD Mandated' },
          { taxYear: '2026-27', status: 'Annual' },
        ],
      },
      'facts-repeat',
      'statuses[1]',
    ],
    [
      {
        ...base,
        residence: [
          { taxYear: '2024-25', ukResident: true },
          { taxYear: '2024-25', ukResident: false },
        ],
      },
      'facts-repeat',
      'residence[1]',
    ],
    [{ ...base, updates: [update('1.00'), update('2.00')] }, 'facts-repeat', 'updates[1]'],
    [
      { ...base, circumstances: [{ kind: 'averaging', from: '2026-05-01', to: '2026-04-30' }] },
      'period-backwards',
      'circumstances[0]',
    ],
    [
      { ...base, sources: [{ ...trade, startedOn: '2026-05-01', ceasedOn: '2026-04-01' }] },
      'ceased-before-started',
      'sources[0]',
    ],
    [{ ...base, sources: [{ ...trade, kind: 'shop' }] }, 'value-not-listed', 'sources[0].kind'],
    [{ ...base, returns: [tradeReturn('2024-25', '-0.01')] }, 'amount-negative', 'returns[0].lines[0].amount'],
    [{ ...base, updates: [update('-0.01')] }, 'amount-negative', 'updates[0].lines[0].gross'],
    [
      { ...base, unsorted: [{ taxYear: '2026-27', credits: '-1.00', rows: 1 }] },
      'amount-negative',
      'unsorted[0].credits',
    ],
    [
      { ...base, returns: [{ taxYear: '2024-25', amendments: [{ madeOn: '2026-03-01', lines: [] }] }] },
      'amendment-without-return',
      'returns[0].amendments[0]',
    ],
    [
      {
        ...base,
        returns: [
          tradeReturn('2023-24', '1.00'),
          tradeReturn('2024-25', '1.00', {
            amendments: [
              { madeOn: '2026-01-31', lines: [] },
              { madeOn: '2026-01-30', lines: [] },
            ],
          }),
        ],
      },
      'amendment-before-return',
      'returns[1].amendments[1]',
    ],
    [{ ...base, returns: [withPeriod('2025-04-06', '2026-04-05')] }, 'period-elsewhere', 'returns[0].lines[0].period'],
    [{ ...base, statuses: [{ taxYear: '2026-27', status: 'Sort of' }] }, 'reporting-unknown', 'statuses[0].status'],
    [
      { ...base, unsorted: [{ taxYear: '2026-27', credits: '1.00', rows: 1.5 }] },
      'number-not-whole',
      'unsorted[0].rows',
    ],
    [
      { ...base, unsorted: [{ taxYear: '2026-27', credits: '1.00', rows: -1 }] },
      'number-not-whole',
      'unsorted[0].rows',
    ],
    [
      { ...base, sources: [{ ...trade, updatePeriods: { '2026-28': 'calendar' } }] },
      'tax-year-unknown',
      'sources[0].updatePeriods.2026-28',
    ],
    [{ ...base, updates: [{ ...update('1.00'), quarter: 5 }] }, 'value-not-listed', 'updates[0].quarter'],
    ['hello', 'facts-not-object', ''],
    [[{ asAt: '2026-05-01' }], 'facts-not-object', ''],
    [{ ...base, statuses: {} }, 'value-unusable', 'statuses'],
  ])('%j: %s at %s', (json, code, path) => {
    const read = readFacts(json);
    expect(read.ok ? 'read' : [read.problem.code, read.problem.path]).toEqual([code, path]);
  });

  test.each([
    ['2025-04-05', '2026-04-04'],
    ['2023-04-01', '2024-04-06'],
  ])('accounts from %s to %s share a day with 2024-25, and are read', (from, to) =>
    expect(readFacts({ ...base, returns: [withPeriod(from, to)] }).ok).toBe(true),
  );

  test('the refusal of a word says which there are', () => {
    const read = readFacts({ ...base, sources: [{ ...trade, kind: 'shop' }] });
    expect(read.ok ? 'read' : problemText(read.problem)).toBe(
      '"shop" cannot be used here. Use "self-employment", "uk-property" or "foreign-property".',
    );
  });

  test.each([
    [{ updates: [{ ...update('1.00'), quarter: 5 }] }, '5 cannot be used here. Use 1, 2, 3 or 4.'],
    [{ sources: [{ ...trade, updatePeriods: { '2026-28': 'calendar' } }] }, /^"2026-28" .*tax year/],
    [{ statuses: [{ taxYear: '2026-27', status: 'Sort of' }] }, /^This is not one of HMRC’s words/],
  ])('%j: %s', (more, text) => {
    const read = readFacts({ ...base, ...more });
    expect(read.ok ? 'read' : problemText(read.problem)).toMatch(text);
  });

  test('two sources may have sent their updates on one day', () => {
    const other = { ...update('2.00'), lines: [{ source: 'flat', gross: '2.00' }] };
    expect(readFacts({ ...base, updates: [update('1.00'), other] }).ok).toBe(true);
  });

  test.each([
    { ...base, 'MTD Mandated': true },
    { ...base, Dormant: 1 },
    { ...base, statuses: [{ taxYear: '2026-27', status: 'Annual', Voluntary: 1 }] },
    { asAt: 'MTD Mandated' },
    { ...base, rules: 'MTD Voluntary' },
    { ...base, sources: [{ ...trade, kind: 'Dormant' }] },
    { ...base, sources: [{ ...trade, updatePeriods: { 'No Status': 'calendar' } }] },
    { ...base, returns: [tradeReturn('2024-25', 'Digitally Exempt')] },
    [{ status: 'Non Digital' }],
  ])('%j: a word HMRC has for a customer is not said back, wherever it was put', (json) => {
    const read = readFacts(json);
    const said = read.ok ? 'read' : `${read.problem.path} ${problemText(read.problem)}`;
    expect(said).not.toMatch(/^read$|\bMTD\b|mandat|voluntary|dormant|non.digital|digitally exempt|no status/i);
  });
});
