/**
 * Were these books found sound as they stand now?
 *
 * No figure leaves the app from books that do not pass their check, and the check of a million records takes its time. What
 * was found since the books were opened holds for as long as nothing is written, by this program or another.
 */
import { done, refuse, type Outcome } from '../../shared/values/outcome.ts';
import type { FileState, LedgerClient } from '../ledger/api.ts';

const found = new WeakMap<LedgerClient, FileState>();

/** These books passed the check in this state. */
export function foundSound(ledger: LedgerClient, state: FileState): void {
  found.set(ledger, state);
}

/** Refuses books that do not pass their check. */
export async function soundBooks(ledger: LedgerClient): Promise<Outcome<null>> {
  const [before, now] = [found.get(ledger), await ledger.state()];
  if (before !== undefined && before.chain === now.chain && before.version === now.version) return done(null);
  const { ok, checks, chain, copy } = await ledger.verify();
  const detail = checks[0]?.detail ?? '';
  if (!ok) return refuse('ledger-unsound', '', copy === undefined ? { detail } : { detail, copy });
  foundSound(ledger, { chain, version: now.version });
  return done(null);
}
