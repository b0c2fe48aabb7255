/**
 * How are records that stand in the list changed? One action each, and a word with the way back.
 */
import type { Input, RecordShown, SourceShown, WordedProblem } from '../../shared/contract/contract.ts';
import type { Kind } from '../../shared/values/smartEntry.ts';
import { count } from '../../shared/wording/format.ts';
import { records as words } from '../../shared/wording/records.ts';
import { ask, say } from '../store.ts';

type Result = { readonly ok: true } | { readonly ok: false; readonly problem: WordedProblem };

/** Does it to one after the other, and stops at the first that is refused. */
async function each(
  list: readonly RecordShown[],
  work: (record: RecordShown) => Promise<Result>,
): Promise<{ readonly done: number; readonly problem: string | undefined }> {
  return list.reduce<Promise<{ readonly done: number; readonly problem: string | undefined }>>(
    async (before, record) => {
      const so = await before;
      if (so.problem !== undefined) return so;
      const reply = await work(record);
      return reply.ok ? { ...so, done: so.done + 1 } : { ...so, problem: reply.problem.message };
    },
    Promise.resolve({ done: 0, problem: undefined }),
  );
}

/** Takes records out; what came from the bank is then not sorted. */
export async function removeRecords(list: readonly RecordShown[]): Promise<void> {
  const { done, problem } = await each(list, ({ id }) => ask('records.remove', { id }));
  const bank = list.some((r) => r.from === 'bank');
  const sentence = (bank ? words.toUnsorted : words.removed)(count(done, 'record'));
  say(problem ?? sentence, done);
}

export async function recategorise(list: readonly RecordShown[], category: string): Promise<void> {
  const { done, problem } = await each(list, ({ id, source, letting, date, description, amount, from }) =>
    ask('records.correct', {
      id,
      source,
      letting,
      date,
      category,
      description,
      amount: from === 'bank' ? null : amount,
    }),
  );
  say(problem ?? words.recategorised(count(done, 'record')), done);
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
