/**
 * How does a command get at a ledger, and let go of it again?
 *
 * Opens it, does its work and closes it, whatever happens, and waits a moment for another command that writes. Commands that only read open it for reading alone, so that
 * they work beside an open app.
 */
import { setTimeout } from 'node:timers/promises';
import { parsePlainDate, type PlainDate } from '../../shared/values/dates.ts';
import { done, refuse, type Outcome } from '../../shared/values/outcome.ts';
import { clock } from '../clock.ts';
import type { LedgerClient } from '../ledger/api.ts';
import { openLedger } from '../ledger/client.ts';
import type { Given } from './command.ts';

type Work<T> = (ledger: LedgerClient) => Promise<Outcome<T>>;

/** Reads from the ledger that is the command's first word. */
export const reading = <T>(given: Given, work: Work<T>): Promise<Outcome<T>> => within(given, true, work);
/** Writes to it. */
export const writing = <T>(given: Given, work: Work<T>): Promise<Outcome<T>> => within(given, false, work);

/** Another command is done in a moment, a window is not: how often, and how far apart, to try before saying who has it. */
const patience = { times: 10, milliseconds: 250 } as const;

async function openPatiently(path: string, readOnly: boolean): Promise<Outcome<LedgerClient>> {
  for (let tried = 1; ; tried += 1) {
    const opened = await openLedger(path, { readOnly });
    if (opened.ok || opened.problem.code !== 'ledger-held' || tried === patience.times) return opened;
    await setTimeout(patience.milliseconds);
  }
}

async function within<T>(given: Given, readOnly: boolean, work: Work<T>): Promise<Outcome<T>> {
  const [path = ''] = given.words;
  const opened = await openPatiently(path, readOnly);
  if (!opened.ok) return opened;
  try {
    return await work(opened.value);
  } finally {
    await opened.value.close();
  }
}

/** The day asked about: `--as-at`, else the day an example is seen from, else today. */
export async function asAtOf(given: Given, ledger: LedgerClient): Promise<Outcome<PlainDate>> {
  const text = given.option('as-at');
  if (text === undefined) return done((await ledger.about()).example?.asAt ?? clock.today());
  const day = parsePlainDate(text);
  return day === undefined ? refuse('date-impossible', 'as-at', { found: JSON.stringify(text) }) : done(day);
}
