/**
 * How does Barclays lay out a current account?
 *
 * The payee stands in Memo alone, padded with runs of spaces; there is no balance and no id. An older layout has three tags.
 * Known from published samples and several independent programs.
 */
import type { BankProfile } from './profile.ts';

export const barclays: BankProfile = {
  id: 'barclays',
  name: 'Barclays',
  header: ['Number', 'Date', 'Account', 'Amount', 'Subcategory', 'Memo'],
  confidence: 'high',
  dateOrder: 'day-first',
  columns: { date: 'Date', text: ['Memo'], amount: 'Amount', account: 'Account' },
};

export const barclaysTagged: BankProfile = {
  id: 'barclays-tagged',
  name: 'Barclays (the layout with tags)',
  header: ['Account', 'Date', 'OriginalDescription', 'Amount', 'L1Tag', 'L2Tag', 'L3Tag'],
  confidence: 'high',
  dateOrder: 'day-first',
  columns: { date: 'Date', text: ['OriginalDescription'], amount: 'Amount', account: 'Account' },
};
