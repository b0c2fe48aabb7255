/**
 * How does a command print, however slowly it is read?
 *
 * Nothing piles up in memory: each piece waits until the one before it has gone. When the reader has gone (`| head`), the
 * command ends without a word.
 */
import { once } from 'node:events';

/** To be called first: a reader that closes the pipe ends the program quietly. */
export function endQuietlyWithoutReader(): void {
  for (const stream of [process.stdout, process.stderr])
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EPIPE') throw error;
      process.exit(process.exitCode ?? 0);
    });
}

/** Writes text as it is; resolves when more may be written. */
export async function print(text: string): Promise<void> {
  if (!process.stdout.write(text)) await once(process.stdout, 'drain');
}

export const printLine = (line: string): Promise<void> => print(`${line}\n`);

/** Writes bytes as they are; resolves once they are written, and their memory may be used again. */
export const printBytes = (bytes: Uint8Array): Promise<void> =>
  new Promise((written) => void process.stdout.write(bytes, () => written()));
