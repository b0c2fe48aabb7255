/**
 * How do banks' portals for businesses lay out an account?
 *
 * Amounts without a sign, and a column that says CR for money in or DR for money out. The header is our own reading and nobody’s file confirms it; portals
 * without a header are read by the columns a person names.
 */
import type { BankProfile } from './profile.ts';

export const portal: BankProfile = {
  id: 'portal-cr-dr',
  name: 'a business account with CR and DR',
  header: ['Date', 'Description', 'Amount', 'CR/DR'],
  confidence: 'low',
  dateOrder: 'day-first',
  direction: { column: 'CR/DR', in: ['CR'], out: ['DR'] },
  columns: { date: 'Date', text: ['Description'], amount: 'Amount', balance: 'Balance' },
};
