/**
 * Which running totals need not cross between the threads again?
 *
 * Facts hold a figure for each day of each year, and a write changes one year. Both sides keep the totals of the last
 * answer, so that an answer carries only the ones that are new, and the number of each one the other side has.
 */
import type { Facts, RecordsTotal } from '../../shared/rules/facts.ts';

/** Facts on their way: a running total, or its place in the answer before. */
export interface CrossingFacts extends Omit<Facts, 'records'> {
  readonly records: readonly (RecordsTotal | number)[];
}

/** Facts as they leave; `before` is the running totals of the last answer, and becomes those of this one. */
export function sent(facts: Facts, before: RecordsTotal[]): CrossingFacts {
  const places = new Map(before.map((total, place) => [total, place]));
  before.splice(0, before.length, ...facts.records);
  return { ...facts, records: facts.records.map((total) => places.get(total) ?? total) };
}

/** Facts as they arrive, whole again. A place that the last answer did not have is our mistake and throws. */
export function received(crossing: CrossingFacts, before: RecordsTotal[]): Facts {
  const records = crossing.records.map((found) => {
    const total = typeof found === 'number' ? before[found] : found;
    if (total === undefined) throw new RangeError('the last answer had no such running total');
    return total;
  });
  before.splice(0, before.length, ...records);
  return { ...crossing, records };
}
