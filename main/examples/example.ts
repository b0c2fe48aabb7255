/**
 * What are example books made of?
 *
 * Sources, what was told and records, all invented and made with a seed, so that everybody sees the same books. Each is
 * seen from a day of its own, and never from today.
 */
import { hash } from 'node:crypto';
import { nothingTold, type Told } from '../../shared/contract/facts.ts';
import { asPence, sum, type Pence } from '../../shared/values/money.ts';
import { taxYearFrom, type PlainDate } from '../../shared/values/dates.ts';
import { done, type Outcome } from '../../shared/values/outcome.ts';
import { identityOf, type NewBankRow } from '../bankRow.ts';
import type { Instant, LedgerClient, NewRecord } from '../ledger/api.ts';

export interface Example {
  /** The day the books are seen from. */
  readonly asAt: PlainDate;
  /** Fills an empty ledger; the first refusal, if any, is handed back. */
  readonly fill: (ledger: LedgerClient, at: Instant) => Promise<Outcome<unknown>>;
}

/** A stream of whole numbers below a bound, the same for the same seed (Park and Miller's minimal standard). */
export function numbers(from: number): (below: number) => number {
  let state = from % 2_147_483_647;
  return (below) => {
    state = (state * 48_271) % 2_147_483_647;
    return state % below;
  };
}

/** One of them, by the stream. */
export function oneOf<T>(things: readonly [T, ...T[]], next: (below: number) => number): T {
  return things[next(things.length)] ?? things[0];
}

type Step = () => Promise<Outcome<unknown>>;

/** One after the other, each an action of its own in the ledger's history, up to the first that is refused. */
export async function inTurn(steps: readonly Step[]): Promise<Outcome<unknown>> {
  for (const step of steps) {
    const answer = await step();
    if (!answer.ok) return answer;
  }
  return done(null);
}

export const record = (
  source: string,
  letting: string | null,
  date: PlainDate,
  category: string,
  pence: number,
  description: string,
): NewRecord => ({ source, letting, date, category, pence: asPence(pence), description });

export const byDay = (a: { readonly date: PlainDate }, b: { readonly date: PlainDate }): number =>
  a.date === b.date ? 0 : a.date < b.date ? -1 : 1;

/** What records of the categories that count come to, from one day to another, both included. */
export function taken(records: readonly NewRecord[], category: string, from: PlainDate, to: PlainDate): Pence {
  return sum(records.filter((r) => r.category === category && r.date >= from && r.date <= to).map((r) => r.pence));
}

export const line = (source: string, form: 'SA103F' | 'SA105', amount: number) => ({
  source,
  form,
  box: form === 'SA103F' ? '15' : '20',
  amount: asPence(amount),
  period: null,
  justAndReasonable: null,
  grossUpCeased: false,
});

/** A return sent in time; HMRC asked for it in April. */
export const sent = (
  startYear: number,
  submittedOn: PlainDate,
  lines: readonly ReturnType<typeof line>[],
): Told['returns'][number] => ({
  taxYear: taxYearFrom(startYear),
  noticeGivenOn: undefined,
  submittedOn,
  lines,
  notOnReturn: [],
  amendments: [],
});

export const told = (what: Partial<Told>): Told => ({ ...nothingTold, ...what });

/** A row of an invented bank's file, and the records it becomes. They add up to it exactly. */
export interface ExampleRow {
  readonly date: PlainDate;
  readonly text: string;
  readonly pence: number;
  readonly sorted: NewBankRow['sorted'];
}

const rowsAtOnce = 1000;

/** Rows of one file, as one import. */
export async function importRows(
  ledger: LedgerClient,
  at: Instant,
  account: string,
  file: string,
  rows: readonly ExampleRow[],
): Promise<Outcome<unknown>> {
  const start = { at, account, file, sha256: hash('sha256', `${account} ${file}`, 'hex'), profile: null };
  const begun = await ledger.importBegin(start);
  if (!begun.ok) return begun;
  const seen = new Map<string, number>();
  const read = rows.map((row, i) => bankRow(account, row, i, seen));
  for (let from = 0; from < read.length; from += rowsAtOnce) {
    const answer = await ledger.importRows(read.slice(from, from + rowsAtOnce));
    if (!answer.ok) return answer;
  }
  return ledger.importEnd(true);
}

function bankRow(account: string, row: ExampleRow, index: number, seen: Map<string, number>): NewBankRow {
  const plain = { date: row.date, text: row.text, pence: asPence(row.pence), balance: null };
  const key = `${row.date} ${row.pence} ${row.text}`;
  const nth = (seen.get(key) ?? 0) + 1;
  seen.set(key, nth);
  return {
    ...plain,
    line: index + 2,
    bankId: null,
    identity: identityOf(account.toLowerCase(), plain, nth),
    raw: `${row.date},${row.text},${row.pence}`,
    sorted: row.sorted,
  };
}
