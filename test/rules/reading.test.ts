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
    [{}, 'key-missing', 'asAt'],
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
    [{ ...base, statuses: [{ taxYear: '2026-27', status: 'Sort of' }] }, 'value-unusable', 'statuses[0].status'],
    ['hello', 'value-unusable', ''],
  ])('%j: %s at %s', (json, code, path) => {
    const read = readFacts(json);
    expect(read.ok ? 'read' : [read.problem.code, read.problem.path]).toEqual([code, path]);
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
