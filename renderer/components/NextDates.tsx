/**
 * What are the next three dates?
 */
import type { Outlook } from '../../shared/rules/answers.ts';
import { obligationName } from '../../shared/wording/dates.ts';
import { day, taxYear } from '../../shared/wording/format.ts';
import { overview } from '../../shared/wording/overview.ts';
import { byDueDate, isComing } from './dueDates.ts';

export function NextDates({ outlook }: { readonly outlook: Outlook }) {
  const coming = byDueDate(outlook.obligations.filter((o) => isComing(o, outlook.asAt))).slice(0, 3);
  return (
    <section className="section" aria-labelledby="next-dates">
      <div className="between">
        <h2 id="next-dates">{overview.nextDates}</h2>
        <a href="#dates">{overview.allDates}</a>
      </div>
      {coming.length === 0 ? (
        <p className="quiet">{overview.noDates}</p>
      ) : (
        <ol className="next-dates">
          {coming.map(({ dueOn, things }) => (
            <li key={dueOn} className="sheet">
              <span className="date-due">{day(dueOn)}</span>
              {things.map(([first]) => (
                <span key={`${obligationName(first)} ${first.taxYear}`}>
                  {obligationName(first)}, {taxYear(first.taxYear)}
                </span>
              ))}
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}
