/** What a person reads: the first sentence, reasons, and what is next, word by word. */
import { describe, expect, test } from 'vitest';
import { ask, trade, tradeReturn } from './facts.ts';

test('a circumstance of the whole person names no source to ask about', () => {
  const circumstances = [{ kind: 'averaging', from: '2024-06-01' }];
  expect(ask({ asAt: '2026-11-22', sources: [trade], circumstances }).problems).toEqual([]);
});

test('accounts to 31 March are a whole year: nothing is said to be scaled', () => {
  const period = { from: '2024-04-06', to: '2025-03-31' };
  const lines = [{ source: 'trade', form: 'SA103F', box: '15', amount: '9.00', period }];
  const said = ask({ asAt: '2026-11-22', sources: [trade], returns: [tradeReturn('2024-25', '1.00', { lines })] });
  expect(said.years[0]?.because.map((r) => r.code)).toEqual(['income-not-more-than-threshold']);
});

test('a reason stands where its rule does: too late an increase, and out by another way than three years', () => {
  const madeOn = '2026-05-10';
  const amendments = [{ madeOn, lines: [{ source: 'trade', form: 'SA103F', box: '15', amount: '60000.00' }] }];
  const late = ask({ asAt: '2026-11-22', sources: [trade], returns: [tradeReturn('2024-25', '1.00', { amendments })] });
  expect(late.years[0]?.because.find((r) => r.code === 'increase-too-late')?.cite.title).toMatch(/reg 26/);
  const out = ask({
    asAt: '2028-02-01',
    sources: [trade],
    returns: [tradeReturn('2024-25', '60000.00')],
    circumstances: [{ kind: 'digitally-excluded', from: '2028-01-10' }],
  });
  expect(out.exit.because[0]?.cite.title).toMatch(/regs 18 to 20/);
});

test('out by records that stop before the end of their year: as things stand, in the sentence and in the exit', () => {
  const within = ['2025-26', '2026-27', '2027-28'].map((y) => tradeReturn(y, '15000.00'));
  const said = ask({
    asAt: '2029-06-01',
    sources: [trade],
    returns: [tradeReturn('2024-25', '60000.00'), ...within],
    records: [{ taxYear: '2028-29', source: 'trade', upTo: '2029-02-01', gross: '15000.00' }],
  });
  expect(said.text).toMatch(/^As things stand, you do not need to use/);
  expect(said.exit.because[0]?.text).toMatch(/^As things stand, you can stop from 6 April 2029/);
});

describe('the first sentence', () => {
  const half = { ...trade, startedOn: '2025-10-06' };
  const books = (gross: string) => ({
    records: [{ taxYear: '2026-27', source: 'trade', upTo: '2026-11-22', gross }],
    returns: [tradeReturn('2024-25', '1.00'), tradeReturn('2025-26', '1.00', { submittedOn: '2026-10-01' })],
  });
  const fair = { justAndReasonable: { amount: '20000.00', reason: 'A summer trade' } };
  const line = { source: 'trade', form: 'SA103F', box: '15' };
  const service = 'Making Tax Digital for Income Tax';
  test.each([
    [
      { sources: [trade], ...books('9000.00') },
      `You do not need to use ${service}. At this rate that stays so until 5 April 2029, as far ahead as this looks.`,
    ],
    [{ sources: [trade], ...books('19000.00') }, `At this rate you must use ${service} from 6 April 2028.`],
    [
      { sources: [trade], circumstances: [{ kind: 'digitally-excluded', from: '2026-04-06' }] },
      `You do not need to use ${service}, once HMRC has agreed. As things stand, that stays so until 5 April 2029, as far ahead as this looks.`,
    ],
    [
      {
        sources: [trade],
        returns: [
          tradeReturn('2024-25', '60000.00'),
          tradeReturn('2025-26', '60000.00', { submittedOn: '2026-10-01' }),
        ],
        circumstances: [{ kind: 'digitally-excluded', from: '2026-04-06', to: '2027-03-01' }],
      },
      `You do not need to use ${service} for 2026 to 2027, once HMRC has agreed. You must use ${service} from 6 April 2027.`,
    ],
    [
      {
        sources: [
          { ...trade, ceasedOn: '2024-10-05' },
          { id: 'flat', kind: 'uk-property' },
        ],
        returns: [tradeReturn('2024-25', '30000.00')],
      },
      `By one of two readings you do not need to use ${service} for 2026 to 2027. More is needed to say whether you must use ${service} from 6 April 2027.`,
    ],
    [{ sources: [{ ...trade, ceasedOn: '2026-04-05' }] }, `You do not need to use ${service}.`],
    [
      {
        sources: [trade],
        returns: [tradeReturn('2024-25', '60000.00')],
        circumstances: [{ kind: 'digitally-excluded', from: '2027-04-06' }],
      },
      `You must use ${service} from 6 April 2026. Once HMRC has agreed, you can stop from 6 April 2027.`,
    ],
    [
      { sources: [{ ...trade, ceasedOn: '2026-10-01' }], returns: [tradeReturn('2024-25', '60000.00')] },
      `You must use ${service} from 6 April 2026. You can stop from 6 April 2027.`,
    ],
    [
      {
        sources: [half],
        returns: [
          tradeReturn('2024-25', '1.00'),
          { taxYear: '2025-26', submittedOn: '2026-10-01', lines: [{ ...line, amount: '15000.00' }] },
        ],
      },
      `You do not need to use ${service} for 2026 to 2027. It is too close to call whether you must use ${service} from 6 April 2027.`,
    ],
    [
      {
        sources: [half],
        returns: [
          tradeReturn('2024-25', '1.00'),
          { taxYear: '2025-26', submittedOn: '2026-10-01', lines: [{ ...line, amount: '20000.00', ...fair }] },
        ],
      },
      `You do not need to use ${service} for 2026 to 2027. It is not settled yet whether you must use ${service} from 6 April 2027.`,
    ],
  ])('%j', (facts, text) => expect(ask({ asAt: '2026-11-22', ...facts }).text).toBe(text));
});

test('the next decision names what is not in it', () => {
  const flat = { id: 'flat', name: 'Flat 1', kind: 'uk-property' };
  const stall = { id: 'stall', kind: 'self-employment' };
  const records = [{ taxYear: '2026-27', source: 'trade', upTo: '2026-11-22', gross: '9000.00' }];
  const said = ask({ asAt: '2026-11-22', sources: [trade, flat, stall], records }).next;
  expect(said?.without).toEqual(['flat', 'stall']);
  expect(said?.text).toContain('There are no records of Flat 1 and stall yet, so they are not in this.');
  expect(said?.text).not.toContain('you stay within it');
});

test('books that stop before the others are named with their day', () => {
  const flat = { id: 'flat', name: 'Flat 1', kind: 'uk-property' };
  const records = [
    { taxYear: '2026-27', source: 'trade', upTo: '2026-11-22', gross: '9000.00' },
    { taxYear: '2026-27', source: 'flat', upTo: '2026-06-30', gross: '10.00' },
  ];
  const said = ask({ asAt: '2026-11-22', sources: [trade, flat], records }).next;
  expect(said?.text).toContain('counted up to 22 November 2026 (Flat 1 up to 30 June 2026 only);');
});

describe('a reason is said as of when it holds', () => {
  const minister = (asAt: string, to: string | null) =>
    ask({ asAt, sources: [trade], circumstances: [{ kind: 'minister-of-religion', from: '2025-06-01', to }] }).years[1];
  test.each([
    [null, 'You need not use it for 2027 to 2028 because you are a minister of religion in 2025 to 2026.'],
    ['2026-04-05', 'You need not use it for 2027 to 2028 because you are a minister of religion in 2025 to 2026.'],
    ['2026-03-31', 'You need not use it for 2027 to 2028 because you were a minister of religion in 2025 to 2026.'],
  ])('ended %s: %s', (to, text) => {
    expect(minister('2026-04-05', to)?.because[0]?.text).toBe(text);
    expect(minister('2026-04-05', to)?.exemptions[0]?.text).toBe(text);
  });

  test('the year it had to hold in is named, and is past once that year is', () =>
    expect(minister('2026-04-06', null)?.because[0]?.text).toBe(
      'You need not use it for 2027 to 2028 because you were a minister of religion in 2025 to 2026.',
    ));

  test('a year that is over, and one that counts for itself alone', () => {
    const circumstances = [{ kind: 'averaging', from: '2024-06-01', to: null }];
    expect(ask({ asAt: '2028-06-01', sources: [trade], circumstances }).years[0]?.because[0]?.text).toBe(
      'You did not need to use it for 2026 to 2027 because you averaged your profits in 2024 to 2025. That counts for 2026 to 2027 alone.',
    );
  });

  test('what begins later says when, and what HMRC has to agree to says so until it has', () => {
    const circumstances = [{ kind: 'digitally-excluded', from: '2027-01-01' }];
    const asked = (more: object) => ask({ asAt: '2026-12-01', sources: [trade], circumstances, ...more }).years[0];
    expect(asked({})?.because[0]?.text).toBe(
      'You need not use it for 2026 to 2027 because, from 1 January 2027 on, using digital tools is not reasonably practicable for you, once HMRC has agreed.',
    );
    const statuses = [{ taxYear: '2026-27', status: 'Digitally Exempt' }];
    expect(asked({ statuses })?.because[0]?.text).not.toContain('once HMRC has agreed');
  });

  test('what HMRC agreed to holds from its year on, until HMRC says otherwise; where it says nothing it stands', () => {
    const waits = (...told: readonly (readonly [taxYear: string, status: string])[]) =>
      ask({
        asAt: '2026-12-01',
        sources: [trade],
        circumstances: [{ kind: 'digitally-excluded', from: '2026-04-06' }],
        statuses: told.map(([taxYear, status]) => ({ taxYear, status })),
      }).years.map((y) => y.because[0]?.text.includes('once HMRC has agreed'));
    expect(waits(['2026-27', 'Digitally Exempt'])).toEqual([false, false, false]);
    expect(waits(['2026-27', 'Digitally Exempt'], ['2027-28', 'No Status'])).toEqual([false, false, false]);
    expect(waits(['2026-27', 'Digitally Exempt'], ['2027-28', 'Annual'])).toEqual([false, true, true]);
    expect(waits(['2027-28', 'Digitally Exempt'])).toEqual([true, false, false]);
  });

  test('of two that are still to begin the first is named, whichever was told first; one that begins today holds', () => {
    const from = (...days: string[]) => {
      const circumstances = days.map((day) => ({ kind: 'digitally-excluded', from: day }));
      return ask({ asAt: '2026-12-01', sources: [trade], circumstances }).years[0]?.because[0]?.text;
    };
    expect(from('2027-02-01', '2027-01-01')).toContain('because, from 1 January 2027 on, using');
    expect(from('2027-01-01', '2027-02-01')).toContain('because, from 1 January 2027 on, using');
    expect(from('2026-12-02')).toContain('because, from 2 December 2026 on, using');
    expect(from('2026-12-01')).toContain('because using digital tools');
  });

  test('where one day is looked at, or another year, it is named', () => {
    const why = (more: object) => ask({ asAt: '2026-11-22', sources: [trade], ...more }).years[0]?.because[0]?.text;
    expect(why({ circumstances: [{ kind: 'no-national-insurance-number', from: '2024-01-01' }] })).toBe(
      'You need not use it for 2026 to 2027 because you had no National Insurance number on 5 April 2026.',
    );
    expect(why({ residence: [{ taxYear: '2024-25', ukResident: false }] })).toBe(
      'You need not use it for 2026 to 2027 because you were not resident in the UK in 2024 to 2025. That counts for 2026 to 2027 alone.',
    );
  });

  test('one of two that still goes on is enough for now', () => {
    const circumstances = [
      { kind: 'minister-of-religion', from: '2025-06-01', to: '2025-09-01' },
      { kind: 'minister-of-religion', from: '2025-10-01' },
    ];
    const said = ask({ asAt: '2026-01-01', sources: [trade], circumstances });
    expect(said.years[1]?.because[0]?.text).toContain('because you are a minister of religion');
  });
});

test('a return changed in time: the regulations of 2026 say what counts when, what was published in 2021 does not', () => {
  const changed = (rules: string, taxYear: string, from: string, to: string) => {
    const lines = [{ source: 'trade', form: 'SA103F', box: '15', amount: to }];
    const madeOn = `${Number(taxYear.slice(0, 4)) + 2}-02-01`;
    const returns = [tradeReturn(taxYear, from, { amendments: [{ madeOn, lines }] })];
    const asAt = `${Number(taxYear.slice(0, 4)) + 2}-03-01`;
    return ask({ asAt, rules, sources: [trade], returns }).years[0]?.because.at(-1)?.text;
  };
  const change = (day: string, year: string) => `The change of ${day} to the return for ${year}`;
  const now = change('1 February 2026', '2024 to 2025');
  const then = change('1 February 2024', '2022 to 2023');
  expect(changed('2026-regulations', '2024-25', '9.00', '8.00')).toBe(
    `${now} lowered its income from £9.00 to £8.00. A lower figure counts whenever the change is made.`,
  );
  expect(changed('2026-regulations', '2024-25', '8.00', '9.00')).toBe(
    `${now} raised its income from £8.00 to £9.00, in time to count.`,
  );
  expect(changed('2021-published', '2022-23', '9.00', '8.00')).toBe(`${then} lowered its income from £9.00 to £8.00.`);
  expect(changed('2021-published', '2022-23', '8.00', '9.00')).toBe(`${then} raised its income from £8.00 to £9.00.`);
});

test('what was not asked for is not said to stand on a return', () => {
  const returns = [tradeReturn('2024-25', '1.00'), { taxYear: '2025-26', noticeGivenOn: null }];
  const said = ask({ asAt: '2026-11-22', sources: [trade], returns });
  expect(said.years[1]?.because[0]?.text).toContain('is £0.00 as no tax return was asked for, which is not more');
});

test('a year that is over with books that stop early: as things stand, not at this rate', () => {
  const returns = [tradeReturn('2024-25', '1.00')];
  const records = [{ taxYear: '2025-26', source: 'trade', upTo: '2026-01-05', gross: '29000.00' }];
  const said = ask({ asAt: '2026-11-22', sources: [trade], returns, records });
  expect(said.text).toBe('As things stand, you must use Making Tax Digital for Income Tax from 6 April 2027.');
  expect(said.years[1]?.because[0]?.text).toContain('from records that do not reach its end');
});

test('what is dated after the day looked from is not looked at, and is said', () => {
  const lines = [{ source: 'trade', gross: '1.00' }];
  const later = (facts: object) => ask({ asAt: '2026-11-22', sources: [trade], ...facts }).problems.map((p) => p.text);
  const after = ', after 22 November 2026, the day this is seen from, so it does not count here. Check the day.';
  const returned = (submittedOn: string, more = {}) => ({
    returns: [tradeReturn('2024-25', '60000.00', { submittedOn, ...more })],
  });
  expect(later(returned('2026-11-23'))).toEqual([`The tax return for 2024 to 2025 is dated 23 November 2026${after}`]);
  expect(later(returned('2026-11-22'))).toEqual([]);
  const amendments = [{ madeOn: '2026-12-01', lines: [] }];
  expect(later(returned('2026-01-22', { amendments }))).toEqual([
    `A change to the tax return for 2024 to 2025 is dated 1 December 2026${after}`,
  ]);
  expect(later({ updates: [{ taxYear: '2026-27', quarter: 3, sentOn: '2027-01-06', lines }] })).toEqual([
    `A quarterly update for 2026 to 2027 is dated 6 January 2027${after}`,
  ]);
  const total = { taxYear: '2026-27', source: 'trade', upTo: '2027-01-05', gross: '1.00' };
  expect(later({ records: [total] })).toEqual([`A total of records for 2026 to 2027 is dated 5 January 2027${after}`]);
  const filing = { taxYear: '2026-27', source: 'trade', quarter: 2, kind: 'quarterly-update', sentOn: '2027-11-05' };
  expect(later({ filings: [filing] })).toEqual([
    `A quarterly update for 2026 to 2027 is dated 5 November 2027${after}`,
  ]);
  const payment = { taxYear: '2024-25', due: '2026-01-31', amount: '1.00', paidOn: '2027-01-30' };
  expect(later({ payments: [payment] })).toContain(`A payment for 2024 to 2025 is dated 30 January 2027${after}`);
  expect(later(returned('2026-01-22', { noticeGivenOn: '2026-12-02' }))).toContain(
    `The notice to file for 2024 to 2025 is dated 2 December 2026${after}`,
  );
  expect(later({ records: [{ ...total, days: [['2026-05-01', 'turnover', '1.00']] }] })).toEqual([]);
});

test('what is dated later is told in the order of its years, then of what it is, then of its days', () => {
  const filing = (kind: string, taxYear: string, sentOn: string) => ({ kind, taxYear, sentOn });
  const texts = ask({
    asAt: '2026-11-22',
    sources: [trade],
    filings: [filing('tax-return', '2025-26', '2027-01-02'), filing('final-declaration', '2025-26', '2027-01-04')],
    payments: [
      { taxYear: '2025-26', due: '2027-01-31', amount: '1.00', paidOn: '2027-01-03' },
      { taxYear: '2025-26', due: '2027-01-31', amount: '2.00', paidOn: '2027-01-01' },
      { taxYear: '2024-25', due: '2026-01-31', amount: '3.00', paidOn: '2027-01-05' },
    ],
  }).problems.flatMap((p) => (p.code === 'dated-later' ? p.text.replace(/, after .*/, '') : []));
  expect(texts).toEqual([
    'A payment for 2024 to 2025 is dated 5 January 2027',
    'The tax return for 2025 to 2026 is dated 4 January 2027',
    'A payment for 2025 to 2026 is dated 1 January 2027',
    'A payment for 2025 to 2026 is dated 3 January 2027',
    'The tax return for 2025 to 2026 is dated 2 January 2027',
  ]);
});

describe('what was told by hand', () => {
  const told = (filing: object) =>
    ask({
      asAt: '2026-11-22',
      sources: [trade, { id: 'stall', kind: 'self-employment', ceasedOn: '2026-08-31' }],
      filings: [filing],
    }).problems.map((p) => p.text);
  const update = { kind: 'quarterly-update', taxYear: '2026-27', quarter: 2 };

  test('a return sent before its year was over, whatever it is called and whatever quarter stands with it', () => {
    const early =
      'The tax return for 2026 to 2027 is told as sent on 20 November 2026, before that year was over. Check the day.';
    for (const kind of ['tax-return', 'final-declaration'])
      expect(told({ kind, taxYear: '2026-27', quarter: 4, source: 'trade', sentOn: '2026-11-20' })).toEqual([early]);
    expect(told({ kind: 'balancing-payment', taxYear: '2026-27', sentOn: '2026-11-20' })).toEqual([]);
  });

  test('an update is early for the source it names; for all of them only where it is for the last to end', () => {
    const early = (on: string) => [
      `Quarterly update 2 for 2026 to 2027 is told as sent on ${on}, before it could be sent. Check the day.`,
    ];
    expect(told({ ...update, source: 'trade', sentOn: '2026-09-24' })).toEqual(early('24 September 2026'));
    expect(told({ ...update, source: 'stall', sentOn: '2026-09-24' })).toEqual([]);
    expect(told({ ...update, sentOn: '2026-09-24' })).toEqual([]);
    expect(told({ ...update, sentOn: '2026-08-20' })).toEqual(early('20 August 2026'));
  });

  test('an update of no quarter is early for none', () =>
    expect(told({ ...update, quarter: null, source: 'trade', sentOn: '2026-04-06' })).toEqual([]));
});

test('a box that counted once is named with its last year; one of another form says nothing of it', () => {
  const left = (form: string, number: string, kind: string) => {
    const line = { source: 'home', form, box: number, amount: '900.00' };
    const returns = [{ taxYear: '2025-26', submittedOn: '2026-10-01', lines: [line] }];
    return ask({ asAt: '2026-11-22', sources: [{ id: 'home', kind }], returns }).problems.map((p) => p.text);
  };
  const intro = (box: string) => `£900.00 in ${box} for 2025 to 2026 is not part of the income looked at`;
  expect(left('SA105', '5', 'uk-property')).toEqual([
    `${intro('SA105 box 5')}: that box counted up to 2024 to 2025 only. Check the box.`,
  ]);
  expect(left('SA105', '15', 'uk-property')).toEqual([`${intro('SA105 box 15')}. Check the number of the box.`]);
});

test('what is left off by a name nobody declared counts with property, and Rent-a-Room with no allowance', () => {
  const off = (...what: readonly (readonly [source: string, what: string, amount: string])[]) => {
    const notOnReturn = what.map(([source, kind, amount]) => ({ source, what: kind, amount }));
    return ask({ asAt: '2026-11-22', sources: [trade], returns: [tradeReturn('2024-25', '1.00', { notOnReturn })] })
      .problems.filter((p) => p.code === 'too-much-left-out')
      .map((p) => [p.values['amount'], p.values['limit']]);
  };
  expect(off(['trade', 'allowance', '1000.00'], ['kiosk', 'allowance', '1000.00'])).toEqual([]);
  expect(off(['trade', 'allowance', '1000.01'], ['kiosk', 'allowance', '999.99'])).toEqual([['1000.01', '1000.00']]);
  expect(off(['trade', 'allowance', '999.99'], ['kiosk', 'allowance', '1000.01'])).toEqual([['1000.01', '1000.00']]);
  expect(off(['trade', 'allowance', '1000.02'], ['kiosk', 'allowance', '1000.01'])).toEqual([
    ['1000.02', '1000.00'],
    ['1000.01', '1000.00'],
  ]);
  expect(off(['trade', 'rent-a-room', '7500.00'])).toEqual([]);
  expect(off(['kiosk', 'rent-a-room', '7500.01'])).toEqual([['7500.01', '7500.00']]);
});

test('what does not fit is called by its name', () => {
  const named = { ...trade, name: 'Plumbing' };
  const line = { source: 'trade', form: 'SA105', box: '20', amount: '1.00' };
  const records = [
    {
      taxYear: '2026-27',
      source: 'trade',
      upTo: '2026-11-01',
      gross: '2.00',
      days: [['2026-05-01', 'turnover', '1.00']],
    },
  ];
  const returns = [tradeReturn('2024-25', '1.00', { lines: [line] })];
  const texts = ask({ asAt: '2026-11-22', sources: [named], returns, records }).problems.map((p) => p.text);
  expect(texts).toContainEqual(expect.stringMatching(/^Plumbing is self-employment, but stands on form SA105/));
  expect(texts).toContainEqual(expect.stringMatching(/^The total of Plumbing for 2026 to 2027/));
  const stray = records.map((r) => ({ ...r, source: 'kiosk' }));
  const undeclared = ask({ asAt: '2026-11-22', sources: [named], returns, records: stray }).problems.map((p) => p.text);
  expect(undeclared).toContainEqual(expect.stringMatching(/^The total of kiosk for 2026 to 2027/));
});

describe('a reason names what decides', () => {
  const texts = (json: object, taxYear: string) =>
    ask({ asAt: '2026-12-01', sources: [trade], ...json })
      .years.find((y) => y.taxYear === taxYear)
      ?.because.map((r) => r.text) ?? [];
  const amended = (amount: string, madeOn: string) => [
    tradeReturn('2024-25', '45000.00', {
      amendments: [{ madeOn, lines: [{ source: 'trade', form: 'SA103F', box: '15', amount }] }],
    }),
  ];

  test.each([
    [
      amended('55000.00', '2026-04-06'),
      'The change of 6 April 2026 to the return for 2024 to 2025 made its income £55,000.00, more than the £45,000.00 that counts, but after 2026 to 2027 had started, so it does not count for that year.',
    ],
    [
      amended('55000.00', '2026-04-05'),
      'The change of 5 April 2026 to the return for 2024 to 2025 raised its income from £45,000.00 to £55,000.00, in time to count.',
    ],
    [
      amended('44000.00', '2026-04-06'),
      'The change of 6 April 2026 to the return for 2024 to 2025 lowered its income from £45,000.00 to £44,000.00. A lower figure counts whenever the change is made.',
    ],
  ])('%#: a change to the return, its day and what it did', (returns, text) =>
    expect(texts({ returns }, '2026-27').at(-1)).toBe(text),
  );

  test('a change that changes nothing is not mentioned', () =>
    expect(texts({ returns: amended('45000.00', '2026-04-06') }, '2026-27')).toHaveLength(1));

  test('a part year of a year that still runs is scaled from what is likely by its end', () => {
    const sources = [{ ...trade, name: 'Joinery', startedOn: '2026-10-06' }];
    const held = (upTo: string) => [{ taxYear: '2026-27', source: 'trade', upTo, gross: '9100.00' }];
    expect(texts({ asAt: '2027-01-04', sources, records: held('2027-01-04') }, '2028-29')[1]).toBe(
      'Joinery counts for 6 October 2026 to 5 April 2027, which is not a whole year, so its £18,200.00 likely by then is scaled up to one.',
    );
    expect(texts({ asAt: '2027-06-01', sources, records: held('2027-04-05') }, '2028-29')[1]).toBe(
      'Joinery counts for 6 October 2026 to 5 April 2027, which is not a whole year, so its £9,100.00 is scaled up to one.',
    );
  });

  test('the figure thought just and reasonable stands beside the scaled one, with its side', () => {
    const fair = (amount: string, by: string) => {
      const line = { source: 'trade', form: 'SA103F', box: '15', amount };
      const lines = [{ ...line, justAndReasonable: { amount: by, reason: 'A winter trade' } }];
      const sources = [{ ...trade, startedOn: '2024-10-06' }];
      return texts({ sources, returns: [tradeReturn('2024-25', '1.00', { lines })] }, '2026-27').at(-1);
    };
    expect(fair('20000.00', '50000.01')).toBe(
      'By the figure you think just and reasonable it is £50,000.01, which is more than £50,000.00. Ask HMRC which one it will use.',
    );
    expect(fair('30000.00', '50000.00')).toBe(
      'By the figure you think just and reasonable it is £50,000.00, which is not more than £50,000.00. Ask HMRC which one it will use.',
    );
  });

  test('what stopped is read the other way, and what goes on is scaled as it is', () => {
    const sources = [
      { ...trade, name: 'Joinery', ceasedOn: '2024-10-05' },
      { id: 'flat', kind: 'uk-property', startedOn: '2024-10-06' },
    ];
    const lines = [
      { source: 'trade', form: 'SA103F', box: '15', amount: '10000.00' },
      { source: 'flat', form: 'SA105', box: '20', amount: '12000.00' },
    ];
    const said = texts({ sources, returns: [tradeReturn('2024-25', '1.00', { lines })] }, '2026-27');
    expect(said.find((text) => text.startsWith('Joinery'))).toContain(
      'so its £10,000.00 counts as it is. Scaled up, the year would come to £44,000.00, which makes no difference here.',
    );
  });

  test('a source that stopped: both readings of the year, and whether they matter', () => {
    const sources = [
      { ...trade, name: 'Joinery', ceasedOn: '2024-10-05' },
      { id: 'flat', kind: 'uk-property' },
    ];
    const stopped = (rent: string, grossUpCeased = false) => {
      const lines = [
        { source: 'trade', form: 'SA103F', box: '15', amount: '30000.00', grossUpCeased },
        { source: 'flat', form: 'SA105', box: '20', amount: rent },
      ];
      return texts({ sources, returns: [tradeReturn('2024-25', '1.00', { lines })] }, '2026-27').at(-1);
    };
    expect(stopped('15000.00')).toMatch(
      /^Joinery stopped on 5 October 2024, .* Scaled up, the year would come to £75,000\.00, which is more than £50,000\.00\. Ask HMRC which it uses\.$/,
    );
    expect(stopped('21000.00')).toMatch(
      /Scaled up, the year would come to £81,000\.00, which makes no difference here\.$/,
    );
    expect(stopped('15000.00', true)).toMatch(
      /as was asked for\. Not scaled up, the year would come to £45,000\.00, which is not more than £50,000\.00\. Ask HMRC which it uses\.$/,
    );
  });

  test('leaving waits for one year: what is known of the others is said', () => {
    const returns = ['2024-25', '2025-26', '2026-27'].map((y) => tradeReturn(y, y === '2024-25' ? '60000.00' : '9.00'));
    const records = [{ taxYear: '2027-28', source: 'trade', upTo: '2028-04-05', gross: '8.00' }];
    expect(texts({ asAt: '2028-06-01', returns, records }, '2029-30')).toEqual([
      'You can stop from 6 April 2029 if each of the tax years 2026 to 2027, 2027 to 2028 and 2028 to 2029 is within the amount for its year.',
      'Income for 2026 to 2027 is £9.00, within £20,000.00.',
      'Income for 2027 to 2028 is £8.00, within £20,000.00.',
      'Income for 2028 to 2029 is not known yet.',
    ]);
  });

  test('three years out long ago are said as past', () => {
    const returns = ['2024-25', '2025-26', '2026-27', '2027-28', '2028-29', '2029-30'].map((y) =>
      tradeReturn(y, y === '2024-25' ? '60000.00' : '9.00'),
    );
    expect(texts({ asAt: '2031-02-01', returns }, '2029-30')[0]).toBe(
      'Three tax years in a row were within the amount, so you could stop from 6 April 2029.',
    );
  });

  test('the earliest day to stop, for who is in and for who is only likely to be', () => {
    const exit = (json: object) => ask({ asAt: '2026-12-01', sources: [trade], ...json }).exit.because[0]?.text;
    expect(exit({ returns: [tradeReturn('2024-25', '60000.00')] })).toBe(
      'The earliest you could stop is 6 April 2029: after the tax years 2026 to 2027, 2027 to 2028 and 2028 to 2029, if each is within the amount for its year.',
    );
    const records = [{ taxYear: '2026-27', source: 'trade', upTo: '2026-10-05', gross: '15000.00' }];
    const sent = (y: string) => tradeReturn(y, '9.00', { submittedOn: '2026-06-01' });
    expect(exit({ returns: [sent('2024-25'), sent('2025-26')], records })).toMatch(
      /^If you start on 6 April 2028, the earliest you could stop is 6 April 2031: /,
    );
  });
});
