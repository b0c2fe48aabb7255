/**
 * Is this page the one the person opened from the address they were given?
 *
 * The printed token is good for one exchange. The session key it buys is held by the page and sent as a header; both are
 * 256 random bits, compared in constant time.
 */
import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

export interface Sessions {
  /** Printed with the address, once. */
  readonly token: string;
  /** The session key for the token, or undefined if it is wrong or used. */
  exchange(token: string): string | undefined;
  known(key: string | undefined): boolean;
}

const unguessable = (): string => randomBytes(32).toString('base64url');
const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
const same = (a: string, b: string): boolean => timingSafeEqual(digest(a), digest(b));

export function openSessions(): Sessions {
  const token = unguessable();
  let key: string | undefined;
  return {
    token,
    exchange: (given) => {
      if (key !== undefined || !same(given, token)) return undefined;
      key = unguessable();
      return key;
    },
    known: (given) => given !== undefined && key !== undefined && same(given, key),
  };
}
