/**
 * What did one source take in a year whose return is not in, and how well is that known?
 *
 * Best first: its updates, once the one is in that covers the end of its life in it; its records, once they do; what it comes to
 * if it goes on as it has. A source that none of them knows is not known: never nil (rules.md 1.10 and 3.3, one update for each
 * activity).
 */
import type { RuleSet } from '../policy/policy.ts';
import { lastDay, type Period, type TaxYear } from '../values/dates.ts';
import { asPence, sum, type Pence } from '../values/money.ts';
import type { Facts, Quarter, RecordsTotal, Source, UpdateSent } from './facts.ts';
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
const quarters: readonly Quarter[] = [1, 2, 3, 4];

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

/**
 * Is all said there is to say: is the update in that covers a life within the year to its end? Where each is of its quarter
 * alone, those before it too; the fourth told by itself is read as the year's (the published facts name no other).
 */
function isWhole(rules: RuleSet, taxYear: TaxYear, said: Said, life: Period, kind: Periods): boolean {
  const last = quarterOf(taxYear, life.to, kind);
  if (rules.updates.cumulative) return [...said.keys()].some((quarter) => quarter >= last);
  const first = quarterOf(taxYear, life.from, kind);
  const owed = quarters.filter((quarter) => quarter >= first && quarter <= last);
  return owed.every((quarter) => said.has(quarter)) || (said.size === 1 && said.has(last));
}

/** Where each update is of its quarter alone and one was told by itself, the books hold at least what they hold. */
function saidInYear(rules: RuleSet, said: Said, records: RecordsTotal | undefined): Pence {
  const all = saidInAll(rules, said);
  const alone = !rules.updates.cumulative && said.size === 1;
  return alone && records !== undefined && records.gross > all ? records.gross : all;
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
    if (isWhole(rules, taxYear, said, life, source.updatePeriods[taxYear] ?? 'standard'))
      return { source: id, gross: saidInYear(rules, said, records), by: 'update' };
    if (holdsTo(records, life)) return { source: id, gross: records.gross, by: 'records' };
  }
  const isComing = life.from > facts.asAt && expectedIn(facts, taxYear, source) > 0;
  if (records === undefined && !isComing) return null;
  const onward = Math.max(runRate(facts, taxYear, source), saidInAll(rules, said));
  return { source: id, gross: asPence(onward), by: 'projection' };
}

/** The most that updates and books say of a source so far; null where neither says anything. */
export function mostSaid(facts: Facts, rules: RuleSet, taxYear: TaxYear, id: string): SourceFigure | null {
  const said = saidBy(facts, taxYear, id);
  const records = recordsFor(facts, taxYear, id);
  const sent = saidInAll(rules, said);
  if (records !== undefined && records.gross >= sent) return { source: id, gross: records.gross, by: 'records' };
  return said.size === 0 ? null : { source: id, gross: sent, by: 'update' };
}

/** The sources declared, and those that only the year's updates or books name: carried on all through it, for all that is known. */
export function sourcesOf(facts: Facts, taxYear: TaxYear): readonly Source[] {
  if (facts.records.length + facts.updates.length === 0) return facts.sources;
  const isDeclared = (id: string): boolean => facts.sources.some((s) => s.id === id);
  const held = facts.records.filter((r) => r.taxYear === taxYear);
  const sent = updatesOf(facts, taxYear).flatMap((u) => u.lines);
  const others = new Set([...held, ...sent].map((x) => x.source).filter((id) => !isDeclared(id)));
  return others.size === 0 ? facts.sources : [...facts.sources, ...[...others].toSorted().map(undeclared)];
}

const undeclared = (id: string): Source => ({
  id,
  name: null,
  kind: 'self-employment',
  startedOn: null,
  ceasedOn: null,
  updatePeriods: {},
});
