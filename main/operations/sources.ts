/** What trades, lettings and foreign properties are in the books, how is another one added, one changed, and one entered by mistake removed? */
import type { Parsed, SourceShown, Written } from '../../shared/contract/contract.ts';
import { categories } from '../../shared/policy/categories.ts';
import { parseTaxYear, type PlainDate } from '../../shared/values/dates.ts';
import { parseShare, type Share } from '../../shared/values/money.ts';
import { done, refuse, type Outcome } from '../../shared/values/outcome.ts';
import type { LedgerSource } from '../ledger/api.ts';
import type { SourceChange } from '../ledger/changeApi.ts';
import type { Context } from './context.ts';
import { write } from './outlook.ts';
import { dayTyped } from './toldReturn.ts';

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

/** A source said otherwise, as one action. Refuses by the field: `name`, `started`, `ceased`, `updatePeriods`. */
export function changeSource(
  asked: Parsed<'sources.change'>,
  context: Context,
): Promise<Outcome<Written<{ id: string }>>> {
  return write(context, async ({ ledger, asAt }) => {
    const before = (await ledger.sources()).find((s) => s.id === asked.id);
    const change = changeMeant(asked, before, asAt());
    return change.ok ? atField(await ledger.changeSource(context.clock.now(), change.value)) : change;
  });
}

/** What was asked, with its days read and its periods joined to those chosen before. */
export function changeMeant(
  { started, ceased, updatePeriods, ...rest }: Parsed<'sources.change'>,
  before: LedgerSource | undefined,
  today: PlainDate,
): Outcome<SourceChange> {
  const startedOn = dayOrNone(started, 'started', today);
  if (!startedOn.ok) return startedOn;
  const ceasedOn = dayOrNone(ceased, 'ceased', today);
  if (!ceasedOn.ok) return ceasedOn;
  return done({
    id: rest.id,
    ...(rest.name === undefined ? {} : { name: rest.name.trim() }),
    ...(rest.basis === undefined ? {} : { basis: rest.basis }),
    ...(rest.vatRegistered === undefined ? {} : { vatRegistered: rest.vatRegistered }),
    ...(startedOn.value === undefined ? {} : { startedOn: startedOn.value }),
    ...(ceasedOn.value === undefined ? {} : { ceasedOn: ceasedOn.value }),
    ...(updatePeriods === undefined ? {} : { updatePeriods: chosenFrom(before?.updatePeriods ?? {}, updatePeriods) }),
  });
}

/** Undefined where nothing was said, null for an empty answer. */
function dayOrNone(text: string | undefined, path: string, today: PlainDate): Outcome<PlainDate | null | undefined> {
  if (text === undefined) return done(undefined);
  return text.trim() === '' ? done(null) : dayTyped(text, path, today);
}

type Periods = LedgerSource['updatePeriods'];

/** A choice holds from its tax year on, so choices of that year and after give way to it. */
function chosenFrom(before: Periods, { from, periods }: { from: string; periods: 'standard' | 'calendar' }): Periods {
  const earlier = Object.entries(before).filter(([year]) => year < from);
  const held = earlier.toSorted(([a], [b]) => (a < b ? -1 : 1)).at(-1)?.[1] ?? 'standard';
  return Object.fromEntries(held === periods ? earlier : [...earlier, [from, periods]]);
}

const fieldOf: Readonly<Record<string, string>> = { startedOn: 'started', ceasedOn: 'ceased' };

function atField<T>(outcome: Outcome<T>): Outcome<T> {
  if (outcome.ok) return outcome;
  const { code, path, values } = outcome.problem;
  return refuse(code, fieldOf[path] ?? path, values);
}

/** A letting renamed, put in another country, or let as a room of one's own home. Refuses by the field. */
export function changeLetting(
  { source, id, name, country, rentARoom }: Parsed<'lettings.change'>,
  context: Context,
): Promise<Outcome<Written<{ id: string }>>> {
  const change = {
    source,
    id,
    ...(name === undefined ? {} : { name: name.trim() }),
    ...(country === undefined ? {} : { country }),
    ...(rentARoom === undefined ? {} : { rentARoom }),
  };
  return write(context, ({ ledger }) => ledger.changeLetting(context.clock.now(), change));
}

export function removeSource(
  { id }: Parsed<'sources.remove'>,
  context: Context,
): Promise<Outcome<Written<{ id: string }>>> {
  return write(context, ({ ledger }) => ledger.removeSource(context.clock.now(), id));
}

export function removeLetting(
  { source, id }: Parsed<'lettings.remove'>,
  context: Context,
): Promise<Outcome<Written<{ id: string }>>> {
  return write(context, ({ ledger }) => ledger.removeLetting(context.clock.now(), source, id));
}

function sourceShown(source: LedgerSource): SourceShown {
  return {
    ...source,
    updatePeriods: Object.entries(source.updatePeriods)
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .flatMap(([year, periods]) => {
        const from = parseTaxYear(year);
        return from === undefined ? [] : [{ from, periods }];
      }),
    lettings: source.lettings.map(({ id, name, country, rentARoom, shares }) => ({
      id,
      name,
      country,
      rentARoom,
      shares: shares.map(({ from, share }) => ({ from, share: shareText(share) })),
    })),
    categories: categories[source.kind].map(({ id, name, direction }) => ({ id, name, direction })),
  };
}

/** `"1"` for the whole, else a fraction: `"1/3"`. */
function shareText(share: Share): string {
  return share.of === share.in ? '1' : `${share.of}/${share.in}`;
}
