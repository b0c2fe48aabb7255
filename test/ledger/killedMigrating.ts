/** A migration that is gone without a word before its statement of that number: `killedMigrating.ts LEDGER VERSION NUMBER`. */
import { migrateFile } from '../../main/ledger/migrateCopy.ts';

const [path = '', version = '', last = ''] = process.argv.slice(2);
const run = { statements: 0 };
migrateFile(path, Number(version), 50, () => {
  run.statements += 1;
  if (run.statements === Number(last)) process.kill(process.pid, 'SIGKILL');
});
