/**
 * What do example books look like?
 *
 * An invented plumber with a half-owned flat, seen on 22 November 2026: both last returns below the amounts, this year's
 * running total on its way over £20,000 in January. Made with a seed, so that everybody sees the same books.
 */
import type { Told } from '../../shared/contract/facts.ts';
import { addDays, addMonths, civil, daysBetween, taxYearFrom, type PlainDate } from '../../shared/values/dates.ts';
import { asPence, type Pence } from '../../shared/values/money.ts';
import { done, type Outcome } from '../../shared/values/outcome.ts';
import type { Instant, LedgerClient, NewRecord } from '../ledger/api.ts';

export const plumberAsAt: PlainDate = civil(2026, 11, 22);
const begins = civil(2026, 4, 6);
const seed = 20_260_406;

/** A stream of whole numbers below a bound, the same for the same seed (Park and Miller's minimal standard). */
function numbers(from: number): (below: number) => number {
  let state = from % 2_147_483_647;
  return (below) => {
    state = (state * 48_271) % 2_147_483_647;
    return state % below;
  };
}

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

/** Fills an empty ledger with the plumber's books; the first refusal, if any, is handed back. */
export async function makePlumber(ledger: LedgerClient, at: Instant): Promise<Outcome<unknown>> {
  const steps: (() => Promise<Outcome<unknown>>)[] = [
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
    () => ledger.tell(at, told),
    ...records().map((r) => () => ledger.addRecord(at, r)),
  ];
  // One after the other: each is an action of its own in the ledger's history.
  return steps.reduce<Promise<Outcome<unknown>>>(
    async (before, step) => {
      const last = await before;
      return last.ok ? step() : last;
    },
    Promise.resolve(done(null)),
  );
}

const line = (source: string, form: 'SA103F' | 'SA105', box: string, amount: number) => ({
  source,
  form,
  box,
  amount: asPence(amount),
  period: null,
  justAndReasonable: null,
  grossUpCeased: false,
});
const sent = (
  startYear: number,
  submittedOn: PlainDate,
  takings: number,
  letting: number,
): Told['returns'][number] => ({
  taxYear: taxYearFrom(startYear),
  noticeGivenOn: undefined,
  submittedOn,
  lines: [line('plumbing', 'SA103F', '15', takings), line('property', 'SA105', '20', letting)],
  notOnReturn: [],
  amendments: [],
});

const told: Told = {
  returns: [sent(2024, civil(2026, 1, 20), 1_741_250, 480_000), sent(2025, civil(2026, 10, 12), 1_893_400, 495_000)],
  updates: [],
  statuses: [],
  taxReturnsSent: [],
  circumstances: [],
  residence: [],
  filings: [],
  payments: [],
};

/** Records from 6 April to the day the books are seen from, oldest first. */
function records(): NewRecord[] {
  const next = numbers(seed);
  const made = [...jobsDone(next), ...rents(), ...spending(next)];
  return made.filter((r) => r.date <= plumberAsAt).toSorted((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
}

function jobsDone(next: (below: number) => number): NewRecord[] {
  const made: NewRecord[] = [];
  for (let day = addDays(begins, 2); day <= plumberAsAt; day = addDays(day, 3 + next(4))) {
    const big = made.length % 17 === 11;
    const pence = big ? 95_000 + next(45_000) : 7_000 + next(25) * 1_000;
    const job = big ? bigJobs[next(bigJobs.length)] : jobs[next(jobs.length)];
    made.push(
      record('plumbing', null, day, 'turnover', asPence(pence), `${customers[next(customers.length)]}, ${job}`),
    );
  }
  return made;
}

function rents(): NewRecord[] {
  const months = [0, 1, 2, 3, 4, 5, 6, 7];
  return months.flatMap((m) => {
    const day = addMonths(civil(2026, 4, 12), m);
    const paid = record('property', 'harbour-row', day, 'periodAmount', asPence(85_000), 'Rent, Flat 2, Harbour Row');
    const interest = record(
      'property',
      'harbour-row',
      addDays(day, 3),
      'residentialFinancialCost',
      asPence(31_240),
      'Mortgage interest',
    );
    return m === 2
      ? [
          paid,
          interest,
          record(
            'property',
            'harbour-row',
            addDays(day, 9),
            'repairsAndMaintenance',
            asPence(14_600),
            'Boiler service',
          ),
        ]
      : [paid, interest];
  });
}

function spending(next: (below: number) => number): NewRecord[] {
  const weeks = Math.floor(daysBetween(begins, plumberAsAt) / 7);
  return Array.from({ length: weeks }, (_, week) => {
    const [category, text, from, to] = costs[week % costs.length] ?? ['otherExpenses', 'Other', 100, 200];
    return record(
      'plumbing',
      null,
      addDays(begins, week * 7 + next(6)),
      category,
      asPence(from + next(to - from)),
      text,
    );
  });
}

function record(
  source: string,
  letting: string | null,
  date: PlainDate,
  category: string,
  pence: Pence,
  description: string,
): NewRecord {
  return { source, letting, date, category, pence, description };
}
