/**
 * Which invented rows do these tests write?
 */
import type { NewBankRow, NewRecord } from '../../main/bankRow.ts';
import type { NewSource } from '../../main/ledger/api.ts';
import { parsePlainDate, type PlainDate } from '../../shared/values/dates.ts';
import { asPence } from '../../shared/values/money.ts';
import type { Outcome } from '../../shared/values/outcome.ts';

export const at = '2026-11-22T10:00:00Z';

export function day(text: string): PlainDate {
  const real = parsePlainDate(text);
  if (real === undefined) throw new RangeError(`no such day: ${text}`);
  return real;
}

/** The value of an answer that must not be a refusal. */
export function granted<T>(outcome: Outcome<T>): T {
  if (!outcome.ok) throw new Error(`refused: ${JSON.stringify(outcome.problem)}`);
  return outcome.value;
}
export const trade = (id: string, life: Partial<NewSource> = {}): NewSource => ({
  id,
  kind: 'self-employment',
  name: 'Juniper Joinery',
  startedOn: null,
  ceasedOn: null,
  ...life,
});
export const property = (id: string, life: Partial<NewSource> = {}): NewSource => ({
  ...trade(id, { name: 'Property', kind: 'uk-property' }),
  ...life,
});

export const record = (on: string, pence: number, more: Partial<NewRecord> = {}): NewRecord => ({
  source: 'shop',
  letting: null,
  date: day(on),
  category: 'turnover',
  pence: asPence(pence),
  description: 'Oak table',
  ...more,
});

export const bankRow = (line: number, on: string, pence: number, more: Partial<NewBankRow> = {}): NewBankRow => ({
  line,
  date: day(on),
  text: `CARD PAYMENT ${line}`,
  pence: asPence(pence),
  balance: null,
  bankId: null,
  identity: `${on} ${pence} ${line}`,
  raw: `${on},${pence},CARD PAYMENT ${line}`,
  sorted: null,
  ...more,
});

export const importStart = { at, account: 'Current', file: 'november.csv', sha256: 'ab'.repeat(32), profile: null };
