/**
 * How does Monzo lay out an account?
 *
 * 16 columns at first, 18 with money out and in apart, 20 with a balance; money out has a minus even in its own column.
 * Moves to and from a pot look like spending and are not. Known from published samples and several independent programs;
 * the layout of 2018 from one published sample. Its days are those of Greenwich, summer or not; its amounts are believed
 * to be pounds only where they have decimals.
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

export const monzoOlder: BankProfile = {
  id: 'monzo-2018',
  name: 'Monzo (the layout of 2018)',
  header: ['id', 'created', 'amount', 'currency', 'local_amount', 'local_currency', 'category', 'description', 'notes'],
  proof: { column: 'amount', fits: /\.\d{1,2}$/ },
  confidence: 'low',
  dateOrder: 'year-first',
  columns: { date: 'created', text: ['description', 'notes'], amount: 'amount', bankId: 'id', currency: 'currency' },
};
