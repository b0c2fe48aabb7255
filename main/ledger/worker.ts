/**
 * Which thread owns the connection?
 *
 * This one: it opens the file, says whether it could, and answers calls one after the other until it is told to close.
 */
import { existsSync } from 'node:fs';
import { parentPort, workerData } from 'node:worker_threads';
import { done, refuse, type Outcome, type Problem } from '../../shared/values/outcome.ts';
import type { RecordsTotal } from '../../shared/rules/facts.ts';
import { unpackRows } from '../packedRows.ts';
import type { Ledger } from './api.ts';
import type { Connection } from './connection.ts';
import { createLedgerFile } from './create.ts';
import { sent } from './crossing.ts';
import { ledgerOver, type OwnedLedger } from './ledger.ts';
import type { Answer, Call, Start } from './messages.ts';
import { lockLedger, type Release } from './lock.ts';
import { schemaVersion } from './migrations.ts';
import { newestGood } from './newestGood.ts';
import { openLedgerFile, recognise } from './open.ts';

interface Held {
  readonly connection: Connection;
  readonly release: Release;
}

/** Books of an older version are changed by opening them, even to read. */
function isOlder(path: string): boolean {
  const version = recognise(path);
  return version.ok && version.value < schemaVersion;
}

/** To write, the lock first: from here on everyone else is told who has these books. It goes when this thread does. */
function opened({ path, create, readOnly, patience }: Start): Outcome<Held> {
  const created = create === null ? done(null) : createLedgerFile(path, create);
  if (!created.ok) return created;
  const needed = existsSync(path) && (!readOnly || isOlder(path));
  const locked = needed ? lockLedger(path) : done(() => undefined);
  if (!locked.ok) return locked;
  process.once('exit', locked.value);
  const found = openLedgerFile(path, { readOnly, patience });
  if (readOnly) locked.value();
  if (found.ok) return done({ connection: found.value, release: locked.value });
  locked.value();
  return mendable.has(found.problem.code) ? withCopy(found.problem, path) : found;
}

/** Refusals of books that are damaged, and may come back from a copy. */
const mendable: ReadonlySet<string> = new Set(['ledger-damaged', 'ledger-unknown']);

function withCopy({ code, path: field, values }: Problem, path: string): Outcome<never> {
  const copy = newestGood(path, true);
  return refuse(code, field, copy === null ? values : { ...values, copy });
}

const lastSent: RecordsTotal[] = [];

function answerTo(ledger: OwnedLedger, { id, name, args }: Call): Answer {
  try {
    if (name === 'facts') {
      const facts = ledger.facts(...(args as Parameters<Ledger['facts']>));
      return { id, facts: JSON.stringify(sent(facts, lastSent)) };
    }
    if (name === 'importRows') return { id, json: JSON.stringify(ledger.importRows(unpackRows(String(args[0])))) };
    const operation = ledger[name] as (...given: readonly unknown[]) => unknown;
    return { id, value: operation(...args) };
  } catch (error) {
    return failed(id, error);
  }
}

function failed(id: number, error: unknown): Answer {
  return { id, error: error instanceof Error ? (error.stack ?? error.message) : String(error) };
}

/** A backup takes its time, and other questions are answered meanwhile. */
function answerBackup(ledger: OwnedLedger, { id, args }: Call): void {
  ledger.backup(...(args as Parameters<Ledger['backup']>)).then(
    (value) => say({ id, value }),
    (error: unknown) => say(failed(id, error)),
  );
}

if (parentPort === null) throw new Error('the ledger runs in a thread of its own');
const port = parentPort;
const say = (answer: Answer): void => port.postMessage(answer);
const held = opened(workerData as Start);
if (held.ok) {
  const { connection, release } = held.value;
  const ledger = ledgerOver(connection);
  port.on('message', (call: Call) => {
    if (call.name === 'backup') {
      answerBackup(ledger, call);
      return;
    }
    say(answerTo(ledger, call));
    if (call.name !== 'close') return;
    release();
    port.close();
  });
}
say({ opened: held.ok ? done(null) : held });
if (!held.ok) port.close();
