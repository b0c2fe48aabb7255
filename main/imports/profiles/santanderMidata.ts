/**
 * How does Santander lay out its midata file?
 *
 * The columns of Nationwide's with semicolons between them and one at the end of each row; amounts have a pound sign or
 * none. Known from several independent programs.
 */
import type { BankProfile } from './profile.ts';

export const santanderMidata: BankProfile = {
  id: 'santander-midata',
  name: 'Santander (midata)',
  header: ['Date', 'Type', 'Merchant/Description', 'Debit/Credit', 'Balance'],
  delimiter: ';',
  confidence: 'high',
  dateOrder: 'day-first',
  columns: { date: 'Date', text: ['Merchant/Description'], amount: 'Debit/Credit', balance: 'Balance' },
  footer: ['Arranged overdraft limit', 'Arranged Overdraft Limit'],
};
