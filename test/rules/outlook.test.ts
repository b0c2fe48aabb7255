import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { outlookText } from '../../shared/contract/printOutlook.ts';
import { readFacts, writeFacts } from '../../shared/contract/facts.ts';
import { citedAddresses, ruleSet } from '../../shared/policy/ruleSets.ts';
import type { Outlook } from '../../shared/rules/answers.ts';
import { outlook } from '../../shared/rules/outlook.ts';
import { addDays, civil, taxYearFrom } from '../../shared/values/dates.ts';
import { asPence, toPounds } from '../../shared/values/money.ts';
import { ask, everySentence, trade, tradeReturn } from './facts.ts';

const runs = { full: 10_000, mutants: 20 }[process.env.QUARTERDAY_EFFORT ?? ''] ?? 1_000;
const banned = /\bMTD\b|\bITSA\b|mandat|voluntary|dormant|non-digital|digitally exempt|no status|your status/i;

const day = (from: number, to: number) =>
  fc.integer({ min: 0, max: (to - from) * 365 }).map((n) => addDays(civil(from, 4, 6), n));
const money = fc.oneof(
  fc.constantFrom(
    '10000.00',
    '10000.01',
    '20000.00',
    '20000.01',
    '30000.00',
    '30000.01',
    '50000.00',
    '50000.01',
    '0.00',
  ),
  fc.integer({ min: 0, max: 9_999_999_999 }).map((n) => toPounds(asPence(n))),
);
const kinds = [
  ['trade', 'self-employment', 'SA103F', '15'],
  ['flat', 'uk-property', 'SA105', '20'],
  ['villa', 'foreign-property', 'SA106', '14'],
] as const;
const statuses = ['No Status', 'MTD Mandated', 'MTD Voluntary', 'Annual', 'Digitally Exempt', 'Dormant', 'MTD Exempt'];
const years = [2022, 2023, 2024, 2025, 2026, 2027, 2028].map(taxYearFrom);
const maybe = <T>(arb: fc.Arbitrary<T>) => fc.option(arb, { nil: null });

interface MadeUp {
  readonly asAt: string;
  readonly rules: string;
  readonly unsorted: readonly object[];
  readonly circumstances: readonly object[];
  readonly sources: readonly object[];
  readonly returns: readonly { readonly lines: readonly object[] }[];
  readonly records: readonly object[];
  readonly statuses: readonly object[];
  readonly updates: readonly { readonly lines: readonly object[] }[];
  readonly filings: readonly object[];
  readonly payments: readonly object[];
}

/** People as they come: any mix of sources, returns, books, letters and circumstances. */
const people = fc
  .record({
    asAt: day(2024, 2031),
    rules: fc.constantFrom('2026-regulations' as const, '2021-published' as const),
    which: fc.subarray([...kinds], { minLength: 0 }),
    started: fc.array(maybe(day(2020, 2029)), { minLength: 3, maxLength: 3 }),
    ceased: fc.array(maybe(day(2029, 2031)), { minLength: 3, maxLength: 3 }),
    returned: fc.subarray(years),
    notices: fc.array(fc.option(day(2024, 2029), { nil: undefined }), { minLength: 7, maxLength: 7 }),
    amounts: fc.array(money, { minLength: 21, maxLength: 21 }),
    amended: fc.boolean(),
    books: fc.subarray(years),
    told: fc.array(fc.constantFrom(...statuses), { minLength: 7, maxLength: 7 }),
    tells: fc.subarray(years),
    circumstance: maybe(
      fc.constantFrom('digitally-excluded', 'averaging', 'power-of-attorney', 'no-national-insurance-number'),
    ),
    unsorted: money,
    sends: fc.subarray(years),
    sentOn: fc.array(maybe(day(2024, 2031)), { minLength: 7, maxLength: 7 }),
    quarters: fc.array(fc.constantFrom(1, 2, 3, 4), { minLength: 7, maxLength: 7 }),
  })
  .map((p): MadeUp => {
    const sources = p.which.map(([id, kind], i) => ({
      id,
      kind,
      startedOn: p.started[i] ?? null,
      ceasedOn: p.ceased[i] ?? null,
    }));
    const lines = (at: number) =>
      p.which.map(([source, , form, box], i) => ({
        source,
        form,
        box,
        amount: p.amounts[(at * 3 + i) % 21] ?? '0.00',
      }));
    return {
      asAt: p.asAt,
      rules: p.rules,
      sources,
      returns: p.returned.map((taxYear, i) => ({
        taxYear,
        noticeGivenOn: p.notices[i],
        submittedOn: `${Number(taxYear.slice(0, 4)) + 1}-12-01`,
        lines: lines(i),
        amendments: p.amended ? [{ madeOn: `${Number(taxYear.slice(0, 4)) + 2}-05-01`, lines: lines(i + 1) }] : [],
      })),
      records: p.books.flatMap((taxYear, i) =>
        sources.map((s) => ({
          taxYear,
          source: s.id,
          upTo: `${Number(taxYear.slice(0, 4))}-12-01`,
          gross: p.amounts[i] ?? '0.00',
        })),
      ),
      unsorted: p.books.map((taxYear) => ({ taxYear, credits: p.unsorted, rows: 2 })),
      statuses: p.tells.map((taxYear, i) => ({ taxYear, status: p.told[i] })),
      updates: p.sends.map((taxYear, i) => ({
        taxYear,
        quarter: p.quarters[i] ?? 4,
        sentOn: p.sentOn[i] ?? `${Number(taxYear.slice(0, 4)) + 1}-05-07`,
        lines: p.which.slice(i % 2).map(([source], n) => ({ source, gross: p.amounts[i + n] ?? '0.00' })),
      })),
      filings: p.sends.flatMap((taxYear, i) => [
        { kind: 'quarterly-update', taxYear, quarter: p.quarters[6 - i] ?? 1, sentOn: p.sentOn[i] ?? null },
        { kind: 'final-declaration', taxYear, sentOn: p.sentOn[6 - i] ?? null },
      ]),
      payments: p.sends.flatMap((taxYear, i) =>
        [0, 1].map((n) => ({
          taxYear,
          due: `${Number(taxYear.slice(0, 4)) + 2}-01-31`,
          amount: p.amounts[i + n] ?? '0.00',
          paidOn: p.sentOn[(i + n) % 7] ?? null,
        })),
      ),
      circumstances: p.circumstance === null ? [] : [{ kind: p.circumstance, from: '2024-01-01' }],
    };
  });

const everyReason = (said: Outlook) => [
  ...said.years.flatMap((y) => y.because),
  ...said.exit.because,
  ...said.obligations.flatMap((o) => o.because),
];

/** A window opens nothing else: the addresses cited anywhere in the rules. */
const mayBeOpened = new Set(citedAddresses());

describe('the outlook on anybody', () => {
  test(`${runs} made-up people: an answer with a cited reason for every year, and no word a person should not read`, () => {
    fc.assert(
      fc.property(people, (json) => {
        const said = ask(json);
        for (const year of said.years) {
          expect(year.because.length).toBeGreaterThan(0);
          expect(year.answer === 'must-use').toBe(year.from !== null);
          expect(year.answer === 'needs-information').toBe(year.missing.length > 0 && year.answer !== 'must-use');
        }
        for (const reason of everyReason(said)) expect(mayBeOpened.has(reason.cite.url)).toBe(true);
        const costs = said.penalties.latePayment.flatMap((l) => l.lines);
        const sentences = [...everySentence(said), ...costs];
        expect(sentences.filter((text) => banned.test(text) || /undefined|NaN|null/.test(text))).toEqual([]);
      }),
      { seed: 20_260_406, numRuns: runs },
    );
  });

  test('points come one a deadline that is past, never more than the threshold; late payments are the sum of their lines', () => {
    fc.assert(
      fc.property(people, (json) => {
        const { points, charges, latePayment } = ask(json).penalties;
        const days = points.map((p) => p.dueOn);
        expect(days).toEqual([...new Set(days)].toSorted());
        expect(days.length).toBeLessThanOrEqual(4);
        expect([...days, ...charges.map((c) => c.for)].every((on) => on < json.asAt)).toBe(true);
        for (const { expiresOn } of points) expect(expiresOn === null || expiresOn >= json.asAt).toBe(true);
        for (const { amount, lines } of latePayment) {
          const parts = lines.map((line) =>
            Math.round(Number(/£([\d,.]+)$/.exec(line)?.[1]?.replaceAll(',', '')) * 100),
          );
          expect(parts.reduce((a, b) => a + b, 0)).toBe(Math.round(Number(amount) * 100));
        }
      }),
      { seed: 4, numRuns: runs },
    );
  });

  test('printed as JSON.stringify prints it, letter by letter, names with quotes and line feeds too', () => {
    const name = fc.constantFrom('The “flat”', 'A "quoted" shed', 'two\nlines', 'back\\slash', 'Caffè €', '\u2028');
    fc.assert(
      fc.property(people, name, (json, called) => {
        const said = ask({ ...json, sources: json.sources.map((s) => ({ ...s, name: called })) });
        expect(outlookText(said)).toBe(JSON.stringify(said));
      }),
      { seed: 3, numRuns: runs },
    );
  });

  test('the order of facts never changes a byte of the answer', () => {
    fc.assert(
      fc.property(people, (json) => {
        const turned = {
          ...json,
          sources: [...json.sources].toReversed(),
          returns: json.returns.map((r) => ({ ...r, lines: [...r.lines].toReversed() })).toReversed(),
          records: [...json.records].toReversed(),
          statuses: [...json.statuses].toReversed(),
          updates: json.updates.map((u) => ({ ...u, lines: [...u.lines].toReversed() })).toReversed(),
          filings: [...json.filings].toReversed(),
          payments: [...json.payments].toReversed(),
          unsorted: [...json.unsorted].toReversed(),
        };
        expect(JSON.stringify(ask(turned))).toBe(JSON.stringify(ask(json)));
      }),
      { seed: 1, numRuns: runs / 5 },
    );
  });

  const fair = (amount: string) => ({
    source: 'trade',
    form: 'SA103F',
    box: '15',
    amount: '10000.00',
    period: { from: '2024-10-06', to: '2025-04-05' },
    justAndReasonable: { amount, reason: 'a quiet winter' },
  });
  const sent = (...gross: string[]) => ({
    taxYear: '2025-26',
    quarter: 4,
    sentOn: '2026-05-01',
    lines: gross.map((g) => ({ source: 'trade', gross: g })),
  });
  test.each([
    [
      'two lines alike but for what is just and reasonable',
      (turned: boolean) => ({
        returns: [
          {
            taxYear: '2024-25',
            submittedOn: '2025-12-01',
            lines: turned ? [fair('2.00'), fair('1.00')] : [fair('1.00'), fair('2.00')],
          },
        ],
      }),
    ],
    [
      'two lines of an update for one source',
      (turned: boolean) => ({ updates: [turned ? sent('2.00', '1.00') : sent('1.00', '2.00')] }),
    ],
    [
      'two sources’ updates of one day',
      (turned: boolean) => {
        const [one, other] = [sent('1.00'), { ...sent(), lines: [{ source: 'flat', gross: '2.00' }] }];
        return { updates: turned ? [other, one] : [one, other] };
      },
    ],
  ])('%s give the same bytes in either order', (_, json) => {
    const of = (turned: boolean) =>
      JSON.stringify(ask({ asAt: '2026-11-22', sources: [{ ...trade, startedOn: '2024-10-06' }], ...json(turned) }));
    expect(of(true)).toBe(of(false));
  });

  test('facts written and read again are the same facts', () => {
    fc.assert(
      fc.property(people, (json) => {
        const read = readFacts(json);
        if (!read.ok) throw new Error(read.problem.code);
        expect(readFacts(JSON.parse(JSON.stringify(writeFacts(read.value))))).toEqual(read);
      }),
      { seed: 2, numRuns: runs / 10 },
    );
  });

  test('after the day the rules should have been looked at again, the answer says so', () => {
    const rules = ruleSet('2026-regulations');
    const on = (asAt: string) =>
      ask({ asAt, sources: [trade], returns: [tradeReturn('2024-25', '1.00')] }).problems.map((p) => p.code);
    expect(on(rules.reviewBy)).toEqual([]);
    expect(on(addDays(rules.reviewBy, 1))).toEqual(['rules-may-have-changed']);
  });

  test('years run from the rule set’s first to two after the one that holds the day asked about', () => {
    const answered = (asAt: string) => ask({ asAt, sources: [trade] }).years.map((y) => y.taxYear);
    expect(answered('2026-04-05')).toEqual(['2026-27', '2027-28']);
    expect(answered('2026-04-06')).toEqual(['2026-27', '2027-28', '2028-29']);
    expect(answered('2023-01-01')).toEqual([]);
    expect(answered('1900-01-01')).toEqual([]);
    expect(answered('2099-12-31')).toHaveLength(76);
  });

  const update = (gross: string) => ({
    taxYear: '2026-27',
    quarter: 1,
    sentOn: '2026-08-01',
    lines: [{ source: 'trade', gross }],
  });
  const amendments = [
    { madeOn: '2026-02-01', lines: [{ source: 'stall', form: 'SA103F', box: '15', amount: '1.00' }] },
  ];
  test.each([
    ['an update', { updates: [{ ...update('1.00'), lines: [{ source: 'stall', gross: '1.00' }] }] }],
    ['an amendment', { returns: [{ ...tradeReturn('2024-25', '1.00'), amendments }] }],
    ['the records', { records: [{ taxYear: '2026-27', source: 'stall', upTo: '2026-11-22', gross: '1.00' }] }],
  ])('a source that only %s names is asked about', (_, more) => {
    const said = ask({ asAt: '2026-11-22', sources: [trade], ...more });
    expect(said.problems.map((p) => p.code)).toEqual(['source-unknown']);
    expect(said.problems[0]?.text).toMatch(/^stall is told of/);
  });

  test('a rule set is a pure function: asked twice, the same bytes', () => {
    const facts = readFacts({ asAt: '2026-05-01', sources: [trade], returns: [tradeReturn('2024-25', '50000.01')] });
    if (!facts.ok) throw new Error(facts.problem.code);
    const once = () => JSON.stringify(outlook(facts.value, ruleSet('2026-regulations'), facts.value.asAt));
    expect(once()).toBe(once());
  });
});
