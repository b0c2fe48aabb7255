/**
 * How is a measurement taken, printed and kept?
 *
 * Medians of wall time, in milliseconds; each beside its control from the same run. Nothing here passes or fails.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';

export const full = process.env['QUARTERDAY_EFFORT'] === 'full';
export const sizes: readonly number[] = full ? [10_000, 100_000, 1_000_000] : [10_000, 100_000];

export interface Measured {
  readonly job: string;
  readonly size: number;
  /** In milliseconds. */
  readonly ours: number;
  readonly control: number;
  readonly goal: string;
  readonly more?: Readonly<Record<string, number>>;
}

/**
 * The most memory this process held, in megabytes. Linux counts the memory of whoever started a process as its own most
 * (`ru_maxrss` outlives exec), so there the process's own figure is read.
 */
export function mostMegabytes(): number {
  const own = existsSync(status) ? /VmHWM:\s+(\d+) kB/.exec(readFileSync(status, 'utf8'))?.[1] : undefined;
  return (own === undefined ? process.resourceUsage().maxRSS : Number(own)) / 1024;
}
const status = '/proc/self/status';

export const since = (start: bigint): number => Number(process.hrtime.bigint() - start) / 1e6;
export const middle = (times: readonly number[]): number => times.toSorted((a, b) => a - b)[times.length >> 1] ?? 0;

/** The median of that many runs, after one that does not count. */
export async function median(runs: number, work: () => unknown): Promise<number> {
  await work();
  const times: number[] = [];
  for (let i = 0; i < runs; i += 1) {
    const start = process.hrtime.bigint();
    await work();
    times.push(since(start));
  }
  return middle(times);
}

const short = (value: number): string => (value >= 100 ? value.toFixed(0) : value.toFixed(value >= 10 ? 1 : 2));

/** Prints each job with its ratio to the control and its growth from the smallest size, and keeps all as JSON. */
export function report(bench: string, measured: readonly Measured[]): void {
  const rows = measured.map((m) => {
    const smallest = measured.find((n) => n.job === m.job);
    const growth = smallest === undefined ? 1 : m.ours / smallest.ours;
    return { ...m, ratio: m.ours / m.control, growth };
  });
  console.log('job                              rows        ours     control   ratio  growth  goal');
  for (const { job, size, ours, control, ratio, growth, goal, more = {} } of rows) {
    const numbers = [size, short(ours), short(control), short(ratio), short(growth)];
    const widths = [9, 11, 11, 7, 7];
    const cells = numbers.map((n, i) => String(n).padStart(widths[i] ?? 0));
    const extra = Object.entries(more).map(([name, value]) => `${name} ${short(value)}`);
    console.log(`${job.padEnd(28)}${cells.join(' ')}  ${[goal, ...extra].join('; ')}`);
  }
  const path = 'out/bench.json';
  mkdirSync('out', { recursive: true });
  const before = existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as object) : {};
  writeFileSync(path, `${JSON.stringify({ ...before, [bench]: rows }, null, 1)}\n`);
}
