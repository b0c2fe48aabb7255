/**
 * Do records and bank files reach the books, and does the answer follow them?
 */
import { expect, test } from './host.ts';
import { openExample, room, startPlumbing } from './start.ts';

test('a record typed is saved, shown, and counted at once', async ({ app }) => {
  await startPlumbing(app);
  await room(app, 'Records').click();
  const form = app.getByRole('form', { name: 'Add a record' });
  await form.getByLabel('Date').fill('yesterday');
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
  await expect(app.getByText('Example books, seen on 22 November 2026. Nothing here is yours.')).toBeVisible();
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
