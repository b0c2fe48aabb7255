/** What does a window open with: which books, whether they could be opened, and how they are kept? */
import type { PlainDate } from '../values/dates.ts';
import type { WordedProblem } from './contract.ts';
import type { Keeping } from './keeping.ts';

export interface AppState {
  /** Which books are open in this window. */
  readonly books: 'none' | 'own' | 'example';
  /** The name of the example that is open; null while none is. */
  readonly example: string | null;
  /** Whether the person has books of their own to go back to. */
  readonly hasOwn: boolean;
  /** The day the answers are for: today, or the day the example books are seen from. */
  readonly asAt: PlainDate | null;
  readonly version: string;
  /** How the open books are kept; null while none are open. */
  readonly keeping: Keeping | null;
  /** Why the books could not be opened; null when they could, or when there are none. */
  readonly unopened: WordedProblem | null;
}
