/**
 * Which records have been fetched so far?
 *
 * Pages come one after the other; a changed filter starts again, and an answer to an older question is dropped. When
 * something was written, as many as were there are fetched again, so that nobody loses their place.
 */
import { useCallback, useEffect, useRef, useState } from 'react';
import type { RecordPage, RecordShown } from '../../shared/contract/contract.ts';
import { ask, useStore, type RecordsView } from '../store.ts';

export interface RecordPages {
  readonly records: readonly RecordShown[];
  readonly count: number;
  /** There are more than `count` says: nobody counted to the end. */
  readonly atLeast: boolean;
  /** Undefined at the end. */
  readonly more: (() => void) | undefined;
  /** Undefined until the first answer is here. */
  readonly ready: boolean;
  /** What main said when it could not answer. */
  readonly problem: string | undefined;
}

interface Fetched {
  readonly records: readonly RecordShown[];
  readonly last: RecordPage | undefined;
  readonly problem: string | undefined;
}
const pageSize = 100;
const nothing: Fetched = { records: [], last: undefined, problem: undefined };

export function useRecordPages({ taxYear, source, text }: RecordsView): RecordPages {
  const [fetched, setFetched] = useState<Fetched>(nothing);
  const asked = useRef(0);
  const waiting = useRef(false);

  const fetchPage = useCallback(
    async (after: string | null, limit = pageSize) => {
      asked.current += 1;
      const mine = asked.current;
      waiting.current = true;
      const reply = await ask('records.list', { taxYear, source, text, after, limit });
      if (mine !== asked.current) return;
      waiting.current = false;
      setFetched((before) => {
        if (!reply.ok) return { ...before, problem: reply.problem.message };
        const kept = after === null ? [] : before.records;
        return { records: [...kept, ...reply.value.records], last: reply.value, problem: undefined };
      });
    },
    [taxYear, source, text],
  );
  useEffect(() => {
    void fetchPage(null);
  }, [fetchPage]);

  const loaded = fetched.records.length;
  useEffect(
    () =>
      useStore.subscribe((now, before) => {
        if (now.writes !== before.writes) void fetchPage(null, Math.min(500, Math.max(pageSize, loaded)));
      }),
    [fetchPage, loaded],
  );

  const next = fetched.last?.next ?? null;
  const more = useCallback(() => {
    if (next !== null && !waiting.current) void fetchPage(next);
  }, [fetchPage, next]);
  return {
    records: fetched.records,
    count: fetched.last?.count ?? 0,
    atLeast: fetched.last?.atLeast ?? false,
    more: next === null ? undefined : more,
    ready: fetched.last !== undefined,
    problem: fetched.problem,
  };
}
