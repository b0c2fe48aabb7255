/** What would go for good, and how does it go once the person has said so? */
import type { Parsed, Written } from '../../shared/contract/contract.ts';
import type { CopyWithIt, ForGoodShown, RemovedForGood } from '../../shared/contract/forGood.ts';
import { done, type Outcome } from '../../shared/values/outcome.ts';
import { inLondon } from '../clock.ts';
import { momentIn } from '../ledger/backupName.ts';
import type { Context } from './context.ts';
import { write } from './outlook.ts';

export async function previewForGood(
  { of }: Parsed<'history.forGood'>,
  { books }: Context,
): Promise<Outcome<ForGoodShown>> {
  const opened = await books.opened();
  if (!opened.ok) return opened;
  const { which, ledger } = opened.value;
  const found = await ledger.erasure(of, which === 'own' ? books.paths.backups : null);
  return found.ok ? done({ ...found.value, copies: found.value.copies.map(named) }) : found;
}

function named(name: string): CopyWithIt {
  const at = momentIn(name);
  return { name, at: at === undefined ? null : inLondon(at) };
}

export function removeForGood(
  { of }: Parsed<'history.removeForGood'>,
  context: Context,
): Promise<Outcome<Written<RemovedForGood>>> {
  return write(context, ({ ledger }) => ledger.erase(context.clock.now(), of));
}
