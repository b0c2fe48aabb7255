/**
 * What does a key do, wherever one is?
 *
 * Ctrl or ⌘ with a letter; Alt with a letter or digit works too, because a browser tab keeps some of the others.
 */
import { rooms } from '../shared/wording/rooms.ts';
import { commands, type CommandId } from './commands.ts';
import { goTo, useStore } from './store.ts';

const withControl: Readonly<Record<string, CommandId>> = {
  n: 'new',
  f: 'find',
  k: 'palette',
  i: 'import',
  e: 'export',
  z: 'undo',
  'shift z': 'redo',
  y: 'redo',
  '/': 'keys',
};
const withAlt: Readonly<Record<string, CommandId>> = { n: 'new', f: 'find', k: 'palette' };

/** Whether somebody is in the middle of typing: undo, and single keys, are then the field's own. */
function isTyping(target: EventTarget | null): boolean {
  if (target instanceof HTMLInputElement) return target.type === 'text' && target.value !== '';
  return target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement;
}

function meant(event: KeyboardEvent): CommandId | undefined {
  const key = `${event.shiftKey ? 'shift ' : ''}${event.key.toLowerCase()}`;
  const control = event.ctrlKey || event.metaKey;
  if (control && !event.altKey) {
    const id = withControl[key];
    return (id === 'undo' || id === 'redo') && isTyping(event.target) ? undefined : id;
  }
  if (event.altKey && !control) return withAlt[event.code.replace(/^Key/, '').toLowerCase()];
  const inField = event.target instanceof HTMLInputElement && event.target.type === 'text';
  const alone = useStore.getState().singleKeys;
  return alone && event.key === '?' && !inField && !isTyping(event.target) ? 'keys' : undefined;
}

/** Alt and a digit goes to a room, in the order of the rail. */
function roomOf(event: KeyboardEvent): (typeof rooms)[number] | undefined {
  if (!event.altKey || event.ctrlKey || event.metaKey) return undefined;
  const digit = /^(?:Digit|Numpad)([1-9])$/.exec(event.code)?.[1];
  return digit === undefined ? undefined : rooms[Number(digit) - 1];
}

/** Listens to the whole window; gives back how to stop. */
export function listenToKeys(): () => void {
  const onKey = (event: KeyboardEvent) => {
    if (document.querySelector('dialog[open]') !== null || event.defaultPrevented) return;
    const room = roomOf(event);
    const id = room === undefined ? meant(event) : undefined;
    if (room === undefined && id === undefined) return;
    event.preventDefault();
    if (room !== undefined) goTo(room);
    if (id !== undefined) commands.find((c) => c.id === id)?.run();
  };
  window.addEventListener('keydown', onKey);
  return () => window.removeEventListener('keydown', onKey);
}
