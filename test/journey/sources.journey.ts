/**
 * Can a person say that their share of a property changed, and is what came before left as it was?
 */
import { broken } from './axe.ts';
import { expect, test } from './host.ts';
import { openExample, room, startPlumbing } from './start.ts';

test('a share changed from a day is said with its day, and can be undone', async ({ app }) => {
  await openExample(app);
  await room(app, 'Sources').click();
  await app.getByRole('button', { name: 'Change your share' }).click();
  const form = app.getByRole('form', { name: 'Change your share of Flat 2, 14 Harbour Row' });
  await form.getByLabel('Your own share').fill('1');
  await form.getByRole('button', { name: 'Change your share' }).click();
  await expect(form.getByRole('alert')).toBeFocused();
  expect(await broken(app)).toEqual([]);
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
    await expect(app.getByText('all of it is sound')).toBeVisible({ timeout: 500 });
  }).toPass();
});

test('a trade stops for good and goes on again, by keyboard, and the Overview follows', async ({ app }) => {
  await startPlumbing(app);
  await expect(app.locator('.next-dates')).toContainText('Quarterly update 3');
  await app.keyboard.press('Alt+5');
  await app.getByRole('button', { name: 'Stopped for good Plumbing' }).focus();
  await app.keyboard.press('Enter');
  await expect(app.getByLabel('On which day did it stop?')).toBeFocused();
  await app.keyboard.press('Enter');
  await expect(app.getByRole('alert')).toBeFocused();
  await app.getByLabel('On which day did it stop?').focus();
  await app.keyboard.type('5/10/2026');
  await app.keyboard.press('Enter');
  await expect(app.getByText('since 6 October 2024, stopped for good on 5 October 2026')).toBeVisible();
  await expect(app.getByRole('button', { name: 'It has not stopped Plumbing' })).toBeFocused();
  await app.keyboard.press('Alt+1');
  await expect(app.locator('.next-dates')).toBeVisible();
  await expect(app.locator('.next-dates')).not.toContainText('Quarterly update 3');
  await app.keyboard.press('Alt+5');
  await app.getByRole('button', { name: 'It has not stopped Plumbing' }).focus();
  await app.keyboard.press('Enter');
  await expect(app.getByRole('button', { name: 'Stopped for good Plumbing' })).toBeFocused();
});

test('a source is renamed and given calendar update periods, and one undo takes both back', async ({ app }) => {
  await openExample(app);
  await room(app, 'Sources').click();
  await app.getByRole('button', { name: 'Change Plumbing' }).click();
  const form = app.getByRole('form', { name: 'Change Plumbing' });
  await form.getByLabel('Name', { exact: true }).fill('');
  await form.getByRole('button', { name: 'Save' }).click();
  await expect(form.getByRole('alert')).toBeFocused();
  await form.getByLabel('Name', { exact: true }).fill('Heating');
  await form.getByLabel('Calendar: each ends with a month').check();
  await form.getByRole('button', { name: 'Save' }).click();
  await expect(app.getByRole('heading', { name: 'Heating' })).toBeVisible();
  await expect(app.getByText('calendar update periods from 2027 to 2028')).toBeVisible();
  await app.getByRole('button', { name: 'Undo' }).click();
  await expect(app.getByRole('heading', { name: 'Plumbing' })).toBeVisible();
  await expect(app.getByText('calendar update periods')).toHaveCount(0);
});

test('a room of one’s own home is said to be one', async ({ app }) => {
  await openExample(app);
  await room(app, 'Sources').click();
  await app.getByRole('button', { name: 'Change Flat 2, 14 Harbour Row' }).click();
  await app.getByLabel('A room in my own home (Rent a Room Scheme)').check();
  await app.getByRole('button', { name: 'Save' }).click();
  await expect(app.getByText('yours: half; a room in your own home')).toBeVisible();
});

test('a source entered by mistake is removed and comes back with undo; one with a record stays and says why', async ({
  app,
}) => {
  await openExample(app);
  await room(app, 'Sources').click();
  await app.getByRole('button', { name: 'Remove Plumbing' }).click();
  const just = app.getByRole('status', { name: 'Just done' });
  await expect(just).toContainText(
    /^Plumbing stays\. It still has \d+ records\. Move or remove them in Records first\./,
  );
  await app.getByRole('button', { name: 'Add a source' }).click();
  await app.getByLabel('Name', { exact: true }).fill('Baking');
  await app.getByRole('button', { name: 'Add', exact: true }).click();
  await app.getByRole('button', { name: 'Remove Baking' }).click();
  await expect(just).toContainText('Removed Baking');
  await expect(app.getByRole('heading', { name: 'Sources', level: 1 })).toBeFocused();
  await expect(app.getByRole('heading', { name: 'Baking' })).toHaveCount(0);
  await app.keyboard.press('ControlOrMeta+z');
  await expect(app.getByRole('heading', { name: 'Baking' })).toBeVisible();
});
