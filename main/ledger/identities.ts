/**
 * Which rows of a file does the account have already, and how are the new ones kept?
 *
 * A batch asks for all its identities at once. Those of new rows are remembered until a stretch of rows is written, in the
 * order of their index: one by one, a million of them would each touch a page of their own. With them goes the list of
 * rows that wait to be sorted.
 */
import type { Connection } from './connection.ts';
import { nextId, type Draft } from './history.ts';

/** So many new identities are remembered: some megabytes. */
const mostRemembered = 32_768;

/** Identities of one account while an import is under way. */
export interface Identities {
  readonly account: number;
  /** Of the rows from `from` on, which are not written yet. */
  readonly fresh: Set<string>;
  from: number;
  /** No row of the account is written: there is nothing to look among. */
  none: boolean;
}

export const identitiesOf = (draft: Draft, account: number): Identities => ({
  account,
  fresh: new Set(),
  from: nextId(draft, 'bank_row'),
  none: draft.connection.sql('SELECT 1 FROM bank_identity WHERE account = ? LIMIT 1').get(account) === undefined,
});

/** Those of these identities that a row of the account has, as it was before this stretch. */
export function takenAmong(
  connection: Connection,
  { account, none }: Identities,
  keys: readonly string[],
): ReadonlySet<string> {
  if (none) return new Set();
  return new Set(
    connection
      .sql<string>(
        `SELECT i.identity FROM json_each(?) k CROSS JOIN bank_identity i ON i.account = ? AND i.identity = k.value`,
      )
      .pluck()
      .all(JSON.stringify(keys), account),
  );
}

/** Writes a stretch, if it has become long. */
export function keepIfLong(draft: Draft, identities: Identities): void {
  if (identities.fresh.size >= mostRemembered) keepIdentities(draft, identities);
}

/**
 * Writes what is remembered: the identities of the rows added since, and which of them wait. `OR ROLLBACK`: SQLite then keeps
 * no copy of the pages it changes, to undo the one statement, in memory.
 */
export function keepIdentities(draft: Draft, identities: Identities): void {
  const { connection } = draft;
  const next = nextId(draft, 'bank_row');
  if (next === identities.from) return;
  const stretch = [identities.from, next - 1];
  connection
    .sql(
      `INSERT OR ROLLBACK INTO bank_identity SELECT account, identity, id FROM bank_row WHERE id BETWEEN ? AND ? ORDER BY account, identity`,
    )
    .run(...stretch);
  connection
    .sql(
      'INSERT OR ROLLBACK INTO unsorted SELECT day, id FROM bank_row WHERE id BETWEEN ? AND ? AND became IS NULL ORDER BY day, id',
    )
    .run(...stretch);
  identities.fresh.clear();
  identities.from = next;
  identities.none = false;
}
