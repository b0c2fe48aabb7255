import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { rawRows, type RawRow } from '../../main/imports/csv.ts';
import { decoded, survey } from '../../main/imports/decode.ts';
import { fromBytes, readBankFile, type Tally } from '../../main/imports/read.ts';
import { readdirSync } from 'node:fs';
import { fixture, readAll, verdict, type WholeReading } from './reading.ts';

const numRuns = process.env['QUARTERDAY_EFFORT'] === 'full' ? 1500 : 150;
const seed = 20_260_406;

/** What the file says in digits: each run of them, with and without the commas between. */
function amountsIn(raw: string): Set<number> {
  const tokens = [...raw.split(/[^\d.]+/), ...raw.split(/[^\d.,]+/).map((token) => token.replaceAll(',', ''))];
  return new Set(tokens.filter((token) => token !== '').map((token) => Math.round(Number(token) * 100)));
}

/** The rows of the file's text, however they are written; their lines are all its lines. */
async function rawRowsOf(bytes: Uint8Array): Promise<RawRow[]> {
  const surveyed = await survey(fromBytes(bytes));
  if (!surveyed.ok) throw new Error(surveyed.problem.code);
  const found: RawRow[] = [];
  for await (const rows of rawRows(decoded(fromBytes(bytes), surveyed.value.encoding))) found.push(...rows);
  for (const [i, row] of found.entries()) expect(row.line).toBe(i === 0 ? 1 : lineAfter(found[i - 1]));
  return found;
}
const lineAfter = (row: RawRow | undefined): number => (row?.line ?? 0) + (row?.lines ?? 0);

/** Every row of the file is taken in, refused, or counted as passed over; the header is the one besides. */
function nothingIsDropped({ rows, refused, tally }: WholeReading, raw: readonly RawRow[]): void {
  const told = rows.length + refused.length + tally.blank + tally.before + tally.after;
  expect(told + 1).toBeGreaterThanOrEqual(raw.length);
}

/** A file of blocks or of no header has fewer rows than lines; there the amounts alone are looked at. */
async function amountsStand(bytes: Uint8Array): Promise<void> {
  const read = await readBankFile(fromBytes(bytes), { profile: null, mapping: null, account: 'A', source: null });
  if (!read.ok || read.value.kind !== 'rows') return;
  let [rows, refused, tally]: [number, number, Tally | undefined] = [0, 0, undefined];
  for await (const batch of read.value.batches()) {
    for (const row of batch.rows) expect(amountsIn(row.raw)).toContain(Math.abs(row.pence));
    rows += batch.rows.length;
    refused += batch.refused.length;
    ({ tally } = batch);
  }
  expect([rows, refused]).toEqual([tally?.rows, tally?.refused]);
}

async function claims(bytes: Uint8Array): Promise<void> {
  const said = await verdict(bytes);
  if (said !== 'read') return;
  const read = await readAll(bytes);
  expect(read.refused.length).toBe(read.tally.refused);
  expect(read.rows.length).toBe(read.tally.rows);
  for (const row of read.rows) expect(amountsIn(row.raw)).toContain(Math.abs(row.pence));
  nothingIsDropped(read, await rawRowsOf(bytes));
}

describe('a damaged file is read or refused, never misread', { timeout: 3_600_000 }, () => {
  test.each([['lloyds-12-months.csv'], ['monzo-20-columns.csv'], ['generic-semicolon-preamble.csv']])(
    '%s with bytes changed: no crash, and every amount taken in stands in its row',
    async (name) => {
      const file = fixture(name);
      const harm = fc.array(fc.tuple(fc.nat(file.length - 1), fc.nat(255)), { minLength: 1, maxLength: 12 });
      await fc.assert(
        fc.asyncProperty(harm, async (changes) => {
          const bytes = Uint8Array.from(file);
          for (const [at, value] of changes) bytes[at] = value;
          await claims(bytes);
        }),
        { numRuns, seed },
      );
    },
  );

  test.each([['lloyds-12-months.csv'], ['monzo-20-columns.csv'], ['generic-semicolon-preamble.csv']])(
    '%s with a piece cut out: no crash, and every amount taken in stands in its row',
    async (name) => {
      const file = fixture(name);
      await fc.assert(
        fc.asyncProperty(fc.nat(file.length), fc.nat(400), async (from, length) => {
          await claims(Buffer.concat([file.subarray(0, from), file.subarray(from + length)]));
        }),
        { numRuns, seed },
      );
    },
  );

  test('any bytes at all are read or refused', async () => {
    const pieces = fc.oneof(fc.uint8Array({ maxLength: 300 }), fc.string({ unit: 'binary', maxLength: 300 }));
    await fc.assert(
      fc.asyncProperty(pieces, async (piece) => {
        const bytes = typeof piece === 'string' ? Buffer.from(piece) : piece;
        expect(await verdict(bytes)).toMatch(/^(?:bank-|question|read)/);
      }),
      { numRuns, seed },
    );
  });

  test('a marked and quoted jumble of cells is read or refused', async () => {
    const cell = fc.constantFrom(
      '"',
      '""',
      ',',
      ',,',
      '\n',
      '\r\n',
      '\r',
      '01/05/2025',
      '3.20',
      'TEA',
      '"TEA"',
      '\u0000',
      'Â',
      '\uFEFF',
    );
    const jumble = fc.array(cell, { maxLength: 60 });
    await fc.assert(
      fc.asyncProperty(jumble, async (cells) => {
        const bytes = Buffer.from(`Date,Description,Paid in,Paid out\n25/04/2025,A,1.00,\n${cells.join('')}`);
        expect(await verdict(bytes)).toMatch(/^(?:bank-|question|read)/);
        if (!cells.includes('\u0000')) await claims(bytes);
      }),
      { numRuns, seed },
    );
  });

  const mutated = process.env['QUARTERDAY_EFFORT'] === 'full' ? 20_000 : 2_000;
  test('any bank’s file, however it is harmed, is read or refused, and every amount taken in stands in its row', async () => {
    const files = readdirSync('test/imports/fixtures').filter(
      (name) => /^[a-z]/.test(name) && !name.startsWith('lloyds-12'),
    );
    const harm = fc.record({
      name: fc.constantFrom(...files),
      kind: fc.constantFrom(...harmKinds),
      next: fc.constantFrom(...harmKinds, null, null, null),
      at: fc.nat(),
      value: fc.nat(255),
    });
    await fc.assert(
      fc.asyncProperty(harm, async ({ name, kind, next, at, value }) => {
        const once = harmed(fixture(name), kind, at, value);
        await amountsStand(next === null || once.length === 0 ? once : harmed(once, next, at >> 3, value));
      }),
      { numRuns: mutated, seed },
    );
  });
});

const harmKinds = ['bytes', 'cut', 'lines', 'columns', 'encoding', 'formula', 'huge', 'renamed', 'quotes'] as const;

function harmed(file: Uint8Array, kind: string, at: number, value: number): Uint8Array {
  const place = at % file.length;
  const [before, after] = [file.subarray(0, place), file.subarray(place)];
  const within = (text: string): Buffer => Buffer.concat([before, Buffer.from(text, 'latin1'), after]);
  const text = Buffer.from(file).toString('latin1');
  const harms: Readonly<Record<string, () => Uint8Array>> = {
    bytes: () => Buffer.concat([before, Buffer.of(value), file.subarray(place + 1)]),
    cut: () => Buffer.concat([before, file.subarray(place + value)]),
    lines: () =>
      Buffer.from(
        text
          .split('\n')
          .toSpliced(value % text.split('\n').length, 1 + (value % 3))
          .join('\n'),
        'latin1',
      ),
    quotes: () => within('"'),
    columns: () => Buffer.from(text.replaceAll(/^([^,\r\n]*),([^,\r\n]*)/gm, '$2,$1'), 'latin1'),
    encoding: () => (value % 2 === 0 ? within('\u00C2\u00A0\u00A3\u0080') : Buffer.from(`\uFEFF${text}`, 'utf16le')),
    formula: () => within(['=1+1', '+44', '-2+3', '@SUM(A1)'][value % 4] ?? ''),
    huge: () => within('9'.repeat(value * 400)),
    renamed: () =>
      Buffer.concat([Buffer.from(['PK\u0003\u0004', '%PDF-1.7', '<html>'][value % 3] ?? '', 'latin1'), file]),
  };
  return harms[kind]?.() ?? file;
}
