/** What is said of copies of the books? */
import { count } from './format.ts';

export const backupWords = {
  made: (file: string, records: number): string => `${file} is written and checked: ${count(records, 'record')}.`,
  restored: (ledger: string, kept: string | null): string =>
    kept === null ? `${ledger} is restored.` : `${ledger} is restored. What was there is kept as ${kept}.`,
} as const;
