/**
 * Which sources and lettings did a person name when they began?
 *
 * A trade each; all lettings in the United Kingdom are one source, all foreign lettings another, each with its share.
 */
import type { Parsed } from '../../shared/contract/contract.ts';
import type { SourceKind } from '../../shared/policy/categories.ts';
import { earlier, type PlainDate } from '../../shared/values/dates.ts';
import { parseShare, wholeShare } from '../../shared/values/money.ts';
import { done, refuse, type Outcome } from '../../shared/values/outcome.ts';
import { parseTypedDate } from '../../shared/values/typed.ts';
import type { NewLetting, NewSource } from '../ledger/api.ts';

type Entry = Parsed<'books.start'>['sources'][number];

export interface FirstSources {
  /** `entry` is the answer it came from, counted from 0. */
  readonly sources: readonly { source: NewSource; entry: number }[];
  readonly lettings: readonly { letting: NewLetting; entry: number }[];
  /** The source each answer belongs to. */
  readonly sourceOf: readonly NewSource[];
}

interface ReadEntry {
  readonly kind: SourceKind;
  readonly name: string;
  readonly startedOn: PlainDate | null;
  readonly share: NewLetting['share'];
}

/** Refuses the first answer that cannot be read: `sources[0].started`. No date means: before every year asked about. */
export function firstSources(entries: readonly Entry[], today: PlainDate): Outcome<FirstSources> {
  if (entries.length === 0) return refuse('source-needed', 'sources');
  const read: ReadEntry[] = [];
  for (const [i, entry] of entries.entries()) {
    const one = readEntry(entry, `sources[${i}]`, today);
    if (!one.ok) return one;
    read.push(one.value);
  }
  return done(arranged(read));
}

function readEntry(entry: Entry, path: string, today: PlainDate): Outcome<ReadEntry> {
  const name = entry.name.trim();
  if (name === '') return refuse('name-missing', `${path}.name`);
  const startedOn = entry.started.trim() === '' ? null : parseTypedDate(entry.started, today);
  if (startedOn === undefined) return refuse('date-unreadable', `${path}.started`, { found: entry.started });
  const share = parseShare(entry.share.trim());
  if (share === undefined) return refuse('share-unreadable', `${path}.share`, { found: entry.share });
  if (entry.kind === 'self-employment' && share.of !== share.in) return refuse('share-of-trade', `${path}.share`);
  return done({ kind: entry.kind, name, startedOn, share });
}

function arranged(entries: readonly ReadEntry[]): FirstSources {
  const sources: { source: NewSource; entry: number }[] = [];
  const lettings: { letting: NewLetting; entry: number }[] = [];
  const sourceOf: NewSource[] = [];
  const [sourceIds, lettingIds] = [new Set<string>(), new Set<string>()];
  for (const [entry, read] of entries.entries()) {
    const business = sources.find(({ source }) => source.kind === read.kind && read.kind !== 'self-employment')?.source;
    const source = business ?? businessOf(read, entries, sourceIds);
    if (business === undefined) sources.push({ source, entry });
    sourceOf.push(source);
    if (read.kind !== 'self-employment') lettings.push({ letting: lettingOf(read, source.id, lettingIds), entry });
  }
  return { sources, lettings, sourceOf };
}

/** A trade as it was named; a property business named after its one letting, or plainly when it has several. */
function businessOf(read: ReadEntry, entries: readonly ReadEntry[], taken: Set<string>): NewSource {
  const { kind } = read;
  const alike = kind === 'self-employment' ? [read] : entries.filter((e) => e.kind === kind);
  const plain = kind === 'uk-property' ? 'UK property' : 'Foreign property';
  const name = alike.length === 1 ? read.name : plain;
  return { id: idFrom(name, kind, taken), kind, name, startedOn: firstStart(alike), ceasedOn: null };
}

function firstStart(entries: readonly ReadEntry[]): PlainDate | null {
  return entries
    .map((e) => e.startedOn)
    .reduce((first, next) => (first === null || next === null ? null : earlier(first, next)));
}

function lettingOf({ name, share }: ReadEntry, source: string, taken: Set<string>): NewLetting {
  const whole = share.of === share.in ? wholeShare : share;
  return { source, id: idFrom(name, 'letting', taken), name, country: null, share: whole, shareFrom: null };
}

/** A short id out of a name, unlike those taken: "Flat 2, Elm Road" becomes `flat-2-elm-road`. */
function idFrom(name: string, otherwise: string, taken: Set<string>): string {
  const base = name
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, '-')
    .replaceAll(/^-+|-+$/g, '')
    .slice(0, 40);
  const stem = base === '' ? otherwise : base;
  let id = stem;
  for (let n = 2; taken.has(id); n += 1) id = `${stem}-${n}`;
  taken.add(id);
  return id;
}
