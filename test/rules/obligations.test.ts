import { describe, expect, test } from 'vitest';
import { ask, flat, trade, tradeReturn } from './facts.ts';

const inFrom2026 = { sources: [trade], returns: [tradeReturn('2024-25', '60000.00')] };
const updates = (json: object, taxYear: string) =>
  ask(json)
    .obligations.filter((o) => o.kind === 'quarterly-update' && o.taxYear === taxYear)
    .map((o) => [o.quarter, o.from, o.to, o.sendFrom, o.dueOn, o.penaltyBearing]);

describe('quarterly updates', () => {
  test('standard periods run on from 6 April; 2026-27 costs no points', () => {
    expect(updates({ asAt: '2026-11-22', ...inFrom2026 }, '2026-27')).toEqual([
      [1, '2026-04-06', '2026-07-05', '2026-06-25', '2026-08-07', false],
      [2, '2026-04-06', '2026-10-05', '2026-09-25', '2026-11-07', false],
      [3, '2026-04-06', '2027-01-05', '2026-12-26', '2027-02-07', false],
      [4, '2026-04-06', '2027-04-05', '2027-03-26', '2027-05-07', false],
    ]);
  });

  test('from 2027-28 a late update costs', () => {
    expect(updates({ asAt: '2026-11-22', ...inFrom2026 }, '2027-28').map((u) => [u[4], u[5]])).toEqual([
      ['2027-08-07', true],
      ['2027-11-07', true],
      ['2028-02-07', true],
      ['2028-05-07', true],
    ]);
  });

  test.each([
    [{ '2026-27': 'calendar' }, '2026-27', '2026-04-01', '2026-06-30', 'chosen in the first year: from 1 April'],
    [{ '2027-28': 'calendar' }, '2027-28', '2027-04-06', '2027-06-30', 'after a standard year: from 6 April'],
    [
      { '2026-27': 'calendar', '2027-28': 'calendar' },
      '2027-28',
      '2027-04-01',
      '2027-06-30',
      'year after year: from 1 April',
    ],
    [{ '2026-27': 'calendar' }, '2027-28', '2027-04-01', '2027-07-05', 'back to standard: from 1 April'],
  ])('calendar periods %j, %s: %s to %s (%s)', (updatePeriods, taxYear, from, to, _why) => {
    const sources = [{ ...trade, updatePeriods }];
    const [first] = updates({ asAt: '2026-11-22', ...inFrom2026, sources }, taxYear);
    expect(first?.slice(1, 3)).toEqual([from, to]);
    expect(first?.[4]).toBe(`${taxYear.slice(0, 4)}-08-07`);
  });

  test('a trade that stops on 1 November sends its last update for the third period, due 7 February', () => {
    const sources = [{ ...trade, ceasedOn: '2026-11-01' }];
    expect(updates({ asAt: '2026-11-22', ...inFrom2026, sources }, '2026-27').at(-1)).toEqual([
      3,
      '2026-04-06',
      '2026-11-01',
      '2026-10-22',
      '2027-02-07',
      false,
    ]);
  });

  test('2021: an update is of its quarter alone, and says nothing of the one before', () => {
    const said = ask({
      asAt: '2025-02-10',
      rules: '2021-published',
      sources: [trade],
      returns: [tradeReturn('2022-23', '60000.00')],
      updates: [{ taxYear: '2024-25', quarter: 2, sentOn: '2024-11-01', lines: [{ source: 'trade', gross: '1.00' }] }],
    });
    const sent = said.obligations.filter((o) => o.kind === 'quarterly-update' && o.taxYear === '2024-25');
    expect(sent.map((o) => [o.quarter, o.sentOn])).toEqual([
      [1, null],
      [2, '2024-11-01'],
      [3, null],
      [4, null],
    ]);
  });

  test('each source sends its own; what was sent counts for the quarters before it too', () => {
    const said = ask({
      asAt: '2026-11-22',
      sources: [trade, flat],
      returns: [tradeReturn('2024-25', '60000.00')],
      updates: [{ taxYear: '2026-27', quarter: 2, sentOn: '2026-11-01', lines: [{ source: 'trade', gross: '1.00' }] }],
    });
    const sent = said.obligations.filter((o) => o.taxYear === '2026-27' && o.quarter !== null && o.quarter < 3);
    expect(sent.map((o) => [o.source, o.quarter, o.sentOn])).toEqual([
      ['flat', 1, null],
      ['trade', 1, '2026-11-01'],
      ['flat', 2, null],
      ['trade', 2, '2026-11-01'],
    ]);
  });

  test('what HMRC told decides the year, and a conflict with the figures is said', () => {
    const told = (status: string) =>
      ask({
        asAt: '2026-11-22',
        sources: [trade],
        returns: [tradeReturn('2024-25', '100.00')],
        statuses: [{ taxYear: '2026-27', status }],
      });
    const kinds = (status: string) => [
      ...new Set(
        told(status)
          .obligations.filter((o) => o.taxYear === '2026-27')
          .map((o) => o.kind),
      ),
    ];
    expect(kinds('MTD Mandated')).toContain('quarterly-update');
    expect(told('MTD Mandated').problems.map((p) => p.code)).toEqual(['hmrc-and-law-differ']);
    expect(kinds('MTD Voluntary')).toContain('final-declaration');
    expect(told('MTD Voluntary').problems).toEqual([]);
    expect(kinds('Annual').toSorted()).toEqual(['balancing-payment', 'payment-on-account', 'tax-return']);
    expect(kinds('Dormant')).toEqual([]);
  });

  test('in 2021’s terms: not cumulative, due on the 5th, a statement for each source', () => {
    const said = ask({
      asAt: '2024-11-22',
      rules: '2021-published',
      sources: [trade],
      returns: [tradeReturn('2022-23', '12000.00')],
    });
    const [first, second] = said.obligations.filter((o) => o.kind === 'quarterly-update' && o.taxYear === '2024-25');
    expect([first?.from, first?.to, first?.dueOn]).toEqual(['2024-04-06', '2024-07-05', '2024-08-05']);
    expect([second?.from, second?.to, second?.dueOn]).toEqual(['2024-07-06', '2024-10-05', '2024-11-05']);
    expect(said.obligations.filter((o) => o.kind === 'end-of-period-statement').map((o) => o.dueOn)).toContain(
      '2026-01-31',
    );
  });
});

describe('returns', () => {
  test.each([
    [undefined, '2028-01-31'],
    ['2027-10-31', '2028-01-31'],
    ['2027-11-01', '2028-01-31'],
    ['2027-11-02', '2028-02-01'],
    ['2028-01-06', '2028-04-05'],
    ['2027-11-30', '2028-02-29'],
  ])('notice given %s: the 2026-27 return is due %s', (noticeGivenOn, due) => {
    const said = ask({ asAt: '2028-03-01', sources: [trade], returns: [{ taxYear: '2026-27', noticeGivenOn }] });
    expect(said.obligations.find((o) => o.taxYear === '2026-27' && o.kind === 'tax-return')?.dueOn).toBe(due);
  });
});

test('what is dated after the day asked about is not known yet', () => {
  const given = { taxYear: '2026-27', noticeGivenOn: '2028-01-06' };
  const said = ask({ asAt: '2027-05-01', sources: [trade], returns: [given] });
  expect(said.obligations.find((o) => o.taxYear === '2026-27' && o.kind === 'tax-return')?.dueOn).toBe('2028-01-31');
});

describe('reminders', () => {
  test('30, 7 and 1 days before an update, 60, 30 and 7 before a return, none for what has passed', () => {
    const days = ask({ asAt: '2027-01-09', ...inFrom2026 }).reminders;
    expect(days.filter((r) => r.about.quarter === 3 && r.about.taxYear === '2026-27').map((r) => r.on)).toEqual([
      '2027-01-31',
      '2027-02-06',
    ]);
    expect(
      days.filter((r) => r.about.kind === 'final-declaration' && r.about.taxYear === '2026-27').map((r) => r.on),
    ).toEqual(['2027-12-02', '2028-01-01', '2028-01-24']);
  });

  test('two sources due on one day are one reminder', () => {
    const said = ask({ asAt: '2026-11-22', sources: [trade, flat], returns: [tradeReturn('2024-25', '60000.00')] });
    const third = said.reminders.filter((r) => r.about.quarter === 3 && r.about.taxYear === '2026-27');
    expect(third.map((r) => r.about.sources)).toEqual([
      ['flat', 'trade'],
      ['flat', 'trade'],
      ['flat', 'trade'],
    ]);
  });
});

describe('what has been sent and paid', () => {
  const base = { asAt: '2026-11-22', sources: [trade, flat], returns: [tradeReturn('2024-25', '60000.00')] };
  const sentOn = (json: object, kind: string, taxYear: string, source: string | null, quarter: number | null = null) =>
    ask({ ...base, ...json }).obligations.find(
      (o) => o.kind === kind && o.taxYear === taxYear && o.source === source && o.quarter === quarter,
    )?.sentOn;
  const filing = { kind: 'quarterly-update', taxYear: '2026-27', quarter: 1, source: 'trade', sentOn: '2026-08-01' };

  test.each([
    [filing, 'trade', 1, '2026-08-01', 'as told'],
    [{ ...filing, source: null }, 'flat', 1, '2026-08-01', 'for every source where none is named'],
    [filing, 'flat', 1, null, 'another source'],
    [filing, 'trade', 2, null, 'another quarter'],
    [{ ...filing, taxYear: '2027-28' }, 'trade', 1, null, 'another year'],
    [{ ...filing, kind: 'final-declaration' }, 'trade', 1, null, 'another thing'],
    [{ ...filing, sentOn: '2026-11-22' }, 'trade', 1, '2026-11-22', 'on the day asked about'],
    [{ ...filing, sentOn: '2026-11-23' }, 'trade', 1, null, 'after the day asked about'],
    [{ ...filing, sentOn: null }, 'trade', 1, null, 'told as not sent'],
  ])('an update told as %j: %s, quarter %i: %s (%s)', (told, source, quarter, on, _why) => {
    expect(sentOn({ filings: [told] }, 'quarterly-update', '2026-27', source, quarter)).toBe(on);
  });

  test('told twice, the first day holds', () => {
    const filings = [{ ...filing, sentOn: '2026-09-01' }, filing];
    expect(sentOn({ filings }, 'quarterly-update', '2026-27', 'trade', 1)).toBe('2026-08-01');
  });

  test('an update of another year or source is not this one’s', () => {
    const update = (taxYear: string, source: string) => ({
      taxYear,
      quarter: 4,
      sentOn: '2026-11-01',
      lines: [{ source, gross: '1.00' }],
    });
    const at = (u: object) => sentOn({ updates: [u] }, 'quarterly-update', '2026-27', 'trade', 1);
    expect([at(update('2026-27', 'trade')), at(update('2027-28', 'trade')), at(update('2026-27', 'flat'))]).toEqual([
      '2026-11-01',
      null,
      null,
    ]);
  });

  test('a return is sent once it is in, or told as sent; payments when they were paid', () => {
    expect(sentOn({}, 'tax-return', '2025-26', null)).toBeNull();
    expect(
      sentOn(
        { filings: [{ kind: 'tax-return', taxYear: '2025-26', sentOn: '2026-10-01' }] },
        'tax-return',
        '2025-26',
        null,
      ),
    ).toBe('2026-10-01');
    const returns = [...base.returns, tradeReturn('2025-26', '1.00', { submittedOn: '2026-09-01' })];
    expect(sentOn({ returns }, 'tax-return', '2025-26', null)).toBe('2026-09-01');
    const payment = { taxYear: '2025-26', due: '2026-07-31', amount: '100.00', paidOn: '2026-07-30' };
    const paid = (more: object) =>
      ask({ ...base, payments: [{ ...payment, ...more }] })
        .obligations.filter((o) => o.sentOn === '2026-07-30')
        .map((o) => [o.kind, o.dueOn]);
    expect(paid({})).toEqual([['payment-on-account', '2026-07-31']]);
    const inParts = (paidOn: string | null) =>
      ask({ ...base, payments: [payment, { ...payment, amount: '7.00', paidOn }] }).obligations.find(
        (o) => o.dueOn === '2026-07-31' && o.taxYear === '2025-26',
      )?.sentOn;
    expect([inParts('2026-08-20'), inParts('2026-07-01'), inParts(null)]).toEqual(['2026-08-20', '2026-07-30', null]);
    expect([paid({ taxYear: '2026-27' }), paid({ due: '2026-08-31' }), paid({ paidOn: null })]).toEqual([[], [], []]);
  });

  test('the threshold of points: four for whoever must send updates, two for the rest', () => {
    const threshold = (status: string) =>
      ask({ ...base, returns: [], statuses: [{ taxYear: '2026-27', status }] }).penalties.threshold;
    expect([threshold('MTD Mandated'), threshold('MTD Voluntary'), threshold('Annual')]).toEqual([4, 2, 2]);
  });

  test('no notice to file, no return and nothing to pay with it', () => {
    const returns = [...base.returns, { taxYear: '2025-26', noticeGivenOn: null }];
    expect(ask({ ...base, returns }).obligations.filter((o) => o.taxYear === '2025-26')).toEqual([]);
  });

  test('what is sent is not reminded of, and a reminder on the day asked about still is', () => {
    const on = (asAt: string, more: object = {}) =>
      ask({ ...base, asAt, ...more })
        .reminders.filter((r) => r.about.quarter === 3 && r.about.taxYear === '2026-27')
        .map((r) => [r.on, r.about.sources]);
    expect(on('2027-01-31').map(([day]) => day)).toEqual(['2027-01-31', '2027-02-06']);
    expect(on('2027-02-01').map(([day]) => day)).toEqual(['2027-02-06']);
    expect(on('2027-02-07')).toEqual([]);
    const sent = [{ kind: 'quarterly-update', taxYear: '2026-27', quarter: 3, source: 'flat', sentOn: '2027-01-20' }];
    expect(on('2027-02-01', { filings: sent })).toEqual([['2027-02-06', ['trade']]]);
    const days = ask(base).reminders.map((r) => r.on);
    expect(days).toEqual(days.toSorted());
    expect(ask(base).reminders.filter((r) => r.about.kind.includes('payment'))).toEqual([]);
  });

  test('a return that was sent, on whichever day, is not reminded of', () => {
    const of = (more: object) =>
      ask({ ...base, ...more })
        .reminders.filter((r) => r.about.quarter === null)
        .map((r): string => r.about.taxYear);
    expect([of({}).includes('2025-26'), of({}).includes('2026-27')]).toEqual([true, true]);
    const sent = of({ taxReturnsSent: ['2025-26'] });
    expect([sent.includes('2025-26'), sent.includes('2026-27')]).toEqual([false, true]);
  });

  test.each([
    ['told to be done', { taxReturnsSent: ['2026-27'] }],
    ['submitted', { returns: [...base.returns, tradeReturn('2026-27', '60000.00', { submittedOn: '2027-04-10' })] }],
  ])('once its year’s return is %s, no update is reminded of, nor the return; the next year’s are', (_, more) => {
    const yearsOf = (json: object) =>
      new Set(ask({ ...base, asAt: '2027-04-20', ...json }).reminders.map((r) => r.about.taxYear));
    expect([...yearsOf({})].toSorted()).toEqual(['2026-27', '2027-28', '2028-29']);
    expect([...yearsOf(more)].toSorted()).toEqual(['2027-28', '2028-29']);
  });

  test('everything due stands by due date, then kind, then source', () => {
    const keys = ask(base).obligations.map((o) => `${o.dueOn} ${o.kind} ${o.source ?? ''}`);
    expect(keys).toEqual(keys.toSorted());
    expect(keys.length).toBeGreaterThan(20);
  });
});
