/**
 * Is every action within reach of the keyboard, from any room?
 */
import { broken } from './axe.ts';
import { expect, test } from './host.ts';
import { openExample } from './start.ts';

test('the palette finds an action by a few letters, and Escape gives the focus back', async ({ app }) => {
  await openExample(app);
  await app.keyboard.press('Control+k');
  const box = app.getByRole('combobox', { name: 'What do you want to do?' });
  await expect(box).toBeFocused();
  expect(await broken(app)).toEqual([]);
  await app.keyboard.type('year');
  await expect(app.getByRole('option')).toHaveCount(2);
  await app.keyboard.press('ArrowDown');
  await app.keyboard.press('Enter');
  await expect(app.getByRole('heading', { name: 'Year summary', level: 1 })).toBeVisible();
  await app.keyboard.press('Alt+k');
  await app.keyboard.type('nothing like it');
  await expect(app.getByText('No action is called that.')).toBeVisible();
  await app.keyboard.press('Escape');
  await expect(box).toHaveCount(0);
});

test('a question mark shows all keys, and each of them does what it says', async ({ app }) => {
  await openExample(app);
  await app.keyboard.press('?');
  const sheet = app.getByRole('dialog', { name: 'Keys' });
  await expect(sheet.getByRole('row', { name: /Find a record/ })).toContainText('Ctrl F');
  expect(await broken(app)).toEqual([]);
  await app.keyboard.press('Escape');
  await expect(sheet).toHaveCount(0);
  await app.keyboard.press('Control+f');
  await expect(app.getByLabel('Find words')).toBeFocused();
  await app.keyboard.type('?');
  await expect(app.getByLabel('Find words')).toHaveValue('?');
  await app.keyboard.press('Control+i');
  await expect(app.getByRole('heading', { name: 'Import', level: 1 })).toBeVisible();
  await app.keyboard.press('Control+z');
  await expect(app.getByRole('status', { name: 'Just done' })).not.toBeEmpty();
});

test('the one key that works by itself can be turned off, and stays off', async ({ app }) => {
  await openExample(app);
  await app.keyboard.press('Alt+9');
  await app.getByLabel('Pressing ? by itself shows all keys').uncheck();
  await app.getByRole('heading', { name: 'Settings', level: 1 }).click();
  await app.keyboard.press('?');
  await app.keyboard.press('Control+k');
  await expect(app.getByRole('dialog', { name: 'Find an action' })).toBeVisible();
  await expect(app.getByRole('dialog')).toHaveCount(1);
  await app.keyboard.press('Escape');
  await app.getByLabel('Dark').check();
  await app.reload();
  await app.keyboard.press('Alt+9');
  await expect(app.getByLabel('Pressing ? by itself shows all keys')).not.toBeChecked();
  await app.keyboard.press('Control+/');
  await expect(app.getByRole('dialog', { name: 'Keys' })).toBeVisible();
});
