/** Are rows in doubt, several accounts and one letting of several within reach of a terminal? */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test, vi } from 'vitest';
import { builtOnce, jsonOf, quarterday } from './commands.ts';
import { folderOfItsOwn } from './places.ts';

vi.setConfig({ testTimeout: 120_000 });
beforeAll(builtOnce, 60_000);

const head = 'Date,Description,Paid in,Paid out\n';

test('a row in doubt is in the report, has a number in a list, and is answered by it', async () => {
  const folder = folderOfItsOwn();
  const ledger = join(folder, 'tapley.quarterday');
  const file = (name: string, rows: string): string => {
    writeFileSync(join(folder, name), head + rows);
    return join(folder, name);
  };
  await quarterday(['new', ledger]);
  await quarterday([
    'import',
    ledger,
    file('april.csv', '24/05/2026,RENT,950.00,\n25/05/2026,TEA,,3.20\n'),
    '--account',
    'A',
  ]);
  const may = await quarterday([
    'import',
    ledger,
    file('may.csv', '25/05/2026,TEA,,3.20\n26/05/2026,TAP,,9.00\n'),
    '--account',
    'A',
  ]);
  expect(may.out).toContain('Held as a question: 1 row\n  line 2, TEA, −£3.20: Line 3 of april.csv is equal');
  const list = jsonOf(await quarterday(['held', ledger, '--json'])) as { id: number }[];
  expect(list).toMatchObject([{ text: 'TEA', amount: '-3.20', alike: { file: 'april.csv', line: 3 } }]);
  expect((await quarterday(['held', ledger, '--same', 'two'])).code).not.toBe(0);
  const answered = await quarterday(['held', ledger, '--another', String(list[0]?.id)]);
  expect([answered.code, answered.out.trim()]).toEqual([0, 'Answered: 1 row.']);
  expect((await quarterday(['held', ledger])).out.trim()).toBe('No row is held as a question.');
  expect((await quarterday(['undo', ledger])).code).toBe(0);
  expect(jsonOf(await quarterday(['held', ledger, '--json']))).toEqual(list);
});

test('accounts are named by their last digits, and a letting by its id', async () => {
  const folder = folderOfItsOwn();
  const [ledger, two] = [join(folder, 'wren.quarterday'), 'test/imports/fixtures/lloyds-two-accounts.csv'];
  await quarterday(['new', ledger]);
  await quarterday([
    'source',
    'add',
    ledger,
    '--id',
    'lets',
    '--kind',
    'uk-property',
    '--name',
    'Lets',
    '--started',
    '2024-04-06',
  ]);
  for (const id of ['elm', 'oak'])
    await quarterday(['letting', 'add', ledger, '--source', 'lets', '--id', id, '--name', id]);
  const unnamed = await quarterday(['import', ledger, two, '--account', 'Main', '--json']);
  expect([unnamed.code === 0, jsonOf(unnamed)]).toMatchObject([false, { problem: { code: 'accounts-unnamed' } }]);
  const named = await quarterday([
    'import',
    ledger,
    two,
    '--account',
    'Main',
    '--names',
    '5678=Main, 4321=Savings',
    '--json',
  ]);
  expect(jsonOf(named)).toMatchObject({ account: 'Main, Savings', imported: true });
  const rent = join(folder, 'rent.csv');
  writeFileSync(rent, `${head}25/05/2026,RENT,950.00,\n`);
  const command = ['import', ledger, rent, '--account', 'Rent', '--source', 'lets', '--letting'];
  expect(jsonOf(await quarterday([...command, 'ash', '--json']))).toMatchObject({
    problem: { code: 'letting-unknown' },
  });
  expect(jsonOf(await quarterday([...command, 'oak', '--json']))).toMatchObject({ recorded: 1 });
});
