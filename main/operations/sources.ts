/** What trades, lettings and foreign properties are in the books, and how is another one added? */
import type { Parsed, SourceShown, Written } from '../../shared/contract/contract.ts';
import { categories } from '../../shared/policy/categories.ts';
import { parseShare, type Share } from '../../shared/values/money.ts';
import { done, refuse, type Outcome } from '../../shared/values/outcome.ts';
import type { LedgerSource } from '../ledger/api.ts';
import type { Context } from './context.ts';
import { write } from './outlook.ts';

export async function listSources(context: Context): Promise<Outcome<readonly SourceShown[]>> {
  const books = await context.books.opened();
  return books.ok ? done((await books.value.ledger.sources()).map(sourceShown)) : books;
}

export function addSource(source: Parsed<'sources.add'>, context: Context): Promise<Outcome<Written<{ id: string }>>> {
  return write(context, ({ ledger }) => ledger.addSource(context.clock.now(), source));
}

export async function addLetting(
  letting: Parsed<'lettings.add'>,
  context: Context,
): Promise<Outcome<Written<{ id: string }>>> {
  const share = parseShare(letting.share.trim());
  if (share === undefined) return refuse('share-unreadable', 'share', { found: letting.share });
  return write(context, ({ ledger }) => ledger.addLetting(context.clock.now(), { ...letting, share }));
}

function sourceShown(source: LedgerSource): SourceShown {
  return {
    ...source,
    lettings: source.lettings.map(({ id, name, country, shares }) => ({
      id,
      name,
      country,
      shares: shares.map(({ from, share }) => ({ from, share: shareText(share) })),
    })),
    categories: categories[source.kind].map(({ id, name, direction }) => ({ id, name, direction })),
  };
}

/** `"1"` for the whole, else a fraction: `"1/3"`. */
function shareText(share: Share): string {
  return share.of === share.in ? '1' : `${share.of}/${share.in}`;
}
