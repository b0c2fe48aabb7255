/**
 * Can a person go the whole way, from nothing to an answer that follows what they do, and without a mouse?
 */
import type { Page } from '@playwright/test';
import { expect, test } from './host.ts';
import { openExample, room, startByKeyboard, tabTo } from './start.ts';

const grid = (app: Page) => app.getByRole('grid', { name: 'Records, newest first' });
const line = (app: Page) => app.getByLabel('Type a record in one line');
const just = (app: Page) => app.getByRole('status', { name: 'Just done' });

async function soFar(app: Page, amount: string): Promise<void> {
  await app.keyboard.press('Alt+1');
  await expect(app.getByRole('heading', { name: /^Your income in/ })).toBeVisible();
  await expect(app.locator('.lead').first()).toContainText(`${amount} so far`);
}

test('by keyboard alone: own books, a second source, ten records, one put right and put back, and the Overview follows', async ({
  app,
}) => {
  test.slow();
  await startByKeyboard(app);
  await app.keyboard.press('Alt+5');
  await tabTo(app, app.getByRole('button', { name: 'Add a source' }));
  await app.keyboard.press('Enter');
  await expect(app.getByLabel('What is it?')).toBeFocused();
  await app.keyboard.type('Prop');
  await tabTo(app, app.getByLabel('Name', { exact: true }));
  await app.keyboard.type('Elm Road');
  await app.keyboard.press('Enter');
  await expect(just(app)).toHaveText('Saved: Elm Road');
  await expect(app.getByRole('button', { name: 'Add a source' })).toBeFocused();
  await expect(app.getByText('UK property, since before 6 April 2024')).toBeVisible();

  await app.keyboard.press('Alt+n');
  await expect(line(app)).toBeFocused();
  for (let n = 1; n <= 10; n += 1) {
    await app.keyboard.type(n === 5 ? '5 may 2026 500 rent elm road' : `${n} may 2026 ${n}00 sales job ${n}`);
    await app.keyboard.press('Enter');
    await expect(line(app)).toHaveValue('');
  }
  await expect(grid(app).getByRole('row')).toHaveCount(11);
  await soFar(app, '£5,500.00');

  await app.keyboard.press('Alt+2');
  const row = grid(app).getByRole('row').filter({ hasText: 'job 9' });
  await row.focus();
  await app.keyboard.press('Enter');
  const editing = app.getByRole('form', { name: 'Edit sales job 9' });
  await tabTo(app, editing.getByLabel('Amount'));
  await app.keyboard.press('ControlOrMeta+a');
  await app.keyboard.type('950');
  await app.keyboard.press('Enter');
  await expect(row).toContainText('£950.00');
  await soFar(app, '£5,550.00');
  await app.keyboard.press('ControlOrMeta+z');
  await expect(just(app)).toContainText('Undone: ');
  await soFar(app, '£5,500.00');
});

test('by keyboard alone: the example books are entered, every room is reached, and another example is opened', async ({
  app,
}) => {
  await tabTo(app, app.getByRole('button', { name: 'Look around with example books' }));
  await app.keyboard.press('Enter');
  await expect(app.getByText('Example books (a plumber)')).toBeVisible();
  const names = ['Overview', 'Records', 'Import', 'About you', 'Sources', 'Dates', 'What to do', 'Year summary'];
  for (const [n, name] of [...names, 'Settings'].entries()) {
    await app.keyboard.press(`Alt+${n + 1}`);
    await expect(room(app, name)).toHaveAttribute('aria-current', 'page');
    await expect(app.getByRole('main')).toBeFocused();
  }
  await tabTo(app, app.getByRole('button', { name: 'A garden designer on the way out' }));
  await app.keyboard.press('Enter');
  await expect(app.getByText('Example books (on the way out), seen on 14 February 2028.')).toBeVisible();
  await expect(app.getByRole('main')).toBeFocused();
  await app.keyboard.press('Alt+1');
  await expect(app.getByText('the earliest you could stop is 6 April 2029')).toBeVisible();
  await tabTo(app, app.getByRole('button', { name: 'Show as a table' }));
  await app.keyboard.press('Enter');
  await expect(app.getByRole('table', { name: /income/i }).first()).toBeVisible();
});

test('the landlord, by keyboard alone: an agent’s payment is rent, fee and repair, and a share changes the total', async ({
  app,
}) => {
  test.slow();
  await tabTo(app, app.getByRole('button', { name: 'A landlord with an agent and a joint let' }));
  await app.keyboard.press('Enter');
  await expect(app.getByText('Example books (a landlord)')).toBeVisible();
  await soFar(app, '£22,125.00');
  await app.keyboard.press('Alt+f');
  await expect(app.getByLabel('Find words')).toBeFocused();
  await app.keyboard.type('Boiler');
  const rows = grid(app).getByRole('row');
  await expect(rows.filter({ hasText: 'Boiler: new pump' })).toContainText('£612.00');
  await expect(rows).toHaveCount(2);
  await app.keyboard.press('ControlOrMeta+a');
  await app.keyboard.type('Rowan Cottage');
  await expect(rows.filter({ hasText: '£1,650.00' })).toHaveCount(8);
  await app.keyboard.press('Alt+5');
  await tabTo(app, app.getByRole('button', { name: 'Change your share 9 Tidewater Mews' }));
  await app.keyboard.press('Enter');
  await expect(app.getByLabel('Your own share')).toBeFocused();
  await app.keyboard.type('1');
  await tabTo(app, app.getByLabel('Since when?'));
  await app.keyboard.type('1 nov 2026');
  await app.keyboard.press('Enter');
  await expect(
    app.getByText('yours: half; yours: 3/4 from 1 July 2026; yours: all of it from 1 November 2026'),
  ).toBeVisible();
  await soFar(app, '£22,550.00');
  await app.keyboard.press('ControlOrMeta+z');
  await soFar(app, '£22,125.00');
});

test('the landlord’s year has the fees and repairs that never reached the bank', async ({ app }) => {
  await app.getByRole('button', { name: 'A landlord with an agent and a joint let' }).click();
  await room(app, 'Year summary').click();
  const total = (category: string) =>
    app.getByRole('table', { name: 'Totals of UK property' }).getByRole('row').filter({ hasText: category });
  await expect(total('Rent').first()).toContainText('£22,125.00');
  await expect(total('Repairs and maintenance')).toContainText('£1,233.90');
  await expect(total('Legal, management and professional')).toContainText('£1,584.00');
});

test('the example books are left again for one’s own', async ({ app }) => {
  await openExample(app);
  await app.getByRole('button', { name: 'Start your books' }).click();
  await expect(app.getByRole('heading', { name: 'Start your books' })).toBeFocused();
});
