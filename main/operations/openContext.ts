/**
 * How does a host get the app going, and end it?
 *
 * Joins the clock, the books and the files at hand; every host and every test makes its own.
 */
import pack from '../../package.json' with { type: 'json' };
import { clock as machineClock, type Clock } from '../clock.ts';
import { openBooks } from './books.ts';
import { turns, type Context } from './context.ts';
import { openFiles } from './files.ts';
import { bookPaths, dataFolder } from './folder.ts';
import { importWatch } from './importWatch.ts';

interface Wanted {
  /** The person's own ledger, if it is not the one in the app-data folder. */
  readonly ledger?: string | undefined;
  readonly folder?: string;
  readonly clock?: Clock;
}

export function openContext({ ledger, folder = dataFolder(), clock = machineClock }: Wanted = {}): Context {
  return {
    books: openBooks(bookPaths(folder, ledger), clock),
    files: openFiles(),
    importing: importWatch(),
    clock,
    folder,
    version: pack.version,
    inTurn: turns(),
  };
}

/** Waits for what is under way, then closes the ledger and deletes what was sent in. */
export async function closeContext(context: Context): Promise<void> {
  await context.inTurn(() => context.books.close());
  await context.files.close();
}
