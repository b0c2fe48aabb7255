/**
 * What do books look like that have been kept for a long time?
 *
 * An invented potter's online shop and a flat above it: ten thousand records over eight tax years, from 6 April 2019 to
 * 22 November 2026, brought in from a bank's files, a file a tax year. The last returns said more than £50,000.
 */
import {
  addDays,
  addMonths,
  civil,
  daysBetween,
  firstDay,
  lastDay,
  taxYearFrom,
  taxYearOf,
  taxYears,
  type PlainDate,
} from '../../shared/values/dates.ts';
import type { Outcome } from '../../shared/values/outcome.ts';
import type { Instant, LedgerClient, NewRecord } from '../ledger/api.ts';
import { categoryOf } from '../../shared/policy/categories.ts';
import { byDay, importRows, inTurn, line, numbers, oneOf, record, sent, taken, told, type Example } from './example.ts';

const asAt = civil(2026, 11, 22);
const begins = civil(2019, 4, 6);
const recordsInAll = 10_000;

const pots = ['mug', 'breakfast bowl', 'bud vase', 'teapot', 'soup plate', 'butter dish', 'candlestick'] as const;
const glazes = ['tide blue', 'oatmeal', 'juniper', 'iron red', 'chalk'] as const;
const weekly = [
  ['costOfGoods', 'CLAYWORKS SUPPLY', 4_000, 9_000],
  ['adminCosts', 'PARCEL POST', 2_500, 4_500],
  ['premisesRunningCosts', 'KILN ELECTRICITY', 3_000, 3_000],
  ['advertisingCosts', 'SHOP FRONT ONLINE', 1_200, 800],
] as const;

function fill(ledger: LedgerClient, at: Instant): Promise<Outcome<unknown>> {
  const made = records();
  const shop = { id: 'pots', kind: 'self-employment', name: 'Juniper & Tide Pots', ceasedOn: null } as const;
  const property = { id: 'property', kind: 'uk-property', name: 'UK property', ceasedOn: null } as const;
  const flat = { source: 'property', id: 'loft', name: 'The Loft, 3 Kiln Yard', country: null };
  const years = taxYears(taxYearOf(begins), taxYearOf(asAt));
  const ofYear = Map.groupBy(made, (r) => taxYearOf(r.date));
  return inTurn([
    () => ledger.addSource(at, { ...shop, startedOn: begins }),
    () => ledger.addSource(at, { ...property, startedOn: begins }),
    () => ledger.addLetting(at, { ...flat, share: { of: 1, in: 1 }, shareFrom: null }),
    ...years.map((year) => () => importRows(ledger, at, 'Business account', `${year}.csv`, rowsOf(ofYear.get(year)))),
    () => ledger.tell(at, knownOf(made)),
  ]);
}

export const long: Example = { asAt, fill };

/** The returns and updates say what the records do. */
function knownOf(made: readonly NewRecord[]) {
  const lines = (from: PlainDate, to: PlainDate) => ({
    pots: taken(made, 'turnover', from, to),
    property: taken(made, 'periodAmount', from, to),
  });
  const returns = [2023, 2024, 2025].map((startYear) => {
    const year = taxYearFrom(startYear);
    const { pots: turnover, property } = lines(firstDay(year), lastDay(year));
    const boxes = [line('pots', 'SA103F', turnover), line('property', 'SA105', property)];
    return sent(startYear, startYear === 2025 ? civil(2026, 10, 20) : civil(startYear + 2, 1, 14), boxes);
  });
  const year = taxYearFrom(2026);
  const ends = [civil(2026, 7, 5), civil(2026, 10, 5)] as const;
  const updates = ends.map((end, n) => ({
    taxYear: year,
    quarter: n === 0 ? (1 as const) : (2 as const),
    sentOn: addDays(end, 21),
    lines: Object.entries(lines(firstDay(year), end)).map(([source, gross]) => ({ source, gross })),
  }));
  return told({ returns, updates, statuses: [{ taxYear: year, status: 'MTD Mandated' }] });
}

function records(): NewRecord[] {
  const next = numbers(20_190_406);
  const others = [...rents(), ...spending(next)].filter((r) => r.date <= asAt);
  return [...others, ...sales(recordsInAll - others.length, next)].toSorted(byDay);
}

/** Sales spread evenly over the days; a pot costs more every year. */
function sales(count: number, next: (below: number) => number): NewRecord[] {
  const days = daysBetween(begins, asAt) + 1;
  return Array.from({ length: count }, (_, n) => {
    const passed = Math.floor((n * days) / count);
    const price = 1_900 + Math.floor((passed * 3_600) / days);
    const pence = price + next(16) * 100;
    const text = `SHOP ORDER ${10_000 + n} ${oneOf(glazes, next)} ${oneOf(pots, next)}`.toUpperCase();
    return record('pots', null, addDays(begins, passed), 'turnover', pence, text);
  });
}

function rents(): NewRecord[] {
  const months = Array.from({ length: 92 }, (_, m) => addMonths(civil(2019, 4, 9), m));
  return months.flatMap((day, m) => [
    record('property', 'loft', day, 'periodAmount', 52_500 + Math.floor(m / 12) * 1_500, 'STANDING ORDER LOFT RENT'),
    record('property', 'loft', addDays(day, 2), 'residentialFinancialCost', 21_460, 'MORTGAGE INTEREST LOFT'),
  ]);
}

function spending(next: (below: number) => number): NewRecord[] {
  const weeks = Math.floor(daysBetween(begins, asAt) / 7);
  return Array.from({ length: weeks * 2 }, (_, n) => {
    const [category, text, least, more] = weekly[n % weekly.length] ?? weekly[0];
    return record('pots', null, addDays(begins, Math.floor(n / 2) * 7 + next(7)), category, least + next(more), text);
  });
}

/** As the bank saw them: income as money in, the rest as money out. */
const rowsOf = (made: readonly NewRecord[] = []) =>
  made.map((r) => {
    const kind = r.source === 'pots' ? 'self-employment' : 'uk-property';
    const isIncome = categoryOf(kind, r.category)?.direction === 'income';
    return { date: r.date, text: r.description, pence: isIncome ? r.pence : 0 - r.pence, sorted: [r] };
  });
