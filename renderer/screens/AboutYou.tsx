/**
 * What does HMRC already know? The last returns, how the person reports, reasons they may not have to, residence, updates.
 */
import { useCallback, useEffect, useState } from 'react';
import type { Reply } from '../../shared/contract/contract.ts';
import type { ToldShown } from '../../shared/contract/told.ts';
import { aboutYou as words } from '../../shared/wording/aboutYou.ts';
import { AboutCircumstances } from '../components/AboutCircumstances.tsx';
import { AboutReporting } from '../components/AboutReporting.tsx';
import { AboutResidence } from '../components/AboutResidence.tsx';
import { AboutReturn } from '../components/AboutReturn.tsx';
import { AboutUpdates } from '../components/AboutUpdates.tsx';
import { SentAndPaid } from '../components/SentAndPaid.tsx';
import { useFocusOnField } from '../components/useFocusOnField.ts';
import { ask, useStore } from '../store.ts';

export function AboutYou() {
  const [told, setTold] = useState<ToldShown>();
  const [problem, setProblem] = useState<string>();
  const take = useCallback((reply: Reply<ToldShown>) => {
    if (reply.ok) setTold(reply.value);
    else setProblem(reply.problem.message);
  }, []);
  useEffect(() => {
    void ask('told.read', {}).then(take);
  }, [take]);
  useFocusOnField(told !== undefined);
  return (
    <>
      <div className="room-head">
        <h1>{words.title}</h1>
        <p>{words.lead}</p>
      </div>
      {problem === undefined ? null : <p role="alert">{problem}</p>}
      {told === undefined ? (
        <p className="quiet">{words.loading}</p>
      ) : (
        <Known told={told} onSaved={() => ask('told.read', {}).then(take)} />
      )}
    </>
  );
}

function Known({ told, onSaved }: { readonly told: ToldShown; readonly onSaved: () => Promise<void> }) {
  const [taken, setTaken] = useState(0);
  const sources = useStore((known) => known.sources);
  const asAt = useStore((known) => known.outlook?.asAt);
  return (
    <>
      <section className="section about-part" aria-labelledby="about-returns">
        <h2 id="about-returns" tabIndex={-1}>
          {words.returns}
        </h2>
        <p className="quiet">{sources.length === 0 ? words.noSources : words.returnsHint}</p>
        {told.returns.map((r) => (
          <AboutReturn
            key={`${r.taxYear} ${taken}`}
            told={r}
            sources={sources}
            onSaved={() => void onSaved()}
            onTaken={() => void onSaved().then(() => setTaken((n) => n + 1))}
          />
        ))}
      </section>
      <section className="section about-part" aria-labelledby="about-reporting">
        <h2 id="about-reporting">{words.reporting}</h2>
        <p className="quiet">{words.reportingHint}</p>
        <div className="side-by-side">
          {told.reporting.map(({ taxYear: year, said }) => (
            <AboutReporting key={year} year={year} told={said} />
          ))}
        </div>
      </section>
      <section className="section about-part" aria-labelledby="about-circumstances">
        <h2 id="about-circumstances" tabIndex={-1}>
          {words.circumstances}
        </h2>
        <p className="quiet">{words.circumstancesHint}</p>
        {asAt === undefined ? null : (
          <AboutCircumstances told={told.circumstances} sources={sources} asAt={asAt} onSaved={() => void onSaved()} />
        )}
      </section>
      <section className="section about-part" aria-labelledby="about-residence">
        <h2 id="about-residence">{words.residence}</h2>
        <p className="quiet">{words.residenceHint}</p>
        <AboutResidence told={told.residence} />
      </section>
      <section className="section about-part" aria-labelledby="about-updates">
        <h2 id="about-updates" tabIndex={-1}>
          {words.updates}
        </h2>
        <p className="quiet">{words.updatesHint}</p>
        {asAt === undefined ? null : (
          <AboutUpdates told={told.updates} sources={sources} asAt={asAt} onSaved={() => void onSaved()} />
        )}
      </section>
      <SentAndPaid told={told} onSaved={() => void onSaved()} />
    </>
  );
}
