/**
 * How does the running total stand against the amount, drawn?
 */
import { useEffect, useRef, useState } from 'react';
import type { Next } from '../../shared/rules/answers.ts';
import { lastDay } from '../../shared/values/dates.ts';
import { day, money, monthName, roundMoney } from '../../shared/wording/format.ts';
import { chartWords } from '../../shared/wording/overview.ts';
import { dayOf } from '../../shared/values/dates.ts';
import { placesOf, spread, totalLine, type Frame, type Places } from './chartShape.ts';

const height = 320;
const frameOf = (width: number): Frame => ({
  width,
  height,
  left: 62,
  right: width < 520 ? 14 : 132,
  top: 22,
  bottom: 34,
});

/** The width there is, followed as the window changes. */
function useWidth() {
  const box = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(0);
  useEffect(() => {
    if (box.current === null) return undefined;
    const watch = new ResizeObserver(([entry]) => setWidth(Math.floor(entry?.contentRect.width ?? 0)));
    watch.observe(box.current);
    return () => watch.disconnect();
  }, []);
  return { box, width };
}

export function TotalChart({ next }: { readonly next: Next }) {
  const { box, width } = useWidth();
  return (
    <div className="chart" ref={box}>
      {width < 120 ? null : <Drawing next={next} frame={frameOf(width)} />}
    </div>
  );
}

const inWords = (next: Next): string => {
  const so = chartWords.describe(money(next.soFar), day(next.upTo), roundMoney(next.threshold));
  const { projected } = next;
  if (projected === null) return so;
  return `${so} ${chartWords.projected(money(projected.low), money(projected.central), money(projected.high))}`;
};

function Drawing({ next, frame }: { readonly next: Next; readonly frame: Frame }) {
  const places = placesOf(next, frame);
  const fan = spread(next, places);
  return (
    <svg width={frame.width} height={frame.height} role="img" aria-label={inWords(next)}>
      <Axes places={places} frame={frame} narrow={frame.width < 520} />
      {fan === undefined ? null : <path className="chart-spread" d={fan} />}
      <Amount next={next} places={places} frame={frame} />
      <path className="chart-line" d={totalLine(next, places)} />
      {fan === undefined ? null : <Likely next={next} places={places} frame={frame} />}
      <circle className="chart-now" cx={places.x(next.upTo)} cy={places.y(next.soFar)} r="4.5" />
      {next.crossedOn === null ? null : (
        <circle className="chart-crossed" cx={places.x(next.crossedOn)} cy={places.y(next.threshold)} r="5.5" />
      )}
    </svg>
  );
}

interface Drawn {
  readonly next: Next;
  readonly places: Places;
  readonly frame: Frame;
}

function Axes({ places, frame, narrow }: { readonly places: Places; readonly frame: Frame; readonly narrow: boolean }) {
  const end = frame.width - frame.right;
  const base = frame.height - frame.bottom;
  return (
    <g className="chart-axes">
      {places.marks.map((mark) => (
        <g key={mark}>
          <line x1={frame.left} x2={end} y1={places.y(mark)} y2={places.y(mark)} />
          <text x={frame.left - 10} y={places.y(mark)} dy="0.32em" textAnchor="end">
            {roundMoney(mark)}
          </text>
        </g>
      ))}
      {places.days.map((on, n) => (
        <text key={on} x={places.x(on)} y={base + 22} textAnchor={anchor(n, narrow)}>
          {`${dayOf(on)} ${monthName(on).slice(0, 3)}`}
        </text>
      ))}
    </g>
  );
}

const anchor = (n: number, narrow: boolean): 'start' | 'middle' | 'end' => {
  if (n === 0) return 'start';
  return n === 4 && narrow ? 'end' : 'middle';
};

/** Room for the words of the amount, in pixels. */
const wordsWide = 220;

/** The amount that decides: a dashed line with its own words, clear of where the total crosses it, so that colour is never all it has. */
function Amount({ next, places, frame }: Drawn) {
  const y = places.y(next.threshold);
  const end = frame.width - frame.right;
  const early = next.crossedOn !== null && places.x(next.crossedOn) < frame.left + wordsWide;
  return (
    <g className="chart-amount">
      <line x1={frame.left} x2={end} y1={y} y2={y} />
      <text x={early ? end : frame.left + 6} y={early ? y + 17 : y - 7} textAnchor={early ? 'end' : 'start'}>
        {chartWords.amountLabel(roundMoney(next.threshold))}
      </text>
    </g>
  );
}

function Likely({ next, places, frame }: Drawn) {
  if (next.projected === null) return null;
  const end = places.x(lastDay(next.tested));
  const y = places.y(next.projected.central);
  return (
    <g className="chart-likely">
      <line x1={places.x(next.upTo)} y1={places.y(next.soFar)} x2={end} y2={y} />
      {frame.width < 520 ? null : (
        <text x={end + 8} y={y} dy="0.32em">
          {chartWords.likelyLabel(roundMoney(next.projected.central))}
        </text>
      )}
    </g>
  );
}
