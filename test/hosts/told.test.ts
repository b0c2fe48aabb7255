/**
 * Does what a person says of HMRC reach the rules in HMRC's words, and the window in the person's own?
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { answer } from '../../main/operations/index.ts';
import { closeContext, openContext } from '../../main/operations/openContext.ts';
import type { Context } from '../../main/operations/context.ts';
import type { ToldShown } from '../../shared/contract/told.ts';
import { civil } from '../../shared/values/dates.ts';

const clock = { today: () => civil(2026, 11, 22), now: () => '2026-11-22T09:00:00.000Z' };
const turnover = { source: 'plumbing', form: 'SA103F', box: '15', amount: '£26,000' };
const sent = { about: 'return', taxYear: '2024-25', state: 'sent', submitted: '1/12/25', amounts: [turnover] };

const filing = {
  about: 'filing',
  kind: 'quarterly-update',
  taxYear: '2026-27',
  quarter: 1,
  sources: ['plumbing'],
  due: '2026-08-07',
  sent: '1/8/26',
} as const;
const payment = { about: 'payment', taxYear: '2024-25', due: '2026-01-31', amount: '5,000', paid: '1/2/26' } as const;

describe('about you', () => {
  let folder = '';
  let context: Context;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'quarterday-told-'));
    context = openContext({ folder, clock });
    const started = await answer(
      'books.start',
      {
        sources: [{ kind: 'self-employment', name: 'Plumbing', started: '6/10/2024' }],
        returns: [],
        reporting: 'not-sure',
      },
      context,
    );
    if (!started.ok) throw new Error(started.problem.message);
  });
  afterAll(async () => {
    await closeContext(context);
    await rm(folder, { recursive: true, force: true });
  });
  const ask = (name: string, input: unknown) => answer(name, input, context);
  const told = async (): Promise<ToldShown> => {
    const reply = await ask('told.read', {});
    if (!reply.ok) throw new Error(reply.problem.message);
    return reply.value as ToldShown;
  };

  test.each(['must', 'early', 'yearly', 'agreed-not', 'no-longer', 'not-sure'])(
    'said as %s, it is read back as it was said, and as nothing else',
    async (said) => {
      expect(await ask('told.save', { about: 'reporting', taxYear: '2026-27', said })).toMatchObject({ ok: true });
      const read = await ask('told.read', {});
      expect(read).toMatchObject({ value: { reporting: [{ taxYear: '2026-27', said }, { taxYear: '2027-28' }] } });
      expect(JSON.stringify(read)).not.toMatch(/MTD|annual|dormant|exempt|status/i);
    },
  );

  test('a return told again replaces the one before, and the outlook follows', async () => {
    expect(await ask('told.save', sent)).toMatchObject({
      value: { done: { taken: 1 }, outlook: { years: [{ tested: { qualifyingIncome: '52000.00' } }, {}, {}] } },
    });
    const small = { ...sent, amounts: [{ ...turnover, amount: '6000' }] };
    expect(await ask('told.save', small)).toMatchObject({
      value: { outlook: { years: [{ tested: { qualifyingIncome: '12000.00' } }, {}, {}] } },
    });
    expect(await ask('told.save', small)).toMatchObject({ value: { done: { taken: 0 } } });
  });

  test('a change of the return made later is kept with its day and its own amounts', async () => {
    const amendments = [{ made: '10/2/26', amounts: [{ ...turnover, amount: '27,000' }] }];
    await ask('told.save', { ...sent, amendments });
    expect(await ask('told.read', {})).toMatchObject({
      value: {
        returns: [
          { taxYear: '2025-26', state: null },
          {
            taxYear: '2024-25',
            submittedOn: '2025-12-01',
            amounts: [{ amount: '26000.00' }],
            amendments: [{ madeOn: '2026-02-10', amounts: [{ amount: '27000.00' }] }],
          },
        ],
      },
    });
  });

  test.each([
    [{ ...sent, submitted: '' }, 'date-missing', 'submitted'],
    [{ ...sent, submitted: '1/12/26' }, 'date-ahead', 'submitted'],
    [{ ...sent, notice: 'soon' }, 'date-unreadable', 'notice'],
    [{ ...sent, amounts: [{ ...turnover, amount: '' }] }, 'money-missing', 'amounts[0].amount'],
    [{ ...sent, amounts: [{ ...turnover, amount: '-1' }] }, 'income-negative', 'amounts[0].amount'],
    [{ ...sent, amounts: [{ ...turnover, source: 'flat' }] }, 'source-unknown', 'returns[0].lines[0].source'],
    [{ ...sent, taxYear: '2023-24' }, 'income-before-start', 'amounts[0].amount'],
    [
      { ...sent, amendments: [{ made: '30/11/25', amounts: [turnover] }] },
      'amendment-before-return',
      'amendments[0].made',
    ],
    [{ ...filing, due: '2026-11-22', sent: '' }, 'date-missing', 'sent'],
    [{ ...filing, sent: '1/12/26' }, 'date-ahead', 'sent'],
    [{ ...filing, sources: [] }, 'value-unusable', 'sources'],
    [{ ...payment, amount: '' }, 'money-missing', 'amount'],
    [{ ...payment, amount: '0' }, 'money-missing', 'amount'],
    [{ ...payment, amount: '-5' }, 'income-negative', 'amount'],
    [{ ...payment, paid: 'soon' }, 'date-unreadable', 'paid'],
    [{ about: 'circumstance', kind: 'minister-of-religion', from: '2/5/26', to: '1/5/26' }, 'period-backwards', 'to'],
    [{ about: 'update', taxYear: '2026-27', quarter: 1, sent: '', amounts: [] }, 'date-missing', 'sent'],
  ])('%j is refused as %s at %s', async (entry, code, path) => {
    expect(await ask('told.save', entry)).toMatchObject({ ok: false, problem: { code, path } });
  });

  test('an update is said to be sent, then not to be after all, of each source it was due for', async () => {
    expect(await ask('told.save', filing)).toMatchObject({ value: { done: { taken: 1 } } });
    const read = { kind: 'quarterly-update', taxYear: '2026-27', quarter: 1, source: 'plumbing' };
    expect(await ask('told.read', {})).toMatchObject({ value: { filings: [{ ...read, sentOn: '2026-08-01' }] } });
    expect(await ask('told.save', filing)).toMatchObject({ value: { done: { taken: 0 } } });
    const said = await ask('told.save', { ...filing, sent: '' });
    expect(said).toMatchObject({ ok: true });
    expect((await told()).filings).toEqual([{ ...read, sentOn: null }]);
    await ask('history.undo', {});
    expect(await ask('told.read', {})).toMatchObject({ value: { filings: [{ ...read, sentOn: '2026-08-01' }] } });
    await ask('told.remove', { about: 'filing', ...read, sentOn: '2026-08-01' });
  });

  test('a payment not made yet gives way to the one made; one made is a part of its own', async () => {
    const paid = async () => (await told()).payments.map((p) => `${p.amount} ${p.paidOn}`);
    await ask('told.save', { ...payment, paid: '' });
    expect(await paid()).toEqual(['5000.00 null']);
    await ask('told.save', { ...payment, amount: '£2,000', paid: '5/3/26' });
    expect(await paid()).toEqual(['2000.00 2026-03-05']);
    await ask('told.save', payment);
    expect(await paid()).toEqual(['2000.00 2026-03-05', '5000.00 2026-02-01']);
    await ask('told.remove', { about: 'payment', taxYear: '2024-25', due: '2026-01-31', paidOn: '2026-03-05' });
    expect(await paid()).toEqual(['5000.00 2026-02-01']);
    await ask('told.remove', { about: 'payment', taxYear: '2024-25', due: '2026-01-31', paidOn: '2026-02-01' });
  });

  test('no notice, and no return yet, are two things', async () => {
    await ask('told.save', { about: 'return', taxYear: '2025-26', state: 'no-notice' });
    expect(await ask('told.read', {})).toMatchObject({ value: { returns: [{ state: 'no-notice' }, {}] } });
    await ask('told.save', { about: 'return', taxYear: '2025-26', state: 'none-yet' });
    expect(await ask('told.read', {})).toMatchObject({ value: { returns: [{ state: 'none-yet' }, {}] } });
  });
});
