/**
 * How does a new ledger come to be whole, or not at all?
 *
 * It is made and filled under a temporary name beside its place, and put there when nothing was refused. Whatever goes
 * wrong, no half-made file stays behind.
 */
import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { done, refuse, type Outcome } from '../../shared/values/outcome.ts';
import type { LedgerClient, NewLedger } from '../ledger/api.ts';
import { createLedger } from '../ledger/client.ts';
import { reasonOf } from '../ledger/disk.ts';

/** Fills the new ledger; what it refuses unmakes the file. */
export type Fill = (ledger: LedgerClient) => Promise<Outcome<unknown>>;

/** A new ledger at that path, filled and closed again. Refuses `file-exists`, `file-unwritable` and whatever `fill` does. */
export async function makeLedger(path: string, made: NewLedger, fill: Fill): Promise<Outcome<null>> {
  if (existsSync(path)) return refuse('file-exists', '', { file: basename(path) });
  const unfinished = join(dirname(path), `.${basename(path)}.${randomBytes(6).toString('hex')}`);
  try {
    await mkdir(dirname(path), { recursive: true, mode: 0o700 });
    const filled = await filledLedger(unfinished, made, fill);
    if (!filled.ok) return filled;
    await rename(unfinished, path);
    return done(null);
  } catch (error) {
    if (error instanceof Error && 'code' in error && 'syscall' in error)
      return refuse('file-unwritable', '', { file: basename(path), detail: reasonOf(error) });
    throw error;
  } finally {
    for (const rest of ['', '-wal', '-shm', '-journal']) await rm(`${unfinished}${rest}`, { force: true });
  }
}

async function filledLedger(path: string, made: NewLedger, fill: Fill): Promise<Outcome<unknown>> {
  const created = await createLedger(path, made);
  if (!created.ok) return created;
  try {
    return await fill(created.value);
  } finally {
    await created.value.close();
  }
}
