/** How are the books kept: where they lie, whether they are sound, which copies there are, and how one is put back? */
import { z } from 'zod';
import type { PlainDate } from '../values/dates.ts';

export interface Keeping {
  /** Where the file lies. Synced and network folders can lose or double what is written: `placeText` says so. */
  readonly place: 'this-computer' | 'synced' | 'network';
  readonly placeText: string | null;
  /** The check after opening is under way; it takes seconds in large books. */
  readonly checking: boolean;
  /** When the last check ended, and how many records it went through; null before the first. */
  readonly checked: { readonly at: Moment; readonly records: number } | null;
  /** What the check found, in words, and what to do; null when all is well or not known yet. */
  readonly damage: string | null;
  /** Of damaged books, the newest automatic backup that passes its check, as it is listed; null if there is none. */
  readonly soundCopy: string | null;
  /** When the last automatic backup was made (ISO 8601, Z); null if there is none. */
  readonly lastBackup: string | null;
  /** Why the last automatic backup could not be made, in words. */
  readonly backupProblem: string | null;
}

/** A day and a time in the United Kingdom: `{ day: '2026-11-22', time: '09:30' }`. */
export interface Moment {
  readonly day: PlainDate;
  readonly time: string;
}

const passphrase = z.string().max(1000).nullable().default(null);
/** An automatic backup or a replaced file by the name it is listed under, or a file handed in. */
const copy = z.union([
  z.strictObject({ backup: z.string().max(300) }),
  z.strictObject({ kept: z.string().max(300) }),
  z.strictObject({ file: z.string().max(100) }),
]);
export type CopyMeant = z.infer<typeof copy>;

/** A copy to save; with a passphrase of at least 12 characters nobody else can read it. */
export const newBackup = z.strictObject({ passphrase });
export const oneCopy = z.strictObject({ from: copy, passphrase });

/** What is in a copy; null where it cannot be read. */
export interface CopyContents {
  /** In bytes. */
  readonly size: number;
  readonly records: number | null;
  readonly lastRecord: PlainDate | null;
}
export interface BackupShown extends CopyContents {
  readonly name: string;
  /** When it was made, and checked whole before it took its name. */
  readonly at: Moment;
}
export interface KeptShown extends CopyContents {
  readonly name: string;
}
export interface BackupsShown {
  /** Where automatic backups go, to be read; null: these books are not copied by themselves. */
  readonly folder: string | null;
  /** Newest first. */
  readonly backups: readonly BackupShown[];
  /** Files that stood in the place of the books before, kept when another was put there. */
  readonly kept: readonly KeptShown[];
}
/** What a restore would put in place, and what of: null where there are no books, or they cannot be read. */
export interface RestoreLooked {
  readonly copy: CopyContents;
  readonly books: CopyContents | null;
}
