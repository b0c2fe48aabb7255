/** What is said of copies of the books? */
import { count } from './format.ts';

export const keepingWords = {
  synced:
    'Your books lie in a folder that is kept the same on several computers. That can damage them: move them to a folder of this computer alone, and put backups there instead.',
  network:
    'Your books lie on a network drive. That can damage them: move them to this computer, and put backups there instead.',
  failed: 'Your books could not be copied just now. Make a backup yourself.',
} as const;

export const backupWords = {
  made: (file: string, records: number): string => `${file} is written and checked: ${count(records, 'record')}.`,
  restored: (ledger: string, kept: string | null): string =>
    kept === null ? `${ledger} is restored.` : `${ledger} is restored. What was there is kept as ${kept}.`,
} as const;
