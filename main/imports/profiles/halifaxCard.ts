/**
 * How do Halifax, Lloyds and Bank of Scotland lay out a credit card?
 *
 * What was spent has no minus, what was paid off has one. That is known from several programs, the header is our own reading of them and nobody’s file confirms it.
 */
import type { BankProfile } from './profile.ts';

export const halifaxCard: BankProfile = {
  id: 'halifax-card',
  name: 'a Halifax, Lloyds or Bank of Scotland credit card',
  header: ['Date', 'Date entered', 'Reference', 'Description', 'Amount'],
  confidence: 'low',
  dateOrder: 'day-first',
  chargeIsPositive: true,
  columns: { date: 'Date', text: ['Description'], amount: 'Amount' },
};
