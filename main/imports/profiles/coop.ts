/**
 * How do The Co-operative Bank and smile lay out an account?
 *
 * Money in and out apart. Known from one description.
 */
import type { BankProfile } from './profile.ts';

export const coop: BankProfile = {
  id: 'coop',
  name: 'The Co-operative Bank or smile',
  header: ['Date', 'Description', 'Type', 'Money In', 'Money Out', 'Balance'],
  confidence: 'low',
  dateOrder: 'day-first',
  columns: { date: 'Date', text: ['Description'], moneyIn: 'Money In', moneyOut: 'Money Out', balance: 'Balance' },
};
