/**
 * Which thread owns the connection?
 *
 * This one: it opens the file, says whether it could, and answers calls one after the other until it is told to close.
 */
import { parentPort, workerData } from 'node:worker_threads';
import { done, type Outcome } from '../../shared/values/outcome.ts';
import type { RecordsTotal } from '../../shared/rules/facts.ts';
import type { Ledger } from './api.ts';
import type { Connection } from './connection.ts';
import { createLedgerFile } from './create.ts';
import { sent } from './crossing.ts';
import { ledgerOver, type OwnedLedger } from './ledger.ts';
import type { Answer, Call, Start } from './messages.ts';
import { openLedgerFile } from './open.ts';

function opened({ path, create, readOnly, patience }: Start): Outcome<Connection> {
  const created = create === null ? done(null) : createLedgerFile(path, create);
  return created.ok ? openLedgerFile(path, { readOnly, patience }) : created;
}

const lastSent: RecordsTotal[] = [];

function answerTo(ledger: OwnedLedger, { id, name, args }: Call): Answer {
  try {
    if (name === 'facts') return { id, facts: sent(ledger.facts(...(args as Parameters<Ledger['facts']>)), lastSent) };
    const operation = ledger[name] as (...given: readonly unknown[]) => unknown;
    return { id, value: operation(...args) };
  } catch (error) {
    return { id, error: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}

if (parentPort === null) throw new Error('the ledger runs in a thread of its own');
const port = parentPort;
const say = (answer: Answer): void => port.postMessage(answer);
const connection = opened(workerData as Start);
if (connection.ok) {
  const ledger = ledgerOver(connection.value);
  port.on('message', (call: Call) => {
    say(answerTo(ledger, call));
    if (call.name === 'close') port.close();
  });
}
say({ opened: connection.ok ? done(null) : connection });
if (!connection.ok) port.close();
