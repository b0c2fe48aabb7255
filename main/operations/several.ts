/** Which records fit some filters, and how are many of them changed or taken out in one action? */
import type { Parsed, Written } from '../../shared/contract/contract.ts';
import type { Removed } from '../../shared/contract/changes.ts';
import { mostAtOnce } from '../../shared/contract/atOnce.ts';
import type { PickedRecords } from '../../shared/contract/several.ts';
import { done, type Outcome } from '../../shared/values/outcome.ts';
import type { Context } from './context.ts';
import { write } from './outlook.ts';
import { recordQuery, recordShown } from './records.ts';

/** The newest, as many as one action takes. */
export async function pickRecords(filters: Parsed<'records.pick'>, context: Context): Promise<Outcome<PickedRecords>> {
  const books = await context.books.opened();
  if (!books.ok) return books;
  const { ledger } = books.value;
  const asked = recordQuery({ ...filters, position: null, after: null, limit: mostAtOnce });
  if (!asked.ok) return asked;
  const page = await ledger.records(asked.value);
  const sources = new Map((await ledger.sources()).map((s) => [s.id, s]));
  return done({
    records: page.items.map((record) => {
      const { id, source, direction, amount, from } = recordShown(record, sources.get(record.source));
      return { id, source, direction, amount, from };
    }),
    more: page.next !== null,
  });
}

export function changeSeveral(
  { records, ...change }: Parsed<'records.change'>,
  context: Context,
): Promise<Outcome<Written<{ changed: number }>>> {
  return write(context, ({ ledger }) => ledger.changeRecords(context.clock.now(), records, change));
}

export function removeSeveral(
  { records, as }: Parsed<'records.removeSeveral'>,
  context: Context,
): Promise<Outcome<Written<Removed>>> {
  return write(context, ({ ledger }) => ledger.removeRecords(context.clock.now(), records, as));
}
