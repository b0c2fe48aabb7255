/**
 * How does Barclaycard lay out a card?
 *
 * Seven columns without a header: the date as 05 Apr 25 first, money in and money out last. Known from one program.
 */
import type { BankProfile } from './profile.ts';

export const barclaycard: BankProfile = {
  id: 'barclaycard',
  name: 'Barclaycard',
  header: ['Date', 'Description', 'Card', 'Holder', 'Category', 'Money in', 'Money out'],
  places: ['Date', 'Description', 'Card', 'Holder', 'Category', 'Money in', 'Money out'],
  proof: { column: 'Date', fits: /^\d{1,2} [A-Z][a-z]{2} \d{2}$/ },
  confidence: 'medium',
  dateOrder: 'day-first',
  columns: { date: 'Date', text: ['Description'], moneyIn: 'Money in', moneyOut: 'Money out' },
};
