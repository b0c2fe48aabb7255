/**
 * What has the ledger been told: returns, updates, answers about reporting, circumstances, filings, payments?
 *
 * Each entry is kept as canonical JSON under its topic, and never changed: of a topic that has one entry a tax year
 * (returns, reporting, residence) the latest holds; of the others each different entry holds.
 */
import type { Told } from '../../shared/contract/facts.ts';
import { done, refuse, type Outcome, type Problem } from '../../shared/values/outcome.ts';
import type { Instant } from './api.ts';
import type { Connection } from './connection.ts';
import { act, addRow } from './history.ts';

const topics = [
  'returns',
  'updates',
  'statuses',
  'taxReturnsSent',
  'circumstances',
  'residence',
  'filings',
  'payments',
] as const satisfies readonly (keyof Told)[];
type Topic = (typeof topics)[number];
const oneAYear: ReadonlySet<Topic> = new Set(['returns', 'statuses', 'residence'] as const);

/** JSON with its keys in order, so that the same entry is always the same text; what is undefined is left out. */
export function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, held: unknown) => {
    if (typeof held !== 'object' || held === null || Array.isArray(held)) return held;
    return Object.fromEntries(Object.entries(held).toSorted(([a], [b]) => (a < b ? -1 : 1)));
  });
}

interface Entry {
  readonly topic: Topic;
  readonly taxYear: string | null;
  readonly text: string;
}

/** An entry counts as the same when this is the same: its tax year where there is one a year, else all of it. */
const placeOf = (e: Entry): string => `${e.topic} ${oneAYear.has(e.topic) ? e.taxYear : e.text}`;

function currentEntries(connection: Connection): Map<string, Entry> {
  const rows = connection
    .sql<Entry>('SELECT topic, tax_year AS taxYear, entry AS text FROM standing_told ORDER BY id')
    .all();
  return new Map(rows.map((e) => [placeOf(e), e]));
}

/** All that has been told and still holds, in the order it was first told. */
export function toldBy(connection: Connection): Told {
  const entries = [...currentEntries(connection).values()];
  const of = <T extends Topic>(topic: T): Told[T] =>
    entries.filter((e) => e.topic === topic).map((e) => JSON.parse(e.text) as Told[T][number]) as unknown as Told[T];
  return {
    returns: of('returns'),
    updates: of('updates'),
    statuses: of('statuses'),
    taxReturnsSent: of('taxReturnsSent'),
    circumstances: of('circumstances'),
    residence: of('residence'),
    filings: of('filings'),
    payments: of('payments'),
  };
}

/** Takes in what is new in it, as one action; `taken` counts the entries added or replaced. Nothing new, no action. */
export function tell(connection: Connection, at: Instant, told: Told): Outcome<{ readonly taken: number }> {
  return act(connection, at, (draft) => {
    const ids = new Set(
      connection
        .sql<{ code: string }>('SELECT code FROM standing_source')
        .all()
        .map((s) => s.code),
    );
    const unknown = unknownSource(told, ids);
    if (unknown !== undefined) return unknown;
    const current = currentEntries(connection);
    let taken = 0;
    for (const entry of entriesOf(told)) {
      if (current.get(placeOf(entry))?.text === entry.text) continue;
      current.set(placeOf(entry), entry);
      addRow(draft, 'told', [entry.topic, entry.taxYear, entry.text]);
      taken += 1;
    }
    const what = taken === 0 ? null : `Took in ${taken} fact${taken === 1 ? '' : 's'} about you and HMRC`;
    return done({ what, value: { taken } });
  });
}

function entriesOf(told: Told): Entry[] {
  return topics.flatMap((topic) =>
    told[topic].map((entry) => {
      const taxYear = typeof entry === 'string' ? entry : 'taxYear' in entry ? entry.taxYear : null;
      return { topic, taxYear, text: canonical(entry) };
    }),
  );
}

/** The first source named that the books do not know. */
function unknownSource(told: Told, ids: ReadonlySet<string>): { ok: false; problem: Problem } | undefined {
  const named = [
    ...told.returns.flatMap((r, i) => [
      ...r.lines.map((l, k) => ({ source: l.source, path: `returns[${i}].lines[${k}].source` })),
      ...r.notOnReturn.map((l, k) => ({ source: l.source, path: `returns[${i}].notOnReturn[${k}].source` })),
      ...r.amendments.flatMap((a, j) =>
        a.lines.map((l, k) => ({ source: l.source, path: `returns[${i}].amendments[${j}].lines[${k}].source` })),
      ),
    ]),
    ...told.updates.flatMap((u, i) =>
      u.lines.map((l, k) => ({ source: l.source, path: `updates[${i}].lines[${k}].source` })),
    ),
    ...told.circumstances.map((c, i) => ({ source: c.source, path: `circumstances[${i}].source` })),
    ...told.filings.map((f, i) => ({ source: f.source, path: `filings[${i}].source` })),
  ];
  const found = named.find(({ source }) => source !== null && !ids.has(source));
  return found === undefined ? undefined : refuse('source-unknown', found.path, { source: found.source ?? '' });
}
