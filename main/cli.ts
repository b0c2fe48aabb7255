/** The command line by itself: `node out/main/cli.js decide --facts facts.json`. */
import { runCommand } from './commands/index.ts';

process.exitCode = await runCommand(process.argv.slice(2));
