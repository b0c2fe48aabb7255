/**
 * Is this file one that can be kept with a record?
 *
 * Told by its first bytes, never by its name: a PDF, or a picture as phones and scanners make them.
 */
/** In bytes, each: twenty mebibytes. */
export const largestAttachment = 20 * 1024 ** 2;

export type AttachedKind = 'pdf' | 'png' | 'jpeg' | 'webp' | 'heic';

const heic = new Set(['heic', 'heix', 'hevc', 'hevx', 'heim', 'heis', 'mif1', 'msf1']);

/** What the bytes are, or null for what is not kept: `%PDF-1.7 …` is `pdf`. */
export function attachedKind(bytes: Uint8Array): AttachedKind | null {
  const start = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, 12)).toString('latin1');
  if (start.startsWith('%PDF-')) return 'pdf';
  if (start.startsWith('\u0089PNG\r\n\u001A\n')) return 'png';
  if (start.startsWith('\u00FF\u00D8\u00FF')) return 'jpeg';
  if (start.startsWith('RIFF') && start.slice(8) === 'WEBP') return 'webp';
  return start.slice(4, 8) === 'ftyp' && heic.has(start.slice(8)) ? 'heic' : null;
}
