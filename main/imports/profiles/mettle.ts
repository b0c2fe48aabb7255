/**
 * How does Mettle lay out an account?
 *
 * Signed amounts with a balance. Known from one description.
 */
import type { BankProfile } from './profile.ts';

export const mettle: BankProfile = {
  id: 'mettle',
  name: 'Mettle',
  header: ['Date', 'Time', 'Type', 'Description', 'Amount', 'Balance'],
  whole: true,
  confidence: 'low',
  dateOrder: 'day-first',
  columns: { date: 'Date', text: ['Description'], amount: 'Amount', balance: 'Balance' },
};
