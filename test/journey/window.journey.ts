/**
 * What does a window say when it has lost the app, or was never let in?
 */
import { expect, test } from './host.ts';
import { openExample, room } from './start.ts';

test('when the app has gone, the window says so and what to do', async ({ page, host }) => {
  await page.goto(host.address);
  await page.getByRole('button', { name: 'Start your books' }).waitFor();
  await host.stop();
  await page.getByRole('button', { name: 'Look around with example books' }).click();
  await expect(page.getByRole('alert')).toContainText('Quarterday is not answering. Start it again');
});

test('an address used once lets nobody else in', async ({ page, host, browser }) => {
  await page.goto(host.address);
  await page.getByRole('button', { name: 'Start your books' }).waitFor();
  const stranger = await (await browser.newContext()).newPage();
  await stranger.goto(host.address);
  await expect(stranger.getByRole('alert')).toContainText('Start Quarterday again');
  await expect(stranger.getByRole('button', { name: 'Start your books' })).toHaveCount(0);
  await stranger.context().close();
});

test('the appearance follows the system, and data-theme overrules it', async ({ app }) => {
  const paper = () => app.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
  await app.emulateMedia({ colorScheme: 'light' });
  const light = await paper();
  await app.emulateMedia({ colorScheme: 'dark' });
  const dark = await paper();
  expect(dark).not.toBe(light);
  await app.evaluate(() => document.documentElement.setAttribute('data-theme', 'light'));
  expect(await paper()).toBe(light);
});

test('the appearance chosen in Settings holds, and is there again after a reload', async ({ app }) => {
  await openExample(app);
  await room(app, 'Settings').click();
  await app.getByLabel('Dark').check();
  await expect(app.locator('html')).toHaveAttribute('data-theme', 'dark');
  await app.reload();
  await expect(app.locator('html')).toHaveAttribute('data-theme', 'dark');
  await expect(app.getByLabel('Dark')).toBeChecked();
  await app.getByLabel('As the system').check();
  await expect(app.locator('html')).not.toHaveAttribute('data-theme');
});
