/**
 * Which running totals need not cross between the threads again?
 *
 * Facts hold a figure for each day of each year, and a write changes one day. Both sides keep the totals of the last
 * answer, so that an answer carries only what is new: the number of each total the other side has, and of one that changed
 * the days between those that are as they were.
 */
import type { Facts, RecordsTotal } from '../../shared/rules/facts.ts';

/** A total of the answer before (`place`) with other days after its first `head` and before its last `tail`. */
interface ChangedTotal {
  readonly place: number;
  readonly head: number;
  readonly tail: number;
  readonly total: RecordsTotal;
}
/** Facts on their way: a running total whole, its place in the answer before, or what changed of it. */
export interface CrossingFacts extends Omit<Facts, 'records'> {
  readonly records: readonly (RecordsTotal | ChangedTotal | number)[];
}

/** Facts as they leave; `before` is the running totals of the last answer, and becomes those of this one. */
export function sent(facts: Facts, before: RecordsTotal[]): CrossingFacts {
  const places = new Map(before.map((total, place) => [total, place]));
  const known = [...before];
  before.splice(0, before.length, ...facts.records);
  return { ...facts, records: facts.records.map((total) => places.get(total) ?? changed(total, known)) };
}

function changed(total: RecordsTotal, before: readonly RecordsTotal[]): RecordsTotal | ChangedTotal {
  const place = before.findIndex((t) => t.taxYear === total.taxYear && t.source === total.source);
  const [old, days] = [before[place]?.days ?? [], total.days];
  const most = Math.min(old.length, days.length);
  let head = 0;
  while (head < most && old[head] === days[head]) head += 1;
  let tail = 0;
  while (tail < most - head && old.at(-1 - tail) === days.at(-1 - tail)) tail += 1;
  if (head + tail === 0) return total;
  return { place, head, tail, total: { ...total, days: days.slice(head, days.length - tail) } };
}

/** Facts as they arrive, whole again. A place that the last answer did not have is our mistake and throws. */
export function received(crossing: CrossingFacts, before: RecordsTotal[]): Facts {
  const had = (place: number): RecordsTotal => {
    const total = before[place];
    if (total === undefined) throw new RangeError('the last answer had no such running total');
    return total;
  };
  const records = crossing.records.map((found) => {
    if (typeof found === 'number') return had(found);
    if (!('place' in found)) return found;
    const { place, head, tail, total } = found;
    const old = had(place).days;
    return { ...total, days: [...old.slice(0, head), ...total.days, ...old.slice(old.length - tail)] };
  });
  before.splice(0, before.length, ...records);
  return { ...crossing, records };
}
