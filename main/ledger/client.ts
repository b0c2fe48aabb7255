/**
 * How does the rest of main speak to a ledger?
 *
 * The same functions as `api.ts`, each a promise, over a thread of its own: SQLite is never loaded here. If the thread
 * stops by itself, every call waiting for it is rejected, and so is every later one.
 */
import { Worker } from 'node:worker_threads';
import type { RecordsTotal } from '../../shared/rules/facts.ts';
import { done, type Outcome } from '../../shared/values/outcome.ts';
import { packRows } from '../packedRows.ts';
import type { LedgerClient, NewBankRow, NewLedger } from './api.ts';
import { received, type CrossingFacts } from './crossing.ts';
import { operationNames, type Answer, type Call, type Start } from './messages.ts';

const patience = 5000;
/**
 * Rows of an import are soon gone, and a larger young generation only holds more of them before it is cleared. The old one
 * never comes near its limit: a limit at all makes V8 clear it before it has doubled.
 */
const resourceLimits = { maxYoungGenerationSizeMb: 6, maxOldGenerationSizeMb: 1000 };

export interface OpenOptions {
  /** For commands that only read: writes are refused as `ledger-read-only`. */
  readonly readOnly?: boolean;
  /** How long to wait for another program that is writing, in milliseconds; 5,000 if not said. */
  readonly patience?: number;
}

/** Opens the ledger at this path, or says by name why not. Close it, or the program goes on running. */
export function openLedger(path: string, options: OpenOptions = {}): Promise<Outcome<LedgerClient>> {
  return start({ path, create: null, readOnly: options.readOnly ?? false, patience: options.patience ?? patience });
}

/** Makes a new ledger at this path and opens it. A file that is there already is refused and stays as it is. */
export function createLedger(path: string, made: NewLedger): Promise<Outcome<LedgerClient>> {
  return start({ path, create: made, readOnly: false, patience });
}

interface Waiting {
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: Error) => void;
}

function start(how: Start): Promise<Outcome<LedgerClient>> {
  const file = import.meta.url.endsWith('.ts') ? './worker.ts' : './worker.js';
  const worker = new Worker(new URL(file, import.meta.url), { workerData: how, resourceLimits });
  const waiting = new Map<number, Waiting>();
  const lastReceived: RecordsTotal[] = [];
  const { promise: gone, resolve: left } = Promise.withResolvers<Error>();
  worker.once('error', (cause: Error) => left(new Error(`the ledger's thread failed: ${cause.message}`, { cause })));
  worker.once('exit', () => left(new Error("the ledger's thread has stopped")));
  void gone.then((error) => {
    for (const { reject } of waiting.values()) reject(error);
    waiting.clear();
  });
  return new Promise((resolve, reject) => {
    void gone.then(reject);
    worker.on('message', (answer: Answer) => {
      if ('opened' in answer) {
        resolve(answer.opened.ok ? done(clientOf(worker, waiting, gone)) : answer.opened);
        return;
      }
      const call = waiting.get(answer.id);
      waiting.delete(answer.id);
      if ('error' in answer) call?.reject(new Error(answer.error));
      else if ('facts' in answer) call?.resolve(received(JSON.parse(answer.facts) as CrossingFacts, lastReceived));
      else if ('json' in answer) call?.resolve(JSON.parse(answer.json));
      else call?.resolve(answer.value);
    });
  });
}

function clientOf(worker: Worker, waiting: Map<number, Waiting>, gone: Promise<Error>): LedgerClient {
  const state = { calls: 0, ended: undefined as Error | undefined };
  void gone.then((error) => {
    state.ended ??= error;
  });
  const call = (name: Call['name'], args: readonly unknown[]): Promise<unknown> =>
    new Promise((resolve, reject) => {
      if (state.ended !== undefined) {
        reject(state.ended);
        return;
      }
      state.calls += 1;
      waiting.set(state.calls, { resolve, reject });
      worker.postMessage({ id: state.calls, name, args } satisfies Call);
    });
  const operations = Object.fromEntries(
    operationNames.map((name) => [name, (...args: readonly unknown[]) => call(name, args)]),
  );
  const importPacked = (rows: string): Promise<unknown> => call('importRows', [rows]);
  const importRows = (rows: readonly NewBankRow[]): Promise<unknown> => importPacked(packRows(rows));
  const close = async (): Promise<void> => {
    if (state.ended !== undefined) return;
    const closed = call('close', []);
    state.ended = new Error('these books are closed');
    await closed;
    await gone;
  };
  return { ...operations, importRows, importPacked, close } as unknown as LedgerClient;
}
