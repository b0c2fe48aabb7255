/** Does the app remember how a bank's file was read, and what does a file with gross, fee and net become? */
import { expect, test } from 'vitest';
import type { Context } from '../../main/operations/context.ts';
import { answer } from '../../main/operations/index.ts';
import type { BankRowPage, ColumnMapping, ImportReading, RecordPage, Written } from '../../shared/contract/contract.ts';
import type { HeldRowShown } from '../../shared/contract/imports.ts';
import type { ImportReport } from '../../shared/contract/contract.ts';
import { appIn, folderOfItsOwn } from './places.ts';

async function granted<T>(context: Context, name: string, input: unknown): Promise<T> {
  const reply = await answer(name, input, context);
  if (!reply.ok) throw new Error(JSON.stringify(reply.problem));
  return reply.value as T;
}

/** New books with a trade `shop` and a property source `lets` of two lettings. */
async function books(): Promise<Context> {
  const context = appIn(folderOfItsOwn());
  const source = (kind: string, name: string) => ({ kind, name, started: '6/10/2024' });
  const sources = [source('self-employment', 'Shop'), source('uk-property', 'Lets')];
  await granted(context, 'books.start', { sources, returns: [], reporting: 'not-sure' });
  return context;
}
const idOf = async (context: Context, name: string): Promise<string> =>
  (await granted<{ id: string; name: string }[]>(context, 'sources.list', {})).find((s) => s.name === name)?.id ?? '';

async function file(context: Context, text: string, name = 'bank.csv'): Promise<string> {
  async function* bytes(): AsyncGenerator<Uint8Array> {
    yield Buffer.from(text);
  }
  const received = await context.files.receive(name, bytes());
  if (!received.ok) throw new Error(received.problem.code);
  return received.value.file;
}
interface Asked {
  readonly source?: string;
  readonly letting?: string;
  readonly mapping?: ColumnMapping;
  readonly account?: string;
  readonly names?: readonly { found: string; name: string }[];
}
const read = async (context: Context, text: string, ask: Asked = {}): Promise<ImportReading> =>
  granted(context, 'import.read', { file: await file(context, text), account: 'Current', ...ask });
const commit = async (context: Context, text: string, ask: Asked = {}): Promise<ImportReport> => {
  const input = { file: await file(context, text), account: 'Current', ...ask };
  return (await granted<Written<ImportReport>>(context, 'import.commit', input)).done;
};

const mapping: ColumnMapping = {
  date: 1,
  dateOrder: 'day-first',
  description: 0,
  amount: 2,
  moneyIn: null,
  moneyOut: null,
  balance: null,
};
const may = 'What,When,How much\nBoiler,06/05/2026,450.00\nPipes,07/05/2026,-20.00\n';
const june = 'What,When,How much\nTap,06/06/2026,45.00\n';
const wider = 'What,When,Out,In\nTap,06/06/2026,,45.00\n';

test('columns named once are found again, said again, and forgotten when that import is undone', async () => {
  const context = await books();
  expect((await read(context, may)).report).toBeNull();
  expect(await commit(context, may, { mapping })).toMatchObject({ fresh: 2, moneyIn: '450.00', moneyOut: '20.00' });
  const again = await read(context, june);
  expect(again).toMatchObject({ question: null, mapping, report: { fresh: 1, moneyIn: '45.00' } });
  expect(again.report?.how[0]).toBe('Read as last time: the columns are the same.');
  expect((await read(context, june, { account: 'Savings' })).report).toBeNull();
  await granted(context, 'history.undo', {});
  expect((await read(context, june)).report).toBeNull();
});

test('a layout that has changed since is noticed, and said', async () => {
  const context = await books();
  await commit(context, may, { mapping });
  expect((await read(context, wider)).question).toContain(
    'The columns are not those of last time (what, when, how much): now they are what, when, out, in.',
  );
  const known = 'Date,Type,Description,Amount,Balance\n06/06/2026,BGC,Tap,45.00,45.00\n07/06/2026,DD,A,-5.00,40.00\n';
  const third = `${known}08/06/2026,DD,B,-5.00,35.00\n`;
  expect((await read(context, third)).report?.how[0]).toContain('The columns are not those of last time');
});

test('a layout corrected by hand goes before the bank’s own the next time', async () => {
  const context = await books();
  const natwest = (date: string) =>
    `Date, Type, Description, Value, Balance, Account Name, Account Number\n${date},POS,TEA,3.20,3.20,'QUILL T,'600000-12345678,\n`;
  const corrected = { ...mapping, date: 0, description: 2, amount: 3, inverted: true };
  expect((await read(context, natwest('20 Mar 2026'))).report).toMatchObject({ profile: 'natwest', moneyIn: '3.20' });
  expect(await commit(context, natwest('20 Mar 2026'), { mapping: corrected })).toMatchObject({ moneyOut: '3.20' });
  expect((await read(context, natwest('21 Mar 2026'))).report).toMatchObject({ profile: null, moneyOut: '3.20' });
});

const shopFile = `Date,Description,Gross,Fee,Net
01/05/2026,Order 1,100.00,2.90,97.10
02/05/2026,Order 2,50.00,-1.45,48.55
03/05/2026,Refund of order 1,-100.00,2.90,-97.10
04/05/2026,Payout to bank,-48.55,0.00,-48.55
05/05/2026,Order 3,10.00,,10.00
25/05/2026,Order 4,10.00,0.30,9.80
`;

test('a file with gross, fee and net gives the income as charged and the fee as an expense, to the net penny', async () => {
  const context = await books();
  const source = await idOf(context, 'Shop');
  const good = shopFile.split('\n').slice(0, -2).join('\n').replace('05/05', '25/05');
  const report = await commit(context, `${good}\n`, { source });
  expect(report).toMatchObject({ fresh: 5, recorded: 3, unsorted: 2, refusedCount: 0 });
  expect(report.how.join(' ')).toContain(
    'what was charged in "Gross", what was taken off in "Fee", what arrived in "Net"',
  );
  const page = await granted<RecordPage>(context, 'records.list', {});
  expect(page.records.map((r) => [r.description, r.category, r.amount])).toEqual(
    expect.arrayContaining([
      ['Order 1', 'turnover', '100.00'],
      ['Order 1', 'financeCharges', '2.90'],
      ['Order 2', 'turnover', '50.00'],
      ['Order 2', 'financeCharges', '1.45'],
      ['Order 3', 'turnover', '10.00'],
    ]),
  );
  expect(page.count).toBe(5);
});

test('a row whose gross less fee is not its net is refused by its line', async () => {
  const context = await books();
  const asGross = { ...mapping, date: 0, description: 1, amount: null, gross: 2, fee: 3, net: 4 };
  const { report } = await read(context, shopFile, { mapping: asGross });
  expect(report?.refused).toEqual([
    { line: 7, field: 'Gross', message: '10.00 less 0.30 is not what arrived. Correct the row, then import the file.' },
  ]);
});

test('rent goes to the property named, where the source has several', async () => {
  const context = await books();
  const source = await idOf(context, 'Lets');
  for (const id of ['elm', 'oak']) await granted(context, 'lettings.add', { source, id, name: id });
  const rent = 'Date,Description,Paid in,Paid out\n25/05/2026,RENT,950.00,\n';
  expect((await read(context, rent, { source })).report).toMatchObject({ recorded: 0, unsorted: 1 });
  expect(await commit(context, rent, { source, letting: 'oak' })).toMatchObject({ recorded: 1 });
  const page = await granted<RecordPage>(context, 'records.list', {});
  expect(page.records.map((r) => [r.letting, r.amount])).toEqual([['oak', '950.00']]);
  const wrong = await answer(
    'import.read',
    { file: await file(context, rent), account: 'A', source, letting: 'ash' },
    context,
  );
  expect(wrong).toMatchObject({ ok: false, problem: { code: 'letting-unknown' } });
});

test('a row in doubt is in the report and in a list, is answered there, and is asked again when that is undone', async () => {
  const context = await books();
  const head = 'Date,Description,Paid in,Paid out\n';
  await commit(context, `${head}24/05/2026,RENT,950.00,\n25/05/2026,TEA,,3.20\n`);
  const report = await commit(context, `${head}25/05/2026,TEA,,3.20\n26/05/2026,TEA,,3.20\n`);
  const message = 'Line 3 of bank.csv is equal, and nothing in the two files shows whether it is the same payment.';
  expect(report).toMatchObject({ fresh: 1, already: 0, held: 1, heldRows: [{ line: 2, amount: '-3.20', message }] });
  expect(report.sample.map((row) => row.state)).toEqual(['held', 'new']);
  const held = await granted<readonly HeldRowShown[]>(context, 'rows.held', {});
  expect(held).toMatchObject([{ text: 'TEA', amount: '-3.20', message, maybeSame: true }]);
  await granted(context, 'rows.answer', { rows: held.map(({ id }) => id), answer: 'another' });
  expect(await granted(context, 'rows.held', {})).toEqual([]);
  expect((await granted<BankRowPage>(context, 'rows.list', {})).count).toBe(4);
  await granted(context, 'history.undo', {});
  expect(await granted(context, 'rows.held', {})).toEqual(held);
});

const twoAccounts = (day: string) => `Date, Type, Description, Value, Balance, Account Name, Account Number
${day},BAC,RENT,950.00,1950.00,'QUILL T,'600000-12345678,
${day},POS,TEA,-3.20,1000.00,'QUILL T,'600000-12345678,
${day},BAC,INTEREST,4.10,104.10,'QUILL T,'600000-87654321,
${day},POS,TEA,oops,100.00,'QUILL T,'600000-87654321,
`;

test('several accounts in one file are named once, come in each by itself, and are known the next time', async () => {
  const context = await books();
  const may20 = twoAccounts('20 Mar 2026');
  expect(await read(context, may20)).toMatchObject({
    report: null,
    question: 'This file holds several accounts (…5678, …4321). Name each; it is remembered.',
    accounts: [
      { found: '…5678', name: '' },
      { found: '…4321', name: '' },
    ],
  });
  const names = [
    { found: '…5678', name: 'Business' },
    { found: '…4321', name: 'Savings' },
  ];
  const preview = await read(context, may20, { names });
  const report = await commit(context, may20, { names });
  expect({ ...preview.report, imported: true }).toEqual(report);
  const refused = [{ line: 5, field: 'Value' }];
  expect(report).toMatchObject({
    account: 'Business, Savings',
    rows: 4,
    fresh: 3,
    moneyIn: '954.10',
    refusedCount: 1,
    refused,
  });
  const page = await granted<BankRowPage>(context, 'rows.list', {});
  expect(new Set(page.rows.map((row) => `${row.account}: ${row.text}`))).toEqual(
    new Set(['Business: RENT', 'Business: TEA', 'Savings: INTEREST']),
  );
  expect(await read(context, twoAccounts('21 Mar 2026'))).toMatchObject({ question: null, report: { fresh: 3 } });
  await granted(context, 'history.undo', {});
  expect((await granted<BankRowPage>(context, 'rows.list', {})).count).toBe(2);
});

test('an account that stands further down than anyone looked first is asked for too, and nothing is kept before', async () => {
  const context = await books();
  const head = 'Date, Type, Description, Value, Balance, Account Name, Account Number';
  const line = (n: number, account: string) =>
    `20 Mar 2026,POS,TEA ${n},-1.00,${1000 - n}.00,'QUILL T,'600000-${account},`;
  const many = Array.from({ length: 400 }, (_, n) => line(n, '12345678'));
  const text = [head, ...many, line(1, '87654321'), ''].join('\n');
  const refused = await answer('import.commit', { file: await file(context, text), account: 'Business' }, context);
  expect(refused).toMatchObject({ ok: false, problem: { code: 'accounts-unnamed' } });
  expect((await granted<BankRowPage>(context, 'rows.list', {})).count).toBe(0);
  const names = [
    { found: '…5678', name: 'Same' },
    { found: '…4321', name: 'same' },
  ];
  const same = await answer('import.read', { file: await file(context, text), account: 'Business', names }, context);
  expect(same).toMatchObject({ ok: false, problem: { code: 'account-names-same' } });
});

test('an account that was imported under another name is pointed out', async () => {
  const context = await books();
  const [one] = twoAccounts('20 Mar 2026')
    .split('\n')
    .map((_, i, all) => all.slice(0, 2 + i).join('\n'));
  await commit(context, `${one}\n`, { account: 'Business' });
  const { report } = await read(context, `${one}\n`, { account: 'Main' });
  expect(report?.how[0]).toBe(
    'Rows of the account ending 5678 are in your books as "Business". Use that name, or they come in twice.',
  );
});
