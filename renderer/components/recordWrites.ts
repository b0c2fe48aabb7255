/**
 * How are records that stand in the list changed? One action each, and a word with the way back.
 */
import type { Input, RecordShown, SourceShown } from '../../shared/contract/contract.ts';
import type { Kind } from '../../shared/values/smartEntry.ts';
import { count } from '../../shared/wording/format.ts';
import { records as words } from '../../shared/wording/records.ts';
import { ask, say } from '../store.ts';

/** Takes records out, all in one action; what came from the bank is then not sorted, or not business. */
export async function removeRecords(ids: readonly number[], as: 'unsorted' | 'not-business'): Promise<void> {
  const reply = await ask('records.removeSeveral', { records: [...ids], as });
  if (!reply.ok) return say(reply.problem.message);
  const n = count(reply.value.done.removed, 'record');
  return say(as === 'unsorted' ? words.removed(n) : words.setAside(n), 1);
}

/** Gives records another source, property or category, all in one action. */
export async function changeRecords(
  ids: readonly number[],
  to: Omit<Input<'records.change'>, 'records'>,
): Promise<void> {
  const reply = await ask('records.change', { records: [...ids], ...to });
  if (!reply.ok) return say(reply.problem.message);
  const { changed } = reply.value.done;
  return say(words.recategorised(count(changed, 'record')), changed === 0 ? 0 : 1);
}

/** The same once more, on the same day. */
export async function duplicate(record: RecordShown): Promise<void> {
  const { source, letting, date, category, amount, description } = record;
  const reply = await ask('records.add', { source, letting, date, category, amount, description });
  say(reply.ok ? words.added : reply.problem.message, reply.ok ? 1 : 0);
}

export const asCorrection = (record: RecordShown, typed: Typed): Input<'records.correct'> => ({
  id: record.id,
  source: record.source,
  letting: typed.letting === '' ? null : typed.letting,
  date: typed.date,
  category: typed.category,
  description: typed.description,
  amount: record.from === 'bank' && typed.amount === record.amount ? null : typed.amount,
});

/** One record as its fields hold it. */
export interface Typed {
  readonly date: string;
  readonly letting: string;
  readonly category: string;
  readonly amount: string;
  readonly description: string;
}

/** Everything a record can be, for the line in which it is typed. A property let alone needs no naming. */
export function kindsOf(sources: readonly SourceShown[]): readonly Kind[] {
  return sources.flatMap((source) => {
    const places =
      source.lettings.length === 0
        ? [{ letting: null, placeNames: [source.name] }]
        : source.lettings.map((l) => ({ letting: l.id, placeNames: [source.name, l.name] }));
    return places.flatMap((place) =>
      source.categories.map((c) => ({ ...place, source: source.id, category: c.id, categoryName: c.name })),
    );
  });
}
