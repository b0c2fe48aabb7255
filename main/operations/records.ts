/** What came in and went out, and how is one more record added as it was typed? */
import type { Parsed, RecordPage, RecordShown, Written } from '../../shared/contract/contract.ts';
import { categoryOf } from '../../shared/policy/categories.ts';
import { addDays, addMonths, firstDay, wholeYear, type Period, type TaxYear } from '../../shared/values/dates.ts';
import { toPounds, type Pence } from '../../shared/values/money.ts';
import { done, refuse, type Outcome } from '../../shared/values/outcome.ts';
import { parseTypedDate, parseTypedMoney } from '../../shared/values/typed.ts';
import type { LedgerSource, RecordQuery, StoredRecord } from '../ledger/api.ts';
import type { Context } from './context.ts';
import { write } from './outlook.ts';

export async function listRecords(query: Parsed<'records.list'>, context: Context): Promise<Outcome<RecordPage>> {
  const books = await context.books.opened();
  if (!books.ok) return books;
  const { ledger } = books.value;
  const asked = recordQuery(query);
  if (!asked.ok) return asked;
  const page = await ledger.records(asked.value);
  const sources = new Map((await ledger.sources()).map((s) => [s.id, s]));
  const files = new Map((await ledger.filesOf(page.items.map((r) => r.id))).map((f) => [f.record, f.files]));
  return done({
    records: page.items.map((r) => ({ ...recordShown(r, sources.get(r.source)), files: files.get(r.id) ?? 0 })),
    next: page.next,
    count: page.count,
    atLeast: page.atLeast,
  });
}

export async function listYears(context: Context): Promise<Outcome<readonly TaxYear[]>> {
  const books = await context.books.opened();
  return books.ok ? done(await books.value.ledger.years()) : books;
}

/** The filters as the ledger takes them. What was typed and cannot be read is refused by its field. */
export function recordQuery(query: Parsed<'records.list'>): Outcome<RecordQuery> {
  const { taxYear, quarter, least: leastText, most: mostText, ...rest } = query;
  if (quarter !== null && taxYear === null) return refuse('quarter-without-year', 'taxYear');
  const [least, most] = [limitOf(leastText, 'least'), limitOf(mostText, 'most')];
  if (!least.ok) return least;
  if (!most.ok) return most;
  const period = taxYear === null ? null : periodOf(taxYear, quarter);
  return done({ ...rest, period, least: least.value, most: most.value });
}

/** A tax year, or a quarter of it: `periodOf('2026-27', 2)` is 6 July to 5 October 2026. */
function periodOf(taxYear: TaxYear, quarter: number | null): Period {
  if (quarter === null) return wholeYear(taxYear);
  const first = firstDay(taxYear);
  return { from: addMonths(first, 3 * (quarter - 1)), to: addDays(addMonths(first, 3 * quarter), -1) };
}

function limitOf(text: string, path: string): Outcome<Pence | null> {
  if (text.trim() === '') return done(null);
  const pence = parseTypedMoney(text);
  return pence === undefined ? refuse('amount-unreadable', path, { found: text }) : done(pence);
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

/** A record as a window shows it, but for its files. */
export function recordShown(record: StoredRecord, source: LedgerSource | undefined): Omit<RecordShown, 'files'> {
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
    rule: record.rule,
  };
}
