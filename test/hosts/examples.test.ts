/**
 * Does each of the example books tell the story it was made for?
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openLedger } from '../../main/ledger/client.ts';
import type { LedgerClient } from '../../main/ledger/api.ts';
import { answer } from '../../main/operations/index.ts';
import { makeExample } from '../../main/operations/books.ts';
import { closeContext, openContext } from '../../main/operations/openContext.ts';
import { exampleNames, type ExampleName } from '../../shared/contract/examples.ts';
import { ruleSet } from '../../shared/policy/ruleSets.ts';
import type { Outlook } from '../../shared/rules/answers.ts';
import { outlook } from '../../shared/rules/outlook.ts';
import { civil, type PlainDate } from '../../shared/values/dates.ts';
import { toPounds } from '../../shared/values/money.ts';

const clock = { today: () => civil(2026, 11, 22), now: () => '2026-11-22T09:00:00.000Z' };

interface Told {
  readonly asAt: PlainDate;
  readonly outlook: Outlook;
  readonly ledger: LedgerClient;
}

const folders: string[] = [];
const books = new Map<ExampleName, Told>();
const of = (name: ExampleName): Told => {
  const found = books.get(name);
  if (found === undefined) throw new Error(`no example ${name}`);
  return found;
};

beforeAll(async () => {
  const folder = await mkdtemp(join(tmpdir(), 'quarterday-examples-'));
  folders.push(folder);
  for (const name of exampleNames) {
    const path = join(folder, `${name}.quarterday`);
    const made = await makeExample(path, name, clock);
    const opened = await openLedger(path, { readOnly: true });
    if (!made.ok || !opened.ok) throw new Error(`${name} was refused`);
    const ledger = opened.value;
    const asAt = (await ledger.about()).example?.asAt ?? civil(1900, 1, 1);
    const facts = await ledger.facts(asAt);
    books.set(name, { asAt, ledger, outlook: outlook(facts, ruleSet(facts.rules), asAt) });
  }
}, 60_000);
afterAll(async () => {
  for (const { ledger } of books.values()) await ledger.close();
  for (const folder of folders) await rm(folder, { recursive: true, force: true });
});

describe('the example', () => {
  test.each([
    // seen on, records, the year decided, by what was counted, the answer
    ['plumber', '2026-11-22', 102, '2027-28', '23884.00 in 2025-26', 'need-not-use'],
    ['plumber', '2026-11-22', 102, '2028-29', '25549.49 in 2026-27', 'must-use'],
    ['landlord', '2026-11-22', 36, '2026-27', '28150.00 in 2024-25', 'need-not-use'],
    ['landlord', '2026-11-22', 36, '2027-28', '29640.00 in 2025-26', 'need-not-use'],
    ['landlord', '2026-11-22', 36, '2028-29', '35891.67 in 2026-27', 'must-use'],
    ['new-trade', '2026-11-22', 250, '2026-27', '0.00 in 2024-25', 'need-not-use'],
    ['new-trade', '2026-11-22', 250, '2027-28', '35162.00 in 2025-26', 'must-use'],
    ['leaving', '2028-02-14', 96, '2026-27', '54318.00 in 2024-25', 'must-use'],
    ['leaving', '2028-02-14', 96, '2028-29', undefined, 'must-use'],
    ['long', '2026-11-22', 10_000, '2026-27', '68905.29 in 2024-25', 'must-use'],
  ] as const)('%s, seen on %s with %i records: %s by %s, %s', async (name, asAt, records, year, by, says) => {
    const told = of(name);
    const decision = told.outlook.years.find((y) => y.taxYear === year);
    const tested = decision?.tested ?? undefined;
    expect(told.asAt).toBe(asAt);
    expect(await told.ledger.verify()).toMatchObject({ ok: true, records });
    expect(decision?.answer).toBe(says);
    expect(tested === undefined ? undefined : `${tested.qualifyingIncome} in ${tested.taxYear}`).toBe(by);
  });

  test('of the landlord took less than £20,000 to the bank, and more before fees, repairs and the sister’s part', async () => {
    const { ledger, asAt } = of('landlord');
    const totals = await ledger.sums({ from: civil(2026, 4, 6), to: asAt });
    const come = (category: string) => totals.filter((t) => t.category === category).reduce((n, t) => n + t.own, 0);
    expect(toPounds(come('periodAmount') as never)).toBe('22125.00');
    expect(come('periodAmount') - come('professionalFees') - come('repairsAndMaintenance')).toBeLessThan(2_000_000);
  });

  test('of the new trade is counted as six months and scaled up, and the return agrees with the records', async () => {
    const { ledger, asAt, outlook: seen } = of('new-trade');
    const facts = await ledger.facts(asAt);
    expect(facts.returns.at(-1)?.lines[0]?.amount).toBe(1_758_100);
    expect(facts.records.find((r) => r.taxYear === '2025-26')?.gross).toBe(1_758_100);
    const codes = seen.years.find((y) => y.taxYear === '2027-28')?.because.map((b) => b.code);
    expect(codes).toContain('part-year-scaled');
  });

  test('of the one who leaves counts two years, the earliest end is 6 April 2029, and no update is missing', () => {
    const { exit, obligations } = of('leaving').outlook;
    expect(exit.earliestFrom).toBe('2029-04-06');
    expect(exit.counting.map((y) => [y.taxYear, y.counts])).toEqual([
      ['2026-27', true],
      ['2027-28', null],
    ]);
    const updates = obligations.filter((o) => o.kind === 'quarterly-update');
    const late = updates.filter((o) => o.dueOn < '2028-02-14' && o.sentOn === null);
    expect(updates.some((o) => o.sentOn !== null)).toBe(true);
    expect(late).toEqual([]);
  });
});

test('a window goes from one example to another, each with its own day, and an unknown one is refused', async () => {
  const own = await mkdtemp(join(tmpdir(), 'quarterday-examples-'));
  const context = openContext({ folder: own, clock });
  try {
    const go = (name?: string) => answer('books.example', name === undefined ? {} : { name }, context);
    expect(await go()).toMatchObject({ value: { books: 'example', example: 'plumber', asAt: '2026-11-22' } });
    expect(await go('leaving')).toMatchObject({ value: { books: 'example', example: 'leaving', asAt: '2028-02-14' } });
    expect(await go('plumber')).toMatchObject({ value: { example: 'plumber' } });
    expect(await go('nobody')).toMatchObject({ ok: false });
  } finally {
    await closeContext(context);
    await rm(own, { recursive: true, force: true });
  }
});
