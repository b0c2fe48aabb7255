/**
 * How many rows are new, here already, refused, and what becomes of the new ones?
 */
import type { ImportReport } from '../../shared/contract/contract.ts';
import { day, money, thousands } from '../../shared/wording/format.ts';
import { importing as words } from '../../shared/wording/importing.ts';

export function ImportCounts({ report }: { readonly report: ImportReport }) {
  const counts: readonly (readonly [string, number])[] = [
    [words.fresh, report.fresh],
    [words.already, report.already],
    ...(report.held === 0 ? [] : [[words.held, report.held] as const]),
    ...(report.leftOutCount === 0 ? [] : [[words.leftOut, report.leftOutCount] as const]),
    [words.refused, report.refusedCount],
    [words.recorded, report.recorded],
    [words.setAside, report.setAside],
    [words.unsorted, report.unsorted],
  ];
  return (
    <div className="sheet">
      <dl className="figures counts">
        {counts.map(([name, n]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{thousands(n)}</dd>
          </div>
        ))}
      </dl>
      <p className="quiet">
        {report.from === null || report.to === null ? '' : `${words.period(day(report.from), day(report.to))} `}
        {words.flows(money(report.moneyIn), money(report.moneyOut.replace('-', '')))}
      </p>
    </div>
  );
}
