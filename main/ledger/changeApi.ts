/**
 * What can be asked of a ledger about a source, a letting or something told that is no longer as it was first entered?
 */
import type { Told } from '../../shared/contract/facts.ts';
import type { PlainDate } from '../../shared/values/dates.ts';
import type { Outcome } from '../../shared/values/outcome.ts';
import type { Instant, Letting } from './api.ts';

/** What can be said otherwise of a source later. */
export interface SourceDetails {
  readonly name: string;
  readonly startedOn: PlainDate | null;
  /** The day it stopped for good; null: it goes on. */
  readonly ceasedOn: PlainDate | null;
  readonly basis: 'cash' | 'traditional';
  /** Then every amount is net of VAT. */
  readonly vatRegistered: boolean;
  /** Periods chosen, each from that tax year on: `{ "2027-28": "calendar" }`. Until the first choice they are standard. */
  readonly updatePeriods: Readonly<Record<string, 'standard' | 'calendar'>>;
}
/** A source as it should be; what is left out stays. */
export interface SourceChange extends Partial<SourceDetails> {
  readonly id: string;
}
/** A letting as it should be; what is left out stays. */
export interface LettingChange extends Partial<Pick<Letting, 'name' | 'country' | 'rentARoom'>> {
  readonly source: string;
  readonly id: string;
}

export interface ChangeWrites {
  changeSource(at: Instant, change: SourceChange): Outcome<{ readonly id: string }>;
  changeLetting(at: Instant, change: LettingChange): Outcome<{ readonly id: string }>;
  /** A source, or a letting, entered by mistake; see `removingSources.ts`. */
  removeSource(at: Instant, id: string): Outcome<{ readonly id: string }>;
  removeLetting(at: Instant, source: string, id: string): Outcome<{ readonly id: string }>;
  /** Takes entries back, each as it was told, and takes in others in their place. Refused: `told-unknown`. */
  takeBack(at: Instant, entries: Told, instead: Told): Outcome<{ readonly removed: number }>;
}
