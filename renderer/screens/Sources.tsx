/**
 * What does the person have? Trades and properties, since when, and which part of each is theirs.
 */
import { sources as words } from '../../shared/wording/records.ts';
import { AddSource } from '../components/AddSource.tsx';
import { sourcesHeading } from '../components/removingSource.ts';
import { SourceCard } from '../components/SourceCard.tsx';
import { useOpening } from '../components/useOpening.ts';
import { useStore } from '../store.ts';

export function Sources() {
  const sources = useStore((known) => known.sources);
  const asAt = useStore((known) => known.outlook?.asAt);
  const { open, opener, close } = useOpening('source');
  if (asAt === undefined) return null;
  return (
    <>
      <div className="room-head">
        <h1 id={sourcesHeading} tabIndex={-1}>
          {words.title}
        </h1>
        <p>{words.lead}</p>
      </div>
      <ul className="source-list">
        {sources.map((source) => (
          <SourceCard key={source.id} source={source} asAt={asAt} />
        ))}
      </ul>
      {open === 'add' ? (
        <AddSource taken={sources} asAt={asAt} onDone={close} />
      ) : (
        <p className="buttons after">
          <button {...opener('add')} className="main">
            {words.addSource}
          </button>
        </p>
      )}
    </>
  );
}
