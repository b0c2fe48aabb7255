/**
 * The pieces every sentence about an answer is made of: days, years and pounds out of a code's values.
 */
import { firstDay, lastDay, type PlainDate, type TaxYear } from '../values/dates.ts';
import { day, money, taxYear } from './format.ts';

export const service = 'Making Tax Digital for Income Tax';

export type Values = Readonly<Record<string, string | number>>;
/** The sentence as it reads on a day; null: what is the same on any day. */
export type Words = (v: Values, asAt: PlainDate | null) => string;
export const on = (v: Values, name: string): string => day(String(v[name]) as PlainDate);
export const year = (v: Values, name = 'taxYear'): string => taxYear(String(v[name]) as TaxYear);
export const pounds = (v: Values, name: string): string => money(String(v[name]));
/** Is the tax year named over? */
export const isOver = (v: Values, asAt: PlainDate | null, name = 'taxYear'): boolean =>
  asAt !== null && v[name] !== undefined && lastDay(String(v[name]) as TaxYear) < asAt;
export const april = (v: Values, name = 'year'): string => day(firstDay(String(v[name]) as TaxYear));
/** ` of Flat 1`, where it is one source alone. */
export const of = (v: Values): string => (v['name'] === undefined ? '' : ` of ${v['name']}`);

export function say(
  table: Readonly<Record<string, Words>>,
  code: string,
  values: Values,
  asAt: PlainDate | null = null,
): string {
  const words = table[code];
  if (words === undefined) throw new Error(`no words for ${code}`);
  return words(values, asAt);
}
