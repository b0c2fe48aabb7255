/**
 * What do the books of somebody look like who began half-way through a tax year?
 *
 * An invented baker, employed until September 2025 and on her own since 6 October 2025, seen on 22 November 2026. Her first
 * return covers six months; for a whole year that would be twice as much, and that is what is compared with £30,000.
 */
import { addDays, addMonths, civil, daysBetween, lastDay, taxYearFrom } from '../../shared/values/dates.ts';
import type { Outcome } from '../../shared/values/outcome.ts';
import type { Instant, LedgerClient, NewRecord } from '../ledger/api.ts';
import { byDay, inTurn, line, numbers, oneOf, record, sent, taken, told, type Example } from './example.ts';

const asAt = civil(2026, 11, 22);
const began = civil(2025, 10, 6);

const markets = ['Saturday market', 'Village hall sale', 'Harvest fair'] as const;
const orders = ['The Copper Kettle, weekly order', 'Larkspur Tea Room, weekly order'] as const;
const costs = [
  ['costOfGoods', 'Flour, butter and eggs', 7_800, 4_200],
  ['premisesRunningCosts', 'Kitchen hire', 9_000, 0],
  ['carVanTravelExpenses', 'Diesel', 3_100, 2_900],
  ['advertisingCosts', 'Printed labels', 1_900, 1_500],
] as const;

function fill(ledger: LedgerClient, at: Instant): Promise<Outcome<unknown>> {
  const made = records();
  const first = taken(made, 'turnover', began, lastDay(taxYearFrom(2025)));
  const none = { ...sent(2024, asAt, []), noticeGivenOn: null, submittedOn: null };
  const returns = [none, sent(2025, civil(2026, 8, 14), [line('bakes', 'SA103F', first)])];
  const baking = { id: 'bakes', kind: 'self-employment', name: 'Saffron Street Bakes', ceasedOn: null } as const;
  return inTurn([
    () => ledger.addSource(at, { ...baking, startedOn: began }),
    () => ledger.tell(at, told({ returns })),
    ...made.map((r) => () => ledger.addRecord(at, r)),
  ]);
}

export const newTrade: Example = { asAt, fill };

function records(): NewRecord[] {
  const next = numbers(20_251_006);
  const weeks = Math.floor(daysBetween(began, asAt) / 7);
  const made = Array.from({ length: weeks + 1 }, (_, week) => weekOf(week, next)).flat();
  const months = Array.from({ length: 14 }, (_, m) => addMonths(civil(2025, 10, 20), m));
  const phone = months.map((day) => record('bakes', null, day, 'adminCosts', 1_800, 'Phone'));
  return [...made, ...phone].filter((r) => r.date <= asAt).toSorted(byDay);
}

/** Two deliveries and a market, and something to buy. */
function weekOf(week: number, next: (below: number) => number): NewRecord[] {
  const monday = addDays(began, week * 7);
  const sale = (day: number, pence: number, text: string) =>
    record('bakes', null, addDays(monday, day), 'turnover', pence, text);
  const [category, text, least, more] = costs[week % costs.length] ?? costs[0];
  return [
    sale(1, 16_500 + next(40) * 100, orders[0]),
    sale(3, 14_000 + next(40) * 100, orders[1]),
    sale(5, 26_000 + next(160) * 100, oneOf(markets, next)),
    record('bakes', null, addDays(monday, 2), category, least + (more === 0 ? 0 : next(more)), text),
  ];
}
