/**
 * Which action is meant? A few letters of its name, then Enter.
 */
import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import { palette as words } from '../../shared/wording/palette.ts';
import { commands, type Command } from '../commands.ts';
import { layOver } from '../store.ts';
import { Dialog } from './Dialog.tsx';

/** Every word typed stands somewhere in the name. */
const fits = (command: Command, typed: string): boolean =>
  typed
    .toLowerCase()
    .split(/\s+/)
    .every((word) => command.name.toLowerCase().includes(word));

export function Palette() {
  const [typed, setTyped] = useState('');
  const [at, setAt] = useState(0);
  const found = commands.filter((c) => c.id !== 'palette' && fits(c, typed));
  const chosen = found[Math.min(at, found.length - 1)];
  const box = useRef<HTMLInputElement>(null);
  useEffect(() => box.current?.focus(), []);
  const chosenId = chosen?.id;
  useEffect(() => {
    document.getElementById(`palette-${chosenId}`)?.scrollIntoView({ block: 'nearest' });
  }, [chosenId]);
  const run = (command: Command | undefined) => {
    if (command === undefined) return;
    layOver(undefined);
    // The dialog gives the focus back as it closes; what the action focuses comes after that.
    requestAnimationFrame(() => command.run());
  };
  const onKey = (event: KeyboardEvent) => {
    const to = { ArrowDown: at + 1, ArrowUp: at - 1 }[event.key];
    if (to !== undefined) {
      event.preventDefault();
      setAt(Math.max(0, Math.min(found.length - 1, to)));
    } else if (event.key === 'Enter') {
      event.preventDefault();
      run(chosen);
    }
  };
  return (
    <Dialog title={words.title}>
      <label htmlFor="palette-text">{words.label}</label>
      <input
        type="text"
        id="palette-text"
        ref={box}
        role="combobox"
        aria-expanded="true"
        aria-controls="palette-list"
        aria-activedescendant={chosen === undefined ? undefined : `palette-${chosen.id}`}
        autoComplete="off"
        value={typed}
        onChange={(event) => {
          setTyped(event.target.value);
          setAt(0);
        }}
        onKeyDown={onKey}
      />
      <div id="palette-list" role="listbox" aria-label={words.results} className="palette-list">
        {found.map((command) => (
          <div
            key={command.id}
            id={`palette-${command.id}`}
            role="option"
            tabIndex={-1}
            aria-selected={command === chosen}
            onClick={() => run(command)}
            onKeyDown={onKey}
          >
            <span>{command.name}</span>
            {command.keys === '' ? null : <kbd>{command.keys}</kbd>}
          </div>
        ))}
      </div>
      <p role="status" className="small quiet">
        {found.length === 0 ? words.none : ''}
      </p>
    </Dialog>
  );
}
