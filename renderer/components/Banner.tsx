/**
 * What does every room say first? That these are the example books, and that the books are damaged; each with the way out.
 */
import { backupsRoom } from '../../shared/wording/backups.ts';
import { exampleWords } from '../../shared/wording/examples.ts';
import { day } from '../../shared/wording/format.ts';
import { everywhere } from '../../shared/wording/rooms.ts';
import { chooseLastGood } from '../restoring.ts';
import { openOwn, setStarting, useStore } from '../store.ts';
import { Icon } from './Icon.tsx';

export function Banner() {
  const app = useStore((known) => known.app);
  if (app?.books !== 'example') return null;
  return (
    <section className="banner" aria-label={everywhere.exampleBooks}>
      <p>{everywhere.exampleBanner(exampleWords.nameOf(app.example), app.asAt === null ? '' : day(app.asAt))}</p>
      <button type="button" onClick={() => (app.hasOwn ? void openOwn() : setStarting(true))}>
        {app.hasOwn ? everywhere.backToYours : everywhere.startYours}
      </button>
    </section>
  );
}

/** Found by the check after opening, and then on every page. */
export function DamageBanner() {
  const damage = useStore((known) => known.app?.keeping?.damage ?? null);
  const good = useStore((known) => known.app?.books === 'own' && known.app.keeping?.soundCopy !== null);
  if (damage === null) return null;
  return (
    <section className="banner alarm" aria-label={backupsRoom.damaged}>
      <p role="alert">
        <Icon name="wrong" />
        <span>
          <strong>{backupsRoom.damaged}.</strong> {damage}
        </span>
      </p>
      {good ? (
        <button type="button" onClick={() => void chooseLastGood()}>
          {backupsRoom.lastGood}
        </button>
      ) : null}
    </section>
  );
}
