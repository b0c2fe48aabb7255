/**
 * What is there to know of one source, and what can be done about it?
 */
import type { SourceShown } from '../../shared/contract/contract.ts';
import type { PlainDate } from '../../shared/values/dates.ts';
import { shortKindNames } from '../../shared/wording/firstRun.ts';
import { day, taxYear } from '../../shared/wording/format.ts';
import { sources as words } from '../../shared/wording/records.ts';
import { sourceChanges as changes } from '../../shared/wording/sources.ts';
import { AddLetting } from './AddLetting.tsx';
import { ChangeSource } from './ChangeSource.tsx';
import { carryOn, EndSource } from './EndSource.tsx';
import { Lettings } from './Lettings.tsx';
import { removeSource } from './removingSource.ts';
import { useOpening, type Opening } from './useOpening.ts';

interface Shown {
  readonly source: SourceShown;
  readonly asAt: PlainDate;
}

export function SourceCard({ source, asAt }: Shown) {
  const opening = useOpening(source.id);
  const { open, close } = opening;
  return (
    <li className="sheet">
      <About source={source} />
      {open === undefined ? <Doing source={source} opening={opening} /> : null}
      {open === 'change' ? <ChangeSource source={source} asAt={asAt} onDone={close} /> : null}
      {open === 'end' ? <EndSource source={source} asAt={asAt} onDone={close} /> : null}
      {open === 'letting' ? <AddLetting source={source} onDone={close} /> : null}
    </li>
  );
}

function About({ source }: { readonly source: SourceShown }) {
  const periods = source.updatePeriods.map((p) => changes.periodsSince(changes.periodsIs[p.periods], taxYear(p.from)));
  return (
    <>
      <h2>{source.name}</h2>
      <p className="quiet">
        {shortKindNames[source.kind]},{' '}
        {source.startedOn === null ? words.sinceBefore : words.since(day(source.startedOn))}
        {source.ceasedOn === null ? '' : `, ${words.until(day(source.ceasedOn))}`}
      </p>
      <p className="small quiet">
        {[changes.basisIs[source.basis], ...(periods.length === 0 ? [changes.periodsIs.standard] : periods)].join(', ')}
      </p>
      {source.vatRegistered ? <p className="small">{changes.vatNote}</p> : null}
      {source.kind === 'self-employment' ? null : <Lettings source={source} lettings={source.lettings} />}
    </>
  );
}

function Doing({ source, opening }: { readonly source: SourceShown; readonly opening: Opening }) {
  const named = <span className="unseen">{source.name}</span>;
  const { opener } = opening;
  return (
    <p className="buttons">
      <button {...opener('change')}>
        {changes.change} {named}
      </button>
      {source.kind === 'self-employment' ? null : (
        <button {...opener('letting')}>
          {words.addLetting} {named}
        </button>
      )}
      {source.ceasedOn === null ? (
        <button {...opener('end')}>
          {changes.end} {named}
        </button>
      ) : (
        <button {...opener('end')} onClick={() => void carryOn(source)}>
          {changes.carryOn} {named}
        </button>
      )}
      <button type="button" className="plain" onClick={() => void removeSource(source)}>
        {changes.remove} {named}
      </button>
    </p>
  );
}
