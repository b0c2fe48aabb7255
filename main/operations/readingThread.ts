/**
 * Which thread reads a large bank file?
 *
 * This one: it says what the file is, then gives a batch of its rows for each that is asked for, and never reads further
 * ahead.
 */
import { parentPort, workerData } from 'node:worker_threads';
import { done } from '../../shared/values/outcome.ts';
import type { ReadAnswer, ReadCall, ReadStart } from './readApart.ts';
import { sortedRows, type ReadyBatch } from './sortedRows.ts';

if (parentPort === null) throw new Error('a large bank file is read in a thread of its own');
const port = parentPort;
const say = (answer: ReadAnswer): void => port.postMessage(answer);
const { path, ask } = workerData as ReadStart;

/** What the disk says of the file, as it says it; a fault of ours ends the thread. */
function failed(error: unknown): void {
  if (!(error instanceof Error) || !('syscall' in error) || !('code' in error)) throw error;
  say({ disk: { message: error.message, code: String(error.code), syscall: String(error.syscall) } });
  port.close();
}

try {
  const found = await sortedRows(path, ask);
  if (!found.ok || found.value.kind !== 'rows') {
    say({ found: found.ok ? done(found.value) : found });
    port.close();
  } else {
    const { batches, ...known } = found.value;
    let [wanted, rows]: [number, AsyncGenerator<ReadyBatch> | null] = [0, null];
    const answer = async (call: ReadCall): Promise<void> => {
      wanted = call.wanted;
      rows ??= batches(call.sorting, () => wanted);
      const next = await rows.next();
      say({ batch: next.done === true ? null : next.value });
      if (next.done === true) port.close();
    };
    port.on('message', (call: ReadCall) => void answer(call).catch(failed));
    say({ found: done(known) });
  }
} catch (error) {
  failed(error);
}
