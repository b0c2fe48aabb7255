/**
 * Are receipts kept with a record, however they are given, seen again, and taken off?
 */
import type { Page } from '@playwright/test';
import { readFileSync } from 'node:fs';
import { broken } from './axe.ts';
import { expect, test } from './host.ts';
import { room, startPlumbing } from './start.ts';

const just = (app: Page) => app.getByRole('status', { name: 'Just done' });
const grid = (app: Page) => app.getByRole('grid', { name: 'Records, newest first' });
const picture = readFileSync('assets/icon.png');
const pdf = { name: 'boiler invoice.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7 a boiler') };

async function oneRecord(app: Page): Promise<void> {
  await startPlumbing(app);
  await room(app, 'Records').click();
  await app.getByLabel('Type a record in one line').fill('1 may 100 sales boiler');
  await app.keyboard.press('Enter');
  await expect(just(app)).toHaveText('Record added as Sales and takings');
}

/** Gives the record a file as the system would, by `drop` or `paste`. */
async function give(app: Page, how: 'drop' | 'paste', name: string, bytes: Buffer): Promise<void> {
  const row = grid(app).getByRole('row').nth(1);
  await row.focus();
  await row.evaluate(
    (node, [kind, file, base64]) => {
      const data = new DataTransfer();
      const content = Uint8Array.from(atob(base64), (c) => c.codePointAt(0) ?? 0);
      data.items.add(new File([content], file, { type: 'image/png' }));
      const event =
        kind === 'paste'
          ? new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true })
          : new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true });
      node.dispatchEvent(event);
    },
    [how, name, bytes.toString('base64')] as const,
  );
}

test('a receipt is dropped on a record, another pasted; both are marked, seen, and undone', async ({ app }) => {
  test.slow();
  await oneRecord(app);
  const row = grid(app).getByRole('row').nth(1);
  await give(app, 'drop', 'receipt.png', picture);
  await expect(just(app)).toHaveText('1 file kept with the record');
  await expect(row).toContainText('1 file');
  await give(app, 'paste', 'again.png', picture);
  await expect(just(app)).toContainText('again.png is attached to this record already');
  await row.focus();
  await app.keyboard.press('Enter');
  const files = app.getByRole('region', { name: 'Files kept with sales boiler' });
  await expect(files.getByText('PNG picture')).toBeVisible();
  await files.getByRole('button', { name: 'Show receipt.png' }).click();
  const image = files.getByRole('img', { name: 'receipt.png, as it was given' });
  await expect(image).toBeVisible();
  expect(await image.evaluate((node: HTMLImageElement) => node.naturalWidth)).toBeGreaterThan(0);
  expect(await broken(app)).toEqual([]);
  await files.getByRole('button', { name: 'Take off receipt.png' }).click();
  await expect(just(app)).toHaveText('receipt.png taken off the record');
  await expect(files.getByText('None yet.')).toBeVisible();
  await expect(files.getByRole('button', { name: 'Choose files' })).toBeFocused();
  await app.getByRole('button', { name: 'Undo' }).click();
  await expect(files.getByText('receipt.png')).toBeVisible();
});

test('a PDF is chosen by its button and saved as it was; what is no receipt is refused in words', async ({ app }) => {
  await oneRecord(app);
  await grid(app).getByRole('row').nth(1).focus();
  await app.keyboard.press('F2');
  const files = app.getByRole('region', { name: 'Files kept with sales boiler' });
  await expect(files.getByText('up to 20 MB each')).toBeVisible();
  await files.getByLabel('Choose files').setInputFiles(pdf);
  await expect(files.getByText('boiler invoice.pdf')).toBeVisible();
  await expect(files.getByRole('button', { name: 'Show boiler invoice.pdf' })).toHaveCount(0);
  const saving = app.waitForEvent('download');
  await files.getByRole('button', { name: 'Save boiler invoice.pdf' }).click();
  const saved = await saving;
  expect(saved.suggestedFilename()).toBe('boiler invoice.pdf');
  expect(readFileSync(await saved.path())).toEqual(pdf.buffer);
  const page = { name: 'page.pdf', mimeType: 'application/pdf', buffer: Buffer.from('<html>') };
  await files.getByLabel('Choose files').setInputFiles(page);
  await expect(just(app)).toContainText('page.pdf is not a PDF, PNG, JPEG, WebP or HEIC');
});

test('a receipt that should never have been there is removed for good, and the record stays', async ({ app }) => {
  await oneRecord(app);
  await give(app, 'drop', 'passport.png', picture);
  await expect(just(app)).toHaveText('1 file kept with the record');
  await grid(app).getByRole('row').nth(1).focus();
  await app.keyboard.press('Enter');
  const files = app.getByRole('region', { name: 'Files kept with sales boiler' });
  await files.getByRole('button', { name: 'Remove for good: passport.png' }).click();
  const dialog = app.getByRole('dialog', { name: 'Remove passport.png for good' });
  await expect(dialog).toContainText('1 file. It goes from every record that has it.');
  await dialog.getByRole('checkbox').check();
  await dialog.getByRole('button', { name: 'Remove it for good' }).click();
  await expect(just(app)).toContainText('Removed for good');
  await expect(files.getByText('None yet.')).toBeVisible();
  await expect(files.getByRole('button', { name: 'Choose files' })).toBeFocused();
  await expect(grid(app).getByLabel('Amount')).toHaveValue('100.00');
});

test('what is dropped beside the records goes to Import', async ({ app }) => {
  await oneRecord(app);
  await app.evaluate(() => {
    const data = new DataTransfer();
    data.items.add(new File(['Date,Amount'], 'bank.csv', { type: 'text/csv' }));
    document.body.dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }));
  });
  await expect(app.getByRole('heading', { name: 'Import', level: 1 })).toBeVisible();
  await expect(app.getByText('bank.csv')).toBeVisible();
});
