/**
 * What does somebody hear who does not see the page? The entry line, a form with its problems, the chart as a table, the list.
 */
import { expect, test } from './host.ts';
import { openExample, room } from './start.ts';

test('the entry line says what it is, how it is written, and has its button', async ({ app }) => {
  await openExample(app);
  await room(app, 'Records').click();
  const line = app.getByLabel('Type a record in one line');
  await expect(line).toHaveRole('textbox');
  await expect(line).toHaveAccessibleDescription('The day, the amount and what it was: 6 apr 450 rent elm rd');
  await expect(app.locator('form', { has: line })).toMatchAriaSnapshot(`
    - textbox "Type a record in one line"
    - button "Add"
    - status
  `);
});

test('what the line did not understand is asked in fields, with the rest filled in', async ({ app }) => {
  await openExample(app);
  await room(app, 'Records').click();
  await app.getByLabel('Type a record in one line').fill('6 apr 45 mrs penhallow');
  await app.keyboard.press('Enter');
  await expect(app.getByRole('status').filter({ hasText: 'Not all of it was understood.' })).toBeVisible();
  await expect(app.getByRole('form', { name: 'Add a record' })).toMatchAriaSnapshot(`
    - form "Add a record":
      - heading "Add a record" [level=2]
      - textbox "Date": 6 apr
      - combobox "Source"
      - combobox "Category"
      - textbox "Amount": "45"
      - textbox "Description": mrs penhallow
      - button "Add"
  `);
});

test('a form with problems says them first, leads to each, and says each again at its field', async ({ app }) => {
  await app.getByRole('button', { name: 'Start your books' }).click();
  await app.getByRole('button', { name: 'Start these books' }).click();
  await expect(app.getByRole('alert')).toMatchAriaSnapshot(`
    - alert:
      - heading "There is a problem" [level=2]
      - list:
        - listitem:
          - link "Enter a name for source 1, such as “Plumbing” or “12 Elm Road”"
        - listitem:
          - link "Say whether the return for 2024 to 2025 was sent"
        - listitem:
          - link "Say whether the return for 2025 to 2026 was sent"
        - listitem:
          - link "Say whether you already send quarterly updates"
  `);
  await expect(app.getByRole('group', { name: 'Source 1' })).toMatchAriaSnapshot(`
    - group "Source 1":
      - combobox "What is it?"
      - textbox "Name" [invalid]
      - textbox "When did it start?"
  `);
  await expect(app.getByLabel('Name', { exact: true })).toHaveAccessibleDescription(/Enter a name for source 1/);
  await expect(app.getByRole('group', { name: 'Tax return for 2024 to 2025' })).toHaveAccessibleDescription(
    'Say whether the return for 2024 to 2025 was sent',
  );
});

test('the chart says in a sentence what it draws, and is a table whose rows are days', async ({ app }) => {
  await openExample(app);
  await expect(
    app.getByRole('img', { name: 'Running total £16,029.68 on 20 November 2026, against the amount of £20,000.' }),
  ).toHaveAccessibleName(/By 5 April likely £25,549.49, between £[\d,.]+ and £[\d,.]+\.$/);
  await app.getByRole('button', { name: 'Show as a table' }).click();
  await expect(app.getByRole('table', { name: 'Income in 2026 to 2027 against £20,000' })).toMatchAriaSnapshot(`
    - table "Income in 2026 to 2027 against £20,000":
      - caption: Income in 2026 to 2027 against £20,000
      - rowgroup:
        - row "Date Total so far":
          - columnheader "Date"
          - columnheader "Total so far"
      - rowgroup:
        - row "8 April 2026 £230.00":
          - rowheader "8 April 2026"
          - cell "£230.00"
        - row "20 November 2026 £16,029.68":
          - rowheader "20 November 2026"
          - cell "£16,029.68"
        - row /5 April, low/:
          - rowheader "5 April, low"
        - row "5 April, likely £25,549.49":
          - rowheader "5 April, likely"
          - cell "£25,549.49"
        - row /5 April, high/:
          - rowheader "5 April, high"
  `);
});

test('the list of records is a grid with named columns, and each row can be told by its words', async ({ app }) => {
  await openExample(app);
  await room(app, 'Records').click();
  const grid = app.getByRole('grid', { name: 'Records, newest first' });
  await expect(grid.getByRole('columnheader').filter({ hasText: /\w/ })).toHaveText([
    'Date',
    'Description',
    'Money in',
    'Money out',
  ]);
  await expect(grid.getByRole('row', { name: /Mortgage interest, 15 Nov 2026/ })).toMatchAriaSnapshot(`
    - row /Mortgage interest/:
      - gridcell "Select Mortgage interest, 15 Nov 2026":
        - checkbox "Select Mortgage interest, 15 Nov 2026"
      - gridcell "15 Nov 2026"
      - gridcell /Flat 2, 14 Harbour Row/
      - gridcell /£312\\.40.*your share £156\\.20/
  `);
});

test('a source says what it is, and each of its buttons what it is about', async ({ app }) => {
  await openExample(app);
  await room(app, 'Sources').click();
  await expect(app.getByRole('main')).toMatchAriaSnapshot(`
    - main:
      - heading "Sources" [level=1]
      - list:
        - listitem:
          - heading "Plumbing" [level=2]
          - paragraph: Trade, since 1 May 2019
          - paragraph: Cash basis, standard update periods
          - paragraph:
            - button "Change Plumbing"
            - button "Stopped for good Plumbing"
            - button "Remove Plumbing"
        - listitem:
          - heading "UK property" [level=2]
          - list:
            - listitem:
              - strong: Flat 2, 14 Harbour Row
              - button "Change your share Flat 2, 14 Harbour Row"
              - button "Change Flat 2, 14 Harbour Row"
              - button "Remove Flat 2, 14 Harbour Row"
          - paragraph:
            - button "Change UK property"
            - button "Add a property UK property"
            - button "Stopped for good UK property"
            - button "Remove UK property"
      - paragraph:
        - button "Add a source"
  `);
});
