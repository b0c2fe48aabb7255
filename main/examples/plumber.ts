/**
 * What do example books look like?
 *
 * An invented plumber with a half-owned flat, seen on 22 November 2026: both last returns below the amounts, this year's
 * running total on its way over £20,000 in January. Made with a seed, so that everybody sees the same books.
 */
import { addDays, addMonths, civil, daysBetween } from '../../shared/values/dates.ts';
import type { Outcome } from '../../shared/values/outcome.ts';
import type { Instant, LedgerClient, NewRecord } from '../ledger/api.ts';
import { byDay, inTurn, line, numbers, record, sent, told, type Example } from './example.ts';

const asAt = civil(2026, 11, 22);
const begins = civil(2026, 4, 6);
const seed = 20_260_406;

const customers = [
  'Mrs Penhallow',
  'Mr Okonedo-Finch',
  'Bramble Café',
  'The Larches',
  'Ms Tregarth',
  'Dr Winterbourne',
];
const jobs = [
  'new stop tap',
  'boiler service',
  'leak under the sink',
  'bathroom tap',
  'radiator and valves',
  'shower pump',
];
const bigJobs = ['bathroom refit, final payment', 'new boiler, fitted', 'underfloor heating, stage payment'];
const costs: readonly (readonly [category: string, text: string, from: number, to: number])[] = [
  ['costOfGoods', 'Pipe & Fittings Direct', 1_800, 14_000],
  ['carVanTravelExpenses', 'Diesel', 4_200, 8_900],
  ['adminCosts', 'Phone', 2_200, 2_201],
  ['maintenanceCosts', 'Tool repair', 1_500, 6_500],
];

function fill(ledger: LedgerClient, at: Instant): Promise<Outcome<unknown>> {
  return inTurn([
    () =>
      ledger.addSource(at, {
        id: 'plumbing',
        kind: 'self-employment',
        name: 'Plumbing',
        startedOn: civil(2019, 5, 1),
        ceasedOn: null,
      }),
    () =>
      ledger.addSource(at, {
        id: 'property',
        kind: 'uk-property',
        name: 'UK property',
        startedOn: civil(2021, 9, 1),
        ceasedOn: null,
      }),
    () =>
      ledger.addLetting(at, {
        source: 'property',
        id: 'harbour-row',
        name: 'Flat 2, 14 Harbour Row',
        country: null,
        share: { of: 1, in: 2 },
        shareFrom: null,
      }),
    () => ledger.tell(at, knownToHmrc),
    ...records().map((r) => () => ledger.addRecord(at, r)),
  ]);
}

export const plumber: Example = { asAt, fill };

const yearly = (takings: number, letting: number) => [
  line('plumbing', 'SA103F', takings),
  line('property', 'SA105', letting),
];
const knownToHmrc = told({
  returns: [
    sent(2024, civil(2026, 1, 20), yearly(1_741_250, 480_000)),
    sent(2025, civil(2026, 10, 12), yearly(1_893_400, 495_000)),
  ],
});

/** Records from 6 April to the day the books are seen from, oldest first. */
function records(): NewRecord[] {
  const next = numbers(seed);
  const made = [...jobsDone(next), ...rents(), ...spending(next)];
  return made.filter((r) => r.date <= asAt).toSorted(byDay);
}

function jobsDone(next: (below: number) => number): NewRecord[] {
  const made: NewRecord[] = [];
  for (let day = addDays(begins, 2); day <= asAt; day = addDays(day, 3 + next(4))) {
    const big = made.length % 17 === 11;
    const pence = big ? 95_000 + next(45_000) : 7_000 + next(25) * 1_000;
    const job = big ? bigJobs[next(bigJobs.length)] : jobs[next(jobs.length)];
    made.push(record('plumbing', null, day, 'turnover', pence, `${customers[next(customers.length)]}, ${job}`));
  }
  return made;
}

function rents(): NewRecord[] {
  const months = [0, 1, 2, 3, 4, 5, 6, 7];
  return months.flatMap((m) => {
    const day = addMonths(civil(2026, 4, 12), m);
    const paid = record('property', 'harbour-row', day, 'periodAmount', 85_000, 'Rent, Flat 2, Harbour Row');
    const interest = record(
      'property',
      'harbour-row',
      addDays(day, 3),
      'residentialFinancialCost',
      31_240,
      'Mortgage interest',
    );
    return m === 2
      ? [
          paid,
          interest,
          record('property', 'harbour-row', addDays(day, 9), 'repairsAndMaintenance', 14_600, 'Boiler service'),
        ]
      : [paid, interest];
  });
}

function spending(next: (below: number) => number): NewRecord[] {
  const weeks = Math.floor(daysBetween(begins, asAt) / 7);
  return Array.from({ length: weeks }, (_, week) => {
    const [category, text, from, to] = costs[week % costs.length] ?? ['otherExpenses', 'Other', 100, 200];
    return record('plumbing', null, addDays(begins, week * 7 + next(6)), category, from + next(to - from), text);
  });
}
