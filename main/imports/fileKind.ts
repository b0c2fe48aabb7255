/**
 * What is this file, if it is not rows of text?
 *
 * Told by its first bytes, never by its name: a picture called `statement.csv` is still a picture.
 */

/** What a person would call it; `shared/wording/bankFiles.ts` says what to do instead. */
export type OtherFile =
  | 'picture'
  | 'pdf'
  | 'workbook'
  | 'archive'
  | 'old-workbook'
  | 'web-page'
  | 'xml'
  | 'word-document'
  | 'books'
  | 'json'
  | 'utf-16'
  | 'binary';

const signatures: readonly (readonly [signature: string, what: OtherFile])[] = [
  ['\u00FF\u00D8\u00FF', 'picture'],
  ['\u0089PNG', 'picture'],
  ['GIF8', 'picture'],
  ['II*\0', 'picture'],
  ['MM\0*', 'picture'],
  ['%PDF-', 'pdf'],
  ['PK\u0003\u0004', 'archive'],
  ['PK\u0005\u0006', 'archive'],
  ['\u001F\u008B', 'archive'],
  ['Rar!', 'archive'],
  ['7z\u00BC\u00AF\u0027\u001C', 'archive'],
  ['\u00D0\u00CF\u0011\u00E0', 'old-workbook'],
  ['{\\rtf', 'word-document'],
  ['SQLite format 3', 'books'],
];

const openings: readonly (readonly [opening: RegExp, what: OtherFile])[] = [
  [/^\s*(?:<!doctype html|<html|<head|<body)/i, 'web-page'],
  [/^\s*[{[]\s*["{\]}]/, 'json'],
  [/^\s*<\?xml(?![^>]*>\s*(?:<\?OFX|<OFX>))/i, 'xml'],
];

/** What the first bytes show, or null for what may be rows of text. `fileKind` of `%PDF-1.7 …` is `pdf`. */
export function fileKind(head: Uint8Array): OtherFile | null {
  const start = Buffer.from(head.buffer, head.byteOffset, Math.min(head.byteLength, 4096)).toString('latin1');
  const signed = signatures.find(([signature]) => start.startsWith(signature));
  if (signed !== undefined) return signed[1] === 'archive' && isWorkbook(start) ? 'workbook' : signed[1];
  if (start.slice(4, 8) === 'ftyp' || (start.startsWith('RIFF') && start.slice(8, 12) === 'WEBP')) return 'picture';
  const plain = start.replace(/^\u00EF\u00BB\u00BF/, '');
  return openings.find(([opening]) => opening.test(plain))?.[1] ?? null;
}

const isWorkbook = (start: string): boolean => start.includes('[Content_Types].xml') || start.includes('xl/');

/** Bytes with NULs among them: text of two bytes a letter if they stand on one side only, else no text at all. */
export function kindWithNuls(head: Uint8Array): OtherFile {
  let [even, odd] = [0, 0];
  for (const [at, byte] of head.entries()) {
    if (byte !== 0) continue;
    if (at % 2 === 0) even += 1;
    else odd += 1;
  }
  const half = head.byteLength / 2;
  return (even === 0 && odd > half * 0.7) || (odd === 0 && even > half * 0.7) ? 'utf-16' : 'binary';
}
