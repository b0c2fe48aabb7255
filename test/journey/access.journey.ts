/**
 * Can everybody read and use every room, at twice the size too?
 */
import type { Page } from '@playwright/test';
import { broken } from './axe.ts';
import { expect, test } from './host.ts';
import { openExample, room, rooms, startPlumbing } from './start.ts';

/** A window of 1280 by 800 as it is, and at 200% zoom: the same window with half the room. */
const wide = { width: 1280, height: 800 };
const halved = { width: 640, height: 400 };
const everyLook = [wide, halved].flatMap((size) => (['light', 'dark'] as const).map((scheme) => ({ size, scheme })));
/** Each size and each scheme once; every size in every scheme in a long run. */
const twoLooks = [
  { size: wide, scheme: 'light' },
  { size: halved, scheme: 'dark' },
] as const;
const looks = process.env['QUARTERDAY_EFFORT'] === 'full' ? everyLook : twoLooks;

async function violations(app: Page): Promise<string[]> {
  const found: string[] = [];
  for (const { size, scheme } of looks) {
    await app.setViewportSize(size);
    await app.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' });
    found.push(...(await broken(app)).map((rule) => `${size.width} ${scheme} ${rule}`));
  }
  await app.setViewportSize(wide);
  return found;
}

test('the first screens break no rule of WCAG 2.2 AA, light or dark, at 200% too', async ({ app }) => {
  test.slow();
  expect(await violations(app)).toEqual([]);
  await app.getByRole('button', { name: 'Start your books' }).click();
  await app.getByRole('button', { name: 'Start these books' }).click();
  await app.getByRole('alert').waitFor();
  expect(await violations(app)).toEqual([]);
});

for (const name of rooms) {
  test(`${name} breaks no rule of WCAG 2.2 AA, light or dark, at 200% too`, async ({ app }) => {
    test.slow();
    await openExample(app);
    await room(app, name).click();
    await expect(app.getByText('Fetching records')).toHaveCount(0);
    expect(await violations(app)).toEqual([]);
  });
}

test('Import of one’s own books breaks no rule of WCAG 2.2 AA, light or dark, at 200% too', async ({ app }) => {
  test.slow();
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

test('a narrow window shows the whole of Settings, with the copies that were made', async ({ app }) => {
  await app.setViewportSize({ width: 360, height: 800 });
  await startPlumbing(app);
  await room(app, 'Settings').click();
  await expect(app.getByRole('region', { name: 'Backups' }).getByRole('row')).toHaveCount(2, { timeout: 30_000 });
  const over = await app.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  expect(over).toBe(0);
});

for (const name of [
  'Change Plumbing',
  'Stopped for good Plumbing',
  'Change your share Flat 2, 14 Harbour Row',
  'Add a source',
]) {
  test(`the form behind “${name}” breaks no rule either, with its problem said`, async ({ app }) => {
    test.slow();
    await openExample(app);
    await room(app, 'Sources').click();
    await app.getByRole('button', { name }).click();
    if (name === 'Change Plumbing') await app.getByLabel('Name', { exact: true }).fill('');
    await app.keyboard.press('Enter');
    if (name === 'Add a source') await app.getByRole('button', { name: 'Add', exact: true }).click();
    await app.getByRole('alert').waitFor();
    expect(await violations(app)).toEqual([]);
  });
}

test('in high contrast what is selected and what has the focus can be told apart without a colour of ours', async ({
  app,
}) => {
  await app.emulateMedia({ forcedColors: 'active', reducedMotion: 'reduce' });
  await openExample(app);
  await room(app, 'Records').click();
  const row = app.getByRole('grid').getByRole('row').nth(2);
  await row.getByRole('checkbox').check();
  const outlineOf = (selector: string) =>
    app
      .locator(selector)
      .first()
      .evaluate((node) => getComputedStyle(node).outlineStyle);
  expect(await outlineOf('tr[aria-selected="true"]')).toBe('dashed');
  await app.keyboard.press('Tab');
  expect(await outlineOf(':focus')).toBe('solid');
  await room(app, 'Overview').click();
  const strokes = await app
    .locator('.chart svg')
    .evaluate((svg) => [getComputedStyle(svg).color, getComputedStyle(svg.querySelector('.chart-line') ?? svg).stroke]);
  expect(strokes[1]).toBe(strokes[0]);
});
