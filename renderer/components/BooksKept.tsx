/**
 * Are the person's own books sound, where do they lie, and when were they last copied?
 */
import { useEffect, useState } from 'react';
import type { AppState } from '../../shared/contract/contract.ts';
import { parsePlainDate } from '../../shared/values/dates.ts';
import { day } from '../../shared/wording/format.ts';
import { settingsWords as words } from '../../shared/wording/settings.ts';
import { ask } from '../store.ts';

export function BooksKept() {
  const [keeping, setKeeping] = useState<AppState['keeping']>(null);
  useEffect(() => {
    let here = true;
    void ask('app.state', {}).then((reply) => {
      if (here && reply.ok) setKeeping(reply.value.keeping);
    });
    return () => {
      here = false;
    };
  }, []);
  if (keeping === null) return null;
  const { damage, placeText, backupProblem, lastBackup, checking } = keeping;
  const copied = lastBackup === null ? undefined : parsePlainDate(lastBackup.slice(0, 10));
  const troubles = [damage, placeText, backupProblem].filter((text) => text !== null);
  return (
    <>
      {troubles.map((text) => (
        <p key={text} className="wrong">
          {text}
        </p>
      ))}
      {damage === null ? <p>{checking ? words.checking : words.sound}</p> : null}
      <p className="quiet">{copied === undefined ? words.neverCopied : words.copied(day(copied))}</p>
    </>
  );
}
