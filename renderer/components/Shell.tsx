/**
 * What is around every room?
 *
 * The rail with the rooms, the banner of the example books, the place for the room, and the foot. A file dropped
 * anywhere goes to Import; keys work everywhere.
 */
import { useEffect, useMemo, useRef, type JSX } from 'react';
import { everywhere, roomNames, type Room } from '../../shared/wording/rooms.ts';
import { AboutYou } from '../screens/AboutYou.tsx';
import { Dates } from '../screens/Dates.tsx';
import { FirstRun } from '../screens/FirstRun.tsx';
import { Importing } from '../screens/Importing.tsx';
import { Overview } from '../screens/Overview.tsx';
import { Records } from '../screens/Records.tsx';
import { Settings } from '../screens/Settings.tsx';
import { Sources } from '../screens/Sources.tsx';
import { Todo } from '../screens/Todo.tsx';
import { YearSummary } from '../screens/YearSummary.tsx';
import { useKeeping } from '../keeping.ts';
import { listenToKeys } from '../keys.ts';
import { followAddress, useStore } from '../store.ts';
import { Banner, DamageBanner } from './Banner.tsx';
import { DropTarget } from './DropTarget.tsx';
import { Foot } from './Foot.tsx';
import { ForGood } from './ForGood.tsx';
import { KeySheet } from './KeySheet.tsx';
import { Palette } from './Palette.tsx';
import { ProblemSummary } from './Problems.tsx';
import { Rail } from './Rail.tsx';
import { Toast } from './Toast.tsx';
import { Unopened } from './Unopened.tsx';

const screens: Readonly<Record<Room, () => JSX.Element | null>> = {
  overview: Overview,
  records: Records,
  import: Importing,
  about: AboutYou,
  dates: Dates,
  todo: Todo,
  sources: Sources,
  summary: YearSummary,
  settings: Settings,
};

export function Shell() {
  const books = useStore((known) => known.app?.books);
  const trouble = useStore((known) => known.trouble);
  const starting = useStore((known) => known.starting);
  const unopened = useStore((known) => known.app?.unopened ?? null);
  useEffect(followAddress, []);
  if (trouble !== undefined) return <Trouble message={trouble.message} />;
  if (books === undefined) return <p className="alone quiet">{everywhere.opening}</p>;
  if (unopened !== null) return <Unopened problem={unopened} />;
  return books === 'none' || starting ? <FirstRun /> : <OpenBooks />;
}

function Trouble({ message }: { readonly message: string }) {
  const problems = useMemo(() => [{ id: '', message }], [message]);
  return (
    <div className="alone">
      <main>
        <h1>{everywhere.app}</h1>
        <ProblemSummary problems={problems} />
      </main>
    </div>
  );
}

function OpenBooks() {
  const room = useStore((known) => known.room);
  const books = useStore((known) => known.app?.books);
  const steps = useStore((known) => (known.room === 'records' ? 0 : known.steps));
  const Screen = screens[room];
  const over = useStore((known) => known.over);
  const entered = useStore((known) => known.entered);
  useEffect(listenToKeys, []);
  useKeeping();
  const main = useFocusOnRoom(room);
  return (
    <>
      <a
        className="skip"
        href="#main"
        onClick={(event) => {
          event.preventDefault();
          main.current?.focus();
        }}
      >
        {everywhere.skip}
      </a>
      <div className="window">
        <div className="banners">
          <Banner />
          <DamageBanner />
        </div>
        <Rail room={room} />
        <div className="page">
          <main id="main" tabIndex={-1} ref={main}>
            <Screen key={`${books} ${entered} ${room} ${steps}`} />
          </main>
          <Foot />
        </div>
      </div>
      <Toast />
      {over === 'keys' ? <KeySheet /> : null}
      {over === 'palette' ? <Palette /> : null}
      {typeof over === 'object' ? <ForGood asked={over} /> : null}
      <DropTarget />
    </>
  );
}

/** Names the window after the room, and takes the reader to it when room or books change; not when the window opens. */
function useFocusOnRoom(room: Room) {
  const main = useRef<HTMLElement>(null);
  const entered = useStore((known) => known.entered);
  const shown = useRef(`1 ${room}`);
  useEffect(() => {
    document.title = `${roomNames[room]} – ${everywhere.app}`;
    const now = `${entered} ${room}`;
    if (shown.current === now) return;
    shown.current = now;
    if (main.current?.contains(document.activeElement) !== true) main.current?.focus();
    window.scrollTo(0, 0);
  }, [room, entered]);
  return main;
}
