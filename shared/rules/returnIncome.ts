/**
 * What income does a submitted return show?
 *
 * The boxes that count, as its amendments leave them for an answer about one year: an increase made after that year began
 * does not count (SI 2026/336 reg 26, SALF1450; rules.md 1.10 and 7.1).
 */
import { inYear, type RuleSet } from '../policy/policy.ts';
import { addDays, daysBetween, firstDay, type Period, type PlainDate, type TaxYear } from '../values/dates.ts';
import { exceeds, sum, type Fraction } from '../values/money.ts';
import type { Facts, ReturnLine, TaxReturn } from './facts.ts';
import { outside, sourceIncome } from './parts.ts';
import { total, type LeftOutIncome, type SourceIncome, type YearIncome } from './yearIncome.ts';

/** What one amendment did to a return's income, before and after it. */
export interface ReturnChange {
  readonly on: PlainDate;
  readonly before: Fraction;
  readonly after: Fraction;
  /** It raised the income, and came too late to do so for the answer asked about. */
  readonly tooLate: boolean;
}

/** A return as it stands for an answer about one year. */
interface Standing {
  readonly lines: readonly ReturnLine[];
  /** Its amendments that change what it comes to, the earliest first. */
  readonly changes: readonly ReturnChange[];
}

/** The lines of a return as they stand for an answer about `forYear`: all amendments, or only those that count for it. */
function standing(facts: Facts, rules: RuleSet, taxReturn: TaxReturn, forYear: TaxYear | null): Standing {
  let { lines } = taxReturn;
  const changes: ReturnChange[] = [];
  const of = (version: readonly ReturnLine[]) => total(fromLines(facts, rules, taxReturn, version));
  for (const { madeOn: on, lines: changed } of taxReturn.amendments) {
    const [before, after] = [of(lines), of(changed)];
    const late = forYear !== null && rules.lateIncreaseIgnored !== null && on >= firstDay(forYear);
    const tooLate = late && exceeds(after, before);
    if (exceeds(after, before) || exceeds(before, after)) changes.push({ on, before, after, tooLate });
    if (!tooLate) lines = changed;
  }
  return { lines, changes };
}

/** The income a submitted return shows, by the lines that stand for an answer about `forYear` (null: all of them). */
export function fromReturn(facts: Facts, rules: RuleSet, taxReturn: TaxReturn, forYear: TaxYear | null): YearIncome {
  return fromLines(facts, rules, taxReturn, standing(facts, rules, taxReturn, forYear).lines);
}

/** What the amendments of a return did to its income, for an answer about `forYear`. */
export function changesFor(
  facts: Facts,
  rules: RuleSet,
  taxReturn: TaxReturn,
  forYear: TaxYear,
): readonly ReturnChange[] {
  return standing(facts, rules, taxReturn, forYear).changes;
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
    const why = outside(facts, rules, taxYear, line.source, line.form);
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
