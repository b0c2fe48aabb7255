/** Where does a key lead in a list of rows, and which rows does it take in on its way? */

const pageOfRows = 8;

/** The row a key leads to from another, or undefined if it leads nowhere. `last` is the last row there is. */
export function reached(key: string, from: number, last: number): number | undefined {
  const to: Readonly<Record<string, number>> = {
    ArrowDown: from + 1,
    ArrowUp: from - 1,
    PageDown: from + pageOfRows,
    PageUp: from - pageOfRows,
    Home: 0,
    End: last,
  };
  const meant = to[key];
  return meant === undefined ? undefined : Math.max(0, Math.min(last, meant));
}

/** All rows from one to another, both included, whichever comes first: `between(5, 3)` is 3, 4, 5. */
export const between = (a: number, b: number): readonly number[] =>
  Array.from({ length: Math.abs(b - a) + 1 }, (_, n) => Math.min(a, b) + n);
