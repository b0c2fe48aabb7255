/**
 * What did the last tax returns say, as the person told it when they began?
 *
 * Each amount becomes the line of HMRC's form that holds income before expenses. A return that was sent, but whose
 * amount for a source of that year is not known, is left untold: a missing line would count as nil.
 */
import type { Parsed } from '../../shared/contract/contract.ts';
import type { Form, SourceKind } from '../../shared/policy/categories.ts';
import type { ReturnLine, TaxReturn } from '../../shared/rules/facts.ts';
import { lastDay, type PlainDate, type TaxYear } from '../../shared/values/dates.ts';
import { nothing, sum, type Pence } from '../../shared/values/money.ts';
import { done, refuse, type Outcome } from '../../shared/values/outcome.ts';
import { parseTypedDate, parseTypedMoney } from '../../shared/values/typed.ts';
import type { NewSource } from '../ledger/api.ts';
import type { FirstSources } from './startSources.ts';

type Entry = Parsed<'books.start'>['returns'][number];

const incomeBox: Readonly<Record<SourceKind, { form: Form; box: string }>> = {
  'self-employment': { form: 'SA103F', box: '15' },
  'uk-property': { form: 'SA105', box: '20' },
  'foreign-property': { form: 'SA106', box: '14' },
};

/** Refuses the first answer that cannot be read, by its path: `returns[0].submitted`, `returns[1].amounts[0]`. */
export function firstReturns(
  entries: readonly Entry[],
  first: FirstSources,
  today: PlainDate,
): Outcome<readonly TaxReturn[]> {
  const returns: TaxReturn[] = [];
  for (const [i, entry] of entries.entries()) {
    const path = `returns[${i}]`;
    if (entries.findIndex((e) => e.taxYear === entry.taxYear) < i)
      return refuse('facts-repeat', path, { what: `The return for ${entry.taxYear}` });
    const one = entry.state === 'sent' ? sentReturn(entry, path, first, today) : done(notSent(entry));
    if (!one.ok) return one;
    if (one.value !== undefined) returns.push(one.value);
  }
  return done(returns);
}

const emptyReturn = { lines: [], notOnReturn: [], amendments: [] };

function notSent({ taxYear, state }: Entry): TaxReturn {
  const noticeGivenOn = state === 'no-notice' ? null : undefined;
  return { ...emptyReturn, taxYear, noticeGivenOn, submittedOn: null };
}

function sentReturn(entry: Entry, path: string, first: FirstSources, today: PlainDate): Outcome<TaxReturn | undefined> {
  const { taxYear } = entry;
  if (entry.submitted.trim() === '') return refuse('date-missing', `${path}.submitted`);
  const submittedOn = parseTypedDate(entry.submitted, today);
  if (submittedOn === undefined) return refuse('date-unreadable', `${path}.submitted`, { found: entry.submitted });
  if (submittedOn > today) return refuse('date-ahead', `${path}.submitted`, { found: submittedOn });
  const amounts = new Map<NewSource, Pence | undefined>();
  for (const [i, text] of entry.amounts.entries()) {
    const source = first.sourceOf[i];
    const at = `${path}.amounts[${i}]`;
    if (source === undefined) return refuse('value-unusable', at, { found: JSON.stringify(text) });
    const amount = readAmount(text, at, source, taxYear);
    if (!amount.ok) return amount;
    amounts.set(source, amounts.has(source) ? added(amounts.get(source), amount.value) : amount.value);
  }
  const lines = linesOf(amounts, first, taxYear);
  if (lines === undefined) return done(undefined);
  return done({ ...emptyReturn, taxYear, noticeGivenOn: undefined, submittedOn, lines });
}

const begunBy = (source: NewSource, taxYear: TaxYear): boolean =>
  source.startedOn === null || source.startedOn <= lastDay(taxYear);

/** Undefined: not known. Income before expenses is never negative, and never from before the source began. */
function readAmount(text: string, path: string, source: NewSource, taxYear: TaxYear): Outcome<Pence | undefined> {
  if (text.trim() === '') return done(undefined);
  const amount = parseTypedMoney(text);
  if (amount === undefined) return refuse('amount-unreadable', path, { found: text });
  if (amount < nothing) return refuse('income-negative', path);
  if (amount > nothing && !begunBy(source, taxYear))
    return refuse('income-before-start', path, { source: source.name });
  return done(amount);
}

const added = (a: Pence | undefined, b: Pence | undefined): Pence | undefined =>
  a === undefined || b === undefined ? undefined : sum([a, b]);

/** A line for each source of that year, or undefined if one of their amounts is not known. */
function linesOf(
  amounts: ReadonlyMap<NewSource, Pence | undefined>,
  first: FirstSources,
  taxYear: TaxYear,
): ReturnLine[] | undefined {
  const lines: ReturnLine[] = [];
  for (const { source } of first.sources) {
    if (!begunBy(source, taxYear)) continue;
    const amount = amounts.get(source);
    if (amount === undefined) return undefined;
    const rest = { period: null, justAndReasonable: null, grossUpCeased: false };
    lines.push({ source: source.id, ...incomeBox[source.kind], amount, ...rest });
  }
  return lines;
}
