/**
 * Are records typed, found, corrected and taken back by keyboard alone, and by mouse?
 */
import type { Page } from '@playwright/test';
import { broken } from './axe.ts';
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
  await expect(rows.nth(3)).toBeFocused();
  await app.keyboard.press('F2');
  await expect(app.getByLabel('Amount').first()).toBeFocused();
  await app.keyboard.press('Shift+Enter');
  await expect(rows.nth(2)).toBeFocused();
  await app.keyboard.press('Delete');
  await expect(just(app)).toHaveText('1 record removed');
  await expect(rows).toHaveCount(10);
  await expect(rows.nth(2)).toBeFocused();
  await app.keyboard.press('ControlOrMeta+z');
  await expect(just(app)).toContainText('Undone: ');
  await expect(rows).toHaveCount(11);
  await expect(rows.nth(2)).toBeFocused();
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
  await expect(rows.nth(1)).toBeVisible();
  const n = await rows.count();
  for (const row of await rows.all()) await row.getByRole('checkbox').check();
  await app.getByLabel('Change category to').selectOption({ label: 'Phone, stationery and office' });
  await app.getByRole('button', { name: 'Change', exact: true }).click();
  await expect(just(app)).toHaveText(`${n} records changed`);
  await expect(rows.filter({ hasText: 'Phone, stationery and office' })).toHaveCount(n);
  await expect(app.getByLabel('Find words')).toHaveValue('Tool repair');
  expect(await broken(app)).toEqual([]);
  await app.getByRole('button', { name: 'Undo' }).click();
  await expect(rows.filter({ hasText: 'Repairs and maintenance' })).toHaveCount(n);
});

test('by keyboard: a run is selected and what it comes to is said, then all, and one undo brings all back', async ({
  app,
}) => {
  test.slow();
  await startPlumbing(app);
  await app.keyboard.press('Alt+2');
  for (const line of ['1 may 100 sales one', '2 may 20 travel two', '3 may 3 sales three']) {
    await app.keyboard.press('Alt+n');
    await app.keyboard.type(line);
    await app.keyboard.press('Enter');
    await expect(app.getByLabel('Type a record in one line')).toHaveValue('');
  }
  const rows = grid(app).getByRole('row');
  await expect(rows).toHaveCount(4);
  await rows.nth(1).focus();
  await app.keyboard.press('Shift+ArrowDown');
  await expect(app.getByRole('region', { name: '2 records selected' })).toContainText('£3.00 in, £20.00 out');
  await expect(rows.nth(2)).toBeFocused();
  await app.keyboard.press('Escape');
  await expect(app.getByRole('region', { name: /selected/ })).toHaveCount(0);
  await rows.nth(1).getByRole('checkbox').click();
  await rows
    .nth(3)
    .getByRole('checkbox')
    .click({ modifiers: ['Shift'] });
  await expect(app.getByRole('region', { name: '3 records selected' })).toBeVisible();
  await rows.nth(3).focus();
  await app.keyboard.press('Escape');
  await app.keyboard.press('ControlOrMeta+a');
  await expect(app.getByRole('region', { name: '3 records selected' })).toContainText('£103.00 in, £20.00 out');
  expect(await broken(app)).toEqual([]);
  await app.keyboard.press('Delete');
  await expect(just(app)).toHaveText('3 records removed');
  await app.keyboard.press('ControlOrMeta+z');
  await expect(rows).toHaveCount(4);
});

test('filters narrow together, say what they cannot read, and are all cleared at once', async ({ app }) => {
  test.slow();
  await openExample(app);
  await room(app, 'Records').click();
  const found = app.locator('.under-table');
  const all = await found.innerText();
  await app.getByRole('button', { name: 'More filters' }).click();
  await app.getByLabel('Amount from').fill('some');
  await expect(app.getByLabel('Amount from')).toHaveAccessibleDescription(/could not be read as an amount/);
  await app.getByLabel('Amount from').fill('£1,000');
  await app.getByLabel('Quarter').selectOption({ label: '6 July to 5 October' });
  await expect(app.getByLabel('Tax year')).toHaveValue('2026-27');
  await app.getByLabel('Where from').selectOption({ label: 'From the bank' });
  await app.getByLabel('Files').selectOption({ label: 'With a file' });
  await expect(app.getByText('No record fits these filters.')).toBeVisible();
  expect(await broken(app)).toEqual([]);
  await app.getByRole('button', { name: 'Clear all filters' }).click();
  await expect(app.getByLabel('Find words')).toBeFocused();
  await expect(found).toHaveText(all);
});

test('while words are typed there is one question a keystroke, and an older one is given up', async ({ app }) => {
  await openExample(app);
  await room(app, 'Records').click();
  await expect(grid(app)).toBeVisible();
  const asked: string[] = [];
  const given: string[] = [];
  const textOf = (body: string | null): string => (JSON.parse(body ?? '{}') as { text: string }).text;
  app.on('requestfailed', (request) => given.push(textOf(request.postData())));
  await app.route('**/api/records.list', async (route) => {
    const text = textOf(route.request().postData());
    asked.push(text);
    if (text !== 'Rent') return;
    await route.continue();
  });
  await app.getByLabel('Find words').pressSequentially('Rent');
  await expect(grid(app).getByRole('row').filter({ hasText: 'Rent' }).first()).toBeVisible();
  await expect(grid(app).getByRole('row').filter({ hasText: 'Tool repair' })).toHaveCount(0);
  expect(asked).toEqual(['R', 'Re', 'Ren', 'Rent']);
  expect(given).toEqual(['R', 'Re', 'Ren']);
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
  expect(await broken(app)).toEqual([]);
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
  expect(await broken(app)).toEqual([]);
  await fee.getByLabel('Amount').fill('150');
  await form.getByRole('button', { name: 'Split the record' }).click();
  await expect(just(app)).toHaveText('Split into 2');
  await expect(rows).toHaveCount(9);
  await expect(rows.filter({ hasText: '£1,000.00' })).toHaveCount(1);
  await app.getByRole('button', { name: 'Undo' }).click();
  await expect(rows).toHaveCount(8);
});

test('a year long gone can be chosen once something stands in it, in Records and in Year summary', async ({ app }) => {
  await startPlumbing(app);
  await app.keyboard.press('Alt+2');
  await app.keyboard.press('Alt+n');
  await app.keyboard.type('1 may 2016 400 sales an old job');
  await app.keyboard.press('Enter');
  await expect(app.getByLabel('Type a record in one line')).toHaveValue('');
  await app.getByLabel('Tax year').selectOption('2016 to 2017');
  await expect(grid(app).getByRole('row')).toHaveCount(2);
  await room(app, 'Year summary').click();
  await app.getByLabel('Tax year').selectOption('2016 to 2017');
  await expect(app.getByText('From 1 record.')).toBeVisible();
});
