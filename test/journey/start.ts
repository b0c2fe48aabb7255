/**
 * How do the journeys begin? With the books of an invented plumber, typed into the first form.
 */
import { expect, type Locator, type Page } from '@playwright/test';

/**
 * Plumbing began on 6 October 2024; its first return said £26,000 for six months, which is £52,000 for a whole year and
 * more than £50,000: Making Tax Digital for Income Tax from 6 April 2026. The second return is still to come.
 */
export async function startPlumbing(app: Page, income = '£26,000'): Promise<void> {
  await app.getByRole('button', { name: 'Start your books' }).click();
  await app.getByLabel('Name', { exact: true }).fill('Plumbing');
  await app.getByLabel('When did it start?').fill('6/10/2024');
  const first = app.getByRole('group', { name: 'Tax return for 2024 to 2025' });
  await first.getByLabel('It was sent').check();
  await app.getByLabel('When was it sent?').fill('1 dec 2025');
  await app.getByLabel('Income before expenses: Plumbing').fill(income);
  await app.getByRole('group', { name: 'Tax return for 2025 to 2026' }).getByLabel('None yet').check();
  await app.getByLabel('I am not sure').check();
  await app.getByRole('button', { name: 'Start these books' }).click();
  await app.getByRole('navigation', { name: 'Rooms' }).waitFor();
}

export const room = (app: Page, name: string) =>
  app.getByRole('navigation', { name: 'Rooms' }).getByRole('link', { name });

export async function openExample(app: Page): Promise<void> {
  await app.getByRole('button', { name: 'Look around with example books' }).click();
  await app.getByRole('navigation', { name: 'Rooms' }).waitFor();
}

/** Presses Tab until the thing has focus, as a person without a mouse would. */
export async function tabTo(app: Page, target: Locator): Promise<void> {
  for (let n = 0; n < 60; n += 1) {
    if (await target.evaluate((node) => node === document.activeElement)) return;
    await app.keyboard.press('Tab');
  }
  await expect(target).toBeFocused();
}

/** The three questions answered without a mouse: Plumbing, since 6 October 2024, no return sent yet. */
export async function startByKeyboard(app: Page): Promise<void> {
  const type = async (label: string, text: string) => {
    await tabTo(app, app.getByLabel(label, { exact: true }));
    await app.keyboard.type(text);
  };
  await tabTo(app, app.getByRole('button', { name: 'Start your books' }));
  await app.keyboard.press('Enter');
  await expect(app.getByRole('heading', { name: 'Start your books' })).toBeFocused();
  await type('Name', 'Plumbing');
  await type('When did it start?', '6/10/2024');
  for (const years of ['2024 to 2025', '2025 to 2026']) {
    await tabTo(app, app.getByRole('group', { name: `Tax return for ${years}` }).getByLabel('It was sent'));
    await app.keyboard.press('ArrowDown');
  }
  await tabTo(app, app.getByLabel('HMRC wrote that I must'));
  await app.keyboard.press('ArrowUp');
  await expect(app.getByLabel('I am not sure')).toBeChecked();
  await tabTo(app, app.getByRole('button', { name: 'Start these books' }));
  await app.keyboard.press('Enter');
  await app.getByRole('navigation', { name: 'Rooms' }).waitFor();
}

/** Every room, as the rail has them. */
export const rooms = [
  'Overview',
  'Records',
  'Import',
  'About you',
  'Sources',
  'Dates',
  'What to do',
  'Year summary',
  'Settings',
];
