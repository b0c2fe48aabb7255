/** Is an account that comes in parts, cut anywhere and in either order, the account that comes whole? */
import { createHash } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { NewBankRow } from '../../main/bankRow.ts';
import { ownerOf, fromBytes, readBankFile, type ReadingAsk } from '../../main/imports/read.ts';
import { at, granted, shopAndLets, type Books } from '../ledger/books.ts';
import { fixture, readAll } from './reading.ts';

const full = process.env['QUARTERDAY_EFFORT'] === 'full';
/** Cuts tried for a file; all of them where there are no more. */
const mostCuts = full ? 2000 : 60;

interface Cuttable {
  readonly head: string;
  readonly rows: readonly { readonly text: string; readonly date: string }[];
  readonly ask: Partial<ReadingAsk>;
}

/** The file's rows as pieces of its text, and what must be said so that a piece is read like the whole. */
async function cuttable(name: string): Promise<Cuttable | undefined> {
  const bytes = fixture(name);
  const asked = { profile: null, mapping: null, account: 'A', source: null };
  const read = await readBankFile(fromBytes(bytes), asked);
  if (!read.ok || read.value.kind !== 'rows' || read.value.mapping === null) return undefined;
  const { profile, mapping } = read.value;
  const ask = profile === null || profile === 'qif' ? { profile, mapping } : { profile };
  const { rows } = await readAll(bytes, ask);
  const lines = Buffer.from(bytes)
    .toString('latin1')
    .split(/(?<=\r\n|\n|\r(?!\n))/);
  const begins = [...new Set(rows.map(({ line }) => line))];
  const pieces = begins.map((line, i) => ({
    text: lines.slice(line - 1, (begins[i + 1] ?? lines.length + 1) - 1).join(''),
    date: String(rows.find((row) => row.line === line)?.date),
  }));
  return { head: lines.slice(0, (begins[0] ?? 1) - 1).join(''), rows: pieces, ask };
}

const rowsOf = async ({ head, rows, ask }: Cuttable, account: string): Promise<readonly NewBankRow[]> =>
  (await readAll(Buffer.from(head + rows.map(({ text }) => text).join(''), 'latin1'), { ...ask, account })).rows;

/** Imports each part as a file of its own. */
async function importParts(books: Books, account: string, parts: readonly Cuttable[]): Promise<void> {
  for (const part of parts) {
    if (part.rows.length === 0) continue;
    const rows = await rowsOf(part, account);
    const sha256 = createHash('sha256').update(JSON.stringify(rows)).digest('hex');
    granted(
      books.ledger.importBegin({ at, account, file: 'part.csv', sha256, profile: null, owner: ownerOf(account) }),
    );
    granted(books.ledger.importRows(rows));
    granted(books.ledger.importEnd(true));
  }
}

type Counts = ReadonlyMap<string, number>;
const counted = (keys: readonly string[]): Counts =>
  new Map([...Map.groupBy(keys, (key) => key)].map(([key, of]) => [key, of.length]));
const keyOf = (row: { date: string; pence: number; text: string; balance: number | null }): string =>
  [row.date, row.pence, row.balance, row.text].join(' ');

function inBooks(books: Books, account: string, held: boolean): Counts {
  const rows = books.connection
    .sql<{ date: string; pence: number; text: string; balance: number | null }>(
      `SELECT day AS date, pence, text, balance FROM standing_bank_row
      WHERE account = (SELECT id FROM bank_account WHERE name = ?) AND (state = 'held') = ?`,
    )
    .all(account, held ? 1 : 0);
  return counted(rows.map(keyOf));
}

/** Where a file may be cut in two parts that overlap or meet: every way, or so many spread over all. */
function cuts(length: number): (readonly [from: number, to: number])[] {
  const all = Array.from({ length: length + 1 }, (_, from) => from).flatMap((from) =>
    Array.from({ length: length + 1 - from }, (_, i) => [from, from + i] as const),
  );
  const every = Math.max(1, Math.ceil(all.length / mostCuts));
  return all.filter((_, i) => i % every === 0);
}

async function claims(whole: Cuttable): Promise<void> {
  const books = shopAndLets();
  const all = counted((await rowsOf(whole, 'A')).map(keyOf));
  const certain = (await rowsOf(whole, 'A')).every((row) => (row.nth ?? null) === null);
  const { rows } = whole;
  for (const [i, [from, to]] of cuts(rows.length).entries()) {
    const [first, second] = [
      { ...whole, rows: rows.slice(0, to) },
      { ...whole, rows: rows.slice(from) },
    ];
    const account = `Cut ${from} ${to}`;
    await importParts(books, account, i % 2 === 0 ? [first, second] : [second, first]);
    const [standing, held] = [inBooks(books, account, false), inBooks(books, account, true)];
    const betweenDays = [from, to].every((cut) => rows[cut]?.date !== rows[cut - 1]?.date);
    const said = { account, rows: [...standing], held: certain ? [] : 'any' };
    const wanted = { account, rows: [...all], held: certain ? [] : 'any' };
    const sorted = (counts: [string, number][]) => counts.toSorted(([a], [b]) => (a < b ? -1 : 1));
    const exact = certain || betweenDays;
    expect({ ...said, rows: exact ? sorted(said.rows) : [] }).toEqual({
      ...wanted,
      rows: exact ? sorted(wanted.rows) : [],
    });
    expect(certain ? [...held] : []).toEqual([]);
    for (const [key, n] of all) {
      const [here, asked] = [standing.get(key) ?? 0, held.get(key) ?? 0];
      expect([account, key, here <= n, here + asked >= n, from !== to || here + asked === n]).toEqual([
        account,
        key,
        true,
        true,
        true,
      ]);
    }
    expect([...standing.keys(), ...held.keys()].filter((key) => !all.has(key))).toEqual([]);
  }
  expect(books.ledger.verify().checks).toEqual([]);
}

const several = new Set(['lloyds-two-accounts.csv', 'natwest-two-accounts.csv']);
const files = readdirSync('test/imports/fixtures').filter((name) => /^[a-z]/.test(name) && !several.has(name));

describe('a file cut in two, the parts read in either order', () => {
  test.each(files)(
    '%s: at a day the same books; within one, what is held accounts for the difference',
    async (name) => {
      const whole = await cuttable(name);
      expect(whole === undefined).toBe(name === 'generic-no-header.csv');
      if (whole !== undefined) await claims(whole);
    },
  );

  test.each(['barclays.csv', 'hsbc-no-header.csv', 'halifax-card.csv', 'tesco.csv', 'bank.qif'])(
    '%s, with every row there twice: two equal payments are never one, nor three',
    async (name) => {
      const whole = await cuttable(name);
      const rows = whole?.rows.flatMap((row) => [row, row]) ?? [];
      expect(rows.length).toBeGreaterThan(3);
      if (whole !== undefined) await claims({ ...whole, rows });
    },
  );
});
