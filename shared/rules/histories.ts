/**
 * How may the years before have gone, where the income of one of them is open?
 *
 * An open income is taken on both sides of the amount, each side a history of its own that keeps to it: one income cannot be over
 * for one year and within for another. `combining.ts` says what a year's answer comes to by all of them.
 */
import { laterYear, type PlainDate, type TaxYear } from '../values/dates.ts';
import type { Fraction, Pence } from '../values/money.ts';
import type { Answer, Certainty } from './answers.ts';
import type { Gap } from './evidence.ts';
import type { Exemption } from './exemptions.ts';
import type { RawReason } from './reasons.ts';

export interface Decision {
  readonly taxYear: TaxYear;
  readonly answer: Answer;
  readonly certainty: Certainty | null;
  readonly tested: {
    readonly taxYear: TaxYear;
    readonly returnDue: PlainDate;
    readonly income: Fraction | null;
    readonly threshold: Pence;
  } | null;
  readonly because: readonly RawReason[];
  readonly exemptions: readonly Exemption[];
  readonly missing: readonly Gap[];
  /** What may still turn a year that must be used so far: under the 2021 article, the third year's own figure. */
  readonly waitsFor: readonly Gap[];
  /** What settled it: the entry test, staying in, or leaving after three years; null where none of them was reached. */
  readonly by: 'entry' | 'stay' | 'exit' | null;
  /** The tax years whose income is not known, or doubtful, and on which it hangs. */
  readonly open: readonly TaxYear[];
  /** It rests on the side taken for such a year by one history. */
  readonly taken: boolean;
}

/** On which side of the amount a year is taken to be, where that is open. */
export type Side = 'over' | 'within';

/** One way the years before may have gone. */
export interface History {
  /** The years they were in. */
  readonly within: readonly TaxYear[];
  readonly certainty: Certainty;
  /** The doubtful years this history takes one side of, the oldest first. */
  readonly doubts: readonly Decision[];
  /** The side it takes for each open income it met: one income is on one side, however many years hang on it. */
  readonly sides: ReadonlyMap<TaxYear, Side>;
}

const order: readonly Certainty[] = ['decided', 'recorded', 'forecast'];
export const weaker = (a: Certainty, b: Certainty): Certainty => (order.indexOf(a) >= order.indexOf(b) ? a : b);
export const stronger = (a: Certainty, b: Certainty): Certainty => (weaker(a, b) === a ? b : a);

/** A year's answer on one history of those before it. */
export interface Way {
  readonly history: History;
  readonly decision: Decision;
}

/** The histories a year's answer leads on to: one, or one for each way its open incomes may be. */
export function onward({ history, decision }: Way): readonly History[] {
  const certainty = decision.certainty ?? history.certainty;
  const go = (within: boolean, doubt: Decision | null, sides = history.sides): History => ({
    within: within ? [...history.within, decision.taxYear] : history.within,
    certainty,
    doubts: doubt === null ? history.doubts : [...history.doubts, doubt],
    sides,
  });
  if (decision.waitsFor.length > 0) {
    const doubt: Decision = { ...decision, missing: decision.waitsFor };
    return eachWay(history.sides, decision.open).map((sides) => go(isAnyOver(sides, decision.open), doubt, sides));
  }
  if (decision.answer === 'must-use') return [go(true, null)];
  if (decision.answer === 'need-not-use') return [go(false, null)];
  if (decision.open.length === 0) return [go(true, decision), go(false, decision)];
  return eachWay(history.sides, decision.open).map((sides) => go(isAnyOver(sides, decision.open), decision, sides));
}

type Sides = History['sides'];
/** Income over the amount brings in, or keeps in: out only where every open one is within. */
const isAnyOver = (sides: Sides, open: readonly TaxYear[]): boolean => open.some((year) => sides.get(year) === 'over');

/** Every way the open incomes may be: over comes first, as being in does. */
function eachWay(known: Sides, open: readonly TaxYear[]): readonly Sides[] {
  return open.reduce<readonly Sides[]>(
    (ways, year) =>
      (['over', 'within'] as const).flatMap((side) => ways.map((sides) => new Map(sides).set(year, side))),
    [known],
  );
}

/**
 * Histories that agree on the last three years, `last` among them, and on the incomes these rest on, answer alike from here on:
 * they go on as one, which keeps to the sides that all of them took.
 */
export function distinct(histories: readonly History[], last: TaxYear): readonly History[] {
  if (histories.length === 1) return histories;
  const since = laterYear(last, -3);
  const kept: History[] = [];
  for (const history of histories) {
    const at = kept.findIndex((other) => isAlike(other, history, since));
    const alike = kept[at];
    if (alike === undefined) kept.push(history);
    else kept[at] = together(alike, history);
  }
  return kept;
}

function together(a: History, b: History): History {
  const sides = new Map([...a.sides].filter(([year, side]) => b.sides.get(year) === side));
  return { ...b, certainty: weaker(a.certainty, b.certainty), doubts: [...new Set([...a.doubts, ...b.doubts])], sides };
}

/** Do two histories agree on the years after `since`, and on the open incomes of those years? */
function isAlike(a: History, b: History, since: TaxYear): boolean {
  const recent = ({ within }: History) => within.filter((year) => year > since);
  const [mine, theirs] = [recent(a), recent(b)];
  if (mine.length !== theirs.length || mine.some((year, i) => year !== theirs[i])) return false;
  return saysAsMuch(a.sides, b.sides, since) && saysAsMuch(b.sides, a.sides, since);
}

function saysAsMuch(a: Sides, b: Sides, since: TaxYear): boolean {
  for (const [year, side] of a) if (year > since && b.get(year) !== side) return false;
  return true;
}
