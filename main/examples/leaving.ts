/**
 * What do the books of somebody look like who is on the way out?
 *
 * An invented garden designer who must use Making Tax Digital for Income Tax since 6 April 2026 and has worked less since,
 * seen on 14 February 2028: in the second tax year within the amounts, with every update sent in time.
 */
import {
  addDays,
  addMonths,
  civil,
  firstDay,
  lastDay,
  taxYearFrom,
  type PlainDate,
} from '../../shared/values/dates.ts';
import type { Outcome } from '../../shared/values/outcome.ts';
import type { Instant, LedgerClient, NewRecord } from '../ledger/api.ts';
import { byDay, inTurn, line, numbers, oneOf, record, sent, taken, told, type Example } from './example.ts';

const asAt = civil(2028, 2, 14);
const begins = civil(2026, 4, 6);

const gardens = ['The Old Rectory', 'Quince House', 'Mill Lane School', 'Dr Applegarth', 'Nettlecombe Hall'] as const;
const works = ['planting plan', 'two days’ planting', 'winter pruning', 'pond and edging', 'site visit'] as const;
const costs = ['Bulbs and plants', 'Compost and bark', 'Diesel', 'Spade and shears'] as const;
const costCategories = ['costOfGoods', 'costOfGoods', 'carVanTravelExpenses', 'maintenanceCosts'] as const;

function fill(ledger: LedgerClient, at: Instant): Promise<Outcome<unknown>> {
  const made = records();
  const year = taxYearFrom(2026);
  const turnover = (pence: number) => [line('gardens', 'SA103F', pence)];
  const returns = [
    sent(2024, civil(2026, 1, 8), turnover(5_431_800)),
    sent(2025, civil(2026, 12, 2), turnover(4_118_650)),
    sent(2026, civil(2028, 1, 12), turnover(taken(made, 'turnover', firstDay(year), lastDay(year)))),
  ];
  const designing = { id: 'gardens', kind: 'self-employment', name: 'Hollybank Gardens', ceasedOn: null } as const;
  return inTurn([
    () => ledger.addSource(at, { ...designing, startedOn: civil(2015, 3, 2) }),
    () => ledger.tell(at, told({ returns, updates: updates(made), statuses })),
    ...made.map((r) => () => ledger.addRecord(at, r)),
  ]);
}

export const leaving: Example = { asAt, fill };

const statuses = [2026, 2027].map((y) => ({ taxYear: taxYearFrom(y), status: 'MTD Mandated' as const }));

const ends: readonly (readonly [startYear: number, quarter: 1 | 2 | 3 | 4, end: PlainDate])[] = [
  [2026, 1, civil(2026, 7, 5)],
  [2026, 2, civil(2026, 10, 5)],
  [2026, 3, civil(2027, 1, 5)],
  [2026, 4, civil(2027, 4, 5)],
  [2027, 1, civil(2027, 7, 5)],
  [2027, 2, civil(2027, 10, 5)],
  [2027, 3, civil(2028, 1, 5)],
];

/** Each says the income so far in its tax year, and went eighteen days after its period. */
const updates = (made: readonly NewRecord[]) =>
  ends.map(([startYear, quarter, end]) => {
    const taxYear = taxYearFrom(startYear);
    const gross = taken(made, 'turnover', firstDay(taxYear), end);
    return { taxYear, quarter, sentOn: addDays(end, 18), lines: [{ source: 'gardens', gross }] };
  });

function records(): NewRecord[] {
  const next = numbers(20_270_406);
  const made: NewRecord[] = [];
  for (let day = addDays(begins, 3); day <= asAt; day = addDays(day, 7 + next(6))) {
    const pence = 28_000 + next(44) * 1_000;
    made.push(record('gardens', null, day, 'turnover', pence, `${oneOf(gardens, next)}, ${oneOf(works, next)}`));
  }
  for (let month = 0; month < 23; month += 1) {
    const n = month % costs.length;
    const day = addDays(addMonths(begins, month), 9 + next(9));
    made.push(
      record('gardens', null, day, costCategories[n] ?? 'otherExpenses', 3_500 + next(9_000), costs[n] ?? 'Other'),
    );
  }
  return made.filter((r) => r.date <= asAt).toSorted(byDay);
}
