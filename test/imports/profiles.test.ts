import { readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { profiles } from '../../main/imports/profiles/all.ts';
import { fromBytes, readBankFile, type ReadingAsk } from '../../main/imports/read.ts';
import { fixture, listed, readAll, refusal, text, verdict } from './reading.ts';

/** Each file with its bank's quirks, the layout it is known by, and its rows as a bookkeeper would list them. */
const table: readonly (readonly [file: string, profile: string, rows: readonly string[]])[] = [
  [
    'barclays.csv',
    'barclays',
    ['2: 2025-08-06 -9.99 QUILLFLIX.EXAMPLE ON 02 AUG BCC', '3: 2025-08-05 950.00 WREN T RENT 12 ELM RD BGC'],
  ],
  [
    'barclays-tagged.csv',
    'barclays-tagged',
    ['2: 2020-01-31 -86.40 Brass & Bore Supplies', '3: 2020-01-30 1730.00 Hartlebury Farm Ltd'],
  ],
  [
    'barclaycard.csv',
    'barclaycard',
    ['1: 2025-09-22 -86.40 Brass & Bore, Elmsworth', '2: 2025-09-25 120.00 Payment, Thank You'],
  ],
  [
    'hsbc-no-header.csv',
    'hsbc',
    [
      '1: 2025-03-15 -3.20 ROSE & CROWN COFFEE VIS',
      '2: 2025-03-14 1234.50 HARTLEBURY FARM CR',
      '3: 2025-03-03 -1526.42 FERNDALE MUTUAL DD',
    ],
  ],
  [
    'hsbc-header.csv',
    'hsbc',
    ['2: 2025-03-15 -3.20 ROSE & CROWN COFFEE VIS', '3: 2025-03-14 1234.50 HARTLEBURY FARM CR'],
  ],
  [
    'hsbc-lower-case.csv',
    'hsbc-short',
    ['2: 2025-03-15 -3.20 ROSE & CROWN COFFEE', '3: 2025-03-14 1234.50 HARTLEBURY FARM'],
  ],
  [
    'hsbc-balance.csv',
    'hsbc-balance',
    [
      '2: 2019-03-15 -70.00 Rose & Crown Coffee = 1160.00',
      '3: 2019-03-14 1000.00 Hartlebury Farm = 1230.00',
      '4: 2019-03-13 -20.00 Ferndale Mutual = 230.00',
    ],
  ],
  [
    'first-direct.csv',
    'first-direct',
    [
      '2: 2025-03-15 -3.20 ROSE & CROWN COFFEELMSWORTH = 996.80',
      '3: 2025-03-14 500.00 HARTLEBURY FARM INV 031 = 1000.00',
      '4: 2025-03-13 -26.42 FERNDALE MUTUAL 0001 = 500.00',
    ],
  ],
  [
    'first-direct-reference.csv',
    'first-direct-reference',
    ['2: 2025-03-15 -3.20 ROSE & CROWN COFFEELMSWORTH', '3: 2025-03-14 20.00 PAYMENT RECEIVED'],
  ],
  [
    'lloyds-commercial.csv',
    'lloyds-commercial',
    ['3: 2025-03-15 -86.40 BRASS & BORE = 1913.60', '4: 2025-03-14 1730.00 HARTLEBURY FARM · INV 031 = 2000.00'],
  ],
  [
    'halifax-card.csv',
    'halifax-card',
    ['2: 2025-03-15 -86.40 BRASS & BORE', '3: 2025-03-20 120.00 PAYMENT RECEIVED - THANK YOU'],
  ],
  [
    'tsb.csv',
    'tsb',
    ['2: 2018-03-15 -3.20 ROSE & CROWN COFFEE = 996.80', '3: 2018-03-14 500.00 HARTLEBURY FARM = 1000.00'],
  ],
  [
    'natwest.csv',
    'natwest',
    [
      '3: 2023-03-20 -0.54 4321 19MAR23 , ROSE & CROWN , ELMSWORTH GB = 1000.46',
      '4: 2023-03-20 -26.42 DIRECT FERNDALE = 1001.00',
      '5: 2023-03-19 500.00 HARTLEBURY FARM = 1027.42',
    ],
  ],
  ['natwest-card.csv', 'natwest-card', ['3: 2023-03-20 -86.40 BRASS & BORE', '4: 2023-03-19 120.00 PAYMENT RECEIVED']],
  [
    'nationwide.csv',
    'nationwide',
    [
      '6: 2025-06-13 -3.20 ROSE & CROWN COFFEE = 996.80',
      '7: 2025-06-14 1500.00 HARTLEBURY FARM = 2496.80',
      '8: 2025-11-07 -1023.22 FERNDALE MUTUAL = 1473.58',
    ],
  ],
  [
    'nationwide-midata.csv',
    'nationwide-midata',
    ['4: 2025-06-14 -52.00 ROSE **** = 953.00', '5: 2025-06-13 5.00 HARTLEBURY **** = 1005.00'],
  ],
  ...[6, 7, 8].map(
    (columns) =>
      [
        `starling-${columns}-columns.csv`,
        'starling',
        [
          '2: 2025-04-06 -3.20 Rose & Crown Coffee · CARD 0418 = 996.80',
          '3: 2025-04-07 1730.00 Hartlebury Farm · INV 031 = 2726.80',
        ],
      ] as const,
  ),
  [
    'revolut-older.csv',
    'revolut-older',
    ['2: 2019-03-15 -3.20 Rose & Crown Coffee = 996.80', '3: 2019-03-14 1000.00 Hartlebury Farm = 1000.00'],
  ],
  ['tide.csv', 'tide', ['2: 2025-04-06 -3.20 Rose & Crown Coffee', '3: 2025-04-07 1730.00 Hartlebury Farm']],
  [
    'metro.csv',
    'metro',
    ['2: 2025-03-15 -3.20 14 Mar 25 ROSE & CROWN = 996.80', '3: 2025-03-14 500.00 HARTLEBURY FARM = 1000.00'],
  ],
  [
    'metro-older.csv',
    'metro-older',
    ['2: 2018-03-15 -3.20 14 Mar 18 ROSE & CROWN = 996.80', '3: 2018-03-14 500.00 HARTLEBURY FARM = 1000.00'],
  ],
  ['coop.csv', 'coop', ['2: 2025-03-15 -3.20 ROSE & CROWN = 996.80', '3: 2025-03-14 500.00 HARTLEBURY FARM = 1000.00']],
  [
    'mettle.csv',
    'mettle',
    ['2: 2025-03-14 500.00 HARTLEBURY FARM = 1000.00', '3: 2025-03-15 -3.20 ROSE & CROWN = 996.80'],
  ],
  ['marcus.csv', 'marcus', ['2: 2025-03-31 4.10 Interest Paid = 1004.10', '3: 2025-03-15 1000.00 Deposit = 1000.00']],
  ['tesco.csv', 'tesco', ['2: 2025-03-15 -86.40 BRASS & BORE', '3: 2025-03-20 120.00 PAYMENT RECEIVED']],
  [
    'portal-cr-dr.csv',
    'portal-cr-dr',
    ['2: 2025-03-14 500.00 HARTLEBURY FARM = 1000.00', '3: 2025-03-15 -3.20 ROSE & CROWN = 996.80'],
  ],
  [
    'santander-midata.csv',
    'santander-midata',
    ['2: 2025-03-15 -3.20 CARD PAYMENT TO ROSE & CROWN = 996.80', '3: 2025-03-14 1000.00 HARTLEBURY FARM = 1000.00'],
  ],
  [
    'monzo-2018.csv',
    'monzo-2018',
    ['2: 2018-03-30 -3.20 Rose & Crown Coffee', '3: 2018-03-29 1730.00 Hartlebury Farm · INV 031'],
  ],
  [
    'clydesdale.csv',
    'clydesdale',
    ['2: 2025-03-15 -3.20 ROSE & CROWN = 996.80', '3: 2025-03-14 500.00 HARTLEBURY FARM = 1000.00'],
  ],
  ['bankline.csv', 'bankline', ['2: 2025-03-14 500.00 HARTLEBURY FARM · INV 031', '3: 2025-03-15 -3.20 ROSE & CROWN']],
  [
    'bankline-no-header.csv',
    'bankline',
    ['1: 2025-03-14 500.00 HARTLEBURY FARM · INV 031', '2: 2025-03-15 -3.20 ROSE & CROWN'],
  ],
  [
    'hsbcnet.csv',
    'hsbcnet',
    ['2: 2025-03-14 500.00 HARTLEBURY FARM · INV 031 = 1000.00', '3: 2025-03-15 -3.20 ROSE & CROWN = 996.80'],
  ],
];

describe('each bank’s file is known by what stands in it', () => {
  test.each(table)('%s', async (file, profile, rows) => {
    const read = await readAll(fixture(file));
    expect(read.rows.map(listed)).toEqual(rows);
    expect({ profile: read.profile, refused: read.refused, gaps: read.gaps }).toEqual({
      profile,
      refused: [],
      gaps: [],
    });
  });

  test('no layout is without a file here', () => {
    const shown = new Set([...table.map(([, profile]) => profile), 'lloyds', 'monzo', 'revolut']);
    expect(profiles.map(({ id }) => id).filter((id) => !shown.has(id))).toEqual([]);
    for (const [file] of table) expect(readdirSync('test/imports/fixtures')).toContain(file);
  });

  test('a layout that no real file has confirmed says so', async () => {
    for (const [file, id] of table) {
      const { how } = await readAll(fixture(file));
      const low = profiles.find((profile) => profile.id === id)?.confidence === 'low';
      expect([file, how.includes('This layout has not been confirmed by a real file: check the amounts.')]).toEqual([
        file,
        low,
      ]);
    }
  });
});

describe('Revolut', () => {
  test('a fee is a row of its own, what is pending or reverted is passed over, euros are refused', async () => {
    const { profile, rows, refused, gaps, how, tally } = await readAll(fixture('revolut.csv'));
    expect(profile).toBe('revolut');
    expect(rows.map(listed)).toEqual([
      '2: 2025-04-06 -3.20 Rose & Crown Coffee = 96.80',
      '3: 2025-04-07 -50.00 To Brass & Bore',
      '3: 2025-04-07 -0.50 To Brass & Bore · fee = 46.30',
      '7: 2025-04-10 100.00 Hartlebury Farm = 146.30',
    ]);
    expect(refused.map(refusal)).toEqual(['6 | Currency | row-currency']);
    expect([gaps, tally.passed, new Set(rows.map((row) => row.identity)).size]).toEqual([[], 2, 4]);
    expect(how.at(-1)).toBe('Passed over: 2 rows that moved no money (pending, reverted, or a closing balance).');
  });
});

describe('what a layout must not be taken for', () => {
  test('several accounts in one NatWest file are named, not mixed', async () => {
    expect(await verdict(fixture('natwest-two-accounts.csv'))).toBe('…5678 …4321');
  });

  test('a closing balance that has an amount is a row, not a closing balance', async () => {
    const { rows } = await readAll(
      text(
        'Date, Type, Description, Value, Balance, Account Name, Account Number',
        "20 Mar 2023,BAC,Balance as at last visit,5.00,5.00,'QUILL T,'600000-12345678,",
      ),
    );
    expect(rows.map((row) => row.pence)).toEqual([500]);
  });

  test.each([
    ['Date, words and amount without a bank’s codes', ['15/03/2025,TEA,3.20', '16/03/2025,RENT,-5.00']],
    ['common words and balances that do not follow', ['Date,Description,Amount,Balance', '15/03/2025,TEA,3.20,5.00']],
    [
      'CR where the account’s number should be',
      ['Date,Type,Description,Value,Balance,Account Name,Account Number', '15/03/2025,X,TEA,3.20,5.00,QUILL,CR'],
    ],
  ])('%s: the person is asked', async (_, lines) => {
    expect(await verdict(text(...lines))).toMatch(/^question/);
  });

  test('a column of CR and DR is found by what stands in it, under any name and in any place', async () => {
    const { rows, how } = await readAll(
      text(
        'Date,Flow,Description,Amount',
        '15/03/2025,DR,TEA,3.20',
        '16/03/2025,CR,RENT,950.00',
        '17/03/2025,DR,TEA,3.20',
      ),
    );
    expect(rows.map((row) => row.pence)).toEqual([-320, 95_000, -320]);
    expect(how.join(' ')).toContain('amounts in "Amount", in or out as "Flow" says');
    expect(await verdict(text('Date,Flow,Description,Amount', '15/03/2025,DR,TEA,-3.20'))).toMatch(/^question/);
  });

  test('a word that is neither CR nor DR, or a minus beside one, refuses the row', async () => {
    const read = await readAll(
      text(
        'Date,Description,Amount,CR/DR',
        '15/03/2025,TEA,3.20,',
        '15/03/2025,TEA,-3.20,DR',
        '16/03/2025,TEA,1.00,cr',
      ),
    );
    expect(read.refused.map(refusal)).toEqual(['2 | CR/DR | row-direction', '3 | Amount | row-amount-negative']);
    expect(read.rows.map((row) => row.pence)).toEqual([100]);
  });
});

test.each([
  ['natwest-card.csv', true],
  ['portal-cr-dr.csv', true],
  ['revolut.csv', false],
  ['natwest.csv', true],
])('%s: its columns may be named anew by hand: %s, and say the same when they are not changed', async (file, may) => {
  const ask = { profile: null, mapping: null, account: 'Card', source: null };
  const read = await readBankFile(fromBytes(fixture(file)), ask);
  const reading = read.ok && read.value.kind === 'rows' ? read.value : undefined;
  expect((reading?.columns ?? []).length > 0).toBe(may);
  const mapping = reading?.mapping ?? null;
  const [bank, hand] = [await readAll(fixture(file)), await readAll(fixture(file), { mapping })];
  expect(may ? hand.rows.map((row) => [row.date, row.pence]) : []).toEqual(
    may ? bank.rows.map((row) => [row.date, row.pence]) : [],
  );
});

describe('columns named by hand in a known bank’s file', () => {
  const handed = async (file: string): Promise<Partial<ReadingAsk>> => {
    const read = await readBankFile(fromBytes(fixture(file)), {
      profile: null,
      mapping: null,
      account: 'A',
      source: null,
    });
    return { mapping: read.ok && read.value.kind === 'rows' ? read.value.mapping : null };
  };

  test('leave the rows who they are: Monzo’s own id still decides', async () => {
    const ids = async (ask: Partial<ReadingAsk>) =>
      (await readAll(fixture('monzo-16-columns.csv'), ask)).rows.map((row) => row.identity);
    expect(await ids(await handed('monzo-16-columns.csv'))).toEqual(await ids({}));
  });

  test('do not mix accounts, nor take another currency for pounds', async () => {
    expect(await verdict(fixture('natwest-two-accounts.csv'), await handed('natwest.csv'))).toBe('…5678 …4321');
    const euros = Buffer.from(fixture('monzo-16-columns.csv')).toString('utf8').replaceAll(',GBP,', ',EUR,');
    const { rows, refused } = await readAll(Buffer.from(euros), await handed('monzo-16-columns.csv'));
    expect([rows, new Set(refused.map(({ problem }) => problem.code))]).toEqual([[], new Set(['row-currency'])]);
  });
});
