/**
 * What does the importer make of these bytes? The whole of it at once, for tests.
 */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect } from 'vitest';
import type { NewBankRow, NewRecord } from '../../main/bankRow.ts';
import {
  fromBytes,
  readBankFile,
  sentences,
  type ReadingAsk,
  type RefusedRow,
  type Tally,
} from '../../main/imports/read.ts';
import { problemText } from '../../shared/wording/problems.ts';

export interface WholeReading {
  readonly profile: string | null;
  readonly how: readonly string[];
  readonly gaps: readonly string[];
  readonly rows: readonly NewBankRow[];
  readonly refused: readonly RefusedRow[];
  readonly tally: Tally;
}

export const fixture = (name: string): Uint8Array =>
  readFileSync(fileURLToPath(new URL(`fixtures/${name}`, import.meta.url)));
export const text = (...lines: readonly string[]): Uint8Array => Buffer.from(`${lines.join('\n')}\n`);

const nothingAsked: ReadingAsk = { profile: null, mapping: null, account: 'Business current', source: null };

/** Throws, with the words a person would read, unless the file can be read without asking. */
export async function readAll(
  bytes: Uint8Array,
  ask: Partial<ReadingAsk> = {},
  pieceBytes = 65_536,
): Promise<WholeReading> {
  const read = await readBankFile(fromBytes(bytes, pieceBytes), { ...nothingAsked, ...ask });
  if (!read.ok) throw new Error(problemText(read.problem));
  if (read.value.kind === 'question') throw new Error(read.value.question);
  if (read.value.kind === 'accounts') throw new Error('several accounts');
  const rows: NewBankRow[] = [];
  const refused: RefusedRow[] = [];
  let tally: Tally | undefined;
  for await (const batch of read.value.batches()) {
    rows.push(...batch.rows);
    refused.push(...batch.refused);
    ({ tally } = batch);
  }
  if (tally === undefined) throw new Error('no batch came');
  const counted = sentences(tally);
  const { profile } = read.value;
  return { profile, rows, refused, tally, how: [...read.value.how, ...counted.how], gaps: counted.gaps };
}

/** The refusal's code, `question: …`, or `read`. */
export async function verdict(bytes: Uint8Array, ask: Partial<ReadingAsk> = {}): Promise<string> {
  const read = await readBankFile(fromBytes(bytes), { ...nothingAsked, ...ask });
  if (!read.ok) {
    expect(problemText(read.problem)).not.toContain('undefined');
    return [read.problem.code, ...Object.values(read.problem.values)].join(' ');
  }
  if (read.value.kind === 'accounts') return read.value.accounts.map(({ shown }) => shown).join(' ');
  return read.value.kind === 'question' ? `question: ${read.value.question}` : 'read';
}

/** `2025-04-06 −3.20 ROSE & CROWN COFFEE`, as a bookkeeper would list it; the balance at the end where there is one. */
export function listed(row: NewBankRow): string {
  const pounds = (pence: number): string => (pence / 100).toFixed(2);
  const balance = row.balance === null ? '' : ` = ${pounds(row.balance)}`;
  return `${row.line}: ${row.date} ${pounds(row.pence)} ${row.text}${balance}`;
}

/** `12 | Debit Amount | row-amount-both`; the code must have its words. */
export function refusal({ line, field, problem }: RefusedRow): string {
  expect(problemText(problem)).not.toContain('undefined');
  return [line, field, problem.code].join(' | ');
}

/** The records a row becomes; none where it is set aside or not sorted. */
export const recordsOf = ({ sorted }: NewBankRow): readonly NewRecord[] =>
  sorted === null || typeof sorted === 'string' ? [] : sorted;
