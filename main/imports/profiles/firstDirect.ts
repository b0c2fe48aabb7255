/**
 * How does first direct lay out an account?
 *
 * Its header is of common words, so the balances must follow from the amounts. A card has a reference instead of a balance;
 * that reference is given out again on other days, so it is no id. Known from published samples.
 */
import type { BankProfile } from './profile.ts';

export const firstDirect: BankProfile = {
  id: 'first-direct',
  name: 'first direct (or a bank with the same columns)',
  header: ['Date', 'Description', 'Amount', 'Balance'],
  whole: true,
  proof: 'balances',
  confidence: 'high',
  dateOrder: 'day-first',
  columns: { date: 'Date', text: ['Description'], amount: 'Amount', balance: 'Balance' },
};

export const firstDirectCard: BankProfile = {
  id: 'first-direct-reference',
  name: 'first direct (with references)',
  header: ['Date', 'Description', 'Amount', 'Reference'],
  whole: true,
  confidence: 'low',
  dateOrder: 'day-first',
  columns: { date: 'Date', text: ['Description'], amount: 'Amount' },
};
