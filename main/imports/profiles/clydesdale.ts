/**
 * How do Clydesdale and Yorkshire Bank lay out an account?
 *
 * Dates with the year first, 2025/04/06, which is what they are known by. That is described once; the header is our own
 * reading and nobody’s file confirms it.
 */
import type { BankProfile } from './profile.ts';

export const clydesdale: BankProfile = {
  id: 'clydesdale',
  name: 'Clydesdale or Yorkshire Bank',
  header: ['Date', 'Description', 'Debit', 'Credit', 'Balance'],
  whole: true,
  proof: { column: 'Date', fits: /^\d{4}\/\d{2}\/\d{2}$/ },
  confidence: 'low',
  dateOrder: 'year-first',
  columns: { date: 'Date', text: ['Description'], moneyIn: 'Credit', moneyOut: 'Debit', balance: 'Balance' },
};
