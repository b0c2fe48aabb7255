/**
 * May one key by itself do something? Whoever speaks to a computer, or slips, can turn it off (WCAG 2.1.4).
 */
import { keySheet as words } from '../../shared/wording/palette.ts';
import { setSingleKeys } from '../appearance.ts';
import { useStore } from '../store.ts';

export function SingleKeys() {
  const on = useStore((known) => known.singleKeys);
  return (
    <fieldset className="choices" aria-describedby="single-keys-hint">
      <legend className="unseen">{words.single}</legend>
      <label>
        <input type="checkbox" checked={on} onChange={(event) => void setSingleKeys(event.target.checked)} />
        {words.singleKey}
      </label>
      <p className="small quiet" id="single-keys-hint">
        {words.singleHint}
      </p>
    </fieldset>
  );
}
