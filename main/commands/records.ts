/** Which records are in the books, and by which number is each named? */
import { parseTaxYear, wholeYear } from '../../shared/values/dates.ts';
import { toPounds } from '../../shared/values/money.ts';
import { done, refuse, type Outcome } from '../../shared/values/outcome.ts';
import { recordLines } from '../../shared/wording/commands.ts';
import type { LedgerClient, RecordQuery, StoredRecord } from '../ledger/api.ts';
import type { Answered, Given } from './command.ts';
import { reading } from './ledgers.ts';

const pageLength = 500;

/** All of them, newest first, or those of a tax year, a source, a letting or a category, or with letters in their text. */
export async function records(given: Given): Answered {
  const query = queryOf(given);
  if (!query.ok) return query;
  const read = await reading(given, async (ledger) => {
    const { source } = query.value;
    const known = source === null || (await ledger.sources()).some((s) => s.id === source);
    return known ? done(await every(ledger, query.value)) : refuse('source-unknown', 'source', { source });
  });
  if (!read.ok) return read;
  const listed = read.value.map(asListed);
  return done({ json: { count: listed.length, records: listed }, lines: recordLines(listed) });
}

const asListed = ({ id, date, source, letting, category, pence, own, description, bankRow, rule }: StoredRecord) => ({
  id,
  date,
  source,
  letting,
  category,
  amount: toPounds(pence),
  own: toPounds(own),
  description,
  fromBank: bankRow !== null,
  rule,
});

function queryOf(given: Given): Outcome<Omit<RecordQuery, 'after' | 'limit'>> {
  const text = given.option('tax-year');
  const taxYear = text === undefined ? null : parseTaxYear(text);
  if (taxYear === undefined) return refuse('tax-year-unknown', 'tax-year', { found: JSON.stringify(text) });
  return done({
    period: taxYear === null ? null : wholeYear(taxYear),
    source: given.option('source') ?? null,
    letting: given.option('letting') ?? null,
    category: given.option('category') ?? null,
    text: given.option('find') ?? '',
  });
}

async function every(ledger: LedgerClient, query: Omit<RecordQuery, 'after' | 'limit'>): Promise<StoredRecord[]> {
  const found: StoredRecord[] = [];
  for (let after: string | null = null; ;) {
    const page = await ledger.records({ ...query, after, limit: pageLength });
    found.push(...page.items);
    if (page.next === null) return found;
    after = page.next;
  }
}
