/**
 * Which records are at hand, of a list that may be very long?
 *
 * Pages of a hundred, by their place in the list: those in sight are fetched, one question at a time, and those far away
 * let go. A changed filter gives up the question under way. When something was written, what is in sight is fetched again
 * where it is, so that nobody loses their place.
 */
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { RecordPage, RecordShown, WordedProblem } from '../../shared/contract/contract.ts';
import { ask, noFilters, useStore, type RecordFilters, type RecordsView } from '../store.ts';

export interface RecordPages {
  /** The record at a place, counted from 0; undefined while it is not at hand. */
  readonly at: (index: number) => RecordShown | undefined;
  /** How many there are to scroll through. */
  readonly length: number;
  readonly count: number;
  /** There are more than `count` says: nobody counted to the end. */
  readonly atLeast: boolean;
  /** Says which are in sight: what is not at hand of them is fetched. */
  readonly see: (first: number, last: number) => void;
  /** False until the first answer is here. */
  readonly ready: boolean;
  readonly problem: WordedProblem | undefined;
}

interface Fetched {
  readonly pages: ReadonlyMap<number, readonly RecordShown[]>;
  readonly last: Pick<RecordPage, 'count' | 'atLeast'> | undefined;
  /** How far the list is known to go. */
  readonly length: number;
  readonly problem: WordedProblem | undefined;
}
interface Sight {
  readonly first: number;
  readonly last: number;
}

const pageSize = 100;
const mostPages = 40;
const nothing: Fetched = { pages: new Map(), last: undefined, length: 0, problem: undefined };

export const filtersOf = (view: RecordsView): RecordFilters => {
  const { tab, ...filters } = view;
  return tab === 'recorded' ? filters : noFilters;
};

export function useRecordPages(view: RecordsView): RecordPages {
  const [fetched, setFetched] = useState<Fetched>(nothing);
  const filters = useFilters(view);
  const fetcher = useMemo(() => pageFetcher(filters, setFetched), [filters]);
  const sight = useRef<Sight>({ first: 0, last: 0 });
  useEffect(() => {
    sight.current = { first: 0, last: 0 };
    fetcher.again(sight.current);
    const stop = useStore.subscribe((now, before) => {
      if (now.writes !== before.writes) fetcher.again(sight.current);
    });
    return () => {
      stop();
      fetcher.giveUp();
    };
  }, [fetcher]);
  const { pages, last, length, problem } = fetched;
  const see = useCallback(
    (from: number, to: number) => {
      sight.current = { first: Math.floor(from / pageSize), last: Math.floor(Math.max(from, to) / pageSize) };
      fetcher.need(sight.current, pages);
    },
    [fetcher, pages],
  );
  const at = useCallback((index: number) => pages.get(Math.floor(index / pageSize))?.[index % pageSize], [pages]);
  return {
    at,
    length,
    count: last?.count ?? 0,
    atLeast: last?.atLeast ?? false,
    see,
    ready: last !== undefined,
    problem,
  };
}

/** The filters of a view, the same object for as long as they are the same. */
function useFilters(view: RecordsView): RecordFilters {
  const key = JSON.stringify(filtersOf(view));
  return useMemo(() => JSON.parse(key) as RecordFilters, [key]);
}

type Take = (change: (before: Fetched) => Fetched) => void;

/** One question at a time. What comes into sight meanwhile is asked for next, and what has left it is not. */
function pageFetcher(filters: RecordFilters, take: Take) {
  let asking: AbortController | undefined;
  let wanted: Sight | undefined;
  const fetchSight = async (sight: Sight, fresh: boolean): Promise<void> => {
    const mine = new AbortController();
    asking = mine;
    const limit = Math.min(5, sight.last - sight.first + 1) * pageSize;
    const reply = await ask('records.list', { ...filters, position: sight.first * pageSize, limit }, mine.signal);
    if (asking !== mine) return;
    asking = undefined;
    take((before) =>
      reply.ok ? joined(before, sight.first, reply.value, fresh) : { ...before, problem: reply.problem },
    );
    const next = wanted;
    wanted = undefined;
    if (reply.ok && next !== undefined) void fetchSight(next, false);
  };
  return {
    need: (sight: Sight, pages: Fetched['pages']): void => {
      const missing = [sight.first, sight.last].filter((page) => !pages.has(page));
      const [first] = missing;
      const last = missing.at(-1);
      wanted = undefined;
      if (first === undefined || last === undefined) return;
      if (asking === undefined) void fetchSight({ first, last }, false);
      else wanted = { first, last };
    },
    again: (sight: Sight): void => {
      asking?.abort();
      wanted = undefined;
      void fetchSight(sight, true);
    },
    giveUp: (): void => {
      asking?.abort();
      [asking, wanted] = [undefined, undefined];
    },
  };
}

/** The pages of a reply among those there are; fresh ones stand alone, because a write may have moved all others. */
function joined(before: Fetched, first: number, page: RecordPage, fresh: boolean): Fetched {
  const kept = fresh ? [] : [...before.pages].filter(([at]) => Math.abs(at - first) < mostPages / 2);
  const pages = new Map(kept);
  const several = Math.max(1, Math.ceil(page.records.length / pageSize));
  for (let n = 0; n < several; n += 1) pages.set(first + n, page.records.slice(n * pageSize, (n + 1) * pageSize));
  const end = first * pageSize + page.records.length;
  const known = page.next === null ? end : Math.max(page.count, end + pageSize);
  const length = page.atLeast ? Math.max(known, fresh ? 0 : before.length) : page.count;
  const { count, atLeast } = page;
  return {
    pages,
    last: { count, atLeast },
    length: page.atLeast && page.next === null ? end : length,
    problem: undefined,
  };
}
