/**
 * What was the income from self-employment and property, before expenses, of one tax year?
 *
 * Qualifying income as SI 2026/336 regs 25 and 26 (SALF1450) have it: the boxes that count, the person's own share, source by
 * source, a part year scaled up, then added. Exact fractions throughout; nothing here compares or rounds.
 */
import { inYear, type RuleSet } from '../policy/policy.ts';
import { countingIds } from '../policy/categories.ts';
import {
  addDays,
  daysBetween,
  daysIn,
  firstDay,
  lastDay,
  type Period,
  type PlainDate,
  type TaxYear,
  wholeYear,
} from '../values/dates.ts';
import { asPence, nothing, sum, type Pence } from '../values/money.ts';
import { annualise } from './annualisation.ts';
import type { IncomeBasis, RowsLink } from './answers.ts';
import type { Amendment, Facts, ReturnLine, Source, TaxReturn } from './facts.ts';
import { filingDate, isSubmitted, lifeWithin, returnFor } from './filing.ts';
import { recordsFor } from './runRate.ts';
import { figureOf, sentSoFar, undeclared, type SourceFigure } from './sourceYear.ts';
import { total, type LeftOutIncome, type SourceIncome, type YearIncome } from './yearIncome.ts';

/** Is the person treated as resident in the UK in that year? They are unless told otherwise. */
export function isResident(facts: Facts, taxYear: TaxYear): boolean {
  return facts.residence.find((r) => r.taxYear === taxYear)?.ukResident ?? true;
}

/** Why a source's income is not part of the test in that year, or null if it is. */
function outside(
  facts: Facts,
  rules: RuleSet,
  taxYear: TaxYear,
  id: string,
): Pick<LeftOutIncome, 'code' | 'cite'> | null {
  const kind = facts.sources.find((s) => s.id === id)?.kind;
  if (kind === 'foreign-property' && !isResident(facts, taxYear))
    return { code: 'not-resident', cite: rules.residence };
  if (facts.circumstances.length === 0) return null;
  const activity = rules.exemptions.find(
    (rule) =>
      rule.scope === 'source' &&
      rule.kind !== 'new-non-resident-notice' &&
      holdsFor(facts, rule.kind, id, wholeYear(taxYear)),
  );
  return activity === undefined ? null : { code: 'activity-left-out', cite: activity.cite };
}

function holdsFor(facts: Facts, kind: string, source: string, period: Period): boolean {
  return facts.circumstances.some(
    (c) => c.kind === kind && c.source === source && c.from <= period.to && (c.to === null || c.to >= period.from),
  );
}

/** A return as it stands for an answer about one year. */
interface Standing {
  readonly lines: readonly ReturnLine[];
  /** Amendments that came too late to raise its income for that year. */
  readonly tooLate: readonly Amendment[];
}

/** The lines of a return as they stand for an answer about `forYear`: all amendments, or only those that count for it. */
function standing(facts: Facts, rules: RuleSet, taxReturn: TaxReturn, forYear: TaxYear | null): Standing {
  let { lines } = taxReturn;
  const tooLate: Amendment[] = [];
  for (const amendment of taxReturn.amendments) {
    const late = forYear !== null && rules.lateIncreaseIgnored !== null && amendment.madeOn >= firstDay(forYear);
    if (late && raises(facts, rules, taxReturn, lines, amendment.lines)) tooLate.push(amendment);
    else ({ lines } = amendment);
  }
  return { lines, tooLate };
}

function raises(
  facts: Facts,
  rules: RuleSet,
  taxReturn: TaxReturn,
  before: readonly ReturnLine[],
  after: readonly ReturnLine[],
): boolean {
  const of = (lines: readonly ReturnLine[]) => total(fromLines(facts, rules, taxReturn, lines));
  const [was, is] = [of(before), of(after)];
  return is.pence * was.per > was.pence * is.per;
}

/** The income a submitted return shows, by the lines that stand for an answer about `forYear` (null: all of them). */
export function fromReturn(facts: Facts, rules: RuleSet, taxReturn: TaxReturn, forYear: TaxYear | null): YearIncome {
  return fromLines(facts, rules, taxReturn, standing(facts, rules, taxReturn, forYear).lines);
}

/** The days of amendments that would raise a return's income and came too late for an answer about `forYear`. */
export function tooLateFor(facts: Facts, rules: RuleSet, taxReturn: TaxReturn, forYear: TaxYear): readonly PlainDate[] {
  return standing(facts, rules, taxReturn, forYear).tooLate.map((a) => a.madeOn);
}

function fromLines(facts: Facts, rules: RuleSet, taxReturn: TaxReturn, lines: readonly ReturnLine[]): YearIncome {
  const { taxYear } = taxReturn;
  const boxes = inYear(rules.boxes, taxYear);
  const leftOut: LeftOutIncome[] = taxReturn.notOnReturn.map((n) => ({
    code: n.what,
    source: n.source,
    box: null,
    amount: n.amount,
    cite: rules.leftOut,
  }));
  const counted: ReturnLine[] = [];
  for (const line of lines) {
    const why = outside(facts, rules, taxYear, line.source);
    const counts = boxes?.value.some((b) => b.form === line.form && b.box === line.box) ?? false;
    const box = `${line.form} box ${line.box}`;
    if (why !== null) leftOut.push({ ...why, source: line.source, box, amount: line.amount });
    else if (counts) counted.push(line);
    else
      leftOut.push({
        code: 'box-does-not-count',
        source: line.source,
        box,
        amount: line.amount,
        cite: boxes?.cite ?? rules.leftOut,
      });
  }
  return { taxYear, basis: 'return', parts: partsOf(facts, taxYear, counted), leftOut };
}

/** Lines of one source for one period are one part: box 15 and box 16 of a trade are scaled together. */
function partsOf(facts: Facts, taxYear: TaxYear, lines: readonly ReturnLine[]): SourceIncome[] {
  const groups = new Map<string, ReturnLine[]>();
  for (const told of lines) {
    const line = told.period === null ? told : { ...told, period: joined(told.period, told.source, lines) };
    const key = `${line.source} ${line.period?.from ?? ''} ${line.period?.to ?? ''}`;
    groups.set(key, [...(groups.get(key) ?? []), line]);
  }
  return [...groups.values()].map((group) => partOf(facts, taxYear, group));
}

/** With the periods of the same source that follow on it or go before it: accounts of two halves of a year are of a year. */
function joined(period: Period, source: string, lines: readonly ReturnLine[]): Period {
  const own = lines.filter((l) => l.source === source);
  if (own.some((l) => l.justAndReasonable !== null)) return period;
  const periods = own.flatMap((l) => l.period ?? []).toSorted((a, b) => daysBetween(b.from, a.from));
  let { from, to } = period;
  for (const next of periods) if (next.from === addDays(to, 1)) to = next.to;
  for (const before of periods.toReversed()) if (addDays(before.to, 1) === from) from = before.from;
  return { from, to };
}

function partOf(facts: Facts, taxYear: TaxYear, group: readonly ReturnLine[]): SourceIncome {
  const [first] = group;
  if (first === undefined) throw new Error('a part has at least one line');
  const source = facts.sources.find((s) => s.id === first.source);
  const gross = sum(group.map((l) => l.amount));
  const fair = group.find((l) => l.justAndReasonable !== null)?.justAndReasonable ?? null;
  return sourceIncome(source, first.source, taxYear, gross, {
    period: first.period,
    grossUpCeased: group.some((l) => l.grossUpCeased),
    justAndReasonable: fair?.amount ?? null,
  });
}

interface PartDetail {
  readonly period?: Period | null;
  readonly grossUpCeased?: boolean;
  readonly justAndReasonable?: Pence | null;
  readonly rows?: RowsLink;
}

function sourceIncome(
  source: Source | undefined,
  id: string,
  taxYear: TaxYear,
  gross: Pence,
  detail: PartDetail,
): SourceIncome {
  const life = source === undefined ? wholeYear(taxYear) : (lifeWithin(source, taxYear) ?? wholeYear(taxYear));
  const period = detail.period ?? life;
  const ceased = source?.ceasedOn != null && source.ceasedOn <= lastDay(taxYear);
  const scaling = annualise(gross, period, taxYear);
  return {
    source: id,
    name: source?.name ?? id,
    gross,
    period,
    accounts: period.from !== life.from || period.to !== life.to,
    scaling,
    notScaled: ceased && detail.grossUpCeased !== true && daysIn(period) < daysIn(wholeYear(taxYear)),
    justAndReasonable: detail.justAndReasonable ?? null,
    rows: detail.rows ?? null,
  };
}

/** The income that the updates of that year have shown so far, by the latest of each source; null if none was sent. */
export function fromUpdates(facts: Facts, rules: RuleSet, taxYear: TaxYear): YearIncome | null {
  const sent = sentSoFar(facts, rules, taxYear);
  if (sent.length === 0) return null;
  const figures = sent.map(([source, gross]) => ({ source, gross, by: 'update' as const }));
  return fromFigures(facts, rules, taxYear, 'update', figures);
}

/** What the books hold for that year, sources without records at nil; null if they hold nothing for it. */
export function fromRecords(facts: Facts, rules: RuleSet, taxYear: TaxYear): YearIncome | null {
  const held = facts.records.filter((r) => r.taxYear === taxYear);
  if (held.length === 0) return null;
  const figures = held.map(({ source, gross }) => ({ source, gross, by: 'records' as const }));
  return fromFigures(facts, rules, taxYear, 'records', figures);
}

/** A year without its return, as well as it is known, and the sources carried on in it so far of which nothing is. */
export interface SoFar {
  readonly income: YearIncome;
  readonly lacking: readonly Source[];
}

/**
 * What is known of a year whose return is not in, source by source; null where nothing is known of any. Its basis is that of
 * the source known least well. What is not declared among the sources counts as it stands.
 */
export function withoutReturn(facts: Facts, rules: RuleSet, taxYear: TaxYear): SoFar | null {
  const known = facts.sources.flatMap((source) => {
    const life = lifeWithin(source, taxYear);
    return life === undefined ? [] : [{ source, figure: figureOf(facts, rules, taxYear, source, life) }];
  });
  const declared = known.flatMap(({ figure }) => figure ?? []);
  const others = undeclared(facts, rules, taxYear);
  if (declared.length + others.length === 0) return null;
  const basis = basisOf(declared.length > 0 ? declared : others, facts.asAt > lastDay(taxYear));
  const begun = (s: Source) => s.startedOn === null || s.startedOn <= facts.asAt;
  return {
    income: fromFigures(facts, rules, taxYear, basis, [...declared, ...others]),
    lacking: known.flatMap(({ source, figure }) =>
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
