/**
 * What was the income from self-employment and property, before expenses, of one tax year?
 *
 * Qualifying income as SI 2026/336 regs 25 and 26 (SALF1450) have it: the boxes that count, the person's own share, source by
 * source, a part year scaled up, then added. Exact fractions throughout; nothing here compares or rounds.
 */
import { inYear, type RuleSet } from '../policy/policy.ts';
import { countingIds } from '../policy/categories.ts';
import { daysIn, firstDay, lastDay, wholeYear, type Period, type PlainDate, type TaxYear } from '../values/dates.ts';
import { asPence, sum, type Pence } from '../values/money.ts';
import { annualise } from './annualisation.ts';
import type { IncomeBasis, RowsLink } from './answers.ts';
import {
  sortedBy,
  type Facts,
  type Quarter,
  type ReturnLine,
  type Source,
  type TaxReturn,
  type UpdateSent,
} from './facts.ts';
import { isSubmitted, lifeWithin, returnFor } from './filing.ts';
import { recordsFor, runRate } from './runRate.ts';
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

/** The lines of a return as they stand for an answer about `forYear`: all amendments, or only those that count for it. */
export function linesFor(
  facts: Facts,
  rules: RuleSet,
  taxReturn: TaxReturn,
  forYear: TaxYear | null,
): readonly ReturnLine[] {
  let lines = taxReturn.lines;
  for (const amendment of taxReturn.amendments) {
    const late = forYear !== null && rules.lateIncreaseIgnored !== null && amendment.madeOn >= firstDay(forYear);
    if (late && raises(facts, rules, taxReturn, lines, amendment.lines)) continue;
    lines = amendment.lines;
  }
  return lines;
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
  return fromLines(facts, rules, taxReturn, linesFor(facts, rules, taxReturn, forYear));
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
  for (const line of lines) {
    const key = `${line.source} ${line.period?.from ?? ''} ${line.period?.to ?? ''}`;
    groups.set(key, [...(groups.get(key) ?? []), line]);
  }
  return [...groups.values()].map((group) => partOf(facts, taxYear, group));
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
    scaling,
    notScaled: ceased && detail.grossUpCeased !== true && daysIn(period) < daysIn(wholeYear(taxYear)),
    justAndReasonable: detail.justAndReasonable ?? null,
    rows: detail.rows ?? null,
  };
}

/**
 * The income that the updates of that year show by the latest of them; null if none was sent, or where `quarter` asks for that
 * one and it is not in. An update covers the year so far, or its quarter alone where the rules have it so: then all are added.
 */
export function fromUpdate(facts: Facts, rules: RuleSet, taxYear: TaxYear, quarter: 4 | null): YearIncome | null {
  const sent = facts.updates.filter((u) => u.taxYear === taxYear);
  const latest = sent.at(-1)?.quarter;
  if (latest === undefined || (quarter !== null && latest !== quarter)) return null;
  const quarters = rules.updates.cumulative ? [latest] : ([1, 2, 3, 4] as const);
  const amounts = new Map<string, Pence>();
  for (const { source, gross } of quarters.flatMap((q) => saidIn(sent, q)))
    amounts.set(source, asPence((amounts.get(source) ?? 0) + gross));
  return fromAmounts(
    facts,
    rules,
    taxYear,
    'update',
    sortedBy([...amounts], ([source]) => source),
  );
}

/** Sources may send theirs on days of their own: of each, what it sent last for that quarter. */
function saidIn(sent: readonly UpdateSent[], quarter: Quarter): UpdateSent['lines'] {
  let said: UpdateSent['lines'] = [];
  for (const { lines } of sent.filter((u) => u.quarter === quarter))
    said = [...said.filter((before) => !lines.some((l) => l.source === before.source)), ...lines];
  return said;
}

/** What the books hold for that year, sources without records at nil; null if they hold nothing for it. */
export function fromRecords(facts: Facts, rules: RuleSet, taxYear: TaxYear): YearIncome | null {
  const held = facts.records.filter((r) => r.taxYear === taxYear);
  if (held.length === 0) return null;
  return fromAmounts(
    facts,
    rules,
    taxYear,
    'records',
    held.map((r) => [r.source, r.gross] as const),
  );
}

/** What the year comes to if it goes on as it has, what is not declared among the sources at what it holds; null where the books hold nothing for it. */
export function fromProjection(facts: Facts, rules: RuleSet, taxYear: TaxYear): YearIncome | null {
  if (!facts.records.some((r) => r.taxYear === taxYear)) return null;
  const alive = facts.sources.filter((s) => lifeWithin(s, taxYear) !== undefined);
  const undeclared = facts.records.filter(
    (r) => r.taxYear === taxYear && !facts.sources.some((s) => s.id === r.source),
  );
  return fromAmounts(facts, rules, taxYear, 'projection', [
    ...alive.map((s) => [s.id, runRate(facts, taxYear, s)] as const),
    ...undeclared.map((r) => [r.source, r.gross] as const),
  ]);
}

function fromAmounts(
  facts: Facts,
  rules: RuleSet,
  taxYear: TaxYear,
  basis: IncomeBasis,
  amounts: readonly (readonly [id: string, gross: Pence])[],
): YearIncome {
  const leftOut: LeftOutIncome[] = [];
  const parts: SourceIncome[] = [];
  for (const [id, gross] of amounts) {
    const why = outside(facts, rules, taxYear, id);
    if (why !== null) {
      leftOut.push({ ...why, source: id, box: null, amount: gross });
      continue;
    }
    const source = facts.sources.find((s) => s.id === id);
    const rows = basis === 'update' ? undefined : rowsOf(facts, taxYear, source);
    parts.push(sourceIncome(source, id, taxYear, gross, rows === undefined ? {} : { rows }));
  }
  return { taxYear, basis, parts, leftOut };
}

function rowsOf(facts: Facts, taxYear: TaxYear, source: Source | undefined): RowsLink | undefined {
  if (source === undefined) return undefined;
  const upTo: PlainDate = recordsFor(facts, taxYear, source.id)?.upTo ?? lastDay(taxYear);
  return { source: source.id, from: firstDay(taxYear), to: upTo, categories: countingIds[source.kind] };
}

/** Are the books whole for that year: every source carried on in it recorded to the end of its life in the year? */
export function isComplete(facts: Facts, taxYear: TaxYear): boolean {
  return facts.sources.every((source) => {
    const life = lifeWithin(source, taxYear);
    const upTo = recordsFor(facts, taxYear, source.id)?.upTo;
    return life === undefined || (upTo !== undefined && upTo >= life.to);
  });
}

/** Money in that is in no total yet, for that year. */
export function unsortedCredits(facts: Facts, taxYear: TaxYear): Pence {
  return asPence(facts.unsorted.filter((u) => u.taxYear === taxYear).reduce((n, u) => n + u.credits, 0));
}

/** The best account of every year anything is known about, oldest first, as it stands today. */
export function incomes(facts: Facts, rules: RuleSet): YearIncome[] {
  const known = new Set<TaxYear>([...facts.returns, ...facts.updates, ...facts.records].map((x) => x.taxYear));
  return [...known].toSorted().flatMap((year) => best(facts, rules, year) ?? []);
}

function best(facts: Facts, rules: RuleSet, year: TaxYear): YearIncome | null {
  if (inYear(rules.qualifyingAmount, year) === undefined) return null;
  const taxReturn = returnFor(facts, year);
  if (isSubmitted(facts, taxReturn)) return fromReturn(facts, rules, taxReturn, null);
  const ended = facts.asAt > lastDay(year);
  const update = ended ? fromUpdate(facts, rules, year, 4) : null;
  if (update !== null) return update;
  return ended && isComplete(facts, year) ? fromRecords(facts, rules, year) : fromProjection(facts, rules, year);
}
