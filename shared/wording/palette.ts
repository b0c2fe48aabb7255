/**
 * What are the actions called that can be done from anywhere, and the keys that do them?
 */
import { roomNames, type Room } from './rooms.ts';

export const commandNames = {
  new: 'Add a record',
  find: 'Find a record',
  undo: 'Undo',
  redo: 'Do again',
  import: 'Import a bank file',
  export: 'Save a year as CSV',
  print: 'Print this page',
  palette: 'Find an action',
  keys: 'Show all keys',
  light: 'Appearance: light',
  dark: 'Appearance: dark',
  system: 'Appearance: as the system',
} as const;

export const goToRoom = (room: Room): string => `Go to ${roomNames[room]}`;

export const palette = {
  title: 'Find an action',
  label: 'What do you want to do?',
  none: 'No action is called that.',
  results: 'Actions',
} as const;

/** The keys of the list of records, which work while a row has the focus. */
export const keySheet = {
  single: 'Keys by themselves',
  singleKey: 'Pressing ? by itself shows all keys',
  singleHint: 'Turn this off if you speak to your computer, or press it by accident. Ctrl / shows them always.',
  title: 'Keys',
  anywhere: 'Anywhere',
  inRecords: 'In the list of records',
  action: 'What it does',
  key: 'Key',
  mac: 'On a Mac, ⌘ stands for Ctrl and ⌥ for Alt.',
  rows: [
    ['Move up and down', '↑ ↓'],
    ['A screen up or down, first, last', 'PgUp PgDn Home End'],
    ['Edit', 'Enter or F2'],
    ['While editing: across, down, up', 'Tab Enter Shift Enter'],
    ['Leave it as it was', 'Esc'],
    ['Select', 'Space'],
    ['Select a run', 'Shift ↑ ↓'],
    ['Select all that fit', 'Ctrl A'],
    ['Remove', 'Delete'],
    ['Duplicate', 'Ctrl D'],
  ],
} as const;
