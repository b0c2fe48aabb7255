/**
 * How does the browser host begin and end?
 *
 * Opens the books, prints the address alone as its first line, and serves until it is told to stop (SIGTERM, SIGINT);
 * then the ledger is closed and what was sent in is deleted.
 */
import { existsSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { done, refuse, type Outcome } from '../../../shared/values/outcome.ts';
import { closeContext, openContext } from '../../operations/openContext.ts';
import { builtWindow } from '../builtFiles.ts';
import { startServer } from './server.ts';

/** Ends when the host does. Refuses a ledger that is not there or cannot be opened, before anything is served. */
export async function serveUntilStopped(ledger: string | undefined): Promise<Outcome<null>> {
  const stopped = new Promise<void>((resolveStop) => {
    for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.once(signal, () => resolveStop());
  });
  if (ledger !== undefined && !existsSync(ledger)) return refuse('file-missing', '', { file: basename(ledger) });
  const context = openContext({ ledger: ledger === undefined ? undefined : resolve(ledger) });
  try {
    const opened = ledger === undefined ? done(null) : await context.books.opened();
    if (!opened.ok) return opened;
    const serving = await startServer(context, builtWindow, (fault) => console.error(fault));
    console.log(serving.address);
    await stopped;
    await serving.close();
    return done(null);
  } finally {
    await closeContext(context);
  }
}
