/**
 * How does Metro Bank lay out an account?
 *
 * The column that is not used holds 0.00, and the older layout has in before out: columns are found by name and never by
 * place. One header is described; the older one is our own reading and nobody’s file confirms it.
 */
import type { BankProfile } from './profile.ts';

export const metro: BankProfile = {
  id: 'metro',
  name: 'Metro Bank',
  header: ['Date', 'Transaction type', 'Description', 'Money out', 'Money in', 'Balance'],
  confidence: 'low',
  dateOrder: 'day-first',
  columns: { date: 'Date', text: ['Description'], moneyIn: 'Money in', moneyOut: 'Money out', balance: 'Balance' },
};

export const metroOlder: BankProfile = {
  id: 'metro-older',
  name: 'Metro Bank (the older layout)',
  header: ['Date', 'Details', 'Transaction Type', 'In', 'Out', 'Balance'],
  confidence: 'low',
  dateOrder: 'day-first',
  columns: { date: 'Date', text: ['Details'], moneyIn: 'In', moneyOut: 'Out', balance: 'Balance' },
};
