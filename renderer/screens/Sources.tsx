/**
 * What does the person have? Trades and properties, since when, and which part of each is theirs.
 */
import { useState } from 'react';
import type { SourceShown } from '../../shared/contract/contract.ts';
import { shortKindNames } from '../../shared/wording/firstRun.ts';
import { day } from '../../shared/wording/format.ts';
import { sources as words } from '../../shared/wording/records.ts';
import { AddLetting } from '../components/AddLetting.tsx';
import { AddSource } from '../components/AddSource.tsx';
import { Lettings } from '../components/Lettings.tsx';
import { useStore } from '../store.ts';

export function Sources() {
  const sources = useStore((known) => known.sources);
  const [adding, setAdding] = useState<string>();
  const [saved, setSaved] = useState('');
  const onSaved = (name: string) => {
    setAdding(undefined);
    setSaved(words.saved(name));
  };
  const stop = () => setAdding(undefined);
  return (
    <>
      <div className="room-head">
        <h1>{words.title}</h1>
        <p>{words.lead}</p>
      </div>
      <ul className="source-list">
        {sources.map((source) => (
          <li key={source.id} className="sheet">
            <About source={source} />
            {source.kind === 'self-employment' || adding === source.id ? null : (
              <button type="button" onClick={() => setAdding(source.id)}>
                {words.addLetting} <span className="unseen">{source.name}</span>
              </button>
            )}
            {adding === source.id ? <AddLetting source={source} onSaved={onSaved} onStop={stop} /> : null}
          </li>
        ))}
      </ul>
      <p className="status" role="status">
        {saved}
      </p>
      {adding === '' ? (
        <AddSource taken={sources} onSaved={onSaved} onStop={stop} />
      ) : (
        <button type="button" className="main" onClick={() => setAdding('')}>
          {words.addSource}
        </button>
      )}
    </>
  );
}

function About({ source }: { readonly source: SourceShown }) {
  return (
    <>
      <h2>{source.name}</h2>
      <p className="quiet">
        {shortKindNames[source.kind]},{' '}
        {source.startedOn === null ? words.sinceBefore : words.since(day(source.startedOn))}
        {source.ceasedOn === null ? '' : `, ${words.until(day(source.ceasedOn))}`}
      </p>
      {source.kind === 'self-employment' ? null : <Lettings source={source.id} lettings={source.lettings} />}
    </>
  );
}
