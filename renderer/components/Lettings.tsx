/**
 * Which properties does a source have, and which part of each is the person's, since when?
 */
import { useState } from 'react';
import type { LettingShown } from '../../shared/contract/contract.ts';
import { day, share } from '../../shared/wording/format.ts';
import { sources as words } from '../../shared/wording/records.ts';
import { ChangeShare } from './ChangeShare.tsx';

interface Shown {
  readonly source: string;
  readonly lettings: readonly LettingShown[];
}

export function Lettings({ source, lettings }: Shown) {
  const [changing, setChanging] = useState<string>();
  if (lettings.length === 0) return <p className="small quiet">{words.noLettings}</p>;
  return (
    <ul className="lettings">
      {lettings.map((letting) => (
        <li key={letting.id}>
          <strong>{letting.name}</strong>
          {letting.country === null ? '' : ` (${letting.country})`}
          <span className="quiet">
            {letting.shares
              .map((s) => words.shareFrom(share(s.share), s.from === null ? null : day(s.from)))
              .join('; ')}
          </span>
          {changing === letting.id ? (
            <ChangeShare source={source} letting={letting} onDone={() => setChanging(undefined)} />
          ) : (
            <button type="button" className="plain small" onClick={() => setChanging(letting.id)}>
              {words.changeShare} <span className="unseen">{letting.name}</span>
            </button>
          )}
        </li>
      ))}
    </ul>
  );
}
