/**
 * A removal for good that is gone without a word before its statement of that number; without one it says how many
 * statements it has. `killedErasing.ts LEDGER IMPORT [NUMBER]`
 */
import Database from 'better-sqlite3';
import { connectionTo } from '../../main/ledger/connection.ts';
import { erase } from '../../main/ledger/erasing.ts';
import { at, granted } from './fixed.ts';

const [path = '', imported = '', last = '0'] = process.argv.slice(2);
const run = { statements: 0 };
const verbose = (): void => {
  run.statements += 1;
  if (run.statements === Number(last)) process.kill(process.pid, 'SIGKILL');
};
const connection = connectionTo(new Database(path, { verbose }));
connection.db.pragma('synchronous = FULL');
connection.db.pragma('temp_store = MEMORY');
granted(erase(connection, at, { import: Number(imported) }));
process.stdout.write(`${run.statements}`);
