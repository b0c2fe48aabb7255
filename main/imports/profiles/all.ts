/**
 * Which banks' files are known by their header, or by their rows?
 */
import { barclaycard } from './barclaycard.ts';
import { barclays, barclaysTagged } from './barclays.ts';
import { clydesdale } from './clydesdale.ts';
import { coop } from './coop.ts';
import { firstDirect, firstDirectCard } from './firstDirect.ts';
import { halifaxCard } from './halifaxCard.ts';
import { hsbc, hsbcBalance, hsbcShort } from './hsbc.ts';
import { lloyds } from './lloyds.ts';
import { lloydsCommercial } from './lloydsCommercial.ts';
import { marcus } from './marcus.ts';
import { metro, metroOlder } from './metro.ts';
import { mettle } from './mettle.ts';
import { monzo, monzoOlder } from './monzo.ts';
import { nationwide, nationwideMidata } from './nationwide.ts';
import { natwest, natwestCard } from './natwest.ts';
import { bankline, hsbcNet, portal } from './portals.ts';
import { revolut, revolutOlder } from './revolut.ts';
import { santanderMidata } from './santanderMidata.ts';
import { starling } from './starling.ts';
import { tesco } from './tesco.ts';
import { tide } from './tide.ts';
import { tsb } from './tsb.ts';
import type { BankProfile } from './profile.ts';

/** Of two that fit, the one that names more columns goes first, and then the one listed first: TSB before Lloyds. */
export const profiles: readonly BankProfile[] = [
  tsb,
  barclaycard,
  barclays,
  barclaysTagged,
  clydesdale,
  coop,
  firstDirect,
  firstDirectCard,
  halifaxCard,
  hsbc,
  hsbcBalance,
  hsbcShort,
  lloyds,
  lloydsCommercial,
  marcus,
  metro,
  metroOlder,
  mettle,
  monzo,
  monzoOlder,
  nationwide,
  nationwideMidata,
  natwest,
  natwestCard,
  portal,
  bankline,
  hsbcNet,
  revolut,
  revolutOlder,
  santanderMidata,
  starling,
  tesco,
  tide,
];

/** `profileOf('monzo')`; undefined for a bank that is not known. */
export function profileOf(id: string): BankProfile | undefined {
  return profiles.find((profile) => profile.id === id);
}
