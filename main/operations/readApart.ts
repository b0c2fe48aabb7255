/**
 * How is a bank file read, however large it is?
 *
 * A large one in a thread of its own, with little memory, so that neither the window waits for it nor the program grows by
 * it. Starting a thread takes longer than reading a month's statement: a small file is read where we are.
 */
import { stat } from 'node:fs/promises';
import { Worker } from 'node:worker_threads';
import { done, type Outcome } from '../../shared/values/outcome.ts';
import type { BankAccounts, BankQuestion, ReadingAsk } from '../imports/read.ts';
import { sortedRows, type KnownRows, type ReadyBatch, type ReadyRows, type Sorting } from './sortedRows.ts';

/** What the thread is started with. */
export interface ReadStart {
  readonly path: string;
  readonly ask: ReadingAsk;
}
/** Asks for the next batch. */
export interface ReadCall {
  readonly sorting: Sorting;
  readonly wanted: number;
}
/** The first answer says what the file is, every later one is a batch, null after the last. */
export type ReadAnswer =
  | { readonly found: Outcome<BankQuestion | BankAccounts | KnownRows> }
  | { readonly batch: ReadyBatch | null }
  /** What the disk says of the file. */
  | { readonly disk: { readonly message: string; readonly code: string; readonly syscall: string } };

export interface OpenRows extends ReadyRows {
  /** Lets the file go, read to its end or not. */
  close(): Promise<void>;
}

/** In bytes: some thousand rows. */
const large = 512 * 1024;
/** Several times what the longest rows need; V8 stays far below a limit while it can. */
const resourceLimits = { maxYoungGenerationSizeMb: 4, maxOldGenerationSizeMb: 256 };

/** Reads the file, here or apart. Throws what the disk says of it. */
export async function openRows(
  path: string,
  ask: ReadingAsk,
  apartFrom = large,
): Promise<Outcome<BankQuestion | BankAccounts | OpenRows>> {
  const { size } = await stat(path);
  if (size >= apartFrom) return readApart(path, ask);
  const found = await sortedRows(path, ask);
  if (!found.ok) return found;
  if (found.value.kind !== 'rows') return done(found.value);
  return done({ ...found.value, close: () => Promise.resolve() });
}

async function readApart(path: string, ask: ReadingAsk): Promise<Outcome<BankQuestion | BankAccounts | OpenRows>> {
  const file = import.meta.url.endsWith('.ts') ? './readingThread.ts' : './readingThread.js';
  const workerData: ReadStart = { path, ask };
  const worker = new Worker(new URL(file, import.meta.url), { workerData, resourceLimits });
  const next = answersOf(worker);
  const answer = await next(null);
  if (!('found' in answer)) throw new Error('the file was not looked at first');
  const { found } = answer;
  if (!found.ok) return found;
  if (found.value.kind !== 'rows') return done(found.value);
  const batches = async function* batches(sorting: Sorting, wanted: () => number): AsyncGenerator<ReadyBatch> {
    for (;;) {
      const said = await next({ sorting, wanted: wanted() });
      if (!('batch' in said)) throw new Error('a batch was asked for');
      if (said.batch === null) return;
      yield said.batch;
    }
  };
  const close = async (): Promise<void> => void (await worker.terminate());
  return done({ ...found.value, batches, close });
}

/** One answer after another; a failure of the thread is thrown to whoever waits, or to the next who asks. */
function answersOf(worker: Worker): (call: ReadCall | null) => Promise<ReadAnswer> {
  let waiting: { resolve: (answer: ReadAnswer) => void; reject: (error: Error) => void } | null = null;
  let ended: Error | null = null;
  const end = (error: Error): void => {
    ended ??= error;
    waiting?.reject(ended);
  };
  worker.on('message', (answer: ReadAnswer) => {
    if ('disk' in answer) end(Object.assign(new Error(answer.disk.message), answer.disk));
    else waiting?.resolve(answer);
  });
  worker.once('error', end);
  worker.once('exit', () => end(new Error('the thread that reads the file has stopped')));
  return (call) =>
    new Promise((resolve, reject) => {
      if (ended !== null) {
        reject(ended);
        return;
      }
      waiting = { resolve, reject };
      if (call !== null) worker.postMessage(call);
    });
}
