/**
 * What will a source have taken by the end of the tax year, if it goes on as it has?
 *
 * The running total so far, over the days it took, over the days the year still has; never less than what is already here
 * plus what is known to be coming. Ours, not the law's: the law asks only once the year is over.
 */
import { daysIn, daysBetween, earlier, type TaxYear } from '../values/dates.ts';
import { asPence, nothing, rounded, scaled, sum, type Pence } from '../values/money.ts';
import type { Facts, RecordsTotal, Source } from './facts.ts';
import { lifeWithin } from './filing.ts';

export function recordsFor(facts: Facts, taxYear: TaxYear, source: string): RecordsTotal | undefined {
  return facts.records.find((r) => r.taxYear === taxYear && r.source === source);
}

/** Receipts known to be coming within the source's life in that year, and after what its records hold. */
export function expectedIn(facts: Facts, taxYear: TaxYear, source: Source): Pence {
  const life = lifeWithin(source, taxYear);
  const upTo = recordsFor(facts, taxYear, source.id)?.upTo;
  if (life === undefined) return nothing;
  const coming = facts.expected.filter(
    (e) => e.source === source.id && e.on >= life.from && e.on <= life.to && (upTo === undefined || e.on > upTo),
  );
  return sum(coming.map((e) => e.amount));
}

/**
 * The central projection of one source's gross for its part of the year, in pence.
 *
 * £5,000.00 from 6 April to 4 August 2026 (121 of 365 days) is £15,082.64 by 5 April 2027.
 */
export function runRate(facts: Facts, taxYear: TaxYear, source: Source): Pence {
  const records = recordsFor(facts, taxYear, source.id);
  const life = lifeWithin(source, taxYear);
  const known = asPence((records?.gross ?? 0) + expectedIn(facts, taxYear, source));
  if (records === undefined || life === undefined || records.upTo < life.from) return known;
  const elapsed = daysBetween(life.from, earlier(records.upTo, life.to)) + 1;
  const onward = rounded(scaled(records.gross, daysIn(life), elapsed));
  return onward > known ? onward : known;
}
