/**
 * Does the day come first in this file's dates, or the month?
 *
 * A date such as 25/04/2025 can be read in one order only and settles it for the file; 03/04/2025 settles nothing.
 */
import type { PlainDate } from '../../shared/values/dates.ts';
import { cellsOf, type Delimiter, type RawRow } from './csv.ts';
import { readDate, type DateOrder } from './fields.ts';

const orders: readonly DateOrder[] = ['day-first', 'month-first', 'year-first'];
const reading = (cell: string, order: DateOrder): PlainDate | '' => {
  const read = readDate(cell, order);
  return typeof read === 'object' ? read.day : '';
};

/** The order that reads the most of these dates, and whether another would have read as many of them differently. */
export function dateOrderOf(cells: readonly string[]): { order: DateOrder; proven: boolean } | undefined {
  const filled = cells.filter((cell) => cell.trim() !== '');
  const readings = orders.map((order) => {
    const days = filled.map((cell) => reading(cell, order));
    return { order, days: days.join(' '), read: days.filter((day) => day !== '').length };
  });
  const best = readings.toSorted((a, b) => b.read - a.read)[0];
  if (best === undefined || best.read * 2 < filled.length || best.read === 0) return undefined;
  const proven = readings.every((other) => other.read < best.read || other.days === best.days);
  return { order: best.order, proven };
}

/** The only order in which this date can be read; null where it can be read in both, or in neither. */
export function tellingOrder(cell: string): DateOrder | null {
  const [day, month] = [reading(cell, 'day-first'), reading(cell, 'month-first')];
  if (day === month || (day !== '' && month !== '')) return null;
  return day === '' ? 'month-first' : 'day-first';
}

/** The order that the first telling date of the file proves, read no further than that; null where no date is telling. */
export async function provenOrder(
  rows: AsyncIterable<readonly RawRow[]>,
  delimiter: Delimiter,
  column: number,
): Promise<DateOrder | null> {
  for await (const piece of rows) {
    for (const cells of cellsOf(piece, delimiter)) {
      const cell = cells?.[column] ?? '';
      const order = tellingOrder(cell);
      if (order !== null) return order;
    }
  }
  return null;
}
