/**
 * When was something sent, or paid, as the person says it beside its day?
 *
 * What is said again stands in the place of what was said before, in one action: a thing has one day on which it was sent.
 */
import { isDeepStrictEqual } from 'node:util';
import { nothingTold, type Told } from '../../shared/contract/facts.ts';
import type { ToldEntry } from '../../shared/contract/told.ts';
import type { PlainDate } from '../../shared/values/dates.ts';
import { done, refuse, type Outcome } from '../../shared/values/outcome.ts';
import type { Instant, LedgerClient } from '../ledger/api.ts';
import { amountTyped, passed } from './toldReturn.ts';

/** What goes and what comes. */
interface InPlace {
  readonly before: Partial<Told>;
  readonly after: Partial<Told>;
}

/** A day, or null for one left empty once the thing was due; refuses by the field. */
function dayOf(text: string, path: string, due: PlainDate, today: PlainDate): Outcome<PlainDate | null> {
  return text.trim() === '' && due < today ? done(null) : passed(text, path, today);
}

/** Refuses by the field: `sent`. */
export function filingTold(
  { kind, taxYear, quarter, sources, due, sent }: Extract<ToldEntry, { about: 'filing' }>,
  told: Told,
  today: PlainDate,
): Outcome<InPlace> {
  const sentOn = dayOf(sent, 'sent', due, today);
  if (!sentOn.ok) return sentOn;
  const before = told.filings.filter(
    (f) => f.kind === kind && f.taxYear === taxYear && f.quarter === quarter && sources.includes(f.source),
  );
  const filings = sources.map((source) => ({ kind, taxYear, quarter, source, sentOn: sentOn.value }));
  return done({ before: { filings: before }, after: { filings } });
}

/** One that was not paid yet gives way; one that was paid is another part of the whole. Refuses by the field: `amount`, `paid`. */
export function paymentTold(
  { taxYear, due, amount, paid }: Extract<ToldEntry, { about: 'payment' }>,
  told: Told,
  today: PlainDate,
): Outcome<InPlace> {
  const owed = amountTyped(amount, 'amount');
  if (!owed.ok) return owed;
  if (owed.value === 0) return refuse('money-missing', 'amount');
  const paidOn = dayOf(paid, 'paid', due, today);
  if (!paidOn.ok) return paidOn;
  const before = told.payments.filter((p) => p.taxYear === taxYear && p.due === due && p.paidOn === null);
  const payments = [{ taxYear, due, amount: owed.value, paidOn: paidOn.value }];
  return done({ before: { payments: before }, after: { payments } });
}

/** Puts the one in the place of the other, as one action; where it stands so already, none. */
export async function inPlaceOf(
  ledger: LedgerClient,
  at: Instant,
  { before, after }: InPlace,
): Promise<Outcome<{ readonly taken: number }>> {
  const gone = Object.values(before).flat().length;
  const replaced = { ...nothingTold, ...after };
  if (gone === 0) return ledger.tell(at, replaced);
  if (isDeepStrictEqual(before, after)) return done({ taken: 0 });
  const said = await ledger.takeBack(at, { ...nothingTold, ...before }, replaced);
  return said.ok ? done({ taken: said.value.removed }) : said;
}
