/**
 * Is a file with something to ask about it brought in: rows in doubt, several accounts, columns that need a word more?
 */
import type { Page } from '@playwright/test';
import { broken } from './axe.ts';
import { expect, test } from './host.ts';
import { room, startPlumbing, tabTo } from './start.ts';

const head = 'Date,Description,Paid in,Paid out\n';
const april = `${head}24/05/2026,BOILER,450.00,\n25/05/2026,TEA,,3.20\n`;
const may = `${head}25/05/2026,TEA,,3.20\n26/05/2026,TAP,60.00,\n`;

async function read(app: Page, name: string, csv: string): Promise<void> {
  await room(app, 'Import').click();
  await app.getByLabel('Bank file').setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(csv) });
  await app.getByLabel('Account name').fill('Business current');
  await app.getByRole('button', { name: 'Show what is in it' }).click();
}
const bring = async (app: Page, what: string) => {
  await app.getByRole('button', { name: `Import ${what}` }).click();
  await expect(app.getByRole('heading', { name: /imported$/ })).toBeFocused();
};

test('a row in doubt is shown before, asked after, and answered', async ({ app }) => {
  await startPlumbing(app);
  await read(app, 'april.csv', april);
  await bring(app, '2 rows');
  await app.getByRole('button', { name: 'Choose another file' }).click();
  await read(app, 'may.csv', may);
  const doubtful = app.getByRole('region', { name: 'May be in your books already' });
  await expect(doubtful).toContainText('Line 3 of april.csv is equal');
  expect(await broken(app)).toEqual([]);
  await bring(app, '1 row');
  await app.getByRole('button', { name: 'Sort what is left' }).click();
  const asked = app.getByRole('region', { name: 'Rows that may be in your books already' });
  await expect(asked.getByRole('row')).toHaveCount(2);
  await asked.getByLabel('Select TEA, 25 May 2026').check();
  expect(await broken(app)).toEqual([]);
  await app.getByRole('button', { name: 'Already in my books' }).click();
  await expect(app.getByText('Saved: 1 row answered')).toBeVisible();
  await expect(asked).toHaveCount(0);
  await app.keyboard.press('ControlOrMeta+z');
  await expect(asked.getByRole('row')).toHaveCount(2);
});

test('a row in doubt is kept as another by keyboard alone', async ({ app }) => {
  await startPlumbing(app);
  await read(app, 'april.csv', april);
  await bring(app, '2 rows');
  await app.getByRole('button', { name: 'Choose another file' }).click();
  await read(app, 'may.csv', may);
  await bring(app, '1 row');
  await app.getByRole('button', { name: 'Sort what is left' }).press('Enter');
  const tick = app.getByLabel('Select all of these');
  await tick.focus();
  await app.keyboard.press('Space');
  await tabTo(app, app.getByRole('button', { name: 'Another payment: keep it' }));
  await expect(app.getByRole('button', { name: 'Another payment: keep it' })).toBeFocused();
  await app.keyboard.press('Enter');
  await expect(app.getByText('Saved: 1 row answered')).toBeVisible();
  await expect(app.getByRole('region', { name: 'Bank rows not sorted yet' }).getByRole('row')).toHaveCount(5);
});

test('a file of two accounts asks their names, and brings both in', async ({ app }) => {
  await startPlumbing(app);
  await room(app, 'Import').click();
  await app.getByLabel('Bank file').setInputFiles('test/imports/fixtures/lloyds-two-accounts.csv');
  await app.getByLabel('Account name').fill('Business current');
  await app.getByRole('button', { name: 'Show what is in it' }).click();
  await expect(app.getByText('This file holds several accounts')).toBeVisible();
  expect(await broken(app)).toEqual([]);
  await app.getByLabel('Name of the account ending 5678').fill('Business');
  await app.getByRole('button', { name: 'Show what is in it' }).click();
  await expect(app.getByText('Enter a name for the account')).toBeVisible();
  await app.getByLabel('Name of the account ending 4321').fill('Savings');
  await app.getByRole('button', { name: 'Show what is in it' }).click();
  await app.getByRole('button', { name: /^Import \d+ rows?/ }).click();
  await expect(app.getByRole('heading', { name: /imported$/ })).toBeFocused();
});

test('amounts without a minus are turned by a word, and the next file is read as last time', async ({ app }) => {
  await startPlumbing(app);
  const card = (day: string) => `When,What,Sum\n${day}/05/2026,PIPES,20.00\n`;
  await read(app, 'card.csv', card('06'));
  await app.getByLabel('Date', { exact: true }).selectOption('0');
  await app.getByLabel('Description').selectOption('1');
  await app.getByLabel('Amount', { exact: true }).selectOption('2');
  await app.getByLabel('Without one: a minus is money in').check();
  await app.getByRole('button', { name: 'Read it this way' }).click();
  await expect(app.getByText('£0.00 came in, £20.00 went out.')).toBeVisible();
  await bring(app, '1 row');
  await app.getByRole('button', { name: 'Choose another file' }).click();
  await read(app, 'card2.csv', card('07'));
  await expect(app.getByText('Read as last time: the columns are the same.')).toBeVisible();
  await expect(app.getByText('£0.00 came in, £20.00 went out.')).toBeVisible();
});

test('a long file says how far it is, and once stopped nothing of it is kept', async ({ app }) => {
  await startPlumbing(app);
  const day = (n: number) => String(1 + Math.floor(n / 5_000)).padStart(2, '0');
  const line = (_: unknown, n: number) => `${day(n)}/05/2026,HILLTOP FUELS ${n},,4.20\n`;
  await read(app, 'long.csv', head + Array.from({ length: 140_000 }, line).join(''));
  await expect(app.getByText(/rows read so far/)).toBeVisible();
  await app.getByRole('button', { name: 'Stop' }).click();
  await expect(app.getByRole('alert')).toContainText('Stopped. Nothing of the file was kept.');
  await expect(app.getByText('No bank file has come in yet.')).toBeVisible();
});
