/**
 * Which invented rows are the measurements made on?
 *
 * Eight tax years of a joiner who also teaches and lets four places, evenly spread over the days. Whole numbers only and a
 * seed, so the same rows come on every machine. Every 20,011th row holds a word that no other does.
 */
import { hash } from 'node:crypto';
import { closeSync, openSync, writeSync } from 'node:fs';
import type { NewBankRow } from '../../main/bankRow.ts';
import { categories, categoryOf, type SourceKind } from '../../shared/policy/categories.ts';
import { addDays, daysBetween, type PlainDate, type TaxYear } from '../../shared/values/dates.ts';
import { asPence, toPounds } from '../../shared/values/money.ts';

export const commonWord = 'SAWMILL';
export const rareWord = 'THERIAC';
export const benchYear = '2024-25' as TaxYear;

export interface BenchSource {
  readonly id: string;
  readonly kind: SourceKind;
  readonly lettings: readonly string[];
  /** Of 100 rows, how many are this source's, and of 100 of those, how many are money in. */
  readonly weight: number;
  readonly moneyIn: number;
}
export const benchSources: readonly BenchSource[] = [
  { id: 'joinery', kind: 'self-employment', lettings: [], weight: 42, moneyIn: 26 },
  { id: 'tutoring', kind: 'self-employment', lettings: [], weight: 20, moneyIn: 48 },
  { id: 'lets', kind: 'uk-property', lettings: ['elm', 'oak', 'ash'], weight: 27, moneyIn: 38 },
  { id: 'villa', kind: 'foreign-property', lettings: ['casa'], weight: 11, moneyIn: 40 },
];

const first = '2018-04-06' as PlainDate;
const days = daysBetween(first, '2026-04-06' as PlainDate);
const towns = ['LEEDS', 'YORK', 'HULL', 'DERBY', 'EXETER', 'BRISTOL', 'DURHAM', 'STOKE', 'BATH', 'LUTON'];
const people = ['R PENHALE', 'J ASKWITH', 'M THRAVES', 'S OYELARAN', 'K DZIEDZIC', 'A BHOGAL'];
const paid = [
  `${commonWord} DIRECT # @ CD`,
  'TIMBER & BOARD, @ INV #',
  'FUEL STATION @ # CARD 4417',
  'FP ~ LABOUR WK #',
  'POWER AND LIGHT DD A-#',
  'PHONE TOPUP #',
  'ROOF REPAIR ~ INV #',
  'LOAN INT A/C #',
  'LETTING FEE @ REF #',
];
const received = ['FPI ~ INV # THANKS', 'BGC ~ DEPOSIT JOB #', 'CARD PAYOUT PID# @', 'STO ~ RENT @ #'];
const sizes = { in: [2_500, 12_000, 95_000, 240_000], out: [99, 2_500, 12_000, 65_000] } as const;

export interface BenchRow {
  readonly number: number;
  readonly day: PlainDate;
  readonly source: BenchSource;
  readonly letting: string | null;
  readonly category: string;
  /** Signed as the bank does: money in is positive. */
  readonly pence: number;
  readonly text: string;
}

/** The numbers of a small generator that passes through every 32-bit state once. */
function seeded(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x9e3779b9) >>> 0;
    const a = Math.imul(state ^ (state >>> 16), 0x21f0aaad);
    const b = Math.imul(a ^ (a >>> 15), 0x735a2d97);
    return ((b ^ (b >>> 15)) >>> 0) % below;
  };
}

const of = <T>(list: readonly T[], at: number): T => {
  const found = list[at];
  if (found === undefined) throw new RangeError('beyond the list');
  return found;
};

/** That many rows, oldest first. */
export function* benchRows(count: number, seed = 20_180_406): Generator<BenchRow> {
  const below = seeded(seed);
  const calendar = Array.from({ length: days }, (_, i) => addDays(first, i));
  const bySource = benchSources.flatMap((source) => Array.from({ length: source.weight }, () => source));
  for (let i = 0; i < count; i += 1) {
    const source = of(bySource, below(bySource.length));
    const isIn = below(100) < source.moneyIn;
    const low = of(isIn ? sizes.in : sizes.out, below(4));
    const size = low + below(low * 3);
    const text =
      i % 20_011 === 7
        ? `${rareWord} KILN HIRE REF ${i}`
        : filled(of(isIn ? received : paid, below(isIn ? 4 : 9)), below);
    yield {
      number: i + 1,
      day: of(calendar, Math.floor((i * days) / count)),
      source,
      letting: source.lettings.length === 0 ? null : of(source.lettings, below(source.lettings.length)),
      category: categoryFor(source.kind, isIn, below),
      pence: isIn ? size : 0 - size,
      text,
    };
  }
}

const lists = new Map(
  Object.entries(categories).flatMap(
    ([kind, all]) =>
      [
        [`${kind} in`, all.filter((c) => c.direction === 'income').slice(0, 2)],
        [`${kind} out`, all.filter((c) => c.direction === 'expense').slice(0, 12)],
      ] as const,
  ),
);

function categoryFor(kind: SourceKind, isIn: boolean, below: (most: number) => number): string {
  const list = lists.get(`${kind} ${isIn ? 'in' : 'out'}`) ?? [];
  return of(list, isIn && below(10) > 0 ? 0 : below(list.length)).id;
}

const filled = (pattern: string, below: (most: number) => number): string =>
  pattern
    .replace('#', () => String(1000 + below(900_000)))
    .replace('@', () => of(towns, below(towns.length)))
    .replace('~', () => of(people, below(people.length)));

/** Bank rows already sorted into records, as the ledger takes them. */
export function* sortedRows(count: number): Generator<NewBankRow> {
  for (const row of benchRows(count)) {
    const { number, day, source, letting, category, pence, text } = row;
    const direction = categoryOf(source.kind, category)?.direction === 'income' ? 1 : -1;
    const sorted = [
      { source: source.id, letting, date: day, category, pence: asPence(pence * direction), description: text },
    ];
    const [identity, raw] = [hash('sha256', String(number)), `${day},${text},${pence}`];
    yield { line: number, date: day, text, pence: asPence(pence), balance: null, bankId: null, identity, raw, sorted };
  }
}

/** Writes them as a bank's CSV with a running balance; the answer is its last balance in pence. */
export function writeCsv(path: string, count: number): number {
  const file = openSync(path, 'w');
  let [balance, waiting] = [0, 'Date,Description,Amount,Balance\r\n'];
  for (const { day, text, pence } of benchRows(count)) {
    balance += pence;
    const words = text.includes(',') ? `"${text}"` : text;
    const shown = `${day.slice(8)}/${day.slice(5, 7)}/${day.slice(0, 4)}`;
    waiting += `${shown},${words},${toPounds(asPence(pence))},${toPounds(asPence(balance))}\r\n`;
    if (waiting.length < 1_000_000) continue;
    writeSync(file, waiting);
    waiting = '';
  }
  writeSync(file, waiting);
  closeSync(file);
  return balance;
}

/** Which column of that CSV is which: read by its columns, as a bank nobody knows. */
export const csvMapping = {
  date: 0,
  dateOrder: 'day-first',
  description: 1,
  amount: 2,
  moneyIn: null,
  moneyOut: null,
  balance: 3,
} as const;
