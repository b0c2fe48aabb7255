/**
 * Where on the chart does a day, and an amount, stand?
 *
 * Places only: the figures themselves come from the outlook as they are.
 */
import type { Next } from '../../shared/rules/answers.ts';
import {
  addMonths,
  daysBetween,
  daysIn,
  firstDay,
  lastDay,
  wholeYear,
  type PlainDate,
} from '../../shared/values/dates.ts';
import type { Pounds } from '../../shared/values/money.ts';

export interface Frame {
  readonly width: number;
  readonly height: number;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}
export interface Places {
  readonly x: (on: PlainDate) => number;
  readonly y: (pounds: Pounds) => number;
  /** Round amounts for the marks at the side, as pounds. */
  readonly marks: readonly Pounds[];
  /** The quarter days of the tax year, and its end. */
  readonly days: readonly PlainDate[];
}

export function placesOf(next: Next, frame: Frame): Places {
  const year = wholeYear(next.tested);
  const most = Math.max(Number(next.threshold), Number(next.soFar), Number(next.projected?.high ?? 0));
  const step = markStep(most);
  // The highest mark stands above everything drawn, with room for a label.
  const top = Math.ceil((most * 1.04) / step) * step;
  const marks: Pounds[] = [];
  for (let mark = 0; mark <= top; mark += step) marks.push(String(mark));
  const across = frame.width - frame.left - frame.right;
  const up = frame.height - frame.top - frame.bottom;
  return {
    x: (on) => frame.left + (across * daysBetween(year.from, on)) / (daysIn(year) - 1),
    y: (pounds) => frame.top + up * (1 - Number(pounds) / top),
    marks,
    days: [...[0, 3, 6, 9].map((n) => addMonths(firstDay(next.tested), n)), lastDay(next.tested)],
  };
}

/** A round step that gives three to six marks: `markStep(31000)` is 10000. */
function markStep(most: number): number {
  const power = 10 ** Math.floor(Math.log10(Math.max(most, 100)));
  const ratio = most / power;
  if (ratio < 1.5) return power / 4;
  if (ratio < 3) return power / 2;
  return ratio < 6 ? power : power * 2;
}

/** The running total as a line of steps, from nothing on the first day to the total on the last day counted. */
export function totalLine(next: Next, places: Places): string {
  const start = firstDay(next.tested);
  const line = [`M${places.x(start)} ${places.y('0')}`];
  for (const point of next.runningTotal) line.push(`H${places.x(point.on)}`, `V${places.y(point.total)}`);
  line.push(`H${places.x(next.upTo)}`);
  return line.join('');
}

/** The spread of what is likely: from today to the end of the year, between low and high. */
export function spread(next: Next, places: Places): string | undefined {
  if (next.projected === null || next.upTo >= lastDay(next.tested)) return undefined;
  const end = places.x(lastDay(next.tested));
  const now = `${places.x(next.upTo)} ${places.y(next.soFar)}`;
  return `M${now}L${end} ${places.y(next.projected.high)}V${places.y(next.projected.low)}Z`;
}
