/**
 * Can a window say a source otherwise, end it, and take back what was told, and does the outlook follow at once?
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Context } from '../../main/operations/context.ts';
import { answer } from '../../main/operations/index.ts';
import { closeContext, openContext } from '../../main/operations/openContext.ts';
import { civil } from '../../shared/values/dates.ts';

const clock = { today: () => civil(2026, 11, 22), now: () => '2026-11-22T09:00:00.000Z' };
const sources = [
  { kind: 'self-employment', name: 'Plumbing', started: '6/10/2024' },
  { kind: 'uk-property', name: '12 Elm Road', started: '' },
];
const turnover = { source: 'plumbing', form: 'SA103F', box: '15', amount: '£26,000' };

const open = new Map<'app', { readonly folder: string; readonly context: Context }>();
const app = (): { readonly folder: string; readonly context: Context } => {
  const found = open.get('app');
  if (found === undefined) throw new Error('no app is open');
  return found;
};
beforeEach(async () => {
  const folder = await mkdtemp(join(tmpdir(), 'quarterday-sources-'));
  const context = openContext({ folder, clock });
  open.set('app', { folder, context });
  const started = await answer('books.start', { sources, returns: [], reporting: 'not-sure' }, context);
  if (!started.ok) throw new Error(started.problem.message);
});
afterEach(async () => {
  await closeContext(app().context);
  await rm(app().folder, { recursive: true, force: true });
});
const ask = (name: string, input: unknown) => answer(name, input, app().context);
const idOf = async (name: string): Promise<string> => {
  const read = await ask('sources.list', {});
  const list = read.ok ? (read.value as { id: string; name: string }[]) : [];
  return list.find((s) => s.name === name)?.id ?? '';
};

describe('a source', () => {
  test.each([
    [{ name: ' Heating ' }, { name: 'Heating' }],
    [{ started: '1 may 2024' }, { startedOn: '2024-05-01' }],
    [{ started: '' }, { startedOn: null }],
    [{ ceased: '31/10/26' }, { ceasedOn: '2026-10-31' }],
    [
      { basis: 'traditional', vatRegistered: true },
      { basis: 'traditional', vatRegistered: true },
    ],
    [
      { updatePeriods: { from: '2027-28', periods: 'calendar' } },
      { updatePeriods: [{ from: '2027-28', periods: 'calendar' }] },
    ],
    [{ updatePeriods: { from: '2027-28', periods: 'standard' } }, { updatePeriods: [] }],
  ])('said to be %j is so, and nothing else of it changes', async (said, shown) => {
    const id = await idOf('Plumbing');
    expect(await ask('sources.change', { id, ...said })).toMatchObject({ ok: true });
    const usual = { name: 'Plumbing', startedOn: '2024-10-06', ceasedOn: null, basis: 'cash', vatRegistered: false };
    const now = await ask('sources.list', {});
    expect(now).toMatchObject({ value: [{ ...usual, updatePeriods: [], ...shown }, {}] });
  });

  test.each([
    [{ started: 'soon' }, 'date-unreadable', 'started'],
    [{ ceased: '1/1/2020' }, 'ceased-before-started', 'ceased'],
    [{ name: ' ' }, 'name-missing', 'name'],
  ])('said to be %j is refused as %s at %s', async (said, code, path) => {
    const refused = await ask('sources.change', { id: await idOf('Plumbing'), ...said });
    expect(refused).toMatchObject({ ok: false, problem: { code, path } });
  });

  test('stopped for good has no updates after it, and taking that back gives them again', async () => {
    const id = await idOf('Plumbing');
    await ask('told.save', {
      about: 'return',
      taxYear: '2024-25',
      state: 'sent',
      submitted: '1/12/25',
      amounts: [turnover],
    });
    const updates = async () => {
      const read = await ask('outlook.read', {});
      const due = read.ok
        ? (read.value as { obligations: { kind: string; source: string; to: string }[] }).obligations
        : [];
      return due.filter((o) => o.kind === 'quarterly-update' && o.source === id && o.to > '2026-10-31').length;
    };
    const before = await updates();
    expect(before).toBeGreaterThan(0);
    await ask('sources.change', { id, ceased: '31/10/26' });
    expect(await updates()).toBe(0);
    await ask('sources.change', { id, ceased: '' });
    expect(await updates()).toBe(before);
  });

  test('with calendar periods has its updates end with a month', async () => {
    const id = await idOf('Plumbing');
    await ask('told.save', {
      about: 'return',
      taxYear: '2024-25',
      state: 'sent',
      submitted: '1/12/25',
      amounts: [turnover],
    });
    await ask('sources.change', { id, updatePeriods: { from: '2026-27', periods: 'calendar' } });
    expect(await ask('outlook.read', {})).toMatchObject({
      value: {
        obligations: expect.arrayContaining([
          expect.objectContaining({ kind: 'quarterly-update', source: id, quarter: 3, to: '2026-12-31' }),
        ]),
      },
    });
  });
});

test('a property is renamed and marked as a room of one’s own home', async () => {
  const read = await ask('sources.list', {});
  const property = (read.ok ? (read.value as { id: string; lettings: { id: string }[] }[]) : []).at(1);
  const named = { source: property?.id, id: property?.lettings[0]?.id };
  expect(await ask('lettings.change', { ...named, name: 'Back room', rentARoom: true })).toMatchObject({ ok: true });
  expect(await ask('sources.list', {})).toMatchObject({
    value: [{}, { lettings: [{ name: 'Back room', rentARoom: true, shares: [{ share: '1' }] }] }],
  });
});

describe('what was told', () => {
  const reason = { kind: 'minister-of-religion', from: '2020-05-01', to: null, source: null };
  beforeEach(async () => {
    await ask('told.save', {
      about: 'return',
      taxYear: '2024-25',
      state: 'sent',
      submitted: '1/12/25',
      amounts: [turnover],
    });
    await ask('told.save', { about: 'circumstance', kind: reason.kind, from: '1/5/2020' });
    const amounts = [{ source: 'plumbing', amount: '1' }];
    await ask('told.save', { about: 'update', taxYear: '2026-27', quarter: 1, sent: '1/8/26', amounts });
  });

  test.each([
    [{ about: 'return', taxYear: '2024-25' }, { returns: [{}, { taxYear: '2024-25', state: null }] }],
    [{ about: 'circumstance', ...reason }, { circumstances: [] }],
    [{ about: 'update', taxYear: '2026-27', quarter: 1, sentOn: '2026-08-01' }, { updates: [] }],
  ])('%j is taken back once, and told again by undo', async (removal, then) => {
    const before = await ask('told.read', {});
    expect(await ask('told.remove', removal)).toMatchObject({ value: { done: { removed: 1 } } });
    expect(await ask('told.read', {})).toMatchObject({ value: then });
    expect(await ask('told.remove', removal)).toMatchObject({ ok: false, problem: { code: 'told-unknown' } });
    await ask('history.undo', {});
    expect(await ask('told.read', {})).toEqual(before);
  });

  test('a reason ends on a day, and can go on again', async () => {
    expect(await ask('told.end', { ...reason, ended: '30/9/26' })).toMatchObject({ ok: true });
    const ended = { ...reason, to: '2026-09-30' };
    expect(await ask('told.read', {})).toMatchObject({ value: { circumstances: [ended] } });
    expect(await ask('told.end', { ...ended, ended: '' })).toMatchObject({ ok: true });
    expect(await ask('told.read', {})).toMatchObject({ value: { circumstances: [reason] } });
    expect(await ask('told.end', { ...reason, ended: '1/1/2019' })).toMatchObject({
      problem: { code: 'period-backwards', path: 'ended' },
    });
  });
});
