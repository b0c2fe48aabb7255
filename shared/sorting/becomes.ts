/**
 * Which records does a rule make of a bank row, to the penny?
 *
 * Parts add up to the row exactly, money in less money out: percentages are rounded once each, half away from zero, and
 * the last one takes what is left of the penny. Percentages may be more than 100 where something was taken off before the
 * money came: £80.00 with `turnover 125%` and tax taken off `25%` is a sale of £100.00 less £20.00.
 */
import { categoryOf, type Direction, type SourceKind } from '../policy/categories.ts';
import type { PlainDate } from '../values/dates.ts';
import { asPence, rounded, scaled, type Pence } from '../values/money.ts';
import type { RuleMakes, RulePart, SetAside, SortableRow } from './rule.ts';

export interface MadeRecord {
  readonly source: string;
  readonly letting: string | null;
  readonly date: PlainDate;
  readonly category: string;
  /** Positive in the category's own direction; a refund is negative. */
  readonly pence: Pence;
  readonly description: string;
}
/** The kind of the source with that id, if there is one. */
export type KindOf = (source: string) => SourceKind | undefined;

const whole = 10_000;

/** Income comes in; expenses, and tax withheld on the way, go out. */
const sign = (direction: Direction): 1 | -1 => (direction === 'income' ? 1 : -1);

interface Weighed {
  readonly part: RulePart;
  readonly sign: 1 | -1;
}

function weighed(parts: readonly RulePart[], kindOf: KindOf): readonly Weighed[] | undefined {
  const found: Weighed[] = [];
  for (const part of parts) {
    const kind = kindOf(part.source);
    const category = kind === undefined ? undefined : categoryOf(kind, part.category);
    if (category === undefined) return undefined;
    found.push({ part, sign: sign(category.direction) });
  }
  return found;
}

/** +1 where an income is among the parts: then an expense's percentage is taken off, and does not add. */
const facing = (parts: readonly Weighed[]): 1 | -1 => (parts.some((p) => p.sign === 1) ? 1 : -1);

/** Do the parts add up to any row they can meet? One takes the rest, or all are percentages of 100, or all are amounts. */
export function partsAddUp(parts: readonly RulePart[], kindOf: KindOf): boolean {
  const known = weighed(parts, kindOf);
  if (known === undefined || known.length === 0) return false;
  const rests = known.filter(({ part }) => part.takes === 'rest').length;
  if (rests > 0) return rests === 1;
  const percents = known.flatMap(({ part: { takes }, sign: s }) =>
    typeof takes === 'object' && 'percent' in takes ? [s * facing(known) * takes.percent] : [],
  );
  if (percents.length === 0) return true;
  return percents.length === known.length && percents.reduce((sum, n) => sum + n, 0) === whole;
}

/** What the rule makes of the row; undefined where it cannot: a source that is gone, amounts that are not the row's. */
export function becomes(
  makes: RuleMakes,
  row: SortableRow,
  kindOf: KindOf,
): readonly MadeRecord[] | SetAside | undefined {
  if (typeof makes === 'string') return makes;
  const parts = weighed(makes, kindOf);
  if (parts === undefined || !partsAddUp(makes, kindOf)) return undefined;
  const moved = movedBy(parts, row.pence);
  if (moved === undefined) return undefined;
  const records = parts.map(({ part: { source, letting, category }, sign: s }, i) => ({
    source,
    letting,
    category,
    date: row.date,
    pence: asPence(s * (moved[i] ?? 0)),
    description: row.text,
  }));
  const kept = records.filter((record) => record.pence !== 0);
  return kept.length > 0 ? kept : records.slice(0, 1);
}

/** Money in (positive) or out that each part stands for; together the row's. */
function movedBy(parts: readonly Weighed[], row: Pence): readonly number[] | undefined {
  const face = facing(parts);
  const rest = restOf(parts);
  const moved = parts.map(({ part: { takes }, sign: s }, i) => {
    if (i === rest || takes === 'rest') return 0;
    if ('pence' in takes) return s * takes.pence;
    return s * face * rounded(scaled(row, takes.percent, whole), 'half-away-from-zero');
  });
  const left = row - moved.reduce((sum, n) => sum + n, 0);
  if (rest === -1) return left === 0 ? moved : undefined;
  return moved.with(rest, left);
}

/** The part that takes what is left: the one that says so, else the last of percentages; -1 where all are amounts. */
function restOf(parts: readonly Weighed[]): number {
  const said = parts.findIndex(({ part }) => part.takes === 'rest');
  if (said !== -1) return said;
  return parts.findLastIndex(({ part: { takes } }) => typeof takes === 'object' && 'percent' in takes);
}
