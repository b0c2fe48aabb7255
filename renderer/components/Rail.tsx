/**
 * Which rooms are there, and in which is the person?
 */
import { everywhere, roomNames, rooms, type Room } from '../../shared/wording/rooms.ts';
import { useStore } from '../store.ts';
import { Icon } from './Icon.tsx';

export function Rail({ room }: { readonly room: Room }) {
  const example = useStore((known) => known.app?.books === 'example');
  return (
    <header className="rail">
      <div className="rail-inside">
        <p className="app-name">
          <Icon name="app" size={22} />
          {everywhere.app}
        </p>
        <p className="books-name">{example ? everywhere.exampleBooks : everywhere.ownBooks}</p>
        <nav aria-label={everywhere.roomsLabel}>
          <ul>
            {rooms.map((name, n) => (
              <li key={name}>
                <a
                  href={`#${name}`}
                  aria-current={name === room ? 'page' : undefined}
                  aria-keyshortcuts={`Alt+${n + 1}`}
                >
                  <Icon name={name} />
                  {roomNames[name]}
                </a>
              </li>
            ))}
          </ul>
        </nav>
      </div>
    </header>
  );
}
