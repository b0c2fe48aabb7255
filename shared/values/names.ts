/**
 * What may something be called, and how is a text shown that may hold anything?
 *
 * An id goes into files and commands: letters, digits, spaces, dots, dashes and underscores, 64 at most. A name is free but for
 * control characters, which a terminal or a spreadsheet would obey instead of showing.
 */

const id = /^[\p{L}\p{N}][\p{L}\p{N} ._-]{0,63}$/u;
const control = /\p{Cc}/u;
const everyControl = /\p{Cc}/gu;

/** `isId('flat-2')` is true, `isId('flat/2')` is not. */
export const isId = (text: string): boolean => id.test(text);

/** Does it hold a tab, a line's end, an escape or another character that is not shown? */
export const hasControls = (text: string): boolean => control.test(text);

/** The text with a picture in the place of each control character, for one line of a terminal: a line's end becomes `␊`. */
export const asOneLine = (text: string): string =>
  control.test(text) ? text.replaceAll(everyControl, pictured) : text;

function pictured(character: string): string {
  const code = character.charCodeAt(0);
  if (code < 0x20) return String.fromCharCode(0x2400 + code);
  return code === 0x7f ? '␡' : '�';
}
