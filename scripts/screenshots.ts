// What does the app look like? Every room of the example books, light, dark and in high contrast, into out/screenshots/; the README's own
// picture of the Overview into assets/screenshots/.
//
//   npm run build && npm run screenshots
import { chromium, type Page } from '@playwright/test';
import { mkdirSync } from 'node:fs';
import { examples } from '../shared/wording/examples.ts';
import { startHost } from '../test/journey/host.ts';
import { room as roomOf, startPlumbing } from '../test/journey/start.ts';
import { browser } from './tools.ts';

const folder = 'out/screenshots';
/** Each room, and what is there once it has been drawn whole. */
const rooms = {
  overview: '.chart svg',
  records: 'tbody tr',
  import: 'h1',
  about: '.about-form',
  sources: '.source-list',
  dates: '.due-list',
  todo: '.two-offers',
  summary: 'tbody tr',
  settings: '.keys',
};
const wide = { width: 1280, height: 800 };

for (const each of [folder, 'assets/screenshots']) mkdirSync(each, { recursive: true });
const host = await startHost();
const executablePath = browser();
const chrome = await chromium.launch(executablePath === undefined ? {} : { executablePath });
try {
  const page = await chrome.newPage({ viewport: wide, locale: 'en-GB' });
  await page.goto(host.address);
  await page.waitForLoadState('networkidle');
  await bothWays(page, 'first-screen');
  await page.getByRole('button', { name: 'Start your books' }).click();
  await bothWays(page, 'start');
  await page.getByRole('button', { name: 'Back' }).click();
  await page.getByRole('button', { name: 'Look around with example books' }).click();
  await page.getByRole('navigation').waitFor();
  for (const [room, drawn] of Object.entries(rooms)) {
    await page.goto(`${new URL(host.address).origin}/#${room}`);
    await page.locator(drawn).first().waitFor();
    await bothWays(page, room);
  }
  await page.goto(`${new URL(host.address).origin}/#records`);
  await page.getByRole('row').nth(3).getByRole('checkbox').check();
  await page.getByRole('row').nth(2).dblclick();
  await page.getByRole('button', { name: 'Save', exact: true }).waitFor();
  await bothWays(page, 'records-edit');
  await page.getByRole('button', { name: 'Remove for good' }).click();
  await page.getByRole('button', { name: 'Remove it for good' }).waitFor();
  await bothWays(page, 'for-good', folder, false);
  await page.keyboard.press('Escape');
  for (const [key, name] of [
    ['Control+k', 'palette'],
    ['Control+/', 'keys'],
  ] as const) {
    await page.keyboard.press(key);
    await page.getByRole('dialog').waitFor();
    await bothWays(page, name, folder, false);
    await page.keyboard.press('Escape');
  }
  await page.setViewportSize({ width: 1280, height: 1000 });
  await page.goto(`${new URL(host.address).origin}/#overview`);
  await page.locator(rooms.overview).first().waitFor();
  await bothWays(page, 'overview', 'assets/screenshots', false);
  await page.setViewportSize({ width: 640, height: 800 });
  await page.goto(`${new URL(host.address).origin}/#overview`);
  await page.waitForFunction(() => document.documentElement.scrollWidth <= 640);
  await bothWays(page, 'overview-640');
  await page.setViewportSize(wide);
  for (const { id, name, open } of examples.filter((e) => e.id !== 'plumber')) {
    await page.goto(`${new URL(host.address).origin}/#settings`);
    await page.getByRole('button', { name: open }).click();
    await page.getByText(`Example books (${name})`).waitFor();
    await page.goto(`${new URL(host.address).origin}/#overview`);
    await page.locator(rooms.overview).first().waitFor();
    await bothWays(page, `overview-${id}`);
  }
  await ownBooks();
} finally {
  await chrome.close();
  await host.stop();
}
console.log(`screenshots in ${folder}`);

/** What example books never show: books a person began, a bank's file on its way in, and the list of files in the books. */
async function ownBooks(): Promise<void> {
  const own = await startHost();
  try {
    const page = await chrome.newPage({ viewport: wide, locale: 'en-GB' });
    await page.goto(own.address);
    await startPlumbing(page);
    await page.locator('.answer').waitFor();
    await bothWays(page, 'own-overview');
    await roomOf(page, 'Records').click();
    await page.getByRole('heading', { level: 1, name: 'Records' }).waitFor();
    await page.waitForLoadState('networkidle');
    await bothWays(page, 'own-records');
    await roomOf(page, 'Import').click();
    await page.getByLabel('Bank file').setInputFiles('test/imports/fixtures/lloyds-12-months.csv');
    await page.getByLabel('Account name').fill('Business current');
    await page.getByLabel('Money coming in is').selectOption({ label: 'Income of Plumbing' });
    await page.getByRole('button', { name: 'Show what is in it' }).click();
    await page.getByRole('button', { name: 'Import 124 rows' }).waitFor();
    await bothWays(page, 'own-import-preview');
    await page.getByRole('button', { name: 'Import 124 rows' }).click();
    await page.getByRole('heading', { name: '124 rows imported' }).waitFor();
    await bothWays(page, 'own-imported');
    await page.getByRole('button', { name: 'Sort what is left' }).click();
    await page.getByRole('region', { name: 'Bank rows not sorted yet' }).waitFor();
    await bothWays(page, 'own-unsorted');
  } finally {
    await own.stop();
  }
}

async function bothWays(page: Page, name: string, into = folder, fullPage = true): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await page.screenshot({ path: `${into}/${name}-${colorScheme}.png`, fullPage, animations: 'disabled' });
  }
  if (into !== folder) return;
  await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce', forcedColors: 'active' });
  await page.screenshot({ path: `${into}/${name}-contrast.png`, fullPage, animations: 'disabled' });
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce', forcedColors: 'none' });
}
