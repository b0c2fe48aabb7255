/**
 * Whose payments usually arrive after something was taken off?
 *
 * What counts is income before anything is taken off; card services, marketplaces, agents and contractors pay what is
 * left. Names as banks write them, known on the day below. A name only ever asks the question: the person says what came.
 */
import { qualifyingIncomeGuidance } from './citations.ts';
import type { Citation } from './policy.ts';
import { civil } from '../values/dates.ts';

/** What is taken off: a fee for a sale, an agent's fee and repairs from rent, tax from a subcontractor's labour. */
export type PayoutKind = 'sale' | 'rent' | 'labour';

export interface PayoutPayee {
  readonly name: string;
  readonly kind: PayoutKind;
  /** Words of the bank's text, in capitals, any of which names it; they stand there as words of their own. */
  readonly words: readonly string[];
}

export const payoutsKnownOn = civil(2026, 11, 23);

export const payoutPayees: readonly PayoutPayee[] = [
  { name: 'Stripe', kind: 'sale', words: ['STRIPE'] },
  { name: 'SumUp', kind: 'sale', words: ['SUMUP', 'SUM UP'] },
  { name: 'PayPal', kind: 'sale', words: ['PAYPAL', 'PAY PAL'] },
  { name: 'Etsy', kind: 'sale', words: ['ETSY'] },
  { name: 'eBay', kind: 'sale', words: ['EBAY'] },
  { name: 'Airbnb', kind: 'sale', words: ['AIRBNB'] },
  { name: 'Uber', kind: 'sale', words: ['UBER'] },
  { name: 'Deliveroo', kind: 'sale', words: ['DELIVEROO'] },
  { name: 'Fiverr', kind: 'sale', words: ['FIVERR'] },
  {
    name: 'Your letting agent',
    kind: 'rent',
    words: ['LETTINGS', 'LETTING AGENT', 'ESTATE AGENTS', 'PROPERTY MANAGEMENT'],
  },
];

/** Why the whole counts, and not what arrives. */
export const grossCite: Citation = qualifyingIncomeGuidance;

/** What a contractor takes off labour under the Construction Industry Scheme, in per cent: when registered, and when not. */
export const contractorRates = { registered: 20, unregistered: 30 } as const;
export const contractorCite: Citation = {
  title: 'GOV.UK: What you must do as a Construction Industry Scheme (CIS) subcontractor, get paid',
  url: 'https://www.gov.uk/what-you-must-do-as-a-cis-subcontractor/get-paid',
  read: civil(2026, 11, 23),
  standing: 'certain',
};
