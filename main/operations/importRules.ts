/**
 * What do the person's own rules make of the rows of a file, before the books take them in?
 *
 * The first rule that fits goes before what the account's money in usually is. What the file itself says for certain goes
 * before both: a move between own pots, a row of nil, what was taken off before the money arrived.
 */
import { becomes } from '../../shared/sorting/becomes.ts';
import { firstFit } from '../../shared/sorting/rule.ts';
import type { NewBankRow } from '../bankRow.ts';
import type { LedgerSource } from '../ledger/api.ts';
import type { NumberedRule } from '../ledger/rulesApi.ts';

/** Sorts rows of that account by these rules; a row no rule fits stays as it was read. */
export function byRules(
  rules: readonly NumberedRule[],
  sources: readonly LedgerSource[],
  account: string,
): (row: NewBankRow) => NewBankRow {
  const first = firstFit(rules);
  const kinds = new Map(sources.map(({ id, kind }) => [id, kind]));
  return (row) => {
    if (typeof row.sorted === 'string' || (row.sorted !== null && row.sorted.length > 1)) return row;
    const rule = first({ ...row, account });
    if (rule === undefined) return row;
    const sorted = becomes(rule.makes, { ...row, account }, (id) => kinds.get(id));
    return sorted === undefined ? row : { ...row, sorted, rule: rule.number };
  };
}
