/**
 * Which sources and lettings does the ledger know, as they are now, and whose share holds on a day?
 */
import type { SourceKind } from '../../shared/policy/categories.ts';
import { parseTaxYear, taxYears, type PlainDate, type TaxYear } from '../../shared/values/dates.ts';
import type { Share } from '../../shared/values/money.ts';
import type { LedgerSource, Letting } from './api.ts';
import type { SourceDetails } from './changeApi.ts';
import type { Connection } from './connection.ts';

export interface KnownShare {
  readonly from: PlainDate | null;
  readonly share: Share;
}
export interface KnownLetting {
  readonly key: number;
  readonly id: string;
  readonly name: string;
  readonly country: string | null;
  readonly rentARoom: boolean;
  /** Earliest first; null stands for the start and comes before every day. */
  readonly shares: readonly KnownShare[];
}
export interface KnownSource extends SourceDetails {
  readonly key: number;
  readonly id: string;
  readonly kind: SourceKind;
  readonly lettings: readonly KnownLetting[];
}

/** Every source in the order they were added, each with its lettings and their shares. */
export function knownSources(connection: Connection): readonly KnownSource[] {
  const lettings = knownLettings(connection);
  const changes = latestChanges(connection);
  return connection
    .sql<Pick<KnownSource, 'key' | 'id' | 'kind' | 'name' | 'startedOn' | 'ceasedOn'>>(
      'SELECT id AS key, code AS id, kind, name, started_on AS startedOn, ceased_on AS ceasedOn FROM standing_source s ORDER BY s.id',
    )
    .all()
    .map(({ key, id, kind, name, startedOn, ceasedOn }) => ({
      key,
      id,
      kind,
      ...(changes.get(key) ?? { name, startedOn, ceasedOn, ...asUsual }),
      lettings: (lettings.get(key) ?? []).map((l) => l.letting),
    }));
}

/** What the law takes for so where nothing else was said: the cash basis, and update periods from the 6th to the 5th. */
const asUsual = { basis: 'cash', vatRegistered: false, updatePeriods: {} } as const;

interface ChangeRow extends Omit<SourceDetails, 'vatRegistered' | 'updatePeriods'> {
  readonly source: number;
  readonly vat: 0 | 1;
  readonly periods: string;
}

/** How each source that was changed is now, by its key. */
function latestChanges(connection: Connection): ReadonlyMap<number, SourceDetails> {
  const rows = connection
    .sql<ChangeRow>(
      `SELECT max(id), source, name, started_on AS startedOn, ceased_on AS ceasedOn, basis, vat_registered AS vat,
        update_periods AS periods FROM standing_source_change GROUP BY source`,
    )
    .all();
  return new Map(
    rows.map(({ source, name, startedOn, ceasedOn, basis, vat, periods }) => {
      const updatePeriods = JSON.parse(periods) as SourceDetails['updatePeriods'];
      return [source, { name, startedOn, ceasedOn, basis, vatRegistered: vat === 1, updatePeriods }];
    }),
  );
}

interface LettingRow {
  readonly key: number;
  readonly source: number;
  readonly id: string;
  readonly name: string;
  readonly country: string | null;
}

/** Lettings by the key of their source. */
function knownLettings(connection: Connection): Map<number, { source: number; letting: KnownLetting }[]> {
  const shares = knownShares(connection);
  const changed = connection
    .sql<{ letting: number; name: string; country: string | null; room: 0 | 1 }>(
      `SELECT max(id), letting, name, country, rent_a_room AS room FROM standing_letting_change GROUP BY letting`,
    )
    .all();
  const changes = new Map(changed.map((c) => [c.letting, c]));
  const lettings = connection
    .sql<LettingRow>('SELECT id AS key, source, code AS id, name, country FROM standing_letting l ORDER BY l.id')
    .all()
    .map(({ source, key, id, name, country }) => {
      const now = changes.get(key) ?? { name, country, room: 0 };
      const letting = { key, id, name: now.name, country: now.country, rentARoom: now.room === 1 };
      return { source, letting: { ...letting, shares: shares.get(key) ?? [] } };
    });
  return Map.groupBy(lettings, (l) => l.source);
}

function knownShares(connection: Connection): ReadonlyMap<number, readonly KnownShare[]> {
  const rows = connection
    .sql<{ letting: number; from: PlainDate | null; of: number; in: number }>(
      `SELECT letting, from_day AS "from", share_of AS "of", share_in AS "in" FROM standing_letting_share
      ORDER BY letting, from_day NULLS FIRST`,
    )
    .all();
  const byLetting = Map.groupBy(rows, (s) => s.letting);
  return new Map(
    [...byLetting].map(([key, of]) => [key, of.map((h) => ({ from: h.from, share: { of: h.of, in: h.in } }))]),
  );
}

type Life = Pick<SourceDetails, 'startedOn' | 'ceasedOn'>;
const endsBefore = (a: Life, b: Life): boolean =>
  a.ceasedOn !== null && b.startedOn !== null && a.ceasedOn < b.startedOn;
/** Whether both are carried on on any one day. */
export const livesMeet = (a: Life, b: Life): boolean => !endsBefore(a, b) && !endsBefore(b, a);

/** The share that holds on a day, or undefined before the first one that is known. */
export function shareOn(letting: KnownLetting, day: PlainDate): Share | undefined {
  return letting.shares.findLast(({ from }) => from === null || from <= day)?.share;
}

type Periods = SourceDetails['updatePeriods'];

/** Which periods hold in a tax year: those chosen last, up to it. */
export const periodsIn = (chosen: Periods, year: TaxYear): 'standard' | 'calendar' =>
  chosen[
    Object.keys(chosen)
      .filter((y) => y <= year)
      .toSorted()
      .at(-1) ?? ''
  ] ?? 'standard';

/** What was chosen, spelt out for each tax year from the first choice to the last one asked for; nothing where nothing was chosen. */
export function periodsByYear(chosen: Periods, last: TaxYear): Periods {
  const first = Object.keys(chosen).toSorted().at(0);
  const from = first === undefined ? undefined : parseTaxYear(first);
  if (from === undefined) return {};
  const years = taxYears(from, from > last ? from : last);
  return Object.fromEntries(years.map((year) => [year, periodsIn(chosen, year)]));
}

/** The sources as the rest of the app knows them, without the ledger's own numbers. */
export function ledgerSources(connection: Connection): readonly LedgerSource[] {
  return knownSources(connection).map((known) => {
    const { key: _key, lettings, ...source } = known;
    const named = lettings.map(({ key: _letting, ...letting }): Letting => ({ source: source.id, ...letting }));
    return { ...source, lettings: named };
  });
}
