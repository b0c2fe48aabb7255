/**
 * Are records typed, found, corrected and taken back by keyboard alone, and by mouse?
 */
import type { Page } from '@playwright/test';
import { AxeBuilder } from '@axe-core/playwright';
import { expect, test } from './host.ts';
import { openExample, room, startPlumbing } from './start.ts';

const grid = (app: Page) => app.getByRole('grid', { name: 'Records, newest first' });
const just = (app: Page) => app.getByRole('status', { name: 'Just done' });

test('by keyboard alone: ten records in a line each, one corrected, one removed, undone and done again', async ({
  app,
}) => {
  test.slow();
  await startPlumbing(app);
  await app.keyboard.press('Alt+2');
  await app.keyboard.press('Alt+n');
  await expect(app.getByLabel('Type a record in one line')).toBeFocused();
  for (let n = 1; n <= 10; n += 1) {
    await app.keyboard.type(`${n} may ${n}00 sales job ${n}`);
    await app.keyboard.press('Enter');
    await expect(app.getByLabel('Type a record in one line')).toHaveValue('');
  }
  const rows = grid(app).getByRole('row');
  await expect(rows).toHaveCount(11);
  await rows.nth(1).focus();
  await app.keyboard.press('ArrowDown');
  await expect(rows.nth(2)).toBeFocused();
  await expect(rows.nth(2)).toContainText('sales job 9');
  await app.keyboard.press('F2');
  await expect(app.getByLabel('Date', { exact: true }).first()).toBeFocused();
  await app.keyboard.press('Escape');
  await expect(rows.nth(2)).toBeFocused();
  await app.keyboard.press('Enter');
  const editing = app.getByRole('form', { name: 'Edit sales job 9' });
  await editing.getByLabel('Amount').focus();
  await app.keyboard.press('ControlOrMeta+a');
  await app.keyboard.type('950');
  await app.keyboard.press('Enter');
  await expect(rows.nth(2)).toContainText('£950.00');
  await expect(rows.nth(2)).toBeFocused();
  await app.keyboard.press('Delete');
  await expect(just(app)).toHaveText('1 record removed');
  await expect(rows).toHaveCount(10);
  await app.keyboard.press('ControlOrMeta+z');
  await expect(just(app)).toContainText('Undone: ');
  await expect(rows).toHaveCount(11);
  await app.keyboard.press('ControlOrMeta+z');
  await expect(rows.nth(2)).toContainText('£900.00');
  await app.keyboard.press('ControlOrMeta+Shift+z');
  await expect(just(app)).toContainText('Done again: ');
  await expect(rows.nth(2)).toContainText('£950.00');
});

test('several are selected, given another category, and it is taken back from the word about it', async ({ app }) => {
  await openExample(app);
  await room(app, 'Records').click();
  await app.getByLabel('Find words').fill('Tool repair');
  const rows = grid(app).getByRole('row').filter({ hasText: 'Tool repair' });
  await expect(grid(app).getByRole('row').filter({ hasText: 'Mrs Penhallow' })).toHaveCount(0);
  const n = await rows.count();
  expect(n).toBeGreaterThan(1);
  for (const row of await rows.all()) await row.getByRole('checkbox').check();
  await app.getByLabel('Change category to').selectOption({ label: 'Phone, stationery and office' });
  await app.getByRole('button', { name: 'Change', exact: true }).click();
  await expect(just(app)).toHaveText(`${n} records changed`);
  await expect(rows.filter({ hasText: 'Phone, stationery and office' })).toHaveCount(n);
  await expect(app.getByLabel('Find words')).toHaveValue('Tool repair');
  expect((await new AxeBuilder({ page: app }).analyze()).violations).toEqual([]);
  await app.getByRole('button', { name: 'Undo' }).click();
  await expect(rows.filter({ hasText: 'Repairs and maintenance' })).toHaveCount(n);
});

test('a line that is not certain asks for the rest, with what was understood filled in', async ({ app }) => {
  await startPlumbing(app);
  await room(app, 'Records').click();
  await app.getByLabel('Type a record in one line').fill('6 apr 45 mrs penhallow');
  await app.keyboard.press('Enter');
  await expect(app.getByText('Not all of it was understood.')).toBeVisible();
  const form = app.getByRole('form', { name: 'Add a record' });
  await expect(form.getByLabel('Category')).toBeFocused();
  await expect(form.getByLabel('Date')).toHaveValue('6 apr');
  await expect(form.getByLabel('Amount')).toHaveValue('45');
  await expect(form.getByLabel('Description')).toHaveValue('mrs penhallow');
});

test('while a record is edited nothing breaks a rule of WCAG 2.2 AA', async ({ app }) => {
  await openExample(app);
  await room(app, 'Records').click();
  await grid(app).getByRole('row').nth(1).dblclick();
  await app.getByRole('form', { name: /^Edit / }).waitFor();
  expect((await new AxeBuilder({ page: app }).analyze()).violations).toEqual([]);
});

test('one payment is split into the rent and the agent’s fee, to the penny, and can be put together again', async ({
  app,
}) => {
  await openExample(app);
  await room(app, 'Records').click();
  await app.getByLabel('Find words').fill('Rent, Flat 2');
  const rows = grid(app).getByRole('row').filter({ hasText: 'Rent, Flat 2' });
  await expect(rows).toHaveCount(8);
  await rows.first().focus();
  await app.keyboard.press('Enter');
  await app.getByRole('button', { name: 'Split', exact: true }).click();
  const form = app.getByRole('form', { name: 'Split Rent, Flat 2, Harbour Row' });
  const [rent, fee] = [form.getByRole('group', { name: 'Part 1' }), form.getByRole('group', { name: 'Part 2' })];
  await rent.getByLabel('Amount').fill('1000');
  await fee.getByLabel('Category').selectOption({ label: 'Legal, management and professional' });
  await fee.getByLabel('Amount').fill('100');
  await form.getByRole('button', { name: 'Split the record' }).click();
  await expect(form.getByRole('alert')).toBeFocused();
  expect((await new AxeBuilder({ page: app }).analyze()).violations).toEqual([]);
  await fee.getByLabel('Amount').fill('150');
  await form.getByRole('button', { name: 'Split the record' }).click();
  await expect(just(app)).toHaveText('Split into 2');
  await expect(rows).toHaveCount(9);
  await expect(rows.filter({ hasText: '£1,000.00' })).toHaveCount(1);
  await app.getByRole('button', { name: 'Undo' }).click();
  await expect(rows).toHaveCount(8);
});
