/**
 * Can this record go into the books, and what is the person's own part of it?
 *
 * Checks a record against the sources that are known and works out own pence, before anything is written.
 */
import { categories, categoryOf, type Category } from '../../shared/policy/categories.ts';
import { parsePlainDate } from '../../shared/values/dates.ts';
import { asPence, most, ownShare, type Pence } from '../../shared/values/money.ts';
import { hasControls } from '../../shared/values/names.ts';
import { done, refuse, type Outcome, type Problem } from '../../shared/values/outcome.ts';
import type { NewRecord } from './api.ts';
import { addRow, type Draft } from './history.ts';
import { shareOn, type KnownLetting, type KnownSource } from './sources.ts';
import type { Cell } from './tables.ts';
import { countRecord, type CountedRecord } from './totals.ts';

export interface PlannedRecord extends CountedRecord {
  readonly description: string;
  readonly direction: Category['direction'];
}

const longestText = 10_000;

/** What is wrong with a text as the books keep it: 10,000 characters at most, no NUL, no half of a character. */
export function textProblem(text: string, path: string): { ok: false; problem: Problem } | undefined {
  if (text.length > longestText) return refuse('text-too-long', path, { most: longestText });
  return text.includes('\0') || !text.isWellFormed() ? refuse('text-unusable', path) : undefined;
}

/** What is wrong with a name: it is empty, or would not be shown as it stands. */
export function nameProblem(name: string, path: string): { ok: false; problem: Problem } | undefined {
  if (name.trim() === '') return refuse('name-missing', path);
  return hasControls(name) ? refuse('text-unusable', path) : textProblem(name, path);
}

/** What is wrong with an amount: more than £99,999,999,999.99 either way. Pence that are not whole are our mistake and throw. */
export function amountProblem(pence: Pence, path: string): { ok: false; problem: Problem } | undefined {
  return Math.abs(asPence(pence)) > most ? refuse('money-too-large', path) : undefined;
}

export function dateProblem(date: string, path: string): { ok: false; problem: Problem } | undefined {
  return parsePlainDate(date) === undefined ? refuse('date-impossible', path, { found: date }) : undefined;
}

const at = (path: string, key: string): string => (path === '' ? key : `${path}.${key}`);

/**
 * The record as it will be stored, or why it cannot be. Own pence is the share of the letting that holds on that day,
 * rounded once, half away from zero: half of £10.01 is £5.01. A property source's only letting is meant when none is named.
 */
export function planRecord(
  sources: ReadonlyMap<string, KnownSource>,
  record: NewRecord,
  path = '',
): Outcome<PlannedRecord> {
  const source = sources.get(record.source);
  if (source === undefined) return refuse('source-unknown', at(path, 'source'), { source: record.source });
  const category = categoryOf(source.kind, record.category);
  if (category === undefined) {
    const choices = categories[source.kind].map((c) => c.id).join(', ');
    return refuse('category-unknown', at(path, 'category'), { category: record.category, choices });
  }
  const wrong =
    dateProblem(record.date, at(path, 'date')) ??
    amountProblem(record.pence, at(path, 'pence')) ??
    textProblem(record.description, at(path, 'description'));
  if (wrong !== undefined) return wrong;
  const letting = lettingMeant(source, record.letting, at(path, 'letting'));
  if (!letting.ok) return letting;
  const share = letting.value === null ? undefined : shareOn(letting.value, record.date);
  if (letting.value !== null && share === undefined) {
    return refuse('share-before-first', at(path, 'date'), { letting: letting.value.id, date: record.date });
  }
  return done({
    source: source.key,
    letting: letting.value?.key ?? null,
    day: record.date,
    category: category.id,
    pence: record.pence,
    own: share === undefined ? record.pence : ownShare(record.pence, share),
    description: record.description,
    direction: category.direction,
  });
}

function lettingMeant(source: KnownSource, id: string | null, path: string): Outcome<KnownLetting | null> {
  if (id === null) {
    if (source.lettings.length > 1) return refuse('letting-needed', path, { source: source.id });
    return done(source.lettings[0] ?? null);
  }
  const letting = source.lettings.find((l) => l.id === id);
  return letting === undefined ? refuse('letting-unknown', path, { letting: id, source: source.id }) : done(letting);
}

/** A record's pence as money in (positive) or out: income comes in; expenses, and tax withheld on the way, go out. */
export const signed = (record: PlannedRecord): number =>
  record.direction === 'income' ? record.pence : 0 - record.pence;

/** Adds a planned record to the action, in the place of the one it `replaces`, made by that rule or by nobody's; the answer is its id. */
export function writeRecord(
  draft: Draft,
  r: Omit<PlannedRecord, 'direction'>,
  bankRow: number | null,
  replaces: number | null = null,
  rule: number | null = null,
): number {
  countRecord(draft.totals, r);
  return addRow(draft, 'record', recordCells(r, bankRow, replaces, rule));
}

/** The cells of a record, as its table has them after the id. */
export const recordCells = (
  r: Omit<PlannedRecord, 'direction'>,
  bankRow: number | null,
  replaces: number | null,
  rule: number | null,
): Cell[] => [r.source, r.letting, r.day, r.category, r.pence, r.own, r.description, bankRow, replaces, rule];
