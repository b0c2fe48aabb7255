/** Does a payment that arrived after deductions stay named until it is restored or said to be whole? */
import { expect, test, vi } from 'vitest';
import { answer } from '../../main/operations/index.ts';
import type { Context } from '../../main/operations/context.ts';
import type { BankRowPage } from '../../shared/contract/contract.ts';
import type { GrossShown, PairShown, PayoutsShown } from '../../shared/contract/payouts.ts';
import { appIn, folderOfItsOwn } from './places.ts';

vi.setConfig({ testTimeout: 120_000 });

async function granted<T>(context: Context, name: string, input: unknown): Promise<T> {
  const reply = await answer(name, input, context);
  if (!reply.ok) throw new Error(JSON.stringify(reply.problem));
  return reply.value as T;
}
const payouts = (context: Context): Promise<PayoutsShown> => granted(context, 'payouts.list', {});
const sums = ({ payees, count, amount }: PayoutsShown): unknown => [
  count,
  amount,
  ...payees.map((p) => `${p.name} ${p.kind} ${p.count} ${p.amount}`),
];

async function importRows(context: Context, account: string, rows: string, source: string | null): Promise<void> {
  const bytes = async function* (): AsyncGenerator<Uint8Array> {
    yield Buffer.from(`Date,Description,Amount,Balance\n${rows}`);
  };
  const sent = await context.files.receive('rows.csv', bytes());
  if (!sent.ok) throw new Error(sent.problem.code);
  await granted(context, 'import.commit', { file: sent.value.file, account, source });
}

/** A joiner with payments from Stripe, a contractor and a customer, all recorded as they arrived. */
async function joiner(): Promise<Context> {
  const context = appIn(folderOfItsOwn());
  await granted(context, 'books.start', {
    sources: [{ kind: 'self-employment', name: 'Joinery', started: '6/10/2024' }],
    returns: [],
    reporting: 'not-sure',
  });
  const rows = `01/05/2026,STRIPE PAYMENTS UK,96.55,96.55
02/05/2026,STRIPE PAYMENTS UK,50.00,146.55
03/05/2026,HOLLOWAY BUILD LTD 17,800.00,946.55
04/05/2026,MRS PENHALLOW,90.00,1036.55
05/05/2026,HOLLOWAY BUILD LTD 18,400.00,1436.55
06/05/2026,TRIPE STALL,20.00,1456.55
20/05/2026,TO SAVINGS,-250.00,1206.55
`;
  await importRows(context, 'Current', rows, 'joinery');
  return context;
}

const ids = async (context: Context): Promise<Map<string, number>> => {
  const { records } = await granted<{ records: { id: number; amount: string }[] }>(context, 'records.list', {});
  return new Map(records.map((r) => [r.amount, r.id]));
};

test('payouts left as they arrived are named with their sum, and one restored or corrected is treated as what it is', async () => {
  const context = await joiner();
  expect(sums(await payouts(context))).toEqual([2, '146.55', 'Stripe sale 2 146.55']);
  expect((await granted<PayoutsShown>(context, 'payouts.list', { taxYear: '2025-26' })).count).toBe(0);
  const gross = await granted<GrossShown>(context, 'payouts.workOut', {
    kind: 'sale',
    source: 'joinery',
    net: '96.55',
    fee: '3.45',
  });
  expect(gross).toMatchObject({ gross: '100.00', working: '£100.00 − £3.45 = £96.55, which is what arrived' });
  const id = (await ids(context)).get('96.55');
  const parts = gross.parts.map(({ category, amount }) => ({ source: 'joinery', category, amount, description: 'x' }));
  await granted(context, 'records.split', { id, parts });
  expect(sums(await payouts(context))).toEqual([1, '50.00', 'Stripe sale 1 50.00']);
  const other = (await ids(context)).get('50.00');
  const corrected = { id: other, source: 'joinery', date: '2/5/26', category: 'turnover', description: 'Website' };
  await granted(context, 'records.correct', corrected);
  expect((await payouts(context)).count).toBe(1);
  await granted(context, 'payouts.whole', { about: 'Stripe' });
  expect((await payouts(context)).count).toBe(0);
  await granted(context, 'history.undo', {});
  expect((await payouts(context)).count).toBe(1);
});

test('a contractor is known from what the person restored, and one payment can be said to be whole', async () => {
  const context = await joiner();
  await granted(context, 'payouts.whole', { about: 'Stripe' });
  const ask = { kind: 'labour', source: 'joinery', net: '800', percent: 20 };
  const gross = await granted<GrossShown>(context, 'payouts.workOut', ask);
  expect(gross.parts.map((p) => [p.category, p.amount])).toEqual([
    ['turnover', '1000.00'],
    ['taxTakenOffTradingIncome', '200.00'],
  ]);
  const parts = gross.parts.map(({ category, amount }) => ({ source: 'joinery', category, amount, description: 'x' }));
  await granted(context, 'records.split', { id: (await ids(context)).get('800.00'), parts });
  const left = await payouts(context);
  expect(sums(left)).toEqual([1, '400.00', 'HOLLOWAY BUILD LTD labour 1 400.00']);
  await granted(context, 'payouts.whole', { about: left.payees[0]?.payouts[0]?.about });
  expect((await payouts(context)).count).toBe(0);
  expect(await answer('payouts.workOut', { ...ask, net: '100', materials: '100' }, context)).toMatchObject({
    ok: false,
    problem: { code: 'gross-impossible', path: 'materials' },
  });
});

test('equal rows out of one account and into another are offered as a pair, and decided by the person alone', async () => {
  const context = await joiner();
  const savings = `21/05/2026,FROM CURRENT,250.00,250.00
22/05/2026,A GIFT,-10.00,240.00
23/05/2026,A TOY,-5.00,235.00
24/05/2026,INTEREST,1.00,236.00
`;
  await importRows(context, 'Savings', savings, null);
  const [pair] = await granted<readonly PairShown[]>(context, 'rows.pairs', {});
  expect(pair).toMatchObject({ amount: '250.00', from: { account: 'Current' }, to: { account: 'Savings' } });
  await granted(context, 'rows.notPair', { about: pair?.about });
  expect(await granted(context, 'rows.pairs', {})).toEqual([]);
  await granted(context, 'history.undo', {});
  await granted(context, 'rows.sort', { rows: [pair?.from.id, pair?.to.id], as: 'between-my-accounts' });
  expect((await granted<BankRowPage>(context, 'rows.list', {})).count).toBe(3);
  expect(await granted(context, 'rows.pairs', {})).toEqual([]);
});
