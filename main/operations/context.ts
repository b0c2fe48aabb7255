/**
 * What does an operation work with?
 *
 * Made once by a host and handed to every operation: the books, the files at hand, the clock and the app's version.
 */
import type { Clock } from '../clock.ts';
import type { Books } from './books.ts';
import type { Files } from './files.ts';
import type { ImportWatch } from './importWatch.ts';

export interface Context {
  readonly books: Books;
  readonly files: Files;
  readonly importing: ImportWatch;
  readonly clock: Clock;
  readonly version: string;
  /** Where the books and this machine's settings are kept. */
  readonly folder: string;
  /** Runs work one piece at a time, in the order asked: two writes, or an import and a read, never meet. */
  readonly inTurn: <T>(work: () => Promise<T>) => Promise<T>;
}

/** A queue of one: `inTurn(a); inTurn(b)` starts b when a has ended, well or badly. */
export function turns(): Context['inTurn'] {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const next = last.then(work);
    last = next.catch(() => undefined);
    return next;
  };
}
