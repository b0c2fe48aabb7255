/**
 * What stands in the file (or on standard input) that a person named?
 *
 * Whole texts are read at once; lines are cut out of a stream as it flows, at line feeds alone, and never more than one
 * is held. A file that is not there, or not UTF-8, is refused by name.
 */
import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { basename } from 'node:path';
import { TextDecoder } from 'node:util';
import { done, refuse, type Outcome } from '../../shared/values/outcome.ts';
import { reasonOf } from '../ledger/disk.ts';

/** In bytes: a line, or a file of facts, longer than this is refused. */
export const longest = 64 * 1024 ** 2;
const lineFeed = 10;

/** The bytes of a file, or of standard input for `-`. Refuses `file-missing` and `file-unreadable`. */
export async function openInput(name: string): Promise<Outcome<AsyncIterable<Buffer>>> {
  if (name === '-') return done(process.stdin);
  try {
    const file = await open(name);
    const isFolder = (await file.stat()).isDirectory();
    if (!isFolder) return done(createReadStream('', { fd: file, highWaterMark: 1024 ** 2 }));
    await file.close();
    return refuse('file-unreadable', '', { file: basename(name), detail: 'it is a folder' });
  } catch (error) {
    return refusedByDisk(error, name);
  }
}

function refusedByDisk(
  error: unknown,
  name: string,
): { ok: false; problem: Extract<Outcome<never>, { ok: false }>['problem'] } {
  if (!(error instanceof Error) || !('code' in error)) throw error;
  const file = basename(name);
  if (error.code === 'ENOENT') return refuse('file-missing', '', { file });
  return refuse('file-unreadable', '', { file, detail: reasonOf(error) });
}

/** JSON in a file or on standard input. */
export async function readJsonInput(name: string): Promise<Outcome<unknown>> {
  const input = await openInput(name);
  if (!input.ok) return input;
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of input.value) {
    size += chunk.byteLength;
    if (size > longest) return refuse('request-too-large');
    chunks.push(chunk);
  }
  return parseJson(Buffer.concat(chunks));
}

const utf8 = new TextDecoder('utf-8', { fatal: true });

/** The value, or where the text stops being JSON. What stands there is never echoed: it may hold what no screen shows. */
export function parseJson(bytes: Uint8Array): Outcome<unknown> {
  let text: string;
  try {
    text = utf8.decode(bytes);
  } catch {
    return refuse('input-unreadable');
  }
  try {
    return done(JSON.parse(text));
  } catch (error) {
    return refuse('json-unreadable', '', { detail: whereNotJson(String(error), text) });
  }
}

function whereNotJson(said: string, text: string): string {
  if (text.trim() === '') return 'it is empty';
  const place = /\(line (\d+) column (\d+)\)/.exec(said);
  if (place !== null) return `see line ${place[1]}, column ${place[2]}`;
  return said.includes('end of JSON') ? 'it ends too soon' : `it begins with "${text.trim().slice(0, 1)}"`;
}

/** Lines without their line feed, as bytes; a last line without one counts. A line longer than `longest` comes as null. */
export async function* linesOf(input: AsyncIterable<Buffer>): AsyncGenerator<Buffer | null> {
  let held: Buffer[] = [];
  let size = 0;
  for await (const chunk of input) {
    let from = 0;
    for (let end = chunk.indexOf(lineFeed); end !== -1; end = chunk.indexOf(lineFeed, from)) {
      held.push(chunk.subarray(from, end));
      yield size + end - from > longest ? null : joined(held);
      [held, size, from] = [[], 0, end + 1];
    }
    size += chunk.byteLength - from;
    if (size > longest) held = [];
    else if (from < chunk.byteLength) held.push(chunk.subarray(from));
  }
  if (size > 0) yield size > longest ? null : joined(held);
}

const joined = (parts: Buffer[]): Buffer =>
  parts.length === 1 && parts[0] !== undefined ? parts[0] : Buffer.concat(parts);
