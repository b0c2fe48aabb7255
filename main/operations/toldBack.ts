/**
 * How is something told by mistake taken back, and how does something that was so come to an end?
 */
import type { Parsed, Written } from '../../shared/contract/contract.ts';
import { nothingTold, type Told } from '../../shared/contract/facts.ts';
import type { ToldRemoval } from '../../shared/contract/sources.ts';
import { done, refuse, type Outcome } from '../../shared/values/outcome.ts';
import type { Context } from './context.ts';
import { write } from './outlook.ts';
import { dayTyped } from './toldReturn.ts';

/** Takes it back, as one action. Refuses `told-unknown` where it is not told. */
export function removeTold(
  removal: Parsed<'told.remove'>,
  context: Context,
): Promise<Outcome<Written<{ readonly removed: number }>>> {
  return write(context, async ({ ledger }) => {
    const meant = entriesMeant(removal, await ledger.told());
    if (Object.values(meant).every((entries) => entries.length === 0)) return refuse('told-unknown');
    return ledger.takeBack(context.clock.now(), { ...nothingTold, ...meant }, nothingTold);
  });
}

function entriesMeant(removal: ToldRemoval, told: Told): Partial<Told> {
  const { about, ...named } = removal;
  const isMeant = (entry: object): boolean =>
    Object.entries(named).every(([key, value]) => (entry as Record<string, unknown>)[key] === value);
  if (about === 'return') return { returns: told.returns.filter(isMeant) };
  if (about === 'circumstance') return { circumstances: told.circumstances.filter(isMeant) };
  if (about === 'update') return { updates: told.updates.filter(isMeant) };
  return about === 'filing' ? { filings: told.filings.filter(isMeant) } : { payments: told.payments.filter(isMeant) };
}

/** A circumstance was so up to a day; it and its end are one action. Refuses by the field `ended`. */
export function endCircumstance(
  { ended, ...circumstance }: Parsed<'told.end'>,
  context: Context,
): Promise<Outcome<Written<{ readonly removed: number }>>> {
  return write(context, async ({ ledger, asAt }) => {
    const to = ended.trim() === '' ? done(null) : dayTyped(ended, 'ended', asAt());
    if (!to.ok) return to;
    if (to.value !== null && to.value < circumstance.from) return refuse('period-backwards', 'ended');
    const before = { ...nothingTold, circumstances: [circumstance] };
    const after = { ...nothingTold, circumstances: [{ ...circumstance, to: to.value }] };
    if (to.value === circumstance.to) return done({ removed: 0 });
    return ledger.takeBack(context.clock.now(), before, after);
  });
}
