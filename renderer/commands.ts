/**
 * What can be done from anywhere? Every action with its name and its key, for the keys and the palette alike.
 */
import { commandNames, goToRoom } from '../shared/wording/palette.ts';
import { rooms } from '../shared/wording/rooms.ts';
import { setAppearance } from './appearance.ts';
import { redo, undo } from './history.ts';
import { goTo, layOver, narrowRecords, showField } from './store.ts';

export type CommandId = keyof typeof commandNames;
export interface Command {
  readonly id: string;
  readonly name: string;
  /** As it is written on a key map; '' for none. */
  readonly keys: string;
  readonly run: () => void;
}

function inRecords(field: string): void {
  narrowRecords({ tab: 'recorded' });
  showField(field);
  goTo('records');
}

const runs: Readonly<Record<CommandId, { readonly keys: string; readonly run: () => void }>> = {
  new: { keys: 'Ctrl N or Alt N', run: () => inRecords('smart-line') },
  find: { keys: 'Ctrl F or Alt F', run: () => inRecords('filter-text') },
  undo: { keys: 'Ctrl Z', run: () => void undo() },
  redo: { keys: 'Ctrl Shift Z', run: () => void redo() },
  import: { keys: 'Ctrl I', run: () => goTo('import') },
  export: { keys: 'Ctrl E', run: () => goTo('summary') },
  print: { keys: 'Ctrl P', run: () => window.print() },
  palette: { keys: 'Ctrl K or Alt K', run: () => layOver('palette') },
  keys: { keys: 'Ctrl / or ?', run: () => layOver('keys') },
  light: { keys: '', run: () => void setAppearance('light') },
  dark: { keys: '', run: () => void setAppearance('dark') },
  system: { keys: '', run: () => void setAppearance('system') },
};

const isCommand = (id: string): id is CommandId => Object.hasOwn(commandNames, id);

export const commands: readonly Command[] = [
  ...Object.keys(commandNames)
    .filter(isCommand)
    .map((id) => ({ id, name: commandNames[id], ...runs[id] })),
  ...rooms.map((room, n) => ({
    id: `room-${room}`,
    name: goToRoom(room),
    keys: `Alt ${n + 1}`,
    run: () => goTo(room),
  })),
];
