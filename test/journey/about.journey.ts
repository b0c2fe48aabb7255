/**
 * Can a person say what HMRC already knows, and does the answer follow?
 */
import { expect, test } from './host.ts';
import { room, startPlumbing } from './start.ts';

const yearOf = (years: string) => new RegExp(`^${years}`);

test('a missing tax return leads to its field, and once told it settles the year', async ({ app }) => {
  await startPlumbing(app, '£12,000');
  const year = app.getByRole('listitem').filter({ hasText: yearOf('2027 to 2028') });
  await year.getByText('2027 to 2028').click();
  await year.getByRole('link', { name: 'Say it in About you' }).click();
  const told = app.getByRole('form', { name: 'Tax return for 2025 to 2026' });
  await expect(told.getByLabel('It was sent')).toBeFocused();
  await told.getByLabel('It was sent').check();
  await told.getByLabel('When was it sent?').fill('1/10/2026');
  await told.getByRole('button', { name: 'Save the return for 2025 to 2026' }).click();
  await expect(told.getByRole('alert')).toBeFocused();
  await told.getByLabel('Box 15: Plumbing').fill('£12,000');
  await told.getByRole('button', { name: 'Save the return for 2025 to 2026' }).click();
  await expect(told.getByText('Saved.')).toBeVisible();
  await room(app, 'Overview').click();
  await expect(app.getByRole('listitem').filter({ hasText: yearOf('2027 to 2028') })).toContainText(
    '£12,000 in 2025 to 2026',
  );
});

test('what was told is there again: boxes of the short pages, a change, a reason and residence', async ({ app }) => {
  await startPlumbing(app);
  await room(app, 'About you').click();
  const told = app.getByRole('form', { name: 'Tax return for 2024 to 2025' });
  await expect(told.getByLabel('Box 15: Plumbing')).toHaveValue('26,000.00');
  await expect(told.getByRole('img', { name: /SA103F\), box 15 is for: Turnover/ })).toBeVisible();
  await told.getByLabel('Which pages did you fill in for Plumbing?').selectOption('SA103S');
  await told.getByLabel('Box 9: Plumbing').fill('24,000');
  await told.getByRole('button', { name: 'It was changed later' }).click();
  const change = told.getByRole('group', { name: 'Change 1' });
  await change.getByLabel('When was it changed?').fill('10/2/26');
  await change.getByLabel('Box 9: Plumbing').fill('25,000');
  await told.getByRole('button', { name: /^Save/ }).click();
  await expect(told.getByText('Saved.')).toBeVisible();
  await app.getByLabel('Resident in the UK in 2024 to 2025').uncheck();
  await app.getByLabel('Which is so?').selectOption({ label: 'I am a minister of religion' });
  await app.getByLabel('Since when?').fill('1/5/2020');
  await app.getByRole('button', { name: 'Add this reason' }).click();
  await expect(app.getByText('since 1 May 2020')).toBeVisible();
  await room(app, 'Overview').click();
  await room(app, 'About you').click();
  await expect(change.getByLabel('Box 9: Plumbing')).toHaveValue('25,000.00');
  await expect(change.getByLabel('When was it changed?')).toHaveValue('10 February 2026');
  await expect(app.getByLabel('Resident in the UK in 2024 to 2025')).not.toBeChecked();
  await expect(app.getByText('I am a minister of religion, since 1 May 2020')).toBeVisible();
});

test('by keyboard alone: how one reports is said, and no word of HMRC’s for it comes to the page', async ({ app }) => {
  await startPlumbing(app);
  await app.keyboard.press('Alt+4');
  await expect(app.getByRole('heading', { name: 'About you', level: 1 })).toBeVisible();
  const reporting = app.getByRole('form', { name: 'For 2026 to 2027' });
  await reporting.getByLabel('I am not sure').focus();
  await app.keyboard.press('ArrowUp');
  await expect(reporting.getByLabel('I told HMRC that I no longer send one')).toBeChecked();
  await app.keyboard.press('ArrowUp');
  await app.keyboard.press('Tab');
  await app.keyboard.press('Enter');
  await expect(reporting.getByText('Saved.')).toBeVisible();
  const replies = await app.evaluate(() => document.body.textContent);
  expect(replies).not.toMatch(/mandat|voluntary|dormant|digitally exempt|no status/i);
});

test('a reason ends on a day, what was told by mistake is removed, and undo tells it again', async ({ app }) => {
  test.slow();
  await startPlumbing(app);
  await room(app, 'About you').click();
  await app.getByLabel('Which is so?').selectOption({ label: 'I am a minister of religion' });
  await app.getByLabel('Since when?').fill('1/5/2020');
  await app.getByRole('button', { name: 'Add this reason' }).click();
  await app.getByRole('button', { name: 'It has ended' }).click();
  await expect(app.getByLabel('Until when was it so?')).toBeFocused();
  await app.keyboard.press('Enter');
  await expect(app.getByRole('alert')).toBeFocused();
  await app.getByLabel('Until when was it so?').fill('30/9/2026');
  await app.keyboard.press('Enter');
  await expect(app.getByText('from 1 May 2020 to 30 September 2026')).toBeVisible();
  await expect(app.getByRole('button', { name: 'It goes on' })).toBeFocused();
  await app.getByRole('button', { name: 'Remove I am a minister of religion' }).click();
  await expect(app.getByText('None given.')).toBeVisible();
  await expect(app.getByRole('heading', { name: 'Reasons you may not have to' })).toBeFocused();
  const told = app.getByRole('form', { name: 'Tax return for 2024 to 2025' });
  await told.getByRole('button', { name: 'Remove what I told of this return' }).click();
  await expect(told.getByLabel('It was sent')).not.toBeChecked();
  await app.getByRole('button', { name: 'Undo' }).click();
  await expect(told.getByLabel('Box 15: Plumbing')).toHaveValue('26,000.00');
});

test('beside its day it is said when an update was sent, and About you knows it', async ({ app }) => {
  await startPlumbing(app);
  await room(app, 'About you').click();
  await app
    .getByRole('form', { name: 'For 2026 to 2027' })
    .getByLabel('HMRC wrote that I must send quarterly updates')
    .check();
  await app.getByRole('form', { name: 'For 2026 to 2027' }).getByRole('button', { name: 'Save' }).click();
  await expect(app.getByText('Saved.')).toBeVisible();
  await room(app, 'Dates').click();
  await expect(app.getByRole('heading', { name: 'Due already, and not known to be sent' })).toBeVisible();
  const day = app
    .getByRole('listitem')
    .filter({ has: app.getByRole('heading', { name: '7 August 2026', exact: true }) });
  await day.getByText('Say whether it was sent').click();
  const form = app.getByRole('form', { name: 'Quarterly update 1, 2026 to 2027' });
  await form.getByLabel('When was it sent?').fill('1/12/2098');
  await form.getByRole('button', { name: 'Save' }).click();
  await expect(form.getByRole('alert')).toContainText('still to come');
  await form.getByLabel('When was it sent?').fill('20/8/2026');
  await form.getByRole('button', { name: 'Save' }).click();
  await expect(form).toHaveCount(0);
  await app.getByText('Show what has gone by').click();
  await expect(day.getByText('Sent on 20 August 2026.')).toBeVisible();
  await room(app, 'About you').click();
  await expect(app.getByText(/Quarterly update 1.*20 August 2026/).first()).toBeVisible();
});
