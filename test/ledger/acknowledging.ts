/**
 * What does the process do that the kill tests kill?
 *
 * On the ledger named in its arguments it does one thing after another and says a number once each is acknowledged:
 * records of one penny more each time; an import held open; all kinds of actions in turn; backups; or a migration.
 */
import { join } from 'node:path';
import { openLedger } from '../../main/ledger/client.ts';
import { at, bankRow, granted, importStart, record } from './fixed.ts';

const [path = '', how = 'records'] = process.argv.slice(2);
if (how === 'migrate') process.stdout.write('0\n');
const ledger = granted(await openLedger(path));

const oneFile = async (n: number): Promise<void> => {
  granted(await ledger.importBegin(importStart));
  const rows = Array.from({ length: 40 }, (_, i) => {
    const sorted = i % 2 === 0 ? [record('2026-05-01', i + 1)] : null;
    return bankRow(i, '2026-05-01', i + 1, { identity: `${n} ${i}`, sorted });
  });
  granted(await ledger.importRows(rows));
  granted(await ledger.importEnd(true));
};
const inTurn = [
  async () => void granted(await ledger.addRecord(at, record('2026-05-01', 7))),
  oneFile,
  async () => void granted(await ledger.undo(at)),
  async () => void granted(await ledger.redo(at)),
  async () => void granted(await ledger.undo(at)),
] as const;

const does: Readonly<Record<string, (n: number) => Promise<void>>> = {
  records: async (n) => void granted(await ledger.addRecord(at, record('2026-05-01', n))),
  import: async (n) => void granted(await ledger.importRows([bankRow(n, '2026-05-01', n)])),
  actions: async (n) => inTurn[(n - 1) % inTurn.length]?.(n),
  backups: async (n) => {
    granted(await ledger.addRecord(at, record('2026-05-01', n)));
    granted(await ledger.backup(join(path, '..', `copy-${n}.quarterday`), null));
  },
};

async function goOn(step: (n: number) => Promise<void>): Promise<never> {
  for (let n = 1; ; n += 1) {
    await step(n);
    process.stdout.write(`${n}\n`);
  }
}

if (how === 'import') granted(await ledger.importBegin(importStart));
const step = does[how];
if (step === undefined) await ledger.close();
else await goOn(step);
