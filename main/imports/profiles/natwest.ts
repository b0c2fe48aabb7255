/**
 * How do NatWest, Royal Bank of Scotland and Ulster Bank lay out an account?
 *
 * A space after each comma, a comma at the end, an apostrophe before words, and a closing row without an amount. A card has
 * the same header, and what was spent has no minus there: the account's number shows which it is. Known from published samples.
 */
import type { BankProfile } from './profile.ts';

export const natwest: BankProfile = {
  id: 'natwest',
  name: 'NatWest, Royal Bank of Scotland or Ulster Bank',
  header: ['Date', 'Type', 'Description', 'Value', 'Balance', 'Account Name', 'Account Number'],
  proof: { column: 'Account Number', fits: /^'?\d{6}-\d{8}$/ },
  confidence: 'high',
  dateOrder: 'day-first',
  columns: { date: 'Date', text: ['Description'], amount: 'Value', balance: 'Balance', account: 'Account Number' },
  passOver: { column: 'Description', begins: ['Balance as at'], without: 'Value' },
};

export const natwestCard: BankProfile = {
  id: 'natwest-card',
  name: 'a NatWest, Royal Bank of Scotland or Ulster Bank credit card',
  header: ['Date', 'Type', 'Description', 'Value', 'Balance', 'Account Name', 'Account Number'],
  proof: { column: 'Account Number', fits: /^'?(?=.*[X*\d]{4}$)[X*\d]{4}[X* \d]*$/i },
  confidence: 'high',
  dateOrder: 'day-first',
  chargeIsPositive: true,
  columns: { date: 'Date', text: ['Description'], amount: 'Value', account: 'Account Number' },
  passOver: { column: 'Description', begins: ['Balance as at'], without: 'Value' },
};
