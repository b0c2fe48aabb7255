/**
 * What does the process do that the kill test kills?
 *
 * Adds records to the ledger named in its arguments, one pence more each time, and says each number once it is
 * acknowledged; or holds an import open and says so.
 */
import { openLedger } from '../../main/ledger/client.ts';
import { at, bankRow, granted, importStart, record } from './fixed.ts';

const [path = '', how = 'records'] = process.argv.slice(2);
if (how === 'migrate') process.stdout.write('0\n');
const ledger = granted(await openLedger(path));
if (how === 'import') granted(await ledger.importBegin(importStart));
if (how === 'migrate') await ledger.close();
else await goOn();

async function goOn(): Promise<never> {
  for (let pence = 1; ; pence += 1) {
    if (how === 'import') granted(await ledger.importRows([bankRow(pence, '2026-05-01', pence)]));
    else granted(await ledger.addRecord(at, record('2026-05-01', pence)));
    process.stdout.write(`${pence}\n`);
  }
}
