/**
 * How does TSB lay out an account?
 *
 * As Lloyds does, whose bank it was, but with the year first in dates. Later files are said to differ; one program knows this one.
 */
import type { BankProfile } from './profile.ts';

export const tsb: BankProfile = {
  id: 'tsb',
  name: 'TSB',
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
  proof: { column: 'Transaction Date', fits: /^\d{4}-\d{2}-\d{2}$/ },
  confidence: 'low',
  dateOrder: 'year-first',
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
