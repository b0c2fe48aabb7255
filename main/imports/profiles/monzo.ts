/**
 * How does Monzo lay out an account?
 *
 * 16 columns at first, 18 with money out and in apart, 20 with a balance; money out has a minus even in its own column.
 * Moves to and from a pot look like spending and are not. Known from published samples and several independent programs.
 */
import type { BankProfile } from './profile.ts';

export const monzo: BankProfile = {
  id: 'monzo',
  name: 'Monzo',
  header: [
    'Transaction ID',
    'Date',
    'Time',
    'Type',
    'Name',
    'Emoji',
    'Category',
    'Amount',
    'Currency',
    'Local amount',
    'Local currency',
    'Notes and #tags',
    'Address',
    'Receipt',
    'Description',
    'Category split',
  ],
  confidence: 'high',
  dateOrder: 'day-first',
  columns: {
    date: 'Date',
    text: ['Name', 'Description'],
    amount: 'Amount',
    moneyIn: 'Money In',
    moneyOut: 'Money Out',
    balance: 'Balance',
    bankId: 'Transaction ID',
    currency: 'Currency',
  },
  outIsNegative: true,
  ownMoves: { column: 'Type', says: ['Pot transfer'] },
};
