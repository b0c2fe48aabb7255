/**
 * How are copies of the books listed, looked into and put back, whether or not the books can be opened?
 *
 * Each question is a job for a thread of its own (`copyWorker.ts`), which ends with it: reading and checking a large copy
 * takes seconds, and nothing else waits for it.
 */
import { Worker } from 'node:worker_threads';
import type { Outcome } from '../../shared/values/outcome.ts';
import type { StoredBackup } from './api.ts';
import type { KeptFile, Looked } from './copyContents.ts';
import type { Restored } from './restore.ts';

/** What can be asked, with its arguments and its answer. */
export interface CopyJobs {
  /** The automatic backups in a folder, newest first. */
  backups(folder: string): readonly StoredBackup[];
  /** Files kept beside these books when a restore or an update put others in their place. */
  keptBeside(ledger: string): readonly KeptFile[];
  /** What is in a copy. Refused: no such file, not books, a newer version, a wrong or missing passphrase. */
  look(path: string, passphrase: string | null): Outcome<Looked>;
  /** See `restoreLedgerFile`; the books at `to` must be closed. */
  restore(from: string, to: string, passphrase: string | null): Outcome<Restored>;
}
export type CopyJob = {
  [K in keyof CopyJobs]: { readonly name: K; readonly args: Parameters<CopyJobs[K]> };
}[keyof CopyJobs];

/** Does one job. It rejects only for a fault of our own. */
export function copyJob<K extends keyof CopyJobs>(
  name: K,
  ...args: Parameters<CopyJobs[K]>
): Promise<ReturnType<CopyJobs[K]>> {
  const file = import.meta.url.endsWith('.ts') ? './copyWorker.ts' : './copyWorker.js';
  const worker = new Worker(new URL(file, import.meta.url), { workerData: { name, args } });
  return new Promise((resolve, reject) => {
    worker.once('message', (value: ReturnType<CopyJobs[K]>) => resolve(value));
    worker.once('error', reject);
    worker.once('exit', () => reject(new Error('the thread that reads copies has stopped')));
  });
}
