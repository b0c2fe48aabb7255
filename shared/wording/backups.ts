/** What is said of copies of the books? */
import { count } from './format.ts';

export const keepingWords = {
  synced:
    'Your books lie in a folder that is kept the same on several computers. That can damage them: move them to a folder of this computer alone, and put backups there instead.',
  network:
    'Your books lie on a network drive. That can damage them: move them to this computer, and put backups there instead.',
  failed: 'Your books could not be copied just now. Make a backup yourself.',
} as const;

export const backupsRoom = {
  title: 'Backups',
  lead: 'Your books are copied by themselves when they changed: after opening, on each new day, and before an import of a bank file.',
  folder: 'The copies are in this folder:',
  onlyAsked: 'These books were opened from a file of their own, so they are copied only when you ask.',
  none: 'No copy has been made yet.',
  tableLabel: 'Copies made by themselves, newest first',
  made: 'Made and checked',
  records: 'Records',
  last: 'Last record',
  size: 'Size',
  unreadable: 'cannot be read',
  noRecords: 'none',
  at: (on: string, time: string): string => `${on} at ${time}`,
  restore: 'Restore',
  restoreOf: (which: string): string => `Restore ${which}`,
  copyOf: (when: string): string => `the copy of ${when}`,
  all: (n: string): string => `Show all ${n}`,
  now: 'Make a copy now',
  nowLead: 'For a memory stick or another computer. It is checked before it is handed to you.',
  passphrase: 'Passphrase',
  passphraseHint:
    'At least 12 characters, if nobody else should be able to read the copy. Without it the copy cannot be opened, by anybody.',
  passphraseOptional: 'Passphrase, if you want one',
  making: 'Making and checking the copy',
  madeNow: (name: string, records: string): string => `Made and checked: ${name}, with ${records}.`,
  fromFile: 'Restore from a file',
  fromFileLead: 'A copy you made yourself, or books from another computer.',
  choose: 'Choose a copy',
  kept: 'Kept when other books took their place',
  keptLead: 'Files that were your books before a restore or an update of Quarterday.',
  file: 'File',
  asking: (which: string): string => `Restore ${which}?`,
  unlock: 'Open the copy',
  bring: 'The copy',
  place: 'Your books now',
  holds: (records: string, last: string | null, size: string): string =>
    last === null ? `${records} (${size})` : `${records}, the last of ${last} (${size})`,
  holdsUnread: (size: string): string => `They cannot be read (${size})`,
  booksUnread: 'They cannot be read.',
  willBeKept:
    'The copy takes the place of your books. The file they are in now is kept beside it, and can be put back in the same way.',
  go: 'Restore this copy',
  cancel: 'Cancel',
  restoring: 'Checking the copy and restoring it',
  restored: (kept: string | null): string =>
    kept === null ? 'Your books are restored.' : `Your books are restored. What was there is kept as ${kept}.`,
  back: 'Put back what was there',
  check: 'Check the books now',
  checkedAt: (records: string, when: string): string => `Checked ${when}: ${records}, and all of it is sound.`,
  damaged: 'Your books are damaged',
  lastGood: 'Restore the last good backup',
  unopened: 'Your books could not be opened',
  again: 'Try again',
} as const;

export const backupWords = {
  made: (file: string, records: number): string => `${file} is written and checked: ${count(records, 'record')}.`,
  restored: (ledger: string, kept: string | null): string =>
    kept === null ? `${ledger} is restored.` : `${ledger} is restored. What was there is kept as ${kept}.`,
} as const;
