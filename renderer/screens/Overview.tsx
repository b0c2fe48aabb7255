/**
 * Where do I stand? The answer in a sentence, the three clocks, the running total, year by year with reasons, what is next.
 */
import type { Outlook } from '../../shared/rules/answers.ts';
import { overview } from '../../shared/wording/overview.ts';
import { roomNames } from '../../shared/wording/rooms.ts';
import { Clocks } from '../components/Clocks.tsx';
import { Leaving } from '../components/Leaving.tsx';
import { NextDates } from '../components/NextDates.tsx';
import { Notices } from '../components/Notices.tsx';
import { PayoutsNotice } from '../components/PayoutsNotice.tsx';
import { RunningTotal } from '../components/RunningTotal.tsx';
import { YearByYear } from '../components/YearByYear.tsx';
import { useStore } from '../store.ts';

export function Overview() {
  const outlook = useStore((known) => known.outlook);
  return outlook === undefined ? null : <Standing outlook={outlook} />;
}

function Standing({ outlook }: { readonly outlook: Outlook }) {
  const { next } = outlook;
  const [answer, rest] = firstSentence(outlook.text);
  return (
    <>
      <h1 className="unseen">{roomNames.overview}</h1>
      <p className="answer">{answer}</p>
      {rest === '' ? null : <p className="lead">{rest}</p>}
      {next === null || next.text === outlook.text ? null : <p className="lead">{next.text}</p>}
      <Notices outlook={outlook} />
      <PayoutsNotice />
      {next === null ? (
        <NothingCounted />
      ) : (
        <>
          <Clocks next={next} within={isWithin(outlook)} />
          <RunningTotal next={next} />
        </>
      )}
      <section className="section" aria-labelledby="years">
        <h2 id="years">{overview.years}</h2>
        <YearByYear outlook={outlook} />
      </section>
      <Leaving outlook={outlook} />
      <NextDates outlook={outlook} />
    </>
  );
}

/** Must they use it in the year that is being counted? */
const isWithin = ({ years, next }: Outlook): boolean =>
  years.some((year) => year.taxYear === next?.tested && year.answer === 'must-use');

/** The answer itself, to be set large, and whatever follows it. */
function firstSentence(text: string): readonly [string, string] {
  const end = text.indexOf('. ');
  return end < 0 ? [text, ''] : [text.slice(0, end + 1), text.slice(end + 2)];
}

function NothingCounted() {
  return (
    <section className="section sheet nothing-counted">
      <p>{overview.noTotals}</p>
      <p className="buttons">
        <a className="button" href="#records">
          {overview.addFirst}
        </a>
        <a className="button" href="#import">
          {overview.orImport}
        </a>
      </p>
    </section>
  );
}
