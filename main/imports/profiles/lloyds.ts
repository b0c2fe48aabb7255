/**
 * How do Lloyds, Halifax and Bank of Scotland lay out a current account?
 *
 * Newest first; the sort code has an apostrophe before it; files from before about 2020 end each row with a comma.
 * Known from published samples and several independent programs.
 */
import type { BankProfile } from './profile.ts';

export const lloyds: BankProfile = {
  id: 'lloyds',
  name: 'Lloyds, Halifax or Bank of Scotland',
  header: [
    'Transaction Date',
    'Transaction Type',
    'Sort Code',
    'Account Number',
    'Transaction Description',
    'Debit Amount',
    'Credit Amount',
    'Balance',
  ],
  confidence: 'high',
  dateOrder: 'day-first',
  columns: {
    date: 'Transaction Date',
    text: ['Transaction Description'],
    moneyIn: 'Credit Amount',
    moneyOut: 'Debit Amount',
    balance: 'Balance',
    sortCode: 'Sort Code',
    accountNumber: 'Account Number',
  },
};
