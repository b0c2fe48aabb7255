/**
 * What is told about a person: the public JSON of facts, as a second reader reads it.
 */
export type Fraction = readonly [bigint, bigint];
export interface Line {
  source: string;
  form: string;
  box: string;
  amount: string;
  period?: { from: string; to: string };
  justAndReasonable?: { amount: string; reason: string };
  grossUpCeased?: boolean;
}
export interface Return {
  taxYear: string;
  noticeGivenOn?: string | null;
  submittedOn?: string | null;
  lines: Line[];
  notOnReturn?: { source: string; what: string; amount: string }[];
  amendments?: { madeOn: string; lines: Line[] }[];
}
export interface Source {
  id: string;
  kind: 'self-employment' | 'uk-property' | 'foreign-property';
  startedOn?: string | null;
  ceasedOn?: string | null;
  updatePeriods?: Record<string, 'standard' | 'calendar'>;
}
export interface Person {
  asAt: string;
  rules: '2026-regulations' | '2021-published';
  sources: Source[];
  returns: Return[];
  records: { taxYear: string; source: string; upTo: string; gross: string }[];
  unsorted: { taxYear: string; credits: string; rows: number }[];
  updates: { taxYear: string; quarter: number; sentOn: string; lines: { source: string; gross: string }[] }[];
  statuses: { taxYear: string; status: string }[];
  taxReturnsSent: string[];
  circumstances: { kind: string; from: string; to: string | null; source?: string }[];
  residence: { taxYear: string; ukResident: boolean }[];
}

/** Pence of an amount with two decimals, "12.30". */
export const pence = (text: string): bigint => BigInt(text.replace('.', ''));
export const plus = ([a, b]: Fraction, [c, d]: Fraction): Fraction => [a * d + c * b, b * d];
export const total = (all: readonly Fraction[]): Fraction => all.reduce(plus, [0n, 1n]);
export const over = ([n, d]: Fraction, amount: bigint): boolean => n > amount * d;
export const under = ([n, d]: Fraction, amount: bigint): boolean => n < amount * d;

/** Half up to the penny, as pounds. */
export function shown([n, d]: Fraction): string {
  const sign = n < 0n ? '-' : '';
  const size = n < 0n ? -n : n;
  const whole = sign === '' ? (2n * size + d) / (2n * d) : (2n * size + d - 1n) / (2n * d);
  const text = whole.toString().padStart(3, '0');
  return `${sign}${text.slice(0, -2)}.${text.slice(-2)}`;
}
export const ukResident = (person: Person, taxYear: string): boolean =>
  person.residence.find((r) => r.taxYear === taxYear)?.ukResident ?? true;
