/** The browser host by itself: `node out/main/serve.js [LEDGER]`. */
import { runCommand } from '../../commands/index.ts';

process.exitCode = await runCommand(['serve', ...process.argv.slice(2)]);
