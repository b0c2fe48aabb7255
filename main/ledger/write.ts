/**
 * How do sources, lettings, records and the sorting of bank rows enter the books?
 *
 * Each function is one action. What it refuses, it refuses before anything is written.
 */
import { categoryOf } from '../../shared/policy/categories.ts';
import type { PlainDate } from '../../shared/values/dates.ts';
import { asPence, ownShare, type Pence } from '../../shared/values/money.ts';
import { isId } from '../../shared/values/names.ts';
import { done, refuse, type Outcome } from '../../shared/values/outcome.ts';
import type { Instant, NewLetting, NewRecord, NewSource, SortAs } from './api.ts';
import type { Connection } from './connection.ts';
import { act, addRow, type Done, type Draft } from './history.ts';
import { dateProblem, nameProblem, planRecord, writeRecord } from './records.ts';
import { knownSources, livesMeet, type KnownLetting, type KnownSource } from './sources.ts';
import { changeBankRow, takeAway } from './standing.ts';
import type { CountedRecord } from './totals.ts';

const byId = (connection: Connection): ReadonlyMap<string, KnownSource> =>
  new Map(knownSources(connection).map((s) => [s.id, s]));

function named(id: string, name: string): Outcome<null> {
  if (!isId(id)) return refuse('id-unusable', 'id', { found: JSON.stringify(id) });
  return nameProblem(name, 'name') ?? done(null);
}

/** A new source. All UK lettings are one source, and so are all foreign ones: a second at the same time is refused. */
export function addSource(connection: Connection, at: Instant, source: NewSource): Outcome<{ readonly id: string }> {
  const { id, kind, name, startedOn, ceasedOn } = source;
  const usable = named(id, name);
  if (!usable.ok) return usable;
  for (const [path, day] of Object.entries({ startedOn, ceasedOn })) {
    const wrong = day === null ? undefined : dateProblem(day, path);
    if (wrong !== undefined) return wrong;
  }
  if (startedOn !== null && ceasedOn !== null && ceasedOn < startedOn)
    return refuse('ceased-before-started', 'ceasedOn');
  return act(connection, at, (draft) => {
    const known = knownSources(connection);
    if (known.some((s) => s.id === id)) return refuse('source-exists', 'id', { source: id });
    const together = known.some((s) => s.kind === kind && livesMeet(s, source));
    if (kind !== 'self-employment' && together) return refuse('property-source-once', 'kind');
    addRow(draft, 'source', [id, kind, name, startedOn, ceasedOn]);
    return done({ what: 'Added a source of income', value: { id } });
  });
}

/**
 * A new letting with its share; or, under the id of one that is there, a further share that holds from `shareFrom` on.
 * Records already there from that day on are worked out anew with it, in the same action.
 */
export function addLetting(connection: Connection, at: Instant, letting: NewLetting): Outcome<{ readonly id: string }> {
  const usable = named(letting.id, letting.name);
  if (!usable.ok) return usable;
  const wrong = letting.shareFrom === null ? undefined : dateProblem(letting.shareFrom, 'shareFrom');
  if (wrong !== undefined) return wrong;
  const { share } = letting;
  if (share.of <= 0 || share.of > share.in)
    return refuse('share-unreadable', 'share', { found: `${share.of}/${share.in}` });
  return act(connection, at, (draft) => {
    const source = byId(connection).get(letting.source);
    if (source === undefined) return refuse('source-unknown', 'source', { source: letting.source });
    if (source.kind === 'self-employment') return refuse('letting-of-trade', 'source', { source: source.id });
    const known = source.lettings.find((l) => l.id === letting.id);
    return known === undefined ? firstShare(draft, source, letting) : furtherShare(draft, known, letting);
  });
}

type LettingDone = Outcome<Done<{ readonly id: string }>>;

function firstShare(
  draft: Draft,
  source: KnownSource,
  { id, name, country, shareFrom, share }: NewLetting,
): LettingDone {
  const key = addRow(draft, 'letting', [source.key, id, name, country]);
  addRow(draft, 'letting_share', [key, shareFrom, share.of, share.in]);
  return done({ what: 'Added a letting', value: { id } });
}

function furtherShare(draft: Draft, known: KnownLetting, { id, shareFrom, share }: NewLetting): LettingDone {
  if (shareFrom === null) return refuse('letting-exists', 'id', { letting: id });
  if (known.shares.some((s) => s.from === shareFrom)) {
    return refuse('share-exists', 'shareFrom', { letting: id, date: shareFrom });
  }
  const until = known.shares.find((s) => s.from !== null && s.from > shareFrom)?.from ?? '9999-12-31';
  addRow(draft, 'letting_share', [known.key, shareFrom, share.of, share.in]);
  const records = draft.connection
    .sql<KeptRecord>(
      `SELECT id, source, letting, day, category, pence, own, description, bank_row AS bankRow, rule
      FROM standing_record WHERE letting = ? AND day >= ? AND day < ?`,
    )
    .all(known.key, shareFrom, until);
  for (const record of records) {
    const own = ownShare(record.pence, share);
    if (own === record.own) continue;
    takeAway(draft, { table: 'record', id: record.id }, draft.action);
    writeRecord(draft, { ...record, own }, record.bankRow, record.id, record.rule);
  }
  return done({ what: 'Added a share of a letting', value: { id } });
}

interface KeptRecord extends CountedRecord {
  readonly id: number;
  readonly description: string;
  readonly bankRow: number | null;
  readonly rule: number | null;
}

/** A record as typed. Refused: an unknown source, letting or category, an impossible day, too much money, too long a text. */
export function addRecord(connection: Connection, at: Instant, record: NewRecord): Outcome<{ readonly id: number }> {
  return act(connection, at, (draft) => {
    const planned = planRecord(byId(connection), record);
    if (!planned.ok) return planned;
    return done({ what: 'Added a record', value: { id: writeRecord(draft, planned.value, null) } });
  });
}

interface WaitingRow {
  readonly id: number;
  readonly day: PlainDate;
  readonly text: string;
  readonly pence: Pence;
  readonly state: string;
}

/** Says what bank rows are, all in one action; a row sorted before is refused by its number, and then none is sorted. */
export function sortRows(
  connection: Connection,
  at: Instant,
  rows: readonly number[],
  as: SortAs,
): Outcome<{ readonly sorted: number }> {
  return act(connection, at, (draft) => {
    const sources = byId(connection);
    const wanted = new Set(rows);
    for (const id of wanted) {
      const row = connection
        .sql<WaitingRow>('SELECT id, day, text, pence, state FROM standing_bank_row WHERE id = ?')
        .get(id);
      if (row === undefined) return refuse('row-unknown', 'rows', { row: id });
      if (row.state === 'held') return refuse('row-held', 'rows', { row: id });
      if (row.state !== 'unsorted') return refuse('row-sorted', 'rows', { row: id });
      const sorted = sortRow(draft, sources, row, as);
      if (!sorted.ok) return sorted;
    }
    const what = wanted.size === 0 ? null : `Sorted ${wanted.size} bank row${wanted.size === 1 ? '' : 's'}`;
    return done({ what, value: { sorted: wanted.size } });
  });
}

function sortRow(draft: Draft, sources: ReadonlyMap<string, KnownSource>, row: WaitingRow, as: SortAs): Outcome<null> {
  if (typeof as !== 'string') {
    const planned = planRecord(sources, recordOf(sources, row, as));
    if (!planned.ok) return planned;
    writeRecord(draft, planned.value, row.id);
  }
  const became = typeof as === 'string' ? as : 'records';
  changeBankRow(draft, row.id, () => void addRow(draft, 'sorting', [became, row.id, null]));
  return done(null);
}

/** Money in to an expense is a refund, so a negative expense; money out of an income is a negative income. */
function recordOf(sources: ReadonlyMap<string, KnownSource>, row: WaitingRow, as: Exclude<SortAs, string>): NewRecord {
  const kind = sources.get(as.source)?.kind;
  const income = kind !== undefined && categoryOf(kind, as.category)?.direction === 'income';
  return { ...as, date: row.day, pence: asPence(income ? row.pence : 0 - row.pence), description: row.text };
}
