/**
 * How do three plain questions become a person's first books?
 *
 * Everything typed is read before anything is made; the ledger is made and filled aside and put in place whole, so a
 * refusal leaves nothing behind. What they said of HMRC becomes a status here, in main alone: a window knows plain words.
 */
import type { AppState, Parsed } from '../../shared/contract/contract.ts';
import { nothingTold, type Told } from '../../shared/contract/facts.ts';
import type { ReportingStatus } from '../../shared/rules/facts.ts';
import { taxYearOf, type PlainDate } from '../../shared/values/dates.ts';
import { done, refuse, type Outcome } from '../../shared/values/outcome.ts';
import type { Instant, LedgerClient } from '../ledger/api.ts';
import { stateOf } from './appState.ts';
import type { Context } from './context.ts';
import { firstReturns } from './startReturns.ts';
import { firstSources, type FirstSources } from './startSources.ts';

type Answers = Parsed<'books.start'>;

const statusMeant: Readonly<Record<Answers['reporting'], ReportingStatus | null>> = {
  must: 'MTD Mandated',
  early: 'MTD Voluntary',
  yearly: 'Annual',
  'not-sure': null,
};

/** Makes the person's own books from their answers and opens them. Refuses by the field, such as `returns[0].submitted`. */
export async function startBooks(answers: Answers, context: Context): Promise<Outcome<AppState>> {
  if (context.books.hasOwn()) return refuse('books-exist');
  const today = context.clock.today();
  const sources = firstSources(answers.sources, today);
  if (!sources.ok) return sources;
  const returns = firstReturns(answers.returns, sources.value, today);
  if (!returns.ok) return returns;
  const told = { ...nothingTold, returns: returns.value, statuses: statusesMeant(answers.reporting, today) };
  const at = context.clock.now();
  const opened = await context.books.start((ledger) => fill(ledger, at, sources.value, told));
  return opened.ok ? done(stateOf(context, opened.value)) : opened;
}

function statusesMeant(reporting: Answers['reporting'], today: PlainDate): Told['statuses'] {
  const status = statusMeant[reporting];
  return status === null ? [] : [{ taxYear: taxYearOf(today), status }];
}

async function fill(ledger: LedgerClient, at: Instant, first: FirstSources, told: Told): Promise<Outcome<null>> {
  for (const { source, entry } of first.sources) {
    const added = await ledger.addSource(at, source);
    if (!added.ok) return atEntry(added, entry);
  }
  for (const { letting, entry } of first.lettings) {
    const added = await ledger.addLetting(at, letting);
    if (!added.ok) return atEntry(added, entry);
  }
  const taken = await ledger.tell(at, told);
  return taken.ok ? done(null) : taken;
}

/** The ledger's refusal, pointing at the answer it came from: `name` becomes `sources[1].name`. */
function atEntry(refused: Extract<Outcome<unknown>, { ok: false }>, entry: number): Outcome<null> {
  const { code, path, values } = refused.problem;
  return refuse(code, path === '' ? `sources[${entry}]` : `sources[${entry}].${path}`, values);
}
