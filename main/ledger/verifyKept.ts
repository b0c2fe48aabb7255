/**
 * Do the kept tables say what the records and bank rows say?
 *
 * Each is derived again and compared whole. Where they agree, SQLite finds that by itself; where they do not, both are gone
 * through in their common order until the first difference, which is named.
 */
import type { Verified } from './api.ts';
import type { Connection } from './connection.ts';
import { derivedSpans } from './spanTotals.ts';
import type { Cell } from './tables.ts';

type Check = Verified['checks'][number];

const derived = {
  total: `SELECT category, day, source, coalesce(letting, 0), sum(pence), sum(own), count(*) FROM standing_record GROUP BY 1, 2, 3, 4`,
  month_total: derivedSpans('month_total'),
  year_total: derivedSpans('year_total'),
  bank_day: `SELECT day, count(*), sum(state = 'unsorted'), sum(iif(state = 'unsorted' AND pence > 0, pence, 0)),
    sum(iif(state = 'unsorted' AND pence < 0, -pence, 0)) FROM standing_bank_row GROUP BY 1`,
  unsorted: `SELECT day, id FROM standing_bank_row WHERE state = 'unsorted'`,
  bank_identity: 'SELECT account, identity, id FROM standing_bank_row',
};

type Kept = keyof typeof derived;

/** How many of its first columns a kept table is ordered by. */
const keyed = { total: 4, month_total: 4, year_total: 4, bank_day: 1, unsorted: 2, bank_identity: 2 } as const;

/** Kept totals that the rows do not bear out, or that are missing. */
export function keptChanged(connection: Connection): (Check | undefined)[] {
  return (Object.keys(keyed) as Kept[]).map((table) => {
    if (agrees(connection, table)) return undefined;
    const order = `ORDER BY ${Array.from({ length: keyed[table] }, (_, i) => i + 1).join(', ')}`;
    const rowsOf = (query: string): IterableIterator<Cell[]> => connection.sql<Cell[]>(query).raw().iterate();
    const differs = firstDifference(
      rowsOf(`${derived[table]} ${order}`),
      rowsOf(`SELECT * FROM ${table} ${order}`),
      keyed[table],
    );
    const place = table.endsWith('total')
      ? differs?.slice(0, 2).join(', ')
      : table === 'bank_identity'
        ? `bank row ${differs?.[2]}`
        : differs?.[0];
    return { code: 'totals-differ', detail: `${place ?? table.replaceAll('_', ' ')}` };
  });
}

/** Whether each row that is derived is kept as such, and no other: SQLite looks each up, and none has to leave it. */
function agrees(connection: Connection, table: Kept): boolean {
  const columns = connection.sql<string>('SELECT name FROM pragma_table_info(?) ORDER BY cid').pluck().all(table);
  const same = columns.map((column) => `k.${column} = d.${column}`).join(' AND ');
  const found = connection
    .sql<{ derived: number; same: number; kept: number }>(
      `WITH d(${columns.join(', ')}) AS (${derived[table]})
      SELECT count(*) AS derived, count(k.${columns[0]}) AS same, (SELECT count(*) FROM ${table}) AS kept
      FROM d LEFT JOIN ${table} k ON ${same}`,
    )
    .get();
  return found !== undefined && found.derived === found.same && found.derived === found.kept;
}

/** Goes through both in their common order, once; the first row that only one of them has, or that is not the same. */
function firstDifference(
  derivedRows: IterableIterator<Cell[]>,
  keptRows: IterableIterator<Cell[]>,
  keys: number,
): Cell[] | undefined {
  try {
    for (;;) {
      const [ours, theirs] = [derivedRows.next(), keptRows.next()];
      if (ours.done === true || theirs.done === true) return (ours.value ?? theirs.value) as Cell[] | undefined;
      if (ours.value.every((cell, i) => cell === theirs.value[i])) continue;
      const apart = ours.value.slice(0, keys).findIndex((cell, i) => cell !== theirs.value[i]);
      const isEarlier = apart === -1 || (ours.value[apart] ?? '') < (theirs.value[apart] ?? '');
      return isEarlier ? ours.value : theirs.value;
    }
  } finally {
    derivedRows.return?.();
    keptRows.return?.();
  }
}
