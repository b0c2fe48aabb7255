/**
 * Which rows could be one payment from one of the person's accounts to another?
 *
 * Equal amounts, out of one account and into another, within a few days. Each row is in one pair at most, the nearest in
 * time. A pair is offered and never decided: two accounts may see equal amounts by chance.
 */
import { daysBetween } from '../values/dates.ts';
import type { SortableRow } from './rule.ts';

export interface NumberedRow extends SortableRow {
  readonly id: number;
}
export interface TransferPair {
  /** What it is remembered by when it is declined. */
  readonly about: string;
  readonly from: NumberedRow;
  readonly to: NumberedRow;
}

/** A weekend and a bank holiday lie between at most. */
export const mostDaysApart = 4;

export const aboutPair = (a: number, b: number): string => `rows ${Math.min(a, b)} ${Math.max(a, b)}`;

/** Pairs among these rows, the newest first, without those declined. */
export function transferPairs(rows: readonly NumberedRow[], declined: ReadonlySet<string>): readonly TransferPair[] {
  const incoming = Map.groupBy(
    rows.filter((row) => row.pence > 0),
    (row) => row.pence as number,
  );
  const apart = (a: NumberedRow, b: NumberedRow): number => Math.abs(daysBetween(a.date, b.date));
  const candidates = rows
    .filter((row) => row.pence < 0)
    .flatMap((from) =>
      (incoming.get(0 - from.pence) ?? [])
        .filter((to) => to.account !== from.account && apart(from, to) <= mostDaysApart)
        .map((to) => ({ about: aboutPair(from.id, to.id), from, to })),
    )
    .filter(({ about }) => !declined.has(about))
    .toSorted((a, b) => apart(a.from, a.to) - apart(b.from, b.to) || a.from.id - b.from.id || a.to.id - b.to.id);
  const taken = new Set<number>();
  const pairs = candidates.filter(({ from, to }) => {
    if (taken.has(from.id) || taken.has(to.id)) return false;
    taken.add(from.id).add(to.id);
    return true;
  });
  return pairs.toSorted((a, b) => (a.from.date < b.from.date ? 1 : -1));
}
