/**
 * What does the process do whose import is measured?
 *
 * Brings a bank's CSV into a new file: `ours` through the app's own import, `raw`, `searchable` and `kept` by the controls.
 * Says how long it took, how much of that the processors worked for it, what it took in, the most memory it held, and how
 * long its main loop once stood still: then, and before with nothing to do.
 */
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout } from 'node:timers/promises';
import { createLedger } from '../../main/ledger/client.ts';
import { runImport } from '../../main/operations/importRun.ts';
import { granted } from '../ledger/fixed.ts';
import { csvMapping } from './data.ts';
import { mostMegabytes, since } from './measure.ts';
import { csvRows, fillKept, fillRaw } from './raw.ts';

const [how = '', csv = '', path = ''] = process.argv.slice(2);
const at = '2026-11-22T10:00:00Z';

async function ours(): Promise<number> {
  const ledger = granted(await createLedger(path, { at, example: null }));
  granted(
    await ledger.addSource(at, {
      id: 'joinery',
      kind: 'self-employment',
      name: 'Joinery',
      startedOn: null,
      ceasedOn: null,
    }),
  );
  const ask = { account: 'Current', source: 'joinery', letting: null, profile: null, mapping: csvMapping, names: [] };
  const read = granted(await runImport(ledger, at, { path: csv, name: 'bank.csv' }, ask, () => true));
  await ledger.close();
  if (!('report' in read)) throw new Error('the columns were given');
  return read.report.fresh;
}

const resting = 500;
const delay = monitorEventLoopDelay({ resolution: 5 });
delay.enable();
await setTimeout(resting);
const idle = delay.max / 1e6;
delay.reset();
const before = process.cpuUsage();
const start = process.hrtime.bigint();
const byHand = (): number =>
  how === 'kept' ? fillKept(path, csvRows(csv)).count : fillRaw(path, csvRows(csv), how === 'searchable').count;
const rows = how === 'ours' ? await ours() : byHand();
const ms = since(start);
const { user, system } = process.cpuUsage(before);
const worked = (user + system) / 1000;
delay.disable();
const megabytes = mostMegabytes();
console.log(JSON.stringify({ ms, worked, rows, megabytes, stoodStill: delay.max / 1e6, idle }));
