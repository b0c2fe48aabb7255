/**
 * How does a source or a letting that was entered by mistake leave the books?
 *
 * Only while nothing hangs on it: no record, no sorting rule, nothing told of it. It goes with its lettings, their shares and
 * what was changed of it, as one action that can be undone.
 */
import { done, refuse, type Outcome } from '../../shared/values/outcome.ts';
import type { Told } from '../../shared/contract/facts.ts';
import type { Instant } from './api.ts';
import type { Connection } from './connection.ts';
import { act } from './history.ts';
import { readRules } from './rules.ts';
import { knownSources } from './sources.ts';
import { addTaking } from './standing.ts';
import { toldBy } from './told.ts';

type Refusal = Extract<Outcome<never>, { ok: false }>;

/** Refused: `source-unknown`, `source-has-records`, `source-in-rules`, `source-told`. */
export function removeSource(connection: Connection, at: Instant, id: string): Outcome<{ readonly id: string }> {
  return act(connection, at, (draft) => {
    const source = knownSources(connection).find((s) => s.id === id);
    if (source === undefined) return refuse('source-unknown', 'id', { source: id });
    const inRules = readRules(connection).some((r) => usedBy(r.makes, (part) => part.source === id));
    const used = recordsOf(connection, 'source', source.key) ?? (inRules ? refuse('source-in-rules', 'id') : undefined);
    if (used !== undefined) return used;
    if (isTold(toldBy(connection), id)) return refuse('source-told', 'id');
    addTaking(draft, 'source_removal', [source.key], source.key);
    return done({ what: 'Removed a source of income', value: { id } });
  });
}

/** Refused: `letting-unknown`, `source-has-records`, `source-in-rules`. */
export function removeLetting(
  connection: Connection,
  at: Instant,
  source: string,
  id: string,
): Outcome<{ readonly id: string }> {
  return act(connection, at, (draft) => {
    const of = knownSources(connection).find((s) => s.id === source);
    const letting = of?.lettings.find((l) => l.id === id);
    if (letting === undefined) return refuse('letting-unknown', 'id', { letting: id, source });
    const inRules = readRules(connection).some((r) =>
      usedBy(r.makes, (part) => part.source === source && part.letting === id),
    );
    const used =
      recordsOf(connection, 'letting', letting.key) ?? (inRules ? refuse('source-in-rules', 'id') : undefined);
    if (used !== undefined) return used;
    addTaking(draft, 'letting_removal', [letting.key], letting.key);
    return done({ what: 'Removed a letting', value: { id } });
  });
}

function recordsOf(connection: Connection, column: 'source' | 'letting', key: number): Refusal | undefined {
  const records = connection.sql<number>(`SELECT count(*) FROM standing_record WHERE ${column} = ?`).pluck().get(key);
  return records === undefined || records === 0 ? undefined : refuse('source-has-records', 'id', { records });
}

type Makes = ReturnType<typeof readRules>[number]['makes'];
const usedBy = (makes: Makes, is: (part: Exclude<Makes, string>[number]) => boolean): boolean =>
  typeof makes !== 'string' && makes.some(is);

/** Whether a return, an update, a filing or a reason names the source. */
function isTold(told: Told, id: string): boolean {
  const named = [
    ...told.returns.flatMap((r) => [...r.lines, ...r.notOnReturn, ...r.amendments.flatMap((a) => a.lines)]),
    ...told.updates.flatMap((u) => u.lines),
    ...told.circumstances,
    ...told.filings,
  ];
  return named.some(({ source }) => source === id);
}
