import { describe, expect, test } from 'vitest';
import { ask, trade, tradeReturn } from './facts.ts';

const returns = [tradeReturn('2024-25', '100.00'), tradeReturn('2025-26', '100.00', { submittedOn: '2026-10-01' })];
const asked = (more: object, asAt = '2026-11-22') => ask({ asAt, sources: [trade], returns, ...more }).next;
const total = (gross: string, upTo = '2026-11-22', days: readonly (readonly [string, string, string])[] = []) => ({
  records: [{ taxYear: '2026-27', source: 'trade', upTo, gross, days }],
});

describe('the next decision', () => {
  test('nothing recorded: nothing to forecast from', () => expect(asked({})).toBeNull());

  test.each([
    ['19999.99', '0.01', null],
    ['20000.00', '0.00', null],
    ['20000.01', '-0.01', 1],
  ])('£%s so far leaves £%s', (gross, headroom, probability) => {
    const next = asked(total(gross));
    expect([next?.headroom, next?.probabilityOver]).toEqual([headroom, probability]);
    expect([next?.decides, next?.tested, next?.threshold]).toEqual(['2028-29', '2026-27', '20000.00']);
  });

  test('the run-rate: £5,000 in 121 of 365 days is £15,082.64', () => {
    expect(asked(total('5000.00', '2026-08-04'))?.projected).toMatchObject({ central: '15082.64', method: 'run-rate' });
  });

  test('the crossing day is the day the running total is first more than the amount', () => {
    const days = [
      ['2026-04-08', 'turnover', '20000.00'],
      ['2026-11-03', 'turnover', '0.01'],
      ['2026-11-05', 'turnover', '1.00'],
    ] as const;
    expect(asked(total('20001.01', '2026-11-22', days))?.crossedOn).toBe('2026-11-03');
  });

  test('likely crossing: £10,100 by the 183rd day goes over in the last week, £10,000 not this year', () => {
    expect(asked(total('10100.00', '2026-10-05'))?.likelyCrossing).toBe('2027-04-03');
    expect(asked(total('10000.00', '2026-10-05'))?.likelyCrossing).toBeNull();
  });

  test('a running total that goes on past the day asked about is cut back to it, or left out where its days are not given', () => {
    const days = [
      ['2026-05-01', 'turnover', '7000.00'],
      ['2026-10-01', 'turnover', '9000.00'],
    ] as const;
    const records = [{ taxYear: '2026-27', source: 'trade', upTo: '2026-11-22', gross: '16000.00' }];
    const then = (more: object) => ask({ asAt: '2026-08-04', sources: [trade], returns: [], ...more }).next;
    expect(then({ records: [{ ...records[0], days }] })).toMatchObject({ soFar: '7000.00', upTo: '2026-08-04' });
    expect(then({ records })).toBeNull();
  });

  test('a receipt known to be coming counts when it is more than the run-rate', () => {
    const expected = [{ source: 'trade', on: '2027-01-10', amount: '30000.00' }];
    expect(asked({ ...total('1000.00'), expected })?.projected).toMatchObject({
      central: '31000.00',
      method: 'known-receipts',
    });
  });

  test('steady weeks are a near certainty, ragged ones a chance', () => {
    const week = (i: number, amount: string) =>
      [
        `2026-${String(5 + Math.floor(i / 4)).padStart(2, '0')}-${String(1 + (i % 4) * 7).padStart(2, '0')}`,
        'turnover',
        amount,
      ] as const;
    const ragged = Array.from({ length: 24 }, (_, i) => week(i, i % 6 === 0 ? '3100.00' : '10.00'));
    const gross = ragged.reduce((sum, [, , a]) => sum + Number(a), 0).toFixed(2);
    const chance = asked(total(gross, '2026-11-22', ragged))?.probabilityOver ?? 0;
    expect(chance).toBeGreaterThan(0.05);
    expect(chance).toBeLessThan(0.95);
  });

  test('for somebody who is in, the question is when they could leave', () => {
    const said = ask({
      asAt: '2026-11-22',
      sources: [trade],
      returns: [tradeReturn('2024-25', '60000.00'), tradeReturn('2025-26', '60000.00')],
      ...total('1000.00'),
    });
    expect([said.next?.question, said.next?.decides]).toEqual(['exit', '2029-30']);
  });
});
