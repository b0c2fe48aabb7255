/**
 * How does Marcus lay out a savings account?
 *
 * Dates are eight digits, the year first. That much is described; the header is our own reading and nobody’s file confirms it.
 */
import type { BankProfile } from './profile.ts';

export const marcus: BankProfile = {
  id: 'marcus',
  name: 'Marcus',
  header: ['TransactionDate', 'Description', 'Value', 'AccountBalance', 'AccountName', 'AccountNumber'],
  confidence: 'low',
  dateOrder: 'year-first',
  columns: {
    date: 'TransactionDate',
    text: ['Description'],
    amount: 'Value',
    balance: 'AccountBalance',
    account: 'AccountNumber',
  },
};
