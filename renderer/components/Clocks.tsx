/**
 * Which year is being counted, which does it decide, and what happens from when?
 */
import type { Next } from '../../shared/rules/answers.ts';
import { firstDay } from '../../shared/values/dates.ts';
import { day, roundMoney, taxYear } from '../../shared/wording/format.ts';
import { overview } from '../../shared/wording/overview.ts';

/** Who is not in yet asks by when to be ready; who is in, from when they could stop. A year before a settled start decides nothing. */
export function Clocks({ next, within }: { readonly next: Next; readonly within: boolean }) {
  const leaving = next.question === 'exit';
  const decides = !leaving || within;
  return (
    <dl className="clocks">
      <Clock name={overview.counted} value={taxYear(next.tested)} note={overview.countedTo(day(next.upTo))} />
      <Clock
        name={overview.decides}
        value={decides ? taxYear(next.decides) : overview.decidesNone}
        note={decides ? overview.against(roundMoney(next.threshold)) : overview.startSettled}
      />
      <Clock
        name={leaving ? overview.stop : overview.ready}
        value={day(firstDay(next.decides))}
        note={leaving ? overview.stopIf : overview.readyFor(taxYear(next.decides))}
      />
    </dl>
  );
}

function Clock({ name, value, note }: { readonly name: string; readonly value: string; readonly note: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        <span className="clock-value">{value}</span>
        <span className="small quiet">{note}</span>
      </dd>
    </div>
  );
}
