/**
 * What do the books of somebody look like who lets through an agent, and with somebody else?
 *
 * An invented landlord seen on 22 November 2026. The agent pays rent after its fee and the repairs it saw to; each payment
 * is split into what it really was. A second flat is let jointly: half of it theirs, three quarters from 1 July 2026. What
 * reached the bank is less than £20,000 so far; the rents before anything was taken off are more.
 */
import { addDays, addMonths, civil } from '../../shared/values/dates.ts';
import type { Outcome } from '../../shared/values/outcome.ts';
import type { Instant, LedgerClient, NewRecord } from '../ledger/api.ts';
import { byDay, importRows, inTurn, line, record, sent, told, type Example, type ExampleRow } from './example.ts';

const asAt = civil(2026, 11, 22);
const firstRent = civil(2026, 4, 8);
const months = [0, 1, 2, 3, 4, 5, 6, 7];

const cottage = { rent: 165_000, feePercent: 12 };
const mewsRent = 170_000;
/** Repairs the agent paid for out of a month's rent. */
const repairs: ReadonlyMap<number, readonly [pence: number, text: string]> = new Map([
  [1, [28_440, 'Washing machine, part and labour']],
  [3, [61_200, 'Boiler: new pump']],
  [6, [33_750, 'Gutters cleared and mended']],
] as const);

const returns = [
  sent(2024, civil(2026, 1, 11), [line('property', 'SA105', 2_815_000)]),
  sent(2025, civil(2026, 9, 30), [line('property', 'SA105', 2_964_000)]),
];

function fill(ledger: LedgerClient, at: Instant): Promise<Outcome<unknown>> {
  const property = { id: 'property', kind: 'uk-property', name: 'UK property', ceasedOn: null } as const;
  const mews = { source: 'property', id: 'tidewater', name: '9 Tidewater Mews', country: null };
  const whole = { of: 1, in: 1 };
  return inTurn([
    () => ledger.addSource(at, { ...property, startedOn: civil(2018, 6, 1) }),
    () =>
      ledger.addLetting(at, {
        source: 'property',
        id: 'rowan-cottage',
        name: 'Rowan Cottage, Fennel Lane',
        country: null,
        share: whole,
        shareFrom: null,
      }),
    () => ledger.addLetting(at, { ...mews, share: { of: 1, in: 2 }, shareFrom: null }),
    () => ledger.addLetting(at, { ...mews, share: { of: 3, in: 4 }, shareFrom: civil(2026, 7, 1) }),
    () => ledger.tell(at, told({ returns })),
    () => importRows(ledger, at, 'Current account', 'current-account.csv', bankRows()),
    ...mewsRecords().map((r) => () => ledger.addRecord(at, r)),
  ]);
}

export const landlord: Example = { asAt, fill };

/** What the bank saw: the agent's payments, and some things that are nobody's business but the landlord's. */
function bankRows(): ExampleRow[] {
  const household = months.map((m) => ({
    date: addDays(addMonths(firstRent, m), 5),
    text: 'BRAMBLE STORES 0412',
    pence: -(4_310 + m * 285),
    sorted: 'not-business' as const,
  }));
  return [...months.map(agentsPayment), ...household].filter((r) => r.date <= asAt).toSorted(byDay);
}

function agentsPayment(month: number): ExampleRow {
  const date = addMonths(firstRent, month);
  const { rent, feePercent } = cottage;
  const fee = (rent * feePercent) / 100;
  const [spent, what] = repairs.get(month) ?? [0, ''];
  const of = (category: string, pence: number, text: string) =>
    record('property', 'rowan-cottage', date, category, pence, text);
  const sorted = [
    of('periodAmount', rent, 'Rent, Rowan Cottage'),
    of('professionalFees', fee, `Fennel & Moss Lettings, fee of ${feePercent}%`),
    ...(spent === 0 ? [] : [of('repairsAndMaintenance', spent, what)]),
  ];
  return { date, text: 'FENNEL & MOSS LETTINGS RENT', pence: rent - fee - spent, sorted };
}

/** The flat is let together with a sister, who collects the rent; the whole of it is recorded, and the share makes the part. */
function mewsRecords(): NewRecord[] {
  const of = (month: number, day: number, category: string, pence: number, text: string) =>
    record('property', 'tidewater', addDays(addMonths(civil(2026, 4, 10), month), day), category, pence, text);
  const made = months.flatMap((m) => [
    of(m, 0, 'periodAmount', mewsRent, 'Rent, 9 Tidewater Mews'),
    of(m, 6, 'residentialFinancialCost', 48_815, 'Mortgage interest'),
  ]);
  const ground = of(2, 12, 'premisesRunningCosts', 25_000, 'Ground rent and insurance');
  return [...made, ground].filter((r) => r.date <= asAt).toSorted(byDay);
}
