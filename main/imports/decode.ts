/**
 * Which letters do these bytes stand for?
 *
 * A byte order mark decides; without one a file that is UTF-8 from end to end is UTF-8, and anything else is Windows-1252,
 * the way British banks write their pound signs. One pass looks at every byte, keeps the first of them and takes the
 * file's SHA-256; a second turns bytes into text as they come. Neither holds more than a piece of the file.
 */
import { createHash } from 'node:crypto';
import { isUtf8 } from 'node:buffer';
import { done, refuse, type Outcome } from '../../shared/values/outcome.ts';
import { fileKind, kindWithNuls } from './fileKind.ts';

/** Opens the file anew from its first byte, each time it is called. */
export type Open = () => AsyncIterable<Uint8Array>;
export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';

export interface Surveyed {
  readonly encoding: Encoding;
  /** SHA-256 of the file's bytes, lower-case hex. */
  readonly sha256: string;
  readonly bytes: number;
}

const headBytes = 4096;

/** Looks at every byte once. Refuses an empty file and, by name, what is not text: `bank-file-empty`, `bank-file-is`. */
export async function survey(open: Open): Promise<Outcome<Surveyed>> {
  const hash = createHash('sha256');
  const strict = strictUtf8();
  let [head, bytes, nuls, utf8] = [Buffer.alloc(0), 0, false, true];
  for await (const chunk of open()) {
    const piece = Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength);
    hash.update(piece);
    if (head.length < headBytes) head = Buffer.concat([head, piece.subarray(0, headBytes - head.length)]);
    bytes += piece.length;
    nuls ||= piece.includes(0);
    utf8 &&= strict.takes(piece);
  }
  const marked = byteOrderMark(head);
  if (bytes <= markLength(head)) return refuse('bank-file-empty', 'file');
  const kind = fileKind(head) ?? (nuls && marked === null ? kindWithNuls(head) : null);
  if (kind !== null) return refuse('bank-file-is', 'file', { kind });
  const encoding = marked ?? (utf8 && strict.ends() ? 'utf-8' : 'windows-1252');
  return done({ encoding, sha256: hash.digest('hex'), bytes });
}

/** The file's text, a piece at a time, without its byte order mark. A letter cut between two pieces comes whole. */
export async function* decoded(open: Open, encoding: Encoding): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding);
  for await (const chunk of open()) yield decoder.decode(chunk, { stream: true });
  yield decoder.decode();
}

/** The mark of UTF-16. That of UTF-8 proves nothing: the bytes after it are tried like any others. */
function byteOrderMark(head: Buffer): Encoding | null {
  const [a, b] = head;
  if (a === 0xff && b === 0xfe) return 'utf-16le';
  return a === 0xfe && b === 0xff ? 'utf-16be' : null;
}

const markLength = (head: Buffer): number => {
  if (byteOrderMark(head) !== null) return 2;
  return head.subarray(0, 3).equals(Buffer.from([0xef, 0xbb, 0xbf])) ? 3 : 0;
};

/** Is everything so far UTF-8? A letter cut at a piece's end is tried with the next piece. */
function strictUtf8(): { takes(piece: Buffer): boolean; ends(): boolean } {
  let cut = Buffer.alloc(0);
  return {
    takes: (piece) => {
      const joined = cut.length === 0 ? piece : Buffer.concat([cut, piece]);
      const whole = joined.length - unfinished(joined);
      cut = Buffer.from(joined.subarray(whole));
      return isUtf8(joined.subarray(0, whole));
    },
    ends: () => cut.length === 0,
  };
}

/** How many bytes at the end begin a letter that is not there yet: 0 to 3. */
function unfinished(bytes: Buffer): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back += 1) {
    const byte = bytes[bytes.length - back] ?? 0;
    if (byte < 0x80) return 0;
    if (byte >= 0xc0) return lengthOf(byte) > back ? back : 0;
  }
  return 0;
}

function lengthOf(lead: number): number {
  if (lead >= 0xf0) return 4;
  return lead >= 0xe0 ? 3 : 2;
}
