/**
 * Which bank rows were set aside, and how do they wait to be sorted again?
 *
 * Set aside is what a person or a rule said is not business, or moves between own accounts. Putting a row back is one more
 * sorting, undone like any other.
 */
import { done, refuse, type Outcome } from '../../shared/values/outcome.ts';
import type { SetAside } from '../../shared/sorting/rule.ts';
import type { Instant, RowQuery, SetAsidePage, StoredBankRow } from './api.ts';
import type { Connection } from './connection.ts';
import { act, addRow } from './history.ts';
import { afterCursor, pageOf, valuesOf } from './paging.ts';
import { changeBankRow } from './standing.ts';

const states = "('not-business', 'between-my-accounts')";
/** Every row that ever was: few of all there are, so that only these are asked how they stand now. */
const everSetAside = `SELECT id FROM bank_row WHERE became IN ${states} UNION SELECT bank_row FROM sorting WHERE became IN ${states}`;

/** Rows set aside, newest first. */
export function readSetAside(connection: Connection, { after, limit }: Omit<RowQuery, 'text'>): SetAsidePage {
  const cursor = afterCursor(after, 'b.day', 'b.id');
  const rows = connection
    .sql<StoredBankRow & { readonly as: SetAside }>(
      `SELECT b.id, a.name AS account, b.day AS date, b.text, b.pence, b.state AS "as"
      FROM (${everSetAside}) e JOIN standing_bank_row b ON b.id = e.id JOIN bank_account a ON a.id = b.account
      WHERE b.state IN ${states} ${cursor.map((c) => `AND ${c.sql}`).join(' ')} ORDER BY b.day DESC, b.id DESC LIMIT ?`,
    )
    .all(...valuesOf(cursor), limit + 1);
  return pageOf(rows, limit, (r) => r.date);
}

/** Lets rows set aside wait to be sorted again, all in one action; one that is not set aside is refused by its number, and then none is. */
export function putBack(
  connection: Connection,
  at: Instant,
  rows: readonly number[],
): Outcome<{ readonly putBack: number }> {
  return act(connection, at, (draft) => {
    const wanted = new Set(rows);
    const stands = connection.sql<string>('SELECT state FROM standing_bank_row WHERE id = ?').pluck();
    for (const id of wanted) {
      const state = stands.get(id);
      if (state === undefined) return refuse('row-unknown', 'rows', { row: id });
      if (state !== 'not-business' && state !== 'between-my-accounts') return refuse('row-sorted', 'rows', { row: id });
      changeBankRow(draft, id, () => void addRow(draft, 'sorting', ['unsorted', id, null]));
    }
    const what = wanted.size === 0 ? null : `Put ${wanted.size} bank row${wanted.size === 1 ? '' : 's'} back`;
    return done({ what, value: { putBack: wanted.size } });
  });
}
