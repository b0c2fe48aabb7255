/**
 * How is a program that keeps books killed, again and again?
 *
 * The program is bundled once, as people get it, and starts in a third of the time; each round begins with a copy of the
 * same new books. It is killed so many milliseconds after it acknowledged so many actions, and nothing warns it.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { build } from 'rolldown';
import { createLedgerFile } from '../../main/ledger/create.ts';
import { ledgerOver } from '../../main/ledger/ledger.ts';
import { openLedgerFile } from '../../main/ledger/open.ts';
import { at, folder, granted, trade } from './books.ts';

export type How = 'records' | 'import' | 'actions' | 'backups';

/** Where the bundle of this process lies: among the other bundles, so that its libraries are found. */
const bundle = join('out', `killing-${process.pid}`);
const newBooks = join(bundle, 'books.quarterday');

/** Bundles `acknowledging.ts` with the ledger's thread, and makes the books that every round begins with: one trade. */
export async function makeReady(): Promise<void> {
  await build({
    input: {
      acknowledging: 'test/ledger/acknowledging.ts',
      client: 'main/ledger/client.ts',
      worker: 'main/ledger/worker.ts',
    },
    platform: 'node',
    external: [/^node:/, 'better-sqlite3'],
    logLevel: 'silent',
    output: { dir: bundle, format: 'esm', entryFileNames: '[name].js', chunkFileNames: 'chunk-[name]-[hash].js' },
  });
  granted(createLedgerFile(newBooks, { at, example: null }));
  const ledger = ledgerOver(granted(openLedgerFile(newBooks, { readOnly: false, patience: 50 })));
  granted(ledger.addSource(at, trade('shop')));
  ledger.close();
}

export const clearAway = (): void => rmSync(bundle, { recursive: true, force: true });

/**
 * Opens books and closes them, as the next start of the program would.
 *
 * From the bundle: V8 compiles Node's TypeScript reader once for all threads, and after some hundreds of threads that read
 * TypeScript frees its code under one of them (SIGSEGV in `TierUpWasmToJSWrapper`). People's program has none to read.
 */
export async function openedAndClosed(path: string): Promise<void> {
  const { openLedger } = (await import(resolve(bundle, 'client.js'))) as typeof import('../../main/ledger/client.ts');
  await granted(await openLedger(path)).close();
}

/** A copy of the new books in a folder of its own. */
export function copied(): string {
  const path = join(folder(), 'books.quarterday');
  copyFileSync(newBooks, path);
  return path;
}

/** Starts the program, kills it `later` ms after it acknowledged so many, and says how many it had acknowledged by its end. */
export async function killedAfter(path: string, how: How, count: number, later: number): Promise<number> {
  const program = join(bundle, 'acknowledging.js');
  const child = spawn(process.execPath, [program, path, how], { stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = once(child, 'exit');
  let last = 0;
  for await (const line of createInterface({ input: child.stdout })) {
    last = Number(line);
    if (last === count) setTimeout(() => child.kill('SIGKILL'), later);
  }
  const [, signal] = (await ended) as [number | null, NodeJS.Signals | null];
  if (signal !== 'SIGKILL') throw new Error(`the program ended by itself after ${last}`);
  return last;
}
