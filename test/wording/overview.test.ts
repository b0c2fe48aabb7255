import { expect, test } from 'vitest';
import { certaintyWords } from '../../shared/wording/overview.ts';
import { ask, trade, tradeReturn, yearOf } from '../rules/facts.ts';

const returns = [tradeReturn('2024-25', '60000.00')];
const records = [{ taxYear: '2024-25', source: 'trade', upTo: '2025-04-05', gross: '60000.00' }];
const soFar = [{ taxYear: '2024-25', source: 'trade', upTo: '2025-01-05', gross: '60000.00' }];

test.each([
  [{ asAt: '2026-05-01', returns }, '2026-27', 'Settled by your tax return'],
  [{ asAt: '2026-05-01', returns }, '2027-28', 'Settled'],
  [{ asAt: '2026-05-01', sources: [{ ...trade, startedOn: '2025-10-06' }] }, '2026-27', 'Settled'],
  [{ asAt: '2025-05-01', records }, '2026-27', 'By what is known; the tax return is still to come'],
  [{ asAt: '2025-01-05', records: soFar }, '2026-27', 'A forecast from your records so far'],
  [{ asAt: '2026-05-01' }, '2026-27', ''],
])('facts of %o: how sure %s is reads “%s”', (facts, taxYear, expected) =>
  expect(certaintyWords(yearOf(ask({ sources: [trade], ...facts }), taxYear))).toBe(expected),
);
