/**
 * Where will this tax year end up, and what will that decide?
 *
 * The running total so far against the amount, the run-rate to the year's end with its spread, and the day it was or is likely
 * to be crossed. Ours, not the law's: four in five years like this one would end between `low` and `high`, if the weeks to
 * come vary as the weeks so far have. Without the days money came in there is no spread and no chance.
 */
import { inYear, type RuleSet } from '../policy/policy.ts';
import {
  addDays,
  daysBetween,
  daysIn,
  earlier,
  lastDay,
  laterYear,
  taxYearOf,
  type PlainDate,
  type TaxYear,
} from '../values/dates.ts';
import { asPence, isMore, nothing, rounded, sum, toPounds, type Pence } from '../values/money.ts';
import type { Next, RowsLink } from './answers.ts';
import type { Decision } from './decisions.ts';
import { qualifyingAmount } from './evidence.ts';
import type { Facts, RecordsTotal } from './facts.ts';
import { fromRecords, withoutReturn } from './incomes.ts';
import { expectedIn, recordsFor } from './runRate.ts';
import { total, usedValue, type SourceIncome, type YearIncome } from './yearIncome.ts';

/** Four in five lie within this many standard deviations either side. */
const spreadInDeviations = 1.2816;
const fewestWeeks = 4;

/** The next decision, but for its sentence; null where the books hold nothing for the current tax year. */
export function nextDecision(
  facts: Facts,
  rules: RuleSet,
  decided: readonly Decision[],
  exitYear: TaxYear | null,
): Omit<Next, 'text'> | null {
  const tested = taxYearOf(facts.asAt);
  const soFarKnown = withoutReturn(facts, rules, tested);
  const held = fromRecords(facts, rules, tested);
  if (soFarKnown === null || held === null || inYear(rules.qualifyingAmount, tested) === undefined) return null;
  const { income: projected, lacking } = soFarKnown;
  const two = laterYear(tested, 2);
  const decidedFor = (taxYear: TaxYear): Decision | undefined => decided.find((d) => d.taxYear === taxYear);
  const by = decidedFor(two)?.by ?? null;
  const staying = decidedFor(tested)?.answer === 'must-use' || by === 'stay';
  const threshold = qualifyingAmount(rules, tested).value;
  const records = facts.records.filter((r) => r.taxYear === tested && held.parts.some((p) => p.source === r.source));
  const soFar = sum(held.parts.map((p) => p.gross));
  const upTo =
    records
      .map((r) => r.upTo)
      .toSorted()
      .at(-1) ?? facts.asAt;
  const spread = spreadOf(facts, projected, records, soFar, upTo, threshold);
  return {
    question: staying ? 'exit' : 'entry',
    decides: staying ? (exitYear ?? two) : two,
    tested,
    threshold: toPounds(threshold),
    soFar: toPounds(soFar),
    upTo,
    projected: spread.projected,
    probabilityOver: spread.probabilityOver,
    headroom: toPounds(asPence(threshold - soFar)),
    crossedOn: crossedOn(records, threshold),
    likelyCrossing: likelyCrossing(facts, projected, { soFar, upTo, threshold }),
    runningTotal: runningTotal(records).map(({ on, amount }) => ({ on, total: toPounds(amount) })),
    rows: held.parts.flatMap((p): RowsLink[] => (p.rows === null ? [] : [p.rows])),
    without: lacking.map((s) => s.id),
    scaled: projected.parts.some((part) => isMore(usedValue(part), part.gross)),
  };
}

function runningTotal(records: readonly RecordsTotal[]): { on: PlainDate; amount: Pence }[] {
  const byDay = new Map<PlainDate, number>();
  for (const r of records) for (const [on, , amount] of r.days) byDay.set(on, (byDay.get(on) ?? 0) + amount);
  let running = 0;
  return [...byDay.keys()].toSorted().map((on) => {
    running += byDay.get(on) ?? 0;
    return { on, amount: asPence(running) };
  });
}

/** The first day on which the running total is more than the amount; null if it is not, or if the days are not known. */
function crossedOn(records: readonly RecordsTotal[], threshold: Pence): PlainDate | null {
  return runningTotal(records).find((p) => p.amount > threshold)?.on ?? null;
}

/**
 * The day on which the income first exceeds the amount, if each source goes on as projected: what is known to be coming on its
 * day, the rest evenly, and a part year scaled up. Null once it is crossed, or if it is not by the year's end.
 */
function likelyCrossing(
  facts: Facts,
  projected: YearIncome,
  { soFar, upTo, threshold }: { soFar: Pence; upTo: PlainDate; threshold: Pence },
): PlainDate | null {
  const end = lastDay(projected.taxYear);
  if (soFar > threshold || !isMore(total(projected), threshold)) return null;
  const courses = projected.parts.map((part) => courseOf(facts, projected.taxYear, part));
  const isOver = (days: number): boolean => courses.reduce((all, by) => all + by(addDays(upTo, days)), 0) > threshold;
  if (isOver(0)) return null;
  let [within, over] = [0, daysBetween(upTo, end)];
  while (over - within > 1) {
    const half = Math.floor((within + over) / 2);
    if (isOver(half)) over = half;
    else within = half;
  }
  return addDays(upTo, over);
}

/** What a part of the year counts for by a day, in pence: scaled to a full year as it is at the year's end. */
function courseOf(facts: Facts, taxYear: TaxYear, part: SourceIncome): (day: PlainDate) => number {
  const { pence, per } = usedValue(part);
  const scale = part.gross === 0 ? 1 : Number(pence) / Number(per) / part.gross;
  const taken = takenBy(facts, taxYear, part);
  return (day) => taken(day) * scale;
}

/** What it took by a day. */
function takenBy(facts: Facts, taxYear: TaxYear, { source, gross, period }: SourceIncome): (day: PlainDate) => number {
  const records = recordsFor(facts, taxYear, source);
  const [held, from] = [records?.gross ?? nothing, records?.upTo ?? addDays(period.from, -1)];
  const coming = facts.expected.filter((e) => e.source === source && e.on > from && e.on <= period.to);
  if (gross === held + sum(coming.map((e) => e.amount)))
    return (day) => held + sum(coming.filter((e) => e.on <= day).map((e) => e.amount));
  const [onward, days] = [gross - held, daysBetween(from, period.to)];
  if (days === 0) return () => gross;
  return (day) => held + (onward * Math.min(days, Math.max(0, daysBetween(from, day)))) / days;
}

type Spread = Pick<Next, 'projected' | 'probabilityOver'>;

function spreadOf(
  facts: Facts,
  projected: YearIncome,
  records: readonly RecordsTotal[],
  soFar: Pence,
  upTo: PlainDate,
  threshold: Pence,
): Spread {
  const central = rounded(total(projected));
  const raw = sum(projected.parts.map((p) => p.gross));
  const scale = raw === 0 ? 1 : central / raw;
  const known = asPence(soFar + sum(facts.sources.map((s) => expectedIn(facts, projected.taxYear, s))));
  const method = raw > soFar && raw === known ? 'known-receipts' : 'run-rate';
  const deviation = deviationToCome(records, projected.taxYear, upTo) * scale;
  const floor = Math.min(central, Math.round(known * scale));
  const low = asPence(Math.max(floor, Math.round(central - spreadInDeviations * deviation)));
  const high = asPence(Math.round(central + spreadInDeviations * deviation));
  const shown = { low: toPounds(low), central: toPounds(central), high: toPounds(high), method } as const;
  return {
    projected: shown,
    probabilityOver: probability(central, deviation, threshold, soFar, upTo >= lastDay(projected.taxYear)),
  };
}

function probability(central: Pence, deviation: number, threshold: Pence, soFar: Pence, ended: boolean): number | null {
  if (soFar > threshold) return 1;
  if (ended) return central > threshold ? 1 : 0;
  if (Number.isNaN(deviation) || deviation === 0) return null;
  const chance = Math.round(normal((central - threshold) / deviation) * 100) / 100;
  return Math.min(0.99, Math.max(0.01, chance));
}

/** Standard deviation, in pence, of what the rest of the year may bring, from how the whole weeks so far have varied; nil where that is not known. */
function deviationToCome(records: readonly RecordsTotal[], taxYear: TaxYear, upTo: PlainDate): number {
  const days = runningDays(records);
  const [start] = days.map((d) => d.on).toSorted();
  if (start === undefined) return 0;
  const from = earlier(start, upTo);
  const weeks = Math.floor(daysIn({ from, to: upTo }) / 7);
  const left = daysBetween(upTo, lastDay(taxYear)) / 7;
  if (weeks < fewestWeeks) return 0;
  const sums = Array.from({ length: weeks }, () => 0);
  for (const { on, amount } of days) {
    const week = Math.floor(daysBetween(on, upTo) / 7);
    if (week < weeks) sums[week] = (sums[week] ?? 0) + amount;
  }
  const mean = sums.reduce((a, b) => a + b, 0) / weeks;
  const variance = sums.reduce((v, s) => v + (s - mean) ** 2, 0) / (weeks - 1);
  return Math.sqrt(variance * left * (1 + left / weeks));
}

const runningDays = (records: readonly RecordsTotal[]): { on: PlainDate; amount: number }[] =>
  records.flatMap((r) => r.days.map(([on, , amount]) => ({ on, amount })));

/** The standard normal distribution function, to seven decimals (Abramowitz and Stegun 26.2.17). */
function normal(z: number): number {
  const t = 1 / (1 + 0.2316419 * Math.abs(z));
  const tail = t * (0.31938153 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
  const upper = (Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI)) * tail;
  return z >= 0 ? 1 - upper : upper;
}
