/**
 * Who paid, or was paid, as the bank wrote it?
 *
 * A bank's text holds a name among dates, references and codes. What stays the same from one payment to the next is the
 * name; so that is what is left when the rest is taken out. Nothing is decided by it: it finds what may be alike, and the
 * person says whether it is.
 */

/** Letters made alike: full-width and small letters, and runs of spaces, make no difference. */
export const plain = (text: string): string => text.normalize('NFKC').toUpperCase().replaceAll(/\s+/g, ' ').trim();

/** Without any space, for what some banks write in one word and others in two. */
export const closed = (text: string): string => plain(text).replaceAll(' ', '');

const month = '(?:JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEP|OCT|NOV|DEC)';
const days = new RegExp(String.raw`\b(?:ON )?\d{1,2}[ /-]?(?:${month}[A-Z]*|\d{1,2})(?:[ /-]?\d{2,4})?\b`, 'g');
/** Card, transfer and direct debit codes that banks put before or after the name. */
const codes =
  /\b(?:CARD PAYMENT TO|CARD PAYMENT|DIRECT DEBIT|STANDING ORDER|FASTER PAYMENTS?(?: RECEIPT)?|BANK GIRO CREDIT|BANK CREDIT|BILL PAYMENT TO|CONTACTLESS|PAYMENT FROM|TRANSFER FROM|RECEIVED FROM|VIS|BCC|DEB|DD|BGC|FPI|FPO|FP|BP|SO|TFR|CR|REF|VIA MOBILE|PYMT)\b/g;

/**
 * The name that stays the same: `payeeOf('CARD PAYMENT TO HILLTOP FUELS 0412 ON 02 AUG')` is `HILLTOP FUELS`. Words that
 * hold a digit are taken for references. Empty where nothing of at least three letters is left.
 */
export function payeeOf(text: string): string {
  const words = plain(text)
    .replaceAll(days, ' ')
    .replaceAll(codes, ' ')
    .split(/[\s*,;:]+/)
    .map((word) => word.replaceAll(/^[^\p{L}\p{N}&]+|[^\p{L}\p{N}&]+$/gu, ''))
    .filter((word) => word !== '' && !/\d/.test(word));
  const name = words.join(' ').slice(0, 80).trim();
  return name.replaceAll(/[^\p{L}]/gu, '').length >= 3 ? name : '';
}

const isWordPart = (sign: string | undefined): boolean => sign !== undefined && /[\p{L}\p{N}]/u.test(sign);

/** Does the text (already plain) hold these words, with nothing of a word hanging on to either end? */
export function holdsWords(text: string, words: string): boolean {
  if (words === '') return false;
  for (let at = text.indexOf(words); at !== -1; at = text.indexOf(words, at + 1)) {
    if (!isWordPart(text[at - 1]) && !isWordPart(text[at + words.length])) return true;
  }
  return false;
}
