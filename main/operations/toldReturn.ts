/**
 * What does a tax return say, as a person copies it from the form?
 *
 * What they do not copy (the period of an amount, a figure they think just and reasonable, receipts not on the return)
 * was told another way, and stays as it was.
 */
import type { ToldEntry } from '../../shared/contract/told.ts';
import type { ReturnLine, TaxReturn } from '../../shared/rules/facts.ts';
import { lastDay, type PlainDate, type TaxYear } from '../../shared/values/dates.ts';
import { nothing, type Pence } from '../../shared/values/money.ts';
import { done, refuse, type Outcome } from '../../shared/values/outcome.ts';
import { parseTypedDate, parseTypedMoney } from '../../shared/values/typed.ts';
import type { LedgerSource } from '../ledger/api.ts';

type Entry = Extract<ToldEntry, { about: 'return' }>;
type Amounts = Entry['amounts'];

/** A typed day, or the refusal at its field. */
export function dayTyped(text: string, path: string, today: PlainDate): Outcome<PlainDate> {
  if (text.trim() === '') return refuse('date-missing', path);
  const day = parseTypedDate(text, today);
  return day === undefined ? refuse('date-unreadable', path, { found: text }) : done(day);
}

/** A typed amount of income before expenses, which is never negative, or the refusal at its field. */
export function amountTyped(text: string, path: string): Outcome<Pence> {
  if (text.trim() === '') return refuse('money-missing', path);
  const amount = parseTypedMoney(text);
  if (amount === undefined) return refuse('amount-unreadable', path, { found: text });
  return amount < nothing ? refuse('income-negative', path) : done(amount);
}

/** Boxes for other income: left empty, there was none. */
const mayBeEmpty: ReadonlySet<string> = new Set(['SA103F 16', 'SA103S 10']);

/** The return as it now stands. Refuses by the field: `submitted`, `notice`, `amounts[0].amount`, `amendments[0].made`. */
export function returnTold(
  entry: Entry,
  before: TaxReturn | undefined,
  sources: readonly LedgerSource[],
  today: PlainDate,
): Outcome<TaxReturn> {
  const kept = { taxYear: entry.taxYear, notOnReturn: before?.notOnReturn ?? [] };
  if (entry.state === 'no-notice')
    return done({ ...kept, noticeGivenOn: null, submittedOn: null, lines: [], amendments: [] });
  const noticeGivenOn = entry.notice.trim() === '' ? done(undefined) : passed(entry.notice, 'notice', today);
  if (!noticeGivenOn.ok) return noticeGivenOn;
  const notice = { noticeGivenOn: noticeGivenOn.value };
  if (entry.state === 'none-yet') return done({ ...kept, ...notice, submittedOn: null, lines: [], amendments: [] });
  const submittedOn = passed(entry.submitted, 'submitted', today);
  if (!submittedOn.ok) return submittedOn;
  const read = { sources, taxYear: entry.taxYear };
  const lines = linesOf(entry.amounts, 'amounts', before?.lines ?? [], read);
  if (!lines.ok) return lines;
  const amendments: TaxReturn['amendments'][number][] = [];
  for (const [i, { made, amounts }] of entry.amendments.entries()) {
    const madeOn = passed(made, `amendments[${i}].made`, today);
    if (!madeOn.ok) return madeOn;
    if (madeOn.value < submittedOn.value) return refuse('amendment-before-return', `amendments[${i}].made`);
    if (amendments.some((a) => a.madeOn === madeOn.value))
      return refuse('facts-repeat', `amendments[${i}].made`, { what: 'An amendment made on this day' });
    const last = amendments.at(-1)?.lines ?? lines.value;
    const held = before?.amendments.find((a) => a.madeOn === madeOn.value)?.lines ?? last;
    const changed = linesOf(amounts, `amendments[${i}].amounts`, held, read);
    if (!changed.ok) return changed;
    amendments.push({ madeOn: madeOn.value, lines: changed.value });
  }
  return done({ ...kept, ...notice, submittedOn: submittedOn.value, lines: lines.value, amendments });
}

/** A day that is not still to come. */
export function passed(text: string, path: string, today: PlainDate): Outcome<PlainDate> {
  const day = dayTyped(text, path, today);
  return day.ok && day.value > today ? refuse('date-ahead', path, { found: day.value }) : day;
}

interface Reading {
  readonly sources: readonly LedgerSource[];
  readonly taxYear: TaxYear;
}

function linesOf(
  amounts: Amounts,
  path: string,
  before: readonly ReturnLine[],
  { sources, taxYear }: Reading,
): Outcome<readonly ReturnLine[]> {
  const lines: ReturnLine[] = [];
  for (const [i, { source, form, box, amount: text }] of amounts.entries()) {
    const at = `${path}[${i}].amount`;
    if (text.trim() === '' && mayBeEmpty.has(`${form} ${box}`)) continue;
    const amount = amountTyped(text, at);
    if (!amount.ok) return amount;
    const begun = sources.find((s) => s.id === source)?.startedOn ?? null;
    if (amount.value > nothing && begun !== null && begun > lastDay(taxYear))
      return refuse('income-before-start', at, { source: sources.find((s) => s.id === source)?.name ?? source });
    const same = before.find((l) => l.source === source && l.form === form && l.box === box);
    const plain = { period: null, justAndReasonable: null, grossUpCeased: false };
    lines.push({ ...plain, ...same, source, form, box, amount: amount.value });
  }
  const asked = new Set(amounts.map((a) => a.source));
  const boxes: ReadonlySet<string> = new Set(['9', '10', '14', '15', '16', '20']);
  const others = before.filter(
    (l) => !asked.has(l.source) || !boxes.has(l.box) || (l.form === 'SA106' && l.box === '16'),
  );
  return done([...lines, ...others]);
}
