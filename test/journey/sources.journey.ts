/**
 * Can a person say that their share of a property changed, and is what came before left as it was?
 */
import { AxeBuilder } from '@axe-core/playwright';
import { expect, test } from './host.ts';
import { openExample, room } from './start.ts';

test('a share changed from a day is said with its day, and can be undone', async ({ app }) => {
  await openExample(app);
  await room(app, 'Sources').click();
  await app.getByRole('button', { name: 'Change your share' }).click();
  const form = app.getByRole('form', { name: 'Change your share of Flat 2, 14 Harbour Row' });
  await form.getByLabel('Your own share').fill('1');
  await form.getByRole('button', { name: 'Change your share' }).click();
  await expect(form.getByRole('alert')).toBeFocused();
  expect((await new AxeBuilder({ page: app }).analyze()).violations).toEqual([]);
  await form.getByLabel('Since when?').fill('1 nov 2026');
  await form.getByRole('button', { name: 'Change your share' }).click();
  await expect(app.getByText('yours: half; yours: all of it from 1 November 2026')).toBeVisible();
  await room(app, 'Records').click();
  const rent = app.getByRole('row').filter({ hasText: 'Rent, Flat 2' });
  await expect(rent.nth(0)).not.toContainText('your share');
  await expect(rent.nth(1)).toContainText('your share £425.00');
  await app.getByRole('button', { name: 'Undo' }).click();
  await expect(rent.nth(0)).toContainText('your share £425.00');
});

test('Settings says that one’s own books are sound', async ({ app }) => {
  await app.getByRole('button', { name: 'Start your books' }).click();
  await app.getByLabel('Name', { exact: true }).fill('Plumbing');
  for (const years of ['2024 to 2025', '2025 to 2026'])
    await app
      .getByRole('group', { name: `Tax return for ${years}` })
      .getByLabel('None yet')
      .check();
  await app.getByLabel('I am not sure').check();
  await app.getByRole('button', { name: 'Start these books' }).click();
  await expect(async () => {
    await room(app, 'Overview').click();
    await room(app, 'Settings').click();
    await expect(app.getByText('Your books were checked after opening')).toBeVisible({ timeout: 500 });
  }).toPass();
});
