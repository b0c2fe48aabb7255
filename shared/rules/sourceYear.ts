/**
 * What did one source take in a year whose return is not in, and how well is that known?
 *
 * Best first: its updates, once the one is in that covers the end of its life in it; its records, once they do; what it comes to
 * if it goes on as it has. A source that none of them knows is not known: never nil (rules.md 1.10 and 3.3, one update for each
 * activity).
 */
import type { RuleSet } from '../policy/policy.ts';
import { lastDay, type Period, type TaxYear } from '../values/dates.ts';
import { asPence, nothing, sum, type Pence } from '../values/money.ts';
import { sortedBy, type Facts, type Quarter, type RecordsTotal, type Source, type UpdateSent } from './facts.ts';
import { quarterOf, type Periods } from './periods.ts';
import { expectedIn, recordsFor, runRate } from './runRate.ts';

/** One source's income of a year, before expenses, and what it was taken from. */
export interface SourceFigure {
  readonly source: string;
  readonly gross: Pence;
  readonly by: 'update' | 'records' | 'projection';
}

/** What a source has said in its updates of a year: an amount for each quarter, in order, the last one sent for it. */
type Said = ReadonlyMap<Quarter, Pence>;

const updatesOf = (facts: Facts, taxYear: TaxYear): readonly UpdateSent[] =>
  facts.updates.filter((u) => u.taxYear === taxYear);

function saidBy(facts: Facts, taxYear: TaxYear, id: string): Said {
  const said = new Map<Quarter, Pence>();
  for (const { quarter, lines } of updatesOf(facts, taxYear)) {
    const own = lines.filter((l) => l.source === id);
    if (own.length > 0) said.set(quarter, sum(own.map((l) => l.gross)));
  }
  return said;
}

/** What the updates come to: the latest covers the year so far, or, where each is of its quarter alone, all together. */
function saidInAll(rules: RuleSet, said: Said): Pence {
  const amounts = [...said.values()];
  return sum(rules.updates.cumulative ? amounts.slice(-1) : amounts);
}

/** Is the update in that covers the year to the end of a life within it: the fourth, or the one of the quarter it ended in? */
function isLastIn(taxYear: TaxYear, said: Said, life: Period, kind: Periods): boolean {
  const last = quarterOf(taxYear, life.to, kind);
  return [...said.keys()].some((quarter) => quarter >= last);
}

/** Where each update is of its quarter alone and not all were told, the books hold at least what they hold. */
function saidInYear(rules: RuleSet, said: Said, records: RecordsTotal | undefined): Pence {
  const all = saidInAll(rules, said);
  if (rules.updates.cumulative || said.size === 4 || records === undefined) return all;
  return records.gross > all ? records.gross : all;
}

/** What every source named in the year's updates has said by its latest one, by name; empty if none was sent. */
export function sentSoFar(facts: Facts, rules: RuleSet, taxYear: TaxYear): readonly (readonly [string, Pence])[] {
  const updates = updatesOf(facts, taxYear);
  if (updates.length === 0) return [];
  const ids = new Set(updates.flatMap((u) => u.lines.map((l) => l.source)));
  return [...ids].toSorted().map((id) => [id, saidInAll(rules, saidBy(facts, taxYear, id))]);
}

/** Are there records of the source which hold its life in that year to the end? */
const holdsTo = (records: RecordsTotal | undefined, life: Period): records is RecordsTotal =>
  records !== undefined && records.upTo >= life.to;

/** The best figure of a source with that life in the year, or of one to come by what is known to be coming; null: nothing is known of it. */
export function figureOf(
  facts: Facts,
  rules: RuleSet,
  taxYear: TaxYear,
  source: Source,
  life: Period,
): SourceFigure | null {
  const { id } = source;
  const said = saidBy(facts, taxYear, id);
  const records = recordsFor(facts, taxYear, id);
  if (facts.asAt > lastDay(taxYear)) {
    if (isLastIn(taxYear, said, life, source.updatePeriods[taxYear] ?? 'standard'))
      return { source: id, gross: saidInYear(rules, said, records), by: 'update' };
    if (holdsTo(records, life)) return { source: id, gross: records.gross, by: 'records' };
  }
  const isComing = life.from > facts.asAt && expectedIn(facts, taxYear, source) > 0;
  if (records === undefined && !isComing) return null;
  const onward = Math.max(runRate(facts, taxYear, source), saidInAll(rules, said));
  return { source: id, gross: asPence(onward), by: 'projection' };
}

/** Sources named in the year's updates or records that are not among those declared, each with the most that is said of it. */
export function undeclared(facts: Facts, rules: RuleSet, taxYear: TaxYear): readonly SourceFigure[] {
  const isDeclared = (id: string): boolean => facts.sources.some((s) => s.id === id);
  const held = facts.records.filter((r) => r.taxYear === taxYear && !isDeclared(r.source));
  const sent = updatesOf(facts, taxYear).flatMap((u) => u.lines.filter((l) => !isDeclared(l.source)));
  return sortedBy([...new Set([...held, ...sent].map((x) => x.source))], (id) => id).map((source) => {
    const said = saidInAll(rules, saidBy(facts, taxYear, source));
    const gross = held.find((r) => r.source === source)?.gross ?? nothing;
    return gross > said ? { source, gross, by: 'records' } : { source, gross: said, by: 'update' };
  });
}
