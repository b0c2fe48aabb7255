/**
 * How does Starling lay out an account?
 *
 * Six columns at first, then a seventh for the spending category and an eighth for notes. The header names the currency, and
 * only pounds are known by it. Known from published samples.
 */
import type { BankProfile } from './profile.ts';

export const starling: BankProfile = {
  id: 'starling',
  name: 'Starling',
  header: ['Date', 'Counter Party', 'Reference', 'Type', 'Amount (GBP)', 'Balance (GBP)'],
  confidence: 'high',
  dateOrder: 'day-first',
  columns: { date: 'Date', text: ['Counter Party', 'Reference'], amount: 'Amount (GBP)', balance: 'Balance (GBP)' },
};
