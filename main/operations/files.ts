/**
 * Which file does a window mean, when all it may hold is a handle?
 *
 * Handles are unguessable and live as long as the app does. Bytes a window sends are streamed into a private folder that
 * goes when the app ends; a file made for the person is handed out once. No path ever reaches a window.
 */
import { randomBytes } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { FileHandle, FileMade } from '../../shared/contract/contract.ts';
import { done, refuse, type Outcome } from '../../shared/values/outcome.ts';

/** A file the person handed in: where it lies, and what they call it. */
export interface HandedIn {
  readonly path: string;
  readonly name: string;
}
/** A file made for the person, on its way out. */
export interface HandedOut {
  readonly name: string;
  /** In bytes. */
  readonly size: number;
  /** The bytes, once; what was kept for them is then gone. */
  read(): AsyncIterable<Uint8Array>;
}
export interface Files {
  /** Streams bytes in; refuses what is larger than `largestFile`, and keeps nothing of it. */
  receive(name: string, bytes: AsyncIterable<Uint8Array>): Promise<Outcome<{ file: FileHandle; name: string }>>;
  /** A file the person chose on this machine, left where it is. */
  choose(path: string): { file: FileHandle; name: string };
  handedIn(file: FileHandle): Outcome<HandedIn>;
  /** Keeps a made file until it is fetched. */
  offer(name: string, bytes: Uint8Array): FileMade;
  /** A path of its own in the private folder, for a file too large to be held whole. */
  space(): Promise<string>;
  /** Keeps the file made at such a path until it is fetched. */
  offerFile(name: string, path: string): Promise<FileMade>;
  /** Hands a made file out, once. */
  fetch(file: FileHandle): Outcome<HandedOut>;
  close(): Promise<void>;
}

/** One gibibyte, in bytes: several times a million rows of any bank. */
export const largestFile = 1024 ** 3;

const unguessable = (): FileHandle => randomBytes(24).toString('base64url');

export function openFiles(largest = largestFile): Files {
  const handedIn = new Map<FileHandle, HandedIn>();
  const made = new Map<FileHandle, HandedOut>();
  let folder: Promise<string> | undefined;
  const space = async (): Promise<string> => {
    folder ??= mkdtemp(join(tmpdir(), 'quarterday-'));
    return join(await folder, unguessable());
  };
  const offered = (out: HandedOut): FileMade => {
    const file = unguessable();
    made.set(file, out);
    return { file, name: out.name };
  };

  async function receive(name: string, bytes: AsyncIterable<Uint8Array>): ReturnType<Files['receive']> {
    const path = await space();
    const file = basename(path);
    const whole = await kept(bytes, path, largest);
    if (!whole)
      return refuse('file-too-large', 'file', { file: shown(name), megabytes: Math.floor(largest / 1024 ** 2) });
    handedIn.set(file, { path, name: shown(name) });
    return done({ file, name: shown(name) });
  }

  return {
    receive,
    choose: (path) => {
      const file = unguessable();
      handedIn.set(file, { path, name: basename(path) });
      return { file, name: basename(path) };
    },
    handedIn: (file) => {
      const found = handedIn.get(file);
      return found === undefined ? refuse('file-handle-unknown', 'file') : done(found);
    },
    offer: (name, bytes) => offered({ name, size: bytes.byteLength, read: () => one(bytes) }),
    space,
    offerFile: async (name, path) => offered({ name, size: (await stat(path)).size, read: () => onceFrom(path) }),
    fetch: (file) => {
      const found = made.get(file);
      made.delete(file);
      return found === undefined ? refuse('file-handle-unknown', 'file') : done(found);
    },
    close: async () => {
      if (folder !== undefined) await rm(await folder, { recursive: true, force: true });
    },
  };
}

async function* one(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

async function* onceFrom(path: string): AsyncGenerator<Uint8Array> {
  try {
    yield* createReadStream(path) as AsyncIterable<Uint8Array>;
  } finally {
    await rm(path, { force: true });
  }
}

/** A name without folders or control characters: what the person calls the file, whatever their system. */
function shown(name: string): string {
  const last = name.split(/[/\\]/).at(-1) ?? '';
  return last.replaceAll(/\p{Cc}/gu, '').slice(0, 200) || 'file';
}

/** Writes the stream to that path; false, with nothing left there, when it is too large. A broken stream throws. */
async function kept(bytes: AsyncIterable<Uint8Array>, path: string, largest: number): Promise<boolean> {
  let size = 0;
  async function* counted(): AsyncGenerator<Uint8Array> {
    for await (const chunk of bytes) {
      size += chunk.byteLength;
      if (size > largest) return;
      yield chunk;
    }
  }
  try {
    await pipeline(counted(), createWriteStream(path, { flags: 'wx', mode: 0o600 }));
  } catch (error) {
    await rm(path, { force: true });
    throw error;
  }
  if (size > largest) await rm(path, { force: true });
  return size <= largest;
}
