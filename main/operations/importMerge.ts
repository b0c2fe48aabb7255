/** What do the reports on the accounts of one file come to together? */
import type { ImportReport } from '../../shared/contract/contract.ts';
import { nothing, parsePounds, sum, toPounds, type Pounds } from '../../shared/values/money.ts';

/** Counts and money are added up, the days reach from the first to the last, and lists follow one another. */
export function mergedReport(a: ImportReport, b: ImportReport): ImportReport {
  const days = [a.from, b.from, a.to, b.to].filter((day) => day !== null).toSorted();
  return {
    ...a,
    account: `${a.account}, ${b.account}`,
    how: [...new Set([...a.how, ...b.how])],
    rows: a.rows + b.rows,
    fresh: a.fresh + b.fresh,
    already: a.already + b.already,
    held: a.held + b.held,
    heldRows: [...a.heldRows, ...b.heldRows],
    refusedCount: a.refusedCount + b.refusedCount,
    refused: [...a.refused, ...b.refused],
    leftOutCount: a.leftOutCount + b.leftOutCount,
    leftOut: [...a.leftOut, ...b.leftOut],
    recorded: a.recorded + b.recorded,
    setAside: a.setAside + b.setAside,
    unsorted: a.unsorted + b.unsorted,
    from: days[0] ?? null,
    to: days.at(-1) ?? null,
    moneyIn: together(a.moneyIn, b.moneyIn),
    moneyOut: together(a.moneyOut, b.moneyOut),
    gaps: [...new Set([...a.gaps, ...b.gaps])],
    sample: [...a.sample, ...b.sample],
  };
}

const together = (a: Pounds, b: Pounds): Pounds =>
  toPounds(sum([parsePounds(a) ?? nothing, parsePounds(b) ?? nothing]));
