/**
 * What does a person read when something cannot be done, and what are they told to do about it?
 *
 * One sentence for each problem code. It says what to do; it never says invalid, sorry or please.
 */
import type { Problem } from '../values/outcome.ts';
import { sayable } from '../values/sayable.ts';
import { otherFiles } from './bankFiles.ts';

type Words = (v: Readonly<Record<string, string | number>>) => string;

const problems: Readonly<Record<string, Words>> = {
  // input and facts
  'input-unreadable': () => 'This could not be read. Check that it is the file you meant.',
  'json-unreadable': (v) => `This is not JSON: ${v['detail'] ?? ''}. Check the file, or make it again.`,
  'key-unknown': (v) => `"${v['key']}" is not a name used here. Check its spelling, or leave it out.`,
  'key-missing': () => 'This is needed. Add it.',
  'as-at-missing': () =>
    'Say the day to look from: "asAt": "2026-12-01" in the facts, or --as-at 2026-12-01 in the command.',
  'value-unusable': (v) => `${v['found']} cannot be used here. Check what belongs in this place.`,
  'value-not-listed': (v) => `${v['found']} cannot be used here. Use ${v['allowed']}.`,
  'facts-not-object': () =>
    'This is not one object of facts. Write { "asAt": "2026-11-22", … }; for many people, one object a line, use --ndjson.',
  'number-not-whole': (v) => `${v['found']} cannot be used here. Use a whole number, 0 or more.`,
  'reporting-unknown': () =>
    'This is not one of HMRC’s words for how somebody reports. Write it exactly as HMRC’s service has it.',
  'amount-negative': (v) =>
    `${v['found']} is less than nothing. Enter what it was before anything was taken off, 0 or more.`,
  'amendment-before-return': () => 'This return is changed before it was sent. Check both days.',
  'amendment-without-return': () => 'A return that was not sent cannot have been changed. Enter the day it was sent.',
  'period-elsewhere': (v) =>
    `This period has no day in the tax year ${v['taxYear']} of its return. Check its days, and the year.`,
  'date-impossible': (v) =>
    `${v['found']} is not a day in the calendar, or not written as one. Write a real day as YYYY-MM-DD, such as "2026-04-06".`,
  'date-unreadable': (v) => `"${v['found']}" could not be read as a date. Enter it like 6/4/2026 or 6 Apr 2026.`,
  'tax-year-unknown': (v) => `${v['found']} is not a tax year. Write it like "2026-27".`,
  'money-unreadable': (v) =>
    `${v['found']} is not an amount. Write pounds as text with at most two decimals, such as "52000.00".`,
  'money-missing': () => 'Enter the amount, in pounds and pence.',
  'share-unreadable': (v) => `"${v['found']}" is not a share. Enter part of a whole, such as 0.5 or 1/3.`,
  'id-unusable': (v) =>
    `${v['found']} cannot be an id. Use letters, digits, spaces, dots, dashes or underscores, 64 at most.`,
  'box-unreadable': (v) => `${v['found']} is not a box number. Copy it from the tax return, such as "15".`,
  'period-backwards': () => 'This period ends before it begins. Swap its dates.',
  'ceased-before-started': () => 'It stopped before it started. Check both dates.',
  'facts-repeat': (v) => `${v['what']} stands here twice. Keep the one that is right.`,
  'file-missing': (v) => `There is no file called ${v['file']}. Check the name.`,
  'file-unreadable': (v) => `${v['file']} could not be read: ${v['detail']}. Check that you may open it.`,
  'file-unwritable': (v) => `${v['file']} could not be written: ${v['detail']}. Choose another place.`,
  'file-exists': (v) => `${v['file']} is there already, and nothing is written over. Choose another name.`,
  'file-handle-unknown': () => 'This file is no longer at hand. Choose it again.',
  // operations, hosts and commands
  'operation-unknown': (v) => `Quarterday cannot do "${v['name']}". Use the newest version of it.`,
  'app-fault': () => 'Quarterday failed at this, and the fault is its own. Open it again and try once more.',
  'request-too-large': () => 'This is too much at once. Send it in smaller parts.',
  'file-too-large': (v) => `${v['file']} is larger than ${v['megabytes']} MB. Download a shorter period from the bank.`,
  'books-none': () => 'There are no books open. Start your books, or look around with example books.',
  'books-exist': () => 'You have books already, and they are kept as they are. Open them.',
  'example-closed-to-imports': () => 'These are example books. Start your own books, then import the file there.',
  'example-unknown': (v) => `There is no example called "${v['name']}". Use one of these: ${v['names']}.`,
  'columns-unnamed': (v) => `${v['question']} Import it in the app, and name its columns there.`,
  'columns-to-confirm': (v) =>
    `${v['question']} If this is right, say so; if not, change it: --columns "${v['said']}".`,
  'columns-to-name': (v) =>
    `${v['question']} Its columns: ${v['columns']}. Say it so: --columns "date=…, order=day-first, description=…, amount=…", or in=… and out=… for two columns of money.`,
  'columns-missing': (v) =>
    `Say at least the date, the order of dates (day-first, month-first or year-first), the description and the amount. Words for columns: ${v['words']}.`,
  'column-word-unknown': (v) => `There is no word "${v['word']}" for a column. Words: ${v['words']}.`,
  'column-not-there': (v) => `There is no column "${v['column']}" in this file. Its columns: ${v['columns']}.`,
  'columns-of-several': () =>
    'This file holds several accounts, and its layout is known. Name the accounts with --names instead.',
  'source-needed': () => 'Add at least one trade or property.',
  'name-missing': () => 'Enter a name.',
  'date-missing': () => 'Enter the date.',
  'date-ahead': (v) => `${v['found']} is still to come. Enter the day it happened.`,
  'amount-unreadable': (v) =>
    `"${v['found']}" could not be read as an amount. Enter pounds and pence, such as 1234.50.`,
  'attachment-kind': (v) => `${v['file']} is not a PDF, PNG, JPEG, WebP or HEIC. Save it as one of these first.`,
  'attachment-too-large': (v) => `${v['file']} is larger than ${v['megabytes']} MB. Save it smaller, then attach it.`,
  'attachment-there': (v) => `${v['file']} is attached to this record already.`,
  'attachment-unknown': () => 'This file is no longer with the record. Look at its files again.',
  'attachment-damaged': (v) => `${v['file']} is no longer what was attached. Take it from a backup.`,
  'quarter-without-year': () => 'Choose the tax year that the quarter is in.',
  'income-negative': () => 'Enter income before expenses are taken off. It cannot be less than 0.',
  'income-before-start': (v) =>
    `${v['source']} started after this tax year ended. Check the amount, or when it started.`,
  'share-of-trade': () => 'A trade is yours as a whole. Enter 1, or leave the share out.',
  'rules-unknown': (v) => `There are no rules called "${v['name']}". Use "2026-regulations" or "2021-published".`,
  'export-unknown': (v) => `"${v['name']}" is not a kind of file made here. Use "csv".`,
  // the ledger
  'ledger-sealed': (v) =>
    `${v['file']} is a copy locked with a passphrase. Bring it back with its passphrase; the books are checked then.`,
  'ledger-unknown': (v) => `${v['file']} does not hold Quarterday books. Choose another file.`,
  'ledger-newer': (v) =>
    `${v['file']} was written by a newer Quarterday (version ${v['version']} of the books; this one knows ${v['known']}). Update the app, then open it.`,
  'ledger-damaged': () => 'These books are damaged. Leave the file as it is and restore the latest backup.',
  'ledger-in-use': () => 'Another program is writing to these books. Close it there, then try again.',
  'backup-unsound': () =>
    'These books do not pass their check, so nothing was copied. Keep the file, and restore an earlier backup.',
  'passphrase-needed': () => 'This copy is locked with a passphrase. Give the file that holds it.',
  'passphrase-wrong': () => 'This passphrase does not open the copy, or the copy was changed. Check both.',
  'passphrase-short': () => 'A passphrase needs at least 12 characters. Choose a longer one.',
  'asked-no-longer': () => 'This is not being asked any more. Ask again.',
  'copy-locked': () => 'This copy is locked with a passphrase. Enter it.',
  'copy-gone': () => 'This copy is no longer there. Look at the list again.',
  'ledger-unsound': (v) =>
    `These books do not pass their check (${v['detail']}), so no figure leaves them. Run verify, and restore a backup.`,
  'ledger-moved': () =>
    'The file of these books was moved, replaced or deleted while they were open, and nothing was written. Put it back, or restore the latest backup, and open it again.',
  'ledger-held': (v) =>
    `These books are open in another Quarterday (process ${v['process']} on this computer). Close it there to write; looking works meanwhile.`,
  'ledger-held-elsewhere': (v) =>
    `These books are open on the computer ${v['computer']}. Close them there to write. If it is off for good, delete ${v['lock']}.`,
  'import-stopped': () => 'Stopped. Nothing of the file was kept.',
  'ledger-busy': () => 'A bank file is being imported. Finish that first.',
  'ledger-disk-full': () => 'The disk is full, and nothing was written. Free some space, then try again.',
  'ledger-read-only': () =>
    'These books can only be read here, and nothing was written. Move the file to a folder you may write to.',
  'ledger-io': () => 'The disk did not answer, and nothing was written. Check that it is connected, then try again.',
  'source-unknown': (v) => `There is no source called "${v['source']}". Check its id, or add it first.`,
  'source-exists': (v) => `There is a source called "${v['source']}" already. Choose another id.`,
  'property-source-once': () =>
    'All property of this kind is one source, and it is there already. Add a letting to it.',
  'property-sources-meet': () =>
    'Another source holds property of this kind on the same days. Choose days that do not meet its own.',
  'periods-settled': (v) =>
    `An update for ${v['year']} was sent already, so its periods stay as they are. Choose from the next tax year on.`,
  'source-has-records': (v) =>
    `It still has ${v['records'] === 1 ? 'a record' : `${v['records']} records`}. Move or remove them in Records first.`,
  'source-in-rules': () => 'A sorting rule still sends bank rows to it. Change or remove the rule in Import first.',
  'source-told': () =>
    'A tax return, an update or a reason still names it. Remove that in About you first, or say when it stopped for good.',
  'told-unknown': () => 'This is no longer told. Look at the list again.',
  'letting-unknown': (v) =>
    `There is no letting called "${v['letting']}" under "${v['source']}". Check its id, or add it first.`,
  'letting-exists': (v) =>
    `There is a letting called "${v['letting']}" already. Choose another id, or say from when the new share holds.`,
  'letting-needed': (v) => `"${v['source']}" has several lettings. Say which one this is for.`,
  'letting-of-trade': () => 'A trade has no lettings. Choose a property source.',
  'share-exists': (v) => `"${v['letting']}" has a share from ${v['date']} already. Choose another day.`,
  'share-before-first': (v) =>
    `No share of "${v['letting']}" is known for ${v['date']}. Add the share that held then first.`,
  'category-unknown': (v) => `"${v['category']}" is not a category of this source. Use one of these: ${v['choices']}.`,
  'money-too-large': () => 'This is more than £99,999,999,999.99. Check the amount.',
  'text-too-long': () => 'This has more than 10,000 characters. Shorten it.',
  'text-unusable': () => 'This text holds a character that cannot be kept. Type it again.',
  'split-unequal': (v) =>
    `The records of line ${v['line']} do not add up to its bank row. Make them the same to the penny.`,
  'row-unknown': (v) => `There is no bank row ${v['row']}. Look at the list again.`,
  'row-sorted': (v) => `Bank row ${v['row']} has been sorted already. Look at the list again.`,
  'row-held': (v) => `Bank row ${v['row']} may be one that is here already. Say first whether it is.`,
  'row-not-held': (v) => `Bank row ${v['row']} is not held as a question. Look at the list again.`,
  'row-alike-gone': (v) =>
    `The row that bank row ${v['row']} is equal to is no longer in your books. Keep it as another.`,
  'record-unknown': (v) => `There is no record ${v['record']}, or it was corrected since. Look at the list again.`,
  'bank-row-amount': () => 'This record came from the bank. Keep the money that moved, or split it into parts.',
  'parts-unequal': () => 'The parts do not add up to the record. Make them the same to the penny.',
  'gross-impossible': () => 'This cannot have been taken off what arrived. Check the amounts against the statement.',
  'gross-of-property': () => 'A contractor takes tax off work, not off rent. Choose what was taken off.',
  'rule-unknown': (v) => `There is no sorting rule ${v['number']}. Look at the list of rules.`,
  'rule-fits-all': () => 'This rule would fit every row. Say words of the bank’s text, an account or an amount.',
  'rule-range-backwards': () => 'The smallest amount is more than the largest. Swap them.',
  'rule-parts-unequal': () =>
    'The parts do not add up to the row. Make the percentages 100 in all, or let one part take the rest.',
  'rule-parts-unreadable': (v) =>
    `"${v['found']}" is not part of a row. Write a category with 60%, 12.50 or rest behind it.`,
  'nothing-to-undo': () => 'There is nothing to undo.',
  'nothing-to-redo': () => 'There is nothing to do again.',
  'import-unknown': (v) => `Action ${v['import']} is not an import that is in the books. Look at the history.`,
  'erased-before': () => 'This was removed for good before. Look at the history.',
  'import-changed': (v) =>
    `${v['count']} of its records were changed or sorted since (${v['records']}). Look at them, or remove it anyway.`,
  // what a check of the books found
  'pages-damaged': () => 'The file itself is damaged. Leave it as it is and restore the latest backup.',
  'chain-broken': (v) =>
    `The history of these books was changed from outside, at ${v['detail']}. Restore a backup from before.`,
  'payload-missing': (v) => `Part of the history is gone, at ${v['detail']}. Restore a backup from before.`,
  'payload-changed': (v) =>
    `Part of the history was changed from outside, at ${v['detail']}. Restore a backup from before.`,
  'payload-added': () => 'Something was added to the history from outside. Restore a backup from before.',
  'row-missing': (v) => `An entry is gone, at ${v['detail']}. Restore a backup from before.`,
  'row-changed': (v) => `An entry was changed from outside, at ${v['detail']}. Restore a backup from before.`,
  'row-added': (v) => `An entry was added from outside (${v['detail']}). Restore a backup from before.`,
  'description-changed': (v) =>
    `What the file says of its own tables has changed (${v['detail']}). Restore a backup from before.`,
  'words-differ': (v) =>
    `The index for finding words does not agree with ${v['detail']}. Restore a backup from before.`,
  'totals-differ': (v) =>
    `The kept totals do not agree with the records (${v['detail']}). Restore a backup from before.`,

  // a bank's file, and rows of it that are not taken in
  'bank-file-empty': () => 'This file is empty. Download the statement again.',
  'bank-file-is': (v) =>
    otherFiles[v['kind'] ?? ''] ?? 'This is not a CSV file from a bank. Download the statement as CSV.',
  'bank-file-no-rows': () =>
    'No row of this file has a date and an amount. Check that it is the statement you downloaded from your bank.',
  'bank-file-own': () =>
    'This is a year’s summary made by Quarterday: totals, and no payments. What it adds up is in your books already.',
  'bank-unknown': (v) => `No layout is called "${v['profile']}". Leave it out to have it found.`,
  'bank-layout-missing': (v) =>
    `This file is not laid out like one from ${v['bank']}. Leave the bank out to have it found.`,
  'accounts-unnamed': (v) => `This file holds several accounts (${v['accounts']}). Say what each is called.`,
  'account-names-same': () => 'Two accounts have the same name. Give each a name of its own.',
  'mapping-column-missing': () => 'This file does not have all the columns named. Say again which column is which.',
  'mapping-column-twice': () => 'One column is named for two things. Choose another column for one of them.',
  'mapping-amount-unclear': () =>
    'Choose one column for amounts, or one for money in and one for money out, or all three of gross, fee and net.',
  'row-unreadable': () => 'This row has marks in it that are not text. Download the statement again.',
  'row-too-long': () => 'This line is too long for a row of a statement. Download the statement again.',
  'row-quotation-marks': () =>
    'The quotation marks in this row do not match. Correct them, or download the statement again.',
  'row-width': (v) =>
    `This row has ${v['found']} columns where ${v['expected']} are needed. Compare it with the bank’s own page.`,
  'row-date-empty': () => 'There is no date. Compare the row with the bank’s own page.',
  'row-date-unreadable': (v) => `"${v['found']}" is not a date as the rest of this file writes them.`,
  'row-date-impossible': (v) =>
    `"${v['found']}" is not a day in the calendar. Check how dates are written in this file.`,
  'row-amount-unreadable': (v) =>
    `"${v['found']}" stands where an amount should be. Compare the row with the bank’s own page.`,
  'row-amount-empty': () => 'There is no amount. Compare the row with the bank’s own page.',
  'row-gross-net': (v) =>
    `${v['gross']} less ${v['fee'] === '' ? '0' : v['fee']} is not what arrived. Correct the row, then import the file.`,
  'row-amount-neither': (v) => `There is no amount here and none in "${v['other']}". One of them is needed.`,
  'row-amount-both': (v) => `There is an amount here and one in "${v['other']}". Only one of them can be right.`,
  'row-amount-negative': (v) =>
    `${v['found']} has a minus in a column that takes none. Compare the row with the bank’s own page.`,
  'row-amount-positive': (v) => `${v['found']} has no minus in a column where every amount has one.`,
  'row-amounts-disagree': (v) => `${v['found']} is not what the columns for money in and out say.`,
  'row-currency': (v) => `This row is in "${v['found']}". Rows in pounds (GBP) are read; enter this one by hand.`,
  'row-direction': (v) =>
    `"${v['found']}" does not say whether money came in or went out. Compare the row with the bank’s own page.`,
  'row-sort-code': () => 'This is not a sort code of six digits. Compare the row with the bank’s own page.',
  'row-account-number': () => 'This is not an account number. Compare the row with the bank’s own page.',
  'row-other-account': (v) =>
    `This row belongs to the account ending ${v['found']}, those before it to ${v['owner']}. Import each account by itself.`,
  'row-out-of-order': () =>
    'This day stands in two places far apart in a very long file. Sort the file by date and import it again.',
  'row-total-too-large': () =>
    'With this row the amounts add up to more than can be kept. Check the amounts of this file.',
};

/** The sentence for a problem. A code without one is our mistake, and a test finds it. */
export function problemText(problem: Problem): string {
  const words = problems[problem.code];
  if (words === undefined) throw new Error(`no words for the problem ${problem.code}`);
  const { copy } = problem.values;
  const text = words(said(problem.values));
  return copy === undefined ? text : `${text} ${newestSound(copy)}`;
}

/** The values as they may be said back; a file is named as it is called, or it could not be found. */
const said = (values: Problem['values']): Problem['values'] =>
  Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      name,
      typeof value === 'string' && name !== 'file' ? sayable(value) : value,
    ]),
  );

/** Which copy damaged books come back from. */
export const newestSound = (copy: string | number): string => `The newest backup that passes its check is "${copy}".`;

export const problemCodes: readonly string[] = Object.keys(problems);
