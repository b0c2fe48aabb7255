/**
 * How does a source or a letting come to be otherwise than it was first entered?
 *
 * A row says everything that holds from now on; what is left out of a change stays as it was. Nothing different is no
 * action.
 */
import { parseTaxYear } from '../../shared/values/dates.ts';
import { done, refuse, type Outcome } from '../../shared/values/outcome.ts';
import type { Instant } from './api.ts';
import type { LettingChange, SourceChange, SourceDetails } from './changeApi.ts';
import type { Connection } from './connection.ts';
import { act, addRow } from './history.ts';
import { dateProblem, nameProblem } from './records.ts';
import { knownSources, livesMeet, periodsIn, type KnownSource } from './sources.ts';
import { canonical, toldBy } from './told.ts';

/**
 * A source renamed, started or stopped on another day (`ceasedOn: null` takes a stop back), on another basis, with other
 * update periods. Refused: what `addSource` refuses, and other periods for a tax year an update was already sent for.
 */
export function changeSource(
  connection: Connection,
  at: Instant,
  { id, ...change }: SourceChange,
): Outcome<{ readonly id: string }> {
  return act(connection, at, (draft) => {
    const sources = knownSources(connection);
    const before = sources.find((s) => s.id === id);
    if (before === undefined) return refuse('source-unknown', 'id', { source: id });
    const after = detailsOf({ ...before, ...change });
    const wrong = detailsProblem(after) ?? meetsAnother(sources, before, after) ?? settled(connection, before, after);
    if (wrong !== undefined) return wrong;
    if (canonical(after) === canonical(detailsOf(before))) return done({ what: null, value: { id } });
    const { name, startedOn, ceasedOn, basis, vatRegistered, updatePeriods } = after;
    addRow(draft, 'source_change', [
      before.key,
      name,
      startedOn,
      ceasedOn,
      basis,
      vatRegistered ? 1 : 0,
      canonical(updatePeriods),
    ]);
    return done({ what: whatChanged(before, after), value: { id } });
  });
}

function detailsOf(source: SourceDetails): SourceDetails {
  const { name, startedOn, ceasedOn, basis, vatRegistered, updatePeriods } = source;
  return { name, startedOn, ceasedOn, basis, vatRegistered, updatePeriods };
}

type Refusal = Extract<Outcome<never>, { ok: false }>;

function detailsProblem({ name, startedOn, ceasedOn, updatePeriods }: SourceDetails): Refusal | undefined {
  const unnamed = nameProblem(name, 'name');
  if (unnamed !== undefined) return unnamed;
  for (const [path, day] of Object.entries({ startedOn, ceasedOn })) {
    const wrong = day === null ? undefined : dateProblem(day, path);
    if (wrong !== undefined) return wrong;
  }
  if (startedOn !== null && ceasedOn !== null && ceasedOn < startedOn)
    return refuse('ceased-before-started', 'ceasedOn');
  const year = Object.keys(updatePeriods).find((y) => parseTaxYear(y) === undefined);
  return year === undefined ? undefined : refuse('tax-year-unknown', 'updatePeriods', { found: year });
}

function meetsAnother(sources: readonly KnownSource[], before: KnownSource, after: SourceDetails): Refusal | undefined {
  if (before.kind === 'self-employment') return undefined;
  const met = sources.some((s) => s.id !== before.id && s.kind === before.kind && livesMeet(s, after));
  return met
    ? refuse('property-sources-meet', after.ceasedOn === before.ceasedOn ? 'startedOn' : 'ceasedOn')
    : undefined;
}

/** Other periods for a year whose updates have begun: HMRC takes such a change from the next year on. */
function settled(connection: Connection, before: KnownSource, after: SourceDetails): Refusal | undefined {
  if (canonical(before.updatePeriods) === canonical(after.updatePeriods)) return undefined;
  const begun = toldBy(connection)
    .updates.filter((u) => u.lines.some((l) => l.source === before.id))
    .map((u) => u.taxYear);
  const year = begun.find((y) => periodsIn(before.updatePeriods, y) !== periodsIn(after.updatePeriods, y));
  return year === undefined ? undefined : refuse('periods-settled', 'updatePeriods', { year });
}

function whatChanged(before: SourceDetails, after: SourceDetails): string {
  if (before.ceasedOn === after.ceasedOn) return 'Changed a source of income';
  return after.ceasedOn === null ? 'Carried a source of income on' : 'Ended a source of income';
}

/** A letting renamed, put in another country, or let as Rent-a-Room or not. Its shares are `addLetting`'s. */
export function changeLetting(
  connection: Connection,
  at: Instant,
  { source, id, ...change }: LettingChange,
): Outcome<{ readonly id: string }> {
  return act(connection, at, (draft) => {
    const before = knownSources(connection)
      .find((s) => s.id === source)
      ?.lettings.find((l) => l.id === id);
    if (before === undefined) return refuse('letting-unknown', 'id', { letting: id, source });
    const { name, country, rentARoom } = { ...before, ...change };
    const wrong = nameProblem(name, 'name');
    if (wrong !== undefined) return wrong;
    if (name === before.name && country === before.country && rentARoom === before.rentARoom)
      return done({ what: null, value: { id } });
    addRow(draft, 'letting_change', [before.key, name, country, rentARoom ? 1 : 0]);
    return done({ what: 'Changed a letting', value: { id } });
  });
}
