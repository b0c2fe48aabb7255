/**
 * Can everybody read and use every room, and does none of them say a word it must not?
 */
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test } from './host.ts';
import { openExample, room, startPlumbing } from './start.ts';

const rooms = [
  'Overview',
  'Records',
  'Import',
  'About you',
  'Sources',
  'Dates',
  'What to do',
  'Year summary',
  'Settings',
];
const standards = ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice'];

async function violations(app: Page): Promise<string[]> {
  const found: string[] = [];
  for (const colorScheme of ['light', 'dark'] as const) {
    await app.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    const { violations: broken } = await new AxeBuilder({ page: app }).withTags(standards).analyze();
    found.push(...broken.map((v) => `${colorScheme} ${v.id}: ${v.nodes.map((n) => n.html).join(' ')}`));
  }
  return found;
}

test('the first screens break no rule of WCAG 2.2 AA, light or dark', async ({ app }) => {
  expect(await violations(app)).toEqual([]);
  await app.getByRole('button', { name: 'Start your books' }).click();
  await app.getByRole('button', { name: 'Start these books' }).click();
  await app.getByRole('alert').waitFor();
  expect(await violations(app)).toEqual([]);
});

for (const name of rooms) {
  test(`${name} breaks no rule of WCAG 2.2 AA, light or dark`, async ({ app }) => {
    await openExample(app);
    await room(app, name).click();
    await expect(app.getByText('Fetching records')).toHaveCount(0);
    expect(await violations(app)).toEqual([]);
  });
}

test('Import of one’s own books breaks no rule of WCAG 2.2 AA, light or dark', async ({ app }) => {
  await startPlumbing(app);
  await room(app, 'Import').click();
  expect(await violations(app)).toEqual([]);
});

test('at 200% zoom nothing is cut off to the side', async ({ app }) => {
  await app.setViewportSize({ width: 640, height: 800 });
  const over = () => app.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  expect(await over()).toBe(0);
  await openExample(app);
  for (const name of rooms) {
    await room(app, name).click();
    await expect(app.getByText('Fetching records')).toHaveCount(0);
    expect(await over(), name).toBe(0);
  }
});

const statusWords = [
  'MTD',
  'ITSA',
  'mandat',
  'voluntary',
  'dormant',
  'non-digital',
  'digitally exempt',
  'no status',
  'your status',
];
const lawWords = [
  'final declaration',
  'submit an update',
  'nil return',
  'points-based',
  'qualifying income',
  'taxpayer',
];
const otherWords = [
  'overseas',
  'abroad',
  'cessation',
  'regime',
  'unexplained',
  'YTD',
  'invalid',
  'please',
  'sorry',
  'oops',
];
const forbidden = new RegExp([...statusWords, ...lawWords, ...otherWords].join('|'), 'i');

test('no room says a word that HMRC’s terminology or our manners forbid', async ({ app }) => {
  expect(await app.locator('body').innerText()).not.toMatch(forbidden);
  await openExample(app);
  for (const name of rooms) {
    await room(app, name).click();
    await expect(app.getByText('Fetching records')).toHaveCount(0);
    await app.evaluate(() => document.querySelectorAll('details').forEach((d) => d.setAttribute('open', '')));
    expect(await app.locator('body').innerText(), name).not.toMatch(forbidden);
  }
});
