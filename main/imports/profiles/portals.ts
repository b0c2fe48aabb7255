/**
 * How do banks' portals for businesses lay out an account?
 *
 * Barclays’ daily statement has amounts without a sign and a column that says CR for money in or DR for money out; RBS
 * Bankline has 18 columns, the last two money out and in; HSBCnet has sort code and account number in one. So much is
 * described; the headers are our own reading and nobody’s file confirms them.
 */
import type { BankProfile } from './profile.ts';

export const portal: BankProfile = {
  id: 'portal-cr-dr',
  name: 'Barclays (daily statement) or another business account with CR and DR',
  header: ['Date', 'Description', 'Amount', 'CR/DR'],
  confidence: 'low',
  dateOrder: 'day-first',
  direction: { column: 'CR/DR', in: ['CR'], out: ['DR'] },
  columns: { date: 'Date', text: ['Description'], amount: 'Amount', balance: 'Balance' },
};

const banklineColumns = [
  'Sort Code',
  'Account Number',
  'Account Alias',
  'Account Short Name',
  'Currency',
  'Account Type',
  'BIC',
  'Bank Name',
  'Branch Name',
  'Date',
  'Narrative #1',
  'Narrative #2',
  'Narrative #3',
  'Narrative #4',
  'Narrative #5',
  'Type',
  'Debit',
  'Credit',
];

export const bankline: BankProfile = {
  id: 'bankline',
  name: 'Bankline (Royal Bank of Scotland, NatWest or Ulster Bank)',
  header: banklineColumns,
  places: banklineColumns,
  confidence: 'low',
  dateOrder: 'day-first',
  columns: {
    date: 'Date',
    text: ['Narrative #1', 'Narrative #2', 'Narrative #3', 'Narrative #4', 'Narrative #5'],
    moneyIn: 'Credit',
    moneyOut: 'Debit',
    sortCode: 'Sort Code',
    accountNumber: 'Account Number',
    currency: 'Currency',
  },
};

export const hsbcNet: BankProfile = {
  id: 'hsbcnet',
  name: 'HSBCnet',
  header: [
    'Account number',
    'Narrative',
    'Customer reference',
    'Value date',
    'Credit amount',
    'Debit amount',
    'Balance',
  ],
  confidence: 'low',
  dateOrder: 'day-first',
  columns: {
    date: 'Value date',
    text: ['Narrative', 'Customer reference'],
    moneyIn: 'Credit amount',
    moneyOut: 'Debit amount',
    balance: 'Balance',
    account: 'Account number',
  },
};
