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
    expect([next?.question, next?.decides, next?.tested, next?.threshold]).toEqual([
      'entry',
      '2028-29',
      '2026-27',
      '20000.00',
    ]);
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

  test.each([
    [
      '10000.00',
      '2026-07-14',
      '2026-10-23',
      '£100 a day: on the 100th day to come it is the amount, on the 101st more',
    ],
    ['20000.00', '2026-11-22', '2026-11-23', 'the amount is reached: the next day'],
    ['20000.01', '2026-11-22', null, 'it is crossed already'],
    ['10030.00', '2026-10-05', '2027-04-05', 'on the year’s last day'],
    ['10020.00', '2026-10-05', null, 'a day too late for this year'],
    ['-50.00', '2026-10-05', null, 'refunds alone go nowhere'],
  ])('£%s by %s is likely to be crossed on %s (%s)', (gross, upTo, on, _why) =>
    expect(asked(total(gross, upTo))?.likelyCrossing).toBe(on),
  );

  test.each([
    ['425.00', '2026-04-12', ' That rests on 7 days and can still change much.'],
    ['425.00', '2026-04-06', ' That rests on 1 day and can still change much.'],
    ['100.00', '2026-05-02', ' That rests on 27 days and can still change much.'],
    ['100.00', '2026-05-03', ''],
  ])('£%s by %s, fewer than four weeks of the year or not, says:%s', (gross, upTo, early) =>
    expect(asked(total(gross, upTo))?.text).toMatch(new RegExp(`At this rate you [^.]+\\.${early}$`)),
  );

  test('what has happened is said without doubt, however early', () =>
    expect(asked(total('20000.01', '2026-04-07'))?.text).toMatch(/You are over it\.$/));

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

  test('for somebody who is in and may be out next year, the question is still when, and that is next year', () => {
    const small = ['2025-26', '2026-27', '2027-28'].map((taxYear) => tradeReturn(taxYear, '100.00'));
    const records = [{ taxYear: '2028-29', source: 'trade', upTo: '2029-03-01', gross: '50.00' }];
    const updates = [
      { taxYear: '2027-28', quarter: 4, sentOn: '2028-05-01', lines: [{ source: 'trade', gross: '90.00' }] },
    ];
    const said = ask({
      asAt: '2029-03-01',
      sources: [trade],
      returns: [tradeReturn('2024-25', '60000.00'), ...small],
      updates,
      records,
    });
    expect(said.years.find((y) => y.taxYear === '2029-30')?.answer).toBe('need-not-use');
    expect(said.next).toMatchObject({ question: 'exit', decides: '2029-30', tested: '2028-29' });
  });

  test('a trade begun in October counts twice what comes in: the day and the words say so', () => {
    const begun = { ...trade, startedOn: '2026-10-06' };
    const asAt = '2027-01-05';
    const half = (gross: string) => ask({ asAt, sources: [begun], returns, ...total(gross, asAt) }).next;
    // £6,000.00 in 92 days, so £10,000.00 after 154: twice that is the amount.
    expect(half('6000.00')).toMatchObject({ scaled: true, likelyCrossing: '2027-03-08', headroom: '14000.00' });
    expect(half('6000.00')?.text).toMatch(/At this rate, scaled to a full year, you go over it around 8 March 2027\.$/);
    expect(half('10000.01')).toMatchObject({ likelyCrossing: null, projected: { central: '39565.26' } });
    expect(half('10000.01')?.text).toMatch(
      /At this rate, scaled to a full year, it comes to £39,565\.26, which is over it\.$/,
    );
    expect(half('5000.00')?.text).toMatch(/At this rate, scaled to a full year, you stay within it this tax year\.$/);
    expect(asked(total('6000.00'))?.scaled).toBe(false);
  });

  describe('receipts known to be coming cross it on their own day', () => {
    const expected = [
      { source: 'trade', on: '2027-01-10', amount: '9000.00' },
      { source: 'trade', on: '2027-03-20', amount: '9000.00' },
    ];
    const known = (gross: string) => asked({ ...total(gross, '2026-11-22'), expected });
    test.each([
      ['2000.00', null],
      ['2000.01', '2027-03-20'],
      ['10999.99', '2027-03-20'],
      ['11000.01', '2027-01-10'],
    ])('£%s so far: %s', (gross, on) => {
      expect(known(gross)?.likelyCrossing).toBe(on);
    });

    test('a receipt of the year’s last day is of it, one of the day after is not', () => {
      const coming = (...on: string[]) =>
        asked({
          ...total('1000.00'),
          expected: on.map((day) => ({ source: 'trade', on: day, amount: '30000.00' })),
        })?.likelyCrossing;
      expect(coming('2027-04-05')).toBe('2027-04-05');
      expect(coming('2027-04-06')).toBeNull();
      expect(coming('2027-04-05', '2027-04-06')).toBe('2027-04-05');
    });

    test('and the words do not say rate', () => {
      expect(known('2000.01')?.text).toMatch(/With what you know is coming you go over it on 20 March 2027\.$/);
      expect(known('2000.00')?.text).toMatch(/With what you know is coming you stay within it this tax year\.$/);
    });

    test('each counts once, on its day, for its own source, while that is carried on', () => {
      const trades = { ...trade, ceasedOn: '2027-03-20' };
      const flat = { id: 'flat', kind: 'uk-property', startedOn: '2027-01-01' };
      const receipt = (source: string, on: string) => ({ source, on, amount: '9000.00' });
      const coming = [
        receipt('trade', '2026-11-22'),
        receipt('trade', '2027-03-20'),
        receipt('trade', '2027-03-21'),
        receipt('flat', '2026-12-31'),
        receipt('flat', '2027-01-01'),
      ];
      const seen = (gross: string) =>
        ask({ asAt: '2026-11-22', sources: [trades, flat], returns, ...total(gross), expected: coming }).next;
      // The flat’s £9,000.00 stands for a quarter of the year, so it counts four times over once it is in.
      expect(seen('2000.01')).toMatchObject({ scaled: true, likelyCrossing: '2027-01-01' });
      const tradeAlone = (gross: string) =>
        ask({ asAt: '2026-11-22', sources: [trades], returns, ...total(gross), expected: coming }).next;
      expect(tradeAlone('11000.00')?.likelyCrossing).toBeNull();
      expect(tradeAlone('11000.01')?.likelyCrossing).toBe('2027-03-20');
    });

    test('each source goes its own way: one by its receipts, one evenly from where its books end, none past its own end', () => {
      const flat = { id: 'flat', kind: 'uk-property', ceasedOn: '2026-12-31' };
      const records = [
        { taxYear: '2026-27', source: 'trade', upTo: '2026-11-22', gross: '2000.00' },
        // £30 a day to 31 December: £8,100.00.
        { taxYear: '2026-27', source: 'flat', upTo: '2026-10-02', gross: '5400.00' },
      ];
      const next = ask({ asAt: '2026-11-22', sources: [trade, flat], returns, records, expected }).next;
      expect(next?.likelyCrossing).toBe('2027-03-20');
      const sooner = [{ source: 'trade', on: '2026-11-23', amount: '11000.00' }];
      // £13,000.00 and £30 a day: over £20,000 on the 234th day.
      const soon = ask({ asAt: '2026-11-22', sources: [trade, flat], returns, records, expected: sooner }).next;
      expect(soon?.likelyCrossing).toBe('2026-11-25');
    });
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

    test('receipts of one week are one sum, and a week without any is a week of nil', () => {
      const days = [
        ['2026-04-06', 'turnover', '100.00'],
        ['2026-04-07', 'turnover', '200.00'],
        ['2026-04-26', 'turnover', '300.00'],
        ['2026-05-03', 'turnover', '400.00'],
      ] as const;
      const next = asked(total('1000.00', '2026-05-03', days), '2026-05-03');
      expect([next?.projected?.low, next?.projected?.high]).toEqual(['7474.79', '18596.63']);
    });

    test('a receipt before the first whole week tells nothing of how weeks vary', () => {
      const days = [
        ['2026-04-06', 'turnover', '999.00'],
        ['2026-04-08', 'turnover', '100.00'],
        ['2026-04-15', 'turnover', '200.00'],
        ['2026-04-28', 'turnover', '300.00'],
        ['2026-05-05', 'turnover', '400.00'],
      ] as const;
      expect(asked(total('1999.00', '2026-05-05', days), '2026-05-05')?.projected).toMatchObject({
        low: '20199.96',
        central: '24321.17',
        high: '28442.38',
      });
    });

    test('a trade begun in October is scaled up, and its spread and its floor with it', () => {
      const half = { ...trade, startedOn: '2026-10-06' };
      const days = [6, 13, 20, 27].map((on, i) => [
        `2026-10-${String(on).padStart(2, '0')}`,
        'turnover',
        `${(i + 1) * 100}.00`,
      ]);
      const records = [{ taxYear: '2026-27', source: 'trade', upTo: '2026-11-02', gross: '1000.00', days }];
      const of = (more: object, asAt = '2026-11-02') => ask({ asAt, sources: [half], records, ...more }).next;
      expect(of({})?.projected).toEqual({ low: '9042.92', central: '13000.00', high: '16957.08', method: 'run-rate' });
      const expected = [{ source: 'trade', on: '2026-12-01', amount: '5000.00' }];
      expect(of({ expected })?.projected?.low).toBe('12000.00');
      const whole = [{ taxYear: '2026-27', source: 'trade', upTo: '2027-04-05', gross: '10000.01' }];
      expect(of({ records: whole }, '2027-04-05')).toMatchObject({ probabilityOver: 1, soFar: '10000.01' });
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
      projected: { central: '20000.00', method: 'run-rate' },
    });
    expect(whole('20000.01')).toMatchObject({ probabilityOver: 1, crossedOn: '2026-05-01', likelyCrossing: null });
  });

  describe('an update said more than the books hold', () => {
    const flat = { id: 'flat', kind: 'uk-property' };
    const books = (upTo: string, plumbing: string, rent: string) => [
      { taxYear: '2026-27', source: 'trade', upTo, gross: plumbing },
      { taxYear: '2026-27', source: 'flat', upTo, gross: rent },
    ];
    const next = (asAt: string, plumbing: string, rent: string, said: string) =>
      ask({
        asAt,
        sources: [trade, flat],
        returns,
        records: books(asAt, plumbing, rent),
        updates: [{ taxYear: '2026-27', quarter: 1, sentOn: '2026-08-01', lines: [{ source: 'trade', gross: said }] }],
      }).next;

    test('it comes in evenly over the rest of the year, beside a source that takes nothing', () =>
      // £200 a day over the 134 days from 22 November: the hundredth brings the amount, the one after it more.
      expect(next('2026-11-22', '0.00', '0.00', '26800.00')?.likelyCrossing).toBe('2027-03-03'));

    test('what is crossed by the books together is crossed, on the year’s last day as before it', () => {
      expect(next('2027-04-05', '12000.00', '8000.01', '15000.00')?.likelyCrossing).toBeNull();
      expect(next('2026-11-22', '12000.00', '8000.01', '15000.00')?.likelyCrossing).toBeNull();
    });
  });

  test('refunds alone, or records that end before the source began, are no rate to go on', () => {
    expect(asked(total('-50.00'))?.projected?.central).toBe('0.00');
    const later = { ...trade, startedOn: '2026-12-01' };
    const next = ask({ asAt: '2026-11-22', sources: [later], returns: [], ...total('0.00') }).next;
    expect(next?.projected?.central).toBe('0.00');
  });

  test('records of a source that had stopped before the year are nothing to go on', () => {
    const gone = { ...trade, ceasedOn: '2026-04-05' };
    expect(ask({ asAt: '2026-11-22', sources: [gone], returns: [], ...total('5.00') }).next).toBeNull();
    const updates = [
      { taxYear: '2026-27', quarter: 1, sentOn: '2026-08-01', lines: [{ source: 'stall', gross: '5.00' }] },
    ];
    expect(ask({ asAt: '2026-11-22', sources: [trade], returns: [], updates }).next).toBeNull();
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

  test('a start that is settled for next year asks when they could leave, before they are in', () => {
    const sent = [tradeReturn('2024-25', '100.00'), tradeReturn('2025-26', '60000.00', { submittedOn: '2026-10-01' })];
    const said = ask({ asAt: '2026-11-22', sources: [trade], returns: sent, ...total('100.00') });
    expect(said.next).toMatchObject({ question: 'exit', decides: '2030-31' });
  });

  test('what is coming for a source without books is no running total to forecast from', () => {
    const expected = [{ source: 'flat', on: '2027-02-01', amount: '30000.00' }];
    const flat = { id: 'flat', kind: 'uk-property', startedOn: '2027-01-01' };
    expect(ask({ asAt: '2026-11-22', sources: [flat], returns, expected }).next).toBeNull();
  });

  test('the year after which three small years are full asks when to leave, from the day it can be', () => {
    const small = ['2025-26', '2026-27'].map((taxYear) =>
      tradeReturn(taxYear, '100.00', { submittedOn: '2027-10-01' }),
    );
    const records = [{ taxYear: '2027-28', source: 'trade', upTo: '2027-11-01', gross: '50.00' }];
    const said = ask({
      asAt: '2027-11-01',
      sources: [trade],
      returns: [tradeReturn('2024-25', '60000.00'), ...small],
      records,
    });
    expect(said.next).toMatchObject({ question: 'exit', decides: '2029-30', tested: '2027-28' });
  });

  test('foreign rent of a year of not being resident is in no running total, and what is not declared opens no records', () => {
    const villa = { id: 'villa', kind: 'foreign-property' };
    const record = (source: string, gross: string) => ({
      taxYear: '2026-27',
      source,
      upTo: '2026-11-22',
      gross,
      days: [['2026-05-01', 'turnover', gross]],
    });
    const next = ask({
      asAt: '2026-11-22',
      sources: [trade, villa],
      records: [record('trade', '5.00'), record('villa', '700.00'), record('barrow', '3.00')],
      residence: [{ taxYear: '2026-27', ukResident: false }],
    }).next;
    expect(next).toMatchObject({ soFar: '8.00', runningTotal: [{ on: '2026-05-01', total: '8.00' }] });
    expect(next?.rows.map((r) => r.source)).toEqual(['trade']);
  });

  test.each([
    ['2026-11-22', ['60000.00'], 'Three tax years in a row within the amount let you leave.'],
    [
      '2026-04-05',
      ['60000.00'],
      'It decides nothing by itself: your start is settled, and only years after it count towards leaving.',
    ],
    ['2026-11-22', ['100.00', '100.00'], 'At this rate you stay within it this tax year.'],
  ])('on %s after returns of %o: “… %s”', (asAt, amounts, end) => {
    const inTime = amounts.map((amount, i) =>
      tradeReturn(`${2024 + i}-${25 + i}`, amount, { submittedOn: `${2025 + i}-10-01` }),
    );
    const taxYear = asAt < '2026-04-06' ? '2025-26' : '2026-27';
    const records = [{ taxYear, source: 'trade', upTo: asAt, gross: '50.00' }];
    const said = ask({ asAt, sources: [trade], returns: inTime, records });
    expect(said.next?.text.endsWith(end)).toBe(true);
  });

  test('a year of the three that is not known yet leaves the question the same: when to leave', () => {
    const records = [{ taxYear: '2027-28', source: 'trade', upTo: '2027-11-01', gross: '50.00' }];
    const first = [tradeReturn('2024-25', '60000.00')];
    const said = ask({ asAt: '2027-11-01', sources: [trade], returns: first, records });
    expect(said.next).toMatchObject({ question: 'exit', decides: '2029-30' });
    const doubtful = [...records, { taxYear: '2026-27', source: 'trade', upTo: '2027-04-05', gross: '19000.00' }];
    const unsorted = [{ taxYear: '2026-27', credits: '1000.01', rows: 1 }];
    const either = ask({ asAt: '2027-11-01', sources: [trade], returns: first, records: doubtful, unsorted });
    expect(either.next?.question).toBe('exit');
  });
});
