/**
 * Can a bank file be taken out again, and can what should never have been there be removed for good, by mouse and by keyboard?
 */
import type { Page } from '@playwright/test';
import { broken } from './axe.ts';
import { expect, test } from './host.ts';
import { room, startPlumbing, tabTo } from './start.ts';

const lloyds = 'test/imports/fixtures/lloyds-12-months.csv';

async function importLloyds(app: Page): Promise<void> {
  await room(app, 'Import').click();
  await app.getByLabel('Bank file').setInputFiles(lloyds);
  await app.getByLabel('Account name').fill('Business current');
  await app.getByLabel('Money coming in is').selectOption({ label: 'Income of Plumbing' });
  await app.getByRole('button', { name: 'Show what is in it' }).click();
  await app.getByRole('button', { name: 'Import 124 rows' }).click();
  await app.getByRole('heading', { name: '124 rows imported' }).waitFor();
  await room(app, 'Overview').click();
  await room(app, 'Import').click();
}

const files = (app: Page) => app.getByRole('table', { name: 'Files in your books' });
const dialog = (app: Page) => app.getByRole('dialog');
const file = 'lloyds-12-months.csv';

test('a file is listed with what it brought, taken out, and put back', async ({ app }) => {
  await startPlumbing(app);
  await room(app, 'Import').click();
  await expect(app.getByText('No bank file has come in yet.')).toBeVisible();
  await importLloyds(app);
  const row = files(app).getByRole('row', { name: file });
  await expect(row).toContainText('Business current');
  await expect(row).toContainText('6 Apr 2025 to 5 Apr 2026');
  await expect(row).toContainText('124 new rows');
  await expect(app.getByText('Choose a file', { exact: true })).toBeVisible();
  expect(await broken(app)).toEqual([]);
  await files(app)
    .getByRole('button', { name: `Take out ${file}` })
    .click();
  await expect(app.getByText('No bank file has come in yet.')).toBeVisible();
  await expect(app.getByRole('heading', { name: 'Files in your books' })).toBeFocused();
  await app.getByRole('button', { name: 'Undo' }).click();
  await expect(row).toBeVisible();
});

test('a file whose records were changed since asks before it takes them along', async ({ app }) => {
  await startPlumbing(app);
  await importLloyds(app);
  await room(app, 'Records').click();
  const first = app.getByRole('grid').getByRole('row').nth(1);
  await first.dblclick();
  await app.getByRole('grid').getByLabel('Description').fill('Put right by hand');
  await app.keyboard.press('Enter');
  await expect(app.getByRole('grid')).toContainText('Put right by hand');
  await room(app, 'Import').click();
  await app.getByRole('button', { name: `Take out ${file}` }).click();
  await expect(app.getByRole('alert')).toContainText('1 of its records were changed or sorted since');
  await app.getByRole('button', { name: 'Keep it' }).click();
  await expect(files(app)).toContainText(file);
  await app.getByRole('button', { name: `Take out ${file}` }).click();
  await app.getByRole('button', { name: 'Take out all the same' }).click();
  await expect(app.getByText('No bank file has come in yet.')).toBeVisible();
});

test('a statement is removed for good: what goes and which copies keep it first, then the deliberate step', async ({
  app,
}) => {
  await startPlumbing(app);
  await importLloyds(app);
  await app.getByRole('button', { name: `Remove for good: ${file}` }).click();
  await expect(dialog(app)).toContainText('124 bank rows');
  await expect(dialog(app)).toMatchAriaSnapshot(`
    - dialog "Remove ${file} for good":
      - heading "Remove ${file} for good" [level=2]
      - button "Close"
      - heading "What goes" [level=3]
      - paragraph: /124 bank rows, \\d+ records\\. Records count in every version/
      - heading "What stays" [level=3]
      - paragraph: /No copy of your books has it\\./
      - paragraph: /Files you saved/
      - checkbox "I know that nothing brings it back."
      - text: "I know that nothing brings it back."
      - paragraph:
        - button "Remove it for good"
        - button "Keep it"
  `);
  for (const colorScheme of ['light', 'dark'] as const) {
    await app.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    expect(await broken(app)).toEqual([]);
  }
  await dialog(app).getByRole('button', { name: 'Remove it for good' }).click();
  await expect(dialog(app).getByRole('alert')).toContainText('Tick the sentence to go on');
  await dialog(app).getByRole('button', { name: 'Keep it' }).click();
  await expect(app.getByRole('button', { name: `Remove for good: ${file}` })).toBeFocused();
  await app.keyboard.press('Enter');
  await dialog(app).getByRole('checkbox').check();
  await dialog(app).getByRole('button', { name: 'Remove it for good' }).click();
  await expect(app.getByRole('status', { name: 'Just done' })).toContainText('Removed for good: 124 bank rows');
  await expect(app.getByRole('button', { name: 'Undo', exact: true })).toHaveCount(0);
  await expect(app.getByRole('heading', { name: 'Files in your books' })).toBeFocused();
  await room(app, 'Records').click();
  await expect(app.getByText('What came in and what went out goes here, a line each.')).toBeVisible();
});

test('a record is removed for good by keyboard alone', async ({ app }) => {
  await startPlumbing(app);
  await app.keyboard.press('Alt+2');
  await app.getByRole('heading', { name: 'Records', level: 1 }).waitFor();
  await app.keyboard.press('Alt+n');
  await expect(app.getByLabel('Type a record in one line')).toBeFocused();
  await app.keyboard.type('6 apr 2026 450 income gift from my aunt');
  await app.keyboard.press('Enter');
  const grid = app.getByRole('grid');
  await expect(grid).toContainText('450.00');
  await tabTo(app, grid.getByRole('row').nth(1));
  await app.keyboard.press('Space');
  await tabTo(app, app.getByRole('button', { name: 'Remove for good' }));
  await app.keyboard.press('Enter');
  await expect(dialog(app)).toContainText('1 record.');
  await tabTo(app, dialog(app).getByRole('checkbox'));
  await app.keyboard.press('Space');
  await app.keyboard.press('Enter');
  await expect(app.getByText('What came in and what went out goes here, a line each.')).toBeVisible();
  await expect(app.locator('main')).toBeFocused();
});

test('the copies that keep a record are named by day and time before it is removed for good', async ({ app }) => {
  await startPlumbing(app);
  await room(app, 'Records').click();
  await app.getByLabel('Type a record in one line').fill('6 apr 2026 450 income gift from my aunt');
  await app.keyboard.press('Enter');
  await expect(app.getByRole('grid')).toContainText('450.00');
  await room(app, 'Settings').click();
  await app.getByRole('button', { name: 'Check the books now' }).click();
  await expect(app.getByText(/^Checked .*: 1 record, and all of it is sound\.$/)).toBeVisible();
  await room(app, 'Records').click();
  await app.getByRole('grid').getByRole('row').nth(1).getByRole('checkbox').check();
  await app.getByRole('button', { name: 'Remove for good' }).click();
  await expect(dialog(app)).toContainText('These copies of your books have it too, and keep it until you delete them');
  await expect(dialog(app).getByRole('listitem').first()).toHaveText(/^the copy of \d+ \w+ \d{4} at \d\d:\d\d$/);
});
