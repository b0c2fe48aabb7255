/**
 * Which bank rows did a person sort, and as what?
 *
 * The latest thousand, each as it was sorted last; rows that became several records are left out. From these comes what a
 * rule could take over.
 */
import type { SetAside } from '../../shared/sorting/rule.ts';
import type { SortedByHand } from '../../shared/sorting/suggest.ts';
import type { PlainDate } from '../../shared/values/dates.ts';
import type { Pence } from '../../shared/values/money.ts';
import type { Connection } from './connection.ts';

const mostRead = 1000;

interface Row {
  readonly id: number;
  readonly account: string;
  readonly date: PlainDate;
  readonly text: string;
  readonly pence: Pence;
  readonly became: string;
}
interface Became {
  readonly source: string;
  readonly letting: string | null;
  readonly category: string;
}

export function readSortedByHand(connection: Connection): readonly SortedByHand[] {
  const rows = connection
    .sql<Row>(
      `SELECT b.id, a.name AS account, b.day AS date, b.text, b.pence, s.became
      FROM (SELECT * FROM standing_sorting ORDER BY id DESC LIMIT ?) s
      JOIN standing_bank_row b ON b.id = s.bank_row JOIN bank_account a ON a.id = b.account
      WHERE s.rule IS NULL AND s.became = b.state AND s.became <> 'unsorted'
        AND NOT EXISTS (SELECT 1 FROM standing_sorting t WHERE t.bank_row = s.bank_row AND t.id > s.id)`,
    )
    .all(mostRead);
  const became = connection.sql<Became>(
    `SELECT s.code AS source, l.code AS letting, r.category FROM standing_record r JOIN source s ON s.id = r.source
    LEFT JOIN letting l ON l.id = r.letting WHERE r.bank_row = ?`,
  );
  return rows.flatMap(({ id, became: state, ...row }): SortedByHand[] => {
    if (state !== 'records') return [{ ...row, as: state as SetAside }];
    const [one, ...more] = became.all(id);
    return one === undefined || more.length > 0 ? [] : [{ ...row, as: one }];
  });
}

/** The names of the bank accounts, in the order they came. */
export const readAccounts = (connection: Connection): readonly string[] =>
  connection
    .sql<{ name: string }>('SELECT name FROM bank_account ORDER BY id')
    .all()
    .map(({ name }) => name);
