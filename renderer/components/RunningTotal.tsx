/**
 * How much so far, against the amount that decides? The chart, the same as a table, and the figures beside it.
 */
import { useState } from 'react';
import type { Next } from '../../shared/rules/answers.ts';
import { chance, day, money, roundMoney, taxYear } from '../../shared/wording/format.ts';
import { chartWords, overview } from '../../shared/wording/overview.ts';
import { showRecords } from '../store.ts';
import { TotalChart } from './TotalChart.tsx';

export function RunningTotal({ next }: { readonly next: Next }) {
  const [table, setTable] = useState(false);
  const empty = next.runningTotal.length === 0 && next.projected === null;
  return (
    <section className="section sheet" aria-labelledby="running-total">
      <div className="between">
        <div>
          <h2 id="running-total">{overview.chartTitle(taxYear(next.tested))}</h2>
          <p className="small quiet">{overview.income}</p>
        </div>
        {empty ? null : (
          <button type="button" className="plain" onClick={() => setTable(!table)}>
            {table ? overview.asChart : overview.asTable}
          </button>
        )}
      </div>
      <Figures next={next} />
      {empty ? <p>{overview.noTotals}</p> : null}
      {!empty && table ? <TotalTable next={next} /> : null}
      {!empty && !table ? <TotalChart next={next} /> : null}
    </section>
  );
}

function Figures({ next }: { readonly next: Next }) {
  const over = next.headroom.startsWith('-');
  const { projected, probabilityOver, crossedOn, likelyCrossing } = next;
  return (
    <dl className="figures">
      <Figure name={overview.soFar} value={money(next.soFar)} onRows={() => showRecords({ taxYear: next.tested })} />
      <Figure name={over ? overview.over : overview.headroom} value={money(next.headroom.replace('-', ''))} />
      {projected === null ? null : <Figure name={overview.likelyYearEnd} value={roundMoney(projected.central)} />}
      {probabilityOver === null || crossedOn !== null ? null : (
        <Figure name={overview.chance} value={chance(probabilityOver)} />
      )}
      {crossedOn === null ? null : <Figure name={overview.crossedOn} value={day(crossedOn)} />}
      {likelyCrossing === null || crossedOn !== null ? null : (
        <Figure name={overview.likelyCrossing} value={day(likelyCrossing)} />
      )}
    </dl>
  );
}

interface Shown {
  readonly name: string;
  readonly value: string;
  readonly onRows?: () => void;
}

function Figure({ name, value, onRows }: Shown) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        {value}
        {onRows === undefined ? null : (
          <button type="button" className="plain small" onClick={onRows}>
            {overview.rowsLink}
          </button>
        )}
      </dd>
    </div>
  );
}

function TotalTable({ next }: { readonly next: Next }) {
  const caption = chartWords.caption(taxYear(next.tested), roundMoney(next.threshold));
  return (
    <section className="scroll" tabIndex={0} aria-label={caption}>
      <table>
        <caption>{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{chartWords.date}</th>
            <th scope="col" className="number">
              {chartWords.total}
            </th>
          </tr>
        </thead>
        <tbody>
          {next.runningTotal.map(({ on, total }) => (
            <TotalRow key={on} name={day(on)} total={total} />
          ))}
          {projectedRows(next).map(({ name, total }) => (
            <TotalRow key={name} name={name} total={total} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

function TotalRow({ name, total }: { readonly name: string; readonly total: string }) {
  return (
    <tr>
      <th scope="row">{name}</th>
      <td className="number">{money(total)}</td>
    </tr>
  );
}

function projectedRows({ projected }: Next): readonly { name: string; total: string }[] {
  if (projected === null) return [];
  return [
    { name: chartWords.projectedRow(chartWords.lowLabel), total: projected.low },
    { name: chartWords.projectedRow(chartWords.centralLabel), total: projected.central },
    { name: chartWords.projectedRow(chartWords.highLabel), total: projected.high },
  ];
}
