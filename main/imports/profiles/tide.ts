/**
 * How does Tide lay out an account?
 *
 * Money in and out apart, with the bank's own id of each row. Known from one description.
 */
import type { BankProfile } from './profile.ts';

export const tide: BankProfile = {
  id: 'tide',
  name: 'Tide',
  header: ['Date', 'Transaction ID', 'Description', 'Paid In', 'Paid Out'],
  confidence: 'low',
  dateOrder: 'day-first',
  columns: { date: 'Date', text: ['Description'], moneyIn: 'Paid In', moneyOut: 'Paid Out', bankId: 'Transaction ID' },
};
