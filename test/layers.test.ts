/** Do the house rules hold: who may import whom, one clock, no module state, words for every problem? */
import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { commandOf } from '../scripts/tools.ts';
import { problemCodes } from '../shared/wording/problems.ts';

type Planted = [file: string, code: string, rule: string];
const imports = 'no-restricted-imports';
const line = [
  'incomes',
  'decisions',
  'exit',
  'projection',
  'obligations',
  'penalties',
  'reminders',
  'guidance',
  'outlook',
];

/** Each rule of the line takes the one before it, and nothing after it. */
const againstTheLine = line
  .slice(0, -1)
  .map((rule, i): Planted => [`shared/rules/${rule}.ts`, `export { a } from './${line[i + 1]}.ts';`, imports]);

/** Each is a violation, planted in an empty tree under our own .oxlintrc.json; the linter has to name every one. */
const forbidden: Planted[] = [
  ['shared/values/a.ts', `export const a = Date.now();`, 'no-restricted-globals'],
  ['shared/values/c.ts', `export const a = globalThis.Date.now();`, 'no-restricted-globals'],
  ['shared/policy/a.ts', `export const a = Math.random();`, 'no-restricted-properties'],
  ['shared/policy/b.ts', `export { a } from '../rules/facts.ts';`, imports],
  ['shared/policy/c.ts', `export { a } from '../contract/contract.ts';`, imports],
  ['shared/sorting/a.ts', `export { a } from '../contract/rules.ts';`, imports],
  ['shared/sorting/b.ts', `export { a } from '../../main/clock.ts';`, imports],
  ['shared/values/b.ts', `export { a } from '../policy/a.ts';`, imports],
  ['shared/values/d.ts', `export { a } from '../contract/facts.ts';`, imports],
  ['shared/values/e.ts', `export { z } from 'zod';`, imports],
  ['shared/wording/a.ts', `export { a } from '../rules/exit.ts';`, imports],
  ['shared/contract/a.ts', `export { a } from '../rules/outlook.ts';`, imports],
  ['shared/contract/b.ts', `export { readFileSync } from 'node:fs';`, imports],
  ['shared/contract/c.ts', `export const a = process.env;`, 'no-restricted-globals'],
  ['shared/rules/facts.ts', `export { a } from '../contract/facts.ts';`, imports],
  ['shared/rules/annualisation.ts', `export { a } from '../../main/clock.ts';`, imports],
  ...againstTheLine,
  ['main/operations/a.ts', `export { app } from 'electron';`, imports],
  ['main/operations/b.ts', `export { a } from '../hosts/browser/server.ts';`, imports],
  ['main/operations/c.ts', `export const a = Date.now();`, 'no-restricted-globals'],
  ['main/commands/a.ts', `export { app } from 'electron';`, imports],
  ['main/imports/a.ts', `export { a } from '../ledger/read.ts';`, imports],
  ['main/imports/b.ts', `export { default } from 'better-sqlite3';`, imports],
  ['main/exports/a.ts', `export { a } from '../ledger/read.ts';`, imports],
  ['main/exports/b.ts', `export { a } from '../operations/index.ts';`, imports],
  ['main/ledger/a.ts', `export { a } from '../operations/index.ts';`, imports],
  ['main/ledger/b.ts', `export { a } from '../imports/read.ts';`, imports],
  ['main/ledger/c.ts', `export { a } from '../hosts/pageHeaders.ts';`, imports],
  ['main/ledger/d.ts', `export { app } from 'electron';`, imports],
  ['main/hosts/browser/a.ts', `export { app } from 'electron';`, imports],
  ['main/hosts/electron/a.ts', `export { a } from '../../../renderer/store.ts';`, imports],
  ['renderer/a.ts', `export { a } from '../main/clock.ts';`, imports],
  ['renderer/c.ts', `export { a } from '../shared/rules/exit.ts';`, imports],
  ['renderer/d.ts', `export { a } from '../shared/policy/categories.ts';`, imports],
  ['renderer/e.ts', `export { app } from 'electron';`, imports],
  ['renderer/f.ts', `export { join } from 'node:path';`, imports],
  ['renderer/g.ts', `export const a = Date.now();`, 'no-restricted-globals'],
  ['test/hosts/a.ts', `export { app } from 'electron';`, imports],
];
const allowed: [file: string, code: string][] = [
  ['main/clock.ts', `export const a = Date.now();`],
  ['main/index.ts', `export { app } from 'electron';`],
  ['main/hosts/electron/window.ts', `export { app } from 'electron';`],
  ['main/hosts/browser/b.ts', `export { a } from '../../operations/index.ts';`],
  ['main/commands/b.ts', `export { a } from '../ledger/client.ts';`],
  ['main/exports/c.ts', `export { a } from '../../shared/rules/yearSummary.ts';`],
  ['shared/wording/b.ts', `export type { A } from '../rules/answers.ts';`],
  ['renderer/b.ts', `export type { Income } from '../shared/rules/incomes.ts';`],
  ['renderer/h.ts', `export { a } from '../shared/wording/format.ts';`],
];

test('the linter knows who may import whom', () => {
  const tree = mkdtempSync(join(tmpdir(), 'quarterday-layers-'));
  copyFileSync('.oxlintrc.json', join(tree, '.oxlintrc.json'));
  for (const [file, code] of [...forbidden, ...allowed]) {
    mkdirSync(join(tree, dirname(file)), { recursive: true });
    writeFileSync(join(tree, file), `${code}\n`);
  }
  const run = spawnSync('node', [resolve(commandOf('oxlint')), '-f', 'unix'], { cwd: tree, encoding: 'utf8' });
  rmSync(tree, { recursive: true });
  const named = [...run.stdout.matchAll(/^(\S+?):\d+:\d+: .*\((no-restricted-\w+)\)\]$/gm)].map(
    ([, f, r]) => `${f} ${r}`,
  );
  expect(named.toSorted()).toEqual(forbidden.map(([f, , r]) => `${f} ${r}`).toSorted());
});

/** Our own files under those folders, with their text. */
function sources(...folders: string[]): { file: string; text: string }[] {
  return folders.flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .map((name) => join(folder, name).replaceAll('\\', '/'))
      .filter((file) => /\.tsx?$/.test(file) && !file.endsWith('.d.ts'))
      .map((file) => ({ file, text: readFileSync(file, 'utf8') })),
  );
}
const where = (found: { file: string }[]): string[] => found.map(({ file }) => file);
/** The text without its comments. */
const codeOf = (text: string): string => text.replaceAll(/\/\*[\s\S]*?\*\//g, '').replaceAll(/(^|\s)\/\/.*$/gm, '$1');

/** The rules' line with the pieces it is made of, each standing before whatever takes it. */
const wholeLine = (
  'facts answers filing annualisation yearIncome parts returnIncome runRate periods sourceYear incomes evidence ' +
  'reasons exemptions counting histories combining cases entering staying decisions exit projection calendar reporting obligations latePayment penalties reminders offers wanted guidance ' +
  'problems yearSummary outlook'
).split(' ');

test('the rules run one way: each file takes only those before it', () => {
  const files = readdirSync('shared/rules').map((f) => f.replace('.ts', ''));
  expect(files.toSorted()).toEqual(wholeLine.toSorted());
  const back = wholeLine.flatMap((file, at) => {
    const taken = [...readFileSync(`shared/rules/${file}.ts`, 'utf8').matchAll(/ from '\.\/(\w+)\.ts'/g)];
    return taken.filter(([, name]) => wholeLine.indexOf(name ?? '') >= at).map(([, name]) => `${file} takes ${name}`);
  });
  expect(back).toEqual([]);
});

test('every folder stands in the layer table', () => {
  const folders = (folder: string): string[] =>
    readdirSync(folder, { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map((entry) => entry.name)
      .toSorted();
  expect(folders('shared')).toEqual(['contract', 'policy', 'rules', 'sorting', 'values', 'wording']);
  const main = ['commands', 'examples', 'exports', 'hosts', 'imports', 'ledger', 'operations'];
  expect(folders('main')).toEqual(main);
  expect(folders('main/hosts')).toEqual(['browser', 'electron']);
});

test('no module keeps a state of its own', () => {
  const stateful = sources('shared', 'main', 'renderer', 'test').filter(({ text }) =>
    /^(export )?(let|var) /m.test(text),
  );
  expect(where(stateful)).toEqual([]);
});

test('nothing but the clock asks the machine what time it is', () => {
  const asking = sources('shared', 'main', 'renderer').filter(({ text }) =>
    /\bnew Date\b|\bDate\.(now|parse|UTC)\b|\bperformance\.now\b|\bTemporal\.Now\b/.test(codeOf(text)),
  );
  expect(where(asking)).toEqual(['main/clock.ts']);
});

test('nothing a test loads starts Electron: only the composition root, the preload and its host import it', () => {
  const knowing = sources('shared', 'main', 'renderer', 'test').filter(({ text }) => /from 'electron'/.test(text));
  const expected = /^main\/(index|preload|hosts\/electron\/\w+)\.ts$|^test\/layers\.test\.ts$/;
  expect(where(knowing).filter((file) => !expected.test(file))).toEqual([]);
  const loaded = sources('test').filter(({ text }) => /from '[^']*(hosts\/electron|main\/(index|preload))/.test(text));
  expect(where(loaded)).toEqual([]);
});

test('every problem that is refused with has its words, and no words are left over', () => {
  const texts = sources('shared', 'main').filter(({ file }) => file !== 'shared/wording/problems.ts');
  const refused = texts.flatMap(({ file, text }) =>
    [...codeOf(text).matchAll(/\brefuse\(\s*'([^']+)'/g)].map(([, code]) => ({ file, code: code ?? '' })),
  );
  expect(refused.filter(({ code }) => !problemCodes.includes(code))).toEqual([]);
  const written = texts.map(({ text }) => codeOf(text)).join('\n');
  // A code put together at run time (`mapping-${fault}`) is written as its beginning and its end.
  const starts = [...written.matchAll(/`([a-z]+-(?:[a-z]+-)*)\$\{/g)].map(([, start]) => start ?? '');
  const isUsed = (code: string): boolean => {
    const start = starts.find((s) => code.startsWith(s));
    return written.includes(`'${code}'`) || (start !== undefined && written.includes(`'${code.slice(start.length)}'`));
  };
  expect(problemCodes.filter((code) => !isUsed(code))).toEqual([]);
});

const neverSaid =
  /\bmandat(?:ed|ion|ory)\b|\bMTD\b|\bvoluntary\b|\bdormant\b|\bnon[- ]digital\b|\bdigitally exempt\b|\bno status\b|\bITSA\b|\bplease\b|\bsorry\b|\boops\b|\binvalid\b/i;

/** What stands between quotation marks or between tags: what a person may come to read. */
function textsIn(code: string): string[] {
  const quoted = [...code.matchAll(/'((?:[^'\\\n]|\\.)*)'|"((?:[^"\\\n]|\\.)*)"|`((?:[^`\\]|\\.)*)`|>([^<>{}]+)</g)];
  return quoted.map(([, a, b, c, d]) => a ?? b ?? c ?? d ?? '');
}

test('no sentence says what HMRC calls a person, nor please, sorry, oops or invalid', () => {
  const said = sources('shared/wording', 'renderer').flatMap(({ file, text }) =>
    textsIn(codeOf(text))
      .filter((words) => neverSaid.test(words) && !words.startsWith('https://'))
      .map((words) => `${file}: ${words}`),
  );
  expect(said).toEqual([]);
});
