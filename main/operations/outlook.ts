/** Where does the person stand, by the books that are open, on the day they are seen from? */
import type { Written } from '../../shared/contract/contract.ts';
import { ruleSet } from '../../shared/policy/ruleSets.ts';
import type { Outlook } from '../../shared/rules/answers.ts';
import { outlook } from '../../shared/rules/outlook.ts';
import { done, type Outcome } from '../../shared/values/outcome.ts';
import type { OpenBooks } from './books.ts';
import type { Context } from './context.ts';

/** The outlook on the ledger as it is now. */
export async function outlookOn(books: OpenBooks): Promise<Outlook> {
  const asAt = books.asAt();
  const facts = await books.ledger.facts(asAt);
  return outlook(facts, ruleSet(facts.rules), asAt);
}

export async function readOutlook(context: Context): Promise<Outcome<Outlook>> {
  const books = await context.books.opened();
  return books.ok ? done(await outlookOn(books.value)) : books;
}

/** Does a write to the open books and, once it is durable, answers with the outlook that now holds. */
export async function write<T>(
  context: Context,
  work: (books: OpenBooks) => Promise<Outcome<T>>,
): Promise<Outcome<Written<T>>> {
  const books = await context.books.opened();
  if (!books.ok) return books;
  const result = await work(books.value);
  return result.ok ? done({ done: result.value, outlook: await outlookOn(books.value) }) : result;
}
