/**
 * How does Revolut lay out an account?
 *
 * The fee stands beside the amount and comes off the balance too: it becomes a row of its own. Rows that are pending, or were
 * reverted, moved no money. Other currencies are refused by row. Known from published samples; the older layout from one.
 */
import type { BankProfile } from './profile.ts';

export const revolut: BankProfile = {
  id: 'revolut',
  name: 'Revolut',
  header: [
    'Type',
    'Product',
    'Started Date',
    'Completed Date',
    'Description',
    'Amount',
    'Fee',
    'Currency',
    'State',
    'Balance',
  ],
  confidence: 'high',
  dateOrder: 'year-first',
  columns: {
    date: 'Completed Date',
    text: ['Description'],
    amount: 'Amount',
    fee: 'Fee',
    balance: 'Balance',
    currency: 'Currency',
  },
  passOver: { column: 'State', begins: ['PENDING', 'REVERTED', 'DECLINED', 'FAILED'] },
};

export const revolutOlder: BankProfile = {
  id: 'revolut-older',
  name: 'Revolut (the older layout)',
  header: [
    'Completed Date',
    'Description',
    'Paid Out (GBP)',
    'Paid In (GBP)',
    'Exchange Out',
    'Exchange In',
    'Balance (GBP)',
    'Category',
    'Notes',
  ],
  confidence: 'low',
  dateOrder: 'day-first',
  columns: {
    date: 'Completed Date',
    text: ['Description'],
    moneyIn: 'Paid In (GBP)',
    moneyOut: 'Paid Out (GBP)',
    balance: 'Balance (GBP)',
  },
};
