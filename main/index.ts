/**
 * What was the installed app started for: its window, or a command?
 *
 * `quarterday decide --facts facts.json` is the command line, because an installed Electron runs no other script.
 * Everything else opens the window, on the ledger that was named or on the person's own.
 */
import { resolve } from 'node:path';
import { app } from 'electron';
import { isCommandWord, runCommand } from './commands/index.ts';
import { startApp } from './hosts/electron/app.ts';

const words = process.argv.slice(app.isPackaged ? 1 : 2);
if (isCommandWord(words[0])) {
  app.dock?.hide();
  void runCommand(words).then((code) => app.exit(code));
} else {
  const ledger = words.find((word) => word.endsWith('.quarterday'));
  startApp(ledger === undefined ? undefined : resolve(ledger));
}
