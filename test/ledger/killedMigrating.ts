/** A migration that is gone without a word before its statement of that number: `killedMigrating.ts LEDGER VERSION NUMBER`. */
import { migrateFile } from '../../main/ledger/migrateCopy.ts';

const [path = '', version = '', last = ''] = process.argv.slice(2);
let statements = 0;
migrateFile(path, Number(version), 50, () => {
  statements += 1;
  if (statements === Number(last)) process.kill(process.pid, 'SIGKILL');
});
