/**
 * What does HMRC already know of the person, and how is one more answer about it taken in?
 *
 * A window knows plain words. Here, in main alone, they become HMRC's words for how a person reports, and back.
 */
import type { Parsed, Written } from '../../shared/contract/contract.ts';
import { nothingTold, type Told } from '../../shared/contract/facts.ts';
import type { Reporting, ReturnAmount, ReturnShown, ToldEntry, ToldShown } from '../../shared/contract/told.ts';
import type { ReportingStatus, ReturnLine, TaxReturn } from '../../shared/rules/facts.ts';
import {
  laterYear,
  taxYearFrom,
  taxYearOf,
  taxYears,
  type PlainDate,
  type TaxYear,
} from '../../shared/values/dates.ts';
import { toPounds } from '../../shared/values/money.ts';
import { done, refuse, type Outcome } from '../../shared/values/outcome.ts';
import type { LedgerSource } from '../ledger/api.ts';
import type { Context } from './context.ts';
import { write } from './outlook.ts';
import { filingTold, inPlaceOf, paymentTold } from './toldDone.ts';
import { amountTyped, dayTyped, returnTold } from './toldReturn.ts';

const meaning: Readonly<Record<Reporting, ReportingStatus>> = {
  must: 'MTD Mandated',
  early: 'MTD Voluntary',
  yearly: 'Annual',
  'agreed-not': 'Digitally Exempt',
  'no-longer': 'Dormant',
  'not-sure': 'No Status',
};
const saidOf: Readonly<Record<ReportingStatus, Reporting>> = {
  'MTD Mandated': 'must',
  'MTD Voluntary': 'early',
  Annual: 'yearly',
  'Digitally Exempt': 'agreed-not',
  'MTD Exempt': 'agreed-not',
  Dormant: 'no-longer',
  'No Status': 'not-sure',
};
const firstTested = taxYearFrom(2024);

export async function readTold(context: Context): Promise<Outcome<ToldShown>> {
  const books = await context.books.opened();
  if (!books.ok) return books;
  return done(toldShown(await books.value.ledger.told(), books.value.asAt()));
}

/** Takes one answer in, as one action. An answer for a tax year replaces the one before it. Refuses by the field. */
export function saveTold(
  entry: Parsed<'told.save'>,
  context: Context,
): Promise<Outcome<Written<{ readonly taken: number }>>> {
  return write(context, async ({ ledger, asAt }) => {
    const before = await ledger.told();
    if (entry.about === 'filing' || entry.about === 'payment') {
      const meant = entry.about === 'filing' ? filingTold(entry, before, asAt()) : paymentTold(entry, before, asAt());
      return meant.ok ? inPlaceOf(ledger, context.clock.now(), meant.value) : meant;
    }
    const told = toldBy(entry, before, await ledger.sources(), asAt());
    return told.ok ? ledger.tell(context.clock.now(), { ...nothingTold, ...told.value }) : told;
  });
}

function toldBy(
  entry: Exclude<ToldEntry, { about: 'filing' | 'payment' }>,
  before: Told,
  sources: readonly LedgerSource[],
  today: PlainDate,
): Outcome<Partial<Told>> {
  if (entry.about === 'return') {
    const one = returnTold(
      entry,
      before.returns.find((r) => r.taxYear === entry.taxYear),
      sources,
      today,
    );
    return one.ok ? done({ returns: [one.value] }) : one;
  }
  if (entry.about === 'reporting') return done(reportingTold(entry, before));
  if (entry.about === 'residence')
    return done({ residence: [{ taxYear: entry.taxYear, ukResident: entry.ukResident }] });
  return entry.about === 'circumstance' ? circumstanceTold(entry, today) : updateTold(entry, today);
}

/** The same answer given again changes nothing, so that what HMRC's letter said more exactly is kept. */
function reportingTold(entry: Extract<ToldEntry, { about: 'reporting' }>, before: Told): Partial<Told> {
  const held = before.statuses.findLast((s) => s.taxYear === entry.taxYear);
  if (saidOf[held?.status ?? 'No Status'] === entry.said) return {};
  return { statuses: [{ taxYear: entry.taxYear, status: meaning[entry.said] }] };
}

function circumstanceTold(
  entry: Extract<ToldEntry, { about: 'circumstance' }>,
  today: PlainDate,
): Outcome<Partial<Told>> {
  const from = dayTyped(entry.from, 'from', today);
  if (!from.ok) return from;
  const to = entry.to.trim() === '' ? done(null) : dayTyped(entry.to, 'to', today);
  if (!to.ok) return to;
  if (to.value !== null && to.value < from.value) return refuse('period-backwards', 'to');
  return done({ circumstances: [{ kind: entry.kind, from: from.value, to: to.value, source: entry.source }] });
}

function updateTold(entry: Extract<ToldEntry, { about: 'update' }>, today: PlainDate): Outcome<Partial<Told>> {
  const { taxYear, quarter } = entry;
  const sentOn = dayTyped(entry.sent, 'sent', today);
  if (!sentOn.ok) return sentOn;
  if (sentOn.value > today) return refuse('date-ahead', 'sent', { found: sentOn.value });
  const lines: Told['updates'][number]['lines'][number][] = [];
  for (const [i, { source, amount }] of entry.amounts.entries()) {
    const gross = amountTyped(amount, `amounts[${i}].amount`);
    if (!gross.ok) return gross;
    lines.push({ source, gross: gross.value });
  }
  return done({ updates: [{ taxYear, quarter, sentOn: sentOn.value, lines }] });
}

function toldShown(told: Told, asAt: PlainDate): ToldShown {
  const now = taxYearOf(asAt);
  const returnYears = new Set([...taxYears(firstTested, laterYear(now, -1)), ...told.returns.map((r) => r.taxYear)]);
  return {
    returns: [...returnYears]
      .toSorted()
      .toReversed()
      .map((year) =>
        returnShown(
          year,
          told.returns.find((r) => r.taxYear === year),
        ),
      ),
    reporting: [now, laterYear(now)].map((taxYear) => ({
      taxYear,
      said: saidOf[told.statuses.findLast((s) => s.taxYear === taxYear)?.status ?? 'No Status'],
    })),
    circumstances: told.circumstances,
    residence: taxYears(firstTested, now)
      .toReversed()
      .map((taxYear) => ({
        taxYear,
        ukResident: told.residence.find((r) => r.taxYear === taxYear)?.ukResident ?? true,
      })),
    updates: told.updates.map((u) => ({
      ...u,
      lines: u.lines.map(({ source, gross }) => ({ source, gross: toPounds(gross) })),
    })),
    filings: told.filings,
    payments: told.payments.map((p) => ({ ...p, amount: toPounds(p.amount) })),
  };
}

function returnShown(taxYear: TaxYear, told: TaxReturn | undefined): ReturnShown {
  const amountsOf = (lines: readonly ReturnLine[]): readonly ReturnAmount[] =>
    lines.map(({ source, form, box, amount }) => ({ source, form, box, amount: toPounds(amount) }));
  return {
    taxYear,
    state: stateOf(told),
    submittedOn: told?.submittedOn ?? null,
    noticeOn: told?.noticeGivenOn ?? null,
    amounts: amountsOf(told?.lines ?? []),
    amendments: (told?.amendments ?? []).map(({ madeOn, lines }) => ({ madeOn, amounts: amountsOf(lines) })),
  };
}

function stateOf(told: TaxReturn | undefined): ReturnShown['state'] {
  if (told === undefined) return null;
  if (told.submittedOn !== null) return 'sent';
  return told.noticeGivenOn === null ? 'no-notice' : 'none-yet';
}
