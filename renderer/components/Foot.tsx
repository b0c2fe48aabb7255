/**
 * What does every page end with? Whose it is not, and which rules it speaks from.
 */
import { day } from '../../shared/wording/format.ts';
import { everywhere, rulesName } from '../../shared/wording/rooms.ts';
import { useStore } from '../store.ts';

export function Foot() {
  const outlook = useStore((known) => known.outlook);
  const version = useStore((known) => known.app?.version);
  return (
    <footer className="foot">
      <p>{everywhere.notHmrc}</p>
      {version === undefined ? null : <p>{everywhere.version(version)}</p>}
      {outlook === undefined ? null : (
        <p>{everywhere.rulesChecked(rulesName(outlook.rules), day(outlook.rulesCheckedOn))}</p>
      )}
    </footer>
  );
}
