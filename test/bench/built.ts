/**
 * What runs while an import is measured?
 *
 * The same bundle that people get, with its threads, and no flag: taking the types off the sources at each start takes memory
 * and time that nobody's program spends.
 */
import { join } from 'node:path';
import { build } from 'rolldown';

/** Bundles `importing.ts` as `scripts/build.ts` does the app; answers the file to run. */
export async function builtImporter(): Promise<string> {
  const dir = 'out/bench';
  await build({
    input: {
      importing: 'test/bench/importing.ts',
      worker: 'main/ledger/worker.ts',
      readingThread: 'main/operations/readingThread.ts',
    },
    platform: 'node',
    external: [/^node:/, 'better-sqlite3'],
    output: { dir, format: 'esm', entryFileNames: '[name].js', chunkFileNames: 'chunk-[name]-[hash].js' },
  });
  return join(dir, 'importing.js');
}
