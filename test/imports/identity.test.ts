import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { chain } from '../../main/imports/balances.ts';
import { identities } from '../../main/imports/identity.ts';
import type { RowReading } from '../../main/imports/row.ts';
import { civil, type PlainDate } from '../../shared/values/dates.ts';
import { asPence } from '../../shared/values/money.ts';
import { fixture, readAll, text } from './reading.ts';

const numRuns = process.env['QUARTERDAY_EFFORT'] === 'full' ? 600 : 60;
const seed = 20_260_406;
const header = 'Date,Description,Paid in,Paid out';

const idsOf = async (lines: readonly string[], account = 'Business current'): Promise<string[]> => {
  const { rows } = await readAll(text(header, ...lines), { account });
  return rows.map((row) => row.identity);
};

describe('the same row has the same identity in whichever file it stands', { timeout: 120_000 }, () => {
  const coffee = '25/04/2025,COFFEE,,3.20';
  const rent = '26/04/2025,RENT,950.00,';

  test('two coffees are two rows, and a file with three knows the first two', async () => {
    const two = await idsOf([coffee, coffee]);
    const three = await idsOf([coffee, coffee, coffee]);
    expect(new Set(two).size).toBe(2);
    expect(three.slice(0, 2)).toEqual(two);
  });

  test('newest first and oldest first are the same rows', async () => {
    const oldest = await idsOf([coffee, coffee, rent]);
    const newest = await idsOf([rent, coffee, coffee]);
    expect(new Set(newest)).toEqual(new Set(oldest));
  });

  test.each([
    ['more spaces in the words', '25/04/2025,  COFFEE ,,3.20'],
    ['small letters', '25/04/2025,Coffee,,3.20'],
    ['a pound sign', '25/04/2025,COFFEE,,£3.20'],
    ['another way to write the day', '25 Apr 2025,COFFEE,,3.20'],
  ])('%s changes nothing', async (_, line) => expect(await idsOf([line])).toEqual(await idsOf([coffee])));

  test.each([
    ['another day', '26/04/2025,COFFEE,,3.20'],
    ['another amount', '25/04/2025,COFFEE,,3.21'],
    ['in for out', '25/04/2025,COFFEE,3.20,'],
    ['other words', '25/04/2025,COFFEES,,3.20'],
  ])('%s is another row', async (_, line) => expect(await idsOf([line])).not.toEqual(await idsOf([coffee])));

  test('another account has other rows; its name’s spaces and capitals do not matter', async () => {
    expect(await idsOf([coffee], 'Savings')).not.toEqual(await idsOf([coffee], 'Business current'));
    expect(await idsOf([coffee], ' business  Current ')).toEqual(await idsOf([coffee], 'Business current'));
  });

  test('Monzo’s own id decides, with date and amount, whatever the merchant is called later', async () => {
    const file = Buffer.from(fixture('monzo-16-columns.csv')).toString('utf8');
    const ids = async (csv: string): Promise<string[]> => (await readAll(Buffer.from(csv))).rows.map((r) => r.identity);
    const before = await ids(file);
    expect(await ids(file.replaceAll('Brass & Bore Supplies', 'Brass & Bore'))).toEqual(before);
    const dearer = await ids(file.replaceAll('-86.40', '-86.50'));
    expect([dearer[0] === before[0], dearer[1] === before[1]]).toEqual([false, true]);
  });

  test('a statement cut at any day in two overlapping parts, read in either order, is the whole statement', async () => {
    const { lines, all } = await lloydsYear();
    const days = [...new Set(lines.map((line) => line.slice(0, 10)))];
    const cut = fc.tuple(fc.nat(days.length - 1), fc.nat(days.length - 1), fc.boolean());
    await fc.assert(
      fc.asyncProperty(cut, async ([a, b, reversed]) => {
        const [from, to] = [days[Math.min(a, b)] ?? '', days[Math.max(a, b)] ?? ''];
        const first = lines.slice(0, lines.findLastIndex((line) => line.startsWith(to)) + 1);
        const second = lines.slice(lines.findIndex((line) => line.startsWith(from)));
        const parts = [await idsOfLloyds(first, false), await idsOfLloyds(second, reversed)];
        expect(new Set(parts.flat())).toEqual(all);
      }),
      { numRuns, seed },
    );
  });

  async function lloydsYear(): Promise<{ lines: string[]; all: Set<string> }> {
    // Without its balances, so that equal rows of a day are told apart by their number alone.
    const [, ...lines] = Buffer.from(fixture('lloyds-12-months.csv')).toString('utf8').trim().split('\r\n');
    const bare = lines.map((line) => line.replace(/,[^,]*$/, ','));
    return { lines: bare, all: new Set(await idsOfLloyds(bare, false)) };
  }
  async function idsOfLloyds(lines: readonly string[], reversed: boolean): Promise<string[]> {
    const [head = ''] = Buffer.from(fixture('lloyds-12-months.csv')).toString('utf8').split('\r\n');
    const { rows, refused } = await readAll(text(head, ...(reversed ? lines.toReversed() : lines)));
    expect(refused).toEqual([]);
    return rows.map((row) => row.identity);
  }
});

describe('a file out of order', () => {
  const row = (date: PlainDate, words: string): RowReading => ({
    date,
    text: words,
    pence: asPence(-320),
    balance: null,
    bankId: null,
    account: null,
    ownMove: false,
    fee: null,
    gross: null,
  });
  const [monday, tuesday] = [civil(2025, 4, 28), civil(2025, 4, 29)];

  test('a day that comes back is counted on', () => {
    const ids = identities('Current');
    const found = [row(monday, 'TEA'), row(tuesday, 'TEA'), row(monday, 'TEA')].map((r) => ids.of(r));
    expect(new Set(found.map((id) => (id.ok ? id.value.identity : ''))).size).toBe(3);
  });

  test('a day that comes back after it had to be forgotten is refused, never mistaken for known', () => {
    const ids = identities('Current', 2);
    for (const words of ['A', 'B', 'C']) expect(ids.of(row(monday, words)).ok).toBe(true);
    expect(ids.of(row(tuesday, 'D')).ok).toBe(true);
    expect(ids.of(row(monday, 'A'))).toMatchObject({ ok: false, problem: { code: 'row-out-of-order' } });
    expect(ids.of(row(tuesday, 'D')).ok).toBe(true);
  });
});

describe('balances', () => {
  // Date, amount, balance after it; oldest first.
  const days = [
    [1, 1000, 11_000],
    [2, -300, 10_700],
    [3, -700, 10_000],
    [4, 5000, 15_000],
  ] as const;
  const rows = days.map(([day, pence, balance], i) => ({
    line: i + 2,
    date: civil(2025, 5, day),
    pence: asPence(pence),
    balance: asPence(balance),
  }));
  const seen = (list: typeof rows): ReturnType<ReturnType<typeof chain>['seen']> => {
    const balances = chain();
    for (const row of list) balances.add(row);
    return balances.seen();
  };

  test('that follow have no gap, whichever end is first', () => {
    expect(seen(rows)).toMatchObject({ order: 'oldest-first', steps: 3, gapCount: 0 });
    expect(seen(rows.toReversed())).toMatchObject({ order: 'newest-first', steps: 3, gapCount: 0 });
  });

  test.each([
    ['oldest first', rows.toSpliced(2, 1)],
    ['newest first', rows.toSpliced(2, 1).toReversed()],
  ])('show what a missing row was worth, %s', (_, list) => {
    const { gaps } = seen(list);
    expect(gaps.map((gap) => [gap.from.date, gap.to.date, gap.missing])).toEqual([['2025-05-02', '2025-05-04', -700]]);
  });

  test('say where rows are missing in words with both days and amounts', async () => {
    const { gaps } = await readAll(
      text(
        'Date,Description,Paid in,Paid out,Balance',
        '25/04/2025,A,10.00,,110.00',
        '26/04/2025,B,,3.00,107.00',
        '28/04/2025,C,50.00,,150.00',
      ),
    );
    expect(gaps).toEqual([
      'The balance was £107.00 on 26 Apr 2025 (line 3) and £150.00 on 28 Apr 2025 (line 4): rows that make −£7.00 are missing between them.',
    ]);
  });

  test('a statement with a day cut out has exactly one gap, worth what that day came to', async () => {
    const lines = Buffer.from(fixture('lloyds-12-months.csv')).toString('utf8').split('\r\n');
    const kept = lines.filter((line) => !line.startsWith('19/08/2025'));
    expect(lines.length - kept.length).toBe(1);
    const { tally } = await readAll(Buffer.from(kept.join('\r\n')));
    expect(tally.balances.gaps.map((gap) => gap.missing)).toEqual([-5999]);
  });
});
