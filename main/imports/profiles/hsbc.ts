/**
 * How does HSBC lay out an account?
 *
 * A personal account has date, words and amount, newest first, mostly without a header: it is known by the code that ends the
 * words (VIS, DD, BP). Another layout has a balance, which must follow from the amounts. Known from samples and programs.
 */
import type { BankProfile } from './profile.ts';

export const hsbc: BankProfile = {
  id: 'hsbc',
  name: 'HSBC',
  header: ['Date', 'Description', 'Amount'],
  whole: true,
  places: ['Date', 'Description', 'Amount'],
  proof: { column: 'Description', fits: /(?:^| )(?:VIS|BP|CR|DD|SO|TFR|ATM|CHQ|OBP|DR|\)\)\)|INT|PIM|MAE)$/ },
  confidence: 'high',
  dateOrder: 'day-first',
  columns: { date: 'Date', text: ['Description'], amount: 'Amount' },
};

export const hsbcShort: BankProfile = {
  id: 'hsbc-short',
  name: 'HSBC',
  header: ['date', 'desc', 'amount'],
  whole: true,
  confidence: 'high',
  dateOrder: 'day-first',
  columns: { date: 'date', text: ['desc'], amount: 'amount' },
};

export const hsbcBalance: BankProfile = {
  id: 'hsbc-balance',
  name: 'HSBC (or a bank with the same columns)',
  header: ['Date', 'Type', 'Description', 'Amount', 'Balance'],
  whole: true,
  proof: 'balances',
  confidence: 'medium',
  dateOrder: 'day-first',
  columns: { date: 'Date', text: ['Description'], amount: 'Amount', balance: 'Balance' },
};
