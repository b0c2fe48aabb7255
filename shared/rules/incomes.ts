/**
 * What was the income from self-employment and property, before expenses, of one tax year?
 *
 * Qualifying income as SI 2026/336 regs 25 and 26 (SALF1450) have it: the return's once it is in (`returnIncome.ts`), before
 * that what updates and books say, source by source. Exact fractions throughout; nothing here compares or rounds.
 */
import { countingIds } from '../policy/categories.ts';
import { inYear, type RuleSet } from '../policy/policy.ts';
import { firstDay, lastDay, type Period, type PlainDate, type TaxYear } from '../values/dates.ts';
import { asPence, nothing, type Pence } from '../values/money.ts';
import type { IncomeBasis, RowsLink } from './answers.ts';
import type { Facts, Source } from './facts.ts';
import { filingDate, isSubmitted, lifeWithin, returnFor } from './filing.ts';
import { outside, sourceIncome } from './parts.ts';
import { fromReturn } from './returnIncome.ts';
import { recordsFor } from './runRate.ts';
import { figureOf, mostSaid, sentSoFar, sourcesOf, type SourceFigure } from './sourceYear.ts';
import type { LeftOutIncome, SourceIncome, YearIncome } from './yearIncome.ts';

/** The income that the updates of that year have shown so far, by the latest of each source; null if none was sent. */
export function fromUpdates(facts: Facts, rules: RuleSet, taxYear: TaxYear): YearIncome | null {
  const sent = sentSoFar(facts, rules, taxYear);
  if (sent.length === 0) return null;
  const figures = sent.map(([source, gross]) => ({ source, gross, by: 'update' as const }));
  return fromFigures(facts, rules, taxYear, 'update', figures);
}

/** What the books hold for that year of what is carried on in it, sources without records at nil; null if they hold nothing for it. */
export function fromRecords(facts: Facts, rules: RuleSet, taxYear: TaxYear): YearIncome | null {
  const figures = carriedOnIn(facts, taxYear).flatMap(({ source: { id } }): SourceFigure[] => {
    const held = recordsFor(facts, taxYear, id);
    return held === undefined ? [] : [{ source: id, gross: held.gross, by: 'records' }];
  });
  return figures.length === 0 ? null : fromFigures(facts, rules, taxYear, 'records', figures);
}

/**
 * What the year surely holds already, source by source, whatever is missing: what is known whole as it is, of the others the
 * most their updates or books say. Once the return is overdue nothing is whole without it.
 */
export function alreadyThere(facts: Facts, rules: RuleSet, taxYear: TaxYear, overdue: boolean): YearIncome {
  const figures = carriedOnIn(facts, taxYear).flatMap(({ source, life }) => {
    const known = overdue ? null : figureOf(facts, rules, taxYear, source, life);
    const whole = known === null || known.by === 'projection' ? null : known;
    return whole ?? mostSaid(facts, rules, taxYear, source.id) ?? [];
  });
  return fromFigures(facts, rules, taxYear, 'records', figures);
}

const carriedOnIn = (facts: Facts, taxYear: TaxYear): { source: Source; life: Period }[] =>
  sourcesOf(facts, taxYear).flatMap((source) => {
    const life = lifeWithin(source, taxYear);
    return life === undefined ? [] : [{ source, life }];
  });

/** A year without its return, as well as it is known, and the sources carried on in it so far of which nothing is. */
export interface SoFar {
  readonly income: YearIncome;
  readonly lacking: readonly Source[];
}

/**
 * What is known of a year whose return is not in, source by source; null where nothing is known of any. Its basis is that of
 * the source known least well.
 */
export function withoutReturn(facts: Facts, rules: RuleSet, taxYear: TaxYear): SoFar | null {
  const sources = carriedOnIn(facts, taxYear).map(({ source, life }) => ({
    source,
    figure: figureOf(facts, rules, taxYear, source, life),
  }));
  const figures = sources.flatMap(({ figure }) => figure ?? []);
  if (figures.length === 0) return null;
  const begun = (s: Source) => s.startedOn === null || s.startedOn <= facts.asAt;
  return {
    income: fromFigures(facts, rules, taxYear, basisOf(figures, facts.asAt > lastDay(taxYear)), figures),
    lacking: sources.flatMap(({ source, figure }) =>
      figure === null && begun(source) && outside(facts, rules, taxYear, source.id) === null ? [source] : [],
    ),
  };
}

function basisOf(figures: readonly SourceFigure[], ended: boolean): IncomeBasis {
  if (!ended || figures.some((f) => f.by === 'projection')) return 'projection';
  return figures.every((f) => f.by === 'update') ? 'update' : 'records';
}

/**
 * The year as it would be if all money in that is not sorted yet were a source's, for each source that is known by its
 * records; empty where there is none. It is scaled with the source it may belong to.
 */
export function ifSorted(facts: Facts, rules: RuleSet, taxYear: TaxYear): readonly YearIncome[] {
  const credits = unsortedCredits(facts, taxYear);
  if (credits === 0) return [];
  const held = facts.records.filter((r) => r.taxYear === taxYear);
  return held.flatMap((mine) => {
    const gross = asPence(mine.gross + credits);
    const records = facts.records.map((r) => (r === mine ? { ...r, gross } : r));
    return withoutReturn({ ...facts, records }, rules, taxYear)?.income ?? [];
  });
}

/** A source whose refunds come to more than it took is nil: no return takes less, and it takes nothing from the others. */
function fromFigures(
  facts: Facts,
  rules: RuleSet,
  taxYear: TaxYear,
  basis: IncomeBasis,
  figures: readonly SourceFigure[],
): YearIncome {
  const leftOut: LeftOutIncome[] = [];
  const parts: SourceIncome[] = [];
  for (const { source: id, gross: held, by } of figures) {
    const gross = held < 0 ? nothing : held;
    const why = outside(facts, rules, taxYear, id);
    if (why !== null) {
      leftOut.push({ ...why, source: id, box: null, amount: gross });
      continue;
    }
    const source = facts.sources.find((s) => s.id === id);
    const rows = by === 'update' ? undefined : rowsOf(facts, taxYear, source);
    parts.push(sourceIncome(source, id, taxYear, gross, rows === undefined ? {} : { rows }));
  }
  return { taxYear, basis, parts, leftOut };
}

function rowsOf(facts: Facts, taxYear: TaxYear, source: Source | undefined): RowsLink | undefined {
  if (source === undefined) return undefined;
  const upTo: PlainDate = recordsFor(facts, taxYear, source.id)?.upTo ?? lastDay(taxYear);
  return { source: source.id, from: firstDay(taxYear), to: upTo, categories: countingIds[source.kind] };
}

/** Money in that is in no total yet, for that year. */
export function unsortedCredits(facts: Facts, taxYear: TaxYear): Pence {
  return asPence(facts.unsorted.filter((u) => u.taxYear === taxYear).reduce((n, u) => n + u.credits, 0));
}

/** The best account of every year anything is known about, oldest first, as it stands today. */
export function incomes(facts: Facts, rules: RuleSet): SoFar[] {
  const known = new Set<TaxYear>([...facts.returns, ...facts.updates, ...facts.records].map((x) => x.taxYear));
  return [...known].toSorted().flatMap((year) => best(facts, rules, year) ?? []);
}

function best(facts: Facts, rules: RuleSet, year: TaxYear): SoFar | null {
  if (inYear(rules.qualifyingAmount, year) === undefined) return null;
  const taxReturn = returnFor(facts, year);
  if (isSubmitted(facts, taxReturn)) return { income: fromReturn(facts, rules, taxReturn, null), lacking: [] };
  const ended = facts.asAt > lastDay(year);
  if (!ended || filingDate(taxReturn, year) !== null) return withoutReturn(facts, rules, year);
  const updates = fromUpdates(facts, rules, year);
  return updates === null ? null : { income: updates, lacking: [] };
}
