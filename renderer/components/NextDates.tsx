/**
 * What are the next three dates?
 */
import type { Outlook } from '../../shared/rules/answers.ts';
import { obligationWords } from '../../shared/wording/dates.ts';
import { day } from '../../shared/wording/format.ts';
import { overview } from '../../shared/wording/overview.ts';
import { byDueDate, isComing, isOverdue, type DueTogether } from './dueDates.ts';

export function NextDates({ outlook }: { readonly outlook: Outlook }) {
  const coming = byDueDate(outlook.obligations.filter((o) => isComing(o, outlook.asAt))).slice(0, 3);
  const overdue = byDueDate(outlook.obligations.filter((o) => isOverdue(o, outlook.asAt)));
  return (
    <section className="section" aria-labelledby="next-dates">
      <div className="between">
        <h2 id="next-dates">{overview.nextDates}</h2>
        <a href="#dates">{overview.allDates}</a>
      </div>
      {overdue.length === 0 ? null : (
        <div className="sheet overdue">
          <h3>{overview.overdue}</h3>
          <ul className="bullets">
            {overdue.flatMap(({ dueOn, things }) =>
              names(things).map((name) => (
                <li key={`${dueOn} ${name}`}>
                  {day(dueOn)}: {name}
                </li>
              )),
            )}
          </ul>
          <a href="#dates">{overview.sayWhenSent}</a>
        </div>
      )}
      {coming.length === 0 ? (
        overdue.length === 0 && <p className="quiet">{overview.noDates}</p>
      ) : (
        <ol className="next-dates">
          {coming.map(({ dueOn, things }) => (
            <li key={dueOn} className="sheet">
              <span className="date-due">{day(dueOn)}</span>
              {names(things).map((name) => (
                <span key={name}>{name}</span>
              ))}
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}

/** Two of one name on one day, over different periods, are one line here; Dates has them apart. */
const names = (things: DueTogether['things']): readonly string[] => [
  ...new Set(things.map(([first]) => obligationWords(first))),
];
