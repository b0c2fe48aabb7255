/**
 * How does Tesco Bank lay out a credit card?
 *
 * A letter says which way the money went, D for out and C for in. The header is our own reading and nobody’s file confirms it.
 */
import type { BankProfile } from './profile.ts';

export const tesco: BankProfile = {
  id: 'tesco',
  name: 'a Tesco Bank credit card',
  header: ['Transaction Date', 'Posting Date', 'Billing Amount', 'Merchant', 'Reference Number', 'Debit/Credit Flag'],
  confidence: 'low',
  dateOrder: 'day-first',
  direction: { column: 'Debit/Credit Flag', in: ['C'], out: ['D'] },
  columns: { date: 'Transaction Date', text: ['Merchant'], amount: 'Billing Amount' },
};
