/**
 * Which sources and lettings does the ledger know, and whose share holds on a day?
 */
import type { SourceKind } from '../../shared/policy/categories.ts';
import type { PlainDate } from '../../shared/values/dates.ts';
import type { Share } from '../../shared/values/money.ts';
import type { LedgerSource, Letting } from './api.ts';
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
  /** Earliest first; null stands for the start and comes before every day. */
  readonly shares: readonly KnownShare[];
}
export interface KnownSource {
  readonly key: number;
  readonly id: string;
  readonly kind: SourceKind;
  readonly name: string;
  readonly startedOn: PlainDate | null;
  readonly ceasedOn: PlainDate | null;
  readonly lettings: readonly KnownLetting[];
}

/** Every source in the order they were added, each with its lettings and their shares. */
export function knownSources(connection: Connection): readonly KnownSource[] {
  const shares = Map.groupBy(
    connection
      .sql<{ letting: number; from: PlainDate | null; of: number; in: number }>(
        `SELECT letting, from_day AS "from", share_of AS "of", share_in AS "in" FROM standing_letting_share
        ORDER BY letting, from_day NULLS FIRST`,
      )
      .all(),
    (s) => s.letting,
  );
  const lettings = Map.groupBy(
    connection
      .sql<{ key: number; source: number; id: string; name: string; country: string | null }>(
        'SELECT id AS key, source, code AS id, name, country FROM standing_letting l ORDER BY l.id',
      )
      .all(),
    (l) => l.source,
  );
  return connection
    .sql<Omit<KnownSource, 'lettings'>>(
      'SELECT id AS key, code AS id, kind, name, started_on AS startedOn, ceased_on AS ceasedOn FROM standing_source s ORDER BY s.id',
    )
    .all()
    .map(({ key, id, kind, name, startedOn, ceasedOn }) => ({
      key,
      id,
      kind,
      name,
      startedOn,
      ceasedOn,
      lettings: (lettings.get(key) ?? []).map((l) => ({
        key: l.key,
        id: l.id,
        name: l.name,
        country: l.country,
        shares: (shares.get(l.key) ?? []).map((h) => ({ from: h.from, share: { of: h.of, in: h.in } })),
      })),
    }));
}

/** The share that holds on a day, or undefined before the first one that is known. */
export function shareOn(letting: KnownLetting, day: PlainDate): Share | undefined {
  return letting.shares.findLast(({ from }) => from === null || from <= day)?.share;
}

/** The sources as the rest of the app knows them, without the ledger's own numbers. */
export function ledgerSources(connection: Connection): readonly LedgerSource[] {
  return knownSources(connection).map(({ id, kind, name, startedOn, ceasedOn, lettings }) => ({
    id,
    kind,
    name,
    startedOn,
    ceasedOn,
    lettings: lettings.map((l): Letting => ({
      source: id,
      id: l.id,
      name: l.name,
      country: l.country,
      shares: l.shares,
    })),
  }));
}
