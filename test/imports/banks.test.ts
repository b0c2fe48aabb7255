import { describe, expect, test } from 'vitest';
import { survey } from '../../main/imports/decode.ts';
import { fromBytes } from '../../main/imports/read.ts';
import { fixture, listed, readAll, recordsOf, text, verdict } from './reading.ts';

const plumbing = { id: 'plumbing', kind: 'self-employment', lettings: [] } as const;

describe('a plumber’s twelve months at Lloyds', () => {
  // 6 April 2025 to 5 April 2026; rent of a half-owned flat is £11,400.00 of what came in.
  const year = readAll(fixture('lloyds-12-months.csv'), { source: plumbing });

  test('all 124 rows are taken in, newest first, with no gap in the balances', async () => {
    const { profile, rows, refused, tally, gaps, how } = await year;
    expect({ profile, rows: rows.length, refused, gaps }).toEqual({
      profile: 'lloyds',
      rows: 124,
      refused: [],
      gaps: [],
    });
    expect([tally.from, tally.to]).toEqual(['2025-04-06', '2026-04-05']);
    expect(how).toEqual([
      'A file from Lloyds, Halifax or Bank of Scotland.',
      'Commas, header on line 1, dates day first, money in and out in two columns ("Credit Amount" and "Debit Amount"), balance in "Balance".',
      '124 rows, newest first.',
    ]);
  });

  test('£47,164.22 came in and £17,243.11 went out, and the balance went from £2,314.07 to £32,235.18', async () => {
    const { rows, tally } = await year;
    expect([tally.moneyIn, tally.moneyOut]).toEqual([4_716_422, 1_724_311]);
    const [newest, oldest] = [rows.at(0), rows.at(-1)];
    expect(newest?.balance).toBe(3_223_518);
    expect((oldest?.balance ?? 0) - (oldest?.pence ?? 0)).toBe(231_407);
    expect(231_407 + tally.moneyIn - tally.moneyOut).toBe(3_223_518);
  });

  test.each([
    ['2: 2026-04-05 -8.50 MONTHLY ACCOUNT FEE = 32235.18'],
    ['15: 2026-02-24 697.40 "PIKE, PERCH & CO" INV 033 = 29716.64'],
    ['78: 2025-08-19 -59.99 "THE FORGE" CUTTERS, UNIT 4 = 16955.67'],
  ])('an awkward row is %s', async (expected) => {
    const { rows } = await year;
    expect(rows.map(listed)).toContain(expected);
  });

  test('two coffees of one price on one day are two rows', async () => {
    const { rows } = await year;
    const coffees = rows.filter((row) => row.date === '2025-04-06' && row.text === 'ROSE & CROWN COFFEE');
    expect(coffees.map((row) => row.pence)).toEqual([-320, -320]);
    expect(new Set(rows.map((row) => row.identity)).size).toBe(124);
  });

  test('each of the 51 rows of money in is one sale of that amount; nothing that went out is sorted', async () => {
    const { rows } = await year;
    const records = rows.flatMap(recordsOf);
    expect(records).toHaveLength(51);
    expect(records.reduce((sum, record) => sum + record.pence, 0)).toBe(4_716_422);
    expect(new Set(records.map((record) => `${record.source} ${record.category} ${record.letting}`))).toEqual(
      new Set(['plumbing turnover null']),
    );
    expect(rows.filter((row) => row.pence < 0).every((row) => row.sorted === null)).toBe(true);
  });

  test('the row’s own text is kept as evidence', async () => {
    const { rows } = await year;
    expect(rows[0]?.raw).toBe("05/04/2026,PAY,'12-34-56,12345678,MONTHLY ACCOUNT FEE,8.50,,32235.18");
  });

  test.each([1, 7, 100, 4096])('it reads the same in pieces of %i bytes', async (pieceBytes) => {
    const whole = await year;
    const again = await readAll(fixture('lloyds-12-months.csv'), { source: plumbing }, pieceBytes);
    expect(again).toEqual(whole);
  });
});

describe('files as banks write them', () => {
  test.each([
    [
      'lloyds-older-leap-day.csv',
      'lloyds',
      [
        '2: 2028-03-02 950.00 RENT 12 ELM RD FLAT 2 = 1401.50',
        '3: 2028-02-29 -3.20 ROSE & CROWN COFFEE = 451.50',
        '4: 2028-02-29 -3.20 ROSE & CROWN COFFEE = 454.70',
        '5: 2028-02-28 0.90 DAMSON COURT MGMT = 457.90',
      ],
    ],
    [
      'monzo-16-columns.csv',
      'monzo',
      [
        '2: 2025-01-05 -86.40 Brass & Bore Supplies · BRASS AND BORE 0418',
        '3: 2025-01-12 86.40 Brass & Bore Supplies · BRASS AND BORE 0418',
      ],
    ],
    ['monzo-18-columns.csv', 'monzo', ['2: 2024-06-05 -86.40 Brass & Bore Supplies · BRASS AND BORE 0418']],
    [
      'monzo-20-columns.csv',
      'monzo',
      [
        '2: 2025-04-06 -3.20 Rose & Crown Coffee · ROSE AND CROWN COFFEE ELMSWORTH GBR = 996.80',
        '3: 2025-04-06 -3.20 Rose & Crown Coffee · ROSE AND CROWN COFFEE ELMSWORTH GBR = 993.60',
        '4: 2025-04-07 1730.00 Hartlebury Farm Ltd · INV 031 = 2723.60',
        '6: 2025-04-07 -500.00 Tax pot 🐷 = 2223.60',
        '7: 2025-04-08 0.00 SPAR ELMSWORTH GBR = 2223.60',
        '8: 2025-04-09 -11.04 Café Brûlée · CAFE BRULEE CALAIS FRA = 2212.56',
        '9: 2025-04-10 120.00 Tax pot 🐷 = 2332.56',
      ],
    ],
    [
      'generic-semicolon-preamble.csv',
      null,
      [
        '5: 2025-11-07 950.00 RENT 12 ELM RD; FLAT 2 = 1950.00',
        '6: 2025-11-10 -11.04 Café Brûlée = 1938.96',
        '7: 2025-11-10 -11.04 Café Brûlée = 1927.92',
        '8: 2025-11-14 -526.42 FERNDALE MUTUAL = 1401.50',
      ],
    ],
  ])('%s', async (file, profile, expected) => {
    const read = await readAll(fixture(file));
    expect(read.profile).toBe(profile);
    expect(read.rows.map(listed)).toEqual(expected);
    expect(read.gaps).toEqual([]);
  });

  test('a move to or from a Monzo pot is set aside, and a card check of £0.00 becomes no record', async () => {
    const { rows, how } = await readAll(fixture('monzo-20-columns.csv'), { source: plumbing });
    expect(rows.filter((row) => row.sorted === 'between-my-accounts').map((row) => row.line)).toEqual([6, 9]);
    expect(rows.filter((row) => row.sorted === 'not-business').map((row) => row.line)).toEqual([7]);
    expect(how).toContain('1 row of £0.00 is kept and becomes no record.');
  });

  test('title lines, blank lines and an overdraft limit are passed over and counted', async () => {
    const { how } = await readAll(fixture('generic-semicolon-preamble.csv'));
    expect(how).toEqual([
      'Read by its columns.',
      'Semicolons, header on line 4, dates day first, money in and out in two columns ("Paid in" and "Paid out"), balance in "Balance".',
      'Letters as Windows writes them (Windows-1252).',
      '4 rows, oldest first.',
      'Passed over: 2 blank lines, 2 lines before the rows, 1 line after the rows.',
    ]);
  });

  test('a known bank’s header is found under a title, with its columns in another order', async () => {
    const { profile, rows } = await readAll(
      text(
        'Statement of B Quill',
        '',
        'Balance,Credit Amount,Debit Amount,Transaction Description,Account Number,Sort Code,Transaction Type,Transaction Date',
        "100.00,,8.50,ACCOUNT FEE,12345678,'12-34-56,PAY,05/04/2026",
      ),
    );
    expect(profile).toBe('lloyds');
    expect(rows.map(listed)).toEqual(['4: 2026-04-05 -8.50 ACCOUNT FEE = 100.00']);
  });
});

describe('the same rows in other letters and line ends', () => {
  const lines = ['Date,Description,Paid in,Paid out', '25/04/2025,Café,,£3.20', '26/04/2025,Rent,£950.00,'];
  const crlf = `${lines.join('\r\n')}\r\n`;
  const swapped = Buffer.from(`\uFEFF${crlf}`, 'utf16le').swap16();
  test.each([
    ['line feeds', Buffer.from(`${lines.join('\n')}\n`)],
    ['carriage returns and line feeds', Buffer.from(crlf)],
    ['carriage returns alone', Buffer.from(lines.join('\r'))],
    ['no end on the last line', Buffer.from(lines.join('\n'))],
    ['tabs', Buffer.from(crlf.replaceAll(',', '\t'))],
    ['bars', Buffer.from(crlf.replaceAll(',', '|'))],
    ['a UTF-8 mark', Buffer.from(`\uFEFF${crlf}`)],
    ['UTF-16, low byte first', Buffer.from(`\uFEFF${crlf}`, 'utf16le')],
    ['UTF-16, high byte first', swapped],
    ['Windows-1252', Buffer.from(crlf, 'latin1')],
    ['UTF-8 read as Windows-1252 and saved again', Buffer.from(crlf.replaceAll('£', 'Â£'))],
    ['non-breaking spaces after the pound sign', Buffer.from(crlf.replaceAll('£', '£\u00A0'))],
    ['a comma at each end', Buffer.from(crlf.replaceAll('\r\n', ',\r\n'))],
    ['quotation marks around every cell', Buffer.from(crlf.replaceAll(/[^,\r\n]+/g, '"$&"'))],
  ])('%s', async (_, bytes) => {
    const { rows, refused } = await readAll(bytes);
    expect(refused).toEqual([]);
    expect(rows.map(listed)).toEqual(['2: 2025-04-25 -3.20 Café', '3: 2025-04-26 950.00 Rent']);
  });
});

describe('letters that are not UTF-8 from end to end are Windows’s', () => {
  const written = (last: readonly number[]): Uint8Array =>
    Buffer.concat([Buffer.from('Date,Description,Paid in,Paid out\n25/04/2025,Caf'), Uint8Array.from(last)]);
  test.each([
    ['whole, in UTF-8', [0xc3, 0xa9, 0x2c, 0x31, 0x2c], 'Café'],
    ['of one byte', [0xe9, 0x2c, 0x31, 0x2c], 'Café'],
    ['a curly apostrophe of Windows', [0x92, 0x2c, 0x31, 0x2c], 'Caf\u2019'],
    ['the euro of Windows', [0x80, 0x2c, 0x31, 0x2c], 'Caf€'],
  ])('%s', async (_, last, words) => {
    const { rows } = await readAll(written(last), {}, 7);
    expect(rows.map((row) => row.text)).toEqual([words]);
  });

  test('a file that ends within a letter is not UTF-8', async () => {
    const surveyed = await survey(fromBytes(written([0xc3])));
    expect(surveyed).toMatchObject({ ok: true, value: { encoding: 'windows-1252' } });
  });
});

describe('columns no bank is known by', () => {
  const question = async (...lines: string[]): Promise<string> => verdict(text(...lines));

  test.each([
    [
      'signed amounts with balances that follow',
      [
        'Date,Description,Amount,Balance',
        '25/04/2025,A,5.00,15.00',
        '26/04/2025,B,-3.00,12.00',
        '27/04/2025,C,1.00,13.00',
      ],
      'read',
    ],
    [
      'no balances: which way does money go?',
      ['Date,Description,Amount', '25/04/2025,A,5.00', '26/04/2025,B,-3.00'],
      'question: Nothing in this file shows',
    ],
    [
      'balances that do not follow',
      [
        'Date,Description,Amount,Balance',
        '25/04/2025,A,5.00,15.00',
        '26/04/2025,B,3.00,12.00',
        '27/04/2025,C,-1.00,13.00',
      ],
      'question: Nothing in this file shows',
    ],
    [
      'dates that could be read two ways',
      ['Date,Description,Paid in,Paid out', '03/04/2025,A,5.00,', '04/05/2025,B,,3.00'],
      'question: Every date in this file could be read two ways',
    ],
    [
      'no header',
      ['25/04/2025,A,5.00', '26/04/2025,B,-3.00'],
      'question: The layout of this file is not one that is known',
    ],
    [
      'a header of other words',
      ['When,What,How much', '25/04/2025,A,5.00'],
      'question: The layout of this file is not one that is known',
    ],
  ])('%s', async (_, lines, expected) => {
    expect(await question(...lines)).toContain(expected);
  });

  test('one telling date far down the file settles how all are written', async () => {
    const rows = Array.from({ length: 1000 }, (_, i) => `0${(i % 9) + 1}/04/2025,Customer ${i},1.00,`);
    const { rows: read } = await readAll(text('Date,Description,Paid in,Paid out', ...rows, '04/30/2025,Last,1.00,'));
    expect(read.at(0)?.date).toBe('2025-01-04');
    expect(read.at(-1)?.date).toBe('2025-04-30');
  });

  test('columns named by the person are read as said, month first and without a header', async () => {
    const mapping = {
      date: 1,
      dateOrder: 'month-first',
      description: 0,
      amount: 2,
      moneyIn: null,
      moneyOut: null,
      balance: null,
    } as const;
    const { rows } = await readAll(text('Card payment,04/03/2025,(3.20)', 'Rent,04/05/2025,950'), { mapping });
    expect(rows.map(listed)).toEqual(['1: 2025-04-03 -3.20 Card payment', '2: 2025-04-05 950.00 Rent']);
  });

  test('a nought in the column that is not used counts as empty', async () => {
    const { rows } = await readAll(
      text('Date,Details,Money in,Money out', '25/04/2025,A,0.00,3.20', '26/04/2025,B,950.00,0.00'),
    );
    expect(rows.map((row) => row.pence)).toEqual([-320, 95_000]);
  });

  test.each([
    [{ amount: 9, moneyIn: null, moneyOut: null }, 'mapping-column-missing'],
    [{ amount: 0, moneyIn: null, moneyOut: null }, 'mapping-column-twice'],
    [{ amount: null, moneyIn: null, moneyOut: null }, 'mapping-amount-unclear'],
    [{ amount: null, moneyIn: 2, moneyOut: null }, 'mapping-amount-unclear'],
    [{ amount: 2, moneyIn: 3, moneyOut: null }, 'mapping-amount-unclear'],
  ])('a mapping of %o is refused as %s', async (columns, code) => {
    const mapping = { date: 0, dateOrder: 'day-first' as const, description: 1, balance: null, ...columns };
    expect(await verdict(text('Date,What,A,B', '25/04/2025,A,5.00,'), { mapping })).toBe(code);
  });
});

describe('money in goes where it is certain to belong', () => {
  const lines = text('Date,Description,Paid in,Paid out', '25/04/2025,Rent,950.00,', '26/04/2025,Broom,,4.00');
  test.each([
    ['a trade', { id: 'plumbing', kind: 'self-employment', lettings: [] }, 'plumbing turnover null 95000'],
    [
      'a property with one letting',
      { id: 'uk', kind: 'uk-property', lettings: [{ id: 'elm' }] },
      'uk periodAmount elm 95000',
    ],
    ['a property without a letting yet', { id: 'uk', kind: 'uk-property', lettings: [] }, 'uk periodAmount null 95000'],
    ['a property with two lettings', { id: 'uk', kind: 'uk-property', lettings: [{ id: 'elm' }, { id: 'oak' }] }, null],
    [
      'a foreign letting',
      { id: 'es', kind: 'foreign-property', lettings: [{ id: 'villa' }] },
      'es rentIncome.rentAmount villa 95000',
    ],
    ['no source', null, null],
  ] as const)('%s', async (_, source, expected) => {
    const { rows } = await readAll(lines, { source });
    const records = rows.flatMap(recordsOf).map((r) => `${r.source} ${r.category} ${r.letting} ${r.pence}`);
    expect(records).toEqual(expected === null ? [] : [expected]);
    expect(rows.at(-1)?.sorted).toBeNull();
  });
});
