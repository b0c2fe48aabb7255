import { describe, expect, test } from 'vitest';
import { fixture, listed, readAll, refusal, text, verdict } from './reading.ts';

describe('files that are lists of blocks', () => {
  test.each([
    [
      'santander.txt',
      'santander-text',
      [
        '5: 2025-03-15 -3.20 CARD PAYMENT TO ROSE & CROWN, CAFÉ = 996.80',
        '10: 2025-03-14 1000.00 HARTLEBURY FARM = 1000.00',
      ],
      [],
    ],
    [
      'bank.ofx',
      'ofx',
      [
        '11: 2025-03-15 -3.20 ROSE & CROWN · Café',
        '19: 2025-03-15 -0.50 FEE',
        '20: 2025-03-16 -1.00 TEA',
        '21: 2025-03-16 -1.00 TEA',
      ],
      [],
    ],
    ['bank-2.ofx', 'ofx', ['1: 2025-03-14 1730.00 Hartlebury Farm'], ['1 | Date | row-date-impossible']],
    ['bank.qif', 'qif', ['2: 2025-04-25 -3.20 ROSE & CROWN', '6: 2025-04-03 1730.00 Hartlebury Farm · INV 031'], []],
  ])('%s', async (file, profile, rows, refused) => {
    for (const pieceBytes of [65_536, 1]) {
      const read = await readAll(fixture(file), {}, pieceBytes);
      expect(read.rows.map(listed)).toEqual(rows);
      expect(read.refused.map(refusal)).toEqual(refused);
      expect([read.profile, read.gaps]).toEqual([profile, []]);
      expect(new Set(read.rows.map((row) => row.identity)).size).toBe(rows.length);
    }
  });

  const trn = (id: string, amount = '-1.00'): string =>
    `<STMTTRN><DTPOSTED>20250316<TRNAMT>${amount}<FITID>${id}<NAME>TEA</STMTTRN>`;

  test('an OFX id that is given out twice for one day and amount is still two rows, the same two each time', async () => {
    const ids = async (): Promise<string[]> =>
      (await readAll(text('<OFX>', trn('Q1'), trn('Q1'), trn('Q1', '-2.00')))).rows.map((row) => row.identity);
    const first = await ids();
    expect(new Set(first).size).toBe(3);
    expect(await ids()).toEqual(first);
  });

  test('an OFX row that was never closed is refused with the one it swallowed, and the rest is read', async () => {
    const read = await readAll(text('<OFX>', trn('Q1').replace('</STMTTRN>', ''), trn('Q2'), trn('Q3')));
    expect(read.refused.map(refusal)).toEqual(['2 | Date | row-date-unreadable']);
    expect(read.rows).toHaveLength(1);
  });

  test('two accounts or another currency in one OFX file are not mixed in', async () => {
    expect(await verdict(text('<OFX><ACCTID>11112222', trn('Q1'), '<ACCTID>11113333', trn('Q2')))).toBe('…2222 …3333');
    const euros = await readAll(text('<OFX><CURDEF>EUR', trn('Q1')));
    expect(euros.refused.map(refusal)).toEqual(['2 | Currency | row-currency']);
  });

  test('a QIF file whose dates could all be read two ways asks, and is then read as said', async () => {
    const file = text('!Type:Bank', 'D03/04/2025', 'T-3.20', 'PTEA', '^');
    expect(await verdict(file)).toContain('question: Every date in this file could be read two ways');
    const mapping = {
      date: 0,
      dateOrder: 'month-first',
      description: 1,
      amount: 3,
      moneyIn: null,
      moneyOut: null,
      balance: null,
    } as const;
    expect((await readAll(file, { mapping })).rows.map(listed)).toEqual(['2: 2025-03-04 -3.20 TEA']);
  });

  test('a QIF row whose end is missing is refused with the one it swallowed', async () => {
    const read = await readAll(
      text('!Type:Bank', 'D25/04/2025', 'T-3.20', 'D26/04/2025', 'T-1.00', '^', 'D27/04/2025', 'T2', '^'),
    );
    expect(read.refused.map(refusal)).toEqual(['2 | Date | row-date-unreadable']);
    expect(read.rows.map((row) => row.pence)).toEqual([200]);
  });
});
