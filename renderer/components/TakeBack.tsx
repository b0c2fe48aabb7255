/**
 * How is something told by mistake taken back? With one button, and one to undo it.
 */
import type { MouseEvent } from 'react';
import type { Input } from '../../shared/contract/contract.ts';
import { takingBack as words } from '../../shared/wording/takingBack.ts';
import { ask, say } from '../store.ts';

interface Asked {
  readonly removal: Input<'told.remove'>;
  /** What it is, as it stands on the page. */
  readonly what: string;
  readonly label?: string;
  readonly onDone: () => void;
}

export function TakeBack({ removal, what, label = words.remove, onDone }: Asked) {
  const take = async (section: HTMLElement | null) => {
    const reply = await ask('told.remove', removal);
    say(reply.ok ? words.removed(what) : reply.problem.message, reply.ok ? 1 : 0);
    if (!reply.ok) return;
    section?.focus();
    onDone();
  };
  const heading = (event: MouseEvent<HTMLElement>) =>
    event.currentTarget.closest('section')?.querySelector<HTMLElement>('h2') ?? null;
  return (
    <button type="button" className="plain small" onClick={(event) => void take(heading(event))}>
      {label} <span className="unseen">{what}</span>
    </button>
  );
}
