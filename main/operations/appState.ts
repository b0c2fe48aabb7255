/** Which books are open, and may a person go to others? */
import type { AppState, Parsed } from '../../shared/contract/contract.ts';
import { done, type Outcome } from '../../shared/values/outcome.ts';
import { problemText } from '../../shared/wording/problems.ts';
import type { OpenBooks } from './books.ts';
import type { Context } from './context.ts';

export async function readState(context: Context): Promise<Outcome<AppState>> {
  const current = await context.books.current();
  if (current.ok) return done(stateOf(context, current.value));
  const { code, path } = current.problem;
  const unopened = { code, path, message: problemText(current.problem) };
  return done({ ...stateOf(context, undefined), unopened });
}

export async function goToExample({ name }: Parsed<'books.example'>, context: Context): Promise<Outcome<AppState>> {
  const opened = await context.books.goToExample(name);
  return opened.ok ? done(stateOf(context, opened.value)) : opened;
}

export async function goToOwn(context: Context): Promise<Outcome<AppState>> {
  const opened = await context.books.goToOwn();
  return opened.ok ? done(stateOf(context, opened.value)) : opened;
}

export function stateOf(context: Context, open: OpenBooks | undefined): AppState {
  return {
    books: open?.which ?? 'none',
    example: open?.example ?? null,
    hasOwn: context.books.hasOwn(),
    asAt: open?.asAt() ?? null,
    version: context.version,
    keeping: context.books.keeping(),
    unopened: null,
  };
}
