/** Does the command line say what it did, refuse by name, and leave nothing half done? */
import { spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, onTestFinished, test, vi } from 'vitest';
import { builtOnce, jsonOf, quarterday, told } from './commands.ts';
import { folderOfItsOwn } from './places.ts';

// Processes on a busy machine: as long as it takes, within reason.
vi.setConfig({ testTimeout: 60_000 });
beforeAll(builtOnce, 60_000);

/** Books with one trade, in a folder of their own, made as a person makes them: no thread of the ledger runs in the test itself. */
async function tradeBooks(): Promise<{ folder: string; ledger: string }> {
  const folder = folderOfItsOwn();
  const ledger = join(folder, 'tapley.quarterday');
  const trade = ['--id', 'plumbing', '--kind', 'self-employment', '--name', 'Tapley', '--started', '2024-10-06'];
  for (const command of [
    ['new', ledger],
    ['source', 'add', ledger, ...trade],
  ]) {
    const ran = await quarterday(command);
    if (ran.code !== 0) throw new Error(ran.out);
  }
  return { folder, ledger };
}

const recordOf = (over: Record<string, string>): string[] =>
  Object.entries({
    source: 'plumbing',
    date: '2026-05-01',
    category: 'turnover',
    amount: '120.50',
    description: 'Tap',
    ...over,
  }).flatMap(([name, value]) => [`--${name}`, value]);

test.each([
  [[], 'Usage:'],
  [['decode'], 'There is no command "decode".'],
  [['decide'], 'Give either --facts or --ndjson.'],
  [['decide', '--facts', '-', '--ndjson', '-'], 'Give either --facts or --ndjson.'],
  [['decide', '--facts', '-', '--fast'], 'There is no option --fast here.'],
  [['decide', '--facts'], '--facts needs a value.'],
  [['decide', '--facts', '-', '--json=yes'], '--json takes no value.'],
  [['new'], 'LEDGER is needed.'],
  [['verify', 'a', 'b'], '"b" is more than this command takes.'],
  [['source', 'add', 'a', '--id', 'x'], '--kind is needed.'],
  [['facts', 'merge', 'a'], 'FILE is needed.'],
  [['held', 'a', '--same', '1', '--another', '2'], 'Give either --same or --another.'],
])('%j is wrong usage: exit code 2, and how to use it', async (args, sentence) => {
  const ran = await quarterday(args);
  expect(ran).toMatchObject({ code: 2, out: '' });
  expect(ran.err).toContain(sentence);
  expect(ran.err).toContain('Usage:');
});

test.each([
  [['decode', '--json'], 'There is no command "decode".'],
  [['decide', '--facts', '--json'], '--facts needs a value.'],
  [['verify', 'a', 'b', '--json'], '"b" is more than this command takes.'],
])('%j is wrong usage, said as JSON', async (args, message) => {
  const ran = await quarterday(args);
  expect(ran).toMatchObject({ code: 2, err: '' });
  expect(jsonOf(ran)).toEqual({ problem: { code: 'usage-wrong', path: '', message } });
});

test('books begin, sources and records go in one by one, each with its id, and come out as a year', async () => {
  const folder = folderOfItsOwn();
  const ledger = join(folder, 'tapley.quarterday');
  expect((await quarterday(['new', ledger])).code).toBe(0);
  const trade = ['--id', 'plumbing', '--kind', 'self-employment', '--name', 'Tapley', '--started', '2024-10-06'];
  expect(await quarterday(['source', 'add', ledger, ...trade])).toMatchObject({ code: 0, out: 'plumbing\n' });
  expect(jsonOf(await quarterday(['source', 'add', ledger, ...trade, '--json']))).toMatchObject({
    problem: { path: 'id' },
  });
  expect(await quarterday(['add', ledger, ...recordOf({})])).toMatchObject({ code: 0, out: '1\n' });
  const refund = await quarterday(['add', ledger, ...recordOf({ amount: '-20.50' }), '--json']);
  expect(jsonOf(refund)).toEqual({ id: 2 });
  const spent = recordOf({ category: 'adminCosts', amount: '9.99', date: '2026-05-02' });
  expect((await quarterday(['add', ledger, ...spent])).code).toBe(0);
  const summary = await quarterday(['summary', ledger, '--tax-year', '2026-27', '--json']);
  expect(jsonOf(summary)).toMatchObject({
    taxYear: '2026-27',
    records: 3,
    sources: [
      {
        source: 'plumbing',
        income: '100.00',
        expenses: '9.99',
        boxes: [
          { form: 'SA103F', box: '15', category: 'turnover', amount: '100.00' },
          { form: 'SA103F', box: '23', category: 'adminCosts', amount: '9.99' },
        ],
      },
    ],
  });
  const verified = jsonOf(await quarterday(['verify', ledger, '--json']));
  expect(verified).toMatchObject({ ok: true, records: 3, chain: expect.stringMatching(/^[0-9a-f]{64}$/), checks: [] });
  const out = join(folder, 'year.csv');
  const made = ['export', ledger, '--tax-year', '2026-27', '--as', 'csv', '--out', out];
  expect((await quarterday(made)).code).toBe(0);
  expect(readFileSync(out, 'utf8')).toContain('2026-27,Tapley,Self-employment,,,,Total income,100.00\r\n');
  expect(jsonOf(await quarterday([...made, '--json']))).toMatchObject({
    problem: { code: 'file-exists', path: 'out' },
  });
});

test('a record that cannot be read is refused by its option, and the books stay as they were', async () => {
  const { ledger } = await tradeBooks();
  const before = await quarterday(['verify', ledger, '--json']);
  const table: [over: Record<string, string>, code: string, path: string][] = [
    [{ date: '2026-02-30' }, 'date-impossible', 'date'],
    [{ date: 'yesterday' }, 'date-impossible', 'date'],
    [{ amount: '1,00' }, 'amount-unreadable', 'amount'],
    [{ amount: '1.005' }, 'amount-unreadable', 'amount'],
    [{ category: 'periodAmount' }, 'category-unknown', 'category'],
    [{ source: 'gardening' }, 'source-unknown', 'source'],
  ];
  for (const [over, code, path] of table) {
    const ran = await quarterday(['add', ledger, ...recordOf(over), '--json']);
    expect(ran.code).toBe(1);
    expect(jsonOf(ran)).toMatchObject({ problem: { code, path } });
  }
  expect((await quarterday(['verify', ledger, '--json'])).out).toBe(before.out);
});

test('records are listed with the number each is named by, newest first, and narrowed', async () => {
  const { ledger } = await tradeBooks();
  const add = async (over: Record<string, string>) => quarterday(['add', ledger, ...recordOf(over)]);
  await add({ date: '2026-04-05', description: 'Tap, old year' });
  await add({ date: '2026-05-02', amount: '-20.50', description: 'Tap given back' });
  await add({ date: '2026-05-03', category: 'adminCosts', amount: '9.99', description: 'Stamps' });
  await add({ date: '2026-04-01', description: 'Red \u001B[31m' });
  const ids = async (...args: string[]) =>
    (jsonOf(await quarterday(['records', ledger, ...args, '--json'])) as { records: { id: number }[] }).records.map(
      (r) => r.id,
    );
  expect(await ids()).toEqual([3, 2, 1, 4]);
  expect(await ids('--tax-year', '2026-27')).toEqual([3, 2]);
  expect(await ids('--find', 'tap', '--source', 'plumbing')).toEqual([2, 1]);
  expect(await ids('--category', 'adminCosts')).toEqual([3]);
  expect((await quarterday(['records', ledger, '--find', 'given'])).out).toBe(
    '2: 2 May 2026, −£20.50, turnover, plumbing, Tap given back\n',
  );
  expect((await quarterday(['records', ledger, '--find', 'Red'])).out).toContain('Red ␛[31m\n');
  expect((await quarterday(['records', ledger, '--find', 'nothing like it'])).out).toBe('No records.\n');
  expect(jsonOf(await quarterday(['records', ledger, '--find', 'stamps', '--json']))).toEqual({
    count: 1,
    records: [
      {
        id: 3,
        date: '2026-05-03',
        source: 'plumbing',
        letting: null,
        category: 'adminCosts',
        amount: '9.99',
        own: '9.99',
        description: 'Stamps',
        fromBank: false,
        rule: null,
      },
    ],
  });
  for (const [option, value, code] of [
    ['tax-year', '2026', 'tax-year-unknown'],
    ['source', 'gardening', 'source-unknown'],
  ] as const)
    expect(jsonOf(await quarterday(['records', ledger, `--${option}`, value, '--json']))).toMatchObject({
      problem: { code, path: option },
    });
});

test('columns of a file that does not prove itself are said in the terminal, once, and remembered', async () => {
  const { folder, ledger } = await tradeBooks();
  const statement = join(folder, 'statement.csv');
  writeFileSync(statement, 'Date,Details,Value\n01/02/2026,Rent,450.00\n03/04/2026,Shop,-12.00\n');
  const take = (...more: string[]) => quarterday(['import', ledger, statement, '--account', 'Biz', ...more]);
  const asked = await take();
  const guess = 'date=Date, description=Details, amount=Value, order=day-first';
  expect([asked.code, asked.err]).toEqual([1, expect.stringContaining(`could be read two ways`)]);
  expect(asked.err).toContain(`--columns "${guess}"`);
  const table: [said: string, code: string][] = [
    ['colour=Red', 'column-word-unknown'],
    ['amount=Sum', 'column-not-there'],
    ['order=backwards', 'columns-missing'],
    ['description=1', 'mapping-column-twice'],
  ];
  for (const [said, code] of table)
    expect(jsonOf(await take('--columns', said, '--json'))).toMatchObject({ problem: { code } });
  expect((await quarterday(['verify', ledger])).out).toContain('0 records');
  const tried = jsonOf(await take('--columns', guess, '--dry-run', '--json'));
  expect(tried).toMatchObject({ from: '2026-02-01', to: '2026-04-03', moneyIn: '450.00', moneyOut: '12.00' });
  const taken = jsonOf(await take('--columns', 'order=month-first, spent=positive', '--json'));
  expect(taken).toMatchObject({ from: '2026-01-02', to: '2026-03-04', moneyIn: '12.00', moneyOut: '450.00' });
  writeFileSync(statement, 'Date,Details,Value\n05/06/2026,Paint,9.00\n');
  expect(jsonOf(await take('--dry-run', '--json'))).toMatchObject({ from: '2026-05-06', moneyOut: '9.00' });
});

test('two columns of money are said by their numbers, over a guess of one', async () => {
  const { folder, ledger } = await tradeBooks();
  const statement = join(folder, 'statement.csv');
  writeFileSync(statement, 'When,What,A,B\n2026-02-01,Rent,450.00,\n2026-02-03,Shop,,12.00\n');
  const said = ['--columns', 'date=1, order=year-first, description=2, in=3, out=4'];
  const ran = await quarterday(['import', ledger, statement, '--account', 'Biz', ...said, '--json']);
  expect(jsonOf(ran)).toMatchObject({ fresh: 2, moneyIn: '450.00', moneyOut: '12.00' });
});

test('two commands at once both write: one waits for the other', async () => {
  const { ledger } = await tradeBooks();
  const add = () => quarterday(['add', ledger, ...recordOf({})]);
  const ran = await Promise.all([add(), add(), add()]);
  expect(ran.map((r) => r.code)).toEqual([0, 0, 0]);
  expect(jsonOf(await quarterday(['verify', ledger, '--json']))).toMatchObject({ ok: true, records: 3 });
});

test('a category that is not one says which there are', async () => {
  const { ledger } = await tradeBooks();
  const ran = await quarterday(['add', ledger, ...recordOf({ category: 'rent' }), '--json']);
  expect(jsonOf(ran)).toMatchObject({
    problem: {
      message: expect.stringMatching(/^"rent" is not a category of this source\. Use one of these: turnover, other, /),
    },
  });
});

const statement = ['Date,Description,Money In,Money Out,Balance', '01/05/2026,TAPLEY JOB,100.00,,1100.00'];
const rest = ['13/05/2026,MERCHANT,,20.00,1080.00'];

test('a bank file goes in once; a second time there is nothing new', async () => {
  const { folder, ledger } = await tradeBooks();
  const file = join(folder, 'statement.csv');
  writeFileSync(file, [...statement, ...rest].join('\n'));
  const command = ['import', ledger, file, '--account', 'Main', '--source', 'plumbing', '--json'];
  const preview = jsonOf(await quarterday([...command, '--dry-run']));
  expect(preview).toMatchObject({ rows: 2, fresh: 2, recorded: 1, unsorted: 1, moneyIn: '100.00', imported: false });
  expect(jsonOf(await quarterday(command))).toEqual({ ...(preview as object), imported: true });
  expect(jsonOf(await quarterday(command))).toMatchObject({ fresh: 0, already: 2, imported: true });
});

test('twelve months from Lloyds give the terminal the same pennies as they give the window', async () => {
  const { ledger } = await tradeBooks();
  const file = 'test/imports/fixtures/lloyds-12-months.csv';
  await quarterday(['import', ledger, file, '--account', 'Business current', '--source', 'plumbing']);
  const ran = await quarterday(['outlook', ledger, '--as-at', '2026-11-22', '--json']);
  const { incomes } = jsonOf(ran) as { incomes: { taxYear: string; basis: string; qualifyingIncome: string }[] };
  expect(incomes).toMatchObject([{ taxYear: '2025-26', basis: 'records', qualifyingIncome: '47164.22' }]);
});

test.each([
  ['an impossible day', '31/06/2026,MERCHANT,,20.00,1080.00', 'row-date-impossible', 'line 3, Date'],
  ['an amount in the wrong column', '13/05/2026,MERCHANT,20.00,20.00,1080.00', 'row-amount-both', 'line 3, Money In'],
])('a bank file with %s is refused whole, by line and column, and nothing is written', async (_, row, code, path) => {
  const { folder, ledger } = await tradeBooks();
  const before = await quarterday(['verify', ledger, '--json']);
  const file = join(folder, 'statement.csv');
  writeFileSync(file, [...statement, row, ...rest].join('\n'));
  const command = ['import', ledger, file, '--account', 'Main', '--json'];
  const ran = await quarterday(command);
  expect(ran.code).toBe(1);
  expect(jsonOf(ran)).toMatchObject({ problem: { code, path }, imported: false, refused: [{ line: 3 }] });
  expect((await quarterday(['verify', ledger, '--json'])).out).toBe(before.out);
  expect(jsonOf(await quarterday([...command, '--skip-refused']))).toMatchObject({ fresh: 2, imported: true });
});

test('what is no bank file and what are no books is refused by name', async () => {
  const { folder, ledger } = await tradeBooks();
  const picture = join(folder, 'receipt.jpg');
  writeFileSync(picture, Buffer.from('ffd8ffe000104a46494600', 'hex'));
  const before = readdirSync(folder);
  const imported = await quarterday(['import', ledger, picture, '--account', 'Main', '--json']);
  expect(imported.code).toBe(1);
  expect(jsonOf(imported)).toMatchObject({ problem: { code: 'bank-file-is' } });
  const opened = await quarterday(['outlook', picture, '--json']);
  expect(opened.code).toBe(1);
  expect(jsonOf(opened)).toMatchObject({ problem: { code: 'ledger-unknown' } });
  const missing = await quarterday(['outlook', join(folder, 'none.quarterday'), '--json']);
  expect(jsonOf(missing)).toMatchObject({ problem: { code: 'file-missing' } });
  expect(readdirSync(folder)).toEqual(before);
});

test('what was told goes into the books from a facts file, and comes out again', async () => {
  const { folder, ledger } = await tradeBooks();
  const file = join(folder, 'told.json');
  writeFileSync(file, JSON.stringify(told('60000.00')).replaceAll('"s"', '"plumbing"'));
  expect(jsonOf(await quarterday(['facts', 'merge', ledger, file, '--json']))).toEqual({ taken: 1 });
  const facts = jsonOf(await quarterday(['facts', ledger, '--as-at', '2026-05-01', '--json']));
  expect(facts).toMatchObject({
    asAt: '2026-05-01',
    returns: [{ taxYear: '2024-25', lines: [{ amount: '60000.00' }] }],
  });
  const asFile = await quarterday(['decide', '--facts', '-', '--json'], JSON.stringify(facts));
  const asLedger = await quarterday(['outlook', ledger, '--as-at', '2026-05-01', '--json']);
  expect(asLedger.out).toBe(asFile.out);
  writeFileSync(file, '{"returns":[],"taxReturnSent":[]}');
  expect(jsonOf(await quarterday(['facts', 'merge', ledger, file, '--json']))).toMatchObject({
    problem: { code: 'key-unknown', path: 'taxReturnSent' },
  });
});

test('the example is made by name, is seen from its own day, and takes no bank file', async () => {
  const folder = folderOfItsOwn();
  const ledger = join(folder, 'example.quarterday');
  expect((await quarterday(['new', ledger, '--example', 'baker', '--json'])).code).toBe(1);
  expect(existsSync(ledger)).toBe(false);
  expect((await quarterday(['new', ledger, '--example', 'plumber'])).code).toBe(0);
  expect(jsonOf(await quarterday(['outlook', ledger, '--json']))).toMatchObject({ asAt: '2026-11-22' });
  const file = join(folder, 'statement.csv');
  writeFileSync(file, [...statement, ...rest].join('\n'));
  expect(jsonOf(await quarterday(['import', ledger, file, '--account', 'Main', '--json']))).toMatchObject({
    problem: { code: 'example-closed-to-imports' },
  });
  expect((await quarterday(['new', ledger])).code).toBe(1);
});

test('a letting has its share, and a share that is none is refused', async () => {
  const { ledger } = await tradeBooks();
  const rents = ['--id', 'rents', '--kind', 'uk-property', '--name', 'Rents', '--started', '2020-01-01'];
  await quarterday(['source', 'add', ledger, ...rents]);
  const flat = ['letting', 'add', ledger, '--source', 'rents', '--id', 'flat', '--name', 'Flat', '--json'];
  expect(jsonOf(await quarterday([...flat, '--share', '1.5']))).toMatchObject({
    problem: { code: 'share-unreadable' },
  });
  expect(jsonOf(await quarterday([...flat, '--share', '1/3']))).toEqual({ id: 'flat' });
  await quarterday(['add', ledger, ...recordOf({ source: 'rents', category: 'periodAmount', amount: '100.00' })]);
  const summary = jsonOf(await quarterday(['summary', ledger, '--tax-year', '2026-27', '--json']));
  expect(summary).toMatchObject({ sources: expect.arrayContaining([expect.objectContaining({ income: '33.33' })]) });
});

test('serve prints its address alone, lets go of the books on SIGTERM, and refuses a picture', async () => {
  const { folder, ledger } = await tradeBooks();
  const data = join(folder, 'data');
  const env = { ...process.env, QUARTERDAY_DATA: data };
  const child = spawn(process.execPath, ['scripts/cli.mjs', 'serve', ledger], { stdio: 'pipe', env });
  onTestFinished(() => void child.kill('SIGKILL'));
  const line = await new Promise<string>((resolve) =>
    child.stdout.once('data', (text: Buffer) => resolve(text.toString())),
  );
  expect(line).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/#[\w-]{43}\n$/);
  const { origin, hash } = new URL(line.trim());
  const entered = await fetch(`${origin}/session`, { method: 'POST', body: JSON.stringify({ token: hash.slice(1) }) });
  const { key } = (await entered.json()) as { key: string };
  const headers = { authorization: `Bearer ${key}` };
  const state = await fetch(`${origin}/api/app.state`, { method: 'POST', headers, body: '{}' });
  expect(await state.json()).toMatchObject({ ok: true, value: { books: 'own', hasOwn: true } });
  const ended = new Promise((resolve) => child.once('close', resolve));
  child.kill('SIGTERM');
  expect(await ended).toBe(0);
  expect(readdirSync(folder)).toEqual(['tapley.quarterday']);
  const picture = join(folder, 'receipt.jpg');
  writeFileSync(picture, Buffer.from('ffd8ffe000104a46494600', 'hex'));
  expect(await quarterday(['serve', picture])).toMatchObject({ code: 1, out: '' });
});

test('why the disk would not is said in words', async () => {
  const { folder, ledger } = await tradeBooks();
  const out = join(folder, 'none', 'year.csv');
  const made = await quarterday(['export', ledger, '--tax-year', '2026-27', '--as', 'csv', '--out', out]);
  expect(made).toMatchObject({ code: 1, err: expect.stringContaining('there is no such folder') as string });
  const read = await quarterday(['import', ledger, folder, '--account', 'Current']);
  expect(read).toMatchObject({ code: 1, err: expect.stringContaining('it is a folder') as string });
});

test.each(['MTD Mandated', 'mtd voluntary', 'Dormant', 'Non-Digital', 'No Status'])(
  'what HMRC calls a customer, %s, is not said back by a refusal, wherever it was typed',
  async (typed) => {
    const { ledger } = await tradeBooks();
    const asked = [recordOf({ amount: typed }), recordOf({ category: typed }), recordOf({ date: typed })];
    expect((await quarterday([typed])).err.toLowerCase()).not.toContain(typed.toLowerCase());
    for (const options of asked) {
      const ran = await quarterday(['add', ledger, ...options]);
      expect([ran.code, ran.err.toLowerCase().includes(typed.toLowerCase())]).toEqual([1, false]);
    }
  },
);
