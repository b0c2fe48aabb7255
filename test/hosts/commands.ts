/** How does a test run the command line? As its own process, built from the sources as `npm run cli` does. */
import { spawn, spawnSync } from 'node:child_process';
import { onTestFinished } from 'vitest';

export interface Ran {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** The first call builds, and says so on standard error: that is no test's business. */
export function builtOnce(): void {
  spawnSync(process.execPath, ['scripts/cli.mjs', '--help'], { stdio: 'ignore' });
}

/** Runs a command to its end, with that text on standard input. */
export function quarterday(args: readonly string[], input = ''): Promise<Ran> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['scripts/cli.mjs', ...args], { stdio: 'pipe' });
    onTestFinished(() => void child.kill());
    const [out, err]: [string[], string[]] = [[], []];
    child.stdout.on('data', (text: Buffer) => out.push(text.toString()));
    child.stderr.on('data', (text: Buffer) => err.push(text.toString()));
    child.once('error', reject);
    child.once('close', (code) => resolve({ code, out: out.join(''), err: err.join('') }));
    child.stdin.on('error', () => undefined);
    child.stdin.end(input);
  });
}

/** The one JSON value a command printed. */
export const jsonOf = (ran: Ran): unknown => JSON.parse(ran.out);

/** A sole trader whose return for 2024-25 said that much, as facts. */
export const told = (income: string): object => ({
  asAt: '2026-05-01',
  sources: [{ id: 's', kind: 'self-employment' }],
  returns: [
    {
      taxYear: '2024-25',
      submittedOn: '2026-01-31',
      lines: [{ source: 's', form: 'SA103F', box: '15', amount: income }],
    },
  ],
});
/** A penny more than the amount. */
export const justOver = JSON.stringify(told('50000.01'));
