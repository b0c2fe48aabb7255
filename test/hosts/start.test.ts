/** Do three plain answers make books, or nothing at all? */
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { answer } from '../../main/operations/index.ts';
import type { Context } from '../../main/operations/context.ts';
import type { Input } from '../../shared/contract/contract.ts';
import type { Facts } from '../../shared/rules/facts.ts';
import { civil, taxYearFrom } from '../../shared/values/dates.ts';
import { appIn, folderOfItsOwn } from './places.ts';

type Start = Input<'books.start'>;
const answers = (over: Partial<Start> = {}): Start => ({
  sources: [
    { kind: 'self-employment', name: 'Tapley & Sons', started: '6 oct 2024' },
    { kind: 'uk-property', name: '12 Elm Road', started: '', share: '1/2' },
  ],
  returns: [
    { taxYear: taxYearFrom(2024), state: 'sent', submitted: '31/1/2026', amounts: ['£26,000', '9,000.50 '] },
    { taxYear: taxYearFrom(2025), state: 'none-yet', amounts: [] },
  ],
  reporting: 'not-sure',
  ...over,
});
const trade = { kind: 'self-employment' as const, name: 'Tapley', started: '1/4/2020' };
const sent = { taxYear: taxYearFrom(2024), state: 'sent' as const, submitted: '31/1/2026', amounts: ['100'] };

async function factsIn(context: Context): Promise<Facts> {
  const books = await context.books.opened();
  if (!books.ok) throw new Error(books.problem.code);
  return books.value.ledger.facts(civil(2026, 11, 22));
}

test('what was answered is what the books know', async () => {
  const context = appIn(folderOfItsOwn());
  expect(await answer('books.start', answers(), context)).toEqual({
    ok: true,
    value: {
      books: 'own',
      example: null,
      hasOwn: true,
      asAt: '2026-11-22',
      version: expect.any(String),
      keeping: expect.any(Object),
      unopened: null,
    },
  });
  const facts = await factsIn(context);
  expect(facts.sources.map((s) => `${s.id} ${s.kind} ${s.startedOn}`).toSorted()).toEqual([
    '12-elm-road uk-property null',
    'tapley-sons self-employment 2024-10-06',
  ]);
  expect(facts.returns).toMatchObject([
    { taxYear: '2024-25', submittedOn: '2026-01-31', lines: [{ amount: 2600000 }, { amount: 900050 }] },
    { taxYear: '2025-26', submittedOn: null, lines: [] },
  ]);
  expect(facts.returns[0]?.lines.map((l) => `${l.source} ${l.form} ${l.box}`)).toEqual([
    'tapley-sons SA103F 15',
    '12-elm-road SA105 20',
  ]);
  expect(facts.statuses).toEqual([]);
});

test.each([
  ['must', 'MTD Mandated'],
  ['early', 'MTD Voluntary'],
  ['yearly', 'Annual'],
] as const)('"%s" is kept for this tax year in HMRC’s own words, which no reply has', async (reporting, status) => {
  const context = appIn(folderOfItsOwn());
  const reply = await answer('books.start', answers({ reporting }), context);
  expect(JSON.stringify(reply)).not.toContain(status);
  expect((await factsIn(context)).statuses).toEqual([{ taxYear: '2026-27', status }]);
});

test('two lettings are one business with a letting each, and their incomes add up', async () => {
  const context = appIn(folderOfItsOwn());
  const flats = ['Flat', 'Flat'].map((name) => ({
    kind: 'uk-property' as const,
    name,
    started: '1/5/2021',
    share: '0.5',
  }));
  await answer('books.start', answers({ sources: flats, returns: [{ ...sent, amounts: ['100', '50.50'] }] }), context);
  const facts = await factsIn(context);
  expect(facts.sources).toHaveLength(1);
  expect(facts.returns[0]?.lines).toMatchObject([{ amount: 15050, form: 'SA105', box: '20' }]);
  expect(await answer('sources.list', {}, context)).toMatchObject({
    value: [{ name: 'UK property', lettings: [{ id: 'flat', shares: [{ share: '1/2' }] }, { id: 'flat-2' }] }],
  });
});

test('no notice to file is told as such; foreign rent has its own form', async () => {
  const context = appIn(folderOfItsOwn());
  const villa = { kind: 'foreign-property' as const, name: 'Villa', started: '' };
  const none = { taxYear: taxYearFrom(2025), state: 'no-notice' as const, amounts: [] };
  await answer('books.start', answers({ sources: [villa], returns: [sent, none] }), context);
  expect((await factsIn(context)).returns).toMatchObject([
    { taxYear: '2024-25', lines: [{ form: 'SA106', box: '14', amount: 10000 }] },
    { taxYear: '2025-26', noticeGivenOn: null, submittedOn: null },
  ]);
});

test('a return with an amount that is not known is not told at all: a missing line would count as nil', async () => {
  const context = appIn(folderOfItsOwn());
  await answer('books.start', answers({ returns: [{ ...sent, amounts: ['100', ''] }] }), context);
  expect((await factsIn(context)).returns).toEqual([]);
});

test('a source that began after the tax year needs no amount in it', async () => {
  const context = appIn(folderOfItsOwn());
  const late = { ...trade, name: 'Late', started: '6/4/2025' };
  await answer(
    'books.start',
    answers({ sources: [trade, late], returns: [{ ...sent, amounts: ['100', ''] }] }),
    context,
  );
  expect((await factsIn(context)).returns).toMatchObject([{ lines: [{ source: 'tapley' }] }]);
});

const refusals: [what: string, over: Partial<Start>, code: string, path: string][] = [
  ['no source', { sources: [] }, 'source-needed', 'sources'],
  ['a source without a name', { sources: [{ ...trade, name: ' ' }] }, 'name-missing', 'sources[0].name'],
  ['a start that is no day', { sources: [{ ...trade, started: '31 feb' }] }, 'date-unreadable', 'sources[0].started'],
  ['part of a trade', { sources: [{ ...trade, share: '1/2' }] }, 'share-of-trade', 'sources[0].share'],
  ['a share of more than all', { sources: [{ ...trade, share: '2' }] }, 'share-unreadable', 'sources[0].share'],
  [
    'a return sent on no day',
    { sources: [trade], returns: [{ ...sent, submitted: '' }] },
    'date-missing',
    'returns[0].submitted',
  ],
  [
    'a day that cannot be read',
    { sources: [trade], returns: [{ ...sent, submitted: 'soon' }] },
    'date-unreadable',
    'returns[0].submitted',
  ],
  [
    'a return sent tomorrow',
    { sources: [trade], returns: [{ ...sent, submitted: '23/11/2026' }] },
    'date-ahead',
    'returns[0].submitted',
  ],
  [
    'income that cannot be read',
    { sources: [trade], returns: [{ ...sent, amounts: ['lots'] }] },
    'amount-unreadable',
    'returns[0].amounts[0]',
  ],
  [
    'income below nil',
    { sources: [trade], returns: [{ ...sent, amounts: ['-1'] }] },
    'income-negative',
    'returns[0].amounts[0]',
  ],
  [
    'an amount for no source',
    { sources: [trade], returns: [{ ...sent, amounts: ['1', '2'] }] },
    'value-unusable',
    'returns[0].amounts[1]',
  ],
  [
    'income from before the start',
    { sources: [{ ...trade, started: '6/4/2025' }], returns: [sent] },
    'income-before-start',
    'returns[0].amounts[0]',
  ],
  ['one year twice', { sources: [trade], returns: [sent, sent] }, 'facts-repeat', 'returns[1]'],
  [
    'a name no books can hold',
    { sources: [{ ...trade, name: 'Tap\0ley' }], returns: [sent] },
    'text-unusable',
    'sources[0].name',
  ],
];
test.each(refusals)('%s is refused by its field, and no books are made', async (_, over, code, path) => {
  const folder = join(folderOfItsOwn(), 'data');
  const context = appIn(folder);
  expect(await answer('books.start', answers(over), context)).toMatchObject({ ok: false, problem: { code, path } });
  expect(existsSync(folder) ? readdirSync(folder) : []).toEqual([]);
  expect(await answer('app.state', {}, context)).toMatchObject({ value: { books: 'none', hasOwn: false } });
});

test('books that are there are never replaced', async () => {
  const context = appIn(folderOfItsOwn());
  await answer('books.start', answers(), context);
  expect(await answer('books.start', answers(), context)).toMatchObject({ problem: { code: 'books-exist' } });
});

test('a person goes to the example and back to their own books', async () => {
  const context = appIn(folderOfItsOwn());
  expect(await answer('books.own', {}, context)).toMatchObject({ problem: { code: 'books-none' } });
  expect(await answer('books.example', {}, context)).toMatchObject({ value: { books: 'example', hasOwn: false } });
  expect(await answer('books.start', answers(), context)).toMatchObject({ value: { books: 'own' } });
  expect(await answer('books.example', {}, context)).toMatchObject({ value: { books: 'example', hasOwn: true } });
  expect(await answer('books.own', {}, context)).toMatchObject({ value: { books: 'own' } });
});
