/** What is said of the receipts and invoices kept with a record? */
import { count } from './format.ts';

export const filesWords = {
  title: 'Receipts and invoices',
  listOf: (what: string): string => `Files kept with ${what}`,
  none: 'None yet.',
  limits: 'PDF, PNG, JPEG, WebP or HEIC, up to 20 MB each. Choose them, drop them on the record, or paste a picture.',
  choose: 'Choose files',
  kinds: { pdf: 'PDF', png: 'PNG picture', jpeg: 'JPEG picture', webp: 'WebP picture', heic: 'HEIC picture' },
  about: (kind: string, size: string): string => `${kind}, ${size}`,
  show: 'Show',
  showOf: (name: string): string => `Show ${name}`,
  hide: 'Hide',
  hideOf: (name: string): string => `Hide ${name}`,
  save: 'Save',
  saveOf: (name: string): string => `Save ${name}`,
  takeOff: 'Take off',
  takeOffOf: (name: string): string => `Take off ${name}`,
  takenOff: (name: string): string => `${name} taken off the record`,
  attached: (n: number): string => `${count(n, 'file')} kept with the record`,
  marker: (n: number): string => count(n, 'file'),
  dropOn: 'Let go to keep this file with the record',
  working: 'Keeping the file',
  picture: (name: string): string => `${name}, as it was given`,
  unshown: (name: string): string => `${name} cannot be shown here. Save it and open it in another program.`,
} as const;
