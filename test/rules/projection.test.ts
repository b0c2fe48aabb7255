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

  describe('the spread: four weeks of £100, £200, £300 and £400, and 337 days to go', () => {
    const weeks = (times: number) =>
      ['2026-04-06', '2026-04-13', '2026-04-26', '2026-05-03'].map(
        (on, i) => [on, 'turnover', `${(i + 1) * 100 * times}.00`] as const,
      );
    const spread = (times: number, upTo = '2026-05-03') => {
      const next = asked(total(`${1000 * times}.00`, upTo, weeks(times)), '2026-05-03');
      return [next?.projected?.low, next?.projected?.central, next?.projected?.high, next?.probabilityOver];
    };
    test('four in five years like it end within it', () => {
      expect(spread(1)).toEqual(['8890.85', '13035.71', '17180.57', 0.02]);
      expect(spread(2)).toEqual(['17781.70', '26071.43', '34361.16', 0.83]);
    });

    test('fewer than four whole weeks tell nothing of it', () => {
      const next = asked(total('1000.00', '2026-05-02', weeks(1).slice(1)), '2026-05-02');
      expect([next?.projected?.low === next?.projected?.high, next?.probabilityOver]).toEqual([true, null]);
    });

    test('never below what is here and what is known to be coming', () => {
      const expected = [{ source: 'trade', on: '2026-12-01', amount: '11000.00' }];
      const next = ask({
        asAt: '2026-05-03',
        sources: [trade],
        returns,
        ...total('1000.00', '2026-05-03', weeks(1)),
        expected,
      }).next;
      expect(next?.projected).toMatchObject({ low: '12000.00', central: '13035.71', method: 'run-rate' });
    });
  });

  test.each([
    ['2026-11-22', '1580.09', 'on a day the records reach already: the run-rate alone'],
    ['2026-11-23', '31000.00', 'the day after'],
    ['2027-04-05', '31000.00', 'on the year’s last day'],
    ['2027-04-06', '1580.09', 'in the next tax year'],
  ])('a receipt expected on %s makes it £%s (%s)', (on, central, _why) => {
    const expected = [{ source: 'trade', on, amount: '30000.00' }];
    expect(asked({ ...total('1000.00'), expected })?.projected?.central).toBe(central);
  });

  test('the year over: what is recorded is what it was', () => {
    const whole = (gross: string) =>
      asked(total(gross, '2027-04-05', [['2026-05-01', 'turnover', gross]]), '2027-04-05');
    expect(whole('20000.00')).toMatchObject({
      probabilityOver: 0,
      likelyCrossing: null,
      projected: { central: '20000.00' },
    });
    expect(whole('20000.01')).toMatchObject({ probabilityOver: 1, crossedOn: '2026-05-01', likelyCrossing: null });
  });

  test('refunds alone, or records that end before the source began, are no rate to go on', () => {
    expect(asked(total('-50.00'))?.projected?.central).toBe('-50.00');
    const later = { ...trade, startedOn: '2026-12-01' };
    const next = ask({ asAt: '2026-11-22', sources: [later], returns: [], ...total('0.00') }).next;
    expect(next?.projected?.central).toBe('0.00');
  });

  test('two sources run on together, a day’s receipts in one point of the line', () => {
    const flat = { id: 'flat', kind: 'uk-property' };
    const days = [['2026-05-01', 'turnover', '100.00']] as const;
    const rent = [
      ['2026-05-01', 'periodAmount', '40.00'],
      ['2026-06-01', 'periodAmount', '60.00'],
    ] as const;
    const records = [
      { taxYear: '2026-27', source: 'trade', upTo: '2026-11-22', gross: '100.00', days },
      { taxYear: '2026-27', source: 'flat', upTo: '2026-11-20', gross: '100.00', days: rent },
      {
        taxYear: '2025-26',
        source: 'flat',
        upTo: '2026-04-05',
        gross: '999.00',
        days: [['2026-01-01', 'periodAmount', '999.00']],
      },
    ];
    const next = ask({ asAt: '2026-11-22', sources: [trade, flat], returns, records }).next;
    expect(next).toMatchObject({ soFar: '200.00', upTo: '2026-11-22' });
    expect(next?.runningTotal).toEqual([
      { on: '2026-05-01', total: '140.00' },
      { on: '2026-06-01', total: '200.00' },
    ]);
    expect(next?.rows.map((r) => r.source)).toEqual(['flat', 'trade']);
  });
});
