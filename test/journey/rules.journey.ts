/**
 * Does a rule made from one row sort all that are like it, as it said before, by mouse and by keyboard?
 */
import type { Page } from '@playwright/test';
import { broken } from './axe.ts';
import { expect, test } from './host.ts';
import { room, startPlumbing } from './start.ts';

async function soundForAll(app: Page): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await app.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    expect(await broken(app)).toEqual([]);
  }
}
test.describe.configure({ timeout: 90_000 });

const just = (app: Page) => app.getByRole('status', { name: 'Just done' });

/** Twelve months of a bank account, money in as income, the rest not sorted yet. */
async function importYear(app: Page): Promise<void> {
  await startPlumbing(app);
  await room(app, 'Import').click();
  await app.getByLabel('Bank file').setInputFiles('test/imports/fixtures/lloyds-12-months.csv');
  await app.getByLabel('Account name').fill('Business current');
  await app.getByLabel('Money coming in is').selectOption({ label: 'Income of Plumbing' });
  await app.getByRole('button', { name: 'Show what is in it' }).click();
  await app.getByRole('button', { name: 'Import 124 rows' }).click();
  await app.getByRole('button', { name: 'Sort what is left' }).click();
}

test('a rule made from a row says what it would do, does it, each record says so, and undo takes all of it back', async ({
  app,
}) => {
  await importYear(app);
  const rows = app.getByRole('region', { name: 'Bank rows not sorted yet' });
  const fuel = rows.getByRole('row').filter({ hasText: 'HILLTOP FUELS' });
  await expect(fuel.nth(1)).toBeVisible();
  const n = await fuel.count();
  await fuel.first().getByRole('checkbox').check();
  await app.getByRole('button', { name: /^Make a rule from / }).click();
  await expect(app.getByLabel('Words in the bank’s text')).toBeFocused();
  await expect(app.getByLabel('Words in the bank’s text')).toHaveValue('HILLTOP FUELS');
  await expect(app.getByLabel('Money', { exact: true })).toHaveValue('out');
  await app.getByRole('button', { name: 'Show what it would do' }).click();
  await expect(app.getByRole('alert')).toBeFocused();
  await app.getByLabel('These rows are').selectOption({ label: 'Car, van and travel' });
  await app.getByRole('button', { name: 'Show what it would do' }).click();
  await expect(app.getByText(new RegExp(`^It would sort ${n} rows \\(£[\\d,.]+ out\\)\\.$`))).toBeVisible();
  await soundForAll(app);
  await app.getByRole('button', { name: 'Keep this rule' }).click();
  await expect(just(app)).toHaveText(`Rule 1 added, ${n} rows sorted by it`);
  await expect(fuel).toHaveCount(0);
  await app.getByRole('button', { name: 'Recorded' }).click();
  const grid = app.getByRole('grid', { name: 'Records, newest first' });
  await app.getByLabel('Find words').fill('HILLTOP');
  await expect(grid.getByRole('row').filter({ hasText: 'by rule 1' })).toHaveCount(n);
  await room(app, 'Import').click();
  const list = app.getByRole('list', { name: 'Your sorting rules, in the order they are asked' });
  await expect(list.getByRole('listitem')).toContainText('“HILLTOP FUELS”, money out');
  await soundForAll(app);
  await app.getByRole('button', { name: 'Undo' }).click();
  await expect(app.getByText('No rules yet.')).toBeVisible();
  await room(app, 'Records').click();
  await expect(grid.getByRole('row').filter({ hasText: 'by rule 1' })).toHaveCount(0);
});

test('by keyboard alone: a rule is added, a second goes before it, one is changed and one removed', async ({ app }) => {
  await importYear(app);
  await app.keyboard.press('Alt+3');
  const press = async (name: string | RegExp) => {
    await app.getByRole('button', { name }).first().focus();
    await app.keyboard.press('Enter');
  };
  const add = async (words: string) => {
    await press('Add a rule');
    await app.keyboard.type(words);
    await app.getByLabel('These rows are').focus();
    await app.keyboard.type('Not business');
    await app.keyboard.press('Enter');
    await press('Show what it would do');
    await expect(app.getByText(/^It would sort/)).toBeVisible();
    await press('Keep this rule');
    await expect(app.getByRole('button', { name: 'Add a rule' })).toBeFocused();
  };
  await add('hilltop');
  await add('fuels');
  const list = app.getByRole('list', { name: 'Your sorting rules, in the order they are asked' }).getByRole('listitem');
  await expect(list).toHaveCount(2);
  await press('Move rule 2 up');
  await expect(list.first()).toContainText('Rule 2');
  await press('Change rule 1');
  await app.keyboard.press('ControlOrMeta+a');
  await app.keyboard.type('hilltop fuels');
  await press('Show what it would do');
  await press('Keep this rule');
  await expect(list.nth(1)).toContainText('“hilltop fuels”');
  await press('Remove rule 2');
  await expect(list).toHaveCount(1);
  await app.keyboard.press('ControlOrMeta+z');
  await expect(list).toHaveCount(2);
});

test('what is sorted twice the same way is offered as a rule, and not again once it is declined', async ({ app }) => {
  await importYear(app);
  const rows = app.getByRole('region', { name: 'Bank rows not sorted yet' });
  const fuel = rows.getByRole('row').filter({ hasText: 'HILLTOP FUELS' });
  for (const nth of [0, 1]) await fuel.nth(nth).getByRole('checkbox').check();
  await app.getByLabel(/^\d+ rows selected/).selectOption({ label: 'Car, van and travel' });
  await app.getByRole('button', { name: 'Sort them' }).click();
  const offers = app.getByRole('list', { name: 'Offers' });
  await expect(offers).toContainText(
    'You sorted 2 rows (“HILLTOP FUELS”, money out) as Car, van and travel (Plumbing).',
  );
  await soundForAll(app);
  await offers.getByRole('button', { name: 'No, thank you' }).click();
  await expect(offers).toHaveCount(0);
  await app.getByRole('button', { name: 'Undo' }).click();
  await offers.getByRole('button', { name: 'See this rule' }).click();
  await expect(app.getByLabel('Words in the bank’s text')).toHaveValue('HILLTOP FUELS');
});

test('a rule splits what arrives into labour and the tax a contractor took off', async ({ app }) => {
  await startPlumbing(app);
  await room(app, 'Import').click();
  const csv = `Date,Description,Amount,Balance
16/05/2026,HOLLOWAY BUILD,80.00,80.00
17/05/2026,PIPES,-20.00,60.00
18/05/2026,TAPS,-10.00,50.00
19/05/2026,MRS PENHALLOW,90.00,140.00
`;
  await app.getByLabel('Bank file').setInputFiles({ name: 'may.csv', mimeType: 'text/csv', buffer: Buffer.from(csv) });
  await app.getByLabel('Account name').fill('Business current');
  await app.getByRole('button', { name: 'Add a rule' }).click();
  await app.getByLabel('Words in the bank’s text').fill('holloway');
  await app.getByLabel('These rows are').selectOption({ label: 'Split into several' });
  const [labour, tax] = [app.getByRole('group', { name: 'Part 1' }), app.getByRole('group', { name: 'Part 2' })];
  await labour.getByLabel('Category').selectOption({ label: 'Sales and takings' });
  await labour.getByLabel('Takes').fill('125%');
  await tax.getByLabel('Category').selectOption({ label: 'Tax taken off by contractors (CIS)' });
  await tax.getByLabel('Takes').fill('20%');
  await app.getByRole('button', { name: 'Show what it would do' }).click();
  await expect(app.getByRole('alert')).toContainText('The parts do not add up to the row.');
  await tax.getByLabel('Takes').fill('25%');
  await app.getByRole('button', { name: 'Show what it would do' }).click();
  await app.getByRole('button', { name: 'Keep this rule' }).click();
  await app.getByRole('button', { name: 'Show what is in it' }).click();
  await expect(
    app.getByRole('cell', { name: /^Sales and takings, Tax taken off by contractors \(CIS\), by rule 1$/ }),
  ).toBeVisible();
  await app.getByRole('button', { name: 'Import 4 rows' }).click();
  await app.getByRole('link', { name: 'See where you stand' }).click();
  await room(app, 'Records').click();
  const rows = app
    .getByRole('grid', { name: 'Records, newest first' })
    .getByRole('row')
    .filter({ hasText: 'by rule 1' });
  await expect(rows.filter({ hasText: '£100.00' })).toHaveCount(1);
  await expect(rows.filter({ hasText: '£20.00' })).toHaveCount(1);
});
