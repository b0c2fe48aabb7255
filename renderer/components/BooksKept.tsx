/**
 * Are the open books sound, where do they lie, and when were they last copied?
 */
import type { Keeping } from '../../shared/contract/keeping.ts';
import { parsePlainDate } from '../../shared/values/dates.ts';
import { backupsRoom } from '../../shared/wording/backups.ts';
import { count, day } from '../../shared/wording/format.ts';
import { settingsWords as words } from '../../shared/wording/settings.ts';
import { checkBooks } from '../keeping.ts';
import { useStore } from '../store.ts';
import { Icon } from './Icon.tsx';

export function BooksKept() {
  const keeping = useStore((known) => known.app?.keeping ?? null);
  if (keeping === null) return null;
  const { damage, placeText, backupProblem, lastBackup, checking } = keeping;
  const copied = lastBackup === null ? undefined : parsePlainDate(lastBackup.slice(0, 10));
  const troubles = [damage, placeText, backupProblem].filter((text) => text !== null);
  return (
    <div className="part">
      {troubles.map((text) => (
        <p key={text} className="wrong">
          <Icon name="wrong" />
          <span>{text}</span>
        </p>
      ))}
      <p role="status">{soundness(keeping)}</p>
      {damage === null ? (
        <p className="quiet">{copied === undefined ? words.neverCopied : words.copied(day(copied))}</p>
      ) : null}
      <p className="buttons">
        <button type="button" aria-disabled={checking} onClick={() => (checking ? undefined : void checkBooks())}>
          {backupsRoom.check}
        </button>
      </p>
    </div>
  );
}

function soundness({ checking, damage, checked }: Keeping): string {
  if (checking) return words.checking;
  if (damage !== null || checked === null) return '';
  const when = backupsRoom.at(day(checked.at.day), checked.at.time);
  return backupsRoom.checkedAt(count(checked.records, 'record'), when);
}
