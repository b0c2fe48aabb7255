/**
 * Who is writing to these books?
 *
 * A file beside the ledger names the one process that may write: its number, when it started, and which computer. Reading
 * needs no lock. A lock whose process is gone is stale and is taken over; one from another computer is believed, because
 * nothing here can ask there. SQLite's own locks stand behind this one: it is for the person, to be told who.
 */
import { randomUUID } from 'node:crypto';
import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { basename } from 'node:path';
import { done, refuse, type Outcome } from '../../shared/values/outcome.ts';

/** Gives the lock back. */
export type Release = () => void;

interface Holder {
  readonly pid: number;
  /** When the process started, as the system counts it; '' where the system does not say. */
  readonly started: string;
  readonly host: string;
  /** Unlike any other lock. */
  readonly token: string;
}

export const lockOf = (ledger: string): string => `${ledger}-lock`;

const codeOf = (error: unknown): string => (error instanceof Error && 'code' in error ? String(error.code) : '');

/** On Linux the 22nd field of `/proc/PID/stat`, so that a number used again is not mistaken for the old process. */
function startOf(pid: number): string {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'latin1');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? '';
  } catch {
    return '';
  }
}

function isAlive({ pid, started, host }: Holder): boolean {
  if (host !== hostname()) return true;
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (codeOf(error) === 'ESRCH') return false;
  }
  return started === '' || startOf(pid) === started;
}

/** Undefined: no lock, or one that says nothing, left by a crash. */
function holderIn(file: string): Holder | undefined {
  try {
    const { pid, started, host, token } = JSON.parse(readFileSync(file, 'utf8')) as Partial<Holder>;
    if (typeof pid !== 'number' || typeof started !== 'string' || typeof host !== 'string') return undefined;
    return { pid, started, host, token: String(token) };
  } catch (error) {
    if (error instanceof SyntaxError || codeOf(error) === 'ENOENT') return undefined;
    throw error;
  }
}

/** Takes the lock of the ledger. Refused: someone who is alive has it, by name; the folder cannot be written to. */
export function lockLedger(ledger: string): Outcome<Release> {
  const file = lockOf(ledger);
  const mine: Holder = { pid: process.pid, started: startOf(process.pid), host: hostname(), token: randomUUID() };
  const made = `${file}.${mine.token}`;
  try {
    writeFileSync(made, JSON.stringify(mine), { flag: 'wx', mode: 0o600 });
    for (let tries = 0; tries < 5; tries += 1) {
      if (placed(made, file)) return done(() => release(file, mine.token));
      const holder = holderIn(file);
      if (holder !== undefined && isAlive(holder)) return heldBy(holder, file);
      discard(file, holder?.token);
    }
    return refuse('ledger-in-use');
  } catch (error) {
    return unlockable(error);
  } finally {
    rmSync(made, { force: true });
  }
}

/** Gives the lock its name only if nothing has it. */
function placed(made: string, file: string): boolean {
  try {
    linkSync(made, file);
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    if (!['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EMLINK'].includes(codeOf(error))) throw error;
  }
  try {
    writeFileSync(file, readFileSync(made), { flag: 'wx', mode: 0o600 });
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    throw error;
  }
}

/** Moves a stale lock away; if another process put its own there in between, that one is put back. */
function discard(file: string, token: string | undefined): void {
  const aside = `${file}.${randomUUID()}`;
  try {
    renameSync(file, aside);
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return;
    throw error;
  }
  if (holderIn(aside)?.token !== token) placed(aside, file);
  rmSync(aside, { force: true });
}

function release(file: string, token: string): void {
  if (holderIn(file)?.token === token) rmSync(file, { force: true });
}

function heldBy({ pid, host }: Holder, file: string): Outcome<never> {
  const here = host === hostname();
  return here
    ? refuse('ledger-held', '', { process: pid })
    : refuse('ledger-held-elsewhere', '', { computer: host, lock: basename(file) });
}

function unlockable(error: unknown): Outcome<never> {
  const code = codeOf(error);
  if (code === 'ENOSPC' || code === 'EDQUOT') return refuse('ledger-disk-full');
  if (['EACCES', 'EPERM', 'EROFS'].includes(code)) return refuse('ledger-read-only');
  if (code === 'ENOENT' || code === 'ENOTDIR') return refuse('file-missing', '', { file: 'this' });
  if (code === '') throw error;
  return refuse('ledger-io', '', { detail: code });
}
