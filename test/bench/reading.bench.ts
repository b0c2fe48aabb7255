/**
 * How fast is a bank's file read, and in how much memory, beside csv-parse alone?
 *
 * From bytes to bank rows, without the books: at 10,000, 100,000 and 1,000,000 rows, each in a process of its own with a
 * heap of 64 MB, in which a file that was held would not fit.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeCsv } from './data.ts';
import { report, sizes, type Measured } from './measure.ts';

interface Read {
  readonly ms: number;
  readonly rows: number;
  readonly megabytes: number;
}

const smallHeap = ['--max-old-space-size=64', '--max-semi-space-size=4'];

function readBy(how: string, csv: string): Read {
  const ran = spawnSync(process.execPath, [...smallHeap, join(import.meta.dirname, 'reading.ts'), how, csv], {
    encoding: 'utf8',
  });
  if (ran.status !== 0) throw new Error(ran.stderr);
  return JSON.parse(ran.stdout) as Read;
}

const folder = mkdtempSync(join(tmpdir(), 'quarterday-reading-'));
try {
  const measured = sizes.map((size): Measured => {
    const csv = join(folder, `${size}.csv`);
    writeCsv(csv, size);
    const [control, ours] = [readBy('raw', csv), readBy('ours', csv)];
    if (control.rows !== size || ours.rows !== size)
      throw new Error(`${ours.rows} and ${control.rows} of ${size} rows`);
    const more = { 'peak MB': ours.megabytes, 'control’s peak MB': control.megabytes };
    return {
      job: 'J0 read a file',
      size,
      ours: ours.ms,
      control: control.ms,
      goal: 'the same memory at any size',
      more,
    };
  });
  report('reading', measured);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
