/**
 * Does nothing that is ever shown say a word that HMRC's terminology or our manners forbid?
 */
import type { Page } from '@playwright/test';
import { expect, test } from './host.ts';
import { openExample, room, rooms, startPlumbing } from './start.ts';

/** HMRC's words for how a person reports. */
const statusWords = 'MTD|ITSA|mandat|voluntary|dormant|non-digital|digitally exempt|no status|your status';
const lawWords =
  'final declaration|submit an update|nil return|late filing penalty|points-based|qualifying income|opt in|overseas|abroad|cessation|regime|taxpayer|unexplained';
/** Words of no manners, and years written short. */
const otherWords = 'YTD|\\bFY\\b|\\b\\d\\d/\\d\\d\\b(?!/)|invalid|please|sorry|oops';
const pattern = new RegExp([statusWords, lawWords, otherWords].join('|'), 'i');

/** Everything on the page, also what is read out alone: text, labels, hints, titles, and what lies folded. */
async function everything(app: Page): Promise<string> {
  return app.evaluate(() => {
    for (const fold of document.querySelectorAll('details')) fold.open = true;
    const read = ['aria-label', 'title', 'placeholder', 'alt', 'aria-description', 'aria-roledescription'];
    const said = [...document.querySelectorAll('*')].flatMap((node) =>
      read.map((name) => node.getAttribute(name) ?? ''),
    );
    return [document.title, document.body.innerText, document.body.textContent, ...said].join('\n');
  });
}

async function clean(app: Page, where: string): Promise<void> {
  await expect(app.getByText('Fetching')).toHaveCount(0);
  expect((await everything(app)).match(pattern)?.[0], where).toBeUndefined();
}

test('the first screens, with every problem said', async ({ app }) => {
  await clean(app, 'first screen');
  await app.getByRole('button', { name: 'Start your books' }).click();
  await clean(app, 'three questions');
  await app.getByRole('button', { name: 'Start these books' }).click();
  await app.getByRole('alert').waitFor();
  await clean(app, 'problems');
});

for (const example of [
  'Look around with example books',
  'A landlord with an agent and a joint let',
  'A baker who began in October',
  'A garden designer on the way out',
])
  test(`every room of the books behind “${example}”`, async ({ app }) => {
    test.slow();
    await app.getByRole('button', { name: example }).click();
    for (const name of rooms) {
      await room(app, name).click();
      await clean(app, name);
    }
    await room(app, 'Overview').click();
    await app.getByRole('button', { name: 'Show as a table' }).click();
    await clean(app, 'the table of the chart');
  });

test('what lies over a room, and what was just done', async ({ app }) => {
  await openExample(app);
  await app.keyboard.press('Control+k');
  await app.getByRole('dialog').waitFor();
  await clean(app, 'palette');
  await app.keyboard.press('Escape');
  await app.keyboard.press('?');
  await app.getByRole('dialog').waitFor();
  await clean(app, 'key sheet');
  await app.keyboard.press('Escape');
  await app.keyboard.press('Control+z');
  await expect(app.getByRole('status', { name: 'Just done' })).not.toBeEmpty();
  await clean(app, 'toast of an undo');
  await app.keyboard.press('Control+Shift+z');
  await expect(app.getByRole('status', { name: 'Just done' })).toContainText('Done again');
  await clean(app, 'toast of a redo');
  await room(app, 'Records').click();
  await app.getByRole('row').nth(1).getByRole('checkbox').check();
  await app.getByRole('button', { name: 'Remove for good' }).click();
  await app.getByRole('button', { name: 'Remove it for good' }).click();
  await app.getByRole('alert').waitFor();
  await clean(app, 'removing for good, with its problem');
});

test('the forms of Sources and About you, with their problems', async ({ app }) => {
  test.slow();
  await openExample(app);
  await room(app, 'Sources').click();
  for (const name of ['Change Plumbing', 'Stopped for good Plumbing', 'Add a property UK property', 'Add a source']) {
    await app.getByRole('button', { name }).click();
    if (name === 'Change Plumbing') await app.getByLabel('Calendar: each ends with a month').check();
    await clean(app, name);
    if (name !== 'Change Plumbing') {
      await app.getByRole('button', { name: /^(Add|Save the day it stopped)$/ }).click();
      await app.getByRole('alert').waitFor();
      await clean(app, `${name}, with its problem`);
    }
    await app.getByRole('button', { name: 'Cancel' }).click();
  }
  await room(app, 'About you').click();
  for (const kind of await app.getByLabel('Which is so?').getByRole('option').all()) {
    const value = (await kind.getAttribute('value')) ?? '';
    await app.getByLabel('Which is so?').selectOption(value);
    await app.getByLabel('Since when?').fill(value === '' ? '' : '1/5/2020');
    await app.getByRole('button', { name: 'Add this reason' }).click();
    if (value !== '') await expect(app.getByLabel('Which is so?')).toHaveValue('');
  }
  await clean(app, 'every reason given');
  await room(app, 'Overview').click();
  await clean(app, 'an answer with every reason');
  await room(app, 'What to do').click();
  await clean(app, 'what to do with every reason');
});

test('a record edited, split and refused', async ({ app }) => {
  await openExample(app);
  await room(app, 'Records').click();
  await app.getByRole('grid').getByRole('row').nth(1).dblclick();
  await app.getByRole('form', { name: /^Edit / }).waitFor();
  await clean(app, 'edit form');
  await app.getByRole('button', { name: 'Split', exact: true }).click();
  await app.getByRole('form', { name: /^Split / }).waitFor();
  await clean(app, 'split form');
  await app.getByRole('button', { name: 'Split the record' }).click();
  await app.getByRole('alert').first().waitFor();
  await clean(app, 'split refused');
});

test('a bank’s file: its columns, its preview, its report, and what waits to be sorted', async ({ app }) => {
  test.slow();
  await startPlumbing(app);
  await room(app, 'Import').click();
  await clean(app, 'import of own books');
  const rows = [
    'Date,Description,Amount',
    '05/05/2026,OFFICE,-20.00',
    '06/05/2026,MRS PENHALLOW,450.00',
    'soon,NOBODY,1',
  ];
  const file = { name: 'may.csv', mimeType: 'text/csv', buffer: Buffer.from(rows.join('\n')) };
  const read = async (chosen: typeof file | string) => {
    await app.getByLabel('Bank file').setInputFiles(chosen);
    await app.getByLabel('Account name').fill('Business current');
    await app.getByRole('button', { name: 'Show what is in it' }).click();
  };
  await read(file);
  await app.getByRole('main').getByRole('combobox').nth(2).waitFor();
  await clean(app, 'naming columns');
  await room(app, 'Overview').click();
  await room(app, 'Import').click();
  await read('test/imports/fixtures/lloyds-12-months.csv');
  await app.getByRole('heading', { name: 'How it was read' }).waitFor();
  await clean(app, 'preview');
  await app.getByRole('button', { name: /^Import \d/ }).click();
  await app.getByRole('heading', { name: /imported$/ }).waitFor();
  await clean(app, 'report');
  await app.getByRole('button', { name: 'Sort what is left' }).click();
  await app.getByRole('region', { name: 'Bank rows not sorted yet' }).waitFor();
  await clean(app, 'not sorted yet');
  await room(app, 'Overview').click();
  await clean(app, 'an answer with rows not sorted');
});
