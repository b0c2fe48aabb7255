/** Do sorting rules work from a terminal and from a window: kept, previewed, applied to a file, suggested, declined? */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test, vi } from 'vitest';
import { answer } from '../../main/operations/index.ts';
import type { Context } from '../../main/operations/context.ts';
import type { BankRowPage, RecordPage } from '../../shared/contract/contract.ts';
import type { ImportReading, ImportReport } from '../../shared/contract/imports.ts';
import type { RuleEffectShown, RulesShown } from '../../shared/contract/rules.ts';
import { builtOnce, jsonOf, quarterday } from './commands.ts';
import { appIn, folderOfItsOwn } from './places.ts';

vi.setConfig({ testTimeout: 120_000 });
beforeAll(builtOnce, 60_000);

const statement = `Date,Description,Amount,Balance
01/05/2026,HILLTOP FUELS 11,-40.00,960.00
02/05/2026,HILLTOP FUELS 12,-50.00,910.00
03/05/2026,CARD HOLLOWAY BUILD LTD,80.00,990.00
04/05/2026,PAPER MILL,-7.00,983.00
`;

async function granted<T>(context: Context, name: string, input: unknown): Promise<T> {
  const reply = await answer(name, input, context);
  if (!reply.ok) throw new Error(JSON.stringify(reply.problem));
  return reply.value as T;
}

test('commands keep rules, say what they would do, sort a file by them, and sort what is left', async () => {
  const folder = folderOfItsOwn();
  const [ledger, file] = [join(folder, 'tapley.quarterday'), join(folder, 'may.csv')];
  writeFileSync(file, statement);
  const run = async (...args: string[]): Promise<Record<string, unknown>> => {
    const ran = await quarterday([...args, '--json']);
    return { code: ran.code, ...(jsonOf(ran) as object) };
  };
  await quarterday(['new', ledger]);
  const plumbing = ['--id', 'plumbing', '--kind', 'self-employment', '--name', 'Tapley', '--started', '2024-10-06'];
  await quarterday(['source', 'add', ledger, ...plumbing]);
  const cis = ['--as', 'turnover 125%, taxTakenOffTradingIncome 25%', '--source', 'plumbing', '--money', 'in'];
  expect(await run('rules', ledger, '--add', 'holloway build', ...cis)).toMatchObject({ code: 0, rule: 1 });
  expect(await run('import', ledger, file, '--account', 'Current')).toMatchObject({
    code: 0,
    recorded: 1,
    unsorted: 3,
    sample: expect.arrayContaining([expect.objectContaining({ text: 'CARD HOLLOWAY BUILD LTD', rule: 1 })]),
  });
  const fuel = ['rules', ledger, '--add', 'Hilltop', '--as', 'carVanTravelExpenses', '--source', 'plumbing'];
  expect(await run(...fuel, '--dry-run')).toMatchObject({ code: 0, sorts: { rows: 2, moneyOut: '90.00' } });
  expect((await quarterday([...fuel, '--dry-run'])).out).toContain('It would sort 2 rows (£90.00 out).');
  expect(await run(...fuel)).toMatchObject({ code: 0, rule: 2, sorted: 0 });
  expect(await run('sort', ledger, '--dry-run')).toMatchObject({ code: 0, sorts: { rows: 2 } });
  expect(await run('sort', ledger)).toMatchObject({ code: 0, sorted: 2 });
  expect(await run('rules', ledger, '--move', '2', '--to', '1')).toMatchObject({ code: 0, rule: 2 });
  const list = await quarterday(['rules', ledger]);
  expect(list.out.split('\n').slice(0, 2)).toEqual([
    '1. Rule 2: “Hilltop” → Car, van and travel (Tapley)',
    '2. Rule 1: “holloway build”, money in → 125% to Sales and takings (Tapley), 25% to Tax taken off by contractors (CIS) (Tapley)',
  ]);
  expect(await run('rules', ledger, '--remove', '2', '--apply')).toMatchObject({ code: 0, changed: 2 });
  expect(await run('undo', ledger)).toMatchObject({ code: 0, what: 'Removed sorting rule 2: changed 2 bank rows' });
  expect(await run('summary', ledger, '--tax-year', '2026-27')).toMatchObject({
    sources: [expect.objectContaining({ income: '100.00', expenses: '90.00' })],
  });
  expect(await run('verify', ledger)).toMatchObject({ code: 0, ok: true });
  expect(await run('rules', ledger, '--remove', '9')).toMatchObject({ code: 1, problem: { code: 'rule-unknown' } });
  expect(await run('rules', ledger, '--add', 'x', '--as', 'turnover 10%', '--source', 'plumbing')).toMatchObject({
    code: 1,
    problem: { code: 'rule-parts-unequal', path: 'as' },
  });
  expect((await quarterday(['rules', ledger, '--add', 'x'])).code).toBe(2);
  expect((await quarterday(['rules', ledger, '--remove', '1', '--move', '1'])).code).toBe(2);
});

/** Books of a plumber with the statement imported and nothing sorted. */
async function withStatement(): Promise<Context> {
  const context = appIn(folderOfItsOwn());
  await granted(context, 'books.start', {
    sources: [{ kind: 'self-employment', name: 'Tapley', started: '6/10/2024' }],
    returns: [],
    reporting: 'not-sure',
  });
  const bytes = async function* (): AsyncGenerator<Uint8Array> {
    yield Buffer.from(statement);
  };
  const sent = await context.files.receive('may.csv', bytes());
  if (!sent.ok) throw new Error(sent.problem.code);
  await granted(context, 'import.commit', { file: sent.value.file, account: 'Current' });
  return context;
}

const fuelRule = {
  text: 'hilltop',
  makes: [{ source: 'tapley', category: 'carVanTravelExpenses' }],
};

test('a window sees what a rule would do, keeps it with its rows in one action, and each record says which rule', async () => {
  const context = await withStatement();
  const change = { kind: 'add', rule: fuelRule };
  const effect = await granted<RuleEffectShown>(context, 'rules.preview', { change });
  expect(effect.sorts).toEqual({ rows: 2, moneyIn: '0.00', moneyOut: '90.00' });
  expect(effect.sample.map((s) => [s.text, s.was, s.becomes])).toEqual([
    ['HILLTOP FUELS 12', 'Not sorted yet', 'Car, van and travel (Tapley)'],
    ['HILLTOP FUELS 11', 'Not sorted yet', 'Car, van and travel (Tapley)'],
  ]);
  const kept = await granted<{ done: unknown }>(context, 'rules.change', { change, reach: 'unsorted' });
  expect(kept.done).toEqual({ rule: 1, sorted: 2, changed: 0 });
  const { records } = await granted<RecordPage>(context, 'records.list', {});
  expect(records.map((r) => r.rule)).toEqual([1, 1]);
  expect(await granted(context, 'history.undo', {})).toMatchObject({
    done: { what: 'Added sorting rule 1: sorted 2 bank rows' },
  });
  expect((await granted<RecordPage>(context, 'records.list', {})).count).toBe(0);
  const wrong = { kind: 'add', rule: { ...fuelRule, makes: [{ source: 'gone', category: 'turnover' }] } };
  expect(await answer('rules.preview', { change: wrong }, context)).toMatchObject({
    ok: false,
    problem: { code: 'source-unknown', path: 'makes[0].source' },
  });
});

test('a file is shown as the rules will sort it, and comes in as it was shown', async () => {
  const context = await withStatement();
  await granted(context, 'rules.change', { change: { kind: 'add', rule: fuelRule } });
  await granted(context, 'rules.change', { change: { kind: 'add', rule: { text: 'mill', makes: 'not-business' } } });
  const bytes = async function* (): AsyncGenerator<Uint8Array> {
    yield Buffer.from(statement.replaceAll('/05/', '/06/'));
  };
  const sent = await context.files.receive('june.csv', bytes());
  if (!sent.ok) throw new Error(sent.problem.code);
  const ask = { file: sent.value.file, account: 'Current' };
  const { report: shown } = await granted<ImportReading>(context, 'import.read', ask);
  const { done } = await granted<{ done: ImportReport }>(context, 'import.commit', ask);
  expect(shown?.sample.map((row) => [row.text, row.becomes, row.rule])).toEqual([
    ['HILLTOP FUELS 11', 'Car, van and travel', 1],
    ['HILLTOP FUELS 12', 'Car, van and travel', 1],
    ['CARD HOLLOWAY BUILD LTD', 'Not sorted yet', null],
    ['PAPER MILL', 'Not business', 2],
  ]);
  expect({ ...done, imported: false }).toEqual(shown);
  expect(done).toMatchObject({ recorded: 2, setAside: 1, unsorted: 1 });
});

test('what is sorted twice by hand is offered as a rule, and not again once declined', async () => {
  const context = await withStatement();
  const { rows } = await granted<BankRowPage>(context, 'rows.list', {});
  const fuel = rows.filter((row) => row.text.startsWith('HILLTOP')).map((row) => row.id);
  const as = { source: 'tapley', category: 'carVanTravelExpenses' };
  await granted(context, 'rows.sort', { rows: fuel.slice(0, 1), as });
  expect((await granted<RulesShown>(context, 'rules.list', {})).suggested).toEqual([]);
  await granted(context, 'rows.sort', { rows: fuel.slice(1), as });
  const { suggested, accounts } = await granted<RulesShown>(context, 'rules.list', {});
  expect(accounts).toEqual(['Current']);
  expect(suggested).toMatchObject([
    {
      about: 'HILLTOP FUELS out',
      rows: 2,
      fitsText: '“HILLTOP FUELS”, money out',
      makesText: 'Car, van and travel (Tapley)',
    },
  ]);
  await granted(context, 'rules.decline', { about: 'HILLTOP FUELS out' });
  expect((await granted<RulesShown>(context, 'rules.list', {})).suggested).toEqual([]);
});
