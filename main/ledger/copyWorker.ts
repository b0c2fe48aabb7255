/** Which thread reads copies of the books? This one, for one job of `copies.ts`; then it ends. */
import { parentPort, workerData } from 'node:worker_threads';
import { backupsIn } from './backup.ts';
import type { CopyJob } from './copies.ts';
import { keptBeside, lookInto } from './copyContents.ts';
import { restoreLedgerFile } from './restore.ts';

function answerTo(job: CopyJob): unknown {
  if (job.name === 'backups') return backupsIn(...job.args);
  if (job.name === 'keptBeside') return keptBeside(...job.args);
  if (job.name === 'look') return lookInto(...job.args);
  return restoreLedgerFile(...job.args);
}

if (parentPort === null) throw new Error('copies are read in a thread of their own');
parentPort.postMessage(answerTo(workerData as CopyJob));
