/**
 * Can a source be said otherwise from a terminal, and does the outlook's own input follow?
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, expect, onTestFinished, test } from 'vitest';
import { builtOnce, jsonOf, quarterday } from './commands.ts';

beforeAll(builtOnce, 60_000);

async function newBooks(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'quarterday-source-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const path = join(folder, 'books.quarterday');
  await quarterday(['new', path]);
  const shop = ['--id', 'shop', '--kind', 'self-employment', '--name', 'Juniper Joinery', '--started', '2019-05-01'];
  await quarterday(['source', 'add', path, ...shop]);
  return path;
}

test('a source is renamed, stopped and carried on, and its periods are chosen', async () => {
  const path = await newBooks();
  const change = (...options: string[]) => quarterday(['source', 'change', path, '--id', 'shop', ...options, '--json']);
  const facts = async () => jsonOf(await quarterday(['facts', path, '--as-at', '2026-11-22', '--json']));
  expect(jsonOf(await change('--name', 'Joinery', '--ceased', '2026-10-31', '--basis', 'traditional'))).toEqual({
    id: 'shop',
  });
  expect(await facts()).toMatchObject({
    sources: [{ name: 'Joinery', startedOn: '2019-05-01', ceasedOn: '2026-10-31' }],
  });
  await change('--carries-on', '--periods', '2027-28=calendar', '--vat', 'yes');
  expect(await facts()).toMatchObject({
    sources: [{ name: 'Joinery', ceasedOn: null, updatePeriods: { '2027-28': 'calendar', '2028-29': 'calendar' } }],
  });
});

test('one entered by mistake is removed, and stays with its reason while a record hangs on it', async () => {
  const path = await newBooks();
  const lets = ['--id', 'lets', '--kind', 'uk-property', '--name', 'Houses', '--started', '2019-05-01'];
  await quarterday(['source', 'add', path, ...lets]);
  await quarterday(['letting', 'add', path, '--source', 'lets', '--id', 'elm', '--name', '12 Elm Road']);
  const letting = await quarterday(['letting', 'remove', path, '--source', 'lets', '--id', 'elm', '--json']);
  expect(jsonOf(letting)).toEqual({ id: 'elm' });
  expect(jsonOf(await quarterday(['source', 'remove', path, '--id', 'lets', '--json']))).toEqual({ id: 'lets' });
  const record = ['--date', '2026-05-01', '--category', 'turnover', '--amount', '9', '--description', 'Shelf'];
  await quarterday(['add', path, '--source', 'shop', ...record]);
  const stays = await quarterday(['source', 'remove', path, '--id', 'shop', '--json']);
  expect(JSON.parse(stays.out || stays.err)).toMatchObject({
    problem: {
      code: 'source-has-records',
      path: 'id',
      message: expect.stringContaining('It still has a record.') as string,
    },
  });
});

test.each([
  [['--started', 'soon'], 'date-unreadable', 'started'],
  [['--ceased', '2001-01-01'], 'ceased-before-started', 'ceased'],
  [['--vat', 'maybe'], 'value-unusable', 'vat'],
  [['--periods', 'calendar'], 'value-unusable', 'periods'],
  [['--periods', '2027=calendar'], 'tax-year-unknown', 'periods'],
])('%j is refused as %s at %s', async (options, code, path) => {
  const ran = await quarterday(['source', 'change', await newBooks(), '--id', 'shop', ...options, '--json']);
  expect(ran.code).not.toBe(0);
  expect(JSON.parse(ran.out || ran.err)).toMatchObject({ problem: { code, path } });
});
