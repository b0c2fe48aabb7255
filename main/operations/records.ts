/** What came in and went out, and how is one more record added as it was typed? */
import type { Parsed, RecordPage, RecordShown, Written } from '../../shared/contract/contract.ts';
import { categoryOf } from '../../shared/policy/categories.ts';
import { wholeYear } from '../../shared/values/dates.ts';
import { toPounds } from '../../shared/values/money.ts';
import { done, refuse, type Outcome } from '../../shared/values/outcome.ts';
import { parseTypedDate, parseTypedMoney } from '../../shared/values/typed.ts';
import type { LedgerSource, StoredRecord } from '../ledger/api.ts';
import type { Context } from './context.ts';
import { write } from './outlook.ts';

export async function listRecords(query: Parsed<'records.list'>, context: Context): Promise<Outcome<RecordPage>> {
  const books = await context.books.opened();
  if (!books.ok) return books;
  const { ledger } = books.value;
  const { taxYear, ...rest } = query;
  const page = await ledger.records({ ...rest, period: taxYear === null ? null : wholeYear(taxYear) });
  const sources = new Map((await ledger.sources()).map((s) => [s.id, s]));
  return done({
    records: page.items.map((r) => recordShown(r, sources.get(r.source))),
    next: page.next,
    count: page.count,
  });
}

/** One typed record. Dates and amounts are read as people write them; what cannot be read is refused by its field. */
export function addRecord(typed: Parsed<'records.add'>, context: Context): Promise<Outcome<Written<{ id: number }>>> {
  return write(context, async ({ ledger, asAt }) => {
    const { amount, date: dateText, ...rest } = typed;
    if (dateText.trim() === '') return refuse('date-missing', 'date');
    const date = parseTypedDate(dateText, asAt());
    if (date === undefined) return refuse('date-unreadable', 'date', { found: dateText });
    if (amount.trim() === '') return refuse('money-missing', 'amount');
    const pence = parseTypedMoney(amount);
    if (pence === undefined) return refuse('amount-unreadable', 'amount', { found: amount });
    return ledger.addRecord(context.clock.now(), { ...rest, date, pence });
  });
}

function recordShown(record: StoredRecord, source: LedgerSource | undefined): RecordShown {
  const category = source === undefined ? undefined : categoryOf(source.kind, record.category);
  if (category === undefined) throw new Error(`record ${record.id} has a category its source does not know`);
  return {
    id: record.id,
    date: record.date,
    source: record.source,
    letting: record.letting,
    category: record.category,
    categoryName: category.name,
    direction: category.direction,
    amount: toPounds(record.pence),
    own: toPounds(record.own),
    description: record.description,
    from: record.bankRow === null ? 'typed' : 'bank',
  };
}
