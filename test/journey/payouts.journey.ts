/**
 * Is a payment that arrived after deductions named on the Overview until it is put back to what it was, or said to be whole?
 */
import type { Page } from '@playwright/test';
import { broken } from './axe.ts';
import { expect, test } from './host.ts';
import { room, startPlumbing } from './start.ts';

test.describe.configure({ timeout: 90_000 });

async function soundForAll(app: Page): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await app.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    expect(await broken(app)).toEqual([]);
  }
}
const just = (app: Page) => app.getByRole('status', { name: 'Just done' });

const statement = `Date,Description,Amount,Balance
14/05/2026,STRIPE PAYMENTS UK,96.55,96.55
15/05/2026,STRIPE PAYMENTS UK,50.00,146.55
16/05/2026,HOLLOWAY BUILD LTD,800.00,946.55
17/05/2026,PIPES,-20.00,926.55
`;

test('payouts are put back to the penny by mouse and by keyboard, said to be whole, and then the Overview is quiet', async ({
  app,
}) => {
  await startPlumbing(app);
  await room(app, 'Import').click();
  await app
    .getByLabel('Bank file')
    .setInputFiles({ name: 'may.csv', mimeType: 'text/csv', buffer: Buffer.from(statement) });
  await app.getByLabel('Account name').fill('Business current');
  await app.getByLabel('Money coming in is').selectOption({ label: 'Income of Plumbing' });
  await app.getByRole('button', { name: 'Show what is in it' }).click();
  await app.getByRole('button', { name: 'Import 4 rows' }).click();
  await app.getByRole('link', { name: 'See where you stand' }).click();
  const notice = app.getByText('2 payouts look as though something was taken off first: £146.55.');
  await expect(notice).toBeVisible();
  await app.getByRole('button', { name: 'See them' }).click();
  await app.getByRole('button', { name: 'Put back what was taken off STRIPE PAYMENTS UK, 14 May 2026' }).click();
  await app.getByLabel('Fee', { exact: true }).fill('3.45');
  await app.getByRole('button', { name: 'Work it out' }).click();
  await expect(app.getByText('£100.00 − £3.45 = £96.55, which is what arrived')).toBeVisible();
  await soundForAll(app);
  await app.getByRole('button', { name: 'Record it so' }).click();
  await expect(just(app)).toHaveText('Recorded with what was taken off');
  await expect(app.getByText('Stripe: 1 payment, £50.00')).toBeVisible();
  await app.getByRole('button', { name: 'Everything from Stripe is whole' }).focus();
  await app.keyboard.press('Enter');
  await expect(app.getByText('No payment looks as though something was taken off first.')).toBeVisible();
  await room(app, 'Overview').click();
  await expect(app.getByRole('heading', { name: 'Year by year' })).toBeVisible();
  await expect(app.getByText(/something was taken off first/)).toHaveCount(0);
});

test('a contractor’s tax is worked out from what arrived, where the record is split', async ({ app }) => {
  await startPlumbing(app);
  await room(app, 'Records').click();
  await app.getByLabel('Type a record in one line').fill('16 may 800 sales holloway build');
  await app.keyboard.press('Enter');
  const rows = app.getByRole('grid', { name: 'Records, newest first' }).getByRole('row');
  await rows.filter({ hasText: 'holloway' }).focus();
  await app.keyboard.press('Enter');
  await app.getByRole('button', { name: 'Split', exact: true }).click();
  await app.getByRole('button', { name: 'It arrived after deductions' }).click();
  await app.getByLabel('Tax, by a contractor (CIS)').check();
  await app.getByRole('button', { name: 'Work it out' }).click();
  await expect(app.getByText('£1,000.00 − £200.00 = £800.00, which is what arrived')).toBeVisible();
  await app.getByLabel('30%, the higher rate').check();
  await app.getByLabel('Of what arrived, for materials').fill('100');
  await app.getByRole('button', { name: 'Work it out' }).click();
  await expect(app.getByText('£1,100.00 − £300.00 = £800.00, which is what arrived')).toBeVisible();
  await app.getByRole('button', { name: 'Record it so' }).click();
  await expect(app.getByRole('button', { name: 'Record it so' })).toBeHidden();
  await expect(rows.filter({ hasText: 'Tax taken off by contractors (CIS)' })).toContainText('£300.00');
});
