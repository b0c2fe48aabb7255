/** Which books are the window's measurements made on? The invented rows of `data.ts`, each in its category. */
import { createLedger } from '../../main/ledger/client.ts';
import { wholeShare } from '../../shared/values/money.ts';
import { granted } from '../ledger/fixed.ts';
import { benchSources, sortedRows } from './data.ts';

const at = '2026-11-22T10:00:00Z';
const inBatches = 500;

/** Makes books of that many records at a path where nothing is yet. */
export async function makeBooks(path: string, size: number): Promise<void> {
  const ledger = granted(await createLedger(path, { at, example: null }));
  for (const { id, kind, lettings } of benchSources) {
    granted(await ledger.addSource(at, { id, kind, name: id, startedOn: null, ceasedOn: null }));
    for (const letting of lettings) {
      const held = { country: null, share: wholeShare, shareFrom: null };
      granted(await ledger.addLetting(at, { source: id, id: letting, name: letting, ...held }));
    }
  }
  granted(
    await ledger.importBegin({
      at,
      account: 'Current',
      file: 'bank.csv',
      sha256: '00'.repeat(32),
      profile: null,
    }),
  );
  const rows = [...sortedRows(size)];
  for (let n = 0; n < rows.length; n += inBatches) granted(await ledger.importRows(rows.slice(n, n + inBatches)));
  granted(await ledger.importEnd(true));
  await ledger.close();
}
