/**
 * May this be said back to a person?
 *
 * Not what HMRC calls a customer, wherever it was typed or a file has put it: it comes back as "something else".
 * `sayable('MTD Mandated')` is `'something else'`, `sayable('6 apr')` is `'6 apr'`.
 */
const status = /\bMTD\b|mandat|voluntary|dormant|non[ -]?digital|digitally exempt|no status/i;

export const sayable = (text: string): string => (status.test(text) ? 'something else' : text);
