/**
 * Does a bank's file come into the books as it was shown, and does the answer follow it?
 */
import type { Locator, Page } from '@playwright/test';
import { broken } from './axe.ts';
import { expect, test } from './host.ts';
import { room, startPlumbing } from './start.ts';

/** Twelve months, 6 April 2025 to 5 April 2026: 124 rows, £47,164.22 in and £17,243.11 out. */
const lloyds = 'test/imports/fixtures/lloyds-12-months.csv';

async function read(app: Page, file: Parameters<Locator['setInputFiles']>[0]): Promise<void> {
  await room(app, 'Import').click();
  await app.getByLabel('Bank file').setInputFiles(file);
  await app.getByLabel('Account name').fill('Business current');
  await app.getByLabel('Money coming in is').selectOption({ label: 'Income of Plumbing' });
  await app.getByRole('button', { name: 'Show what is in it' }).click();
}

const counted = (app: Page, name: string) =>
  app.getByText(name, { exact: true }).locator('xpath=following-sibling::dd');
const yearOf = (app: Page, years: string) => app.getByRole('listitem').filter({ hasText: new RegExp(`^${years}`) });

test('twelve months of a bank account change the answer, and say what they did', async ({ app }) => {
  await startPlumbing(app, '£12,000');
  await expect(yearOf(app, '2026 to 2027')).toContainText('You do not need to use');
  await read(app, lloyds);
  await expect(app.getByRole('heading', { name: 'How it was read' })).toBeVisible();
  await expect(counted(app, 'New')).toHaveText('124');
  await expect(counted(app, 'Already here')).toHaveText('0');
  await expect(counted(app, 'Refused')).toHaveText('0');
  await expect(app.getByText('£47,164.22 came in, £17,243.11 went out.')).toBeVisible();
  expect(await broken(app)).toEqual([]);
  await app.getByRole('button', { name: 'Import 124 rows' }).click();
  await expect(app.getByRole('heading', { name: '124 rows imported' })).toBeFocused();
  await app.getByRole('link', { name: 'See where you stand' }).click();
  const year = yearOf(app, '2027 to 2028');
  await expect(year).toContainText('You must use Making Tax Digital for Income Tax from 6 April 2027');
  await expect(year).toContainText('£47,164.22 in 2025 to 2026, against £30,000');
  await expect(app.locator('.answer')).toContainText('6 April 2027');
});

test('the same file again brings nothing new', async ({ app }) => {
  await startPlumbing(app);
  await read(app, lloyds);
  await app.getByRole('button', { name: 'Import 124 rows' }).click();
  await app.getByRole('button', { name: 'Choose another file' }).click();
  await read(app, lloyds);
  await expect(counted(app, 'Already here')).toHaveText('124');
  await expect(app.getByText('Every row of this file is already in your books.')).toBeVisible();
  await expect(app.getByRole('button', { name: /^Import/ })).toHaveCount(0);
});

test('what is not sorted waits, and is sorted many rows at a time', async ({ app }) => {
  await startPlumbing(app);
  await read(app, lloyds);
  await app.getByRole('button', { name: 'Import 124 rows' }).click();
  await app.getByRole('button', { name: 'Sort what is left' }).click();
  const rows = app.getByRole('region', { name: 'Bank rows not sorted yet' });
  await expect(rows).toBeVisible();
  expect(await broken(app)).toEqual([]);
  const fuel = rows.getByRole('row').filter({ hasText: 'HILLTOP FUELS' });
  await expect(fuel.nth(1)).toBeVisible();
  const n = await fuel.count();
  for (const row of await fuel.all()) await row.getByRole('checkbox').check();
  await app.getByLabel(/^\d+ rows selected/).selectOption({ label: 'Car, van and travel' });
  await app.getByRole('button', { name: 'Sort them' }).click();
  await expect(app.getByText(`Saved: ${n} rows sorted`)).toBeVisible();
  await expect(fuel).toHaveCount(0);
});

test('what was set aside by mistake is put back, and sorted as what it is', async ({ app }) => {
  await startPlumbing(app);
  await read(app, lloyds);
  await app.getByRole('button', { name: 'Import 124 rows' }).click();
  await app.getByRole('button', { name: 'Sort what is left' }).click();
  const waiting = app.getByRole('region', { name: 'Bank rows not sorted yet' });
  await waiting.getByLabel('Select all shown').check();
  await app.getByLabel(/^\d+ rows selected/).selectOption({ label: 'Not business' });
  await app.getByRole('button', { name: 'Sort them' }).click();
  await expect(app.getByText('Every bank row is sorted.')).toBeVisible();
  await app.getByText('Rows set aside').click();
  const aside = app.getByRole('region', { name: 'Bank rows set aside' });
  await aside.getByRole('row').filter({ hasText: 'MONTHLY ACCOUNT FEE' }).first().getByRole('checkbox').check();
  expect(await broken(app)).toEqual([]);
  await app.getByRole('button', { name: 'Put them back' }).click();
  await expect(app.getByText('1 row put back, to be sorted above')).toBeVisible();
  await expect(waiting.getByRole('row')).toHaveCount(2);
  await expect(waiting).toContainText('MONTHLY ACCOUNT FEE');
});

test('a picture is refused as a bank file in words, and another can be chosen', async ({ app }) => {
  await startPlumbing(app);
  const buffer = Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16, 0x4a, 0x46, 0x49, 0x46, 0, 1, 1, 0, 0, 1, 0, 1, 0, 0]);
  await read(app, { name: 'receipt.jpg', mimeType: 'image/jpeg', buffer });
  await expect(app.getByRole('alert')).toBeFocused();
  await expect(app.getByRole('alert')).toContainText('There is a problem');
  await expect(app.getByLabel('Account name')).toHaveValue('Business current');
  await read(app, lloyds);
  await expect(counted(app, 'New')).toHaveText('124');
});

test('a file nobody knows asks which column is which', async ({ app }) => {
  await startPlumbing(app);
  const csv = 'What,When,How much\nBoiler for Mrs Penhallow,06/05/2026,450.00\nPipes,07/05/2026,-20.00\n';
  await read(app, { name: 'odd.csv', mimeType: 'text/csv', buffer: Buffer.from(csv) });
  await app.getByLabel('Date', { exact: true }).selectOption('1');
  await app.getByLabel('Description').selectOption('0');
  await app.getByLabel('Amount', { exact: true }).selectOption('2');
  await app.getByRole('button', { name: 'Read it this way' }).click();
  await expect(counted(app, 'New')).toHaveText('2');
  await expect(app.getByText('£450.00 came in, £20.00 went out.')).toBeVisible();
});

test('a file dropped on any room goes to Import', async ({ app }) => {
  await startPlumbing(app);
  const dropped = await app.evaluateHandle(() => {
    const transfer = new DataTransfer();
    transfer.items.add(new File(['a,b'], 'dropped.csv', { type: 'text/csv' }));
    return transfer;
  });
  await app.locator('body').dispatchEvent('drop', { dataTransfer: dropped });
  await expect(app.getByRole('heading', { name: 'Import', level: 1 })).toBeVisible();
  await expect(app.getByText('dropped.csv')).toBeVisible();
});
