/**
 * Which files hold rows that nothing tells apart?
 *
 * Rows without an id and a balance, so that equal ones of a day are told apart by their number alone.
 */
import { hash } from 'node:crypto';
import { identityOf, type NewBankRow } from '../../main/bankRow.ts';
import type { ImportEnded } from '../../main/ledger/api.ts';
import { bankRow, granted, importStart, type Books } from './books.ts';

const owner = 'current';

/** `equalRows(['1 TEA', '2 TEA', '2 TEA'])` is a file of three teas at £3.20, on 1 May and twice on 2 May. */
export function equalRows(rows: readonly string[]): NewBankRow[] {
  const seen = new Map<string, number>();
  return rows.map((said, i) => {
    const [on = '1', text = 'TEA'] = said.split(' ');
    const nth = (seen.get(said) ?? 0) + 1;
    seen.set(said, nth);
    const row = bankRow(i + 2, `2026-05-${on.padStart(2, '0')}`, -320, { text, nth });
    return { ...row, identity: identityOf(owner, row, nth) };
  });
}

/** Imports them as a file of its own; the same bytes again are said by `sha256`. */
export function importEqual(books: Books, rows: readonly string[], sha256?: string, commit = true): ImportEnded {
  const own = sha256 ?? hash('sha256', rows.join('\n'));
  granted(books.ledger.importBegin({ ...importStart, owner, file: `${rows.length} rows.csv`, sha256: own }));
  granted(books.ledger.importRows(equalRows(rows)));
  return granted(books.ledger.importEnd(commit));
}
