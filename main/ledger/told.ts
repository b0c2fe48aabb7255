/**
 * What has the ledger been told: returns, updates, answers about reporting, circumstances, filings, payments?
 *
 * Each entry is kept as canonical JSON under its topic, and never changed: of a topic that has one entry a tax year
 * (returns, reporting, residence) the latest holds, and so of an update sent for the same sources on the same day; of the
 * others each different entry holds.
 */
import type { Told } from '../../shared/contract/facts.ts';
import { done, refuse, type Outcome, type Problem } from '../../shared/values/outcome.ts';
import type { Instant } from './api.ts';
import type { Connection } from './connection.ts';
import { act, addRow, type Draft } from './history.ts';
import { addTaking } from './standing.ts';

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

/**
 * An entry counts as the same when this is the same: its tax year where there is one a year; of an update its quarter, day
 * and sources, so that one told again with other amounts takes its place; else all of it.
 */
function placeOf({ topic, taxYear, text }: Entry): string {
  if (oneAYear.has(topic)) return `${topic} ${taxYear}`;
  if (topic !== 'updates') return `${topic} ${text}`;
  const { quarter, sentOn, lines } = JSON.parse(text) as Told['updates'][number];
  return canonical([topic, taxYear, quarter, sentOn, lines.map((l) => l.source).toSorted()]);
}

const standingRows = (connection: Connection): readonly (Entry & { readonly id: number })[] =>
  connection
    .sql<Entry & { id: number }>('SELECT id, topic, tax_year AS taxYear, entry AS text FROM standing_told ORDER BY id')
    .all();

const currentEntries = (connection: Connection): Map<string, Entry> =>
  new Map(standingRows(connection).map((e) => [placeOf(e), e]));

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
    const taken = takeIn(draft, told);
    if (!taken.ok) return taken;
    const what = taken.value === 0 ? null : `Took in ${facts(taken.value)} about you and HMRC`;
    return done({ what, value: { taken: taken.value } });
  });
}

/**
 * Takes entries back, and takes in others in their place, as one action. Each is named as it was told; all that were
 * told before in the same place go with it. Refused: one that does not hold, and then nothing is done.
 */
export function takeBack(
  connection: Connection,
  at: Instant,
  entries: Told,
  instead: Told,
): Outcome<{ readonly removed: number }> {
  return act(connection, at, (draft) => {
    const rows = standingRows(connection);
    const wanted = new Set(entriesOf(entries).map(placeOf));
    for (const place of wanted) {
      const held = rows.filter((r) => placeOf(r) === place);
      if (held.length === 0) return refuse('told-unknown');
      for (const { id } of held) addTaking(draft, 'told_removal', [id], id);
    }
    const taken = takeIn(draft, instead);
    if (!taken.ok) return taken;
    const what = `${taken.value > 0 ? 'Changed' : 'Took back'} ${facts(wanted.size)} about you and HMRC`;
    return done({ what: wanted.size === 0 ? null : what, value: { removed: wanted.size } });
  });
}

const facts = (count: number): string => `${count} fact${count === 1 ? '' : 's'}`;

function takeIn(draft: Draft, told: Told): Outcome<number> {
  const { connection } = draft;
  const ids = new Set(connection.sql<string>('SELECT code FROM standing_source').pluck().all());
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
  return done(taken);
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
