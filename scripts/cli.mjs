// How does the command line run from the repository?
//
//   npm run -s cli -- decide --facts facts.json --json
//
// Builds it first, with every word of that on standard error, when it is not built yet or a source is newer. Standard
// input and output, the arguments and the exit code are the command's own.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

const built = 'out/main/cli.js';
const madeFrom = ['main', 'shared', 'package.json', 'package-lock.json', 'scripts/build.ts'];

function newerThan(time, path) {
  const stat = statSync(path);
  if (!stat.isDirectory()) return stat.mtimeMs > time;
  return readdirSync(path).some((name) => newerThan(time, join(path, name)));
}

function isCurrent() {
  if (!existsSync(built)) return false;
  const time = statSync(built).mtimeMs;
  return !madeFrom.some((path) => newerThan(time, path));
}

if (!isCurrent()) {
  const build = spawnSync('node', ['scripts/build.ts', '--main'], { stdio: ['ignore', 2, 2] });
  if (build.status !== 0) process.exit(1);
}
// npm runs this from the project's folder; files are meant from where the person stands.
if (process.env.INIT_CWD !== undefined) process.chdir(process.env.INIT_CWD);
await import('../out/main/cli.js');
