/**
 * Can a person start their books, and see at once where they stand?
 */
import { expect, test } from './host.ts';
import { room, startByKeyboard, startPlumbing } from './start.ts';

test('three questions answered, the decision stands at the top with its arithmetic and its law', async ({ app }) => {
  await startPlumbing(app);
  await expect(app.getByRole('main')).toBeFocused();
  expect(await app.evaluate(() => window.scrollY)).toBe(0);
  await expect(app.locator('.answer')).toContainText('You must use Making Tax Digital for Income Tax');
  await expect(app.locator('.answer')).toContainText('6 April 2026');
  const year = app.getByRole('listitem').filter({ hasText: '2026 to 2027' }).first();
  await expect(year).toContainText('You must use Making Tax Digital for Income Tax from 6 April 2026');
  await expect(year).toContainText('£26,000.00 over 6 months × 12 ÷ 6 = £52,000.00');
  const law = year.getByRole('link').first();
  await expect(law).toHaveAttribute('href', /^https:\/\/(www\.gov\.uk|www\.legislation\.gov\.uk)\//);
  await expect(law).toHaveAttribute('target', '_blank');
  await expect(law).toHaveAttribute('rel', 'noopener noreferrer');
});

test('the token leaves the address, and the books are there again after a reload', async ({ app }) => {
  await startPlumbing(app);
  expect(new URL(app.url()).hash).toBe('');
  await app.reload();
  await expect(app.locator('.answer')).toContainText('6 April 2026');
});

test('what is missing is listed, linked to its field and said beside it, and what was typed stays', async ({ app }) => {
  await app.getByRole('button', { name: 'Start your books' }).click();
  await app.getByLabel('When did it start?').fill('32 smarch');
  await app.getByRole('button', { name: 'Start these books' }).click();
  const summary = app.getByRole('alert');
  await expect(summary).toBeFocused();
  await expect(summary).toContainText('There is a problem');
  await summary.getByRole('link', { name: 'Enter a name for source 1' }).click();
  await expect(app.getByLabel('Name', { exact: true })).toBeFocused();
  await expect(app.getByLabel('Name', { exact: true })).toHaveAccessibleDescription(/Enter a name for source 1/);
  await expect(app.getByLabel('When did it start?')).toHaveValue('32 smarch');
});

test('a date that only the app can judge comes back to its own field', async ({ app }) => {
  await app.getByRole('button', { name: 'Start your books' }).click();
  await app.getByLabel('Name', { exact: true }).fill('Plumbing');
  await app.getByLabel('When did it start?').fill('32 smarch');
  for (const years of ['2024 to 2025', '2025 to 2026'])
    await app
      .getByRole('group', { name: `Tax return for ${years}` })
      .getByLabel('None yet')
      .check();
  await app.getByLabel('I am not sure').check();
  await app.getByRole('button', { name: 'Start these books' }).click();
  await expect(app.getByLabel('When did it start?')).toHaveAccessibleDescription(/32 smarch/);
  await app.getByRole('alert').getByRole('link').click();
  await expect(app.getByLabel('When did it start?')).toBeFocused();
});

test('a property asks for the person’s own share, and a second source can be added and removed', async ({ app }) => {
  await app.getByRole('button', { name: 'Start your books' }).click();
  await app.getByLabel('What is it?').selectOption({ label: 'Property in the UK' });
  await expect(app.getByLabel('Your own share')).toHaveValue('1');
  await app.getByRole('button', { name: 'Add another' }).click();
  await expect(app.getByLabel('Name', { exact: true })).toHaveCount(2);
  await app.getByRole('button', { name: 'Remove Source 2' }).click();
  await expect(app.getByLabel('Name', { exact: true })).toHaveCount(1);
});

test('the books can be started and the rooms reached by the keyboard alone', async ({ app }) => {
  await startByKeyboard(app);
  await expect(room(app, 'Overview')).toHaveAttribute('aria-current', 'page');
  await app.keyboard.press('Alt+2');
  await expect(app.getByRole('heading', { name: 'Records', level: 1 })).toBeVisible();
  await expect(app.getByRole('main')).toBeFocused();
});
