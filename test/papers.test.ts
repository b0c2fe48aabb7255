import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';

const readme = readFileSync('README.md', 'utf8');
const blocks = (language: string): string[] =>
  [...readme.matchAll(new RegExp(`\`\`\`${language}\\n([^]*?)\`\`\``, 'g'))].map((found) => found[1] ?? '');

/** Words of a line as a shell would part them: spaces, and double quotes around what holds spaces. */
const wordsOf = (line: string): string[] =>
  [...line.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, plain]) => quoted ?? plain ?? '');

test('every command in the README does what it says, in the order it stands there', () => {
  const folder = mkdtempSync(join(tmpdir(), 'quarterday-readme-'));
  copyFileSync('test/imports/fixtures/lloyds-12-months.csv', join(folder, 'statement.csv'));
  writeFileSync(
    join(folder, 'returns.json'),
    JSON.stringify({ returns: [{ taxYear: '2024-25', submittedOn: '2026-01-20' }] }),
  );
  const commands = blocks('sh').flatMap((b) => b.split('\n').filter((line) => line.startsWith('npm run -s cli -- ')));
  expect(commands.length).toBeGreaterThan(10);
  const failed = commands.filter((line) => {
    const args = wordsOf(line.replace('npm run -s cli -- ', '')).map((a) => (a.startsWith('test/') ? resolve(a) : a));
    return spawnSync('node', [resolve('main/cli.ts'), ...args], { cwd: folder, encoding: 'utf8' }).status !== 0;
  });
  expect(failed).toEqual([]);
  expect(existsSync(join(folder, 'summary.csv'))).toBe(true);
  rmSync(folder, { recursive: true });
});

test('the facts and the answer printed in the README are the golden ones', () => {
  const [facts, year] = blocks('json').map((b) => JSON.parse(b) as unknown);
  expect(facts).toEqual(JSON.parse(readFileSync('test/scenarios/golden/facts.json', 'utf8')));
  const outlook = JSON.parse(readFileSync('test/scenarios/golden/outlook.json', 'utf8')) as { years: unknown[] };
  expect(year).toEqual(outlook.years[1]);
});

test('every file the papers point to is there', () => {
  const papers = ['README.md', 'CONTRIBUTING.md', 'DECISIONS.md', 'CHANGELOG.md'];
  const pointed = papers.flatMap((p) =>
    [...readFileSync(p, 'utf8').matchAll(/\]\(([^)#]+)\)|(?:src|srcset)="([^"]+)"/g)].map(([, a, b]) => a ?? b ?? ''),
  );
  expect(pointed.length).toBeGreaterThan(5);
  expect(pointed.filter((f) => !f.startsWith('http') && !existsSync(f))).toEqual([]);
});
