/**
 * How does a copy leave this computer so that only the person can read it?
 *
 * The passphrase becomes a key by scrypt (N 2^17, r 8, p 1) with a salt of its own, and AES-256-GCM hides the file and
 * notices any change. Laid out as magic, salt (16 bytes), nonce (12), the hidden bytes, tag (16).
 */
import { createCipheriv, createDecipheriv, randomBytes, scryptSync } from 'node:crypto';
import { closeSync, fstatSync, openSync, readSync, writeSync } from 'node:fs';

const magic = Buffer.from('Quarterday sealed 1\n', 'latin1');
const [saltLength, nonceLength, tagLength] = [16, 12, 16];
const headLength = magic.length + saltLength + nonceLength;
const pieceLength = 1024 * 1024;

const keyOf = (passphrase: string, salt: Buffer): Buffer =>
  scryptSync(passphrase.normalize('NFC'), salt, 32, { N: 2 ** 17, r: 8, p: 1, maxmem: 256 * 1024 ** 2 });

/** Is this a sealed copy? Reads its first bytes only. */
export function isSealed(path: string): boolean {
  return within(path, 'r', (file) => {
    const found = Buffer.alloc(magic.length);
    return readSync(file, found, 0, magic.length, 0) === magic.length && found.equals(magic);
  });
}

function within<T>(path: string, flags: string, work: (file: number) => T): T {
  const file = openSync(path, flags, 0o600);
  try {
    return work(file);
  } finally {
    closeSync(file);
  }
}

/** Calls `take` with the bytes from `start` up to `end`, a piece at a time. */
function eachPiece(file: number, start: number, end: number, take: (piece: Buffer) => void): void {
  const piece = Buffer.alloc(pieceLength);
  for (let at = start; at < end;) {
    const length = readSync(file, piece, 0, Math.min(pieceLength, end - at), at);
    if (length === 0) return;
    take(piece.subarray(0, length));
    at += length;
  }
}

/** Writes the sealed copy of a file; `to` must not be there yet. */
export function seal(from: string, to: string, passphrase: string): void {
  const [salt, nonce] = [randomBytes(saltLength), randomBytes(nonceLength)];
  const cipher = createCipheriv('aes-256-gcm', keyOf(passphrase, salt), nonce);
  within(to, 'wx', (out) => {
    writeSync(out, Buffer.concat([magic, salt, nonce]));
    within(from, 'r', (file) =>
      eachPiece(file, 0, fstatSync(file).size, (piece) => void writeSync(out, cipher.update(piece))),
    );
    writeSync(out, cipher.final());
    writeSync(out, cipher.getAuthTag());
  });
}

/** Writes the file that was sealed. False: another passphrase, or the copy was changed; what was written is not to be used. */
export function unseal(from: string, to: string, passphrase: string): boolean {
  return within(from, 'r', (file) => {
    const end = fstatSync(file).size - tagLength;
    if (end < headLength) return false;
    const head = Buffer.alloc(headLength);
    const tag = Buffer.alloc(tagLength);
    readSync(file, head, 0, headLength, 0);
    readSync(file, tag, 0, tagLength, end);
    const salt = head.subarray(magic.length, magic.length + saltLength);
    const nonce = head.subarray(magic.length + saltLength);
    const decipher = createDecipheriv('aes-256-gcm', keyOf(passphrase, salt), nonce).setAuthTag(tag);
    return within(to, 'wx', (out) => {
      eachPiece(file, headLength, end, (piece) => void writeSync(out, decipher.update(piece)));
      try {
        writeSync(out, decipher.final());
        return true;
      } catch {
        return false;
      }
    });
  });
}
