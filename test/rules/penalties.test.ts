import { describe, expect, test } from 'vitest';
import { ask, flat, trade, tradeReturn } from './facts.ts';

const inFrom2026 = [tradeReturn('2024-25', '60000.00')];
const update = (taxYear: string, quarter: number, sentOn: string | null, source = 'trade') => ({
  kind: 'quarterly-update',
  taxYear,
  quarter,
  source,
  sentOn,
});
const returned = (taxYear: string, sentOn: string | null) => ({ kind: 'final-declaration', taxYear, sentOn });
const missed = (taxYear: string) => [1, 2, 3, 4].map((quarter) => update(taxYear, quarter, null));
/** The four updates of a year and its return, a day before they are due. */
const onTime = (year: number) => {
  const taxYear = `${year}-${String(year + 1).slice(2)}`;
  const days = [`${year}-08-06`, `${year}-11-06`, `${year + 1}-02-06`, `${year + 1}-05-06`];
  return [...days.map((on, i) => update(taxYear, i + 1, on)), returned(taxYear, `${year + 2}-01-30`)];
};
/** In, whatever the years came to. */
const statuses = ['2026-27', '2027-28', '2028-29', '2029-30'].map((taxYear) => ({ taxYear, status: 'MTD Mandated' }));
const lateness = (asAt: string, filings: readonly object[], more: object = {}) =>
  ask({ asAt, sources: [trade], returns: inFrom2026, statuses, filings, ...more }).penalties;
const points = (asAt: string, filings: readonly object[], more: object = {}) =>
  lateness(asAt, filings, more).points.map((p) => p.dueOn);
const charges = (asAt: string, filings: readonly object[], more: object = {}) =>
  lateness(asAt, filings, more).charges.map((c) => `${c.for} ${c.amount}`);

describe('points', () => {
  test.each([
    ['2027-08-07', [], 'on the day is on time'],
    ['2027-08-08', ['2027-08-07'], 'the day after is late'],
    [null, ['2027-08-07'], 'told as not sent'],
  ] as const)('the first update of 2027-28 sent on %s: %j (%s)', (sentOn, dueOn, _why) =>
    expect(points('2027-10-01', [update('2027-28', 1, sentOn)])).toEqual(dueOn),
  );

  test('not sent is no failure until the day is over', () => {
    expect(points('2027-08-07', [update('2027-28', 1, null)])).toEqual([]);
    expect(points('2027-08-08', [update('2027-28', 1, null)])).toEqual(['2027-08-07']);
  });

  test('nothing told is unknown, not missed', () =>
    expect(points('2028-06-01', [update('2027-28', 2, null)])).toEqual(['2027-11-07']));

  test('an update in time for its own quarter clears one told as not sent late, and says nothing of one not told', () => {
    const lines = [{ source: 'trade', gross: '9.00' }];
    const updates = [{ taxYear: '2027-28', quarter: 2, sentOn: '2027-10-20', lines }];
    expect(points('2027-12-01', [update('2027-28', 1, null)], { updates })).toEqual(['2027-08-07']);
    expect(points('2027-12-01', [], { updates })).toEqual([]);
    const first = { taxYear: '2027-28', quarter: 1, sentOn: '2027-08-08', lines };
    expect(points('2027-12-01', [], { updates: [first, ...updates] })).toEqual(['2027-08-07']);
    const lastYear = { ...first, taxYear: '2026-27', sentOn: '2026-08-01' };
    expect(points('2027-12-01', [], { updates: [lastYear, ...updates] })).toEqual([]);
    const ofFlat = { ...first, lines: [{ source: 'flat', gross: '1.00' }] };
    const two = { sources: [trade, flat], updates: [{ ...ofFlat, sentOn: '2027-08-01' }, ...updates] };
    expect(points('2027-11-01', [], two)).toEqual([]);
    const late = { ...updates[0], sentOn: '2027-11-08' };
    expect(points('2027-12-01', [], { updates: [late] })).toEqual(['2027-11-07']);
  });

  test('an update told of a year before there were any is late for nothing', () => {
    const lines = [{ source: 'trade', gross: '1.00' }];
    const updates = [{ taxYear: '2023-24', quarter: 2, sentOn: '2024-02-01', lines }];
    const said = ask({ asAt: '2027-10-01', sources: [trade], updates });
    expect([said.penalties.points, said.penalties.charges]).toEqual([[], []]);
  });

  test('one for a deadline, however many sources were late', () => {
    const filings = [update('2027-28', 1, null), update('2027-28', 1, '2027-09-01', 'flat')];
    expect(points('2027-10-01', filings, { sources: [trade, flat] })).toEqual(['2027-08-07']);
    const one = [update('2027-28', 1, '2027-08-01'), update('2027-28', 1, '2027-09-01', 'flat')];
    expect(points('2027-10-01', one, { sources: [trade, flat] })).toEqual(['2027-08-07']);
  });

  test('updates of 2026-27 cost nothing, its return does', () => {
    expect(points('2027-06-01', missed('2026-27'))).toEqual([]);
    expect(lateness('2028-03-01', [returned('2026-27', '2028-02-15')]).points).toEqual([
      { dueOn: '2028-01-31', expiresOn: '2030-02-28' },
    ]);
  });

  test('a return for a year before signing up is under the older penalties, which are not worked out', () => {
    const late = [{ kind: 'tax-return', taxYear: '2025-26', sentOn: '2027-02-01' }];
    expect(points('2027-03-01', late)).toEqual([]);
    const said = (sentOn: string) =>
      ask({ asAt: '2027-03-01', sources: [trade], returns: inFrom2026, filings: [{ ...late[0], sentOn }] }).problems;
    expect(said('2027-02-01').map((p) => p.code)).toContain('penalties-not-worked-out');
    expect(said('2027-01-31').map((p) => p.code)).not.toContain('penalties-not-worked-out');
    const now = { asAt: '2028-06-01', sources: [trade], returns: inFrom2026, filings: missed('2027-28') };
    expect(ask(now).problems.map((p) => p.code)).not.toContain('penalties-not-worked-out');
  });

  test('in the order of their days, whichever year they are of', () => {
    const both = [returned('2026-27', '2028-02-15'), update('2027-28', 1, null)];
    expect(points('2028-03-01', both)).toEqual(['2027-08-07', '2028-01-31']);
  });

  test.each([
    ['2027-28', 1, '2027-08-07', '2029-08-31'],
    ['2027-28', 2, '2027-11-07', '2029-11-30'],
    ['2027-28', 3, '2028-02-07', '2030-02-28'],
    ['2028-29', 4, '2029-05-07', '2031-05-31'],
  ])('the update %s %i due on %s: its point lasts until %s', (taxYear, quarter, dueOn, expiresOn) => {
    const missing = [update(taxYear, quarter, null)];
    expect(lateness(expiresOn, missing).points).toEqual([{ dueOn, expiresOn }]);
    const after = `${expiresOn.slice(0, 4)}-${String(Number(expiresOn.slice(5, 7)) + 1).padStart(2, '0')}-01`;
    expect(lateness(after, missing).points).toEqual([]);
  });

  test('by choice, updates bear none and the return does, two to a charge', () => {
    const chosen = ['2026-27', '2027-28', '2028-29'].map((taxYear) => ({ taxYear, status: 'MTD Voluntary' }));
    const filings = [...missed('2027-28'), returned('2026-27', '2028-02-01'), returned('2027-28', '2029-02-01')];
    const more = { statuses: chosen, returns: [] };
    expect(points('2029-03-01', filings, more)).toEqual(['2028-01-31', '2029-01-31']);
    expect(charges('2029-03-01', filings, more)).toEqual(['2029-01-31 200.00']);
    expect(lateness('2029-03-01', filings, more).threshold).toBe(2);
  });

  test('from 2027-28 on a return alone is under them too', () => {
    const small = { returns: [tradeReturn('2024-25', '1.00')], statuses: [{ taxYear: '2027-28', status: 'Annual' }] };
    const late = [{ kind: 'tax-return', taxYear: '2027-28', sentOn: null }];
    expect(points('2029-02-01', late, small)).toEqual(['2029-01-31']);
  });

  test('the return’s own day in the facts is as good as a filing told', () => {
    const returns = [...inFrom2026, { taxYear: '2026-27', submittedOn: '2028-02-01', lines: [] }];
    expect(points('2028-03-01', [], { returns })).toEqual(['2028-01-31']);
  });

  test('an update told late is told of the sources that stand in it, and of no other', () => {
    const late = (...sources: string[]) => ({
      updates: [
        {
          taxYear: '2027-28',
          quarter: 1,
          sentOn: '2027-08-20',
          lines: sources.map((source) => ({ source, gross: '1.00' })),
        },
      ],
    });
    expect(points('2027-09-01', [], late('trade', 'van'))).toEqual(['2027-08-07']);
    expect(points('2027-09-01', [], late('van'))).toEqual([]);
  });
});

describe('charges', () => {
  test('the fourth point brings £200, and so does each failure after it, without a point', () => {
    expect(charges('2028-05-07', missed('2027-28'))).toEqual([]);
    expect(charges('2028-05-08', missed('2027-28'))).toEqual(['2028-05-07 200.00']);
    const five = [...missed('2027-28'), update('2028-29', 1, null)];
    expect(charges('2028-09-01', five)).toEqual(['2028-05-07 200.00', '2028-08-07 200.00']);
    expect(points('2028-09-01', five)).toEqual(['2027-08-07', '2027-11-07', '2028-02-07', '2028-05-07']);
  });

  test('at the threshold no point expires by itself', () => {
    expect(lateness('2030-01-01', missed('2027-28')).points.map((p) => p.expiresOn)).toEqual([null, null, null, null]);
  });

  test('a point that has expired before the fourth failure is not one of four', () => {
    const three = [update('2027-28', 1, null), update('2027-28', 2, null), update('2027-28', 3, null)];
    const onLastDay = [...three, update('2029-30', 1, null)];
    // The first point lasts to 31 August 2029; the update due on 7 August 2029 fails on the 8th.
    expect(charges('2029-09-01', onLastDay)).toEqual(['2029-08-07 200.00']);
    const later = [...three, update('2029-30', 2, null)];
    expect(charges('2029-12-01', later)).toEqual([]);
    expect(points('2029-12-01', later)).toEqual(['2028-02-07', '2029-11-07']);
  });

  test('a year of everything on time, and the two before its end received, takes them all away', () => {
    // The last failure is 7 May 2028: the period is 1 June 2028 to 31 May 2029.
    const before = [...onTime(2026), ...missed('2027-28').map((f) => ({ ...f, sentOn: '2028-05-20' }))];
    const clean = [...before, returned('2027-28', '2029-01-30'), ...onTime(2028)];
    expect(points('2029-05-31', clean)).toHaveLength(4);
    expect(points('2029-06-01', clean)).toEqual([]);
    expect(charges('2029-06-01', clean)).toEqual(['2028-05-07 200.00']);
    const oneUnknown = clean.filter((f) => f.taxYear !== '2028-29' || ('quarter' in f && f.quarter !== 3));
    expect(points('2029-06-01', oneUnknown)).toHaveLength(4);
    const oneNeverSent = clean.map((f) =>
      'quarter' in f && f.taxYear === '2027-28' && f.quarter === 2 ? { ...f, sentOn: null } : f,
    );
    expect(points('2029-06-01', oneNeverSent)).toHaveLength(4);
    const ofFlat = clean.flatMap((f) => ('quarter' in f ? [{ ...f, source: 'flat' }] : []));
    const two = { sources: [trade, flat] };
    expect(points('2029-06-01', [...clean, ...ofFlat], two)).toEqual([]);
    const flatOnce = ofFlat.map((f) => (f.taxYear === '2027-28' && f.quarter === 2 ? { ...f, sentOn: null } : f));
    expect(points('2029-06-01', [...clean, ...flatOnce], two)).toHaveLength(4);
    const again = [...clean, update('2029-30', 1, null)];
    expect(points('2029-09-01', again)).toEqual(['2029-08-07']);
    expect(charges('2029-09-01', again)).toEqual(['2028-05-07 200.00']);
  });
});

describe('points of who sends updates by choice', () => {
  const chosen = ['2024-25', '2025-26', '2026-27', '2027-28'].map((taxYear) => ({
    taxYear,
    status: 'MTD Voluntary',
  }));
  const more = { statuses: chosen, returns: [] };
  // Two returns late, the second due on 31 January 2027: two years from 1 March 2027 with everything on time.
  const late = [returned('2024-25', '2026-02-01'), returned('2025-26', '2027-02-01')];
  const earlier = (year: number) => onTime(year).filter((f) => 'quarter' in f);
  const clean = [...late, ...earlier(2024), ...earlier(2025), ...onTime(2026), ...onTime(2027), ...earlier(2028)];

  test('go after two years of everything on time', () => {
    expect(points('2029-02-28', clean, more)).toEqual(['2026-01-31', '2027-01-31']);
    expect(points('2029-03-01', clean, more)).toEqual([]);
  });

  test('stay where one update in them was late, though it bears none', () => {
    const slow = clean.map((f) => ('quarter' in f && f.sentOn === '2027-08-06' ? { ...f, sentOn: '2027-08-08' } : f));
    expect(points('2029-03-01', slow, more)).toEqual(['2026-01-31', '2027-01-31']);
  });

  test('go where both of two sources were on time, and stay where one of them was late once', () => {
    const two = { ...more, sources: [trade, flat] };
    const ofFlat = clean.flatMap((f) => ('quarter' in f ? [{ ...f, source: 'flat' }] : []));
    expect(points('2029-03-01', [...clean, ...ofFlat], two)).toEqual([]);
    const slow = ofFlat.map((f) => (f.sentOn === '2027-08-06' ? { ...f, sentOn: '2027-08-08' } : f));
    expect(points('2029-03-01', [...clean, ...slow], two)).toEqual(['2026-01-31', '2027-01-31']);
  });

  test('stay where of one of two sources nothing is known', () => {
    const two = { ...more, sources: [trade, flat] };
    expect(points('2029-03-01', clean, two)).toEqual(['2026-01-31', '2027-01-31']);
  });
});

describe('paid late', () => {
  const paid = (taxYear: string, due: string, paidOn: string | null, more: object = {}) => ({
    taxYear,
    due,
    amount: '5000.00',
    paidOn,
    ...more,
  });
  const cost = (payments: readonly object[], asAt = '2030-06-01', more: object = {}) =>
    ask({ asAt, sources: [trade], returns: inFrom2026, payments, ...more }).penalties.latePayment.map(
      (l) => `${l.taxYear} ${l.amount}`,
    );
  test.each([
    ['2026-27', '2028-01-31', '2028-01-31', []],
    ['2026-27', '2028-01-31', '2028-02-15', []],
    ['2026-27', '2028-01-31', '2028-02-16', ['2026-27 150.00']],
    ['2026-27', '2028-01-31', '2028-03-01', ['2026-27 150.00']],
    ['2026-27', '2028-01-31', '2028-03-02', ['2026-27 301.37']],
    ['2026-27', '2028-01-31', '2028-03-05', ['2026-27 305.48']],
    ['2027-28', '2029-01-31', '2029-02-16', ['2027-28 200.00']],
    ['2027-28', '2029-01-31', '2029-03-05', ['2027-28 404.11']],
  ])('£5,000 for %s due on %s, paid on %s: %j', (taxYear, due, on, expected) =>
    expect(cost([paid(taxYear, due, on)])).toEqual(expected),
  );

  test('not paid at all, it runs to the day asked about', () => {
    expect(cost([paid('2026-27', '2028-01-31', null)], '2028-05-10')).toEqual(['2026-27 395.89']);
    expect(cost([paid('2026-27', '2028-01-31', '2029-01-01')], '2028-05-10')).toEqual(['2026-27 395.89']);
  });

  test('each part is late by itself, and what nothing is owed on costs nothing', () => {
    const parts = [
      paid('2026-27', '2028-01-31', '2028-02-16', { amount: '1000.00' }),
      paid('2026-27', '2028-01-31', '2028-02-15', { amount: '4000.00' }),
      paid('2026-27', '2028-01-31', '2029-02-15', { amount: '0.00' }),
    ];
    expect(cost(parts)).toEqual(['2026-27 30.00']);
    const said = ask({ asAt: '2030-06-01', sources: [trade], returns: inFrom2026, payments: parts });
    expect(said.penalties.latePayment[0]?.lines).toEqual(['3% of £1,000.00 owed after 15 days: £30.00']);
  });

  test('of each year its own', () => {
    const two = [paid('2026-27', '2028-01-31', '2028-02-16'), paid('2027-28', '2029-01-31', '2029-02-16')];
    expect(cost(two)).toEqual(['2026-27 150.00', '2027-28 200.00']);
  });

  test('payments on account bear interest alone, a later filing date is no payment on account', () => {
    expect(cost([paid('2026-27', '2027-01-31', '2027-12-01'), paid('2026-27', '2027-07-31', null)])).toEqual([]);
    expect(cost([paid('2026-27', '2028-04-30', '2028-05-16')])).toEqual(['2026-27 150.00']);
  });

  test('before the person was in it is under older penalties; a volunteer of 2024-25 pays two and four in a hundred', () => {
    const old = [paid('2025-26', '2027-01-31', '2027-03-31')];
    expect(cost(old)).toEqual([]);
    const said = (on: string) =>
      ask({ asAt: '2027-06-01', sources: [trade], returns: inFrom2026, payments: [paid('2025-26', '2027-01-31', on)] });
    expect(said('2027-02-01').problems.map((p) => p.code)).toContain('penalties-not-worked-out');
    expect(said('2027-01-31').problems.map((p) => p.code)).not.toContain('penalties-not-worked-out');
    const chosen = [{ taxYear: '2024-25', status: 'MTD Voluntary' }];
    const early = paid('2024-25', '2026-01-31', '2026-03-03');
    expect(cost([early], '2026-06-01', { statuses: chosen })).toEqual(['2024-25 200.55']);
    const steps = ask({ asAt: '2026-06-01', sources: [trade], statuses: chosen, payments: [early] }).guidance.steps;
    expect(steps.find((s) => s.code === 'grace-may-apply')).toMatchObject({
      text: expect.stringMatching(/^2024 to 2025 is your first year/),
      link: 'penalties',
    });
  });

  test('everybody is under them from 2027-28', () => {
    const returns = [tradeReturn('2024-25', '1.00')];
    expect(cost([paid('2027-28', '2029-01-31', '2029-02-16')], '2029-06-01', { returns })).toEqual(['2027-28 200.00']);
  });

  test('each part of the charge is said, and the grace of the first year offered and not taken off', () => {
    const said = ask({
      asAt: '2028-06-01',
      sources: [trade],
      returns: inFrom2026,
      payments: [paid('2026-27', '2028-01-31', '2028-03-05')],
    });
    expect(said.penalties.latePayment[0]?.lines).toEqual([
      '3% of £5,000.00 owed after 15 days: £150.00',
      '3% of £5,000.00 owed after 30 days: £150.00',
      '10% a year of £5,000.00 from day 31, for 4 days: £5.48',
    ]);
    expect(said.guidance.steps.find((s) => s.code === 'grace-may-apply')?.text).toMatch(
      /^2026 to 2027 is your first year/,
    );
    const later = ask({
      asAt: '2029-06-01',
      sources: [trade],
      returns: inFrom2026,
      payments: [paid('2027-28', '2029-01-31', '2029-03-05')],
    });
    expect(later.guidance.steps.map((s) => s.code)).not.toContain('grace-may-apply');
  });

  test('under the 2021 rules nothing is worked out, and that is said', () => {
    const said = ask({
      asAt: '2028-06-01',
      rules: '2021-published',
      sources: [trade],
      payments: [paid('2026-27', '2028-01-31', '2028-03-05')],
    });
    expect(said.penalties).toEqual({ points: [], threshold: 2, charges: [], latePayment: [] });
    expect(said.problems.map((p) => p.code)).toContain('penalties-not-worked-out');
    expect(ask({ asAt: '2026-05-01', rules: '2021-published', sources: [trade] }).problems).toEqual([]);
  });
});

describe('who comes under HMRC’s new penalties, and when', () => {
  const small = ['2024-25', '2025-26'].map((taxYear) => tradeReturn(taxYear, '5000.00'));
  const optedOut = [
    { taxYear: '2025-26', status: 'MTD Voluntary' },
    { taxYear: '2026-27', status: 'Annual' },
  ];
  const asked = (asAt: string, more: object) => ask({ asAt, sources: [trade], returns: small, ...more });
  const payment = (taxYear: string, due: string, paidOn: string) => ({ taxYear, due, amount: '5000.00', paidOn });
  const grace = (asAt: string, more: object) =>
    asked(asAt, more).guidance.steps.some((s) => s.code === 'grace-may-apply');

  test('who sent updates by choice stays under them after opting out', () => {
    const filings = [{ kind: 'tax-return', taxYear: '2026-27', sentOn: '2028-02-05' }];
    const late = asked('2028-03-01', { statuses: optedOut, filings });
    expect(late.penalties.points).toEqual([{ dueOn: '2028-01-31', expiresOn: '2030-02-28' }]);
    expect(late.penalties.threshold).toBe(2);
    const payments = [payment('2026-27', '2028-01-31', '2028-03-05')];
    expect(asked('2028-06-01', { statuses: optedOut, payments }).penalties.latePayment[0]?.amount).toBe('305.48');
    expect(asked('2028-06-01', { payments }).penalties.latePayment).toEqual([]);
  });

  test('the grace is of the first year under them, in or not', () => {
    const [first, second] = [
      payment('2027-28', '2029-01-31', '2029-02-20'),
      payment('2028-29', '2030-01-31', '2030-02-20'),
    ];
    expect(grace('2029-03-01', { payments: [first] })).toBe(true);
    expect(grace('2030-03-01', { payments: [second] })).toBe(false);
    expect(
      grace('2030-03-01', { statuses: [{ taxYear: '2028-29', status: 'MTD Mandated' }], payments: [second] }),
    ).toBe(false);
  });

  test('before they reach a return, its lateness costs at once; from then on it can count towards a penalty', () => {
    const said = asked('2026-12-01', {});
    const reminder = (dueOn: string) =>
      asked(`${dueOn.slice(0, 4)}-01-01`, {}).reminders.find((r) => r.about.dueOn === dueOn);
    const codes = said.obligations.filter((o) => o.kind === 'tax-return').map((o) => o.because.map((r) => r.code));
    expect(codes).toEqual([['tax-return', 'late-costs-at-once'], ['tax-return', 'late-costs-at-once'], ['tax-return']]);
    expect(reminder('2027-01-31')?.text).toBe(
      'Tax return for 2025 to 2026. Submit it by 31 January 2027. Lateness costs £100 at once, and more after three months.',
    );
    expect(reminder('2029-01-31')?.text).toMatch(/Lateness can cost a late submission penalty\.$/);
  });
});

test('what is told as sent on a day to come is not told yet: unknown, and not missed', () => {
  const later = [update('2027-28', 1, '2027-08-12')];
  expect(points('2027-08-10', later)).toEqual([]);
  expect(points('2027-08-12', later)).toEqual(['2027-08-07']);
  expect(points('2028-02-02', [returned('2026-27', '2028-02-05')])).toEqual([]);
});

test('a return known to have been sent, whenever that was, has been received', () => {
  const year = (from: number, day: number, nextDay = day) => {
    const taxYear = `${from}-${String(from + 1).slice(2)}`;
    const days = [`${from}-08-0${day}`, `${from}-11-0${day}`, `${from + 1}-02-0${day}`, `${from + 1}-05-0${nextDay}`];
    return days.map((on, i) => update(taxYear, i + 1, on));
  };
  const filings = [...year(2027, 8), ...year(2028, 7), returned('2027-28', '2029-01-31')];
  expect(points('2029-06-01', filings)).toHaveLength(4);
  expect(points('2029-06-01', filings, { taxReturnsSent: ['2026-27'] })).toEqual([]);
});
