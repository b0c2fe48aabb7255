/** Facts in, outlook out, by command: does one answer like a million, and is a bad line named? */
import { spawn } from 'node:child_process';
import { beforeAll, expect, onTestFinished, test, vi } from 'vitest';
import { builtOnce, jsonOf, justOver, quarterday, told } from './commands.ts';

// Processes on a busy machine: as long as it takes, within reason.
vi.setConfig({ testTimeout: 60_000 });
beforeAll(builtOnce, 60_000);

test('a penny over the amount decides the year, for a program and for a person', async () => {
  const program = await quarterday(['decide', '--facts', '-', '--json'], justOver);
  expect(program).toMatchObject({ code: 0, err: '' });
  expect(jsonOf(program)).toMatchObject({
    asAt: '2026-05-01',
    years: [{ taxYear: '2026-27', answer: 'must-use', from: '2026-04-06' }, {}, {}],
  });
  const person = await quarterday(['decide', '--facts', '-'], justOver);
  expect(person.out.split('\n')[0]).toBe('You must use Making Tax Digital for Income Tax from 6 April 2026.');
  expect(person.out).not.toMatch(/mandat|voluntary|dormant|no status|\bMTD\b/i);
});

test('the day and the rules of the command line win over the file', async () => {
  const over = ['--as-at', '2026-11-22', '--rules', '2021-published'];
  const ran = await quarterday(['decide', '--facts', '-', '--json', ...over], justOver);
  expect(jsonOf(ran)).toMatchObject({ asAt: '2026-11-22', rules: '2021-published' });
});

test.each([
  ['an impossible day', '{"asAt":"2026-02-30"}', 'date-impossible', 'asAt'],
  ['an unknown key', '{"asAt":"2026-05-01","salary":1}', 'key-unknown', 'salary'],
  ['no day at all', '{}', 'as-at-missing', 'asAt'],
  [
    'money as a number',
    JSON.stringify(told('x')).replace('"x"', '5'),
    'money-unreadable',
    'returns[0].lines[0].amount',
  ],
  ['text that is not JSON', 'asAt: 2026', 'json-unreadable', ''],
  ['nothing', '', 'json-unreadable', ''],
])('facts with %s are refused by name and place', async (_, facts, code, path) => {
  const ran = await quarterday(['decide', '--facts', '-', '--json'], facts);
  expect(ran).toMatchObject({ code: 1, err: '' });
  expect(jsonOf(ran)).toEqual({ problem: { code, path, message: expect.stringMatching(/[.]$/) } });
});

test('an error never repeats what HMRC calls a person', async () => {
  const facts = '{"asAt":"2026-05-01","statuses":[{"taxYear":"2026-27","status":"MTD Mandated",}]}';
  const unknown = facts.replace(',}', '}').replace('Mandated', 'Mandatory');
  for (const text of [facts, unknown]) {
    const ran = await quarterday(['decide', '--facts', '-'], text);
    expect(ran.code).toBe(1);
    expect(ran.err).not.toMatch(/mandat|MTD/i);
  }
});

test('many people are answered in their order; a bad line is named and the rest go on', async () => {
  const small = JSON.stringify(told('100.00'));
  const lines = [justOver, 'no JSON', small, '{"asAt":"2026-02-30"}', '', justOver];
  const ran = await quarterday(['decide', '--ndjson', '-'], lines.join('\n'));
  expect(ran.code).toBe(1);
  const answers = ran.out
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as { line?: number; years?: { answer: string }[] });
  expect(answers.map((a) => a.years?.[0]?.answer ?? a.line)).toEqual(['must-use', 2, 'need-not-use', 4, 5, 'must-use']);
  expect(answers[3]).toMatchObject({ problem: { code: 'date-impossible', path: 'asAt' } });
  const alone = await quarterday(['decide', '--facts', '-', '--json'], justOver);
  expect(ran.out.split('\n')[0]).toBe(alone.out.trimEnd());
});

test('a line of a thousand people that ends in CRLF or in nothing is read all the same', async () => {
  const lines = Array.from({ length: 1000 }, () => justOver);
  const ran = await quarterday(['decide', '--ndjson', '-'], lines.join('\r\n'));
  expect(ran).toMatchObject({ code: 0, err: '' });
  const answers = ran.out.trimEnd().split('\n');
  expect(answers).toHaveLength(1000);
  expect(new Set(answers).size).toBe(1);
});

test('a reader that has seen enough ends the command without a word', async () => {
  const child = spawn(process.execPath, ['scripts/cli.mjs', 'decide', '--ndjson', '-'], { stdio: 'pipe' });
  onTestFinished(() => void child.kill());
  const err: string[] = [];
  child.stderr.on('data', (text: Buffer) => err.push(text.toString()));
  child.stdin.on('error', () => undefined);
  child.stdout.once('data', () => child.stdout.destroy());
  child.stdin.end(`${justOver}\n`.repeat(2000));
  await new Promise((resolve) => child.once('close', resolve));
  expect(err.join('')).toBe('');
});
