/** How are the books kept: where they lie, whether they are sound, and when they were last copied? */

export interface Keeping {
  /** Where the file lies. Synced and network folders can lose or double what is written: `placeText` says so. */
  readonly place: 'this-computer' | 'synced' | 'network';
  readonly placeText: string | null;
  /** The check after opening is under way; it takes seconds in large books. */
  readonly checking: boolean;
  /** What the check found, in words, and what to do; null when all is well or not known yet. */
  readonly damage: string | null;
  /** When the last automatic backup was made (ISO 8601, Z); null if there is none. */
  readonly lastBackup: string | null;
  /** Why the last automatic backup could not be made, in words. */
  readonly backupProblem: string | null;
}
