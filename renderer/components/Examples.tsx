/**
 * Which example books can be opened, and whose story does each tell?
 */
import type { ExampleName } from '../../shared/contract/examples.ts';
import { examples } from '../../shared/wording/examples.ts';
import { openExample, useStore } from '../store.ts';

interface Offered {
  /** The one that has a place of its own elsewhere. */
  readonly without?: ExampleName;
  readonly onRefused?: (message: string) => void;
}

export function Examples({ without, onRefused }: Offered) {
  const here = useStore((known) => known.app?.example ?? null);
  const open = async (name: ExampleName) => {
    const reply = await openExample(name);
    if (!reply.ok) onRefused?.(reply.problem.message);
  };
  return (
    <ul className="examples">
      {examples
        .filter((e) => e.id !== without && e.id !== here)
        .map((e) => (
          <li key={e.id}>
            <button type="button" className="plain" onClick={() => void open(e.id)}>
              {e.open}
            </button>
            <span className="quiet">{e.about}</span>
          </li>
        ))}
    </ul>
  );
}
