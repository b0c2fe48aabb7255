import { describe, expect, test } from 'vitest';
import { ask, box, flat, incomeOf, sent, trade, tradeReturn, villa, yearOf } from './facts.ts';

describe('residence and circumstances', () => {
  test('residence is asked of the year itself', () => {
    const returns = [sent('2024-25', [box('villa', 'SA106', '14', '60000.00'), box('trade', 'SA103F', '15', '1.00')])];
    const asked = (residence: readonly object[]) =>
      incomeOf(ask({ asAt: '2026-05-01', sources: [trade, villa], returns, residence }), '2024-25')?.qualifyingIncome;
    expect(asked([{ taxYear: '2023-24', ukResident: false }])).toBe('60001.00');
    expect(asked([{ taxYear: '2024-25', ukResident: false }])).toBe('1.00');
  });

  const senders = (said: ReturnType<typeof ask>, taxYear: string) => [
    ...new Set(said.obligations.filter((o) => o.taxYear === taxYear && o.quarter !== null).map((o) => o.source)),
  ];
  const within = (more: object) =>
    ask({
      asAt: '2027-06-01',
      sources: [trade, villa, { ...villa, id: 'villa-2' }],
      returns: [tradeReturn('2024-25', '60000.00'), tradeReturn('2025-26', '60000.00', { submittedOn: '2027-01-31' })],
      ...more,
    });

  test('foreign property of somebody not resident two years before is left out, and UK business is not', () => {
    expect(senders(within({}), '2027-28')).toEqual(['trade', 'villa', 'villa-2']);
    expect(senders(within({ residence: [{ taxYear: '2025-26', ukResident: false }] }), '2027-28')).toEqual(['trade']);
    expect(senders(within({ residence: [{ taxYear: '2029-30', ukResident: false }] }), '2027-28')).toHaveLength(3);
  });

  test('a new non-resident’s notice leaves out the foreign property it names, or all where it names none', () => {
    const told = (source: string | null) =>
      within({ circumstances: [{ kind: 'new-non-resident-notice', from: '2027-05-01', source }] });
    expect(senders(told('villa'), '2027-28')).toEqual(['trade', 'villa-2']);
    expect(senders(told(null), '2027-28')).toEqual(['trade']);
    expect(senders(told('trade'), '2027-28')).toHaveLength(3);
  });

  test('nothing is left to look at: foreign property alone is said as that, with work that does not count it is not', () => {
    const performer = { kind: 'visiting-performer', from: '2020-04-06', source: 'trade' };
    const residence = [{ taxYear: '2025-26', ukResident: false }];
    const why = (more: object) => {
      const [reason] = yearOf(ask({ asAt: '2026-11-22', ...more }), '2027-28').because;
      return [reason?.code, reason?.cite.title];
    };
    const away = 'SI 2026/336 reg 29 (SALF1470)';
    expect(why({ sources: [villa], residence })).toEqual(['foreign-left-out', away]);
    const ofWork = ['all-left-out', 'SI 2026/336 reg 28 (SALF1460)'];
    expect(why({ sources: [trade], residence, circumstances: [performer] })).toEqual(ofWork);
    expect(why({ sources: [trade, villa], residence, circumstances: [performer] })).toEqual(ofWork);
  });

  test('a new non-resident’s notice does not take the income of a year of residence out of the test', () => {
    const returns = [sent('2025-26', [box('villa', 'SA106', '14', '60000.00')])];
    const circumstances = [{ kind: 'new-non-resident-notice', from: '2025-05-01', source: 'villa' }];
    const said = ask({ asAt: '2027-05-01', sources: [trade, villa], returns, circumstances });
    expect(incomeOf(said, '2025-26')?.qualifyingIncome).toBe('60000.00');
  });

  test('what excuses a person for 2026-27 alone leaves no source out later, even where it names one', () => {
    const circumstances = [{ kind: 'trust-income', from: '2024-05-01', source: 'trade' }];
    expect(senders(within({ circumstances }), '2027-28')).toEqual(['trade', 'villa', 'villa-2']);
  });

  test('the previous filing year is looked for ten years back, and a person never asked for a return has none', () => {
    const years = Array.from({ length: 9 }, (_, i) => `${2016 + i}-${17 + i}`);
    const asked = (unasked: readonly string[]) =>
      ask({
        asAt: '2026-05-01',
        sources: [{ ...trade, startedOn: '2010-01-01' }],
        returns: unasked.map((taxYear) => ({ taxYear, noticeGivenOn: null })),
        circumstances: [{ kind: 'minister-of-religion', from: '2016-05-01', to: '2017-01-01' }],
      });
    expect(yearOf(asked(years.slice(1)), '2026-27').exemptions.map((e) => e.kind)).toEqual(['minister-of-religion']);
    expect(yearOf(asked(years), '2026-27').exemptions).toEqual([]);
  });
});

describe('who sends updates, and for which years', () => {
  const told = (taxYear: string, status: string) => ({ taxYear, status });
  const updates = (json: object, taxYear: string) =>
    ask(json)
      .obligations.filter((o) => o.taxYear === taxYear && o.quarter === 1)
      .map((o) => o.source);

  test('somebody who chose to sign up sends them for what is carried on in the year; what is new has its own start', () => {
    const sources = [trade, { ...flat, startedOn: '2027-05-01' }, { ...villa, ceasedOn: '2027-03-01' }];
    const statuses = [told('2027-28', 'MTD Voluntary')];
    expect(updates({ asAt: '2027-06-01', sources, statuses }, '2027-28')).toEqual(['trade']);
    const later = { asAt: '2029-06-01', sources, statuses: [told('2029-30', 'MTD Voluntary')] };
    expect(updates(later, '2029-30')).toEqual(['flat', 'trade']);
  });

  test('where all there is is new, it is what they signed up for', () => {
    const statuses = [told('2027-28', 'MTD Voluntary')];
    const sources = [{ ...flat, startedOn: '2027-05-01' }];
    expect(updates({ asAt: '2027-06-01', sources, statuses }, '2027-28')).toEqual(['flat']);
  });

  test('by choice, nothing is sent for what no return was ever asked for, nor for what has begun and not reached its start', () => {
    const statuses = [told('2026-27', 'MTD Voluntary')];
    const stall = { ...trade, id: 'stall', startedOn: '2026-05-01', ceasedOn: '2026-09-01' };
    const unasked = [{ taxYear: '2026-27', noticeGivenOn: null }];
    const json = { asAt: '2026-06-01', sources: [trade, stall], statuses };
    expect(updates({ ...json, returns: unasked }, '2026-27')).toEqual(['trade']);
    // Carried on all along, a source is sent for however late its first return was asked for; one begun since waits for it.
    const late = [tradeReturn('2024-25', '1.00', { noticeGivenOn: '2026-05-01', submittedOn: null })];
    const begun = { ...flat, startedOn: '2024-11-01' };
    expect(updates({ ...json, sources: [trade, begun], returns: late }, '2026-27')).toEqual(['trade']);
  });

  test('a year before the rules have due days has no updates, whatever HMRC said', () => {
    const statuses = [told('2023-24', 'MTD Mandated'), told('2024-25', 'MTD Voluntary')];
    const json = { asAt: '2024-06-01', sources: [trade], statuses };
    expect([updates(json, '2023-24'), updates(json, '2024-25')]).toEqual([[], ['trade']]);
  });

  test('stopped on the last day of a period: that is the last update', () => {
    const sources = [{ ...trade, ceasedOn: '2026-10-05' }, flat];
    const said = ask({ asAt: '2026-10-06', sources, returns: [tradeReturn('2024-25', '60000.00')] });
    const of = said.obligations.filter((o) => o.taxYear === '2026-27' && o.source === 'trade' && o.quarter !== null);
    expect(of.map((o) => [o.quarter, o.to])).toEqual([
      [1, '2026-07-05'],
      [2, '2026-10-05'],
    ]);
  });

  test('books of a year before the rules begin ask no question', () => {
    const records = [{ taxYear: '2023-24', source: 'trade', upTo: '2023-06-01', gross: '5000.00' }];
    expect(ask({ asAt: '2023-06-01', sources: [trade], records }).next).toBeNull();
  });
});

test('the order in which everything is told never changes a byte', () => {
  const line = (source: string, amount: string, period: object | null = null) =>
    box(source, source === 'flat' ? 'SA105' : 'SA103F', source === 'flat' ? '20' : '15', amount, { period });
  const half = { from: '2024-10-06', to: '2025-04-05' };
  const facts = {
    asAt: '2028-06-01',
    sources: [trade, flat, { ...trade, id: 'stall', startedOn: '2024-05-01' }],
    returns: [
      sent('2024-25', [line('trade', '40000.00'), line('trade', '9.00', half), line('flat', '1.00')], {
        notOnReturn: [
          { source: 'flat', what: 'rent-a-room', amount: '5.00' },
          { source: 'flat', what: 'allowance', amount: '6.00' },
          { source: 'trade', what: 'allowance', amount: '7.00' },
        ],
        amendments: [
          { madeOn: '2026-02-01', lines: [line('trade', '41000.00'), line('trade', '9.00', half)] },
          { madeOn: '2026-03-01', lines: [line('flat', '1.00'), line('trade', '52000.00')] },
        ],
      }),
      sent('2025-26', [line('trade', '1.00'), line('stall', '2.00')]),
    ],
    records: [
      { taxYear: '2027-28', source: 'trade', upTo: '2028-04-05', gross: '3.00' },
      { taxYear: '2027-28', source: 'flat', upTo: '2028-04-05', gross: '4.00' },
      { taxYear: '2026-27', source: 'trade', upTo: '2027-04-05', gross: '5.00' },
    ],
    updates: [
      {
        taxYear: '2027-28',
        quarter: 1,
        sentOn: '2027-08-01',
        lines: [
          { source: 'trade', gross: '1.00' },
          { source: 'flat', gross: '1.50' },
        ],
      },
      {
        taxYear: '2027-28',
        quarter: 4,
        sentOn: '2028-05-01',
        lines: [
          { source: 'trade', gross: '2.00' },
          { source: 'flat', gross: '2.50' },
        ],
      },
      {
        taxYear: '2027-28',
        quarter: 4,
        sentOn: '2028-05-20',
        lines: [
          { source: 'trade', gross: '2.20' },
          { source: 'flat', gross: '2.70' },
        ],
      },
      { taxYear: '2026-27', quarter: 4, sentOn: '2027-05-01', lines: [{ source: 'trade', gross: '3.00' }] },
    ],
    circumstances: [
      { kind: 'power-of-attorney', from: '2020-01-01', to: '2020-06-01', source: 'trade' },
      { kind: 'power-of-attorney', from: '2020-01-01', to: '2030-06-01' },
      { kind: 'power-of-attorney', from: '2019-01-01', to: '2020-06-01' },
      { kind: 'averaging', from: '2024-06-01' },
    ],
    statuses: [
      { taxYear: '2026-27', status: 'MTD Mandated' },
      { taxYear: '2027-28', status: 'MTD Voluntary' },
    ],
    residence: [
      { taxYear: '2024-25', ukResident: true },
      { taxYear: '2025-26', ukResident: true },
    ],
  };
  /** Every list told the other way round, or begun in its middle. */
  const turned = (value: unknown, by: (list: unknown[]) => unknown[]): unknown => {
    if (Array.isArray(value)) return by(value.map((v) => turned(v, by)));
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([k, v]) => [k, turned(v, by)]));
  };
  const told = JSON.stringify(ask(facts));
  expect(JSON.stringify(ask(turned(facts, (list) => list.toReversed()) as object))).toBe(told);
  expect(JSON.stringify(ask(turned(facts, (list) => [...list.slice(1), ...list.slice(0, 1)]) as object))).toBe(told);
});
