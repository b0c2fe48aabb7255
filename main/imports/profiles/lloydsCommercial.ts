/**
 * How does Lloyds lay out a commercial account?
 *
 * The header stands under a comment line. Known from one program.
 */
import type { BankProfile } from './profile.ts';

export const lloydsCommercial: BankProfile = {
  id: 'lloyds-commercial',
  name: 'Lloyds Commercial Banking',
  header: [
    'Date',
    'Sort & Account No.',
    'Account Name',
    'Type',
    'Amount',
    'Customer Reference',
    'Transaction Details',
    'Balance',
  ],
  confidence: 'medium',
  dateOrder: 'day-first',
  columns: {
    date: 'Date',
    text: ['Transaction Details', 'Customer Reference'],
    amount: 'Amount',
    balance: 'Balance',
    account: 'Sort & Account No.',
  },
};
