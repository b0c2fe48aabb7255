/**
 * What is due, and when? Obligations by the day they are due, and the reminders that will come.
 */
import type { Obligation, Outlook, Reminder } from '../../shared/rules/answers.ts';
import { dates, isPayment, latenessWords, obligationName, onlyIfAsked } from '../../shared/wording/dates.ts';
import { count, day, period, taxYear } from '../../shared/wording/format.ts';
import { Lateness } from '../components/Lateness.tsx';
import { byDueDate, isComing, isOverdue, oneCoversOthers, type DueTogether } from '../components/dueDates.ts';
import { TellDone } from '../components/TellDone.tsx';
import { Reasons } from '../components/Why.tsx';
import { useStore } from '../store.ts';

export function Dates() {
  const outlook = useStore((known) => known.outlook);
  return outlook === undefined ? null : <Due outlook={outlook} />;
}

function Due({ outlook }: { readonly outlook: Outlook }) {
  const { obligations, asAt } = outlook;
  const coming = byDueDate(obligations.filter((o) => isComing(o, asAt)));
  const overdueOnes = obligations.filter((o) => isOverdue(o, asAt));
  const overdue = byDueDate(overdueOnes);
  const past = byDueDate(obligations.filter((o) => !isComing(o, asAt) && !isOverdue(o, asAt)));
  return (
    <>
      <div className="room-head">
        <h1>{dates.title}</h1>
        <p>{coming.length === 0 && overdue.length === 0 ? dates.none : dates.lead}</p>
      </div>
      {overdue.length === 0 ? null : (
        <section className="section" aria-labelledby="overdue">
          <h2 id="overdue">{dates.overdue}</h2>
          <p className="quiet">{dates.overdueLead(oneCoversOthers(overdueOnes))}</p>
          <DueList groups={overdue} asAt={asAt} />
        </section>
      )}
      {coming.length === 0 ? null : (
        <section className="section" aria-labelledby="coming">
          <h2 id="coming" className={overdue.length === 0 ? 'unseen' : undefined}>
            {dates.coming}
          </h2>
          <DueList groups={coming} asAt={asAt} />
        </section>
      )}
      {past.length === 0 ? null : (
        <section className="section" aria-labelledby="past">
          <h2 id="past" className="unseen">
            {dates.past}
          </h2>
          <details>
            <summary>{dates.showPast}</summary>
            <DueList groups={past} asAt={asAt} />
          </details>
        </section>
      )}
      <Reminders outlook={outlook} />
      <Lateness penalties={outlook.penalties} />
    </>
  );
}

interface Listed {
  readonly groups: readonly DueTogether[];
  readonly asAt: string;
}

function DueList({ groups, asAt }: Listed) {
  return (
    <ol className="due-list">
      {groups.map(({ dueOn, things }) => (
        <li key={dueOn}>
          <h3 className="date-due">{day(dueOn)}</h3>
          <ul className="sheet">
            {things.map((together) => (
              <DueThing
                key={`${obligationName(together[0])} ${together[0].from} ${together[0].sentOn ?? ''}`}
                together={together}
                asAt={asAt}
              />
            ))}
          </ul>
        </li>
      ))}
    </ol>
  );
}

function DueThing({
  together,
  asAt,
}: {
  readonly together: readonly [Obligation, ...Obligation[]];
  readonly asAt: string;
}) {
  const sources = useStore((known) => known.sources);
  const [first] = together;
  const names = together.flatMap((o) => (o.source === null ? [] : [nameOf(o.source, sources)]));
  const when = isPayment(first.kind)
    ? whenWords(first, asAt)
    : `${dates.covers(period(first))} ${whenWords(first, asAt)}`;
  return (
    <li className="due">
      <h4>
        {obligationName(first)}, <span className="quiet">{`${taxYear(first.taxYear)}${onlyIfAsked(first)}`}</span>
      </h4>
      {names.length === 0 ? null : <p>{dates.forSources(names.join(', '))}</p>}
      {when === '' ? null : <p>{when}</p>}
      {first.sentOn === null ? <p className="quiet">{latenessWords(first)}</p> : null}
      {mayBeDone(first, asAt) ? <TellDone together={together} asAt={asAt} /> : null}
      {first.because.length === 0 ? null : (
        <details>
          <summary className="small">{dates.why}</summary>
          <Reasons because={first.because} />
        </details>
      )}
    </li>
  );
}

const nameOf = (id: string, sources: readonly { id: string; name: string }[]): string =>
  sources.find((s) => s.id === id)?.name ?? id;

/** Nothing can be sent before its time; a payment can be made on any day. */
const mayBeDone = ({ sentOn, sendFrom }: Obligation, asAt: string): boolean =>
  sentOn === null && (sendFrom === null || sendFrom <= asAt);

/** When to send it, or when it was; the day it is due stands above. */
function whenWords(o: Obligation, asAt: string): string {
  const paying = isPayment(o.kind);
  if (o.sentOn !== null) return paying ? dates.paid(day(o.sentOn)) : dates.sent(day(o.sentOn));
  if (o.dueOn < asAt) return paying ? dates.unpaid : dates.unknown;
  if (o.sendFrom === null) return '';
  const between = o.kind === 'quarterly-update' ? dates.sendBetween : dates.submitBetween;
  return between(day(o.sendFrom), day(o.dueOn));
}

const shownAtOnce = 5;

function Reminders({ outlook }: { readonly outlook: Outlook }) {
  const { reminders } = outlook;
  return (
    <section className="section" aria-labelledby="reminders">
      <h2 id="reminders">{dates.reminders}</h2>
      {reminders.length === 0 ? (
        <p className="quiet">{dates.noReminders}</p>
      ) : (
        <div className="sheet">
          <ReminderList reminders={reminders.slice(0, shownAtOnce)} />
          {reminders.length <= shownAtOnce ? null : (
            <details className="later">
              <summary>{dates.laterReminders(count(reminders.length - shownAtOnce, 'later reminder'))}</summary>
              <ReminderList reminders={reminders.slice(shownAtOnce)} />
            </details>
          )}
        </div>
      )}
    </section>
  );
}

function ReminderList({ reminders }: { readonly reminders: readonly Reminder[] }) {
  return (
    <ul className="reminders">
      {reminders.map((r) => (
        <li key={`${r.on} ${r.about.kind} ${r.about.dueOn} ${r.about.sources.join(' ')}`}>
          <span className="figure">{day(r.on)}</span>
          <span>{r.text}</span>
        </li>
      ))}
    </ul>
  );
}
