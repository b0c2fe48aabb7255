/**
 * Do records and bank files reach the books, and does the answer follow them?
 */
import { expect, test } from './host.ts';
import { openExample, room, startPlumbing } from './start.ts';

test('a record typed is saved, shown, and counted at once', async ({ app }) => {
  await startPlumbing(app);
  await room(app, 'Records').click();
  const form = app.getByRole('form', { name: 'Add a record' });
  await form.getByLabel('Date').fill('today');
  await form.getByLabel('Category').selectOption({ label: 'Sales and takings' });
  await form.getByLabel('Amount').fill('£1,234.5 ');
  await form.getByLabel('Description').fill('Boiler for Mrs Penhallow');
  await form.getByRole('button', { name: 'Add', exact: true }).click();
  await expect(form.getByRole('status')).toContainText('Saved');
  const row = app.getByRole('row').filter({ hasText: 'Boiler for Mrs Penhallow' });
  await expect(row).toContainText('£1,234.50');
  await room(app, 'Overview').click();
  await expect(app.getByText('So far', { exact: true }).locator('xpath=..')).toContainText('£1,234.50');
  await app.getByRole('button', { name: 'Show as a table' }).click();
  await expect(app.getByRole('table').first()).toContainText('£1,234.50');
});

/** A year of takings as a bank writes them: one row of £10.00 for each of 1,500 customers, newest first. */
function takings(): Buffer {
  const head =
    'Transaction Date,Transaction Type,Sort Code,Account Number,Transaction Description,Debit Amount,Credit Amount,Balance';
  const rows = Array.from({ length: 1500 }, (_, n) => {
    const day = String(28 - (n % 28)).padStart(2, '0');
    return `${day}/06/2026,FPI,'30-00-00,00012345,CUSTOMER ${n},,10.00,${(1500 - n) * 10}.00`;
  });
  return Buffer.from([head, ...rows].join('\n'));
}

test('of thousands of records only those in sight are drawn, and the last can be reached', async ({ app }) => {
  test.slow();
  await startPlumbing(app);
  await room(app, 'Import').click();
  await app.getByLabel('Bank file').setInputFiles({ name: 'takings.csv', mimeType: 'text/csv', buffer: takings() });
  await app.getByLabel('Account name').fill('Business current');
  await app.getByLabel('Money coming in is').selectOption({ label: 'Income of Plumbing' });
  await app.getByRole('button', { name: 'Show what is in it' }).click();
  await app.getByRole('button', { name: 'Import 1,500 records' }).click();
  await app.getByRole('link', { name: 'See your records' }).click();
  const table = app.getByRole('grid', { name: 'Records, newest first' }).locator('xpath=..');
  await expect(app.getByText('1,500 records', { exact: true })).toBeVisible();
  await table.evaluate((node) => node.scrollTo(0, node.scrollHeight));
  const last = table.getByRole('row').last();
  await expect(last).toHaveAttribute('aria-rowindex', '1501');
  await expect(last).toContainText('CUSTOMER');
  expect(await table.getByRole('row').count()).toBeLessThan(60);
  await last.focus();
  await app.keyboard.press('Home');
  await expect(table.locator('[aria-rowindex="2"]')).toBeFocused();
  await app.keyboard.press('End');
  await expect(last).toBeFocused();
  await app.keyboard.press('ArrowUp');
  await app.keyboard.press('Delete');
  await expect(app.getByRole('status', { name: 'Just done' })).toHaveText('1 record removed');
  await expect(table.locator('[aria-rowindex="1500"]')).toBeFocused();
  await app.keyboard.press('ControlOrMeta+z');
  await expect(app.getByText('1,500 records', { exact: true })).toBeVisible();
  await expect(table.locator('[aria-rowindex="1500"]')).toBeFocused();
});

test('a record without an amount says so beside the amount, and nothing is saved', async ({ app }) => {
  await startPlumbing(app);
  await room(app, 'Records').click();
  const form = app.getByRole('form', { name: 'Add a record' });
  await form.getByLabel('Date').fill('6 apr');
  await form.getByLabel('Category').selectOption({ label: 'Sales and takings' });
  await form.getByRole('button', { name: 'Add', exact: true }).click();
  await expect(app.getByRole('alert')).toBeFocused();
  await expect(form.getByLabel('Amount')).toHaveAccessibleDescription(/Enter the amount/);
  await expect(form.getByLabel('Date')).toHaveValue('6 apr');
  await expect(app.getByText('What came in and what went out goes here')).toBeVisible();
});

test('the example books say whose they are not, and the way to one’s own is a button', async ({ app }) => {
  await openExample(app);
  await expect(
    app.getByText('Example books (a plumber), seen on 22 November 2026. Nothing here is yours.'),
  ).toBeVisible();
  await expect(app.locator('.answer')).toContainText('6 April 2028');
  await room(app, 'Import').click();
  await expect(app.getByText('Files cannot be imported into the example books')).toBeVisible();
  await expect(app.getByRole('button', { name: 'Choose a file' })).toHaveCount(0);
  await app.getByRole('button', { name: 'Start your books' }).click();
  await expect(app.getByRole('heading', { name: 'Start your books' })).toBeFocused();
});

test('a year’s totals are saved as a file', async ({ app }) => {
  await openExample(app);
  await room(app, 'Year summary').click();
  await expect(app.getByRole('heading', { name: 'Plumbing' })).toBeVisible();
  const saving = app.waitForEvent('download');
  await app.getByRole('button', { name: 'Save as CSV' }).click();
  expect((await saving).suggestedFilename()).toMatch(/2026.*\.csv$/);
});
