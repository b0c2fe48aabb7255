import { describe, expect, test } from 'vitest';
import { summaryCsv } from '../../main/exports/summaryCsv.ts';
import type { TaxYear } from '../../shared/values/dates.ts';
import { problemText } from '../../shared/wording/problems.ts';
import { fixture, listed, readAll, refusal, text, verdict } from './reading.ts';

const lloydsHeader =
  'Transaction Date,Transaction Type,Sort Code,Account Number,Transaction Description,Debit Amount,Credit Amount,Balance';
const monzoHeader =
  'Transaction ID,Date,Time,Type,Name,Emoji,Category,Amount,Currency,Local amount,Local currency,Notes and #tags,Address,Receipt,Description,Category split,Money Out,Money In';
const ownSummary = summaryCsv({ taxYear: '2026-27' as TaxYear, records: 0, sources: [] });
const ownSummaryAgain = Buffer.from(`"${Buffer.from(ownSummary).toString('utf8').trim().replaceAll(',', '";"')}"\n`);
const bytes = (...values: number[]): Uint8Array => Uint8Array.from(values);

describe('a file that is no bank’s rows is refused by name', () => {
  test.each([
    ['an empty file', bytes(), 'bank-file-empty'],
    ['a mark and nothing after it', bytes(0xef, 0xbb, 0xbf), 'bank-file-empty'],
    ['a JPEG', bytes(0xff, 0xd8, 0xff, 0xe0, 0, 16, 0x4a, 0x46, 0x49, 0x46), 'bank-file-is picture'],
    ['a PNG', bytes(0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10), 'bank-file-is picture'],
    ['an iPhone picture', Buffer.from('\0\0\0\u0018ftypheic\0\0\0\0', 'latin1'), 'bank-file-is picture'],
    ['a PDF', Buffer.from('%PDF-1.7\n1 0 obj'), 'bank-file-is pdf'],
    ['a zip', Buffer.from('PK\u0003\u0004\u0014\0statement.csv', 'latin1'), 'bank-file-is archive'],
    ['an Excel workbook', Buffer.from('PK\u0003\u0004\u0014\0[Content_Types].xml', 'latin1'), 'bank-file-is workbook'],
    ['an old Excel file', bytes(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1), 'bank-file-is old-workbook'],
    ['a web page', Buffer.from('\n<!DOCTYPE html><html><body>Sign in'), 'bank-file-is web-page'],
    ['books', Buffer.from('SQLite format 3\0\u0010'), 'bank-file-is books'],
    ['facts', Buffer.from('{ "asAt": "2026-11-22" }'), 'bank-file-is json'],
    ['our own year summary', ownSummary, 'bank-file-own'],
    ['our own year summary, saved again by a spreadsheet', ownSummaryAgain, 'bank-file-own'],
    ['UTF-16 without a mark', Buffer.from('Date,Description,Amount\n', 'utf16le'), 'bank-file-is utf-16'],
    ['bytes with nought among them', bytes(1, 0, 0, 2, 0, 3, 65, 66), 'bank-file-is binary'],
    [
      'a letter to a friend',
      text('Dear Wren,', 'thank you for the jam, the bread, and 3.20 change.'),
      'bank-file-no-rows',
    ],
    ['blank lines', text('', '', ''), 'bank-file-no-rows'],
    ['a header and nothing under it', text('Date,Description,Amount'), 'bank-file-no-rows'],
  ])('%s', async (_, file, expected) => expect(await verdict(file)).toBe(expected));

  test('a bank named by the person whose header is not there', async () => {
    expect(await verdict(fixture('lloyds-12-months.csv'), { profile: 'monzo' })).toBe('bank-layout-missing Monzo');
    expect(await verdict(fixture('lloyds-12-months.csv'), { profile: 'lloyds' })).toBe('read');
    expect(await verdict(fixture('lloyds-12-months.csv'), { profile: 'quagmire' })).toBe('bank-unknown quagmire');
  });
});

describe('a row that cannot be certain is refused by line and column, and the rows around it are read', () => {
  const before = "01/05/2025,FPI,'12-34-56,12345678,BEFORE,,10.00,110.00";
  const after = "30/04/2025,FPI,'12-34-56,12345678,AFTER,,5.00,100.00";
  test.each([
    ['31 February', "31/02/2025,DEB,'12-34-56,12345678,TEA,1.00,,1.00", 'Transaction Date | row-date-impossible'],
    [
      '29 February of a common year',
      "29/02/2025,DEB,'12-34-56,12345678,TEA,1.00,,1.00",
      'Transaction Date | row-date-impossible',
    ],
    ['no date', ",DEB,'12-34-56,12345678,TEA,1.00,,1.00", 'Transaction Date | row-date-empty'],
    ['words for a date', "lately,DEB,'12-34-56,12345678,TEA,1.00,,1.00", 'Transaction Date | row-date-unreadable'],
    [
      'the words in the amount’s column',
      "01/05/2025,DEB,'12-34-56,12345678,1.00,TEA,,1.00",
      'Debit Amount | row-amount-unreadable',
    ],
    ['both columns filled', "01/05/2025,DEB,'12-34-56,12345678,TEA,1.00,1.00,1.00", 'Credit Amount | row-amount-both'],
    ['neither column filled', "01/05/2025,DEB,'12-34-56,12345678,TEA,,,1.00", 'Credit Amount | row-amount-neither'],
    ['a minus in money out', "01/05/2025,DEB,'12-34-56,12345678,TEA,-1.00,,1.00", 'Debit Amount | row-amount-negative'],
    ['a minus in money in', "01/05/2025,DEB,'12-34-56,12345678,TEA,,-1.00,1.00", 'Credit Amount | row-amount-negative'],
    ['a tenth of a penny', "01/05/2025,DEB,'12-34-56,12345678,TEA,1.005,,1.00", 'Debit Amount | row-amount-unreadable'],
    [
      'more than can be',
      "01/05/2025,DEB,'12-34-56,12345678,TEA,100000000000.00,,1.00",
      'Debit Amount | row-amount-unreadable',
    ],
    ['words for a balance', "01/05/2025,DEB,'12-34-56,12345678,TEA,1.00,,unknown", 'Balance | row-amount-unreadable'],
    ['a comma too few', "01/05/2025,DEB,'12-34-56,12345678,TEA,1.00,1.00", ' | row-width'],
    ['a comma too many', "01/05/2025,DEB,'12-34-56,12345678,TEA, MILK,1.00,,1.00", ' | row-width'],
    ['a quotation mark left open', '01/05/2025,DEB,\'12-34-56,12345678,"TEA,1.00,,1.00', ' | row-quotation-marks'],
    ['a quotation mark inside', '01/05/2025,DEB,\'12-34-56,12345678,A "B" C,1.00,,1.00', ' | row-quotation-marks'],
    ['half a sort code', "01/05/2025,DEB,'12-34,12345678,TEA,1.00,,1.00", 'Sort Code | row-sort-code'],
    ['letters for an account', "01/05/2025,DEB,'12-34-56,ABC,TEA,1.00,,1.00", 'Account Number | row-account-number'],
  ])('%s', async (_, row, expected) => {
    const read = await readAll(text(lloydsHeader, before, row, after));
    expect(read.refused.map(refusal)).toEqual([`3 | ${expected}`]);
    expect(read.rows.map(listed)).toEqual(['2: 2025-05-01 10.00 BEFORE = 110.00', '4: 2025-04-30 5.00 AFTER = 100.00']);
    expect([read.tally.rows, read.tally.refused]).toEqual([2, 1]);
  });

  test('a row of another account, far down, is refused and its number is not shown', async () => {
    const rows = Array.from({ length: 400 }, () => "30/04/2025,FPI,'12-34-56,12345678,RENT,,5.00,100.00");
    const read = await readAll(text(lloydsHeader, ...rows, "29/04/2025,FPI,'12-34-56,87654321,RENT,,5.00,100.00"));
    expect(read.refused.map(refusal)).toEqual(['402 |  | row-other-account']);
    const message = read.refused.map((row) => problemText(row.problem)).join('');
    expect(message).toContain('…4321');
    expect(message).not.toContain('87654321');
  });

  test('an account number that slipped into the amount is shown by its last digits', async () => {
    const read = await readAll(text(lloydsHeader, before, "01/05/2025,DEB,'12-34-56,12345678,TEA,12345678 X,,1.00"));
    expect(read.refused.map((row) => problemText(row.problem))).toEqual([
      '"…5678 X" stands where an amount should be. Compare the row with the bank’s own page.',
    ]);
  });

  test.each([
    ['euros', '-3.20,EUR', '-3.20,', 'Currency | row-currency'],
    ['money out that is not the amount', '-3.20,GBP', '-3.21,', 'Amount | row-amounts-disagree'],
    ['money in that should be out', '-3.20,GBP', ',3.20', 'Amount | row-amounts-disagree'],
    ['money out without its minus', '-3.20,GBP', '3.20,', 'Money Out | row-amount-positive'],
    ['an amount in one place only', '-3.20,GBP', ',', 'Money In | row-amount-neither'],
    ['no amount', ',GBP', '-3.20,', 'Amount | row-amount-empty'],
  ])('Monzo: %s', async (_, amount, columns, expected) => {
    const read = await readAll(
      text(monzoHeader, `tx_0000Quill1,06/04/2025,08:00:00,Card payment,Tea,,Eating out,${amount},,,,,,,,${columns}`),
    );
    expect(read.refused.map(refusal)).toEqual([`2 | ${expected}`]);
  });

  test('an open quotation mark swallows no row, even where another closes it rows later', async () => {
    const row = (name: string): string => `01/05/2025,DEB,'12-34-56,12345678,${name},1.00,,1.00`;
    const read = await readAll(text(lloydsHeader, row('ONE'), row('"TWO'), row('THREE'), row('FOUR"'), row('FIVE')));
    expect(read.rows.map((r) => r.text)).toEqual(['ONE', 'THREE', 'FIVE']);
    expect(read.refused.map((r) => r.line)).toEqual([3, 5]);
  });

  test('a file cut in the middle of its last row refuses that row', async () => {
    const whole = fixture('lloyds-12-months.csv');
    const read = await readAll(whole.subarray(0, whole.length - 30));
    expect(read.refused.map((row) => row.line)).toEqual([125]);
    expect(read.rows).toHaveLength(123);
  });

  test('a narrow line between rows is refused; after the last it is passed over', async () => {
    const header = 'Date,Description,Paid in,Paid out';
    const [one, two] = ['25/04/2025,A,5.00,', '26/04/2025,B,,3.00'];
    const between = await readAll(text(header, one, 'Opening balance,1.00', two));
    expect(between.refused.map(refusal)).toEqual(['3 |  | row-width']);
    const ended = await readAll(text(header, one, two, 'Closing balance,1.00'));
    expect([ended.refused.length, ended.tally.after]).toEqual([0, 1]);
  });

  test('a line of a hundred thousand letters is refused, and the rows around it are read', async () => {
    const read = await readAll(text(lloydsHeader, before, 'x'.repeat(100_000), after), {}, 1000);
    expect(read.refused.map(refusal)).toEqual(['3 |  | row-too-long']);
    expect(read.rows.map((row) => row.line)).toEqual([2, 4]);
  });

  test('amounts that add up to more than can be held exactly are refused from there on', async () => {
    const rows = Array.from({ length: 1000 }, () => '25/04/2025,A,99999999999.99,');
    const read = await readAll(text('Date,Description,Paid in,Paid out', ...rows));
    expect([read.rows.length, read.refused[0]?.problem.code]).toEqual([900, 'row-total-too-large']);
  });
});
