import { expect, test } from 'vitest';
import { certaintyWords } from '../../shared/wording/overview.ts';
import { ask, trade, tradeReturn, yearOf } from '../rules/facts.ts';

const returns = [tradeReturn('2024-25', '60000.00')];
const records = [{ taxYear: '2024-25', source: 'trade', upTo: '2025-04-05', gross: '60000.00' }];
const soFar = (gross: string) => [{ taxYear: '2024-25', source: 'trade', upTo: '2025-01-05', gross }];
const excluded = [{ kind: 'digitally-excluded', from: '2026-04-06' }];
const over = tradeReturn('2025-26', '60000.00', { submittedOn: '2026-04-20' });
const under = tradeReturn('2025-26', '1.00', { submittedOn: '2026-04-20' });
const wasExcluded = [{ kind: 'digitally-excluded', from: '2026-04-06', to: '2026-12-31' }];
const misfit = [
  tradeReturn('2024-25', '1.00', { lines: [{ source: 'trade', form: 'SA105', box: '20', amount: '1.00' }] }),
];
const flatOnly = tradeReturn('2025-26', '1.00', {
  submittedOn: '2026-04-20',
  lines: [{ source: 'flat', form: 'SA105', box: '20', amount: '100.00' }],
});
const stopped = [
  { ...trade, ceasedOn: '2024-10-05' },
  { id: 'flat', kind: 'uk-property' },
];

test.each([
  [{ asAt: '2026-05-01', returns }, '2026-27', 'Settled by your tax return'],
  [{ asAt: '2026-05-01', returns }, '2027-28', 'Settled'],
  [{ asAt: '2026-05-01', sources: [{ ...trade, startedOn: '2025-10-06' }] }, '2026-27', 'Settled'],
  [{ asAt: '2025-05-01', records }, '2026-27', 'By what is known; the tax return is still to come'],
  [{ asAt: '2025-01-05', records: soFar('40000.00') }, '2026-27', 'A forecast from your records so far'],
  [
    { asAt: '2025-01-05', records: soFar('50000.01') },
    '2026-27',
    'By what is known already; your tax return will settle it',
  ],
  [{ asAt: '2026-05-01', records }, '2026-27', 'By what is known; the tax return is overdue'],
  [{ asAt: '2026-05-01', returns, circumstances: excluded }, '2026-27', 'Once HMRC has agreed'],
  [{ asAt: '2026-05-01', returns: misfit }, '2026-27', 'By your tax return as it is told here; see the notes'],
  [
    { asAt: '2026-05-01', sources: stopped, returns: [tradeReturn('2024-25', '30000.00')] },
    '2026-27',
    'By your tax return; HMRC could read it otherwise',
  ],
  [
    { asAt: '2026-05-01', sources: stopped, returns: [tradeReturn('2024-25', '30000.00'), flatOnly] },
    '2027-28',
    'By your tax return; HMRC could read it otherwise',
  ],
  [{ asAt: '2027-05-01', records: [], returns: [], circumstances: wasExcluded }, '2026-27', 'If HMRC had agreed'],
  // Whatever HMRC says of the year before: by its income this one is in.
  [{ asAt: '2026-05-01', returns: [over], circumstances: wasExcluded }, '2027-28', 'Settled by your tax return'],
  [{ asAt: '2026-05-01', returns: [over], circumstances: wasExcluded }, '2028-29', 'Settled'],
  [
    { asAt: '2026-05-01', returns: [{ ...over, taxYear: '2024-25' }, under], circumstances: wasExcluded },
    '2027-28',
    'Once HMRC has agreed',
  ],
  [{ asAt: '2026-05-01' }, '2026-27', ''],
])('facts of %o: how sure %s is reads “%s”', (facts, taxYear, expected) => {
  const said = ask({ sources: [trade], ...facts });
  expect(certaintyWords(yearOf(said, taxYear), said)).toBe(expected);
});
