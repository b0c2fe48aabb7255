/**
 * How does Nationwide lay out an account?
 *
 * Three lines about the account stand before the header, and every amount has its pound sign, as Windows writes it. Its midata
 * file has the overdraft limit after the rows. Known from published samples.
 */
import type { BankProfile } from './profile.ts';

export const nationwide: BankProfile = {
  id: 'nationwide',
  name: 'Nationwide',
  header: ['Date', 'Transaction type', 'Description', 'Paid out', 'Paid in', 'Balance'],
  footer: ['Arranged Overdraft Limit'],
  confidence: 'high',
  dateOrder: 'day-first',
  columns: { date: 'Date', text: ['Description'], moneyIn: 'Paid in', moneyOut: 'Paid out', balance: 'Balance' },
};

export const nationwideMidata: BankProfile = {
  id: 'nationwide-midata',
  name: 'Nationwide (midata)',
  header: ['Date', 'Type', 'Merchant/Description', 'Debit/Credit', 'Balance'],
  delimiter: ',',
  confidence: 'high',
  dateOrder: 'day-first',
  columns: { date: 'Date', text: ['Merchant/Description'], amount: 'Debit/Credit', balance: 'Balance' },
  footer: ['Arranged Overdraft Limit'],
};
