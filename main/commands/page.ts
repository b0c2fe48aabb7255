/**
 * How are many lines printed fast?
 *
 * They are gathered as bytes on one page of memory, which is printed when it is full and used again: pieces that are the
 * same for everybody go onto it as they are.
 */
import type { Kept, Paper } from '../../shared/contract/printOutlook.ts';

/** A page is to be printed once it holds so many bytes. */
const enough = 65_536;
const lineFeed = 10;
/** A piece of fewer letters goes along with the text around it: one long write takes less than two short ones. */
const short = 400;

export interface Page extends Paper {
  endLine(): void;
  isFull(): boolean;
  /** What stands on it since it was taken last; to be done with before more is put on it. */
  take(): Uint8Array;
}

const encoded = new WeakMap<Kept, Uint8Array>();
function bytesOf(piece: Kept): Uint8Array {
  const known = encoded.get(piece) ?? Buffer.from(piece.text);
  encoded.set(piece, known);
  return known;
}

export function emptyPage(): Page {
  let bytes = Buffer.allocUnsafe(4 * enough);
  let at = 0;
  /** Text that is not among the bytes yet. */
  let waiting = '';

  /** Makes place for so many bytes more: lines longer than the page make it larger. */
  function place(more: number): void {
    if (at + more <= bytes.length) return;
    const larger = Buffer.allocUnsafe(2 * (at + more));
    bytes.copy(larger, 0, 0, at);
    bytes = larger;
  }
  function put(): void {
    if (waiting === '') return;
    place(3 * waiting.length);
    at += bytes.write(waiting, at);
    waiting = '';
  }
  return {
    own: (text) => {
      waiting += text;
    },
    kept: (piece) => {
      if (piece.text.length < short) {
        waiting += piece.text;
        return;
      }
      put();
      const given = bytesOf(piece);
      place(given.length);
      bytes.set(given, at);
      at += given.length;
    },
    endLine: () => {
      put();
      place(1);
      bytes[at] = lineFeed;
      at += 1;
    },
    isFull: () => at >= enough,
    take: () => {
      put();
      const taken = bytes.subarray(0, at);
      at = 0;
      return taken;
    },
  };
}
