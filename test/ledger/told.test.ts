/** Is what was told kept, replaced where it should be, and never told twice? */
import { expect, test } from 'vitest';
import type { Told } from '../../shared/contract/facts.ts';
import type { TaxReturn } from '../../shared/rules/facts.ts';
import { parseTaxYear, type TaxYear } from '../../shared/values/dates.ts';
import { asPence } from '../../shared/values/money.ts';
import { at, day, granted, shopAndLets } from './books.ts';

function year(text: string): TaxYear {
  const real = parseTaxYear(text);
  if (real === undefined) throw new RangeError(`no such tax year: ${text}`);
  return real;
}

const none: Told = {
  returns: [],
  updates: [],
  statuses: [],
  taxReturnsSent: [],
  circumstances: [],
  residence: [],
  filings: [],
  payments: [],
};
const line = (source: string, pence: number) => ({
  source,
  form: 'SA103F' as const,
  box: '15',
  amount: asPence(pence),
  period: null,
  justAndReasonable: null,
  grossUpCeased: false,
});
const taxReturn = (taxYear: string, pence: number, more: Partial<TaxReturn> = {}): TaxReturn => ({
  taxYear: year(taxYear),
  noticeGivenOn: undefined,
  submittedOn: day('2026-01-31'),
  lines: [line('shop', pence)],
  notOnReturn: [],
  amendments: [],
  ...more,
});

const all: Told = {
  returns: [taxReturn('2024-25', 5_200_000), taxReturn('2023-24', 1, { noticeGivenOn: null })],
  updates: [
    { taxYear: year('2026-27'), quarter: 1, sentOn: day('2026-08-01'), lines: [{ source: 'shop', gross: asPence(9) }] },
  ],
  statuses: [{ taxYear: year('2026-27'), status: 'MTD Mandated' }],
  taxReturnsSent: [year('2024-25')],
  circumstances: [{ kind: 'qualifying-care', from: day('2026-04-06'), to: null, source: 'lets' }],
  residence: [{ taxYear: year('2026-27'), ukResident: true }],
  filings: [{ kind: 'tax-return', taxYear: year('2024-25'), quarter: null, source: null, sentOn: day('2026-01-31') }],
  payments: [{ taxYear: year('2024-25'), due: day('2026-01-31'), amount: asPence(100), paidOn: null }],
};

test('what was told comes back, in the facts too', () => {
  const { ledger } = shopAndLets();
  expect(granted(ledger.tell(at, all))).toEqual({ taken: 9 });
  expect(ledger.told()).toEqual(all);
  const { asAt, rules, sources, records, expected, unsorted, ...told } = ledger.facts(day('2026-11-22'));
  expect(told).toEqual(all);
  expect([asAt, rules, sources.length, records, expected, unsorted]).toEqual([
    '2026-11-22',
    '2026-regulations',
    2,
    [],
    [],
    [],
  ]);
  expect(ledger.verify().checks).toEqual([]);
});

test('the same told again takes nothing in and is no action', () => {
  const { ledger } = shopAndLets();
  granted(ledger.tell(at, all));
  const { chain } = ledger.verify();
  expect(granted(ledger.tell(at, all))).toEqual({ taken: 0 });
  expect([ledger.verify().chain, ledger.told()]).toEqual([chain, all]);
});

test('a return, an answer about reporting and residence replace those of the same tax year, and can change back', () => {
  const { ledger } = shopAndLets();
  const first: Told = { ...none, returns: [taxReturn('2024-25', 1)], statuses: all.statuses, residence: all.residence };
  const second: Told = {
    ...none,
    returns: [taxReturn('2024-25', 2)],
    statuses: [{ taxYear: year('2026-27'), status: 'MTD Voluntary' }],
    residence: [{ taxYear: year('2026-27'), ukResident: false }],
  };
  for (const told of [first, second, first]) {
    expect(granted(ledger.tell(at, told))).toEqual({ taken: 3 });
    expect(ledger.told()).toEqual(told);
  }
});

test('what is not one a year is added: two payments of the same year both stand', () => {
  const { ledger } = shopAndLets();
  granted(ledger.tell(at, all));
  const second = { taxYear: year('2024-25'), due: day('2026-07-31'), amount: asPence(50), paidOn: null };
  expect(granted(ledger.tell(at, { ...none, payments: [...all.payments, second] }))).toEqual({ taken: 1 });
  expect(ledger.told().payments).toEqual([...all.payments, second]);
});

test.each([
  ['returns[0].lines[0].source', { returns: [taxReturn('2024-25', 1, { lines: [line('boat', 1)] })] }],
  [
    'returns[0].notOnReturn[0].source',
    {
      returns: [taxReturn('2024-25', 1, { notOnReturn: [{ source: 'boat', what: 'allowance', amount: asPence(1) }] })],
    },
  ],
  [
    'returns[0].amendments[0].lines[0].source',
    { returns: [taxReturn('2024-25', 1, { amendments: [{ madeOn: day('2026-02-01'), lines: [line('boat', 1)] }] })] },
  ],
  [
    'updates[0].lines[0].source',
    {
      updates: [
        {
          taxYear: year('2026-27'),
          quarter: 1,
          sentOn: day('2026-08-01'),
          lines: [{ source: 'boat', gross: asPence(9) }],
        },
      ],
    },
  ],
  [
    'circumstances[0].source',
    { circumstances: [{ kind: 'averaging', from: day('2026-04-06'), to: null, source: 'boat' }] },
  ],
  [
    'filings[0].source',
    { filings: [{ kind: 'tax-return', taxYear: year('2024-25'), quarter: null, source: 'boat', sentOn: null }] },
  ],
] satisfies readonly (readonly [string, Partial<Told>])[])(
  'an unknown source is refused by name at %s, and nothing is taken in',
  (path, told) => {
    const { ledger } = shopAndLets();
    expect(ledger.tell(at, { ...none, residence: all.residence, ...told })).toEqual({
      ok: false,
      problem: { code: 'source-unknown', path, values: { source: 'boat' } },
    });
    expect(ledger.told()).toEqual(none);
  },
);

test('what was told by mistake is taken back, what was told before it for the year goes too, and undo tells it again', () => {
  const { ledger } = shopAndLets();
  granted(ledger.tell(at, all));
  granted(ledger.tell(at, { ...none, returns: [taxReturn('2024-25', 6_000_000)] }));
  const before = ledger.told();
  const entries = { ...none, returns: before.returns.slice(0, 1), circumstances: all.circumstances };
  expect(granted(ledger.takeBack(at, entries, none))).toEqual({ removed: 2 });
  expect(ledger.told()).toEqual({ ...before, returns: before.returns.slice(1), circumstances: [] });
  expect(ledger.takeBack(at, entries, none)).toMatchObject({ ok: false, problem: { code: 'told-unknown' } });
  granted(ledger.undo(at));
  expect(ledger.told()).toEqual(before);
  granted(ledger.redo(at));
  expect(ledger.told().circumstances).toEqual([]);
  expect(ledger.verify()).toMatchObject({ ok: true, checks: [] });
});

test('a circumstance that ended takes the place of the one without an end, in one action', () => {
  const { ledger } = shopAndLets();
  granted(ledger.tell(at, all));
  const ended = all.circumstances.map((c) => ({ ...c, to: day('2026-10-31') }));
  granted(ledger.takeBack(at, { ...none, circumstances: all.circumstances }, { ...none, circumstances: ended }));
  expect(ledger.facts(day('2026-11-22')).circumstances).toEqual(ended);
  granted(ledger.undo(at));
  expect(ledger.told().circumstances).toEqual(all.circumstances);
});

const sent = (...lines: [source: string, pence: number][]): Told => ({
  ...none,
  updates: [
    {
      taxYear: year('2026-27'),
      quarter: 1,
      sentOn: day('2026-08-01'),
      lines: lines.map(([source, pence]) => ({ source, gross: asPence(pence) })),
    },
  ],
});

test('an update told again with other amounts takes its place; one of another source on that day does not', () => {
  const { ledger } = shopAndLets();
  granted(ledger.tell(at, sent(['shop', 900])));
  granted(ledger.tell(at, sent(['lets', 100])));
  expect(granted(ledger.tell(at, sent(['shop', 950])))).toEqual({ taken: 1 });
  const amounts = () => ledger.told().updates.flatMap((u) => u.lines.map((l) => `${l.source} ${l.gross}`));
  expect(amounts().toSorted()).toEqual(['lets 100', 'shop 950']);
  expect(ledger.verify().checks).toEqual([]);
  granted(ledger.undo(at));
  expect(amounts().toSorted()).toEqual(['lets 100', 'shop 900']);
});
