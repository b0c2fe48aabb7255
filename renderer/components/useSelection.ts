/**
 * Which records are selected? Single ones, a run of them, or all that fit the filters, also those not drawn.
 *
 * Whatever is written may have put other records in their place, so that a selection ends with it.
 */
import { useEffect, useRef, useState } from 'react';
import type { RecordShown } from '../../shared/contract/contract.ts';
import { mostAtOnce } from '../../shared/contract/atOnce.ts';
import type { Picked } from '../../shared/contract/several.ts';
import { thousands } from '../../shared/wording/format.ts';
import { records as words } from '../../shared/wording/records.ts';
import { ask, say, useStore, type RecordFilters } from '../store.ts';
import { between } from './gridKeys.ts';

export interface Selection {
  readonly has: (id: number) => boolean;
  readonly chosen: readonly Picked[];
  readonly toggle: (record: RecordShown, index: number) => void;
  /** The run to here, from where it began: the row last selected by itself, or `from`; those at hand on the way. */
  readonly extend: (from: number, to: number, at: (index: number) => RecordShown | undefined) => void;
  /** The next run begins anew. */
  readonly endRun: () => void;
  readonly all: () => Promise<void>;
  readonly clear: () => void;
}

type Ids = ReadonlyMap<number, Picked>;
const none: Ids = new Map();
const asPicked = ({ id, source, direction, amount, from }: RecordShown): Picked => ({
  id,
  source,
  direction,
  amount,
  from,
});

export function useSelection(filters: RecordFilters): Selection {
  const [ids, setIds] = useState(none);
  const run = useRef<{ readonly from: number; readonly before: Ids } | undefined>(undefined);
  const key = JSON.stringify(filters);
  useEffect(
    () =>
      useStore.subscribe((now, before) => {
        if (now.writes !== before.writes || now.records !== before.records) setIds(none);
      }),
    [],
  );
  const set = (next: Ids) => {
    run.current = undefined;
    setIds(next);
  };
  return {
    has: (id) => ids.has(id),
    chosen: [...ids.values()],
    toggle: (record, index) => {
      const next = new Map(ids);
      const off = next.delete(record.id);
      if (!off) next.set(record.id, asPicked(record));
      set(next);
      if (!off) run.current = { from: index, before: next };
    },
    extend: (from, to, at) => {
      const began = run.current ?? { from, before: ids };
      run.current = began;
      const rows = between(began.from, to).flatMap((index) => at(index) ?? []);
      setIds(new Map([...began.before, ...rows.map((r) => [r.id, asPicked(r)] as const)]));
    },
    endRun: () => {
      run.current = undefined;
    },
    all: async () => {
      const reply = await ask('records.pick', JSON.parse(key) as RecordFilters);
      if (!reply.ok) return say(reply.problem.message);
      set(new Map(reply.value.records.map((r) => [r.id, r])));
      if (reply.value.more) say(words.mostSelected(thousands(mostAtOnce)));
    },
    clear: () => set(none),
  };
}
