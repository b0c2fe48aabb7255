/**
 * What is around every room?
 *
 * The rail with the rooms, the banner of the example books, the place for the room, and the foot. A file dropped
 * anywhere goes to Import; Alt and a digit goes to a room.
 */
import { useEffect, useMemo, useRef, type JSX } from 'react';
import { everywhere, roomNames, rooms, type Room } from '../../shared/wording/rooms.ts';
import { AboutYou } from '../screens/AboutYou.tsx';
import { Dates } from '../screens/Dates.tsx';
import { FirstRun } from '../screens/FirstRun.tsx';
import { Importing } from '../screens/Importing.tsx';
import { Overview } from '../screens/Overview.tsx';
import { Records } from '../screens/Records.tsx';
import { Sources } from '../screens/Sources.tsx';
import { Todo } from '../screens/Todo.tsx';
import { YearSummary } from '../screens/YearSummary.tsx';
import { followAddress, goTo, useStore } from '../store.ts';
import { Banner } from './Banner.tsx';
import { DropTarget } from './DropTarget.tsx';
import { Foot } from './Foot.tsx';
import { ProblemSummary } from './Problems.tsx';
import { Rail } from './Rail.tsx';

const screens: Readonly<Record<Room, () => JSX.Element | null>> = {
  overview: Overview,
  records: Records,
  import: Importing,
  about: AboutYou,
  dates: Dates,
  todo: Todo,
  sources: Sources,
  summary: YearSummary,
};

/** Alt+1 to Alt+7, in the order of the rail. */
function roomOfKey(event: KeyboardEvent): Room | undefined {
  if (!event.altKey || event.ctrlKey || event.metaKey) return undefined;
  const digit = /^(?:Digit|Numpad)([1-9])$/.exec(event.code)?.[1];
  return digit === undefined ? undefined : rooms[Number(digit) - 1];
}

function useRoomKeys(): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const room = roomOfKey(event);
      if (room === undefined) return;
      event.preventDefault();
      goTo(room);
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);
}

export function Shell() {
  const books = useStore((known) => known.app?.books);
  const trouble = useStore((known) => known.trouble);
  const starting = useStore((known) => known.starting);
  useEffect(followAddress, []);
  if (trouble !== undefined) return <Trouble message={trouble.message} />;
  if (books === undefined) return <p className="alone quiet">{everywhere.opening}</p>;
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
  const Screen = screens[room];
  useRoomKeys();
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
        <Banner />
        <Rail room={room} />
        <div className="page">
          <main id="main" tabIndex={-1} ref={main}>
            <Screen key={`${books} ${room}`} />
          </main>
          <Foot />
        </div>
      </div>
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
    main.current?.focus();
    window.scrollTo(0, 0);
  }, [room, entered]);
  return main;
}
