/**
 * Which properties does a source have, and which part of each is the person's, since when?
 */
import type { LettingShown, SourceShown } from '../../shared/contract/contract.ts';
import { day, share } from '../../shared/wording/format.ts';
import { sources as words } from '../../shared/wording/records.ts';
import { sourceChanges as changes } from '../../shared/wording/sources.ts';
import { ChangeLetting } from './ChangeLetting.tsx';
import { ChangeShare } from './ChangeShare.tsx';
import { removeLetting } from './removingSource.ts';
import { useOpening } from './useOpening.ts';

interface Shown {
  readonly source: SourceShown;
  readonly lettings: readonly LettingShown[];
}

export function Lettings({ source, lettings }: Shown) {
  if (lettings.length === 0) return <p className="small quiet">{words.noLettings}</p>;
  return (
    <ul className="lettings">
      {lettings.map((letting) => (
        <Letting key={letting.id} source={source} letting={letting} />
      ))}
    </ul>
  );
}

function Letting({ source, letting }: { readonly source: SourceShown; readonly letting: LettingShown }) {
  const { open, opener, close } = useOpening(`${source.id}-${letting.id}`);
  const named = <span className="unseen">{letting.name}</span>;
  return (
    <li>
      <strong>{letting.name}</strong>
      {letting.country === null ? '' : ` (${letting.country})`}
      <span className="quiet">
        {letting.shares.map((s) => words.shareFrom(share(s.share), s.from === null ? null : day(s.from))).join('; ')}
        {letting.rentARoom ? `; ${changes.roomNote}` : ''}
      </span>
      {open === undefined ? (
        <>
          <button {...opener('share')} className="plain small">
            {words.changeShare} {named}
          </button>
          <button {...opener('letting')} className="plain small">
            {changes.change} {named}
          </button>
          <button type="button" className="plain small" onClick={() => void removeLetting(source.id, letting)}>
            {changes.remove} {named}
          </button>
        </>
      ) : null}
      {open === 'share' ? <ChangeShare source={source.id} letting={letting} onDone={close} /> : null}
      {open === 'letting' ? <ChangeLetting source={source} letting={letting} onDone={close} /> : null}
    </li>
  );
}
