/**
 * What does the process do whose reading of a bank's file is measured?
 *
 * `ours` takes the file from its bytes to bank rows with their identities, sorted, and lets them go; `raw` runs csv-parse
 * over it and counts. Says how long it took, what was read and the most memory the process held.
 */
import { createReadStream } from 'node:fs';
import { parse } from 'csv-parse';
import { readBankFile, type IncomeSource } from '../../main/imports/read.ts';
import { granted } from '../ledger/fixed.ts';
import { csvMapping } from './data.ts';
import { mostMegabytes, since } from './measure.ts';

const [how = '', csv = ''] = process.argv.slice(2);
const source: IncomeSource = { id: 'joinery', kind: 'self-employment', lettings: [] };

async function ours(): Promise<number> {
  const ask = { profile: null, mapping: csvMapping, account: 'Current', source };
  const reading = granted(await readBankFile(() => createReadStream(csv), ask));
  if (reading.kind !== 'rows') throw new Error('the columns were given');
  let rows = 0;
  for await (const batch of reading.batches()) rows += batch.rows.length;
  return rows;
}

async function raw(): Promise<number> {
  let rows = -1;
  for await (const _ of createReadStream(csv).pipe(parse())) rows += 1;
  return rows;
}

const start = process.hrtime.bigint();
const rows = how === 'ours' ? await ours() : await raw();
const ms = since(start);
console.log(JSON.stringify({ ms, rows, megabytes: mostMegabytes() }));
