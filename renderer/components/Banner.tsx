/**
 * Are these the example books? Then every room says so, and offers the way to the person's own.
 */
import { day } from '../../shared/wording/format.ts';
import { everywhere } from '../../shared/wording/rooms.ts';
import { openOwn, setStarting, useStore } from '../store.ts';

export function Banner() {
  const app = useStore((known) => known.app);
  if (app?.books !== 'example') return null;
  return (
    <section className="banner" aria-label={everywhere.exampleBooks}>
      <p>{everywhere.exampleBanner(app.asAt === null ? '' : day(app.asAt))}</p>
      <button type="button" onClick={() => (app.hasOwn ? void openOwn() : setStarting(true))}>
        {app.hasOwn ? everywhere.backToYours : everywhere.startYours}
      </button>
    </section>
  );
}
