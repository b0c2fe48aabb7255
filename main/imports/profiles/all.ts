/**
 * Which banks' files are known by their header?
 */
import { lloyds } from './lloyds.ts';
import { monzo } from './monzo.ts';
import type { BankProfile } from './profile.ts';

export const profiles: readonly BankProfile[] = [lloyds, monzo];

/** `profileOf('monzo')`; undefined for a bank that is not known. */
export function profileOf(id: string): BankProfile | undefined {
  return profiles.find((profile) => profile.id === id);
}
