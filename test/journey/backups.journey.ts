/**
 * Do the books come back from a copy, by the window alone, also when they are damaged?
 */
import type { Page } from '@playwright/test';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { broken } from './axe.ts';
import { expect as expectSoon, startHost, test } from './host.ts';
import { room, startPlumbing } from './start.ts';

/** Books are checked whole and passphrases are slow on purpose: a busy machine takes its time. */
const expect = expectSoon.configure({ timeout: 30_000 });

const copies = (app: Page) => app.getByRole('region', { name: 'Backups' });
const damaged = (app: Page) => app.getByRole('region', { name: 'Your books are damaged' });

async function typeRecord(app: Page, line: string): Promise<void> {
  await room(app, 'Records').click();
  await app.getByLabel('Type a record in one line').fill(line);
  await app.keyboard.press('Enter');
  await expect(app.getByRole('status', { name: 'Just done' })).toHaveText('Record added as Sales and takings');
}

test('a copy is made and saved, and brings the books back; what it replaced is put back again', async ({ app }) => {
  test.slow();
  await startPlumbing(app);
  await typeRecord(app, '1 may 100 sales first job');
  await room(app, 'Settings').click();
  await copies(app).getByLabel('Passphrase').fill('short');
  await copies(app).getByRole('button', { name: 'Make a copy now' }).click();
  await expect(copies(app).getByLabel('Passphrase')).toHaveAccessibleDescription(/12 characters/);
  await copies(app).getByLabel('Passphrase').fill('nine taps and a bucket');
  const saving = app.waitForEvent('download');
  await copies(app).getByRole('button', { name: 'Make a copy now' }).click();
  const saved = await saving;
  expect(saved.suggestedFilename()).toMatch(/^books \d{4}-\d\d-\d\d locked\.quarterday$/);
  await expect(copies(app).getByText(/^Made and checked: .*, with 1 record\.$/)).toBeVisible();
  await typeRecord(app, '2 may 200 sales second job');
  await room(app, 'Settings').click();
  await copies(app)
    .getByLabel('Choose a copy')
    .setInputFiles(await saved.path());
  const asked = app.getByRole('form', { name: /^Restore / });
  await asked.getByLabel('Passphrase').fill('nine taps and no bucket');
  await asked.getByRole('button', { name: 'Open the copy' }).click();
  await expect(asked.getByRole('alert')).toContainText('does not open the copy');
  await asked.getByLabel('Passphrase').fill('nine taps and a bucket');
  await asked.getByRole('button', { name: 'Open the copy' }).click();
  await expect(asked.getByText('1 record, the last of 1 May')).toBeVisible();
  await expect(asked.getByText('2 records, the last of 2 May')).toBeVisible();
  expect(await broken(app)).toEqual([]);
  await asked.getByRole('button', { name: 'Restore this copy' }).click();
  await expect(app.getByRole('status', { name: 'Just done' })).toHaveText('Your books are restored.');
  await room(app, 'Records').click();
  await expect(app.getByText('1 record', { exact: true })).toBeVisible();
  await room(app, 'Settings').click();
  await copies(app).getByRole('button', { name: 'Put back what was there' }).click();
  await asked.getByRole('button', { name: 'Restore this copy' }).click();
  await room(app, 'Records').click();
  await expect(app.getByText('2 records', { exact: true })).toBeVisible();
});

test('the books are checked when asked, and the answer is said', async ({ app }) => {
  await startPlumbing(app);
  await room(app, 'Settings').click();
  await app.getByRole('button', { name: 'Check the books now' }).click();
  await expect(app.getByText(/^Checked .*: 0 records, and all of it is sound\.$/)).toBeVisible();
  await expect(copies(app).getByRole('row')).toHaveCount(2);
});

/** Books of one record with a copy from before it, as they lie when the app is closed. */
async function closedBooks(page: Page): Promise<string> {
  const first = await startHost();
  await page.goto(first.address);
  await startPlumbing(page);
  await expect(() => expect(readdirSync(join(first.data, 'backups')).length).toBeGreaterThan(0)).toPass();
  await typeRecord(page, '1 may 100 sales first job');
  await first.stop(true);
  return first.data;
}

test('damage is said in every room, and the last good backup brings the books back', async ({ page }) => {
  test.slow();
  const data = await closedBooks(page);
  const path = join(data, 'books.quarterday');
  const bytes = readFileSync(path);
  const at = bytes.indexOf('first job');
  bytes.write('worst', at, 'latin1');
  writeFileSync(path, bytes);
  const host = await startHost(data);
  try {
    await page.goto(host.address);
    await expect(damaged(page)).toContainText('Restore a backup');
    await room(page, 'Dates').click();
    await expect(damaged(page)).toBeVisible();
    expect(await broken(page)).toEqual([]);
    await damaged(page).getByRole('button', { name: 'Restore the last good backup' }).click();
    const asked = page.getByRole('form', { name: /^Restore the copy of / });
    await expect(asked.getByText('0 records')).toBeVisible();
    await asked.getByRole('button', { name: 'Restore this copy' }).click();
    await expect(page.getByRole('status', { name: 'Just done' })).toHaveText('Your books are restored.');
    await expect(damaged(page)).toHaveCount(0);
  } finally {
    await host.stop();
  }
});

test('books that do not open at all say so first, and come back from a copy', async ({ page }) => {
  test.slow();
  const data = await closedBooks(page);
  const path = join(data, 'books.quarterday');
  const bytes = readFileSync(path);
  writeFileSync(path, bytes.fill(7, 4096));
  const host = await startHost(data);
  try {
    await page.goto(host.address);
    await expect(page.getByRole('heading', { name: 'Your books could not be opened' })).toBeFocused();
    expect(await broken(page)).toEqual([]);
    await copies(page)
      .getByRole('button', { name: /^Restore the copy/ })
      .first()
      .click();
    await page.getByRole('button', { name: 'Restore this copy' }).click();
    await expect(room(page, 'Overview')).toBeVisible();
  } finally {
    await host.stop();
  }
});
